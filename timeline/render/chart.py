"""The chart: a Plotly figure as plain data, the marks it draws, and a still of it for before and without scripts.

The axis counts days (day numbers), not Plotly's dates, which end at the years -9999 and 9999; `chart.js` writes
its own ticks. The y axis counts pixels down from the top. The script fills the traces' coordinates, since what
is drawn depends on the zoom, and takes colours and fonts from the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.event import Event
from timeline.render.dates import Dates
from timeline.render.lanes import Grouping, groupings
from timeline.render.marks import MAIN, Mark, fitted, mark
from timeline.render.ticks import ticks
from timeline.render.view import EventView

Json = dict[str, Any]

HEADER = 22  # pixels of a lane's name
ROW = 22
GAP = 8  # below a lane
AXIS = 42  # above all lanes, for two lines
MOST_TICKS = 6
LONGEST_EXCERPT = 260  # letters of a quotation in the card

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
class StillLane:
    """A lane of the still, its top in pixels."""

    name: str
    y: int
    height: int
    marks: tuple[StillMark, ...]


@dataclass(frozen=True, slots=True)
class Still:
    """The whole chart as it looks on opening, to be drawn in SVG at any width; its lanes begin at `top`."""

    height: int
    top: int
    lanes: tuple[StillLane, ...]
    ticks: tuple[tuple[str, str], ...]  # per cent, name


@dataclass(frozen=True, slots=True)
class Chart:
    """What the index needs: the data for the script, the still, and the groupings to choose from."""

    data: Json
    still: Still
    groupings: tuple[Grouping, ...]
    grouping: str


def chart(events: Sequence[Event], views: Sequence[EventView], wanted: str, dates: Dates = Dates()) -> Chart:
    """The chart of all events.

    On opening it is cut into lanes as wanted ("tag", "source", "kind") if that says anything, else by the
    first way that does.
    """
    marks = [mark(event, view) for event, view in zip(events, views, strict=True)]
    main = [m for m, event in zip(marks, events, strict=True) if event.kind in MAIN]
    fit = fitted(main or marks)
    ways = groupings(views, marks, fit)
    chosen = next((way for way in ways if way.key == wanted), ways[0])
    return Chart(
        data={
            "figure": figure(views, marks, fit),
            "metrics": {"header": HEADER, "row": ROW, "gap": GAP, "axis": AXIS},
            "fit": list(fit),
            "months": list(dates.months),
            "grouping": chosen.key,
            "main": [kind.value for kind in MAIN],
            "groupings": [_grouping(way) for way in ways],
            "events": [_event(view, mark) for view, mark in zip(views, marks, strict=True)],
        },
        still=still(chosen, views, marks, fit, dates),
        groupings=ways,
        grouping=chosen.key,
    )


def figure(views: Sequence[EventView], marks: Sequence[Mark], fit: tuple[float, float]) -> Json:
    """The Plotly figure: one trace for each look that the events need, still without coordinates."""
    looks = sorted({(mark.shape, view.kind, view.doubt) for view, mark in zip(views, marks, strict=True)})
    return {
        "data": [
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
                "showgrid": True,
                "zeroline": False,
                "automargin": False,
            },
            "yaxis": {"visible": False, "fixedrange": True, "range": [100, 0], "zeroline": False},
        },
        "config": {
            "displayModeBar": False,
            "showSendToCloud": False,
            "displaylogo": False,
            "scrollZoom": False,  # the page scrolls; the script zooms when it is asked to
            "doubleClick": False,
            "responsive": False,
            "showTips": False,
        },
    }


def still(
    way: Grouping, views: Sequence[EventView], marks: Sequence[Mark], fit: tuple[float, float], dates: Dates
) -> Still:
    """The chart on opening."""
    lanes = []
    top = AXIS
    for lane in way.lanes:
        if lane.apart:
            continue
        placed = [
            _still_mark(views[place.event], marks[place.event], top + HEADER + ROW * place.row, fit)
            for place in lane.places
            if views[place.event].kind in {kind.value for kind in MAIN}
        ]
        height = HEADER + ROW * lane.rows + GAP
        lanes.append(StillLane(lane.name, top, height, tuple(placed)))
        top += height
    points = tuple((_share(day, fit), name) for day, name in ticks(*fit, MOST_TICKS, dates))
    return Still(top, AXIS, tuple(lanes), points)


def _still_mark(view: EventView, mark: Mark, y: int, fit: tuple[float, float]) -> StillMark:
    point = mark.shape == "point"
    width = "" if point else f"{100 * (mark.end - mark.start) / (fit[1] - fit[0]):.3f}%"
    return StillMark(
        view.path,
        f"{view.date}: {view.title}",
        view.kind,
        mark.shape,
        view.doubt,
        _share(mark.middle if point else mark.start, fit),
        width,
        y + ROW // 2,
    )


def _share(day: float, fit: tuple[float, float]) -> str:
    return f"{100 * (day - fit[0]) / (fit[1] - fit[0]):.3f}%"


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
    return {
        "type": "scatter",
        "name": look.strip(),
        "meta": {"look": look.strip(), "colour": variable},
        "x": [],
        "y": [],
        "hoverinfo": "skip",
        "cliponaxis": True,
    }


def _grouping(way: Grouping) -> Json:
    return {
        "key": way.key,
        "lanes": [
            {
                "name": lane.name,
                "path": lane.path,
                "apart": lane.apart,
                "rows": lane.rows,
                "places": [[place.event, place.row] for place in lane.places],
            }
            for lane in way.lanes
        ],
    }


def _event(view: EventView, mark: Mark) -> Json:
    """An event for the script: short keys are not worth it, since pages are served compressed."""
    first = view.quotations[0] if view.quotations else None
    found: Json = {
        "id": view.id,
        "path": view.path,
        "title": view.title,
        "date": view.date,
        "kind": view.kind,
        "origin": view.origin,
        "who": view.who,
        "tags": [tag.text for tag in view.tags],
        "sources": [[source.text, source.path] for source in view.sources],
        "summary": view.plain_summary,
        "start": mark.start,
        "end": mark.end,
        "look": f"{mark.shape} {view.kind} {view.doubt}".strip(),
        "shape": mark.shape,
    }
    if first:
        found["quote"] = excerpt(first.text)
        found["publisher"] = first.publisher
    if mark.before or mark.after:
        found["ends"] = [mark.before, mark.after]
    if mark.rivals:
        found["rivals"] = [list(rival) for rival in mark.rivals]
    return found


def excerpt(text: str, longest: int = LONGEST_EXCERPT) -> str:
    """The beginning of a text, cut between words."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    return flat[: longest + 1].rpartition(" ")[0].rstrip(" ,;:") + " …"
