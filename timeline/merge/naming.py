"""The words of a passage that an id is made of: those around its date."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from timeline.merge.telling import Telling
from timeline.merge.words import Words, tokens

_MARKS = ",;:()–—"


def words_by_date(telling: Telling, number: int) -> list[str]:
    """Up to so many words around a mention's date, in order.

    Before a date those of its clause count, most of them; after it the rest. Where the date stands right
    before a noun ("the 1999 flood"), what follows it counts most.
    """
    mention, one = telling.mention, telling.said
    quote, start = mention.citation.quote, mention.citation.span.start
    at, end = mention.dated.span.start - start, mention.dated.span.end - start
    first, last = one.undated
    known = _naming(telling.spoken.words)
    after = _some(one.after, known, number)
    attributive = bool(after) and end > 0 and not quote[end : quote.index(after[0], last)].strip()
    clause = max([quote.rfind(mark, 0, max(at, 0)) for mark in _MARKS]) + 1
    whole = not clause and first <= at
    before = one.before if whole else tokens(quote[clause : max(0, min(at, first))])
    nearest = _some(reversed(before), known, 1 if attributive else number - 1)
    return (nearest[::-1] + after or _some(one.before, known, number))[:number]


def _some(words: Iterable[str], known: "_Naming", number: int) -> list[str]:
    """The first words of which an id may be made."""
    return list(islice(filter(known.__getitem__, words), number))


class _Naming(dict[str, bool]):
    """Word → whether an id may be made of it; each word is looked into once."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, word: str) -> bool:
        names = self[word] = not word.isdigit() and self._words.names(word)
        return names


@lru_cache(maxsize=64)
def _naming(words: Words) -> _Naming:
    return _Naming(words)
