"""Evaluate: from a reading and a context to a date. The definitions of what phrases mean stand here."""

from dataclasses import replace
from typing import assert_never

from timeline.resolve.context import Context, Meaning, Tense
from timeline.times import algebra, timex
from timeline.times import when as w
from timeline.times.calendar import civil, is_date, iso_week, month_plus, weekday
from timeline.times.reading import (
    Ahead,
    Anchor,
    Approximate,
    Block,
    Bounded,
    Clock,
    Ending,
    Inside,
    Lasting,
    Nearest,
    Nth,
    Numeric,
    Part,
    Portion,
    Reading,
    Recurring,
    Reported,
    Shifted,
    Side,
    Spanning,
    Stated,
    Vague,
)
from timeline.times.when import Date, Grain, Interval, Qualifier, When

_SEASON = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}


def evaluated(reading: Reading, context: Context) -> Meaning:
    """What a reading means where it stands."""
    match reading:
        case Stated():
            return stated(reading, context)
        case Numeric():
            return _numeric(reading, context)
        case Block():
            return _block(reading, context)
        case Shifted():
            return _shifted(reading, context)
        case Nearest():
            return _nearest(reading, context)
        case Nth():
            return _nth(reading, context)
        case Inside():
            return _inside(reading, context)
        case Part():
            inner = evaluated(reading.whole, context)
            part = algebra.half if reading.half else algebra.portion
            when = part(inner.when, reading.portion) if inner.when is not None else None
            return replace(inner, when=when, mod=reading.portion.value)
        case Approximate():
            inner = evaluated(reading.reading, context)
            when = w.qualified(inner.when, Qualifier.APPROXIMATE) if inner.when is not None else None
            return replace(inner, when=when, mod=inner.mod or "APPROX")
        case Clock():
            return _clock(reading, context)
        case Bounded():
            return _bounded(reading, context)
        case Reported():
            return _reported(reading, context)
        case Ending():
            return _ending(reading, context)
        case Spanning():
            return _spanning(reading, context)
        case Ahead():
            return _ahead(reading, context)
        case Lasting() | Recurring() | Vague():
            return Meaning(None, reading.value)
        case _:
            assert_never(reading)


def of(
    when: When | None, *, assumed: tuple[str, ...] = (), steps: tuple[str, ...] = (), value: str = ""
) -> Meaning:
    """The meaning of a date found."""
    if when is None:
        return Meaning(None, value, steps=steps)
    return Meaning(when, value or timex.value(when), assumed=assumed, steps=steps)


def stated(reading: Stated, context: Context) -> Meaning:
    """A date said in parts; what is missing comes from the document's date or the narrative."""
    if reading.year is not None:
        if reading.short:
            year = _century(reading.year, context)
            return of(in_year(reading, year), assumed=("century",))
        return of(
            in_year(reading, reading.year), value="" if in_year(reading, reading.year) else _pattern(reading)
        )
    if _only_weekday(reading):
        return _weekday(reading, context)
    if reading.day is not None and reading.month is None and not reading.holiday:
        return _day_of_month(reading, context)
    if context.lean is Anchor.NARRATIVE and context.focus is not None:
        year = _running_year(reading, context.focus, context.passing, ranging=context.ranging)
        return of(
            in_year(reading, year),
            assumed=("year",),
            value="" if in_year(reading, year) else _pattern(reading),
        )
    if context.speech is None:
        return Meaning(None, _pattern(reading))
    found = _near_speech(reading, context.speech, context.tense)
    return of(found, assumed=("year",), value="" if found else _pattern(reading))


def in_year(reading: Stated, year: int) -> Date | None:
    """The date with its year known; None if the calendar has none."""
    if reading.holiday:
        return algebra.holiday(reading.holiday, year)
    if reading.month is not None:
        if reading.day is None:
            return w.month(year, reading.month)
        return w.day(year, reading.month, reading.day) if is_date(year, reading.month, reading.day) else None
    if reading.season is not None:
        return w.season(year, reading.season)
    if reading.quarter is not None:
        return w.quarter(year, reading.quarter) if 1 <= reading.quarter <= 4 else None
    if reading.half is not None:
        return w.half(year, reading.half) if 1 <= reading.half <= 2 else None
    if reading.week is not None:
        return w.week(year, reading.week)
    return w.year(year)


