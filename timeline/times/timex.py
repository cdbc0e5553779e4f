"""A When as a TIMEX3 value (TimeML 1.2.1): 1999-12, 1999-W07, 1999-SU, 198, BC0490."""

from timeline.times.calendar import civil, iso_week
from timeline.times.when import Date, Grain, When

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def value(when: When) -> str:
    """The TIMEX3 value of a date; an interval is written as its two ends, joined by a slash.

    >>> from timeline.times import when as w
    >>> value(w.season(1999, 2)), value(w.year(-489)), value(w.unit(w.year(79).start, Grain.CENTURY))
    ('1999-SU', 'BC0490', '00')
    """
    if isinstance(when, Date):
        return _unit(when)
    return "/".join(value(side) if isinstance(side, Date) else side.value for side in (when.start, when.end))


def _unit(date: Date) -> str:
    year, month, day = civil(date.start)
    written = _year(year)
    match date.grain:
        case Grain.DAY:
            return f"{written}-{month:02d}-{day:02d}"
        case Grain.WEEK:
            of, number = iso_week(date.start)
            return f"{_year(of)}-W{number:02d}"
        case Grain.MONTH:
            return f"{written}-{month:02d}"
        case Grain.SEASON:
            return f"{written}-{_SEASONS[month]}"
        case Grain.QUARTER:
            return f"{written}-Q{(month + 2) // 3}"
        case Grain.HALF:
            return f"{written}-H{(month + 5) // 6}"
        case Grain.YEAR:
            return written
        case Grain.DECADE:
            return f"{year // 10:03d}"
        case Grain.CENTURY:
            return f"{year // 100:02d}"
        case Grain.MILLENNIUM:
            return str(year // 1000)


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"
