"""Stated: a date said in parts, and where the parts not said come from: the day of writing, or the story's date."""

from dataclasses import replace
from typing import TypeGuard

from timeline.resolve.centuries import century
from timeline.resolve.context import Context, Meaning, Tense, of
from timeline.times import algebra, timex
from timeline.times import when as w
from timeline.times.calendar import civil, is_date, month_plus, weekday
from timeline.times.reading import Anchor, Clock, Numeric, Part, Reading, Stated, inmost
from timeline.times.when import Date, Grain

_SEASON = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}


def stated(reading: Stated, context: Context) -> Meaning:
    """A date said in parts; what is missing comes from the document's date or the narrative."""
    if reading.year is not None:
        if reading.short:
            year = century(reading.year, context)
            return of(in_year(reading, year), assumed=("century",))
        found = in_year(reading, reading.year)
        return of(found, value="" if found else pattern(reading))
    if context.generic:
        return Meaning(None, pattern(reading))
    if only_weekday(reading):
        return _weekday(reading, context)
    if reading.day is not None and reading.month is None and not reading.holiday:
        return _day_of_month(reading, context)
    if context.lean is Anchor.NARRATIVE and context.focus is not None:
        found = in_year(reading, _running_year(reading, context.focus, context))
        if context.looking_back and found is not None and found.start > context.focus.start:
            found = in_year(reading, context.focus.year - (context.focus.grain < Grain.YEAR))
        if context.by_then and found is not None and _is_feast_gone(reading, found, context.focus):
            found = in_year(reading, found.year + 1)
        if found is not None and not _fits(reading, found):
            found = _on_its_weekday(reading, context.focus)
        if (
            context.speech is None
            or found is None
            or found.start <= max(context.speech, context.focus.start)
            or context.ranging
        ):
            return of(found, assumed=("year",), value="" if found else pattern(reading))
        return of(_last_before(reading, context.speech), assumed=("year",))
    if context.speech is None:
        return Meaning(None, pattern(reading))
    found = _near_speech(reading, context.speech, context.tense)
    return of(found, assumed=("year",), value="" if found else pattern(reading))


def _is_feast_gone(reading: Stated, found: Date, focus: Date) -> bool:
    """Whether a feast is long over on a day from which on something was so by then: "in May they struck; lit by Christmas"."""
    return bool(reading.holiday) and focus.start - found.end > _FEAST


_FEAST = 100  # days after which nobody reckons up to the last one


def _on_its_weekday(reading: Stated, focus: Date) -> Date | None:
    """The date, nearest to a story's, that falls on the weekday said with it: "Saturday 9 November".

    Of a story that has come to a month it is of the years beside, or of none that could be told.
    """
    reach = _WEEKDAYS if focus.grain >= Grain.YEAR else 1
    years = range(focus.year - reach, focus.year + reach + 1)
    dates = [date for one in years if (date := in_year(reading, one)) is not None]
    fitting = [date for date in dates if _fits(reading, date)]
    return min(fitting, key=lambda date: _stride(focus, date), default=None)


_WEEKDAYS = 6  # years in which every day falls on every weekday, but for leap years


def _last_before(reading: Stated, speech: int) -> Date | None:
    """The last such date of the past: what a story tells of had been when it was written."""
    years = range(civil(speech)[0], civil(speech)[0] - _LEAP, -1)
    dates = (date for one in years if (date := in_year(reading, one)) is not None)
    return next((date for date in dates if date.start <= speech), None)


def _fits(reading: Stated, date: Date) -> bool:
    """Whether a date is the weekday that is said with it, if one is; in old style, too, where that was still written."""
    if reading.weekday is None or weekday(date.start) == reading.weekday:
        return True
    centuries = date.year // 100
    behind = centuries - centuries // 4 - 2  # days by which the Julian calendar was behind
    return date.year < _REFORMED and weekday(date.start + behind) == reading.weekday


_REFORMED = 1924  # the year after which no country of Europe wrote the old style
_LEAP = 9  # years in which 29 February comes at least once


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


def only_weekday(reading: Reading) -> TypeGuard[Stated]:
    """Whether a weekday is all that is said."""
    return (
        isinstance(reading, Stated)
        and reading.weekday is not None
        and reading.month is None
        and reading.day is None
    )


def says_day(reading: Reading) -> bool:
    """Whether a day is said without its year, by its weekday, its number or its feast."""
    reading = inmost(reading, Part, Clock)
    return (
        isinstance(reading, Stated)
        and reading.year is None
        and (reading.weekday is not None or reading.day is not None or bool(reading.holiday))
    )