def _only_weekday(reading: Stated) -> bool:
    return reading.weekday is not None and reading.month is None and reading.day is None


def _weekday(reading: Stated, context: Context) -> Meaning:
    day = context.speech
    if context.lean is Anchor.NARRATIVE and context.focus is not None and context.focus.grain is Grain.DAY:
        day = context.focus.start
    if day is None or reading.weekday is None:
        return Meaning(None, f"XXXX-WXX-{(reading.weekday or 0) + 1}")
    if context.ranging or context.tense is Tense.FUTURE:
        found = algebra.next_weekday(day, reading.weekday)
    else:
        found = day - (weekday(day) - reading.weekday) % 7
    return of(Date(found, Grain.DAY), assumed=("week",))


def _day_of_month(reading: Stated, context: Context) -> Meaning:
    """A day whose month is not said: of the running month, or the nearest such day."""
    day = reading.day or 1
    if context.lean is Anchor.NARRATIVE and context.focus is not None and context.focus.grain <= Grain.MONTH:
        around, reach = context.focus.start, 1
    elif context.speech is not None:
        around, reach = context.speech, 14
    else:
        return Meaning(None, f"XXXX-XX-{day:02d}")
    year, month, _ = civil(around)
    months = [month_plus(year, month, k) for k in range(-reach, reach + 1)]
    dates = [w.day(y, m, day) for y, m in months if is_date(y, m, day)]
    fitting = [one for one in dates if reading.weekday is None or weekday(one.start) == reading.weekday]
    ahead = 1 if context.tense is Tense.FUTURE else 2
    found = min(
        fitting,
        key=lambda one: (one.start - around) * ahead if one.start > around else around - one.start,
        default=None,
    )
    return of(found, assumed=("month",), value="" if found else f"XXXX-XX-{day:02d}")


def _running_year(reading: Stated, focus: Date, passing: int | None, *, ranging: bool) -> int:
    """The year of a date in a narrative that has come to `focus`: narratives go forward, with small steps back."""
    year = focus.year
    if focus.grain >= Grain.YEAR:
        return year
    if ranging:
        date = in_year(reading, year)
        return year + 1 if date is not None and date.end <= focus.start else year
    best = min(
        (candidate for candidate in (year - 1, year, year + 1) if in_year(reading, candidate) is not None),
        key=lambda candidate: _stride(focus, in_year(reading, candidate)),
        default=year,
    )
    if passing is not None and _stride(focus, in_year(reading, best)) > _SHORT:
        return passing
    return best


_SHORT = 50  # days a narrative goes on without being said to turn the year
_BACK = 1.25  # how much longer a step back seems


def _stride(focus: Date, date: Date | None) -> float:
    if date is None:
        return float("inf")
    ahead = date.start - focus.start
    if ahead >= 0:
        return ahead
    return -_BACK * ahead if date.end <= focus.start else 0.0


def _near_speech(reading: Stated, speech: int, tense: Tense) -> Date | None:
    """The nearest such date to the day of writing; one on the wrong side of the tense counts as farther away."""
    year = civil(speech)[0]
    # a day with its weekday, or 29 February, may lie some years off
    reach = (
        7
        if reading.day is not None
        and (reading.weekday is not None or (reading.month, reading.day) == (2, 29))
        else 1
    )
    dates = [date for y in range(year - reach, year + reach + 1) if (date := in_year(reading, y)) is not None]
    fitting = [date for date in dates if reading.weekday is None or weekday(date.start) == reading.weekday]
    if reading.quarter is not None or reading.half is not None:
        # what was earned was earned before; what is yet to be reported may be over, too
        fitting = [date for date in dates if tense is not Tense.PAST or date.start <= speech]
        tense = Tense.UNKNOWN
    ahead_seems = {Tense.PAST: _AGAINST, Tense.UNKNOWN: _DOUBTFUL, Tense.FUTURE: 1.0}[tense]
    behind_seems = _AGAINST if tense is Tense.FUTURE else 1.0

    def farness(date: Date) -> float:
        return max((date.start - speech) * ahead_seems, (speech - date.end + 1) * behind_seems, 0.0)

    return min(fitting or dates, key=farness, default=None)


