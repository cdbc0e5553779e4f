"""From expressions to dates, in the order of the text, carrying along the date it is telling of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.languages import Language
from timeline.model.document import Document, Written
from timeline.model.expression import Dated, Expression, Undated
from timeline.resolve.anchor import written
from timeline.resolve.context import Context, Meaning
from timeline.resolve.evaluate import evaluated
from timeline.resolve.focus import Focus, following, leaning, reporting
from timeline.resolve.tense import tense
from timeline.times import algebra, timex
from timeline.times.when import Date, When, extent


@dataclass(frozen=True, slots=True)
class Resolved:
    """When the document was written, and its expressions with their dates, in order."""

    written: Written
    timexes: tuple[Dated | Undated, ...]


def dated(
    document: Document, expressions: Sequence[Expression], language: Language, given: When | None = None
) -> Resolved:
    """Date the expressions of a document."""
    anchor = written(document, given)
    lean = leaning(document, expressions, anchor)
    first, last = _days(anchor.when)
    focus = Focus()
    period: Date | None = None
    timexes: list[Dated | Undated] = []
    for expression in expressions:
        direction = tense(document.text, expression.span.start, expression.span.end, language)
        context = Context(first, focus.date, lean, direction, language.day_first, period, focus.passing)
        meaning = evaluated(expression.reading, context)
        if first != last:
            meaning = _hull(meaning, evaluated(expression.reading, replace(context, speech=last)))
        timexes.append(_timex(expression, meaning))
        focus = following(focus, expression, meaning, lean, document.text)
        period = reporting(period, expression, meaning, first)
    return Resolved(anchor, tuple(timexes))


def _timex(expression: Expression, meaning: Meaning) -> Dated | Undated:
    if meaning.when is None:
        return Undated(expression, meaning.value, meaning.steps)
    return Dated(expression, meaning.when, meaning.value, meaning.mod, meaning.assumed, meaning.steps)


def _hull(one: Meaning, other: Meaning) -> Meaning:
    """What is meant if the document was written on the first day, on the last, or between."""
    if one.when == other.when or one.when is None or other.when is None:
        return one
    when = algebra.hull(one.when, other.when)
    return replace(one, when=when, value=timex.value(when))


def _days(when: When | None) -> tuple[int | None, int | None]:
    if when is None:
        return None, None
    covered = extent(when)
    first = covered.start if covered.start is not None else covered.end
    last = covered.end - 1 if covered.end is not None else covered.start
    return first, last
