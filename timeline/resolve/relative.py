"""Relative: dates counted from the day of writing or from the date a story has come to."""

from dataclasses import replace

from timeline.resolve.accounts import reported
from timeline.resolve.centuries import of_block
from timeline.resolve.context import Context, Meaning, Tense, leant, of, reference
from timeline.resolve.stated import in_year, only_weekday, pattern
from timeline.times import algebra, timex
from timeline.times import when as w
from timeline.times.calendar import civil, iso_week, weekday
from timeline.times.reading import Ahead, Anchor, Ending, Nearest, Portion, Reported, Shifted, Spanning
from timeline.times.when import Date, Grain, Interval, Qualifier


def running(anchor: Anchor, context: Context, grain: Grain = Grain.MILLENNIUM) -> Date | None:
    """The date that a phrase is counted from: the day of writing, or the last date said.

    Of "on 12 May they took the town, built in 1809; that night" the night is of the day, not of the year said in passing.
    """
    anchor = leant(anchor, context)
    spoken = Date(context.speech, Grain.DAY) if context.speech is not None else None
    said, focus = context.said, context.focus
    if anchor is Anchor.SPEECH:
        return spoken
    if said is not None and focus is not None and focus.grain <= grain < said.grain:
        return focus
    told = said or focus
    if told is not None and grain <= Grain.DAY < told.grain and context.day is not None:
        # "on 3 May …; Norway, free since 1905, did so the same day"
        return context.day
    return told or spoken


def shifted(reading: Shifted, anchor: Date | None, context: Context) -> Meaning:
    """So many units from a date: last month, three years later, the week of 6 March."""
    if anchor is None or context.generic:
        return Meaning(None, reference(reading.by))
    if reading.weekend:
        return _weekend(reading, anchor, context)
    if reading.working and anchor.grain is Grain.DAY:
        return of(Date(_working(anchor.start, reading.by), Grain.DAY))
    if reading.bare and reading.by == -1 and reading.grain is Grain.YEAR and context.period is not None:
        return reported(Reported(years=-1), context)
    if anchor.grain > reading.grain and anchor.grain is not Grain.DAY:
        # "three days later" after a bare month cannot be a day
        if reading.by == 0:
            return of(anchor)
        return Meaning(None, "XXXX-XX-XX" if reading.grain is Grain.DAY else reference(reading.by))
    if reading.more:
        day = anchor.start
        for grain, by in (*reading.more, (reading.grain, reading.by)):
            day = algebra.moved(day, grain, by)
        return of(w.unit(day, reading.grain))
    if reading.grain is Grain.DECADE and reading.by == 1 and anchor.grain <= Grain.YEAR:
        return _following_decade(anchor.year)
    if reading.grain > Grain.YEAR:
        return of_block(algebra.block_of(anchor.year, reading.grain, reading.by), reading.grain)
    if reading.bare and not isinstance(reading.anchor, Anchor) and anchor.grain is Grain.DAY:
        # two weeks before Christmas is a day as certain as Christmas
        return of(Date(algebra.moved(anchor.start, reading.grain, reading.by), Grain.DAY))
    meant = of(algebra.shifted(anchor, reading.grain, reading.by))
    if reading.bare and reading.by and reading.grain is Grain.WEEK and anchor.grain is Grain.DAY:
        # "two weeks later" than a day, or ago, names the week, and means about that day
        day = algebra.moved(anchor.start, reading.grain, reading.by)
        return replace(meant, when=Date(day, Grain.DAY, Qualifier.APPROXIMATE))
    return meant


def _following_decade(year: int) -> Meaning:
    """The ten years after one: those of the calendar, where it is the first or one of the last of its own."""
    of_decade = year % _DECADE
    following = algebra.block_of(year, Grain.DECADE, 0 if of_decade == 0 else 1)
    if not 0 < of_decade < _DECADE // 2:
        return of_block(following, Grain.DECADE)
    first, last = (
        Date(w.year(one).start, Grain.YEAR, Qualifier.APPROXIMATE) for one in (year + 1, year + _DECADE)
    )
    return of(algebra.interval(first, last), value=of_block(following, Grain.DECADE).value)


_DECADE = 10


def _working(day: int, by: int) -> int:
    """So many days on that are no Saturday or Sunday."""
    left, step = abs(by), 1 if by > 0 else -1
    while left:
        day += step
        left -= weekday(day) < _SATURDAY
    return day


_SATURDAY = 5


def ending(reading: Ending, context: Context) -> Meaning:
    """Year-end: the unit that is running, its last part."""
    anchor = running(Anchor.NARRATIVE if context.lean is Anchor.NARRATIVE else Anchor.SPEECH, context)
    if anchor is None:
        return Meaning(None, "XXXX")
    whole = algebra.shifted(anchor, reading.grain, 0)
    return replace(of(whole), when=algebra.portion(whole, Portion.END), mod="END")


