"""Lanes: which bands the chart is cut into, and which events stand in each."""

from collections import Counter
from collections.abc import Sequence

from timeline.model.event import Kind
from timeline.records import dataclass
from timeline.render.marks import APART
from timeline.render.quotation import Link
from timeline.render.view import EventView

MOST_LANES = 7
MOST_OFFERED = 100  # values of a facet to choose from; the others are found by their pages and by search
MOST_ROWS = 24  # in all lanes together, roughly
FEWEST_ROWS = 2  # for a lane that needs them
MOST_IN_LANE = 8
OTHERS, NONE = -1, -2  # what a lane holds that is for no facet of its own

_KIND_LANES = {
    Kind.EVENT: "Events",
    Kind.PLAN: "Planned",
    Kind.BACKGROUND: "Background",
    Kind.STATISTIC: "Figures",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """What events are told apart by. `ranked` are its values, most frequent first: a value's number is its rank.

    `own` are each event's values as numbers, `languages` those of the values (empty: the site's). `others` and `none` name the lanes of what has no lane of its own, and
    of events without any value.
    """

    key: str
    name: str
    ranked: tuple[Link, ...]
    counts: tuple[int, ...]
    own: tuple[tuple[int, ...], ...]
    others: str
    none: str
    languages: tuple[str, ...]

    @property
    def offered(self) -> tuple["Value", ...]:
        """The most frequent values, by name, to choose from."""
        found = [
            Value(number, link.text, link.path, self.counts[number], self.languages[number])
            for number, link in enumerate(self.ranked[:MOST_OFFERED])
        ]
        return tuple(sorted(found, key=lambda value: (value.text.casefold(), value.path)))


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet to choose: its number, name, page, how many events have it, and the name's language (empty: the site's)."""

    number: int
    text: str
    path: str
    count: int
    language: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the chart; an event stands in every lane it belongs to.

    `path` is the page about it, if any, and `language` that of its name, where that is not the site's; `apart` the kind it holds if that is kept apart, and `facet` else the
    number of the value whose events it holds, `OTHERS` or `NONE`.
    """

    name: str
    path: str
    apart: str
    facet: int
    events: tuple[int, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to cut the chart into lanes."""

    key: str
    name: str
    lanes: tuple[Lane, ...]


def facets(events: Sequence[EventView]) -> tuple[Facet, ...]:
    """Tags, who, places and sources, as far as any event has one."""
    ways = (
        ("tag", "Tag", [event.tags for event in events], "Other tags", "Without a tag"),
        ("participant", "Who", _again([event.participants for event in events]), "Others", "Nobody by name"),
        ("place", "Place", _again([event.places for event in events]), "Other places", "No place by name"),
        ("source", "Source", [_pages(event) for event in events], "Other sources", "Added by hand"),
    )
    return tuple(
        _facet(key, name, own, others, none, events) for key, name, own, others, none in ways if any(own)
    )


def groupings(events: Sequence[EventView], found: Sequence[Facet]) -> tuple[Grouping, ...]:
    """By each facet, and by kind."""
    kinds = tuple(
        Lane(name, "", kind.value if kind in APART else "", number, own)
        for number, (kind, name) in enumerate(_KIND_LANES.items())
        if (own := tuple(n for n, event in enumerate(events) if event.kind == kind.value))
    )
    return (
        *(Grouping(facet.key, facet.name, (*_lanes(events, facet), *_apart(events))) for facet in found),
        Grouping("kind", "Kind", kinds),
    )


def _again(named: Sequence[Sequence[str]]) -> list[tuple[Link, ...]]:
    """Names as lanes: only of those that stand in two events or more is a lane worth drawing."""
    counts = Counter(name for names in named for name in names)
    return [tuple(Link(name, "") for name in names if counts[name] > 1) for names in named]


def _pages(event: EventView) -> tuple[Link, ...]:
    """The pages of an event's sources."""
    return tuple(Link(source.text, source.page) for source in event.sources)


def _facet(  # noqa: PLR0917  a record's fields
    key: str, name: str, own: Sequence[Sequence[Link]], others: str, none: str, events: Sequence[EventView]
) -> Facet:
    apart = {kind.value for kind in APART}
    counts = Counter(link for links in own for link in dict.fromkeys(links))
    main = Counter(
        link
        for event, links in zip(events, own, strict=True)
        if event.kind not in apart
        for link in dict.fromkeys(links)
    )
    ranked = tuple(sorted(counts, key=lambda link: (-main[link], -counts[link], link.text, link.path)))
    numbers = {link: number for number, link in enumerate(ranked)}
    spoken = (
        {told.page: told.language for event in events for told in event.sources} if key == "source" else {}
    )
    return Facet(
        key,
        name,
        ranked,
        tuple(counts[link] for link in ranked),
        tuple(tuple(numbers[link] for link in dict.fromkeys(links)) for links in own),
        others,
        none,
        tuple(spoken.get(link.path, "") for link in ranked),
    )


def _lanes(events: Sequence[EventView], facet: Facet) -> list[Lane]:
    """Lanes with the numbers of their events, the fullest first; those beyond the most go together."""
    apart = {kind.value for kind in APART}
    numbered = [(n, facet.own[n]) for n, event in enumerate(events) if event.kind not in apart]
    used = {value for _, own in numbered for value in own}
    kept = len(used) if len(used) <= MOST_LANES else MOST_LANES - 1
    found: dict[int, list[int]] = {value: [] for value in [*range(kept), OTHERS, NONE]}
    for number, own in numbered:
        for lane in [value for value in own if value < kept] or [OTHERS if own else NONE]:
            found[lane].append(number)
    names = {OTHERS: Link(facet.others, ""), NONE: Link(facet.none, "")}
    links = {lane: names.get(lane) or facet.ranked[lane] for lane in found if found[lane]}
    return [
        Lane(link.text, link.path, "", lane, tuple(found[lane]), facet.languages[lane] if lane >= 0 else "")
        for lane, link in links.items()
    ]


def _apart(events: Sequence[EventView]) -> list[Lane]:
    return [
        Lane(name, "", kind.value, NONE, own)
        for kind, name in _KIND_LANES.items()
        if kind in APART and (own := tuple(n for n, event in enumerate(events) if event.kind == kind.value))
    ]
