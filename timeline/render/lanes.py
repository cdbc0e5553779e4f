"""Lanes: which bands the chart is cut into, and in which row of its band an event stands.

Rows are chosen once, for the view that shows everything, so that no mark ever jumps while one zooms.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model.event import Kind
from timeline.render.marks import MAIN, Mark
from timeline.render.view import EventView, Link

MOST_LANES = 7
MOST_ROWS = 28  # in all lanes together, roughly
FEWEST_ROWS = 2  # that a lane may have
WIDTH = 1040  # of the chart on a desk's screen, in pixels; only a measure for crowding
LETTER = 6.6  # pixels, on average
LONGEST_LABEL = 40  # letters
LEAST_LABEL = 60  # pixels a label needs to be worth its while
POINT = 11  # pixels


@dataclass(frozen=True, slots=True)
class Place:
    """An event's number and its row in the lane, from 0."""

    event: int
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the chart; an event stands in every lane it belongs to.

    `path` is the page about it, if any; `apart` the kind it holds if that is not shown on opening.
    """

    name: str
    path: str
    apart: str
    rows: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to cut the chart into lanes."""

    key: str
    name: str
    lanes: tuple[Lane, ...]


_Named = tuple[Link, str, list[int]]  # a lane's name and page, the kind kept apart in it, its events

_KIND_LANES = {
    Kind.EVENT: "Events",
    Kind.PLAN: "Planned",
    Kind.BACKGROUND: "Background",
    Kind.STATISTIC: "Figures",
}


def groupings(
    events: Sequence[EventView], marks: Sequence[Mark], fit: tuple[float, float]
) -> tuple[Grouping, ...]:
    """By tag, who, where, source and kind; a way in which no event has a lane of its own is left out."""
    ways = [
        ("tag", "Tag", [event.tags for event in events], "Other tags", "Without a tag"),
        ("participant", "Who", _again([event.participants for event in events]), "Others", "Nobody by name"),
        ("place", "Where", _again([event.places for event in events]), "Other places", "No place by name"),
        ("source", "Source", [_pages(event) for event in events], "Other sources", "Added by hand"),
    ]
    found = [
        Grouping(
            key, name, _packed([*_lanes(events, lanes, others, none), *_apart(events)], events, marks, fit)
        )
        for key, name, lanes, others, none in ways
        if any(lanes)
    ]
    kinds = [
        (Link(name, ""), "" if kind in MAIN else kind.value, numbers)
        for kind, name in _KIND_LANES.items()
        if (numbers := [n for n, event in enumerate(events) if event.kind == kind.value])
    ]
    return (*found, Grouping("kind", "Kind", _packed(kinds, events, marks, fit)))


def _again(named: Sequence[Sequence[str]]) -> list[tuple[Link, ...]]:
    """Names as lanes: only of those that stand in two events or more is a lane worth drawing."""
    counts = Counter(name for names in named for name in names)
    return [tuple(Link(name, "") for name in names if counts[name] > 1) for names in named]


def _pages(event: EventView) -> tuple[Link, ...]:
    """The pages of an event's sources."""
    return tuple(Link(source.text, source.path.partition("#")[0]) for source in event.sources)


def _lanes(
    events: Sequence[EventView], lanes: Sequence[Sequence[Link]], others: str, none: str
) -> list[_Named]:
    """Lanes with the numbers of their events, the fullest first; those beyond the most go together."""
    main = {kind.value for kind in MAIN}
    numbered = [(number, own) for number, own in enumerate(lanes) if events[number].kind in main]
    counts = Counter(link for _, own in numbered for link in dict.fromkeys(own))
    ranked = sorted(counts, key=lambda link: (-counts[link], link.text, link.path))
    if len(ranked) > MOST_LANES:
        ranked = ranked[: MOST_LANES - 1]
    rest = [Link(others, ""), Link(none, "")]
    found: dict[Link, list[int]] = {link: [] for link in [*ranked, *rest]}
    for number, own in numbered:
        kept = [link for link in dict.fromkeys(own) if link in ranked]
        for link in kept or [rest[0] if own else rest[1]]:
            found[link].append(number)
    return [(link, "", numbers) for link, numbers in found.items() if numbers]


def _apart(events: Sequence[EventView]) -> list[_Named]:
    return [
        (Link(name, ""), kind.value, numbers)
        for kind, name in _KIND_LANES.items()
        if kind not in MAIN and (numbers := [n for n, event in enumerate(events) if event.kind == kind.value])
    ]


def _packed(
    lanes: Sequence[_Named], events: Sequence[EventView], marks: Sequence[Mark], fit: tuple[float, float]
) -> tuple[Lane, ...]:
    shown = sum(not apart for _, apart, _ in lanes)
    most = max(FEWEST_ROWS, MOST_ROWS // max(1, shown))
    scale = WIDTH / (fit[1] - fit[0])
    return tuple(
        _lane(link, apart, _rows(numbers, events, marks, scale, most)) for link, apart, numbers in lanes
    )


def _lane(link: Link, apart: str, places: list[Place]) -> Lane:
    return Lane(link.text, link.path, apart, 1 + max(place.row for place in places), tuple(places))


def _rows(
    numbers: Sequence[int], events: Sequence[EventView], marks: Sequence[Mark], scale: float, most: int
) -> list[Place]:
    """A row for each event, in order of time.

    It is the first that has room for its label or, when all rows are taken, the one whose last mark is
    farthest back.
    """
    labelled: list[float] = []  # where each row's last label ends, in pixels
    marked: list[float] = []  # where its last mark ends
    places = []
    for number in sorted(numbers, key=lambda n: (marks[n].start, marks[n].end, n)):
        mark = marks[number]
        start = mark.start * scale
        end = max(mark.end * scale, start + POINT)
        label = max(LEAST_LABEL, LETTER * min(LONGEST_LABEL, len(events[number].title)))
        row = next((r for r, taken in enumerate(labelled) if taken <= start), None)
        if row is None and len(labelled) < most:
            row = len(labelled)
            labelled.append(0.0)
            marked.append(0.0)
        if row is None:
            row = min(range(most), key=lambda r: (marked[r], r))
        labelled[row] = end + label + POINT
        marked[row] = end
        places.append(Place(number, row))
    return places
