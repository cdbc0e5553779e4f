"""Midnight: a story told by the clock goes over into the next day: "at 21:15 on 3 May … at 23:40 … at 02:30"."""

import re

from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.context import Meaning
from timeline.times.reading import Approximate, Clock, Reading, Shifted
from timeline.times.when import Date, Grain

_NOON, _SMALL_HOURS, _LONGEST = 12 * 60, 6 * 60, 12 * 60  # minutes
_REACH = 600  # characters after which nobody remembers the hour


@dataclass(frozen=True, slots=True)
class Hour:
    """The last time of day a text has told: its words, its minutes from midnight, its day, and where it was said."""

    said: str
    minutes: int
    day: Date
    end: int


def after(hour: Hour | None, expression: Expression, meaning: Meaning) -> Hour | None:
    """The last time of day after an expression; another day told, or a part of the day, ends the count."""
    clock, when = _clock(expression.reading), meaning.when
    if not isinstance(when, Date) or when.grain > Grain.DAY:
        return hour
    minutes = _minutes(clock) if clock is not None else None
    if minutes is None:
        return hour if hour is not None and hour.day.start == when.start else None
    return Hour(" ".join(expression.text.split()), minutes, Date(when.start, Grain.DAY), expression.span.end)


def crossed(hour: Hour | None, expression: Expression, focus: Date | None, text: str) -> Hour | None:
    """The evening's hour before a time in the small hours that says no day, so that midnight has passed between them.

    What the text looks back to ("it had begun at 02:30") is of no next day, nor "2:30" after "9 p.m.", which may be of the afternoon.
    """
    clock = _clock(expression.reading)
    if hour is None or focus is None or clock is None or focus.start != hour.day.start:
        return None
    minutes = _minutes(clock)
    of_that_day = isinstance(clock.day, Shifted) and clock.day.by == 0 and clock.day.grain is Grain.DAY
    if minutes is None or not of_that_day or minutes >= _SMALL_HOURS or hour.minutes < _NOON:
        return None
    between = text[hour.end : expression.span.start]
    sentence = text[max(text.rfind(". ", 0, expression.span.start), hour.end) : expression.span.start]
    near = len(between) <= _REACH and "\n\n" not in between
    late = minutes + 24 * 60 - hour.minutes <= _LONGEST
    return (
        hour if near and late and _is_certain(expression.text) and not _LOOKS_BACK.search(sentence) else None
    )


_LOOKS_BACK = re.compile(r"\b(?:had|since|earlier|from)\b", re.IGNORECASE)
_CERTAIN = re.compile(r"\b0\d|\b[ap]\.?\s?m\b|midnight", re.IGNORECASE)


def _is_certain(said: str) -> bool:
    """Whether a time in the small hours can be none of the afternoon."""
    return _CERTAIN.search(said) is not None


def _clock(reading: Reading) -> Clock | None:
    while isinstance(reading, Approximate):
        reading = reading.reading
    return reading if isinstance(reading, Clock) else None


def _minutes(clock: Clock) -> int | None:
    if clock.clock in _PARTS:
        return _PARTS[clock.clock]
    said = re.match(r"T(\d\d)(?::?(\d\d))?", clock.clock)
    return int(said[1]) * 60 + int(said[2] or 0) if said else None


_PARTS = {
    "TEV": 20 * 60,
    "TNI": 22 * 60,
}  # the evening and the night, from which on the small hours are the next day's
