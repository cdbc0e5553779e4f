"""Dates for formats that know only whole days of the years 1 to 9999."""

from datetime import date

from timeline.times.calendar import civil
from timeline.times.when import Date, Grain, Limit, Qualifier, When, extent, qualifier_of


def days(when: When) -> tuple[date, date] | None:
    """First day and the day after the last; an open side is taken as a single day. None: out of reach.

    >>> from timeline.times.edtf import parse
    >>> days(parse("2008-02"))
    (datetime.date(2008, 2, 1), datetime.date(2008, 3, 1))
    """
    whole = extent(when)
    first = whole.start if whole.start is not None else (whole.end or 0) - 1
    end = whole.end if whole.end is not None else first + 1
    try:
        return date(*civil(first)), date(*civil(end))
    except (ValueError, OverflowError):  # the age of the Earth is no year of Python's
        return None


def iso(number: int) -> str:
    """A day number as ISO 8601 writes it; years before 0 with a sign, beyond 9999 with more digits."""
    year, month, day = civil(number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


def plain(date: Date | Limit) -> str:
    """A day, month or year as ISO 8601 writes it; empty for what is coarser, doubted or open.

    >>> from timeline.times.edtf import parse
    >>> plain(parse("2008-02")), plain(parse("2008~")), plain(parse("200X"))
    ('2008-02', '', '')
    """
    if isinstance(date, Limit) or date.qualifier is not Qualifier.NONE or not 1 <= date.year <= 9999:
        return ""
    length = {Grain.DAY: 10, Grain.MONTH: 7, Grain.YEAR: 4}.get(date.grain, 0)
    return iso(date.start)[:length]


def bounds(when: When) -> tuple[str, str]:
    """First and last date in ISO 8601 as exactly as they are known and no more; empty where they are not.

    >>> from timeline.times.edtf import parse
    >>> bounds(parse("2008-02-17")), bounds(parse("2008/2009-03")), bounds(parse("1999~"))
    (('2008-02-17', '2008-02-17'), ('2008', '2009-03'), ('', ''))
    """
    if qualifier_of(when) is not Qualifier.NONE:
        return "", ""
    if isinstance(when, Date):
        return plain(when), plain(when)
    return plain(when.start), plain(when.end)
