"""The chart: what the index and its script need to draw it.

The axis counts places on the time scale (`scale.py`), not Plotly's dates, which end at the years -9999 and 9999; the
script writes its own ticks. The y axis counts pixels down from the top.
"""

from collections.abc import Sequence
from typing import Any

from timeline.model.event import Event
from timeline.records import dataclass
from timeline.render import level as levels
from timeline.render.dates import Dates
from timeline.render.figure import figure
from timeline.render.lanes import (
    FEWEST_ROWS,
    MOST_IN_LANE,
    MOST_ROWS,
    Facet,
    Grouping,
    facets,
    groupings,
)
from timeline.render.marks import SHOWN, Mark, fitted, mark
from timeline.render.scale import scale
from timeline.render.still import AXIS, GAP, HEADER, MAP, ROW, Still, still
from timeline.render.view import EventView

Json = dict[str, Any]

FEW = 30  # events: with fewer, none need be drawn together


@dataclass(frozen=True, slots=True)
class Chart:
    """What the index needs: the head of the script's data, the still, and the groupings to choose from."""

    data: Json
    still: Still
    groupings: tuple[Grouping, ...]
    grouping: str
    facets: tuple[Facet, ...]
    marks: tuple[Mark, ...]
    shown: tuple[str, ...]
    folded: bool
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
            "last": max((axis.place(m.end) for m in main), default=fit[1]),
            "months": list(dates.months),
            "folds": [list(fold) for fold in axis.folds],
            "fold": axis.width,
            "grouping": chosen.key,
            "shown": kinds,
            "facets": [facet.key for facet in own],
            "groupings": [_grouping(way, dates.language) for way in ways],
        },
        still=drawn,
        groupings=ways,
        grouping=chosen.key,
        facets=own,
        marks=marks,
        shown=tuple(kinds),
        folded=bool(axis.folds),
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
        "step": levels.LETTER * levels.STEP,
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


def _grouping(way: Grouping, language: str) -> Json:
    lanes = [
        {"name": lane.name, "path": lane.path, "apart": lane.apart, "facet": lane.facet}
        | ({"language": lane.language} if lane.language not in ("", language) else {})
        for lane in way.lanes
    ]
    return {"key": way.key, "lanes": lanes}
