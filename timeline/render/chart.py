"""The chart: a Plotly figure as plain data, and a still of it for before and without scripts.

The axis counts places on the time scale (`scale.py`), not Plotly's dates, which end at the years -9999 and 9999; the
script writes its own ticks. The y axis counts pixels down from the top. The script fills the traces' coordinates,
since what is drawn depends on the zoom, and takes colours and fonts from the page.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.event import Event
from timeline.render import level as levels
from timeline.render.dates import Dates
from timeline.render.lanes import (
    FEWEST_ROWS,
    MOST_IN_LANE,
    MOST_ROWS,
    Facet,
    Grouping,
    Lane,
    facets,
    groupings,
)
from timeline.render.level import Place, packed
from timeline.render.marks import SHOWN, Mark, fitted, mark
from timeline.render.scale import Scale, scale
from timeline.render.ticks import length, rough, ticks
from timeline.render.view import EventView

Json = dict[str, Any]

HEADER = 22  # pixels of a lane's name
ROW = 22
GAP = 8  # below a lane
AXIS = 42  # above all lanes, for two lines
MAP = 34  # pixels of the minimap
STEP = 4  # pixels of its bars
MOST_TICKS = 6
FEW = 30  # events: with fewer, none need be drawn together
LABEL_ROOM = 26  # pixels beside a mark, for the least of labels
MOST_OPENING = 200  # events whose titles come at once
TICK_ROOM = 0.1  # of the width: what a tick's name takes

# Literal colours are those of the light scheme; the script replaces them by the page's (`meta.colour`).
_COLOURS = {
    "event": ("--mark-event", "#9c2f1f"),
    "plan": ("--mark-plan", "#1f5673"),
    "background": ("--mark-background", "#6d675e"),
    "statistic": ("--mark-statistic", "#7a5c10"),
}
_SYMBOLS = {"event": "circle", "plan": "circle-open", "background": "circle", "statistic": "diamond"}
_DOUBTFUL = {"approximate": "circle-open-dot", "uncertain": "circle-x-open"}
_DASHES = {"": "solid", "approximate": "5px,2px", "uncertain": "2px,3px", "approximate uncertain": "1px,3px"}


@dataclass(frozen=True, slots=True)
class StillMark:
    """A mark of the still: `x` and `width` in per cent, `y` in pixels; a point has no width."""

    path: str
    label: str
    kind: str
    shape: str
    doubt: str
    x: str
    width: str
    y: int


@dataclass(frozen=True, slots=True)
class StillCluster:
    """Events of the still that can't be told apart: their number, and where the list has the first of them."""

    event: EventView
    count: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class StillLane:
    """A lane of the still, its top in pixels; `bars` is a path in bars' widths (`Still.bars` of them are as wide as it is) and pixels.

    `labelled` are the events beside whose marks there is room for a label, by number. `told` says that the name is a
    value's (a tag, a source), not one of our words.
    """

    name: str
    y: int
    height: int
    marks: tuple[StillMark, ...]
    clusters: tuple[StillCluster, ...]
    bars: str
    count: int
    labelled: tuple[int, ...]
    told: bool


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


@dataclass(frozen=True, slots=True)
class Chart:
    """What the index needs: the head of the script's data, the still, and the groupings to choose from.

    `opening` are the events that have room for a label as long as nobody has moved the chart.
    """

    data: Json
    still: Still
    groupings: tuple[Grouping, ...]
    grouping: str
    facets: tuple[Facet, ...]
    marks: tuple[Mark, ...]
    shown: tuple[str, ...]
    folded: bool
    opening: tuple[int, ...]
    legend: frozenset[str]


def chart(events: Sequence[Event], views: Sequence[EventView], wanted: str, dates: Dates = Dates()) -> Chart:
    """The chart of all events.

    On opening it is cut into lanes as wanted ("tag", "source", "kind") if that says anything, else by the
    first way that does.
    """
    marks = tuple(mark(event, view) for event, view in zip(events, views, strict=True))
    kinds = [kind.value for kind in SHOWN]
    main = [m for m, view in zip(marks, views, strict=True) if view.kind in kinds] or marks
    axis = scale([(m.start, m.end) for m in main])
    fit = fitted(main, axis)
    own = facets(views)
    ways = groupings(views, own)
    chosen = next((way for way in ways if way.key == wanted), ways[0])
    drawn = still(chosen, views, marks, axis, fit, dates)
    return Chart(
        data={
            "figure": figure(views, marks, fit),
            "metrics": _metrics(),
            "fit": list(fit),
            "months": list(dates.months),
            "folds": [list(fold) for fold in axis.folds],
            "fold": axis.width,
            "grouping": chosen.key,
            "shown": kinds,
            "facets": [facet.key for facet in own],
            "groupings": [_grouping(way) for way in ways],
        },
        still=drawn,
        groupings=ways,
        grouping=chosen.key,
        facets=own,
        marks=marks,
        shown=tuple(kinds),
        folded=bool(axis.folds),
        opening=tuple(dict.fromkeys(number for lane in drawn.lanes for number in lane.labelled))[
            :MOST_OPENING
        ],
        legend=_legend(views, marks),
    )


