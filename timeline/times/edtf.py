"""EDTF (ISO 8601-2, Extended Date/Time Format) to and from `When`.

Read and written: days, months and years (`2008-02-17`, `2008-02`, `2008`, `-0043`, `Y-13800000000`),
decades, centuries and millennia (`199X`, `19XX`, `1XXX`), seasons, quarters and halves (`-21`…`-24`,
`-33`…`-36`, `-40`, `-41`), the qualifiers `~ ? %` at the end, and intervals with open (`..`) or unknown
ends. A week has no EDTF of its own and is written as the interval of its days; the decades and centuries
before year 0 do not fall on written digits (the fifth century BC is -0499/-0400) and are intervals too.
"""

import re
from functools import lru_cache

from timeline.times import when as w
from timeline.times.calendar import civil
from timeline.times.when import Date, Grain, Interval, Limit, Qualifier, When

_DATE = re.compile(
    r"""(?P<year> Y-?[0-9]{1,15} | -?[0-9]{4} | -?(?:[0-9]{3}X|[0-9]{2}XX|[0-9]XXX) )
        (?: -(?P<part>[0-9]{2}) (?: -(?P<day>[0-9]{2}) )? )?
        (?P<qualifier>[~?%])?""",
    re.VERBOSE,
)
_BLOCKS = {1: Grain.DECADE, 2: Grain.CENTURY, 3: Grain.MILLENNIUM}


class EdtfError(ValueError):
    """Text that is no EDTF: what is wrong, and at which character it starts."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


@lru_cache(maxsize=8192)
def parse(text: str) -> When:
    """Read EDTF; `EdtfError` says what is wrong and where.

    >>> parse("199X~")
    Date(start=7305, grain=<Grain.DECADE: 8>, qualifier=<Qualifier.APPROXIMATE: '~'>)
    """
    first, slash, second = text.partition("/")
    if not slash:
        return _date(text, 0)
    at = len(first) + 1
    try:
        return Interval(_side(first, 0), _side(second, at))
    except EdtfError:
        raise
    except ValueError as error:
        raise EdtfError(str(error), at) from error


@lru_cache(maxsize=32768)  # a date is written in a dozen places of a site
def text(when: When) -> str:
    """Write EDTF.

    >>> text(Interval(w.month(1917, 3), Limit.OPEN))
    '1917-03/..'
    """
    if isinstance(when, Interval):
        return f"{_side_text(when.start, first=True)}/{_side_text(when.end, first=False)}"
    if when.grain is Grain.WEEK:
        return f"{_side_text(when, first=True)}/{_side_text(when, first=False)}"
    return _unit_text(when) + when.qualifier.value


def _side(text: str, at: int) -> Date | Limit:
    if text == "..":
        return Limit.OPEN
    if text == "":
        return Limit.UNKNOWN
    return _date(text, at)


def _date(text: str, at: int) -> Date:
    match = _DATE.fullmatch(text)
    if not match:
        raise EdtfError(f"not an EDTF date: {text!r}", at)
    year, part, day = match["year"], match["part"], match["day"]
    qualifier = Qualifier(match["qualifier"] or "")
    if "X" in year:
        if part:
            raise EdtfError(f"a decade or century has no months: {text!r}", at)
        return _block(year, qualifier)
    number = int(year.removeprefix("Y"))
    if part is None:
        return _marked(w.year(number), qualifier)
    try:
        unit = w.day(number, int(part), int(day)) if day else _part_of_year(number, int(part))
    except ValueError as error:
        raise EdtfError(str(error), at + len(year) + 1) from error
    return _marked(unit, qualifier)


def _part_of_year(year: int, part: int) -> Date:
    if 21 <= part <= 24:
        return w.season(year, part - 20)
    if 33 <= part <= 36:
        return w.quarter(year, part - 32)
    if part in (40, 41):
        return w.half(year, part - 39)
    return w.month(year, part)


def _block(text: str, qualifier: Qualifier) -> Date:
    if text.startswith("-"):
        raise EdtfError(f"write years before 0 as an interval, not as {text!r}: -0499/-0400")
    size = text.count("X")
    start = int(text.replace("X", "")) * 10**size
    return _marked(Date(w.year(start).start, _BLOCKS[size]), qualifier)


def _marked(date: Date, qualifier: Qualifier) -> Date:
    return date if qualifier is Qualifier.NONE else Date(date.start, date.grain, qualifier)


def _side_text(side: Date | Limit, *, first: bool) -> str:
    if isinstance(side, Limit):
        return side.value
    if side.grain is Grain.WEEK:
        edge = Date(side.start if first else side.end - 1, Grain.DAY, side.qualifier)
        return text(edge)
    return text(side)


def _unit_text(date: Date) -> str:
    year, month, day = civil(date.start)
    match date.grain:
        case Grain.DAY:
            return f"{_year_text(year)}-{month:02d}-{day:02d}"
        case Grain.MONTH:
            return f"{_year_text(year)}-{month:02d}"
        case Grain.SEASON:
            return f"{_year_text(year)}-{20 + month // 3}"
        case Grain.QUARTER:
            return f"{_year_text(year)}-{33 + (month - 1) // 3}"
        case Grain.HALF:
            return f"{_year_text(year)}-{40 + (month - 1) // 6}"
        case Grain.YEAR:
            return _year_text(year)
        case _:
            return _block_text(year, date.grain)


def _block_text(year: int, grain: Grain) -> str:
    width = {Grain.DECADE: 3, Grain.CENTURY: 2, Grain.MILLENNIUM: 1}[grain]
    return f"{year:04d}"[:width] + "X" * (4 - width)


def _year_text(year: int) -> str:
    if -9999 <= year <= 9999:
        return f"{'-' if year < 0 else ''}{abs(year):04d}"
    return f"Y{year}"
