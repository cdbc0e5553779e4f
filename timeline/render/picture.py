"""The picture that stands for the site where somebody shares its address: all events on a time axis, as PNG.

It is drawn in the light colours of the shipped theme, on twice the size and scaled down. The one font that
comes with Pillow holds ASCII only, so the picture says years, and no other words.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.render.marks import Mark, fitted
from timeline.render.ticks import ticks

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

PATH = "assets/timeline.png"
WIDTH, HEIGHT = 1200, 630  # pixels, as those who show such pictures ask for

_SCALE = 2
_EDGE = 60  # left and right
_TOP, _AXIS = 60, 510  # of what is drawn, from above
_ROW = 30
_HALF = 10  # of a mark's height
_LEAST_GAP = 6  # between two marks in a row
_TICKS = 5
_BINS = 135
_PAPER, _QUIET, _RULE = "#fbfaf7", "#5c5850", "#d8d3c8"
_COLOURS = {"event": "#9c2f1f", "plan": "#1f5673", "background": "#6d675e", "statistic": "#7a5c10"}
_PALE = {"event": "#c08a81", "plan": "#82a1b1", "background": "#aca8a2", "statistic": "#b5a478"}

_Drawn = tuple[float, float, str, str]  # from and to (pixels), shape and kind


def png(marks: Sequence[tuple[Mark, str]]) -> bytes:
    """The picture of marks, each with its kind ("event", "plan" …): one by one where there is room, else as bars."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - a site that does not know its address needs no picture

    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), _PAPER)
    draw = ImageDraw.Draw(image)
    fit = fitted([mark for mark, _ in marks])
    _axis(draw, fit)
    drawn = sorted(_across(mark, kind, fit) for mark, kind in marks)
    rows = _rows(drawn)
    if max(rows, default=0) < (_AXIS - _TOP) // _ROW:
        for row, item in zip(rows, drawn, strict=True):
            _mark(draw, item, _AXIS - 8 - _ROW * (row + 0.5))
    else:
        _bars(draw, drawn)
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _across(mark: Mark, kind: str, fit: tuple[float, float]) -> _Drawn:
    """Where a mark stands; a day is as wide as it is high."""
    start, end = _x(mark.start, fit), _x(mark.end, fit)
    if end - start >= 2 * _HALF:
        return start, end, mark.shape, kind
    middle = (start + end) / 2
    return middle - _HALF, middle + _HALF, "point", kind


def _rows(drawn: Sequence[_Drawn]) -> list[int]:
    """The lowest row that is free for each, from 0."""
    ends: list[float] = []
    found = []
    for start, end, _, _ in drawn:
        row = next((n for n, last in enumerate(ends[:_BINS]) if last + _LEAST_GAP <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        found.append(row)
    return found


def _mark(draw: "ImageDraw", item: _Drawn, y: float) -> None:
    start, end, shape, kind = item
    half = _HALF if shape == "point" else 0.7 * _HALF
    box = _scaled(start, y - half, end, y + half)
    colour = (_PALE if shape == "within" else _COLOURS)[kind]
    if shape == "point":
        draw.ellipse(box, fill=colour)
    else:
        draw.rounded_rectangle(box, radius=3 * _SCALE, fill=colour)


def _bars(draw: "ImageDraw", drawn: Sequence[_Drawn]) -> None:
    """How many events there are, bin by bin."""
    wide = (WIDTH - 2 * _EDGE) / _BINS
    counts = [0] * _BINS
    for start, end, _, _ in drawn:
        counts[min(_BINS - 1, max(0, int(((start + end) / 2 - _EDGE) / wide)))] += 1
    for number, found in enumerate(counts):
        if found:
            left = _EDGE + number * wide
            top = _AXIS - 6 - (_AXIS - 6 - _TOP) * found / max(counts)
            draw.rectangle(
                _scaled(left, min(top, _AXIS - 9), left + wide - 2, _AXIS - 6), fill=_COLOURS["event"]
            )


def _axis(draw: "ImageDraw", fit: tuple[float, float]) -> None:
    from PIL import ImageFont  # noqa: PLC0415

    font = ImageFont.load_default(30 * _SCALE)
    draw.line(_scaled(_EDGE, _AXIS, WIDTH - _EDGE, _AXIS), fill=_RULE, width=2 * _SCALE)
    free = 0.0
    for day, name in ticks(*fit, _TICKS):
        x = _x(day, fit)
        draw.line(_scaled(x, _TOP / 2, x, _AXIS + 14), fill=_RULE, width=_SCALE)
        wide = draw.textlength(name, font) / _SCALE
        left = min(x - wide / 2, WIDTH - wide - 10)
        if name.isascii() and left >= free:
            draw.text((left * _SCALE, (_AXIS + 24) * _SCALE), name, font=font, fill=_QUIET)
            free = left + wide + 20


def _x(day: float, fit: tuple[float, float]) -> float:
    return _EDGE + (WIDTH - 2 * _EDGE) * (day - fit[0]) / (fit[1] - fit[0])


def _scaled(*numbers: float) -> tuple[float, ...]:
    return tuple(number * _SCALE for number in numbers)
