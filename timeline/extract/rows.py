"""Rows: a table's row told by the one cell of it that is nothing but a date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.document import Document, Passage, Role, Span
from timeline.model.expression import Dated, Range, Undated
from timeline.times.reading import Stated
from timeline.times.when import Date, Interval, extent

_CELL = re.compile(r"[^|]+")
_LONGEST_DATE = 60  # characters of a line that may be a date alone


def cells(document: Document, span: Span) -> Iterator[Span]:
    """The cells of a row that hold something, without the white space around them."""
    for match in _CELL.finditer(document.text, span.start, span.end):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            yield Span(start, start + len(words))


def only_date(document: Document, span: Span, timexes: Sequence[Dated | Undated]) -> Dated | None:
    """The date, if a stretch says nothing but one: "1921:", "1904–1909"; the range has it both ends."""
    dates = [t for t in timexes if isinstance(t, Dated)]
    if not dates or len(dates) != len(timexes) or span.end - span.start > _LONGEST_DATE:
        return None
    first = dates[0]
    one = len(dates) == 1 or (first.range is not None and all(d.range == first.range for d in dates))
    if not one:
        both = _two_days(document, dates)
        if both is None:
            return None
        first = both
    left, at = "", span.start
    for dated in dates:
        left += document.text[at : dated.span.start]
        at = dated.span.end
    left += document.text[at : span.end]
    words = re.findall(r"[^\W_]+", left)
    between = {"to", "from", "until", "and"} if len(dates) > 1 else _PART_OF_DAY
    return first if all(word.lower() in between for word in words) else None


def is_date(document: Document, span: Span, dated: Dated) -> bool:
    """Whether a sentence is nothing but a date that heads what follows it: "**12 May 1921.**"."""
    whole = dated.range.span if dated.range else dated.span
    said = document.text[span.start : min(whole.start, span.end)] + document.text[whole.end : span.end]
    return span.holds(dated.span) and re.search(r"\w", said) is None


_PART_OF_DAY = frozenset({"night", "evening", "morning", "afternoon", "dawn", "of", "the", "on"})


def _two_days(document: Document, dates: Sequence[Dated]) -> Dated | None:
    """Two days that follow each other as one time: "5 and 6 February"."""
    one, two = dates[0], dates[-1]
    if len(dates) != 2 or not (isinstance(one.when, Date) and isinstance(two.when, Date)):  # the two
        return None
    between = document.text[one.span.end : two.span.start].strip().lower()
    if between not in {"and", "&", "und", "et", "y", "i"} or extent(two.when).start != extent(one.when).end:
        return None
    whole = Range(Span(one.span.start, two.span.end), Interval(one.when, two.when))
    return replace(one, range=whole)


_HEADED = re.compile(
    r"[\W_]*(?:(?:on|in|at)\s+)?[\W_]*(?:(?:night|evening|morning|afternoon|dawn)\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"[\])]*,?\s+[\"'“‘(]?\w")
_OPENED = re.compile(r"[\W_]*")
_CLOSED = re.compile(r"\)?\.?[*_]+\s|[*_]*(?:\s*[:–—]|\s*-\s|\.\s|\s{2,}|\t|\n)")


def label(document: Document, passage: Passage, timexes: Sequence[Dated | Undated]) -> Dated | None:
    """The date that heads a passage as a label, for all that stands in it: "1921: …", "4 May – …", "1771  …".

    An item of a list needs no mark after it: "1898 Club founded".
    """
    first = timexes[0] if timexes else None
    if not isinstance(first, Dated):
        return None
    last = _with_weekday(document, timexes, first)
    before = document.text[passage.span.start : first.span.start]
    after = document.text[last.span.end : min(last.span.end + 6, passage.span.end)]
    if passage.role is Role.ITEM and _OPENED.fullmatch(before) and _BARE.match(after):
        return first
    return first if _HEADED.fullmatch(before) and _CLOSED.match(after) else None


def _with_weekday(document: Document, timexes: Sequence[Dated | Undated], first: Dated) -> Dated | Undated:
    """The last of the expressions that say a label's date: its range's other end, its weekday or feast: "8 April, Easter Day"."""
    last: Dated | Undated = first
    both = first.range
    for timex in timexes[1:_SAID_THRICE]:
        again = _AGAIN.fullmatch(document.text, last.span.end, timex.span.start)
        goes_on = isinstance(timex, Dated) and both is not None and timex.range == both
        same = isinstance(timex, Dated) and extent(timex.when) == extent(first.when)
        if not goes_on and not (again and (same or _is_weekday(timex))):
            break
        last = timex
    return last


def _is_weekday(timex: Dated | Undated) -> bool:
    """Whether an expression is a weekday alone: behind a day it is that day's, whatever it was taken for."""
    reading = timex.expression.reading
    return isinstance(reading, Stated) and reading.weekday is not None and reading.day is None


_AGAIN = re.compile(r",?\s+\(?")
_SAID_THRICE = 3

_NEXT = re.compile(r";\s+")
_ABSOLUTE = re.compile(r".*\b(?:among|including|of)\s+(?:them|these|whom|which)\W*$", re.DOTALL)
# What came of it, to people, is no happening of its own: "Ferry runs aground; nine passengers die".
_TOLL = re.compile(
    r".{0,40}\b(?:dead|dying|killed|die[ds]?|drown(?:ed)?|injured|wounded|hurt|missing|deaths)\b"
)


def parts(document: Document, span: Span) -> Iterator[Span]:
    """A sentence cut at its semicolons, as a list of dates has several things under one: "Team formed; first match".

    Without how many were killed or hurt; a bracket or a quotation stays whole.
    """
    start, text = span.start, document.text
    for end, after in (
        *(
            m.span()
            for m in _NEXT.finditer(text, span.start, span.end)
            if _is_outside(text, span.start, m.start())
        ),
        (span.end, span.end),
    ):
        adds = _TOLL.match(text, start, end) or _ABSOLUTE.match(text, start, end)
        if start < end and (start == span.start or not adds):
            yield Span(start, end)
        start = after


def goes_on(document: Document, before: Span, span: Span) -> bool:
    """Whether only a semicolon parts a stretch from the one before it."""
    return document.text[before.end : span.start].strip() == ";"


def _is_outside(text: str, start: int, at: int) -> bool:
    """Whether a place is in no bracket and no quotation that opened after another."""
    before = text[start:at]
    return (
        before.count("(") <= before.count(")")
        and before.count("“") <= before.count("”")
        and before.count('"') % 2 == 0
    )


def told_by(
    document: Document, span: Span, timexes: Sequence[Dated | Undated]
) -> tuple[Dated, list[Span]] | None:
    """A row's date and its other cells; None if no cell, or more than one, is a date alone.

    Nor of a row of figures: no fewer of the cells after its date are numbers than words.
    """
    found: list[Dated] = []
    said: list[Span] = []
    figures = 0
    for cell in cells(document, span):
        inside = [t for t in timexes if cell.holds(t.span)]
        dated = only_date(document, cell, inside) if inside else None
        if dated is not None:
            found.append(dated)
        elif re.search(r"[^\W\d_]{3}", document.text[cell.start : cell.end]):
            said.append(cell)
        else:
            figures += bool(found)
    if len(found) != 1 or len(said) <= figures:
        return None
    return found[0], said
