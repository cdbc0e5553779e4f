"""Explain: how a date was worked out, in words, first step first."""

from timeline.model.document import Written
from timeline.model.expression import Expression
from timeline.resolve.context import Context, Meaning
from timeline.times import edtf
from timeline.times.reading import (
    Ahead,
    Anchor,
    Approximate,
    Bounded,
    Clock,
    Ending,
    Inside,
    Nearest,
    Nth,
    Numeric,
    Part,
    Reading,
    Reported,
    Shifted,
    Spanning,
    Stated,
)


def steps(expression: Expression, meaning: Meaning, context: Context, written: Written) -> tuple[str, ...]:
    """`"last month"`, `the document was written in 2022-01 (inferred)`, `2021-12`: what was said, what it leans on, the date."""
    said = f"“{expression.text}”"
    if meaning.when is None:
        return (said, meaning.value) if meaning.value else (said,)
    date = edtf.text(meaning.when)
    match leans_on(expression.reading, context):
        case Anchor.SPEECH if written.when is not None:
            return (
                said,
                f"the document was written in {edtf.text(written.when)} ({written.source.value})",
                date,
            )
        case Anchor.NARRATIVE if context.focus is not None:
            return (said, f"the text is telling of {edtf.text(context.focus)}", date)
    return (said, date)


def leans_on(reading: Reading, context: Context) -> Anchor | None:
    """What a reading takes from outside itself: the moment of writing, the narrative, or nothing."""
    match reading:
        case Stated():
            return context.lean if reading.year is None or reading.short else None
        case Numeric():
            return context.lean if reading.year is None else None
        case Shifted():
            return reading.anchor if isinstance(reading.anchor, Anchor) else leans_on(reading.anchor, context)
        case Nearest() | Spanning():
            return reading.anchor
        case Nth() | Inside():
            return leans_on(reading.within, context)
        case Part() | Bounded():
            return leans_on(reading.whole, context)
        case Approximate():
            return leans_on(reading.reading, context)
        case Clock():
            return leans_on(reading.day, context)
        case Ending() | Reported() | Ahead():
            return Anchor.SPEECH
        case _:
            return None
