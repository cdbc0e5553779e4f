"""Paging: long lists as pages of which none grows with the number of events, and which page holds what.

A list of events is cut by time, into the coarsest of millennia, centuries, decades and years that fit a page, and
what does not fit even so into numbered pages.
"""

from collections.abc import Iterator, Mapping, Sequence

from timeline.model.event import EventId
from timeline.records import dataclass
from timeline.render.cutting import MOST_BYTES, cut, numbered
from timeline.render.dates import Dates
from timeline.render.links import slugs
from timeline.render.periods import Period, periods
from timeline.render.view import EventView
from timeline.times.when import Grain

CONTENTS = "periods/index.html"
FIRST = 24  # events on the first page of a site that needs several
MOST_NAMED = 120  # pages that the first one names
MOST_GROUPS = 60

_GRAINS = (Grain.MILLENNIUM, Grain.CENTURY, Grain.DECADE, Grain.YEAR)
_ITEM, _LINK = 700, 150  # bytes of the markup of an event in a list, and of a link
_WIDEST = 3  # bytes of a letter

_Weights = Mapping[EventId, int]  # of events in a list


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the list of all events. `group` is the millennium, century … that it was cut from."""

    path: str
    name: str
    group: str
    events: tuple[EventView, ...]
    periods: tuple[Period, ...]

    @property
    def count(self) -> int:
        """How many events it lists."""
        return len(self.events)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents: some events, and where they are listed."""

    path: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Book:
    """Where all events are listed: in `leaves`, or, if there are none, in the first page."""

    leaves: tuple[Leaf, ...]
    where: Mapping[EventId, str]

    def listed(self, event: EventView) -> str:
        """Where the list has an event."""
        return f"{self.where.get(event.id, 'index.html')}#e-{event.id}"

    def contents(self) -> tuple[Entry, ...]:
        """The leaves, or the groups they were cut from if they are many; each group leads to its first leaf."""
        if len(self.leaves) <= MOST_NAMED:
            return tuple(Entry(leaf.path, leaf.name, leaf.count) for leaf in self.leaves)
        groups: dict[str, list[Leaf]] = {}
        for leaf in self.leaves:
            groups.setdefault(leaf.group, []).append(leaf)
        return tuple(
            Entry(own[0].path, name, sum(leaf.count for leaf in own)) for name, own in groups.items()
        )


def book(events: Sequence[EventView], dates: Dates = Dates()) -> Book:
    """The pages of all events, in the order given."""
    weights = {event.id: _weight(event) for event in events}
    if sum(weights.values()) <= MOST_BYTES:
        return Book((), {})
    named = [(name, group, own) for group, parts in _groups(events, dates, weights) for name, own in parts]
    stems = slugs(name for name, _, _ in named)
    taken: dict[str, int] = {}
    leaves = []
    for name, group, own in named:
        pages = cut(own, lambda event: weights[event.id])
        for number, part in enumerate(pages):
            many = len(pages) > 1
            taken[name] = taken.get(name, 0) + 1
            path = numbered(f"periods/{stems[name]}.html", taken[name] - 1)
            leaves.append(
                Leaf(
                    path,
                    f"{name}, {number + 1} of {len(pages)}" if many else name,
                    group,
                    part,
                    periods(part, dates),
                )
            )
    return Book(tuple(leaves), {event.id: leaf.path for leaf in leaves for event in leaf.events})


def weight(events: Sequence[EventView]) -> int:
    """The bytes of a list of events, roughly."""
    return sum(map(_weight, events))


def cut_events(events: Sequence[EventView]) -> list[tuple[EventView, ...]]:
    """Events in pages."""
    return cut(events, _weight)


def _weight(event: EventView) -> int:
    names = sum(_LINK + _WIDEST * len(tag.text) for tag in event.tags)
    told = sum(_LINK + _WIDEST * len(source.text + source.publisher) for source in event.sources[:1])
    return _ITEM + names + told + _WIDEST * len(event.title) + len(event.path) + 2 * len(event.id)


def _groups(
    events: Sequence[EventView], dates: Dates, weights: _Weights
) -> Iterator[tuple[str, list[tuple[str, list[EventView]]]]]:
    """Groups by century (or millennium, if those are many), and in each its parts, none too long if time can help."""
    filed = _filed(events, Grain.CENTURY, dates)
    coarse = Grain.CENTURY
    if len(filed) > MOST_GROUPS:
        filed, coarse = _filed(events, Grain.MILLENNIUM, dates), Grain.MILLENNIUM
    for name, own in filed.items():
        yield name, list(_parts(name, own, _GRAINS.index(coarse), dates, weights))


def _parts(
    name: str, events: list[EventView], depth: int, dates: Dates, weights: _Weights
) -> Iterator[tuple[str, list[EventView]]]:
    finer = _GRAINS[depth + 1 : depth + 2]
    if not finer or sum(weights[event.id] for event in events) <= MOST_BYTES:
        yield name, events
        return
    for part, own in _filed(events, finer[0], dates).items():
        yield from _parts(part, own, depth + 1, dates, weights)


def _filed(events: Sequence[EventView], grain: Grain, dates: Dates) -> dict[str, list[EventView]]:
    filed: dict[str, list[EventView]] = {}
    for event in events:
        filed.setdefault(dates.heading(event.when, grain), []).append(event)
    return filed
