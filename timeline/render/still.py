"""The still: the whole chart as it looks on opening, for before and without scripts, and for paper.

It is drawn in SVG by the template, at any width: across in per cent, down in pixels.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from timeline.records import dataclass
from timeline.render import level as levels
from timeline.render.captions import Spot, captions
from timeline.render.dates import Dates
from timeline.render.lanes import FEWEST_ROWS, MOST_IN_LANE, MOST_ROWS, Grouping, Lane
from timeline.render.level import Place, packed
from timeline.render.marks import SHOWN, Mark
from timeline.render.scale import Scale
from timeline.render.ticks import length, rough, ticks
from timeline.render.view import EventView

HEADER = 22  # pixels of a lane's name
ROW = 22
GAP = 8  # below a lane
AXIS = 42  # above all lanes, for two lines
MAP = 34  # pixels of the minimap
STEP = 4  # pixels of its bars
MOST_TICKS = 6
TICK_ROOM = 0.1  # of the width: what a tick's name takes
SIZES = {
    "wide": 920,
    "narrow": 330,
}  # pixels of the narrowest chart of each size: captions are for one (`site.css`)


@dataclass(frozen=True, slots=True)
class StillCaption:
    """Words beside a mark, on charts of a `size` ("wide", "narrow"): to the `side` ("left", "right") of `x`, in per cent."""

    size: str
    side: str
    x: str
    words: str


@dataclass(frozen=True, slots=True)
class StillMark:
    """A mark of the still: `x` and `width` in per cent, `y` in pixels; a point has no width.

    The script takes the titles that are seen first from here: `number` is the event's, `label` its date and title, which is in
    `language`, and `id` its id if that is not the name of its page.
    """

    number: int
    id: str
    path: str
    label: str
    language: str
    kind: str
    shape: str
    doubt: str
    x: str
    width: str
    y: int
    captions: tuple[StillCaption, ...]


@dataclass(frozen=True, slots=True)
class StillCluster:
    """Events of the still that can't be told apart: their number, and where the list has the first of them."""

    event: EventView
    count: int
    x: str
    width: str
    middle: str


@dataclass(frozen=True, slots=True)
class StillLane:
    """A lane of the still, its top in pixels; `bars` is a path in bars' widths (`Still.bars` of them are as wide as it is) and pixels.

    `language` is that of the name where it is a value's (a tag, a source), empty where it is one of our words.
    """

    name: str
    y: int
    height: int
    marks: tuple[StillMark, ...]
    clusters: tuple[StillCluster, ...]
    bars: str
    count: int
    language: str


@dataclass(frozen=True, slots=True)
class Still:
    """The whole chart as it looks on opening, to be drawn in SVG at any width; its lanes begin at `top`."""

    height: int
    top: int
    lanes: tuple[StillLane, ...]
    ticks: tuple[tuple[str, str], ...]  # per cent, name
    folds: tuple[tuple[str, str, str], ...]  # per cent, width, name
    skyline: str  # a path, in steps and pixels
    bars: float = levels.WIDTH / levels.BAR
    steps: float = levels.WIDTH / STEP


def still(  # noqa: PLR0917  all that the picture is made of
    way: Grouping,
    views: Sequence[EventView],
    marks: Sequence[Mark],
    axis: Scale,
    fit: tuple[float, float],
    dates: Dates,
) -> Still:
    """The chart on opening."""
    perday = levels.WIDTH / (fit[1] - fit[0])
    extents = [
        ((axis.place(m.start) - fit[0]) * perday, (axis.place(m.end) - fit[0]) * perday) for m in marks
    ]
    steps = [levels.steps(view.title) for view in views]
    kinds = {kind.value for kind in SHOWN}
    lanes = [lane for lane in way.lanes if not lane.apart or lane.apart in kinds]
    events = [[n for n in lane.events if views[n].kind in kinds] for lane in lanes]
    needs = [_rows(packed(own, extents, steps, MOST_IN_LANE)) for own in events]
    found = []
    top = AXIS
    for lane, own, most in zip(lanes, events, levels.shares(needs, MOST_ROWS, FEWEST_ROWS), strict=True):
        if not own:
            continue
        places = packed(own, extents, steps, most)
        told = way.key != "kind" and lane.facet >= 0 and not lane.apart
        language = (lane.language or dates.language) if told else ""
        found.append(_still_lane(lane, places, views, marks, top, language))
        top += found[-1].height
    drawn = sorted({number for lane in lanes for number in lane.events if views[number].kind in kinds})
    return Still(
        top,
        AXIS,
        tuple(found),
        *_still_axis(axis, fit, dates),
        _skyline([sum(extents[n]) / 2 for n in drawn]),
    )


def _rows(places: Sequence[Place]) -> int:
    return 1 + max((place.row for place in places), default=-1)


