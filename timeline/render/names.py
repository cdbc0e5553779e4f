"""The index of names, as at the end of a book: each word of the names in the events, from A to Z, with the events that it stands in.

It leads to everything that somebody knows a name of, without a script: "Technologies" and "Harbour" are found by whoever
remembers no more than that of "Zurich Harbour Technologies".
"""

import re
from collections.abc import Sequence
from functools import cache

from timeline.records import dataclass
from timeline.render import cutting, terms
from timeline.render.view import EventView

CONTENTS = "names/index.html"
MOST_NAMES = 3  # that a word stands in are said beside it
MOST_LISTED = 100  # events beside a name; of more the search tells
_NAME, _ENTRY = 160, 260  # bytes of the markup of a name, and of an event beside it
_SHORT = 3  # letters of the longest articles and the like
_WORD = re.compile(r"[^\W\d_]\w*")


@dataclass(frozen=True, slots=True)
class Name:
    """A word of names, the whole names it stands in, its events in the order of time (at most `MOST_LISTED`), and how many there are."""

    text: str
    initial: str
    names: tuple[str, ...]
    events: tuple[EventView, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Initial:
    """A letter that names begin with, and where the first of them stands."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Index:
    """The pages of the index, each with its names; and its letters."""

    pages: tuple[tuple[Name, ...], ...]
    initials: tuple[Initial, ...]


def index(events: Sequence[EventView]) -> Index:
    """The words of the names found in events and of places, and those that titles write as names: not at their beginning."""
    folded = cache(terms.folded)  # the same words come again and again
    named = {name for event in events for name in (*event.participants, *event.places)}
    titles = [_WORD.findall(event.title) for event in events]
    small = {word for words in titles for word in words if len(word) <= _SHORT and word.islower()}
    own = {name: _words(name, small) for name in named}
    known = {folded(word) for words in own.values() for word in words}
    known |= {folded(word) for title in titles for word in title[1:] if _is_name(word, small)}
    spelled: dict[str, str] = {}
    whole: dict[str, list[str]] = {}
    for name in sorted(named, key=lambda name: (folded(name), name)):
        for key in {folded(word) for word in own[name]}:
            whole.setdefault(key, []).append(name)
    found: dict[str, list[EventView]] = {}
    for event, title in zip(events, titles, strict=True):
        words = [word for name in (*event.participants, *event.places) for word in own[name]]
        words += [word for word in title if _is_name(word, small)]
        for key, word in {folded(word): word for word in reversed(words)}.items():
            if key in known:
                spelled.setdefault(key, word)
                found.setdefault(key, []).append(event)
    names = [
        Name(
            spelled[key],
            _initial(key),
            tuple(whole.get(key, ())[:MOST_NAMES]),
            tuple(told[:MOST_LISTED]),
            len(told),
        )
        for key, told in sorted(found.items())
    ]
    if not names:
        return Index((), ())
    pages = cutting.cut(names, _weight)
    places = cutting.paths(CONTENTS, len(pages))
    initials = {
        name.initial: f"{place}#{anchor(name.initial)}"
        for place, page in reversed(list(zip(places, pages, strict=True)))
        for name in reversed(page)
    }
    return Index(tuple(pages), tuple(Initial(text, path) for text, path in sorted(initials.items())))


def anchor(initial: str) -> str:
    """The fragment of a letter."""
    return f"n-{initial}"


def _words(name: str, small: set[str]) -> list[str]:
    """The words of a name by which it is looked for."""
    return [word for word in _WORD.findall(name) if _is_name(word, small)]


def _is_name(word: str, small: set[str]) -> bool:
    """Not "of", nor "The" where "the" is written, too; nor a single letter, in scripts that have small ones."""
    if word[0].lower() == word[0].upper():
        return True
    return len(word) > 1 and word[0].isupper() and word.lower() not in small


def _initial(key: str) -> str:
    return key[0].upper()


def _weight(name: Name) -> int:
    told = sum(3 * len(event.title) + len(event.path) + len(event.date) for event in name.events)
    return _NAME + 3 * len(name.text + "".join(name.names)) + _ENTRY * len(name.events) + told
