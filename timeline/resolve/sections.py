"""Sections: the year that a heading, or the head of an entry, gives to the dates below it that say none.

"## Trial, 2019" stands above "### 14 January"; "1902 – The mill burns down in February, and is rebuilt in the autumn".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from timeline.languages import Language
from timeline.model.document import Document, Role, Span
from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.annual import reported_period
from timeline.times.reading import Stated
from timeline.times.when import Date, Extent, When


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text, and the year of what is told in it."""

    start: int
    end: int
    year: int


@dataclass(frozen=True, slots=True)
class Sections:
    """The stretches of a document that a year heads, in order: entries, which are lines, and what stands below headings."""

    entries: tuple[Section, ...] = ()
    headed: tuple[Section, ...] = ()

    headings: tuple[Span, ...] = ()
    reported: Extent | None = None  # the year that an annual report is of
    days: tuple[Span, ...] = ()  # the entries of a diary; what their day is, their heads say

    def ends_report(self, when: When | None) -> bool:
        """Whether a date is the last day, or month, of the year that an annual report is of."""
        return self.reported is not None and isinstance(when, Date) and when.end == self.reported.end

    def heads_day(self, expression: Expression) -> bool:
        """Whether an expression heads an entry of a diary."""
        index = bisect_right(self.days, expression.span.end, key=_first) - 1
        return index >= 0 and self.days[index].start == expression.span.end

    def in_entry(self, head: Expression, expression: Expression) -> bool:
        """Whether an expression stands in the entry of a diary that another heads."""
        index = bisect_right(self.days, expression.span.start, key=_first) - 1
        return (
            index >= 0
            and self.days[index].start == head.span.end
            and expression.span.end <= self.days[index].end
        )

    def heads_line(self, expression: Expression) -> bool:
        """Whether an expression stands in a line that a year heads."""
        return _at(self.entries, expression.span.start) is not None

    def year(self, expression: Expression, *, prose: bool) -> int | None:
        """The year that is given to an expression: by the head of its line, or by the heading above.

        A heading gives it to the headings below, and to the `prose` only where that has no running year of its own.
        """
        place = expression.span.start
        if (year := _at(self.entries, place)) is not None:
            return year
        if not prose:
            at = bisect_right(self.headings, place, key=lambda span: span.start) - 1
            if at < 0 or place >= self.headings[at].end:
                return None
        return _at(self.headed, place)


def _at(ones: Sequence[Section], place: int) -> int | None:
    index = bisect_right(ones, place, key=_start) - 1
    return ones[index].year if index >= 0 and place < ones[index].end else None


def _start(one: Section) -> int:
    return one.start


def _first(one: Span) -> int:
    return one.start


def sections(document: Document, expressions: Sequence[Expression], language: Language) -> Sections:
    """The stretches of a document that a year heads."""
    return Sections(
        tuple(_entries(document.text, expressions)),
        tuple(_below_headings(document, expressions)),
        tuple(one.span for one in document.passages if one.role is Role.HEADING),
        reported_period(document, expressions, language),
        tuple(_days(document.text, expressions)) or tuple(_below_days(document, expressions)),
    )


def _days(text: str, expressions: Sequence[Expression]) -> Iterator[Span]:
    """Paragraphs that open with a day and a mark: "**7 May.** It rained.", "Sunday. To chapel.".

    Three or more of them say the month.
    """
    found: list[Span] = []
    months = 0
    for expression in expressions:
        reading, span = expression.reading, expression.span
        if (
            not isinstance(reading, Stated)
            or (reading.day is None and reading.weekday is None and not reading.holiday)
            or reading.short
        ):
            continue
        opens = _LINE.search(text, max(0, span.start - _MARKS), span.start)
        if opens and (
            _MARK.match(text, span.end)
            or (expression.text[-1] == "." and text[span.end : span.end + 1] == " ")
        ):
            months += reading.month is not None
            end = text.find("\n", span.end, span.end + _ENTRY)
            end = end if end >= 0 else min(len(text), span.end + _ENTRY)
            if end > span.end:  # a line that is nothing but the day has its own reading, below
                found.append(Span(span.end, end))
    yield from found if months >= _DIARY else ()


_DIARY = 3  # paragraphs that a day and its month head, of which a diary has at least so many


def _below_days(document: Document, expressions: Sequence[Expression]) -> Iterator[Span]:
    """What stands below lines that say nothing but a day, if they are two or more: "## 7 May, evening"."""
    text = document.text
    heads = [
        ones[0] for ones in _by_line(text, expressions) if len(ones) == 1 and _fills_its_line(ones[0], text)
    ]
    if len(heads) < _LINES:
        return
    starts = [head.span.start for head in heads]
    others = [one.span for one in document.passages if one.role is Role.HEADING]
    stops = sorted([*starts, *(span.start for span in others if not any(span.holds(h.span) for h in heads))])
    for head in heads:
        after = bisect_right(stops, head.span.start)
        end = stops[after] if after < len(stops) else len(text)
        if end > head.span.end:
            yield Span(head.span.end, end)


