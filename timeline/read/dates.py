"""A date as a person writes it in `events.yaml`: EDTF, or words, or else refused with a reason.

Nothing missing is filled in: "May 2024" is that month, and "7 May" is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.records import dataclass
from timeline.times import edtf
from timeline.times import when as w
from timeline.times.calendar import is_date, weekday
from timeline.times.when import Date, Interval, Limit, Qualifier, When

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_PARTS = {"q": w.quarter, "h": w.half}
_WRITE = "write EDTF (2024-05-07, 2024-05, 2024-05-07/2024-05-08, 1999~) or words (7–8 May 2024)"

_MONTH = "(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + r"|sept)\.?"
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{3,4}|(?:ad )?[0-9]{1,4}(?= ?(?:ad|ce|bce?)\b)|(?<=ad )[0-9]{1,4})(?P<era> ?(?:ad|ce|bce?))?"
_NAMED_DAY = "(?:(?P<weekday>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _DAYS) + r")\.?,? )?"
_FORMS = (
    rf"{_NAMED_DAY}(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?",
    rf"{_NAMED_DAY}{_MONTH} {_DAY}(?:,? {_YEAR})?",
    rf"{_MONTH}(?:,? (?:of )?{_YEAR})?",
    rf"(?:the )?{_DAY}(?:, {_YEAR})?",
    rf"(?:the )?(?P<season>{'|'.join(_SEASONS)})(?: of)?,? {_YEAR}",
    rf"(?P<part>q[1-4]|h[12]) {_YEAR}",
    r"(?:the )?(?P<decade>[0-9]{3}0)['’]?s",
    r"(?:the )?(?P<century>[0-9]{1,2})(?:st|nd|rd|th)[ -]century(?P<era> ?(?:ad|ce|bce?))?",
    rf"(?:ad )?{_YEAR}",
)
_NUMERIC = r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})"
_YEAR_FIRST = r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})"
_TIME_OF_DAY = re.compile(r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:?[0-9]{2}.*")
_TO = r" ?[–—] ?| - |(?<=[0-9])-(?=[0-9])|(?<=[a-z])-(?=[a-z])| (?:to|and|through|till|until) "
_ABOUT = r"(?:about|around|circa|approximately|roughly|ca?\.|ca|c) ?(?=[^a-z]|[a-z]{3})"
_PERHAPS = r"(?:perhaps|possibly|probably|maybe) "
_LIKE_EDTF = re.compile(r"[-0-9XY~?%./]*[0-9X][-0-9XY~?%./]*")


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """A pattern when it is wanted: most dates are in figures, and need few of them."""
    return re.compile(form)


class DateError(ValueError):
    """A date that cannot be read: a problem's `kind`, what is wrong, and what to write instead."""

    def __init__(self, kind: str, message: str, hint: str = _WRITE) -> None:
        super().__init__(message)
        self.kind = kind
        self.hint = hint


