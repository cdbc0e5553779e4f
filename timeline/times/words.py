"""A date in words: "17 February 2008", "about 1999", "between 8 and 14 May 2024", "44 BC"."""

from collections.abc import Callable
from functools import lru_cache

from timeline.records import dataclass
from timeline.times.calendar import civil, day_number
from timeline.times.when import Date, Grain, Interval, Limit, Qualifier, When, unit_start

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ORDINALS = ("first", "second", "third", "fourth")
_SEASONS = ("spring", "summer", "autumn", "winter")
_DOUBT = {
    Qualifier.NONE: "",
    Qualifier.APPROXIMATE: "about ",
    Qualifier.UNCERTAIN: "perhaps ",
    Qualifier.BOTH: "perhaps about ",
}
_DEEP = 100_000  # years BC from which a date is better told as years ago
_PARTS_OF_DECADE = {  # the last digits of the years that are commonly meant
    "early": {(0, 2), (0, 3)},
    "mid-": {(3, 6), (4, 6), (4, 5)},
    "late": {(6, 9), (7, 9)},
}


@dataclass(frozen=True, slots=True)
class Names:
    """How a language writes calendar units; the words between them stay English.

    `unit` is a date without its doubt, `ends` are both ends of an interval, the first without what the second
    says as well, where the language lets it be left out.
    """

    unit: Callable[[Date], str]
    ends: Callable[[Date, Date], tuple[str, str]]


def words(when: When, *, within: bool = False, names: Names | None = None) -> str:
    """A date in words, English unless `names` are given.

    `within` says of an interval that the thing happened somewhere in it, rather than all through it.

    >>> from timeline.times.edtf import parse
    >>> words(parse("2024-05-08/2024-05-14")), words(parse("2024-05-08/2024-05-14"), within=True)
    ('8–14 May 2024', 'between 8 and 14 May 2024')
    """
    names = names or ENGLISH
    if isinstance(when, Date):
        return _DOUBT[when.qualifier] + names.unit(when)
    if isinstance(when.end, Limit):
        assert isinstance(when.start, Date)  # noqa: S101  an interval has at least one date
        return _open_end(when.start, when.end, names, within=within)
    if isinstance(when.start, Limit):
        return _open_start(when.start, when.end, names, within=within)
    return _between(when.start, when.end, names, within=within)


def year_words(year: int) -> str:
    """An astronomical year as people write it.

    >>> [year_words(y) for y in (2008, 79, 0, -43, -65_999_999)]
    ['2008', 'AD 79', '1 BC', '44 BC', '66 million years ago']
    """
    if year > 999:
        return _number(year)
    if year > 0:
        return f"AD {year}"
    before = 1 - year
    return _years_ago(before) if before >= _DEEP else f"{_number(before)} BC"


def heading(when: When, grain: Grain, names: Names | None = None) -> str:
    """The name of the period a list files a date under: a year, a decade, a century or a millennium.

    A date coarser than the period keeps its own name.
    """
    first = when if isinstance(when, Date) else when.start
    if isinstance(first, Limit):
        first = when.end if isinstance(when, Interval) else when
    assert isinstance(first, Date)  # noqa: S101  an interval has at least one date
    if first.grain > grain:
        return _capitalised((names or ENGLISH).unit(first).removeprefix("the "))
    return _period(first.year, grain, names or ENGLISH)


@lru_cache(maxsize=8192)  # lists of events ask for the same few again and again
def _period(year: int, grain: Grain, names: Names) -> str:
    """The year, decade, century or millennium that a year is in."""
    first = day_number(year)
    if grain is Grain.YEAR:
        return names.unit(Date(first, grain))
    if year < 1:
        return _period_before_christ(1 - year, grain)
    start = Date(unit_start(first, grain), grain)
    return _capitalised(_unit(start).removeprefix("the "))


def tick(day: int, grain: Grain) -> str:
    """A point on an axis, named at a grain: "2008", "Feb 2008", "17 Feb 2008"."""
    year, month, day_of_month = civil(day)
    if grain >= Grain.YEAR:
        return year_words(year)
    name = f"{MONTHS[month - 1][:3]} {year_words(year)}"
    return name if grain is Grain.MONTH else f"{day_of_month} {name}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th and so on."""
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in {11, 12, 13} else suffix}"


def _open_end(start: Date, end: Limit, names: Names, *, within: bool) -> str:
    said = _DOUBT[start.qualifier] + names.unit(start)
    if end is Limit.UNKNOWN:
        return f"from {said}, end unknown"
    return f"{said} or later" if within else f"since {said}"


def _open_start(start: Limit, end: Date, names: Names, *, within: bool) -> str:
    said = _DOUBT[end.qualifier] + names.unit(end)
    if start is Limit.UNKNOWN:
        return f"until {said}, start unknown"
    return f"{said} or earlier" if within else f"until {said}"


