"""From expressions to dates, in the order of the text, carrying along the date it is telling of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.languages import Language
from timeline.model.document import Document, Written
from timeline.model.expression import Dated, Expression, Undated
from timeline.resolve.anchor import written
from timeline.resolve.context import Context, Meaning, Tense
from timeline.resolve.evaluate import evaluated
from timeline.resolve.explain import steps
from timeline.resolve.focus import Focus, following, leaning, reporting
from timeline.resolve.ranges import follows, ranged
from timeline.resolve.tense import tense
from timeline.times import algebra, timex
from timeline.times.reading import Anchor
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
    tenses: dict[int, Tense] = {}

    def tense_of(expression: Expression) -> Tense:
        at = expression.span.start
        if at not in tenses:
            tenses[at] = tense(document.text, at, expression.span.end, language)
        return tenses[at]

    anchor = written(document, expressions, language, given, tense_of)
    first, last = _days(anchor.when)
    lean = leaning(expressions, anchor) if first is not None else Anchor.NARRATIVE
    focus, period = Focus(), None
    timexes: list[Dated | Undated] = []
    for expression in expressions:
        context = Context(
            speech=first,
            focus=focus.date,
            lean=lean,
            tense=tense_of(expression),
            day_first=language.day_first,
            period=period,
            passing=focus.passing,
            said=focus.said,
        )
        if timexes and (start := _range_start(timexes[-1], expression, document.text, language)) is not None:
            context = replace(context, lean=Anchor.NARRATIVE, focus=start, passing=None, ranging=True)
        meaning = evaluated(expression.reading, context)
        if first != last:
            meaning = _hull(meaning, evaluated(expression.reading, replace(context, speech=last)))
        timexes.append(_timex(expression, meaning, steps(expression, meaning, context, anchor)))
        focus = following(focus, expression, meaning, lean, document.text)
        period = reporting(period, expression, meaning, first)
    return Resolved(anchor, ranged(timexes, document.text, language))


def _range_start(
    before: Dated | Undated, expression: Expression, text: str, language: Language
) -> Date | None:
    """The first end of a range whose second end this is: it comes after that, whatever the tense."""
    if not isinstance(before, Dated) or not follows(before.span.end, expression.span.start, text, language):
        return None
    when = before.when if isinstance(before.when, Date) else before.when.start
    return when if isinstance(when, Date) else None


def _timex(expression: Expression, meaning: Meaning, explained: tuple[str, ...]) -> Dated | Undated:
    if meaning.when is None:
        return Undated(expression, meaning.value, explained)
    return Dated(expression, meaning.when, meaning.value, meaning.mod, meaning.assumed, explained)


def _hull(one: Meaning, other: Meaning) -> Meaning:
    """What is meant if the document was written on the first day, on the last, or between; nothing if one of them means none."""
    if one.when is None or other.when is None:
        return one if one.when is None else other
    if one == other:
        return one
    when = algebra.hull(one.when, other.when)
    return replace(one, when=when, value=timex.value(when))


_VAGUE = 1096  # days, three years: "last month" of a text written somewhen in more is no date


def _days(when: When | None) -> tuple[int, int] | tuple[None, None]:
    """The first and the last day a document may have been written; None where that is open, or too wide to count from."""
    if when is None:
        return None, None
    covered = extent(when)
    if covered.start is None or covered.end is None or covered.end - covered.start > _VAGUE:
        return None, None
    return covered.start, covered.end - 1
