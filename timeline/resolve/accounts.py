"""Accounts: the quarter or half year a company reports on, the one a year before it, and one whose last day is said."""

from dataclasses import replace

from timeline.model.expression import Expression
from timeline.resolve.context import Context, Meaning, of, reference
from timeline.resolve.stated import stated
from timeline.times import algebra, timex
from timeline.times import when as w
from timeline.times.calendar import civil
from timeline.times.reading import Reported, Stated
from timeline.times.when import Date, Grain, Interval, When


def reported(reading: Reported, context: Context) -> Meaning:
    """The quarter an account is of: the one named last, else the last that had ended when it was written."""
    period = context.period
    if reading.of is not None:
        named = stated(reading.of, context).when
        period = named if isinstance(named, Date) else period
    if period is None:
        if reading.year is not None:
            return of(w.year(reading.year))
        if context.speech is None:
            return Meaning(None, reference(reading.years))
        if reading.years:
            return of(algebra.shifted(Date(context.speech, Grain.DAY), Grain.YEAR, reading.years))
        period = algebra.shifted(Date(context.speech, Grain.DAY), Grain.QUARTER, -1)
    years = reading.years if reading.year is None else reading.year - period.year
    return of(
        algebra.shifted(period, Grain.YEAR, years) if period.grain is Grain.YEAR else _years_on(period, years)
    )


def ending_with(reading: Reported | Stated, context: Context) -> Meaning | None:
    """The quarter or half year up to a day: "the quarter ended 31 July" is May to July. None if no such day is said.

    Its value is the company's own number where that is said ("the fourth quarter ended 30 September"), with the year
    of its last day, or was said before; else the calendar's quarter that holds most of it.
    """
    period = period_of(reading, context)
    if period is None or context.ended is None:
        return None
    when = _up_to(context.ended, _months(reading))
    return replace(of(when, value=timex.value(period)), assumed=("year",))


def _up_to(last: int, months: int) -> When:
    """So many months up to a day: a unit of the calendar if they are one, else whole months, else days."""
    start = algebra.moved(last + 1, Grain.MONTH, -months)
    unit = w.unit(start, _GRAIN[months])
    if (unit.start, unit.end) == (start, last + 1):
        return unit
    grain = Grain.MONTH if civil(last + 1)[2] == 1 else Grain.DAY
    return Interval(w.unit(start, grain), w.unit(last, grain))


def period_of(reading: Reported | Stated, context: Context) -> Date | None:
    """The period that such an account is of, by the number it is compared with other years' by."""
    if context.ended is None:
        return None
    year, months = civil(context.ended)[0], _months(reading)
    if isinstance(reading, Stated) and reading.quarter:
        return w.quarter(year, reading.quarter)
    if isinstance(reading, Stated) and reading.half:
        return w.half(year, reading.half)
    if context.period is not None and context.period.grain is _GRAIN[months]:
        return context.period
    return w.unit(context.ended - _HALF_OF[months], _GRAIN[months])


def reporting(period: Date | None, expression: Expression, meaning: Meaning, context: Context) -> Date | None:
    """The quarter or half year that an account is of, after an expression: the last one named that is over."""
    reading, speech = expression.reading, context.speech
    if isinstance(reading, (Stated, Reported)) and (ended := period_of(reading, context)) is not None:
        return ended
    if isinstance(reading, Stated) and (reading.quarter or reading.half) and isinstance(meaning.when, Date):
        return meaning.when if period is None or speech is None or meaning.when.end <= speech else period
    return period


def _months(reading: Reported | Stated) -> int:
    return reading.months if isinstance(reading, Reported) else 6 if reading.half else 3


_HALF_OF = {3: 45, 6: 91}  # days back from its end to a period's middle
_GRAIN = {3: Grain.QUARTER, 6: Grain.HALF}


def _years_on(date: Date, years: int) -> Date:
    return w.unit(algebra.moved(date.start, Grain.YEAR, years), date.grain)
