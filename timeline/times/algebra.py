"""Reckoning with dates: moving by units, units inside units, hulls, meets."""

from timeline.times import when as w
from timeline.times.calendar import civil, day_number, days_in_month, easter, month_plus, weekday
from timeline.times.reading import Portion
from timeline.times.when import Date, Extent, Grain, Interval, Limit, Qualifier, When

_MONTHS_IN = {Grain.MONTH: 1, Grain.SEASON: 3, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}
_DAYS_IN = {Grain.DAY: 1, Grain.WEEK: 7}


def moved(day: int, grain: Grain, by: int) -> int:
    """A day moved by whole units; a day the target month lacks becomes its last (31 January + 1 month: 28)."""
    if grain in _DAYS_IN:
        return day + by * _DAYS_IN[grain]
    year, month, of_month = civil(day)
    months = by * (_MONTHS_IN.get(grain) or 12 * w.YEARS_IN[grain])
    year, month = month_plus(year, month, months)
    return day_number(year, month, min(of_month, days_in_month(year, month)))


def shifted(date: Date, grain: Grain, by: int) -> Date:
    """The unit of a grain, so many units from the one that holds the date's first day."""
    return w.unit(moved(w.unit_start(date.start, grain), grain, by), grain, date.qualifier)


def block_of(year: int, grain: Grain, by: int = 0) -> When:
    """The decade, century or millennium of a year's written digits (the 480s BC are 489 to 480 BC), or one beside it."""
    size = w.YEARS_IN[grain]
    if year > 0:
        return block((year // size + by) * size, grain)
    return block(2 - size - ((1 - year) // size - by) * size, grain)


def block(start: int, grain: Grain) -> When:
    """The decade, century or millennium from a year on; where years are not written with digits, the interval."""
    size = w.YEARS_IN[grain]
    if start >= 0 and start + size <= 10000 and start % size == 0:
        return Date(day_number(start), grain)
    return Interval(w.year(start), w.year(start + size - 1))


def hull(*whens: When) -> When:
    """The least When that holds all: the one itself if they agree, else an interval."""
    first, *rest = whens
    if all(when == first for when in rest):
        return first
    starts = [_start(when) for when in whens]
    ends = [_end(when) for when in whens]
    start = Limit.OPEN if any(isinstance(s, Limit) for s in starts) else min(starts, key=lambda s: s.start)  # type: ignore[union-attr]
    end = Limit.OPEN if any(isinstance(e, Limit) for e in ends) else max(ends, key=lambda e: e.end)  # type: ignore[union-attr]
    return interval(start, end)


def interval(start: Date | Limit, end: Date | Limit) -> When:
    """From one to the other; just the date where both are the same, or the second lies in the first."""
    if isinstance(start, Date) and isinstance(end, Date):
        if start == end or (start.start <= end.start and end.end <= start.end):
            return start
        if end.start <= start.start and start.end <= end.end:
            return end
    return Interval(start, end)


def covers(outer: When, inner: When) -> bool:
    """Whether every day of the inner lies in the outer."""
    a, b = w.extent(outer), w.extent(inner)
    return _at_most(a.start, b.start) and (a.end is None or (b.end is not None and b.end <= a.end))


def meet(one: Extent, other: Extent) -> Extent | None:
    """The days both hold, or None."""
    start = max((s for s in (one.start, other.start) if s is not None), default=None)
    end = min((e for e in (one.end, other.end) if e is not None), default=None)
    if start is not None and end is not None and end <= start:
        return None
    return Extent(start, end)


def days(start: int, end: int) -> When:
    """The coarsest unit that is exactly the days from `start` up to `end`, else an interval of days."""
    for grain in Grain:
        try:
            unit = w.unit(start, grain)
        except ValueError:
            break
        if unit.start == start and unit.end == end:
            return unit
    year, month, day = civil(end - 1)
    if civil(start)[2] == 1 and day == days_in_month(year, month):
        return Interval(w.unit(start, Grain.MONTH), w.unit(end - 1, Grain.MONTH))
    return Interval(Date(start, Grain.DAY), Date(end - 1, Grain.DAY))


def portion(whole: When, which: Portion) -> When:
    """The first, middle or last third of something, approximately; of a day, the day itself.

    A week is early up to Wednesday, and late from Thursday on: its last third would be the days without work.
    """
    extent = w.extent(whole)
    if extent.start is None or extent.end is None:
        return whole
    index = (Portion.START, Portion.MID, Portion.END).index(which)
    if isinstance(whole, Date) and whole.grain is Grain.DAY:
        return whole
    if isinstance(whole, Date) and whole.grain is Grain.WEEK:
        first_day, last_day = ((0, 3), (1, 4), (3, 7))[index]
        return w.qualified(days(extent.start + first_day, extent.start + last_day), Qualifier.APPROXIMATE)
    if isinstance(whole, Date) and whole.grain > Grain.WEEK:
        return w.qualified(_unit_third(whole, index), Qualifier.APPROXIMATE)
    first, last = civil(extent.start), civil(extent.end)
    if (first[1:], last[1:]) == ((1, 1), (1, 1)) and last[0] - first[0] >= _THIRDS:
        years = [first[0] + round((last[0] - first[0]) * k / 3) for k in range(4)]
        third = interval(w.year(years[index]), w.year(years[index + 1] - 1))
        return w.qualified(third, Qualifier.APPROXIMATE)
    size = extent.end - extent.start
    cuts = [extent.start + round(size * k / 3) for k in range(4)]
    start, end = cuts[index], max(cuts[index + 1], cuts[index] + 1)
    return w.qualified(days(start, end), Qualifier.APPROXIMATE)


_THIRDS = 3  # years at least in what has thirds of whole years: the decades and centuries before Christ


def half(whole: When, which: Portion) -> When:
    """The first half of something (START), or the second."""
    extent = w.extent(whole)
    if extent.start is None or extent.end is None or extent.end - extent.start < 2:
        return whole
    first, last = civil(extent.start), civil(extent.end)
    if (first[1:], last[1:]) == ((1, 1), (1, 1)) and (last[0] - first[0]) % 2 == 0:
        middle = day_number((first[0] + last[0]) // 2)
        start, end = (extent.start, middle) if which is Portion.START else (middle, extent.end)
        return interval(w.unit(start, Grain.YEAR), w.unit(end - 1, Grain.YEAR))
    if isinstance(whole, Date) and whole.grain is Grain.YEAR:
        return w.half(whole.year, 1 if which is Portion.START else 2)
    middle = extent.start + (extent.end - extent.start) // 2
    return days(extent.start, middle) if which is Portion.START else days(middle, extent.end)


def nth(number: int, grain: Grain, within: When, of_week: int | None = None) -> Date | None:
    """The nth unit of a grain that starts inside another date (from the end if negative), or None."""
    extent = w.extent(within)
    if extent.start is None or extent.end is None:
        return None
    if of_week is not None:
        if number > 0:
            start = extent.start + (of_week - weekday(extent.start)) % 7 + 7 * (number - 1)
        else:
            start = extent.end - 1 - (weekday(extent.end - 1) - of_week) % 7 + 7 * (number + 1)
        return Date(start, Grain.DAY) if extent.start <= start < extent.end else None
    if number > 0:
        first = w.unit(extent.start, grain)
        # a week belongs to the month that holds its Thursday, as ISO weeks belong to years
        middle = 4 if grain is Grain.WEEK else 1
        if first.start + middle - 1 < extent.start:
            first = shifted(first, grain, 1)
        unit = shifted(first, grain, number - 1)
    else:
        last = w.unit(extent.end - 1, grain)
        if grain is Grain.WEEK and last.start + 3 >= extent.end:
            last = shifted(last, grain, -1)
        unit = shifted(last, grain, number + 1)
    return unit if unit.start < extent.end and unit.end > extent.start else None


def next_weekday(day: int, of_week: int, *, strictly: bool = False) -> int:
    """The first such weekday on or after a day."""
    ahead = (of_week - weekday(day)) % 7
    return day + (ahead or (7 if strictly else 0))


def holiday(name: str, year: int) -> Date:
    """A holiday of a year: "12-25"; "easter-2" (days from Easter); "11 4 3 1" (month, nth, weekday, days after that)."""
    if name.startswith("easter"):
        return Date(easter(year) + int(name[6:] or 0), Grain.DAY)
    if "-" in name and " " not in name:
        month, day = name.split("-")
        return w.day(year, int(month), int(day))
    of_month, number, of_week, *after = map(int, name.split())
    found = nth(number, Grain.DAY, w.month(year, of_month), of_week)
    if found is None:
        raise ValueError(f"no such holiday: {name}")
    return Date(found.start + sum(after), Grain.DAY)


def _unit_third(whole: Date, index: int) -> When:
    year, month, _ = civil(whole.start)
    match whole.grain:
        case Grain.MONTH:
            start = whole.start + 10 * index
            end = whole.end if index == 2 else start + 10
            return days(start, end)
        case Grain.SEASON | Grain.QUARTER:
            return w.month(*month_plus(year, month, index))
        case Grain.HALF:
            first = month_plus(year, month, 2 * index)
            return Interval(w.month(*first), w.month(*month_plus(*first, 1)))
        case Grain.YEAR:
            return Interval(w.month(year, 4 * index + 1), w.month(year, 4 * index + 4))
        case Grain.DECADE:
            return Interval(w.year(year + (0, 3, 7)[index]), w.year(year + (2, 6, 9)[index]))
        case _:
            size = w.YEARS_IN[whole.grain]
            cuts = [round(size * k / 3) for k in range(4)]
            return Interval(w.year(year + cuts[index]), w.year(year + cuts[index + 1] - 1))


def _start(when: When) -> Date | Limit:
    return when if isinstance(when, Date) else when.start


def _end(when: When) -> Date | Limit:
    return when if isinstance(when, Date) else when.end


def _at_most(one: int | None, other: int | None) -> bool:
    return one is None or (other is not None and one <= other)