def _between(start: Date, end: Date, names: Names, *, within: bool) -> str:
    start, end = _days_of_weeks(start, end)
    same_doubt = start.qualifier is end.qualifier
    doubt = _DOUBT[start.qualifier] if same_doubt else ""
    if (start.start, start.grain) == (end.start, end.grain):
        return _DOUBT[start.qualifier | end.qualifier] + names.unit(start)
    if century := _century(start, end):
        return doubt + century
    if same_doubt:
        first, second = names.ends(start, end)
    else:
        first = _DOUBT[start.qualifier] + names.unit(start)
        second = _DOUBT[end.qualifier] + names.unit(end)
    part = _part_of_decade(start, end)
    if within and not part:
        return f"between {doubt}{first} and {second}"
    tight = " " not in first and second.split()[0].isalnum() and not first.startswith("AD")
    joined = f"{first}–{second}" if tight else f"{first} – {second}"
    return f"{part} ({doubt}{joined})" if part else doubt + joined


def _days_of_weeks(start: Date, end: Date) -> tuple[Date, Date]:
    """The ends, with the first and last day in place of weeks, which have no names of their own."""
    if start.grain is end.grain is Grain.WEEK and start.start == end.start:
        return start, end
    first = Date(start.start, Grain.DAY, start.qualifier) if start.grain is Grain.WEEK else start
    last = Date(end.end - 1, Grain.DAY, end.qualifier) if end.grain is Grain.WEEK else end
    return first, last


def _shared(start: Date, end: Date) -> tuple[str, str]:
    """Both ends, the first without the year or month that the second says as well."""
    (first_year, first_month, first_day), (last_year, last_month, _) = civil(start.start), civil(end.start)
    same_year = first_year == last_year
    match start.grain, end.grain:
        case Grain.DAY, Grain.DAY if same_year and first_month == last_month:
            return str(first_day), _unit(end)
        case Grain.DAY, Grain.DAY if same_year:
            return f"{first_day} {MONTHS[first_month - 1]}", _unit(end)
        case Grain.MONTH, (Grain.MONTH | Grain.DAY) if same_year:
            return MONTHS[first_month - 1], _unit(end)
        case Grain.YEAR, Grain.YEAR if last_year < 1 and 1 - first_year < _DEEP:
            return _number(1 - first_year), _unit(end)
        case _:
            return _unit(start), _unit(end)


def _unit(date: Date) -> str:
    year, month, day = civil(date.start)
    match date.grain:
        case Grain.DAY:
            return f"{day} {MONTHS[month - 1]} {year_words(year)}"
        case Grain.WEEK:
            return f"the week of {day} {MONTHS[month - 1]} {year_words(year)}"
        case Grain.MONTH:
            return f"{MONTHS[month - 1]} {year_words(year)}"
        case Grain.SEASON:
            return f"{_SEASONS[month // 3 - 1]} {_winter(year) if month == 12 else year_words(year)}"
        case Grain.QUARTER:
            return f"the {_ORDINALS[(month - 1) // 3]} quarter of {year_words(year)}"
        case Grain.HALF:
            return f"the {_ORDINALS[(month - 1) // 6]} half of {year_words(year)}"
        case Grain.YEAR:
            return year_words(year)
        case Grain.DECADE:
            return f"the {year}s" if year > 999 else f"the {'AD ' if year else ''}{year}s"
        case Grain.CENTURY:
            return f"the {ordinal(year // 100 + 1)} century"
        case Grain.MILLENNIUM:
            return f"the {ordinal(year // 1000 + 1)} millennium"


def _winter(year: int) -> str:
    """The two years of a winter: 2008–09."""
    if year < 1000:
        return f"{year_words(year)} – {year_words(year + 1)}"
    return f"{year}–{(year + 1) % 100:02d}" if (year + 1) % 100 else f"{year}–{year + 1}"


def _century(start: Date, end: Date) -> str:
    """The name of years that are exactly one century: -0499/-0400, 1801/1900."""
    if not start.grain is end.grain is Grain.YEAR or end.year != start.year + 99 or end.year % 100:
        return ""
    if end.year > 0:
        return f"the {ordinal(end.year // 100)} century ({start.year}–{end.year})"
    return f"the {ordinal(-end.year // 100 + 1)} century BC"


def _part_of_decade(start: Date, end: Date) -> str:
    """The part of a decade that a pair of approximate years stands for, if it is one people name."""
    plain = start.grain is end.grain is Grain.YEAR and start.year > 999 and start.year // 10 == end.year // 10
    if not plain or Qualifier.NONE in {start.qualifier, end.qualifier}:
        return ""
    digits = (start.year % 10, end.year % 10)
    part = next((name for name, meant in _PARTS_OF_DECADE.items() if digits in meant), "")
    return f"the {part}{'' if part == 'mid-' else ' '}{start.year // 10}0s" if part else ""


def _period_before_christ(before: int, grain: Grain) -> str:
    size = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}[grain]
    if before >= _DEEP:
        return _capitalised(_years_ago(before))
    if grain is Grain.DECADE:
        return f"{before // 10 * 10}s BC" if before >= 10 else "1–9 BC"
    return f"{ordinal((before - 1) // size + 1)} {grain.name.lower()} BC"


def _years_ago(years: int) -> str:
    for size, name in ((10**9, " billion"), (10**6, " million"), (1, "")):
        if years >= size:
            return f"{years / size:,.4g}{name} years ago" if size > 1 else f"{years:,} years ago"
    raise AssertionError(years)


def _number(year: int) -> str:
    return f"{year:,}" if year > 9999 else str(year)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


ENGLISH = Names(_unit, _shared)