@dataclass(frozen=True, slots=True)
class _Said:
    """The parts of a date that were said; `whole` is one said in another way (a season, a century)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    whole: When | None = None


def when(text: str) -> When:
    """Read a date; `DateError` if it is impossible, ambiguous or not understood.

    >>> edtf.text(when("7–8 May 2024")), edtf.text(when("about 1999")), edtf.text(when("May 2024"))
    ('2024-05-07/2024-05-08', '1999~', '2024-05')
    """
    text = _TIME_OF_DAY.sub("", " ".join(text.split()))
    try:
        return edtf.parse(text)
    except edtf.EdtfError as error:
        if _LIKE_EDTF.fullmatch(text) and str(error).startswith("no such"):
            raise _impossible(text, error) from error
        said = text.casefold().strip(" .")
        try:
            return _in_words(said)
        except _NotUnderstood:
            found = _in_other_words(said)
        if len(found) == 1:
            return found[0]
        raise _either(text, found) if found else _unread(text, error) from error


class _NotUnderstood(Exception):  # noqa: N818 - becomes a DateError with more to say
    pass


def _unread(text: str, error: edtf.EdtfError) -> DateError:
    reason = str(error)
    if "before it starts" in reason:
        first, _, second = text.partition("/")
        return DateError(
            "ends-before-starts", f"{text} ends before it starts", f"did you mean {second}/{first}?"
        )
    return DateError("unread-date", f"this is no date: {text!r}")


def _impossible(text: str, error: edtf.EdtfError) -> DateError:
    years = re.fullmatch("([0-9]{2})([0-9]{2})-([0-9]{2})", text)
    if years and years[3] > years[2]:
        hint = f"for the years {years[1]}{years[2]} to {years[1]}{years[3]} write {years[1]}{years[2]}/{years[1]}{years[3]}"
        return DateError("impossible-date", str(error), hint)
    return DateError("impossible-date", str(error), "the calendar has no such date")


def _in_other_words(text: str) -> list[When]:
    """What a date can mean that has its month in another language; nothing if it has none."""
    from timeline.read.months import in_english  # noqa: PLC0415 - most dates are in figures, or English

    found: list[When] = []
    for english in in_english(text):
        try:
            reading = edtf.parse(english) if _LIKE_EDTF.fullmatch(english) else _in_words(english)
        except (_NotUnderstood, edtf.EdtfError):
            continue
        if reading not in found:
            found.append(reading)
    return found


def _either(text: str, readings: Sequence[When]) -> DateError:
    said = " or ".join(edtf.text(reading) for reading in readings)
    return DateError("ambiguous-date", f"{text} is either {said}", f"write {said}")


def _in_words(text: str) -> When:
    doubt = Qualifier.NONE
    if text.endswith("?"):
        text, doubt = text.rstrip("? "), Qualifier.UNCERTAIN
    for pattern, mark in ((_PERHAPS, Qualifier.UNCERTAIN), (_ABOUT, Qualifier.APPROXIMATE)):
        if match := _compiled(pattern).match(text):
            text, doubt = text[match.end() :], doubt | mark
    return w.qualified(_range_or_date(text), doubt)


def _range_or_date(text: str) -> When:
    if text.startswith("since "):
        return Interval(_date(_said(text.removeprefix("since "))), Limit.OPEN)
    if text.startswith("until "):
        return Interval(Limit.OPEN, _date(_said(text.removeprefix("until "))))
    text = re.sub(r"^(?:from|between) ", "", text)
    if found := _numeric(text):
        return found
    parts = _compiled(_TO).split(text)
    if len(parts) == 2:
        return _range(text, *(_numeric_said(part) or _said(part) for part in parts))
    return _when(_said(text))


def _range(text: str, first: _Said, second: _Said) -> Interval:
    """A range, either side completed by what only the other says: "7–8 May 2024", "May 7–8, 2024", "1914–18"."""
    if first.year is not None and first.month is None and second.year is None and second.day is not None:
        second = _Said(year=first.year - first.year % 100 + second.day)
    first = replace(
        first,
        month=first.month or (second.month if first.day else None),
        year=first.year if first.year is not None else second.year,
    )
    second = replace(
        second,
        month=second.month or (first.month if second.day else None),
        year=second.year if second.year is not None else first.year,
    )
    start, end = _date(first), _date(second)
    try:
        return Interval(start, end)
    except ValueError as error:
        message = f"{text} ends before it starts"
        hint = f"did you mean {edtf.text(end)}/{edtf.text(start)}?"
        raise DateError("ends-before-starts", message, hint) from error


def _said(text: str) -> _Said:
    for form in map(_compiled, _FORMS):
        if match := form.fullmatch(text):
            return _parts({name: value for name, value in match.groupdict().items() if value})
    raise _NotUnderstood(text)


def _parts(found: dict[str, str]) -> _Said:
    before = "b" in found.get("era", "")
    year = None
    if "year" in found:
        count = int(found["year"].removeprefix("ad "))
        year = 1 - count if before else count
    if "season" in found and year is not None:
        return _Said(whole=w.season(year, _SEASONS[found["season"]]))
    if "part" in found and year is not None:
        return _Said(whole=_PARTS[found["part"][0]](year, int(found["part"][1])))
    if "decade" in found:
        return _Said(whole=edtf.parse(found["decade"][:3] + "X"))
    if "century" in found:
        return _Said(whole=_century(int(found["century"]), before=before))
    return _Said(
        year,
        month=_index(_MONTHS, found.get("month")),
        day=int(found["day"]) if "day" in found else None,
        weekday=_index(_DAYS, found.get("weekday")),
    )


def _index(names: list[str], word: str | None) -> int | None:
    """Which of the names a word begins, from 1."""
    return next((n for n, name in enumerate(names, 1) if word and name.startswith(word[:3])), None)


def _century(number: int, *, before: bool) -> When:
    if number < 1:
        raise DateError("impossible-date", "centuries are counted from the 1st")
    if before:
        return Interval(w.year(1 - 100 * number), w.year(-100 * (number - 1)))
    return edtf.parse(f"{number - 1:02d}XX")


def _when(said: _Said) -> When:
    return said.whole if said.whole is not None else _date(said)


def _date(said: _Said) -> Date:
    if isinstance(said.whole, Date):
        return said.whole
    if said.year is None:
        raise DateError("unread-date", "a date needs its year", "add the year: 7 May 2024")
    if said.month is None:
        return w.year(said.year)
    if said.day is None:
        return w.month(said.year, said.month)
    try:
        date = w.day(said.year, said.month, said.day)
    except ValueError as error:
        raise DateError("impossible-date", str(error), "the calendar has no such date") from error
    if said.weekday is not None and weekday(date.start) + 1 != said.weekday:
        given, real = (_DAYS[n].capitalize() for n in (said.weekday - 1, weekday(date.start)))
        message = f"{edtf.text(date)} was a {real}, not a {given}"
        raise DateError("impossible-date", message, "correct the day or its name")
    return date


def _numeric(text: str) -> Date | None:
    said = _numeric_said(text)
    return None if said is None else _date(said)


def _numeric_said(text: str) -> _Said | None:
    """A date in numbers; the year stands first or last, and with dots the day before the month."""
    if match := _compiled(_YEAR_FIRST).fullmatch(text):
        return _Said(int(match[1]), int(match[3]), int(match[4]))
    match = _compiled(_NUMERIC).fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first, month_first = is_date(year, second, first), is_date(year, first, second)
    if day_first and month_first and first != second and match[2] != ".":
        raise _either(text, [w.day(year, *parts) for parts in ((second, first), (first, second))])
    if match[2] == "." or not month_first:
        return _Said(year, second, first)
    return _Said(year, first, second)
