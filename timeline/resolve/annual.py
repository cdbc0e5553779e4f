"""Annual: the twelve months that a report of a year is of, and which of its dates lie in them."""

import re
from collections.abc import Iterator, Sequence

from timeline.languages import Language
from timeline.model.document import Document, Role, Span
from timeline.model.expression import Expression
from timeline.resolve.evaluate import in_year
from timeline.resolve.infer_constraint import Constraint, Strength
from timeline.times import algebra
from timeline.times import when as w
from timeline.times.reading import Stated
from timeline.times.when import Date, Extent, Grain
from timeline.times.words import words


def reported_period(
    document: Document, expressions: Sequence[Expression], language: Language
) -> Extent | None:
    """The days that a document is a report of, by its title and what it says near its head.

    "Annual report 2019" is of 2019, "Annual report 2023/24" with "the year to 30 June 2024" of July 2023 to June 2024; the
    latter alone is of no year that could be told.
    """
    titled = _titled(document, expressions, language)
    if titled is None:
        return None
    years, end = titled
    if (last := _last_day(document.text, end, expressions, language)) is not None:
        year = w.extent(w.year(w.unit(last, Grain.YEAR).year))
        if year.end == last + 1 or min(years) <= w.unit(last, Grain.YEAR).year <= max(years) + 1:
            return Extent(algebra.moved(last + 1, Grain.YEAR, -1), last + 1)
    return w.extent(w.year(years[0])) if len(years) == 1 else None


def year_in(reading: Stated, period: Extent) -> int | None:
    """The year of a date without one that lies in such a period; None if none does."""
    if period.start is None or period.end is None:
        return None
    first, last = w.unit(period.start, Grain.YEAR).year, w.unit(period.end - 1, Grain.YEAR).year
    for year in range(first, last + 1):
        date = in_year(reading, year)
        if date is not None and period.start <= date.start and date.end <= period.end:
            return year
    return None


def year_after(reading: Stated, period: Extent) -> int | None:
    """The year of the first such date after a period."""
    if period.end is None:
        return None
    first = w.unit(period.end, Grain.YEAR).year
    dates = ((year, in_year(reading, year)) for year in (first, first + 1))
    return next((year for year, date in dates if date is not None and date.start >= period.end), None)


def written_after(
    document: Document, expressions: Sequence[Expression], language: Language
) -> Iterator[Constraint]:
    """A report of a year whose last day it says is written when that is over, and before the next one is due.

    "Annual report 2023/24", "The year to 30 June 2024 was …" was written from July 2024 to December 2025.
    """
    titled = _titled(document, expressions, language)
    if titled is None or (last := _last_day(document.text, titled[1], expressions, language)) is None:
        return
    until = algebra.moved(last + 1, Grain.MONTH, _PUBLISHED)
    because = f"it is a report of the year to {words(Date(last, Grain.DAY))}, so that was over, and the next was not"
    yield Constraint(Strength.CUSTOM, because, (Extent(last + 1, until),))


_PUBLISHED = 18  # months after the end of a year in which its report is the newest


def is_after(text: str, expression: Expression, language: Language) -> bool:
    """Whether a report says of it that it came when its year was over: "after the balance sheet date, on 22 July"."""
    before = re.split(r"[.!?]\s|\n", text[max(0, expression.span.start - _SENTENCE) : expression.span.start])[
        -1
    ]
    return any(cue.replace("_", " ") in before.lower() for cue in language.cues.get("after_period", ()))


_SENTENCE = 160  # characters of a sentence before a date


def _titled(
    document: Document, expressions: Sequence[Expression], language: Language
) -> tuple[tuple[int, ...], int] | None:
    """The years of a title that calls its document a report of one, the first and perhaps the second, and where it ends.

    In the names of such reports "#" is the year: "the year #" of "The year 2018 in the county". A title may also just end in its year.
    """
    names = [name.replace("_", " ") for name in language.cues.get("annual", ())]
    for passage in document.passages[:_HEAD]:
        line = document.text[passage.span.start : passage.span.end].lower()
        if len(line) > _TITLE and not any(name in line for name in names):
            continue  # most first passages are none
        line = _YEAR.sub("#", line)
        called = any(name in line for name in names) or (
            passage.role is Role.TITLE and _OF_YEAR.search(line) is not None
        )
        if passage.role is Role.BOILERPLATE or not called:
            continue
        if len(line) > _TITLE:
            return None
        years = _years(passage.span, expressions)
        return (years, passage.span.end) if years else None
    return None


_YEAR = re.compile(r"\b[12]\d{3}\b")
_OF_YEAR = re.compile(r"[,:–—] ?#\s*$")  # "Road casualties in Ashby, 2023"
_HEAD, _TITLE = 4, 160  # passages among which a title stands, and characters that it may have


def _years(title: Span, expressions: Sequence[Expression]) -> tuple[int, ...]:
    """The one year of a title, or two that are one after the other: 2023/24; nothing of others."""
    said = [
        one.reading
        for one in expressions
        if title.holds(one.span) and isinstance(one.reading, Stated) and one.reading.year is not None
    ]
    years: list[int] = []
    for one in said:
        year = one.year or 0
        if one.short and years:
            year += years[-1] // 100 * 100
        if year not in years:
            years.append(year)
    follows = len(years) == 2 and years[1] == years[0] + 1
    return tuple(years) if len(years) == 1 or follows else ()


def _last_day(text: str, start: int, expressions: Sequence[Expression], language: Language) -> int | None:
    """The last day of the year that is reported on, where it is said below the title: "the year ended 31 March 2020"."""
    leads = tuple(cue.replace("_", " ") for cue in language.cues.get("year_ends", ()))
    for expression in expressions:
        span, reading = expression.span, expression.reading
        if span.start < start or not leads:
            continue
        if span.start > start + _OPENING:
            return None
        before = " ".join(text[max(0, span.start - _LEAD) : span.start].lower().split())
        if (
            not before.endswith(leads)
            or not isinstance(reading, Stated)
            or reading.year is None
            or reading.short
        ):
            continue
        found = in_year(reading, reading.year)
        if found is not None and found.grain <= Grain.MONTH:
            return found.end - 1
    return None


_OPENING, _LEAD = 3000, 40  # characters below the title, and before the date
