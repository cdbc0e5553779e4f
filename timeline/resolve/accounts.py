"""Accounts: the quarter or half year a company reports on, and the one a year before it."""

from timeline.resolve.context import Context, Meaning, of, reference
from timeline.resolve.stated import stated
from timeline.times import algebra
from timeline.times import when as w
from timeline.times.reading import Reported
from timeline.times.when import Date, Grain


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


def _years_on(date: Date, years: int) -> Date:
    return w.unit(algebra.moved(date.start, Grain.YEAR, years), date.grain)