def _by_line(text: str, expressions: Sequence[Expression]) -> Iterator[list[Expression]]:
    """The expressions of each line that has some."""
    line: list[Expression] = []
    for expression in expressions:
        if line and "\n" in text[line[-1].span.end : expression.span.start]:
            yield line
            line = []
        line.append(expression)
    if line:
        yield line


_LINES = 2  # lines that are a day, of which a diary has at least so many


def _fills_its_line(expression: Expression, text: str) -> bool:
    """Whether a day and its month are all that a line says, but for a word or two: "Tuesday 7 May", "7 May, evening"."""
    reading, span = expression.reading, expression.span
    if not isinstance(reading, Stated) or reading.day is None or reading.month is None or reading.short:
        return False
    start = text.rfind("\n", max(0, span.start - _BESIDE), span.start) + 1
    end = text.find("\n", span.end, span.end + _BESIDE)
    end = len(text) if end < 0 and len(text) - span.end < _BESIDE else end
    if end < 0 or (start == 0 and span.start >= _BESIDE):
        return False
    rest = f"{text[start : span.start]} {text[span.end : end]}"
    return len(re.findall(r"\w+", rest)) <= _FEW and re.search(r"[.!?](?:\s|$)", rest) is None


_BESIDE, _FEW = 24, 2  # characters and words that may stand beside a day that heads what is below it


def _below_headings(document: Document, expressions: Sequence[Expression]) -> Iterator[Section]:
    """From a heading with one year to the next heading of its level, or of a year; headings of days stand below it."""
    headings = [one for one in document.passages if one.role is Role.HEADING]
    said = [_inside(heading.span, expressions) for heading in headings]
    for index, heading in enumerate(headings):
        year = _only_year(document.text[heading.span.start : heading.span.end], said[index])
        if year is None:
            continue
        end = len(document.text)
        for after, dates in zip(headings[index + 1 :], said[index + 1 :], strict=True):
            dated = any(isinstance(one.reading, Stated) for one in dates)
            says_year = any(isinstance(one.reading, Stated) and one.reading.year is not None for one in dates)
            if says_year or after.level < heading.level or (after.level == heading.level and not dated):
                end = after.span.start
                break
        yield Section(heading.span.end, end, year)


def _inside(span: Span, expressions: Sequence[Expression]) -> list[Expression]:
    first = bisect_left(expressions, span.start, key=lambda one: one.span.start)
    return [one for one in expressions[first : first + _SAID] if span.holds(one.span)]


_SAID = 6  # expressions of a heading that are looked at
_WORDS = 4  # words of a heading beside its year: "The trial, 2019"; one of more is a headline


def _only_year(text: str, said: Sequence[Expression]) -> int | None:
    """The year of a heading that is a year, a month or a day and little else."""
    years = {
        one.reading.year for one in said if isinstance(one.reading, Stated) and one.reading.year is not None
    }
    if (
        len(years) != 1
        or len(said) > 2
        or any(not isinstance(one.reading, Stated) or one.reading.short for one in said)
    ):
        return None
    rest = text
    for one in said:
        rest = rest.replace(one.text, " ")
    words = re.findall(r"\w+", rest)
    ends = re.search(
        rf"(?:^|[\W_]){re.escape(said[-1].text)}[\W_]*$|^[\W_]*{re.escape(said[0].text)}[\W_]*(?:\s[-–—]\s|[:.,]|$)",
        text,
    )
    return years.pop() if len(words) <= _WORDS and ends else None


def _entries(text: str, expressions: Sequence[Expression]) -> Iterator[Section]:
    """Lines that open with a year, or a month and year, and a mark: "1902: …", "- **May 1902** – …".

    So too what follows a year and a colon, where that is a day: "Three calls in 1936: 29 June, yacht adrift; 18 July, …".
    """
    for expression, after in zip_longest(expressions, expressions[1:]):
        reading, span = expression.reading, expression.span
        if not isinstance(reading, Stated) or reading.year is None or reading.short:
            continue
        lists = after is not None and isinstance(after.reading, Stated) and after.reading.day is not None
        lists = lists and _LISTS.fullmatch(text, span.end, after.span.start) is not None
        if not lists and not _LINE.search(text, max(0, span.start - _MARKS), span.start):
            continue
        if not lists and _MARK.match(text, span.end) is None:
            continue
        end = text.find("\n", span.end, span.end + _ENTRY)
        yield Section(span.end, end if end >= 0 else min(len(text), span.end + _ENTRY), reading.year)


_MARKS, _ENTRY = 8, 4000
_LISTS = re.compile(r":\s+(?:on|am|le|el)?\s*")
_LINE = re.compile(r"(?:^|\n)[ \t]*(?:[-*•·|>]\s*)?[*_]{0,3}\Z")
_MARK = re.compile(r"[*_]{0,3}\s{0,2}(?:[:|–—.]|-\s)[*_]{0,3}\s")
