"""Evaluate: from a reading and a context to a date. Readings within readings are taken apart here."""

from dataclasses import replace
from typing import assert_never

from timeline.resolve.accounts import ending_with, reported
from timeline.resolve.centuries import block, turning
from timeline.resolve.context import Context, Meaning, of
from timeline.resolve.relative import ahead, ending, nearest, running, shifted, spanning
from timeline.resolve.stated import in_year, numeric, only_weekday, pattern, stated
from timeline.times import algebra, edtf
from timeline.times import when as w
from timeline.times.calendar import civil, is_date
from timeline.times.reading import (
    Aged,
    Ahead,
    Anchor,
    Approximate,
    Block,
    Bounded,
    Clock,
    Ending,
    Hung,
    Inside,
    Lasting,
    Named,
    Nearest,
    Nth,
    Numeric,
    Part,
    Reading,
    Recurring,
    Reported,
    Shifted,
    Side,
    Spanning,
    Stated,
    Turning,
    Vague,
)
from timeline.times.when import Date, Grain, Interval, Qualifier, When


def leans(reading: Reading) -> bool:
    """Whether what it means hangs on when and where it is said: not of a date with its year, nor of what has no date."""
    match reading:
        case Stated():
            return reading.year is None or reading.short
        case Lasting() | Recurring() | Vague() | Named() | Aged():
            return False
        case _:
            return True


def evaluated(reading: Reading, context: Context) -> Meaning:
    """What a reading means where it stands."""
    match reading:
        case Stated():
            return ending_with(reading, context) or stated(reading, context)
        case Numeric():
            return numeric(reading, context)
        case Block():
            return block(reading, context)
        case Shifted():
            return shifted(reading, _anchor(reading, context), context)
        case Nearest():
            return nearest(reading, context)
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
            return ending_with(reading, context) or reported(reading, context)
        case Ending():
            return ending(reading, context)
        case Turning():
            return turning(reading, context)
        case Spanning():
            return spanning(reading, context)
        case Ahead():
            return ahead(reading, context)
        case Hung():
            return _hung(reading, context)
        case Named():
            return of(_years(reading))
        case Aged():
            return Meaning(None, "")  # `ages` counts it from a birth
        case Lasting() | Recurring() | Vague():
            return Meaning(None, reading.value)
        case _:
            assert_never(reading)


def _years(reading: Named) -> When:
    """The years of a named period, or its first or last."""
    years = edtf.parse(reading.years)
    edges = {-1: years.start, 1: years.end} if isinstance(years, Interval) else {}
    edge = edges.get(reading.edge)
    return edge if isinstance(edge, Date) else years


def _hung(reading: Hung, context: Context) -> Meaning:
    """So far from what happened, or up to so far; without its date, how long."""
    if context.happened is None:
        return Meaning(None, reading.value)
    start = context.happened.when
    if reading.anniversary:
        return of(w.unit(algebra.moved(start.start, Grain.YEAR, reading.away.by), start.grain))
    found = shifted(reading.away, start, context)
    if reading.stretch and isinstance(found.when, Date) and start.grain is Grain.DAY:
        first, last = sorted((start.start, found.when.start))
        return of(algebra.days(first, last) if reading.away.by < 0 else algebra.days(first + 1, last + 1))
    if reading.within and isinstance(found.when, Date):
        return replace(found, when=algebra.hull(start, found.when), value=reading.value)
    return replace(found, value=found.value + reading.clock) if reading.clock else found


def _anchor(reading: Shifted, context: Context) -> Date | None:
    """What a phrase is counted from, which may be a phrase itself: two days before Christmas."""
    if isinstance(reading.anchor, Anchor):
        any_day = reading.bare and reading.by == 0  # "at night" may be any night
        return running(reading.anchor, context, Grain.MILLENNIUM if any_day else reading.grain)
    found = evaluated(reading.anchor, context).when
    return found if isinstance(found, Date) else None


def _clock(reading: Clock, context: Context) -> Meaning:
    """A time of day. On no certain day of a narrative it is any day's; in news it is that of the day of writing."""
    inner = evaluated(reading.day, context)
    if isinstance(inner.when, Date) and inner.when.grain > Grain.DAY and isinstance(reading.day, Shifted):
        if context.lean is Anchor.NARRATIVE or context.speech is None:
            return Meaning(None, f"XXXX-XX-XX{reading.clock}")
        day = Date(context.speech, Grain.DAY)
        if context.focus is not None and context.focus.grain is Grain.DAY and reading.clock != _NIGHT:
            day = (
                context.focus
            )  # a year said in passing stands between: "on Monday the boot, bought in 2011, died at noon"
        inner = of(day)
    if _is_to_come(reading, inner.when, context) and context.speech is not None:
        inner = of(Date(context.speech, Grain.DAY))
    if context.evening and isinstance(inner.when, Date) and inner.when.grain is Grain.DAY:
        inner = of(Date(inner.when.start + 1, Grain.DAY))
    return replace(inner, value=inner.value + reading.clock)


_NIGHT = "TNI"  # "overnight" looks up from the day of writing


def _is_to_come(reading: Clock, told: When | None, context: Context) -> bool:
    """Whether "overnight", in news, would be of a day ahead that has been told of: it looks up from the day of writing."""
    if reading.clock != _NIGHT or context.lean is Anchor.NARRATIVE or context.speech is None:
        return False
    now = isinstance(reading.day, Shifted) and reading.day.by == 0
    return now and isinstance(told, Date) and told.start > context.speech


def _bounded(reading: Bounded, context: Context) -> Meaning:
    """Earlier this month: from its start to the day before it is said; later that year: from that day on to its end."""
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
        when = algebra.days(when.start, max(moment + reading.today, when.start + 1))
    else:
        when = algebra.days(moment, when.end)
    return replace(whole, when=when)


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
        if isinstance(within.when, Date) and only_weekday(reading.part) and within.when.grain is Grain.WEEK:
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
        return Meaning(None, pattern(reading.part))
    return of(in_year(reading.part, within.when.year))


__all__ = ["evaluated", "in_year"]
