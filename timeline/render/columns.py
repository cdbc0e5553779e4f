"""Columns: the dates, looks and facets of all events as numbers in text, small enough to be loaded whole.

The script draws, filters and counts by these alone and asks for words only where it shows them. `store.js` reads them.
Each property of all events stands in a text of its own (`fives.py`): what is alike stands together, for gzip.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.records import dataclass
from timeline.render.fives import fives, listed, signed
from timeline.render.lanes import Facet
from timeline.render.level import steps
from timeline.render.marks import Mark
from timeline.render.view import EventView

MOST_LETTERS = 350_000  # in a part
NAMES = ("start", "length", "look", "steps", "rivals")  # then one for each facet

Look = tuple[str, str, str, str, str, str, bool]
Part = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """`looks` are the combinations that occur, most frequent first; an event names its own by number."""

    looks: tuple[Mapping[str, Any], ...]
    parts: tuple[Part, ...]


def columns(views: Sequence[EventView], marks: Sequence[Mark], facets: Sequence[Facet]) -> Columns:
    """All events, in the order given.

    The columns are: `start`, the first day less that of the event before; `length` in days; `look`; `steps`, how long
    the title is on the chart (`level.py`); `rivals`, of events whose look has them, how many and of each the first day (less the
    event's) and the length; and by its key, for each facet, how many values and these.
    """
    own = [_look(view, mark) for view, mark in zip(views, marks, strict=True)]
    counts: dict[Look, int] = {}
    for look in own:
        counts[look] = counts.get(look, 0) + 1
    looks = sorted(counts, key=lambda look: (-counts[look], look))
    numbers = {look: number for number, look in enumerate(looks)}
    rows = _rows(views, marks, [numbers[look] for look in own], facets)
    names = ("shape", "kind", "doubt", "origin", "before", "after", "rivals")
    keys = (*NAMES, *(facet.key for facet in facets))
    return Columns(
        tuple(dict(zip(names, look, strict=True)) for look in looks),
        tuple(dict(zip(keys, part, strict=True)) for part in _parts(rows)),
    )


def _look(view: EventView, mark: Mark) -> Look:
    return mark.shape, view.kind, view.doubt, view.origin, mark.before, mark.after, bool(mark.rivals)


def _rows(
    views: Sequence[EventView], marks: Sequence[Mark], looks: Sequence[int], facets: Sequence[Facet]
) -> Iterator[tuple[str, ...]]:
    last = 0
    for number, (view, mark) in enumerate(zip(views, marks, strict=True)):
        start = int(mark.start)
        yield (
            signed(start - last),
            fives(int(mark.end) - start),
            fives(looks[number]),
            fives(steps(view.title)),
            _rivals(mark, start) if mark.rivals else "",
            *(listed(facet.own[number]) for facet in facets),
        )
        last = start


def _rivals(mark: Mark, start: int) -> str:
    pairs = [signed(int(first) - start) + fives(int(end - first)) for first, end in mark.rivals]
    return fives(len(pairs)) + "".join(pairs)


def _parts(rows: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    part: list[tuple[str, ...]] = []
    size = 0
    for row in rows:
        weight = sum(map(len, row))
        if part and size + weight > MOST_LETTERS:
            yield tuple(map("".join, zip(*part, strict=True)))
            part, size = [], 0
        part.append(row)
        size += weight
    if part:
        yield tuple(map("".join, zip(*part, strict=True)))
