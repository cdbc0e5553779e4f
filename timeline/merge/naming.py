"""The words of a passage that an id is made of: those around its date."""

import re
from functools import lru_cache

from timeline.merge.telling import Telling
from timeline.merge.words import Words, tokens

_MARK = re.compile(r"[,;:()–—]")


def words_by_date(telling: Telling, number: int) -> list[str]:
    """Up to so many words around a mention's date, in order.

    Before a date those of its clause count, most of them; after it the rest. Where the date stands right
    before a noun ("the 1999 flood"), what follows it counts most.
    """
    mention = telling.mention
    quote, start = mention.citation.quote, mention.citation.span.start
    at, end = mention.dated.span.start - start, mention.dated.span.end - start
    first, last = telling.said.undated
    clause = max((mark.start() for mark in _MARK.finditer(quote, 0, max(at, 0))), default=-1)
    known = telling.spoken.words
    before = _naming(quote[clause + 1 : max(0, min(at, first))], known)
    after = _naming(quote[max(0, last) :], known)
    attributive = bool(after) and end > 0 and not quote[end : quote.index(after[0], max(0, last))].strip()
    keep = 1 if attributive else number - 1
    return (before[-keep:] + after or _naming(quote[: max(0, first)], known))[:number]


def _naming(text: str, known: Words) -> list[str]:
    return [word for word in tokens(text) if _names(word, known)]


@lru_cache(maxsize=200_000)
def _names(word: str, known: Words) -> bool:
    return not word.isdigit() and known.names(word)
