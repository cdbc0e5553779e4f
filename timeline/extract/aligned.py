"""Aligned: tables in plain text, whose cells only blanks or tabs keep apart."""

import re

from timeline.extract.columns import Column, columns_of
from timeline.model.document import Document, Span

_GAP = re.compile(r"[ \u00a0]*\t\s*|[ \u00a0]{2,}")
_FEWEST = 2  # cells of a row


def cells(document: Document, span: Span) -> list[Span]:
    """The cells of a line."""
    found: list[Span] = []
    start = span.start
    for gap in _GAP.finditer(document.text, span.start, span.end):
        if gap.start() > start:
            found.append(Span(start, gap.start()))
        start = gap.end()
    return [*found, Span(start, span.end)] if start < span.end else found


def header(document: Document, span: Span) -> tuple[Column, ...]:
    """The columns that a line names; () where it is none of a table's head."""
    text = document.text
    if "\n" in text[span.start : span.end] or "|" in text[span.start : span.end]:
        return ()
    names = [text[cell.start : cell.end] for cell in cells(document, span)]
    return columns_of(names) if len(names) >= _FEWEST else ()


def row(document: Document, span: Span, named: tuple[Column, ...]) -> list[tuple[Column, Span]]:
    """The cells of a line under the columns of its table; [] where it is no row of that: it has more cells, or fewer."""
    said = cells(document, span) if named else []
    return list(zip(named, said, strict=True)) if len(said) == len(named) else []
