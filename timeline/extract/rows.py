"""Rows: a table's row told by the one cell of it that is nothing but a date."""

import re
from collections.abc import Iterator, Sequence

from timeline.model.document import Document, Passage, Span
from timeline.model.expression import Dated, Undated

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
    one = len(dates) == 1 or (dates[0].range is not None and all(d.range == dates[0].range for d in dates))
    if not one:
        return None
    left, at = "", span.start
    for dated in dates:
        left += document.text[at : dated.span.start]
        at = dated.span.end
    left += document.text[at : span.end]
    words = re.findall(r"[^\W_]+", left)
    between = {"to", "from", "until"} if len(dates) > 1 else set()
    return dates[0] if all(word.lower() in between for word in words) else None


_HEADED = re.compile(r"[\W_]*(?:(?:on|in|at)\s+)?[\W_]*", re.IGNORECASE)
_CLOSED = re.compile(r"\.?[*_]+\s|[*_]*(?:\s*[:–—]|\s*-\s|\.\s|\s{2,}|\t|\n)")


def label(document: Document, passage: Passage, timexes: Sequence[Dated | Undated]) -> Dated | None:
    """The date that heads a passage as a label, for all that stands in it: "1921: …", "4 May – …", "1771  …"."""
    first = timexes[0] if timexes else None
    if not isinstance(first, Dated):
        return None
    last = first
    if (
        first.range is not None
        and len(timexes) > 1
        and isinstance(timexes[1], Dated)
        and timexes[1].range == first.range
    ):
        last = timexes[1]
    before = document.text[passage.span.start : first.span.start]
    after = document.text[last.span.end : min(last.span.end + 6, passage.span.end)]
    return first if _HEADED.fullmatch(before) and _CLOSED.match(after) else None


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
