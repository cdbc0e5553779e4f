"""Ids that last: rooted in the date and the words of the passage, not in the headline or the order of documents.

Every mention has an id, and an event bears that of its most precise, earliest mention and answers to all. So
an editor's entry still finds its event when a new document dates it better or two events become one.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, count

from timeline.merge.naming import words_by_date
from timeline.merge.telling import Telling
from timeline.merge.told import Told
from timeline.merge.words import folded, tokens, words
from timeline.model.event import EventId
from timeline.times.calendar import civil
from timeline.times.edtf import text
from timeline.times.when import Date, Grain, When

_WORDS = 5
_LONGEST = 64
_SUFFIX = 6


def named(groups: Sequence[Sequence[Telling]]) -> Mapping[Told, EventId]:
    """An id for each telling; tellings of two groups never share one."""
    claims: dict[str, list[tuple[Telling, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for telling in group:
            claims[_rooted(telling)].append((telling, number))
    return {
        telling: id_
        for base, claimed in claims.items()
        for telling, id_ in _distinct(base, sorted(claimed, key=lambda claim: claim[0].order))
    }


def of_entry(when: When, title: str, language: str, taken: Collection[EventId]) -> EventId:
    """An id for an editor's event without one, from its date and title; none of those `taken`."""
    telling = [word for word in tokens(title) if words(language).names(word)]
    base = _slug(when, telling or [title])
    candidates = chain((base,), (f"{base}-{number}" for number in count(2)))
    return EventId(next(candidate for candidate in candidates if candidate not in taken))


def _rooted(telling: Telling) -> str:
    return _slug(telling.mention.when, words_by_date(telling, _WORDS))


def _slug(when: When, found: Sequence[str]) -> str:
    parts = [part for word in found if (part := _part(word))]
    slug = _date(when)
    for part in parts[:_WORDS]:
        if len(slug) + 1 + len(part) <= _LONGEST:
            slug += f"-{part}"
    return slug


@lru_cache(maxsize=100_000)
def _part(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", _latin(folded(word)))


@lru_cache(maxsize=20_000)
def _date(when: When) -> str:
    """A date's place in an id: of an interval only its year, since its ends may be reckoned better."""
    if not isinstance(when, Date):
        side = when.start if isinstance(when.start, Date) else when.end
        when = Date(side.start, side.grain) if isinstance(side, Date) else when
        return _year(civil(when.start)[0]) if isinstance(when, Date) else ""
    year = _year(when.year)
    if when.grain is Grain.DAY or when.grain is Grain.MONTH:
        _, month, day = civil(when.start)
        return f"{year}-{month:02d}" + (f"-{day:02d}" if when.grain is Grain.DAY else "")
    if when.grain > Grain.YEAR:
        return text(Date(when.start, when.grain)).lower()
    return year


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"{1 - year}bc"


def _distinct(base: str, claimed: Sequence[tuple[Telling, int]]) -> Iterable[tuple[Telling, EventId]]:
    """The first group's tellings get the id itself, all others one with a suffix made of their own words."""
    used: set[str] = {base}
    given: dict[tuple[int, str], str] = {}
    for telling, number in claimed:
        if number == claimed[0][1]:
            yield telling, EventId(base)
            continue
        digest = _digest(telling)
        if (number, digest) not in given:
            id_ = f"{base}-{digest}"
            while id_ in used:
                id_ += "x"
            used.add(id_)
            given[number, digest] = id_
        yield telling, EventId(given[number, digest])


def _digest(telling: Telling) -> str:
    citation = telling.mention.citation
    return hashlib.sha256(f"{citation.document}\0{citation.quote}".encode()).hexdigest()[:_SUFFIX]


# ISO 9 without its accents, as far as the languages of Europe need it
_CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщыэюяђјљњћџіїєґ", ["a", "b", "v", "g", "d", "e", "z", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "c", "s", "s", "y", "e", "ju", "ja", "d", "j", "lj", "nj", "c", "dz", "i", "i", "e", "g"], strict=True))  # fmt: skip


def _latin(word: str) -> str:
    return word if word.isascii() else "".join(_CYRILLIC.get(letter, letter) for letter in word)
