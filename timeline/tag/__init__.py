"""Tag: find what a text says about time. Yields readings, never dates; `timeline.resolve` dates them."""

from timeline.languages import Language
from timeline.model.document import Document, Span
from timeline.model.expression import Expression, TimexType
from timeline.tag.join import joined
from timeline.tag.scan import findings
from timeline.tag.wanting import Wanting
from timeline.times.reading import (
    Ahead,
    Approximate,
    Bounded,
    Clock,
    Hung,
    Lasting,
    Nth,
    Part,
    Reading,
    Recurring,
    Spanning,
)


def expressions(document: Document, language: Language) -> tuple[Expression, ...]:
    """The temporal expressions of a document, in order, none overlapping another."""
    text = document.text
    return tuple(
        Expression(
            Span(finding.start, finding.end),
            text[finding.start : finding.end],
            _type(finding.reading),
            finding.reading,
            finding.rule,
        )
        for finding in joined(findings(text, language), text, language)
        if not isinstance(finding.reading, Wanting)
    )


def _type(reading: Reading) -> TimexType:
    match reading:
        case Clock():
            return TimexType.TIME
        case Hung():
            return (
                TimexType.TIME if reading.clock else TimexType.DURATION if reading.value else TimexType.DATE
            )
        case Lasting() | Spanning() | Ahead():
            return TimexType.DURATION
        case Nth() if reading.count > 1:
            return TimexType.DURATION
        case Recurring():
            return TimexType.SET
        case Part() | Bounded():
            return _type(reading.whole)
        case Approximate():
            return _type(reading.reading)
        case _:
            return TimexType.DATE


__all__ = ["expressions"]