def _legend(views: Sequence[EventView], marks: Sequence[Mark]) -> frozenset[str]:
    """The signs that have to be explained: those that occur."""
    found = {{"point": "day"}.get(m.shape, m.shape) for m in marks}
    signs = {
        "doubt": any(view.doubt for view in views),
        "open": any(m.before or m.after for m in marks),
        "rivals": any(m.rivals for m in marks),
        "many": len(marks) > FEW,
    }
    return frozenset(found | {name for name, there in signs.items() if there})


def _metrics() -> Json:
    """The measures that the script shares with the still, in pixels and letters."""
    return {
        "header": HEADER,
        "row": ROW,
        "gap": GAP,
        "axis": AXIS,
        "map": MAP,
        "width": levels.WIDTH,
        "letter": levels.LETTER,
        "longest": levels.LONGEST_LABEL,
        "least": levels.LEAST_LABEL,
        "point": levels.POINT,
        "cell": levels.CELL,
        "bar": levels.BAR,
        "wide": levels.WIDE,
        "overlap": levels.OVERLAP,
        "crowded": levels.CROWDED,
        "rows": MOST_ROWS,
        "in_lane": MOST_IN_LANE,
        "fewest": FEWEST_ROWS,
    }


def figure(views: Sequence[EventView], marks: Sequence[Mark], fit: tuple[float, float]) -> Json:
    """The Plotly figure: one trace for each look that the events need, still without coordinates."""
    looks = sorted({(mark.shape, view.kind, view.doubt) for view, mark in zip(views, marks, strict=True)})
    return {
        "data": [
            _filled("bars", "--mark-event", 0.55),
            _filled("across", "--mark-event", 0.2),
            _filled("cluster", "--mark-event", 0.16),
            _filled("bars apart", "--mark-background", 0.55),
            _filled("across apart", "--mark-background", 0.2),
            _filled("cluster apart", "--mark-background", 0.16),
            _thin("rival", "2px,3px"),
            _thin("tail open", "solid"),
            _thin("tail unknown", "2px,3px"),
            _sign("rival end", "x-thin"),
            _sign("open after", "triangle-right"),
            _sign("open before", "triangle-left"),
            *(trace for look in looks for trace in _traces(*look)),
        ],
        "layout": {
            "margin": {"l": 0, "r": 0, "t": AXIS, "b": 0, "pad": 0},
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "xaxis": {
                "type": "linear",
                "side": "top",
                "range": list(fit),
                "tickmode": "array",
                "tickvals": [],
                "ticktext": [],
                "ticks": "outside",
                "ticklen": 6,
                "ticklabelposition": "outside right",
                "ticklabeloverflow": "allow",  # to hide what hangs over, Plotly would measure each
                "showgrid": True,
                "zeroline": False,
                "automargin": False,
            },
            "yaxis": {"visible": False, "fixedrange": True, "range": [100, 0], "zeroline": False},
        },
        "config": {
            "staticPlot": True,  # hand.js moves it: Plotly need not listen, nor build what it would listen with
            "displayModeBar": False,
            "showSendToCloud": False,
            "displaylogo": False,
            "responsive": False,
        },
    }


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
    letters = [len(view.title) for view in views]
    kinds = {kind.value for kind in SHOWN}
    lanes = [lane for lane in way.lanes if not lane.apart or lane.apart in kinds]
    events = [[n for n in lane.events if views[n].kind in kinds] for lane in lanes]
    needs = [_rows(packed(own, extents, letters, MOST_IN_LANE)) for own in events]
    found = []
    top = AXIS
    for lane, own, most in zip(lanes, events, levels.shares(needs, MOST_ROWS, FEWEST_ROWS), strict=True):
        if not own:
            continue
        places = packed(own, extents, letters, most)
        told = way.key != "kind" and lane.facet >= 0 and not lane.apart
        found.append(_still_lane(lane, places, views, marks, top, told=told))
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


def _still_lane(
    lane: Lane,
    places: Sequence[Place],
    views: Sequence[EventView],
    marks: Sequence[Mark],
    y: int,
    *,
    told: bool,
) -> StillLane:
    rows = _rows(places)
    drawn = levels.level(places, rows)
    return StillLane(
        lane.name,
        y,
        HEADER + ROW * rows + GAP,
        tuple(
            _still_mark(views[p.event], marks[p.event], p, y + HEADER + ROW * p.row) for p in drawn.singles
        ),
        tuple(
            StillCluster(views[c.events[0]], len(c.events), _share(c.start), _share(c.end - c.start))
            for c in drawn.clusters
        ),
        _path(drawn.bars, ROW * rows),
        len(places),
        _labelled(drawn, rows),
        told,
    )


