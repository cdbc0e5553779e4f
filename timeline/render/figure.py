"""The Plotly figure as plain data: a trace for each look that the events need, and the layout.

The script fills the traces' coordinates, since what is drawn depends on the zoom, and takes colours and fonts from the page.
"""

from collections.abc import Sequence
from typing import Any

from timeline.render.marks import Mark
from timeline.render.still import AXIS
from timeline.render.view import EventView

Json = dict[str, Any]

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
                "ticklabelshift": 2,  # off the line
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
