"""Which date is the text talking about? News leans on the day it was written, history on its running date."""

from collections.abc import Sequence

from timeline.model.document import Document, Written
from timeline.model.expression import Expression
from timeline.resolve.context import Meaning
from timeline.times.reading import Anchor, Block, Clock, Nearest, Reading, Shifted, Stated
from timeline.times.when import Date, Grain


def leaning(document: Document, expressions: Sequence[Expression], anchor: Written) -> Anchor:
    """What dates without a year lean on, told from the text: history says years, news says "Tuesday"."""
    years = speech = 0
    for expression in expressions:
        reading = expression.reading
        if isinstance(reading, Stated):
            if reading.year is not None:
                years += 1
            elif reading.weekday is not None and reading.day is None:
                speech += 1
        elif _on_speech(reading):
            speech += 1
    if anchor.when is None:
        return Anchor.NARRATIVE
    return Anchor.NARRATIVE if years > 2 * speech and years >= 5 else Anchor.SPEECH


def _on_speech(reading: Reading) -> bool:
    if isinstance(reading, Clock):
        return _on_speech(reading.day)
    return isinstance(reading, Nearest) or (isinstance(reading, Shifted) and reading.anchor is Anchor.SPEECH)


def following(focus: Date | None, expression: Expression, meaning: Meaning, lean: Anchor) -> Date | None:
    """The narrative's date after an expression."""
    when = meaning.when
    if not isinstance(when, Date):
        inner = getattr(when, "start", None)
        return inner if isinstance(inner, Date) and lean is Anchor.NARRATIVE else focus
    if when.grain > Grain.YEAR or isinstance(expression.reading, Block):
        return focus
    return when


def reporting(period: Date | None, expression: Expression, meaning: Meaning, speech: int | None) -> Date | None:
    """The quarter or half year that an account is of, after an expression: the last one named that is over."""
    reading = expression.reading
    if isinstance(reading, Stated) and (reading.quarter or reading.half) and isinstance(meaning.when, Date):
        return meaning.when if period is None or speech is None or meaning.when.end <= speech else period
    return period
