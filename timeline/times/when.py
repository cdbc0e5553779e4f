"""When something was: a date of some precision, or an interval between two such dates.

A `Date` is a calendar unit (a day, a week, a month, … a millennium) and how sure its source is of it.
Everything is half-open: an `Extent` holds its start and not its end.
"""

from enum import Enum, IntEnum
from functools import lru_cache

from timeline.records import dataclass
from timeline.times.calendar import (
    civil,
    day_number,
    is_date,
    iso_week_start,
    month_plus,
    week_start,
)


class Grain(IntEnum):
    """The size of a calendar unit, from fine to coarse; comparable."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    SEASON = 4
    QUARTER = 5
    HALF = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9
    MILLENNIUM = 10


_DAY, _WEEK, _SEASON, _YEAR = Grain.DAY, Grain.WEEK, Grain.SEASON, Grain.YEAR  # an enumeration is slow to ask
MONTHS_IN = {Grain.MONTH: 1, Grain.SEASON: 3, Grain.QUARTER: 3, Grain.HALF: 6}
YEARS_IN = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}


class Qualifier(Enum):
    """EDTF's marks: `~` approximate, `?` uncertain, `%` both."""

    NONE = ""
    APPROXIMATE = "~"
    UNCERTAIN = "?"
    BOTH = "%"

    def __or__(self, other: "Qualifier") -> "Qualifier":
        if self is other or other is Qualifier.NONE:
            return self
        return other if self is Qualifier.NONE else Qualifier.BOTH


class Limit(Enum):
    """An end of an interval that is no date: open (it goes on) or unknown."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Extent:
    """Days from `start` up to, not including, `end` (day numbers); None is without bound."""

    start: int | None
    end: int | None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"an extent must end after it starts: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Date:
    """One calendar unit: its first day (a day number), its grain, and how sure it is.

    `start` must be a first day of its grain: a Monday for a week, 1 January of a year ending in 0 for
    a decade, and so on. Seasons are the meteorological ones of the northern hemisphere; winter 2008 is
    December 2008 to February 2009, as in TIMEX3. Decades and coarser stand for written digits and exist in
    the years 0 to 9999 only; elsewhere say an `Interval` of years.
    """

    start: int
    grain: Grain
    qualifier: Qualifier = Qualifier.NONE

    def __post_init__(self) -> None:
        if self.grain is _DAY:
            return
        if unit_start(self.start, self.grain) != self.start:
            raise ValueError(f"{civil(self.start)} does not start a {self.grain.name.lower()}")
        if self.grain > _YEAR and not 0 <= self.year <= 9999:
            raise ValueError(f"no {self.grain.name.lower()} of its own at the year {self.year}")

    @property
    def end(self) -> int:
        """The day number after its last day."""
        return unit_end(self.start, self.grain)

    @property
    def year(self) -> int:
        """The astronomical year it starts in."""
        return civil(self.start)[0]


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` to `end`, both included at their own precision; either may be a `Limit`."""

    start: Date | Limit
    end: Date | Limit

    def __post_init__(self) -> None:
        if isinstance(self.start, Limit) and isinstance(self.end, Limit):
            raise ValueError("an interval needs at least one date")
        if (
            isinstance(self.start, Date)
            and isinstance(self.end, Date)
            and (self.start.start > self.end.start or self.start.end > self.end.end)
        ):
            raise ValueError("an interval must not end before it starts")


When = Date | Interval


def unit_start(number: int, grain: Grain) -> int:
    """The first day of the unit of this grain that holds a day."""
    if grain is _DAY:
        return number
    if grain is _WEEK:
        return week_start(number)
    year, month, _ = civil(number)
    if grain in YEARS_IN:
        return day_number(year - year % YEARS_IN[grain])
    if grain is _SEASON:
        return day_number(*month_plus(year, month, -(month % 3)))
    return day_number(year, month - (month - 1) % MONTHS_IN[grain])


def unit_end(start: int, grain: Grain) -> int:
    """The day after the last day of the unit that starts on a day."""
    if grain is _DAY:
        return start + 1
    if grain is _WEEK:
        return start + 7
    year, month, _ = civil(start)
    if grain in YEARS_IN:
        return day_number(year + YEARS_IN[grain])
    return day_number(*month_plus(year, month, MONTHS_IN[grain]))


def unit(number: int, grain: Grain, qualifier: Qualifier = Qualifier.NONE) -> Date:
    """The unit of this grain that holds a day."""
    return Date(unit_start(number, grain), grain, qualifier)


@lru_cache(maxsize=4096)
def day(year: int, month: int, day_of_month: int) -> Date:
    """A day; ValueError if the calendar has no such day."""
    if not is_date(year, month, day_of_month):
        raise ValueError(f"no such date: {year}-{month:02d}-{day_of_month:02d}")
    return Date(day_number(year, month, day_of_month), Grain.DAY)


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Date:
    """A month, 1 to 12."""
    if not 1 <= number <= 12:
        raise ValueError(f"no such month: {number}")
    return Date(day_number(year, number), Grain.MONTH)


@lru_cache(maxsize=4096)
def year(number: int) -> Date:
    """An astronomical year."""
    return Date(day_number(number), Grain.YEAR)


@lru_cache(maxsize=4096)
def week(year_of_week: int, number: int) -> Date:
    """An ISO week."""
    return Date(iso_week_start(year_of_week, number), Grain.WEEK)


@lru_cache(maxsize=4096)
def season(year_of_season: int, number: int) -> Date:
    """A season: 1 spring, 2 summer, 3 autumn, 4 winter (December of its year to February)."""
    return Date(day_number(year_of_season, 3 * number), Grain.SEASON)


@lru_cache(maxsize=4096)
def quarter(year_of_quarter: int, number: int) -> Date:
    """A calendar quarter, 1 to 4."""
    return Date(day_number(year_of_quarter, 3 * number - 2), Grain.QUARTER)


@lru_cache(maxsize=4096)
def half(year_of_half: int, number: int) -> Date:
    """A half year, 1 or 2."""
    return Date(day_number(year_of_half, 6 * number - 5), Grain.HALF)


def extent(when: When) -> Extent:
    """The days a When covers at most."""
    if isinstance(when, Date):
        return Extent(when.start, when.end)
    return Extent(
        when.start.start if isinstance(when.start, Date) else None,
        when.end.end if isinstance(when.end, Date) else None,
    )


def qualified(when: When, qualifier: Qualifier) -> When:
    """The same When with a qualifier added to each date in it."""
    if isinstance(when, Date):
        return Date(when.start, when.grain, when.qualifier | qualifier)
    start, end = (
        Date(side.start, side.grain, side.qualifier | qualifier) if isinstance(side, Date) else side
        for side in (when.start, when.end)
    )
    return Interval(start, end)


def qualifier_of(when: When) -> Qualifier:
    """The strongest doubt anywhere in a When."""
    if isinstance(when, Date):
        return when.qualifier
    doubt = Qualifier.NONE
    for side in (when.start, when.end):
        if isinstance(side, Date):
            doubt = doubt | side.qualifier
    return doubt
