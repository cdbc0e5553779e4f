"""The proleptic Gregorian calendar as whole numbers, without a first or a last year.

A *day number* counts days; day 0 is 1970-01-01. Years are astronomical: 0 is 1 BC, -43 is 44 BC.
The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
(https://howardhinnant.github.io/date_algorithms.html), which hold for every year.
"""

from functools import lru_cache

_EPOCH = 719468  # days from 0000-03-01 to 1970-01-01
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether `year` (astronomical) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days in a month, 28 to 31."""
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this date."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


@lru_cache(maxsize=65536)
def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The day number of a date.

    >>> day_number(1970, 1, 1), day_number(2000, 3, 1), day_number(-43, 3, 15)
    (0, 11017, -735161)
    """
    year -= month <= 2
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - _EPOCH


@lru_cache(maxsize=65536)
def civil(number: int) -> tuple[int, int, int]:
    """The (year, month, day) of a day number; the inverse of `day_number`."""
    number += _EPOCH
    era = number // 146097
    day_of_era = number - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return year_of_era + era * 400 + (month <= 2), month, day


def weekday(number: int) -> int:
    """The day of the week, Monday 0 to Sunday 6. 1970-01-01 was a Thursday."""
    return (number + 3) % 7


def week_start(number: int) -> int:
    """The Monday on or before a day (weeks are ISO 8601 weeks)."""
    return number - weekday(number)


def iso_week(number: int) -> tuple[int, int]:
    """The ISO 8601 (week year, week 1 to 53) of a day."""
    thursday = week_start(number) + 3
    year, _, _ = civil(thursday)
    return year, (thursday - day_number(year)) // 7 + 1


def iso_week_start(year: int, week: int) -> int:
    """The Monday of an ISO week: the week that holds 4 January is the first."""
    return week_start(day_number(year, 1, 4)) + 7 * (week - 1)


def month_plus(year: int, month: int, months: int) -> tuple[int, int]:
    """A month moved by whole months: (year, month)."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def easter(year: int) -> int:
    """The day number of Western Easter Sunday (the anonymous Gregorian algorithm)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, part = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarter, left = divmod(rest, 4)
    sunday = (32 + 2 * part + 2 * quarter - epact - left) % 7
    correction = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * correction + 114, 31)
    return day_number(year, month, day + 1)
