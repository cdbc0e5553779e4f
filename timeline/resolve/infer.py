"""When was a document written that does not say so? The days its own words leave possible, and which words.

Each argument is a function with its definition (`infer_bounds`: from one date; `infer_tellings`: from two that tell
of one thing); each gives constraints, and the days that all allow are the answer: never narrower than the words.
"""

from collections.abc import Callable, Iterator, Sequence

from timeline.languages import Language
from timeline.model.document import Document, Source, Written
from timeline.model.expression import Expression
from timeline.resolve.infer_beside import aged, side_by_side
from timeline.resolve.infer_bounds import (
    compared_years,
    days_without_year,
    named_by_weekday,
    said_of_this_year,
    told_as_future,
    told_as_past,
)
from timeline.resolve.infer_constraint import Constraint, narrowed
from timeline.resolve.infer_evidence import Evidence, TenseOf, evidence
from timeline.resolve.infer_tellings import long_ago, same_figure, same_vein, told_twice
from timeline.times import algebra
from timeline.times.when import Date, Extent, Grain, Interval, Limit, When
from timeline.times.words import words

ARGUMENTS: tuple[Callable[[Evidence], Iterator[Constraint]], ...] = (
    told_as_past,
    told_as_future,
    side_by_side,
    aged,
    told_twice,
    same_figure,
    long_ago,
    said_of_this_year,
    compared_years,
    same_vein,
    days_without_year,
    named_by_weekday,
)

OPEN = Written(None, Source.OPEN, ("nothing says when the text was written",))


def inferred(
    document: Document,
    expressions: Sequence[Expression],
    language: Language,
    tense: TenseOf,
    hints: Sequence[Constraint] = (),
) -> Written:
    """When a document was written by its own words: a date, an interval, one without end, or open.

    `hints` are constraints known already, as from a dateline that lacks its year.
    """
    known = evidence(document, expressions, language, tense)
    found = narrowed((*hints, *(constraint for argument in ARGUMENTS for constraint in argument(known))))
    if not found.used:
        return OPEN
    when = _when(found.hull)
    steps = [constraint.because for constraint in found.used]
    steps += [f"left out, since it contradicts that: {one.because}" for one in found.dropped[:_DROPPED]]
    return Written(when, Source.INFERRED, (*steps, f"so the text was written {phrased(when)}"))


_DROPPED = 3  # contradictions worth telling a reader


def phrased(when: When) -> str:
    """A date of writing with its preposition: "in January 2022", "between 13 and 31 May 2024", "in 2023 or later"."""
    if isinstance(when, Date):
        return f"{'on' if when.grain is Grain.DAY else 'in'} {words(when)}"
    said = words(when, within=True)
    if said.startswith("between "):
        return said
    first = when.start if isinstance(when.start, Date) else when.end
    return f"{'on' if isinstance(first, Date) and first.grain is Grain.DAY else 'in'} {said}"


def _when(days: Extent) -> When:
    if days.start is not None and days.end is not None:
        return algebra.days(days.start, days.end)
    if days.start is not None:
        return Interval(_first(days.start), Limit.OPEN)
    assert days.end is not None  # noqa: S101  something was constrained
    return Interval(Limit.OPEN, _last(days.end))


def _first(start: int) -> Date:
    """The coarsest common unit that begins on a day: the year for 1 January, the month for the first of one."""
    return next(
        unit for grain in _UNITS if (unit := algebra.shifted(Date(start, Grain.DAY), grain, 0)).start == start
    )


def _last(end: int) -> Date:
    return next(
        unit for grain in _UNITS if (unit := algebra.shifted(Date(end - 1, Grain.DAY), grain, 0)).end == end
    )


_UNITS = (Grain.YEAR, Grain.MONTH, Grain.DAY)