def _still_lane(  # noqa: PLR0917  all that a lane is drawn from
    lane: Lane,
    places: Sequence[Place],
    views: Sequence[EventView],
    marks: Sequence[Mark],
    y: int,
    language: str,
) -> StillLane:
    rows = _rows(places)
    drawn = levels.level(places, rows)
    told = _captions(drawn, views)
    return StillLane(
        lane.name,
        y,
        HEADER + ROW * rows + GAP,
        tuple(
            _still_mark(views[p.event], marks[p.event], p, y + HEADER + ROW * p.row, told[p.event])
            for p in drawn.singles
        ),
        tuple(
            StillCluster(
                views[c.events[0]],
                len(c.events),
                _share(c.start),
                _share(c.end - c.start),
                _share((c.start + c.end) / 2),
            )
            for c in drawn.clusters
        ),
        _path(drawn.bars, ROW * rows),
        len(places),
        language,
    )


def _captions(drawn: levels.Level, views: Sequence[EventView]) -> dict[int, tuple[StillCaption, ...]]:
    """What is written beside each single mark of a lane, by event, at each size."""
    found: dict[int, tuple[StillCaption, ...]] = {place.event: () for place in drawn.singles}
    blocks = [(cluster.start, cluster.end) for cluster in drawn.clusters]
    for row in {place.row for place in drawn.singles}:
        marks: list[tuple[float, float, int]] = [(start, end, -1) for start, end in blocks]
        marks += [(place.start, place.end, place.event) for place in drawn.singles if place.row == row]
        marks.sort()
        for size, width in SIZES.items():
            per = width / levels.WIDTH
            spots = [Spot(a * per, b * per, views[n].title if n >= 0 else "") for a, b, n in marks]
            for (start, end, event), told in zip(marks, captions(spots, width), strict=True):
                if told:
                    x = _share(end if told.side == "right" else start)
                    found[event] += (StillCaption(size, told.side, x, told.words),)
    return found


def _still_mark(
    view: EventView, mark: Mark, place: Place, y: int, told: tuple[StillCaption, ...]
) -> StillMark:
    point = mark.shape == "point"
    return StillMark(
        place.event,
        view.id if view.path != f"events/{view.id}.html" else "",
        view.path,
        f"{view.date}: {view.title}",
        view.language,
        view.kind,
        mark.shape,
        view.doubt,
        _share((place.start + place.end) / 2 if point else place.start),
        "" if point else _share(place.end - place.start),
        y + ROW // 2,
        told,
    )


def _path(bars: Sequence[levels.Bar], height: int) -> str:
    """Bars as one path of strokes, from the bottom up; the highest is as high as the lane."""
    most = max((bar.inside + bar.across for bar in bars), default=1)
    highs = [max(2, round(height * (bar.inside + bar.across) / most)) for bar in bars]
    return strokes([round(bar.start / levels.BAR) for bar in bars], highs, height)


def _skyline(middles: Sequence[float]) -> str:
    """How many events there are where, for the minimap."""
    counts = Counter(int(x // STEP) for x in middles)
    most = max(counts.values(), default=1)
    slots = sorted(counts)
    return strokes(slots, [max(2, round((MAP - 2) * counts[slot] / most)) for slot in slots], MAP)


def strokes(slots: Sequence[int], highs: Sequence[int], bottom: int) -> str:
    """Upright strokes as a path, each in the middle of its slot, from its foot up and from there to the next one's foot.

    >>> strokes([2, 3, 7], [5, 9, 4], 20)
    'M2.5 20v-5m1 5v-9m4 9v-4'
    """
    found = []
    last = None
    for slot, high in zip(slots, highs, strict=True):
        found.append(
            f"M{slot}.5 {bottom}v-{high}" if last is None else f"m{slot - last[0]} {last[1]}v-{high}"
        )
        last = slot, high
    return "".join(found)


def _still_axis(
    axis: Scale, fit: tuple[float, float], dates: Dates
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str, str], ...]]:
    """Ticks in each unfolded stretch, as dense as in all, and the folds with their lengths."""
    share: Callable[[float], float] = lambda place: 100 * (place - fit[0]) / (fit[1] - fit[0])  # noqa: E731
    first = axis.folds[0][0] - (axis.place(axis.folds[0][0]) - fit[0]) if axis.folds else fit[0]
    edges = [first, *(day for fold in axis.folds for day in fold), fit[1]]
    points: list[tuple[float, str]] = []
    last = -100.0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        span = (end - start) / (fit[1] - fit[0])
        named = ticks(start, end, max(1, round(MOST_TICKS * span)), dates)[: max(1, int(span / TICK_ROOM))]
        if span < TICK_ROOM:  # room for one name: that of its middle
            named = [(round((start + end) / 2), rough((start + end) / 2, dates))]
        for day, name in named:
            x = share(axis.place(day))
            if x - last >= 100 * TICK_ROOM:
                points.append((x, name))
                last = x
    folds = tuple(
        (
            f"{share(axis.place(start)):.2f}%",
            f"{100 * axis.width / (fit[1] - fit[0]):.2f}%",
            length(end - start),
        )
        for start, end in axis.folds
    )
    return tuple((f"{x:.2f}%", name) for x, name in points), folds


def _share(pixels: float) -> str:
    return f"{100 * pixels / levels.WIDTH:.2f}%"
