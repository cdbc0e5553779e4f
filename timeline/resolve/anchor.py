"""When was this document written? Given, from its metadata, from its dateline, from its own words; else open."""

import re
from collections.abc import Sequence

from timeline.languages import Language
from timeline.model.document import Document, Role, Source, Written
from timeline.model.expression import Expression
from timeline.resolve.evaluate import in_year
from timeline.resolve.infer import inferred
from timeline.resolve.infer_evidence import TenseOf
from timeline.times import edtf
from timeline.times.reading import Stated
from timeline.times.when import Date, Grain, When

_HEAD = 600  # characters in which a dateline can stand
_BESIDE = 60  # characters of a dateline besides its date


def written(
    document: Document,
    expressions: Sequence[Expression],
    language: Language,
    given: When | None,
    tense: TenseOf,
) -> Written:
    """When a document was written, and how that is known."""
    if given is not None:
        return Written(given, Source.GIVEN, (f"the document was written on {edtf.text(given)} (given)",))
    if document.metadata.published is not None:
        when = document.metadata.published
        return Written(
            when, Source.METADATA, (f"the document was published on {edtf.text(when)} (its metadata)",)
        )
    line = _dateline(document, expressions)
    if line is not None:
        expression, day = line
        return Written(
            day,
            Source.DATELINE,
            (f'the document was written on {edtf.text(day)} (its dateline: "{expression.text}")',),
        )
    return inferred(document, expressions, language, tense)


def _dateline(document: Document, expressions: Sequence[Expression]) -> tuple[Expression, Date] | None:
    """A whole date in a dateline or byline, or almost alone on a line near the top."""
    lines = [p.span for p in document.passages if p.role in (Role.DATELINE, Role.BYLINE)]
    for expression in expressions:
        reading = expression.reading
        if not isinstance(reading, Stated) or reading.year is None or reading.short or reading.day is None:
            continue
        day = in_year(reading, reading.year)
        if day is None or day.grain is not Grain.DAY:
            continue
        if any(line.holds(expression.span) for line in lines):
            return expression, day
        if expression.span.start < _HEAD and _heads(document.text, expression):
            return expression, day
    return None


_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][^\n.]{0,40},?\s+)?(?:(?:published|posted|updated|by|on|date)\b[^\n]{0,30})?[\s,:|(–—-]*",
    re.IGNORECASE,
)


def _heads(text: str, expression: Expression) -> bool:
    """Whether a date stands on a short line of its own, or opens one as "TIRANA, 3 May 2021 (AP) – …" does."""
    start = text.rfind("\n", 0, expression.span.start) + 1
    end = text.find("\n", expression.span.end)
    line = text[start : end if end >= 0 else len(text)]
    before = text[start : expression.span.start]
    if len(line) - len(expression.text) <= _BESIDE and not re.search(r"[.!?]\s+\S|[.!?]$", line.strip()):
        return bool(_DATELINE.fullmatch(before)) and not re.search(r"[a-z]{3,} [a-z]{3,}", before)
    return before.isupper() and bool(re.match(r"\s*(\([^)\n]{1,30}\))?\s*[-–—]", text[expression.span.end :]))