def _labelled(drawn: levels.Level, rows: int) -> tuple[int, ...]:
    """The events that have room beside their marks."""
    found: list[int] = []
    for row in range(rows):
        own = [(place.start, place.end, place.event) for place in drawn.singles if place.row == row]
        ends = sorted([*own, *((cluster.start, cluster.end, -1) for cluster in drawn.clusters)])
        edges = [(0.0, 0.0, -1), *ends, (float(levels.WIDTH), 0.0, -1)]
        for before, here, after in zip(edges, edges[1:], edges[2:], strict=False):
            if here[2] >= 0 and max(here[0] - before[1], after[0] - here[1]) >= LABEL_ROOM:
                found.append(here[2])
    return tuple(found)


def _still_mark(view: EventView, mark: Mark, place: Place, y: int) -> StillMark:
    point = mark.shape == "point"
    return StillMark(
        view.path,
        f"{view.date}: {view.title}",
        view.kind,
        mark.shape,
        view.doubt,
        _share((place.start + place.end) / 2 if point else place.start),
        "" if point else _share(place.end - place.start),
        y + ROW // 2,
    )


def _path(bars: Sequence[levels.Bar], height: int) -> str:
    """Bars as one path, from the bottom up; the highest is as high as the lane."""
    most = max((bar.inside + bar.across for bar in bars), default=1)
    highs = ((bar, max(2, round(height * (bar.inside + bar.across) / most))) for bar in bars)
    return "".join(f"M{bar.start / levels.BAR:.0f} {height}v-{high}h.92v{high}z" for bar, high in highs)


def _skyline(middles: Sequence[float]) -> str:
    """How many events there are where, for the minimap."""
    counts = Counter(int(x // STEP) for x in middles)
    most = max(counts.values(), default=1)
    highs = ((slot, max(2, round((MAP - 2) * count / most))) for slot, count in sorted(counts.items()))
    return "".join(f"M{slot} {MAP}v-{high}h1v{high}z" for slot, high in highs)


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


def _traces(shape: str, kind: str, doubt: str) -> list[Json]:
    """How one look is drawn: a day as a marker, anything longer as a bar, hollow if it is planned."""
    variable, colour = _COLOURS[kind]
    if shape == "point":
        symbol = _DOUBTFUL.get(doubt.rpartition(" ")[2]) or _SYMBOLS[kind]
        width = 2 if "open" in symbol else 0
        marker = {
            "symbol": symbol,
            "size": 8 if kind == "background" else 10,
            "color": colour,
            "opacity": 1,
            "line": {"width": width, "color": colour},
        }
        return [{**_named(f"{shape} {kind} {doubt}", variable), "mode": "markers", "marker": marker}]
    bar = {
        **_named(f"{shape} {kind} {doubt}", variable),
        "mode": "lines",
        "line": {
            "width": 10 if shape == "span" else 8,
            "dash": _DASHES[doubt],
            "color": colour,
            "simplify": False,
        },
        # pale, but still 3:1 against the page
        "opacity": 0.62 if shape == "within" and kind != "plan" else 1,
    }
    if kind != "plan":
        return [bar]
    inside = {
        **_named(f"inside {shape} {kind} {doubt}", "--paper"),
        "mode": "lines",
        "line": {"width": 4, "color": "#fbfaf7", "simplify": False},
    }
    return [bar, inside]


def _filled(look: str, variable: str, opacity: float) -> Json:
    """Rectangles of any number as one shape."""
    colour = next(literal for name, literal in _COLOURS.values() if name == variable)
    fill = {"mode": "lines", "fill": "toself", "fillcolor": colour, "line": {"width": 0}, "opacity": opacity}
    return {**_named(look, variable), **fill}


def _thin(look: str, dash: str) -> Json:
    """A thin line: to a rival's date, or on from an end that is no date."""
    variable, colour = _COLOURS["event"]
    line = {"width": 1.5, "dash": dash, "color": colour, "simplify": False}
    return {**_named(look, variable), "mode": "lines", "line": line}


def _sign(look: str, symbol: str) -> Json:
    """What stands at the end of a thin line."""
    variable, colour = _COLOURS["event"]
    marker = {"symbol": symbol, "size": 8, "color": colour, "line": {"width": 1.5, "color": colour}}
    return {**_named(look, variable), "mode": "markers", "marker": marker}


def _named(look: str, variable: str) -> Json:
    """What every trace has; `meta` tells the script which marks it draws and in which of the page's colours."""
    return {"type": "scatter", "meta": {"look": look.strip(), "colour": variable}}


def _grouping(way: Grouping) -> Json:
    lanes = [
        {"name": lane.name, "path": lane.path, "apart": lane.apart, "facet": lane.facet} for lane in way.lanes
    ]
    return {"key": way.key, "lanes": lanes}
