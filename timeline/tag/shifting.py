"""Shifting: readings counted from a moment: last month, three years later, Monday two weeks ago, the weekend."""

from dataclasses import replace

from timeline.tag.lasting import length
from timeline.tag.slots import MANY, Slots, calendar_unit, calendar_unit_of, integer, unit_code
from timeline.tag.stating import century, named, stated
from timeline.times.reading import (
    Anchor,
    Inside,
    Lasting,
    Nearest,
    Nth,
    Reading,
    Shifted,
    Spanning,
    Stated,
    Vague,
)
from timeline.times.when import YEARS_IN, Grain


def unit_shifted(slots: Slots) -> Reading:
    """Last month, and the past fortnight, which is no unit of a calendar but two weeks up to now."""
    if unit_code(slots) == "F" and (by := integer(slots["by"])):
        return Spanning("P2W", Grain.WEEK, 2 * by)
    return shifted(slots)


def shifted(slots: Slots) -> Shifted:
    """Last month, this year, in two days: so many units from the day of writing."""
    grain, size = calendar_unit(slots["grain"])
    return Shifted(grain, size * integer(slots["by"]), Anchor.SPEECH)


def working_day(slots: Slots) -> Shifted:
    """The next working day."""
    return Shifted(Grain.DAY, integer(slots["by"]), Anchor.SPEECH, working=True)


def narrated(slots: Slots) -> Shifted:
    """The same from the date the text is telling of."""
    return replace(shifted(slots), anchor=Anchor.NARRATIVE)


def unit_narrated(slots: Slots) -> Reading:
    """The following month, and the next fortnight, which is two weeks from then on."""
    shifted = unit_shifted(slots)
    return replace(shifted, anchor=Anchor.NARRATIVE) if isinstance(shifted, (Shifted, Spanning)) else shifted


def leaning(slots: Slots) -> Shifted:
    """The same from whichever of the two the text leans on."""
    return replace(shifted(slots), anchor=Anchor.LEAN)


def the_unit(slots: Slots) -> Shifted:
    """The year, the month: the running one, of news or of a story; the day is the one just told of."""
    unit = shifted(slots)
    return replace(unit, anchor=Anchor.NARRATIVE if unit.grain is Grain.DAY else Anchor.LEAN)


