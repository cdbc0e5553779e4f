"""Lasting: readings of how long or how often something is: durations and sets, as TIMEX3 writes them."""

import re
from typing import Final

from timeline.tag.slots import MANY, Slots, calendar_unit_of, integer, unit_code
from timeline.times.reading import Aged, Ahead, Lasting, Reading, Recurring, Spanning


def duration(slots: Slots) -> Reading:
    """Three weeks."""
    return Lasting(length(slots))


def compound_duration(slots: Slots) -> Reading:
    """Five years, one month and twelve days: TIMEX3's P5Y1M12D."""
    lengths = [
        length({"grain": slots[f"grain{index}"], "n": slots.get(f"n{index}", 1)})
        for index in ("", "2", "3")
        if f"grain{index}" in slots
    ]
    days = "".join(length[1:] for length in lengths if not length.startswith("PT"))
    hours = "".join(length[2:] for length in lengths if length.startswith("PT"))
    return Lasting(f"P{days}" + (f"T{hours}" if hours else ""))


def half_unit(slots: Slots) -> Reading:
    """Half an hour, half a year."""
    halves = {"H": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "M": "P15D", "ML": "P500Y"}
    return Lasting(halves.get(unit_code(slots), f"P0.5{unit_code(slots)}"))


def deictic_duration(slots: Slots) -> Reading:
    """The past three months: up to now, where that is sure."""
    value = length(slots)
    grain, size = calendar_unit_of(slots)
    number, by = slots["n"], slots["by"]
    if grain is None or number == MANY or by == 0 or "first" in str(slots.get("which", "")):
        return Lasting(value)
    return Spanning(value, grain, round(float(number) * size) * integer(by))


def ahead(slots: Slots) -> Reading:
    """In two weeks: from now, if it is said of what will be."""
    value = length(slots)
    grain, size = calendar_unit_of(slots)
    number = slots.get("n", 1)
    if grain is None or number == MANY or float(number) != round(float(number)):
        return Lasting(value)
    return Ahead(value, grain, round(float(number)) * size, within="within" in slots)


def aged(slots: Slots) -> Reading | None:
    """At the age of twelve; after a bare "at" no hour of the day, and no age that nobody has."""
    years = slots.get("n", MANY)
    if years == MANY or not (_HOURS if "bare" in slots else 1) <= float(years) <= _OLDEST or float(years) % 1:
        return None
    return Aged(round(float(years)))


_HOURS, _OLDEST = 13, 115  # numbers that are no hour, and years that people live


def every(slots: Slots) -> Reading:
    """Every two weeks."""
    return Recurring(length({"n": 1, **slots}))


def every_named(slots: Slots) -> Reading:
    """Every Monday, every morning, each June, every summer, every Christmas."""
    part = str(slots.get("clock", slots.get("daypart", slots.get("dayparts", ""))))
    if "weekend" in slots:
        return Recurring("XXXX-WXX-WE")
    if "month" in slots:
        return Recurring(f"XXXX-{integer(slots['month']):02d}")
    if "season" in slots:
        return Recurring(f"XXXX-{_SEASONS[integer(slots['season'])]}")
    if "holiday" in slots:
        fixed = _DAY_OF_YEAR.fullmatch(str(slots["holiday"]))
        return Recurring(f"XXXX-{int(fixed[1]):02d}-{int(fixed[2]):02d}" if fixed else "P1Y")
    day = slots.get("weekday", slots.get("weekdays"))
    return Recurring((f"XXXX-WXX-{integer(day) + 1}" if day is not None else "XXXX-XX-XX") + part)


_SEASONS: Final = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
_DAY_OF_YEAR: Final = re.compile(r"(\d+)-(\d+)")  # as the lists of holidays write one that does not move


def length(slots: Slots) -> str:
    """TIMEX3's value of a length of time: P3D, PT5H, PXY, P20Y for two decades."""
    code = unit_code(slots)
    number = slots.get("n", 1)
    if code in ("S", "MIN", "H"):
        whole, half = divmod(float(number), 1) if number != MANY else (0.0, 0.0)
        if half == _HALF and whole and code in _CLOCK_HALVES:
            return f"PT{_figure(whole)}{code[0]}{_CLOCK_HALVES[code]}"
        return f"PT{_figure(number)}{code[0]}"
    if code in ("DE", "CE", "ML") and number == MANY:
        return f"PX{code}"
    size, unit = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "Q": (3, "M")}.get(
        code, (1, code)
    )
    if number == MANY:
        return f"P{MANY}{unit}"
    whole, half = divmod(float(number) * size, 1)
    if half == _HALF and whole and unit in _HALVES:
        return f"P{_figure(whole)}{unit}{_HALVES[unit]}"
    return f"P{_figure(whole + half)}{unit}"


_HALF: Final = 0.5
_HALVES: Final = {"Y": "6M", "D": "T12H"}  # a day and a half is P1DT12H
_CLOCK_HALVES: Final = {"H": "30M", "MIN": "30S"}


def _figure(number: float | str) -> str:
    return number if number == MANY else f"{float(number):g}"
