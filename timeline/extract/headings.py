"""Headings: lines that are nothing but a date, and what stands under them."""

from collections.abc import Sequence

from timeline.extract import rows
from timeline.model.document import Document, Role, Span, Written
from timeline.model.expression import Dated, Undated
from timeline.times.when import Date, Grain

Timexes = tuple[Dated | Undated, ...]
_DIARY = 2  # lines that are nothing but a day, before all under one is taken for that day's


def inside(document: Document, timexes: Timexes) -> list[Timexes]:
    """The expressions of each passage."""
    found: list[Timexes] = []
    at = 0
    for passage in document.passages:
        while at < len(timexes) and timexes[at].span.start < passage.span.start:
            at += 1
        end = at
        while end < len(timexes) and timexes[end].span.end <= passage.span.end:
            end += 1
        found.append(timexes[at:end])
        at = end
    return found


def alone(document: Document, timexes: Sequence[Timexes]) -> list[Dated | None]:
    """The date of each passage that says nothing but one."""
    pairs = zip(document.passages, timexes, strict=True)
    return [rows.only_date(document, passage.span, inside) if inside else None for passage, inside in pairs]


def is_diary(heads: Sequence[Dated | None]) -> bool:
    """Whether a document is headed by days, so that all that stands under one is of it."""
    return sum(is_day(dated) for dated in heads) >= _DIARY


def is_of(dated: Dated | None, written: Written) -> bool:
    """Whether a line that is nothing but a day is when the document was written: it heads nothing."""
    return dated is not None and is_day(dated) and dated.when == written.when


def is_day(dated: Dated | None) -> bool:
    """Whether a date is one day or an hour of it."""
    return dated is not None and isinstance(dated.when, Date) and dated.when.grain <= Grain.DAY


def days(document: Document, timexes: Sequence[Timexes], heads: Sequence[Dated | None]) -> tuple[Span, ...]:
    """The passages that a day of their own heads, as a label before them or a line above."""
    found: list[Span] = []
    under = False
    for passage, inside, head in zip(document.passages, timexes, heads, strict=True):
        if passage.role is Role.HEADING or head is not None:
            under = is_day(head)
        elif under or is_day(rows.label(document, passage, inside)):
            found.append(passage.span)
    return tuple(found)
