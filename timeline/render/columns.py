"""Columns: the dates, looks and facets of all events as bytes in text, small enough to be loaded whole.

The script draws, filters and counts by these alone and asks for words only where it shows them. `store.js` reads them.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.render.lanes import Facet
from timeline.render.marks import Mark
from timeline.render.view import EventView

MOST_BYTES = 300_000  # in a part; base64 makes four of three
LONGEST_TITLE = 255  # letters that are told apart

Look = tuple[str, str, str, str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Columns:
    """`looks` are the combinations that occur, most frequent first; an event names its own by number."""

    looks: tuple[Mapping[str, Any], ...]
    parts: tuple[str, ...]


def columns(views: Sequence[EventView], marks: Sequence[Mark], facets: Sequence[Facet]) -> Columns:
    """All events, in the order given, each as numbers of variable length.

    These are: first day (less that of the event before), length in days, look, letters of its title; for each facet how many
    values, and these; and if its look says so, how many rivals, each with its first day (less the event's) and length.
    """
    own = [_look(view, mark) for view, mark in zip(views, marks, strict=True)]
    counts: dict[Look, int] = {}
    for look in own:
        counts[look] = counts.get(look, 0) + 1
    looks = sorted(counts, key=lambda look: (-counts[look], look))
    numbers = {look: number for number, look in enumerate(looks)}
    rows = _rows(views, marks, [numbers[look] for look in own], facets)
    names = ("shape", "kind", "doubt", "origin", "before", "after", "rivals")
    return Columns(tuple(dict(zip(names, look, strict=True)) for look in looks), tuple(_parts(rows)))


def _look(view: EventView, mark: Mark) -> Look:
    return mark.shape, view.kind, view.doubt, view.origin, mark.before, mark.after, bool(mark.rivals)


def _rows(
    views: Sequence[EventView], marks: Sequence[Mark], looks: Sequence[int], facets: Sequence[Facet]
) -> Iterator[bytearray]:
    last = 0
    for number, (view, mark) in enumerate(zip(views, marks, strict=True)):
        start = int(mark.start)
        row = bytearray()
        _add(row, _unsigned(start - last))
        _add(row, int(mark.end) - start)
        _add(row, looks[number])
        _add(row, min(len(view.title), LONGEST_TITLE))
        for facet in facets:
            _add(row, len(facet.own[number]))
            for value in facet.own[number]:
                _add(row, value)
        if mark.rivals:
            _add(row, len(mark.rivals))
            for first, end in mark.rivals:
                _add(row, _unsigned(int(first) - start))
                _add(row, int(end - first))
        last = start
        yield row


def _parts(rows: Iterator[bytearray]) -> Iterator[str]:
    part = bytearray()
    for row in rows:
        if len(part) + len(row) > MOST_BYTES:
            yield base64.b64encode(part).decode()
            part = bytearray()
        part += row
    if part:
        yield base64.b64encode(part).decode()


def _unsigned(number: int) -> int:
    """Numbers of either sign as such of none: 0, -1, 1, -2, 2 as 0, 1, 2, 3, 4."""
    return 2 * number if number >= 0 else -2 * number - 1


def _add(row: bytearray, number: int) -> None:
    """A number in sevens of bits, the lowest first; the eighth bit says that more follow."""
    while number > 127:
        row.append(number & 127 | 128)
        number >>= 7
    row.append(number)
