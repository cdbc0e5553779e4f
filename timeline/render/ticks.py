"""Points on a time axis that people count in: days, months, years, and tens and millions of years."""

from timeline.render.dates import Dates
from timeline.times.calendar import civil, day_number, month_plus
from timeline.times.when import Grain

_YEAR = 365.2425  # days
_MONTH = _YEAR / 12
_MANY = 10_000  # years, from which nobody counts them singly
_MONTH_STEPS = (1, 3, 6)


def ticks(start: float, end: float, most: int, dates: Dates = Dates()) -> list[tuple[int, str]]:
    """At most about so many (day number, name), evenly spaced for the eye."""
    wanted = (end - start) / most
    if wanted <= _MONTH_STEPS[-1] * _MONTH:
        step = next(step for step in _MONTH_STEPS if wanted <= step * _MONTH)
        days = _months(start, end, step)
        grain = Grain.MONTH
    else:
        days = _years(start, end, _round_up(wanted / _YEAR))
        grain = Grain.YEAR
    return [(day, dates.tick(day, grain)) for day in days]


def rough(day: float, dates: Dates = Dates()) -> str:
    """A day named by its year, as where there is room for one name only."""
    return dates.tick(int(day), Grain.YEAR)


def length(days: float) -> str:
    """A stretch of time in words, in the unit people would count it in.

    >>> [length(d) for d in (12, 100, 32_141, 3.4e12)]
    ['12 days', '3 months', '88 years', '9.3 billion years']
    """
    years = days / _YEAR
    for size, name in ((1e9, "billion years"), (1e6, "million years")):
        if years >= size:
            return f"{years / size:.2g} {name}" if years < 10 * size else f"{years / size:,.0f} {name}"
    if years >= 2:
        return f"{years if years < _MANY else float(f'{years:.2g}'):,.0f} years"
    if days >= 2 * _MONTH:
        return f"{days / _MONTH:.0f} months"
    return f"{days:.0f} days"


def _months(start: float, end: float, step: int) -> list[int]:
    year, month, _ = civil(int(start))
    month -= (month - 1) % step
    found = []
    while (day := day_number(year, month)) <= end:
        if day >= start:
            found.append(day)
        year, month = month_plus(year, month, step)
    return found


def _years(start: float, end: float, step: int) -> list[int]:
    first = civil(int(start))[0] // step * step
    last = civil(int(end))[0]
    return [
        day for year in range(first, last + 1, step) if start <= (day := day_number(_since_one(year))) <= end
    ]


def _since_one(year: int) -> int:
    """Steps before Christ count back from 1 BC: 500 BC is the year -499."""
    return year + 1 if year < 0 else year


def _round_up(years: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 and so on."""
    size = 1
    while True:
        for part in (1, 2, 5):
            if years <= part * size:
                return part * size
        size *= 10
