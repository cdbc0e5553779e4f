"""When was a document written that does not say so? Bounds from its own words, each with the words it rests on.

The arguments, in their order:
- what it tells as past had happened: the newest dated past happening is a lower bound;
- a year compared with the one before it ("up 41 percent in 2024, compared to the previous year") was over;
- "last year" said beside a dated fact is that fact's year ("650 million in 2023 … exports last year");
- a happening told twice, once with a date and once with "last month", dates the telling;
- "May 7th", without a year, is the last 7 May; a text that calls other things "last week" or "last month"
  names by its date what is neither of this week nor of a month gone by.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.model.document import Document, Source, Written
from timeline.model.expression import Expression
from timeline.resolve.context import Tense
from timeline.resolve.evaluate import in_year
from timeline.times import algebra, edtf
from timeline.times import when as w
from timeline.times.calendar import civil, day_number
from timeline.times.reading import Anchor, Nearest, Reading, Shifted, Stated
from timeline.times.when import Date, Extent, Grain, Interval, Limit, When, extent


@dataclass(frozen=True, slots=True)
class Bound:
    """Days on which the document may have been written, and the argument in words."""

    days: Extent
    argument: str


def inferred(
    document: Document, expressions: Sequence[Expression], tense: Callable[[Expression], Tense]
) -> Written:
    """When a document was written by its own words: a date, an interval, one without end, or open."""
    dated = [(one, when) for one in expressions if (when := _explicit(one.reading)) is not None]
    past = [(one, when) for one, when in dated if tense(one) is not Tense.FUTURE]
    days: Extent | None = None
    steps: list[str] = []
    for bound in _bounds(document.text, expressions, past, tense):
        narrower = bound.days if days is None else algebra.meet(days, bound.days)
        if narrower is not None and narrower != days:
            days = narrower
            steps.append(bound.argument)
    if days is None:
        return Written(None, Source.OPEN, ("nothing says when the document was written",))
    days = _recent(expressions, days, steps, tense)
    when = _when(days)
    return Written(when, Source.INFERRED, (*steps, f"so the document was written in {edtf.text(when)}"))


def _bounds(
    text: str,
    expressions: Sequence[Expression],
    past: Sequence[tuple[Expression, Date]],
    tense: Callable[[Expression], Tense],
) -> Iterator[Bound]:
    yield from _newest(past)
    yield from _compared(text, past, expressions)
    yield from _beside(text, past, expressions)
    yield from _twice(text, past, expressions)


def _newest(past: Sequence[tuple[Expression, Date]]) -> Iterator[Bound]:
    """After the newest past date."""
    if past:
        expression, when = max(past, key=lambda one: one[1].start)
        yield Bound(Extent(when.start, None), f'it tells of "{expression.text}"')


def _compared(
    text: str, past: Sequence[tuple[Expression, Date]], expressions: Sequence[Expression]
) -> Iterator[Bound]:
    """A year compared with the one before it was over."""
    for one, when in past:
        for other in expressions:
            gap = text[one.span.end : other.span.start]
            if (
                when.grain is Grain.YEAR
                and _is_shift(other.reading, Grain.YEAR, -1, Anchor.NARRATIVE)
                and 0 < other.span.start - one.span.end < 40
                and "." not in gap
            ):
                yield Bound(Extent(when.end, None), f'it compares "{one.text}" with "{other.text}"')


def _beside(
    text: str, past: Sequence[tuple[Expression, Date]], expressions: Sequence[Expression]
) -> Iterator[Bound]:
    """ "Last year" beside the newest year of its paragraph means that year."""
    for other in expressions:
        if not _is_shift(other.reading, Grain.YEAR, -1, Anchor.SPEECH):
            continue
        start = text.rfind("\n", 0, other.span.start) + 1
        years = [(when.year, one) for one, when in past if start <= one.span.start < other.span.start]
        if years:
            year, one = max(years, key=lambda pair: pair[0])
            if year == max(when.year for _, when in past):
                yield Bound(
                    Extent(day_number(year + 1), day_number(year + 2)),
                    f'"{other.text}" stands beside "{one.text}"',
                )


def _twice(
    text: str, past: Sequence[tuple[Expression, Date]], expressions: Sequence[Expression]
) -> Iterator[Bound]:
    """A happening told once with a date and once with "last month"."""
    for other in expressions:
        reading = other.reading
        if not isinstance(reading, Shifted) or reading.anchor is not Anchor.SPEECH or reading.weekend:
            continue
        for one, when in past:
            if when.grain <= reading.grain <= Grain.YEAR and _same_happening(text, one, other):
                unit = algebra.shifted(when, reading.grain, -reading.by)
                yield Bound(
                    Extent(unit.start, unit.end), f'what it dates "{one.text}" it also calls "{other.text}"'
                )


def _recent(
    expressions: Iterable[Expression], days: Extent, steps: list[str], tense: Callable[[Expression], Tense]
) -> Extent:
    """Past days named without a year are the last such days before the document was written."""
    if days.start is None or days.end is None:
        return days
    says = {
        grain: next((e for e in expressions if _is_shift(e.reading, grain, -1, Anchor.SPEECH)), None)
        for grain in (Grain.WEEK, Grain.MONTH)
    }
    year = civil(days.start)[0]
    named = [
        (when, one)
        for one in expressions
        if isinstance(one.reading, Stated)
        and one.reading.year is None
        and one.reading.day is not None
        and tense(one) is not Tense.FUTURE
        and (when := in_year(one.reading, year)) is not None
    ]
    if not named:
        return days
    when, one = max(named, key=lambda pair: pair[0].start)
    after, before = when.start, days.end
    week, month = says[Grain.WEEK], says[Grain.MONTH]
    words = [f'"{one.text}"']
    if week is not None:
        after = w.unit_end(w.unit_start(when.start, Grain.WEEK), Grain.WEEK)
        words.append(f'"{week.text}" of something else')
    if month is not None:
        before = w.unit_end(w.unit_start(when.start, Grain.MONTH), Grain.MONTH)
        words.append(f'"{month.text}" of something else')
    narrower = algebra.meet(days, Extent(after, before)) if after < before else None
    if narrower is None or narrower == days:
        return days
    steps.append(f"it says {' and '.join(words)}")
    return narrower


def _explicit(reading: Reading) -> Date | None:
    """The date of a reading that says its year in full."""
    if isinstance(reading, Stated) and reading.year is not None and not reading.short:
        return in_year(reading, reading.year)
    return None


def _is_shift(reading: Reading, grain: Grain, by: int, anchor: Anchor) -> bool:
    return isinstance(reading, Shifted) and (reading.grain, reading.by, reading.anchor) == (grain, by, anchor)


_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    ("the", "and", "for", "with", "that", "this", "was", "were", "has", "had", "which", "from")
)


def _same_happening(text: str, one: Expression, other: Expression) -> bool:
    """Whether the words before both dates are the same verb and object, in sentences that share more."""
    first, second = _before(text, one), _before(text, other)
    return len(first) > 1 and first[-2:] == second[-2:] and len(set(first) & set(second)) >= _SHARED


_SHARED = 4  # words two tellings of one happening have in common, at least


def _before(text: str, expression: Expression) -> list[str]:
    start = max(text.rfind(". ", 0, expression.span.start), text.rfind("\n", 0, expression.span.start)) + 1
    words = [word.lower() for word in _WORD.findall(text[start : expression.span.start])]
    return [word for word in words if word not in _COMMON]


def _when(days: Extent) -> When:
    if days.start is not None and days.end is not None:
        return algebra.days(days.start, days.end)
    if days.start is not None:
        return Interval(Date(days.start, Grain.DAY), Limit.OPEN)
    return Interval(Limit.OPEN, Date((days.end or 1) - 1, Grain.DAY))


__all__ = ["Nearest", "extent", "inferred"]