def spanning(reading: Spanning, context: Context) -> Meaning:
    """The past three months: up to the day it is said; the next three: from the day after."""
    anchor = running(reading.anchor, context)
    if anchor is None or anchor.grain is not Grain.DAY:
        return Meaning(None, reading.value)
    if reading.grain is Grain.QUARTER:
        # quarters are whole ones: the last two end with the last that is over
        side = 1 if reading.by > 0 else -1
        ends = [
            shifted(Shifted(reading.grain, by, reading.anchor), anchor, context).when
            for by in (side, reading.by)
        ]
        if all(isinstance(end, Date) for end in ends):
            return Meaning(algebra.hull(*(end for end in ends if end is not None)), reading.value)
    far = algebra.moved(anchor.start, reading.grain, reading.by)
    if reading.by < 0:
        when = algebra.interval(Date(far, Grain.DAY), Date(anchor.start - 1, Grain.DAY))
    else:
        when = algebra.interval(Date(anchor.start + 1, Grain.DAY), Date(far, Grain.DAY))
    return Meaning(when, reading.value)


def ahead(reading: Ahead, context: Context) -> Meaning:
    """In two weeks, of what will be: two weeks after the day of writing, about; within two weeks: from that day to then."""
    if context.speech is None or context.tense is not Tense.FUTURE or context.lean is Anchor.NARRATIVE:
        return Meaning(None, reading.value)
    found = Date(algebra.moved(context.speech, reading.grain, reading.by), Grain.DAY)
    if reading.within and found.start > context.speech:
        return Meaning(algebra.days(context.speech, found.start + 1), reading.value)
    coarse = found if reading.grain <= Grain.WEEK else w.unit(found.start, reading.grain)
    return Meaning(w.qualified(coarse, Qualifier.APPROXIMATE), reading.value)


def _weekend(reading: Shifted, anchor: Date, context: Context) -> Meaning:
    """Saturday and Sunday. "The weekend" alone is the one just past, or the one to come where the words say so."""
    monday = w.unit(anchor.start, Grain.WEEK).start
    if not isinstance(reading.anchor, Anchor) and weekday(anchor.start) <= _EARLY:
        monday -= 7  # the weekend of a holiday on Monday is the one before it
    if reading.bare:
        by = 0 if context.tense is Tense.FUTURE or anchor.start - monday > 5 else -1
    else:
        by = reading.by
        if by == 0 and context.tense is Tense.PAST and anchor.start - monday < 2:
            by = -1
    start = monday + 7 * by
    year, week = iso_week(start)
    saturday = Date(start + 5, Grain.DAY)
    value = f"{timex.value(w.week(year, week))}-WE"
    return Meaning(Interval(saturday, Date(start + 6, Grain.DAY)), value)


_EARLY, _FRIDAY = 1, 4
_HALF_YEAR = 183  # days
_WINTER = 4
_LATELY = {Grain.MONTH: 28, Grain.SEASON: 0}  # "last February", said in March, is a year older


def nearest(reading: Nearest, context: Context) -> Meaning:
    """Last Tuesday, this summer, the following spring."""
    named = reading.named
    anchor = running(reading.anchor, context)
    if anchor is None or context.generic:
        return Meaning(None, pattern(named))
    day = anchor.start
    if only_weekday(named) and named.weekday is not None:
        if reading.by < 0:
            back = (weekday(day) - named.weekday) % 7 or 7
            # nobody calls yesterday "last Tuesday"; Sunday may be so called on Monday, being of the last week
            found = day - back - (7 if back == 1 and weekday(day) and not reading.soonest else 0)
        elif reading.by > 0 and reading.soonest:
            found = algebra.next_weekday(day, named.weekday, strictly=True)
        elif reading.by > 0:
            found = w.unit(day, Grain.WEEK).end + named.weekday
        else:
            found = w.unit(day, Grain.WEEK).start + named.weekday
            if found < day and weekday(day) > _FRIDAY and context.tense is not Tense.PAST:
                found += 7  # "this Wednesday", said on a Sunday
            if context.ranging and context.focus is not None and found < context.focus.start:
                found += 7  # "this Friday to this Monday"
        return of(Date(found, Grain.DAY))
    year = civil(day)[0]
    dates = [date for y in range(year - 2, year + 3) if (date := in_year(named, y)) is not None]
    if reading.by < 0:
        found_date = next(
            (date for date in reversed(dates) if date.end + _LATELY.get(date.grain, 0) <= day), None
        )
    elif reading.by > 0:
        # after "in 1908" the following spring is of 1909; the following winter begins in 1908
        winter = named.season == _WINTER or anchor.grain is not Grain.YEAR
        found_date = next((date for date in dates if date.start >= (day + 1 if winter else anchor.end)), None)
    else:
        found_date = in_year(named, year)
        if (
            leant(reading.anchor, context) is Anchor.NARRATIVE
            and anchor.grain <= Grain.MONTH
            and found_date is not None
            and day - found_date.end > _HALF_YEAR
        ):
            found_date = in_year(named, year + 1)  # "that January" after a November is the next one
    return of(found_date, value="" if found_date else pattern(named))