_AGAINST, _DOUBTFUL = (
    9.0,
    2.0,
)  # how much farther a date seems that lies on the other, or the less usual, side


def _century(short: int, context: Context) -> int:
    """Two digits of a year: the year nearest to the narrative, or not more than twenty years after the document."""
    if context.lean is Anchor.NARRATIVE and context.focus is not None:
        around = context.focus.year
        return min(
            (around // 100 * 100 + short + shift for shift in (-100, 0, 100)),
            key=lambda year: abs(year - around),
        )
    if context.speech is None:
        return 1900 + short
    latest = civil(context.speech)[0] + 20
    return latest - (latest - short) % 100


def _numeric(reading: Numeric, context: Context) -> Meaning:
    first, second = reading.first, reading.second
    day, month = (first, second) if (context.day_first or first > 12) and second <= 12 else (second, first)
    found = stated(Stated(year=reading.year, month=month, day=day, short=reading.short), context)
    if context.ordered or first == second or max(first, second) > 12:
        return found
    return replace(found, assumed=(*found.assumed, "order"))


def _block(reading: Block, context: Context) -> Meaning:
    size = w.YEARS_IN[reading.grain]
    start = reading.start
    if reading.short:
        start = _century(start, context) // size * size
        if context.speech is not None and start > civil(context.speech)[0]:
            start -= 100  # "the thirties" are told of, not foretold
    return _of_block(algebra.block(start, reading.grain), reading.grain)


def _of_block(when: When, grain: Grain) -> Meaning:
    """Decades and centuries before Christ are no unit of ours, but have a TIMEX3 value: BC048, BC04."""
    if isinstance(when, Date) or not isinstance(when.start, Date):
        return of(when)
    size = w.YEARS_IN[grain]
    middle = when.start.year + size // 2
    return of(when, value=f"BC{(1 - middle) // size:0{5 - len(str(size))}d}" if middle <= 0 else "")


def _anchor(anchor: "Anchor | Reading", context: Context) -> Date | None:
    if anchor is Anchor.LEAN:
        anchor = context.lean
    if anchor is Anchor.SPEECH:
        return Date(context.speech, Grain.DAY) if context.speech is not None else None
    if anchor is Anchor.NARRATIVE:
        if context.said is not None:
            return context.said
        if context.focus is not None:
            return context.focus
        return Date(context.speech, Grain.DAY) if context.speech is not None else None
    if isinstance(anchor, Anchor):
        return None
    found = evaluated(anchor, context).when
    return found if isinstance(found, Date) else None


def _shifted(reading: Shifted, context: Context) -> Meaning:
    anchor = _anchor(reading.anchor, context)
    if anchor is None:
        return Meaning(None, _reference(reading.by))
    if reading.weekend:
        return _weekend(reading, anchor, context)
    if reading.bare and reading.by == -1 and reading.grain is Grain.YEAR and context.period is not None:
        return _reported(Reported(years=-1), context)
    if anchor.grain > reading.grain and anchor.grain is not Grain.DAY:
        # "three days later" after a bare month cannot be a day
        if reading.by == 0:
            return of(anchor)
        return Meaning(None, "XXXX-XX-XX" if reading.grain is Grain.DAY else _reference(reading.by))
    if reading.more:
        day = anchor.start
        for grain, by in (*reading.more, (reading.grain, reading.by)):
            day = algebra.moved(day, grain, by)
        return of(w.unit(day, reading.grain))
    if reading.grain > Grain.YEAR:
        return _of_block(algebra.block_of(anchor.year, reading.grain, reading.by), reading.grain)
    if reading.bare and not isinstance(reading.anchor, Anchor) and anchor.grain is Grain.DAY:
        # two weeks before Christmas is a day as certain as Christmas
        return of(Date(algebra.moved(anchor.start, reading.grain, reading.by), Grain.DAY))
    return of(algebra.shifted(anchor, reading.grain, reading.by))


def _clock(reading: Clock, context: Context) -> Meaning:
    """A time of day. On no certain day of a narrative it is any day's; in news it is that of the day of writing."""
    inner = evaluated(reading.day, context)
    if isinstance(inner.when, Date) and inner.when.grain > Grain.DAY and isinstance(reading.day, Shifted):
        if context.lean is Anchor.NARRATIVE or context.speech is None:
            return Meaning(None, f"XXXX-XX-XX{reading.clock}")
        inner = of(Date(context.speech, Grain.DAY))
    return replace(inner, value=inner.value + reading.clock)


def _bounded(reading: Bounded, context: Context) -> Meaning:
    """Earlier this month: from its start to the day it is said; later that year: from the running date to its end."""
    whole = evaluated(reading.whole, context)
    moment = context.speech
    if (
        isinstance(reading.whole, Shifted)
        and reading.whole.anchor is Anchor.NARRATIVE
        and context.focus is not None
    ):
        moment = context.focus.start if context.focus.grain is Grain.DAY else None
    when = whole.when
    if (
        moment is None
        or not isinstance(when, Date)
        or not when.start <= moment < when.end
        or when.grain is Grain.DAY
    ):
        return whole
    if reading.side is Side.BEFORE:
        when = algebra.interval(w.unit(when.start, Grain.DAY), Date(moment, Grain.DAY))
    else:
        when = algebra.interval(Date(moment, Grain.DAY), Date(when.end - 1, Grain.DAY))
    return replace(whole, when=when)


def _reported(reading: Reported, context: Context) -> Meaning:
    """The quarter an account is of: the one named last, else the last that had ended when it was written."""
    period = context.period
    if reading.of is not None:
        named = stated(reading.of, context).when
        period = named if isinstance(named, Date) else period
    if period is None:
        if reading.year is not None:
            return of(w.year(reading.year))
        if context.speech is None:
            return Meaning(None, _reference(reading.years))
        if reading.years:
            return of(algebra.shifted(Date(context.speech, Grain.DAY), Grain.YEAR, reading.years))
        period = algebra.shifted(Date(context.speech, Grain.DAY), Grain.QUARTER, -1)
    years = reading.years if reading.year is None else reading.year - period.year
    return of(
        algebra.shifted(period, Grain.YEAR, years) if period.grain is Grain.YEAR else _years_on(period, years)
    )


def _years_on(date: Date, years: int) -> Date:
    return w.unit(algebra.moved(date.start, Grain.YEAR, years), date.grain)


def _ending(reading: Ending, context: Context) -> Meaning:
    """Year-end: the unit that is running, its last part."""
    anchor = _anchor(Anchor.NARRATIVE if context.lean is Anchor.NARRATIVE else Anchor.SPEECH, context)
    if anchor is None:
        return Meaning(None, "XXXX")
    whole = algebra.shifted(anchor, reading.grain, 0)
    return replace(of(whole), when=algebra.portion(whole, Portion.END), mod="END")


def _spanning(reading: Spanning, context: Context) -> Meaning:
    """The past three months: up to the day it is said; the next three: from the day after."""
    anchor = _anchor(reading.anchor, context)
    if anchor is None or anchor.grain is not Grain.DAY:
        return Meaning(None, reading.value)
    if reading.grain in (Grain.QUARTER, Grain.DECADE, Grain.CENTURY):
        # quarters and decades are whole ones: the last two quarters end with the last that is over
        side = 1 if reading.by > 0 else -1
        ends = [
            _shifted(Shifted(reading.grain, by, reading.anchor), context).when for by in (side, reading.by)
        ]
        if all(isinstance(end, Date) for end in ends):
            return Meaning(algebra.hull(*(end for end in ends if end is not None)), reading.value)
    far = algebra.moved(anchor.start, reading.grain, reading.by)
    if reading.by < 0:
        when = algebra.interval(Date(far, Grain.DAY), Date(anchor.start - 1, Grain.DAY))
    else:
        when = algebra.interval(Date(anchor.start + 1, Grain.DAY), Date(far, Grain.DAY))
    return Meaning(when, reading.value)


def _ahead(reading: Ahead, context: Context) -> Meaning:
    """In two weeks, of what will be: two weeks after the day of writing, about."""
    if context.speech is None or context.tense is not Tense.FUTURE or context.lean is Anchor.NARRATIVE:
        return Meaning(None, reading.value)
    found = Date(algebra.moved(context.speech, reading.grain, reading.by), Grain.DAY)
    coarse = found if reading.grain is Grain.DAY else w.unit(found.start, reading.grain)
    return Meaning(w.qualified(coarse, Qualifier.APPROXIMATE), reading.value)


def _weekend(reading: Shifted, anchor: Date, context: Context) -> Meaning:
    """Saturday and Sunday. "The weekend" alone is the one just past, or the one to come where the words say so."""
    monday = w.unit(anchor.start, Grain.WEEK).start
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


def _reference(by: int) -> str:
    return "PRESENT_REF" if by == 0 else "PAST_REF" if by < 0 else "FUTURE_REF"


_FRIDAY = 4
_LATELY = {Grain.MONTH: 28, Grain.SEASON: 0}  # "last February", said in March, is a year older


def _nearest(reading: Nearest, context: Context) -> Meaning:
    named = reading.named
    anchor = _anchor(reading.anchor, context)
    if anchor is None:
        return Meaning(None, _pattern(named))
    day = anchor.start
    if _only_weekday(named) and named.weekday is not None:
        if reading.by < 0:
            found = day - ((weekday(day) - named.weekday) % 7 or 7)
        elif reading.by > 0 and reading.soonest:
            found = algebra.next_weekday(day, named.weekday, strictly=True)
        elif reading.by > 0:
            found = w.unit(day, Grain.WEEK).end + named.weekday
        else:
            found = w.unit(day, Grain.WEEK).start + named.weekday
            if found < day and weekday(day) > _FRIDAY and context.tense is not Tense.PAST:
                found += 7  # "this Wednesday", said on a Sunday
        return of(Date(found, Grain.DAY))
    year = civil(day)[0]
    dates = [date for y in range(year - 2, year + 3) if (date := in_year(named, y)) is not None]
    if reading.by < 0:
        found_date = next(
            (date for date in reversed(dates) if date.end + _LATELY.get(date.grain, 0) <= day), None
        )
    elif reading.by > 0:
        found_date = next((date for date in dates if date.start > day), None)
    else:
        found_date = in_year(named, year)
    return of(found_date, value="" if found_date else _pattern(named))


def _nth(reading: Nth, context: Context) -> Meaning:
    within = evaluated(reading.within, context)
    if within.when is None:
        return within
    found = algebra.nth(reading.nth, reading.grain, within.when, reading.weekday)
    if reading.count > 1:
        side = 1 if reading.nth > 0 else -1
        last = algebra.nth(reading.nth + side * (reading.count - 1), reading.grain, within.when)
        if found is None or last is None:
            return Meaning(None, reading.value)
        return replace(of(algebra.hull(found, last), value=reading.value), assumed=within.assumed)
    return replace(of(found), assumed=within.assumed, steps=within.steps)


def _inside(reading: Inside, context: Context) -> Meaning:
    within = evaluated(reading.within, context)
    if not isinstance(within.when, Date) or within.when.grain < Grain.YEAR:
        if isinstance(within.when, Date) and _only_weekday(reading.part) and within.when.grain is Grain.WEEK:
            return of(Date(within.when.start + (reading.part.weekday or 0), Grain.DAY))
        if (
            isinstance(within.when, Date)
            and within.when.grain is Grain.MONTH
            and reading.part.day is not None
        ):
            year, month, _ = civil(within.when.start)
            return of(
                w.day(year, month, reading.part.day) if is_date(year, month, reading.part.day) else None
            )
        return Meaning(None, _pattern(reading.part))
    return of(in_year(reading.part, within.when.year))


def _pattern(reading: Stated) -> str:
    """The TIMEX3 value of a date whose year is not known, or that the calendar has not."""
    year = "XXXX" if reading.year is None else timex.value(w.year(reading.year))
    if reading.month is not None:
        return f"{year}-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day is not None else "")
    if reading.season is not None:
        return f"{year}-{_SEASON[reading.season]}"
    if reading.quarter is not None:
        return f"{year}-Q{reading.quarter}"
    if reading.weekday is not None:
        return f"{year}-WXX-{reading.weekday + 1}"
    return year


__all__ = ["evaluated", "in_year", "of", "stated"]
