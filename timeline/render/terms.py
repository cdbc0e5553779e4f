"""The index of words: which events hold a word, in files small enough to be loaded when somebody types it.

Words are folded: without accents, in small letters. Beside words the index holds names that addresses use, each
with a mark before it that no word has: `#e:` an event's id, `#tag:`, `#source:` and so on the values of facets.
`store.js` folds and cuts what is searched for in the same way.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from timeline.records import dataclass
from timeline.render.fives import fives

MOST_LETTERS = 250_000  # in a shard, roughly
LONGEST_WORD = 40  # letters of a word that are told apart
# letters that Unicode does not take apart, and what people type for them
LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
}
# one word to a character: Han, kana; nobody puts spaces between them
SINGLES = "\u2e80-\u2fdf\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = rf"[{SINGLES}]|[^\W_{SINGLES}]+"
_PLAIN = re.compile("[a-z0-9]+")  # the same where there are no other letters
_OTHERS = str.maketrans(LETTERS)


@dataclass(frozen=True, slots=True)
class Shard:
    """Some of the words, in order: each with the events that hold it. `first` is the first word."""

    first: str
    entries: tuple[tuple[str, str], ...]


def words(text: str) -> frozenset[str]:
    """The words of a text, folded.

    >>> sorted(words("Šiptar’s 2nd Straße — 東京"))
    ['2nd', 's', 'siptar', 'strasse', '京', '東']
    """
    bare = folded(text)
    found = {*(_PLAIN.findall(bare) if bare.isascii() else re.findall(_WORD, bare))}
    if max(map(len, found), default=0) <= LONGEST_WORD:
        return frozenset(found)
    return frozenset(word[:LONGEST_WORD] for word in found)


def folded(text: str) -> str:
    """Text without accents, in small letters.

    >>> folded("Đorđe Müller, İstanbul")
    'dorde muller, istanbul'
    """
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text)
    return "".join(c for c in bare if not unicodedata.category(c).startswith("M")).lower().translate(_OTHERS)


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The words by which an event is found, each once."""
    return tuple(sorted(frozenset().union(*map(_words, texts))))


def shards(texts: Iterable[Sequence[str]], names: Mapping[str, Sequence[int]]) -> Iterator[Shard]:
    """The index of the words of each event, in order, and of names with their events' (or other) numbers."""
    found: dict[str, list[int]] = {}
    for number, own in enumerate(texts):
        for word in own:
            found.setdefault(word, []).append(number)
    found.update((name, list(numbers)) for name, numbers in names.items())
    # code points of one unit each are in that order, too
    ordered = sorted(found) if max(map(max, found), default="") < "\ud800" else sorted(found, key=_order)
    # what is in a shard needs to be known no longer: of many events it is the largest thing there is
    return _cut((word, piece) for word in ordered for piece in _pieces(found.pop(word)))


@lru_cache(maxsize=1_000)  # names of sources, people and tags, that stand beside many events
def _words(text: str) -> frozenset[str]:
    return words(text)


def _order(word: str) -> bytes:
    """The order in which JavaScript compares strings."""
    return word.encode("utf-16-be", "surrogatepass")


def _pieces(numbers: Sequence[int]) -> Iterator[str]:
    """Ascending numbers as text: what each adds to the last; cut where that gets long."""
    if len(numbers) == 1:  # as most
        yield fives(numbers[0])
        return
    letters: list[str] = []
    last = 0
    for number in numbers:
        letters.append(fives(number - last))
        last = number
        if len(letters) > MOST_LETTERS // 2:
            yield "".join(letters)
            letters, last = [], 0
    if letters:
        yield "".join(letters)


def _cut(entries: Iterable[tuple[str, str]]) -> Iterator[Shard]:
    shard: list[tuple[str, str]] = []
    size = 0
    for word, numbers in entries:
        weight = 4 * len(word) + len(numbers) + 8
        if shard and size + weight > MOST_LETTERS * 1.5:
            yield Shard(shard[0][0], tuple(shard))
            shard, size = [], 0
        shard.append((word, numbers))
        size += weight
    if shard:
        yield Shard(shard[0][0], tuple(shard))