def decade_of(slots: Slots) -> Reading:
    """The thirties of the 19th century; the nineties of the last century."""
    within = century(slots) if "n" in slots else shifted(slots)
    return Nth(integer(slots["decade2"]) // 10 + 1, Grain.DECADE, within)


def nearest(slots: Slots) -> Reading:
    """Last Tuesday, this summer, next May."""
    return Nearest(named(slots), integer(slots["by"]))


def soonest(slots: Slots) -> Reading:
    """The first such day that comes."""
    return Nearest(named(slots), integer(slots["by"]), soonest=True)


def narrated_named(slots: Slots) -> Reading:
    """The following Tuesday, from the date the text is telling of."""
    return Nearest(named(slots), integer(slots["by"]), Anchor.NARRATIVE, soonest=integer(slots["by"]) > 0)


def narrated_beside(slots: Slots) -> Reading:
    """The Saturday before, the Monday after: the nearest to the date the text is telling of."""
    return Nearest(named(slots), integer(slots["by"]), Anchor.NARRATIVE, soonest=True)


def years_ago_this_month(slots: Slots) -> Reading:
    """Two years ago this month."""
    return Shifted(Grain.MONTH, -round(12 * float(slots.get("n", 1))), Anchor.SPEECH)


def distance(slots: Slots) -> Reading:
    """So many units ago, hence, earlier or later."""
    grain, size = calendar_unit_of(slots)
    direction = integer(slots["direction"])
    sign = 1 if direction > 0 else -1
    number = slots.get("n", 1)
    if number == MANY:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    anchor = Anchor.SPEECH if abs(direction) == 1 else Anchor.NARRATIVE
    if grain is None:
        return Lasting(length(slots))
    number = float(number)
    if grain > Grain.YEAR:
        # decades as a distance are counted in years: "a decade ago" is ten years ago
        grain, number = Grain.YEAR, number * YEARS_IN[grain]
    if number != round(number) and grain is Grain.YEAR:
        return Shifted(Grain.MONTH, sign * round(12 * number), anchor, bare=True)
    return Shifted(grain, sign * round(number * size), anchor, bare=True)


def half_more(slots: Slots) -> Reading:
    """Two years and a half later, where the half is said after the unit; of other units than years, only how long."""
    counted = {**slots, "n": float(slots.get("n", 1)) + 0.5}
    return distance(counted) if calendar_unit_of(slots)[0] is Grain.YEAR else Lasting(length(counted))


def compound(slots: Slots) -> Reading:
    """Two years and three months ago: one distance after the other, as fine as the finest."""
    direction = integer(slots.get("direction", 1))
    sign = 1 if direction > 0 else -1
    steps = [
        (grain, sign * round(float(slots.get(f"n{index}", 1)) * size))
        for index in ("", "2", "3")
        if f"grain{index}" in slots
        for grain, size in (calendar_unit(slots[f"grain{index}"]),)
    ]
    (grain, by), *more = sorted(steps, key=lambda step: step[0])
    anchor = Anchor.SPEECH if abs(direction) == 1 else Anchor.NARRATIVE
    return Shifted(grain, by, anchor, bare=True, more=tuple(reversed(more)))


def weekday_distance(slots: Slots) -> Reading:
    """Monday two weeks ago: the Monday of the week that was two weeks ago."""
    by = integer(slots.get("direction", 1)) * integer(slots.get("n", 1))
    return Inside(named(slots), Shifted(Grain.WEEK, by, Anchor.SPEECH))


def weekdays_distance(slots: Slots) -> Reading:
    """Two Sundays ago: the Sunday before the last one."""
    direction = integer(slots.get("direction", 1))
    sign = 1 if direction > 0 else -1
    anchor = Anchor.SPEECH if abs(direction) == 1 else Anchor.NARRATIVE
    day = Nearest(Stated(weekday=integer(slots["weekdays"])), sign, anchor, soonest=True)
    return Shifted(Grain.WEEK, sign * (integer(slots["n"]) - 1), day, bare=True)


def weekday_far(slots: Slots) -> Reading:
    """Thursday two years from now: the Thursday of that day's week."""
    by = integer(slots.get("direction", 1)) * integer(slots.get("n", 1))
    grain, size = calendar_unit(slots["grain"])
    there = Shifted(grain, by * size, Shifted(Grain.DAY, 0, Anchor.SPEECH), bare=True)
    return Inside(named(slots), Shifted(Grain.WEEK, 0, there))


def inside(slots: Slots) -> Reading:
    """A part of a relative unit: February 16 of this year."""
    anchor = Anchor(slots.get("anchor", "speech"))
    grain, size = calendar_unit(slots["grain"])
    by = slots.get("by", 0)
    return Inside(named(slots), Shifted(grain, size * integer(by), anchor))


def half_of(slots: Slots) -> Reading:
    """The first half of a year."""
    within: Reading = Stated(year=integer(slots["year"])) if "year" in slots else shifted(slots)
    return Nth(integer(slots["half2"]), Grain.HALF, within)


def weekend(slots: Slots) -> Reading:
    """The weekend, last weekend."""
    by = slots.get("by")
    return Shifted(
        Grain.WEEK, integer(by) if by is not None else 0, Anchor.SPEECH, weekend=True, bare=by is None
    )


def holiday_weekend(slots: Slots) -> Reading:
    """Labor Day weekend: Saturday and Sunday beside the day."""
    return Shifted(Grain.WEEK, 0, stated(slots), weekend=True)


def unit_of_day(slots: Slots) -> Reading:
    """The week of the 14th."""
    return Shifted(calendar_unit(slots["grain"])[0], 0, Stated(day=integer(slots["day"])))
