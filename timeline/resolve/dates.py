"""From expressions to dates: when the document was written, what they mean in order, and why."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.languages import Language
from timeline.model.document import Document, Role, Written
from timeline.model.expression import Dated, Expression, TimexType, Undated
from timeline.records import dataclass
from timeline.resolve.ages import aged
from timeline.resolve.ago import told_of
from timeline.resolve.anchor import written
from timeline.resolve.context import Meaning, Tense
from timeline.resolve.explain import steps
from timeline.resolve.focus import leaning
from timeline.resolve.meanings import meanings
from timeline.resolve.order import day_first
from timeline.resolve.passing import stands_alone
from timeline.resolve.ranges import ranged
from timeline.resolve.sections import sections
from timeline.resolve.stated import says_day
from timeline.resolve.stays import stays
from timeline.resolve.tense import is_set_for, tense
from timeline.resolve.text import Text
from timeline.times import algebra, timex
from timeline.times.reading import (
    Ahead,
    Anchor,
    Approximate,
    Bounded,
    Clock,
    Hung,
    Part,
    Reading,
    Stated,
    inmost,
)
from timeline.times.when import When, extent


@dataclass(frozen=True, slots=True)
class Resolved:
    """When the document was written, and its expressions with their dates, in order."""

    written: Written
    timexes: tuple[Dated | Undated, ...]


def dated(
    document: Document, expressions: Sequence[Expression], language: Language, given: When | None = None
) -> Resolved:
    """Date the expressions of a document."""
    order = day_first(expressions)
    if order is not None:
        language = _ordered(language, order)
    expressions = told_of(expressions, document.text, language)
    tenses: dict[int, Tense] = {}

    def tense_of(expression: Expression) -> Tense:
        at = expression.span.start
        if at not in tenses:
            tenses[at] = tense(document.text, at, expression.span.end, language)
            if says_day(expression.reading) and is_set_for(document.text, at, language):
                tenses[at] = Tense.FUTURE
            if tenses[at] is Tense.UNKNOWN and isinstance(expression.reading, Ahead):
                # "In two weeks." is an answer to when something will be
                tenses[at] = Tense.FUTURE if stands_alone(document.text, expression) else Tense.UNKNOWN
        return tenses[at]

    anchor = written(document, expressions, language, given, tense_of)
    first, last = _days(anchor.when)
    given_years = sections(document, expressions, language)
    lean = (
        Anchor.NARRATIVE  # each entry of a diary is of its own day
        if first is None and given_years.days
        else leaning(
            _told(document, expressions),
            first,
            document.text,
            knows_weekdays="past" in language.cues,
        )
    )
    text = Text(
        document.text, expressions, language, tense_of, lean, ordered=order is not None, sections=given_years
    )
    ones = tuple(meanings(text, first))
    others = ones if first == last else tuple(meanings(text, last))
    timexes: list[Dated | Undated] = []
    for expression, (context, one), (other_context, other) in zip(expressions, ones, others, strict=True):
        meaning = one if one is other else _hull(one, other)
        if meaning.when is None and not meaning.value and _says_nothing_alone(expression.reading):
            continue
        timexes.append(
            _timex(expression, meaning, steps(expression, meaning, context, other_context, anchor))
        )
    return Resolved(
        anchor,
        ranged(
            stays(aged(timexes, document.text, language), document.text, language),
            document.text,
            language,
            anchor.when,
        ),
    )


def _says_nothing_alone(reading: Reading) -> bool:
    """Whether it is no date where the text does not help: "the night of the fire" that nobody dates, a number that may be a day."""
    reading = inmost(reading, Part, Bounded, Approximate, Clock)
    return isinstance(reading, Hung) or (isinstance(reading, Stated) and reading.of_story)


def _told(document: Document, expressions: Sequence[Expression]) -> list[Expression]:
    """Those that stand in its text: the date in a page's front matter or byline says nothing of how it tells."""
    starts = [one.span.start for one in document.passages]
    places = ((one, bisect_right(starts, one.span.start) - 1) for one in expressions)
    return [one for one, at in places if at < 0 or document.passages[at].role not in _UNTOLD]


_UNTOLD = frozenset({Role.BYLINE, Role.DATELINE})


@lru_cache(maxsize=64)
def _ordered(language: Language, day_first: bool) -> Language:  # noqa: FBT001  a key of the cache
    """The language, with the order of a document's own dates."""
    return language if language.day_first == day_first else replace(language, day_first=day_first)


def _timex(expression: Expression, meaning: Meaning, explained: tuple[str, ...]) -> Dated | Undated:
    if meaning.when is None:
        return Undated(expression, meaning.value, explained)
    if (
        isinstance(expression.reading, Hung)
        and not expression.reading.clock
        and not expression.reading.within
    ):  # counted from something that has its date
        expression = replace(expression, type=TimexType.DATE)
    return Dated(expression, meaning.when, meaning.value, meaning.mod, meaning.assumed, explained)


def _hull(one: Meaning, other: Meaning) -> Meaning:
    """What is meant if the document was written on the first day, on the last, or between.

    What a phrase means never moves back when the day of writing moves on, so the two ends hold all between them.
    """
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