def _weekday(reading: Stated, context: Context) -> Meaning:
    day = context.speech
    if context.lean is Anchor.NARRATIVE and context.focus is not None and context.focus.grain is Grain.DAY:
        day = context.focus.start
    elif context.lean is Anchor.NARRATIVE and context.focus is not None and not context.ranging:
        day = None  # the week of a story that has come to a month is open
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
    if reading.of_story and not context.near:
        return Meaning(None, "")
    story = context.lean is Anchor.NARRATIVE and context.focus is not None
    if story and context.focus is not None and context.focus.grain <= Grain.MONTH:
        around, reach = context.focus.start, int(context.focus.grain is not Grain.MONTH)
    elif context.speech is not None and not story:
        around, reach = context.speech, 14
    else:
        return Meaning(None, f"XXXX-XX-{day:02d}")
    year, month, _ = civil(around)
    months = [month_plus(year, month, k) for k in range(-reach, reach + 1)]
    dates = [w.day(y, m, day) for y, m in months if is_date(y, m, day)]
    fitting = [one for one in dates if reading.weekday is None or weekday(one.start) == reading.weekday]
    if story and reading.weekday is None and is_date(year, month, day) and day >= civil(around)[2]:
        return of(w.day(year, month, day), assumed=("month",))
    # a story goes on; news looks back
    ahead, back = (1.0, _BACK) if story else _DAYS_SEEM[context.tense]
    found = min(
        fitting,
        key=lambda one: (one.start - around) * ahead if one.start > around else (around - one.start) * back,
        default=None,
    )
    return of(found, assumed=("month",), value="" if found else f"XXXX-XX-{day:02d}")


def _running_year(reading: Stated, focus: Date, context: Context) -> int:
    """The year of a date in a narrative that has come to `focus`: narratives go forward, with small steps back."""
    year, passing, since = focus.year, context.passing, context.since
    if focus.grain >= Grain.YEAR:
        return year
    if context.ranging:
        date = in_year(reading, year)
        return year + 1 if date is not None and date.end <= focus.start else year
    strides = {
        candidate: _stride(focus, date) * (_BEFORE if candidate < year == context.begun else 1)
        for candidate in (year - 1, year, year + 1)
        if (date := in_year(reading, candidate)) is not None
        and (since is None or civil(date.end - 1)[0] >= since)
    }
    best = min(strides, key=strides.__getitem__, default=year)
    if context.bound is not None and context.bound <= year < best:
        return year  # "in early summer they attacked, and on 17 June 1919 took it": the year has not turned
    if passing is not None and _stride(focus, in_year(reading, best)) > _SHORT:
        return passing
    return best


_SHORT = 50  # days a narrative goes on without being said to turn the year
_BEFORE = 4.0  # how much longer one seems to the year before one that the paragraph has said
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
    close = [date for date in fitting if abs(date.start - speech) <= _YEAR]
    if reading.weekday is not None and close:
        fitting = close  # the weekday settles which year, if one of those beside does
    if reading.quarter is not None or reading.half is not None:
        # what was earned was earned before; what is to be done in a quarter is done in one that is not over
        sided = {Tense.PAST: lambda date: date.start <= speech, Tense.FUTURE: lambda date: date.end > speech}
        fitting = [date for date in dates if tense is Tense.UNKNOWN or sided[tense](date)]
        tense = Tense.UNKNOWN
    doubtful = _REPORTED if reading.quarter is not None or reading.half is not None else _DOUBTFUL
    ahead_seems = {Tense.PAST: _AGAINST, Tense.UNKNOWN: doubtful, Tense.FUTURE: 1.0}[tense]
    behind_seems = _AGAINST if tense is Tense.FUTURE else 1.0

    def farness(date: Date) -> float:
        return max((date.start - speech) * ahead_seems, (speech - date.end + 1) * behind_seems, 0.0)

    return min(fitting or dates, key=farness, default=None)


_YEAR = 366
_AGAINST = 9.0  # how much farther a date seems that lies on the other side than the verb says
_DOUBTFUL = 1.5  # and one ahead, where no verb says
_REPORTED = 2.0  # and a quarter ahead, since accounts look back
# how much farther a day without its month seems ahead, and behind
_DAYS_SEEM = {Tense.PAST: (_AGAINST, 1.0), Tense.UNKNOWN: (2.0, 1.0), Tense.FUTURE: (1.0, _AGAINST)}


def numeric(reading: Numeric, context: Context) -> Meaning:
    """A date in figures; which of two small ones is the day is assumed where no other date of the text tells."""
    first, second = reading.first, reading.second
    day, month = (first, second) if (context.day_first or first > 12) and second <= 12 else (second, first)
    found = stated(Stated(year=reading.year, month=month, day=day, short=reading.short), context)
    if context.ordered or first == second or max(first, second) > 12:
        return found
    return replace(found, assumed=(*found.assumed, "order"))


def pattern(reading: Stated) -> str:
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
