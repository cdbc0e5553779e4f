"""Stating: readings of dates said in parts, in figures, as a decade or a century."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from timeline.tag.slots import Slots, integer, optional
from timeline.times.reading import Block, Numeric, Reading, Stated
from timeline.times.when import Grain

PARTS: Final = ("year", "month", "day", "weekday", "season", "quarter", "half", "week")


def stated(slots: Slots) -> Stated:
    """A date said in parts; a year of two digits is open as to its century."""
    parts = {name: integer(slots[name]) for name in PARTS if name in slots}
    if "year" not in parts and "short" in slots:
        return replace(_of_parts({**parts, "year": integer(slots["short"])}), short=True)
    return replace(_of_parts(parts), holiday=str(slots.get("holiday", "")))


def _of_parts(parts: Mapping[str, int]) -> Stated:
    year, month, day, weekday, season, quarter, half, week = (parts.get(name) for name in PARTS)
    return Stated(year, month, day, weekday, season, quarter, half, week)


def story_day(slots: Slots) -> Stated:
    """A number that is a day of the month the text is telling of, if it tells of one."""
    return replace(stated(slots), of_story=True)


def short_year(slots: Slots) -> Stated:
    """The '98 of a year whose century is not said."""
    return Stated(year=integer(slots["short"]), short=True)


def year_tail(slots: Slots) -> Stated:
    """The "18" of 1914–18; the century comes from the year before it."""
    return Stated(year=integer(slots["tail"]), short=True)


def day_month(slots: Slots) -> Stated:
    """The 15 and the September of 15Sep, which are one token."""
    month, day = divmod(integer(slots["daymonth"]), 100)
    return replace(
        stated({name: value for name, value in slots.items() if name != "daymonth"}), month=month, day=day
    )


def year_era(slots: Slots) -> Stated:
    """A year before Christ, or one said to be after."""
    number = integer(slots["year"])
    return replace(stated(slots), year=1 - number if slots.get("era", -1) == -1 else number)


def numeric(slots: Slots) -> Reading:
    """Two figures, of which it is open which is the day, and perhaps a year."""
    year = optional(slots, "year")
    if year is None and "short" in slots:
        return Numeric(integer(slots["first"]), integer(slots["second"]), integer(slots["short"]), short=True)
    return Numeric(integer(slots["first"]), integer(slots["second"]), year)


def decade(slots: Slots) -> Reading:
    """The 1930s, the '60s, the twenties; as a year, what is no decade: 1995s.

    The 1800s, and the 1900s, may be the whole century, and are taken to be; the 2000s are a decade.
    """
    if slots.get("era") == -1:
        return Block(-integer(slots.get("decade", slots.get("decade3", 0))) - 8, Grain.DECADE)
    if "decade" in slots:
        start = integer(slots["decade"])
        if start % 100 == 0 and start < _DECADES_FROM:
            return Block(start, Grain.CENTURY)
        return Stated(year=start) if start % 10 else Block(start, Grain.DECADE)
    if "decadecentury" in slots:
        return Block(100 * integer(slots["decadecentury"]) + integer(slots["decade2"]), Grain.DECADE)
    return Block(integer(slots["decade2"]), Grain.DECADE, short=True)


_DECADES_FROM = 2000


def century(slots: Slots) -> Reading:
    """The 19th century, the 2nd century BC."""
    number = integer(slots["n"])
    if slots.get("era") == -1:
        return Block(-100 * number + 1, Grain.CENTURY)
    return Block(100 * (number - 1), Grain.CENTURY)


def named(slots: Slots) -> Stated:
    """The named part alone of what else was kept."""
    return stated({name: value for name, value in slots.items() if name in (*PARTS, "holiday")})
