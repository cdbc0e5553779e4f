"""Asides: where news looks back, its dates go on from the year it has said, not from the day of writing.

"In March 1999 it bought a mill. In July it sold it." The next day of speech ("on Monday") ends the aside, and so does
the end of the paragraph.
"""

from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.context import Context, Meaning, Tense
from timeline.resolve.focus import on_speech
from timeline.times.reading import (
    Anchor,
    Clock,
    Hung,
    Inside,
    Nearest,
    Part,
    Reading,
    Shifted,
    Stated,
    inmost,
)
from timeline.times.when import Date, Grain, Interval

_REACH = 400  # characters after which nobody remembers the year
_STORY = 300  # days before the day of writing from which on an aside is one


@dataclass(frozen=True, slots=True)
class Aside:
    """The date an aside has come to, and where it was said."""

    at: int
    date: Date
    carried: bool = False  # it has gone on from its first date with one that says no year


def continues(aside: Aside, found: Date) -> bool:
    """Whether a date comes after an aside's, or is a day shortly before: "launched on 9 June; a letter of 30 May"."""
    days = aside.date.start - found.start
    near = found.grain is Grain.DAY is aside.date.grain and days <= _BACK and found.year == aside.date.year
    return days <= 0 or (aside.carried and near)


_BACK = 60  # days that an aside of days may step back


def goes_on(aside: Aside | None, expression: Expression, context: Context, text: str) -> bool:
    """Whether a month or day without its year belongs to the aside."""
    reading = expression.reading
    if (
        aside is None
        or context.lean is not Anchor.SPEECH
        or context.tense is Tense.FUTURE
        or not isinstance(reading, Stated)
        or reading.year is not None
        or reading.weekday is not None
    ):
        return False
    of_month = reading.day is not None and not reading.holiday and aside.date.grain <= Grain.MONTH
    if reading.month is None and reading.season is None and not reading.holiday and not of_month:
        return False  # "on the 15th" needs a month that was said
    between = text[aside.at : expression.span.start]
    if len(between) > _REACH or "\n" in between:
        return False
    # "founded in 1994. In October …": a bare year is remembered to the end of its sentence, and gives no day its year
    return aside.date.grain < Grain.YEAR or (reading.day is None and ". " not in between)


def _counts_on(reading: Reading) -> bool:
    """Whether it is counted from the date that the text was telling of: "October of the same year"."""
    inner = reading.within if isinstance(reading, Inside) else reading
    return isinstance(inner, (Shifted, Nearest)) and inner.anchor is Anchor.NARRATIVE


def after(
    aside: Aside | None,
    expression: Expression,
    meaning: Meaning,
    speech: int | None,
    *,
    inherited: bool,
    named: bool,
) -> Aside | None:
    """The aside after an expression; a date that only names something opens none."""
    when = meaning.when.start if isinstance(meaning.when, Interval) else meaning.when
    reading = expression.reading
    if not isinstance(when, Date):
        return aside
    if on_speech(reading) or (isinstance(reading, Stated) and reading.weekday is not None):
        return None
    if isinstance(reading, Stated) and reading.year is None and not inherited:
        return None  # the text has come back to its own day
    counted = aside is not None and _counts_on(reading)
    said = counted or isinstance(reading, Hung) or (isinstance(reading, Stated) and reading.year is not None)
    if named or not (said or inherited) or when.grain > Grain.YEAR:
        return aside
    carried = inherited or (counted and aside is not None and aside.carried)
    lately = speech is not None and when.end >= speech - _STORY
    return None if lately else Aside(expression.span.end, when, carried)


def running_month(
    before: tuple[Expression, Meaning] | None, expression: Expression, context: Context, text: str
) -> Date | None:
    """The date before a bare day of the month, in news: of "arrested on 1 May and released on the 4th" both are of May."""
    reading = inmost(expression.reading, Clock)
    said = inmost(before[0].reading, Clock, Part) if before is not None else None
    if (
        before is None
        or context.lean is not Anchor.SPEECH
        or context.tense is Tense.FUTURE
        or not (isinstance(reading, Stated) and reading.day is not None and reading.month is None)
        or not (isinstance(said, Stated) and (said.month is not None or said.day is not None))
    ):
        return None
    date, between = before[1].when, text[before[0].span.end : expression.span.start]
    near = len(between) <= _REACH and "\n" not in between and not reading.holiday
    return date if near and isinstance(date, Date) and date.grain <= Grain.MONTH else None
