"""Asides: where news looks back, its dates go on from the year it has said, not from the day of writing.

"In March 1999 it bought a mill. In July it sold it." The next day of speech ("on Monday") ends the aside, and so does
the end of the paragraph.
"""

from collections.abc import Callable

from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.context import Context, Meaning, Tense
from timeline.resolve.focus import on_speech, opens_sentence
from timeline.resolve.headed import runs
from timeline.resolve.stated import only_weekday
from timeline.resolve.tense import says_past, was_to_come
from timeline.resolve.text import Text
from timeline.times.reading import (
    Anchor,
    Approximate,
    Clock,
    Hung,
    Inside,
    Nearest,
    Nth,
    Part,
    Reading,
    Shifted,
    Stated,
    inmost,
)
from timeline.times.when import Date, Grain, Interval, unit

_REACH = 400  # characters after which nobody remembers the year
_STORY = 300  # days before the day of writing from which on an aside is one


@dataclass(frozen=True, slots=True)
class Aside:
    """The date an aside has come to, and where it was said."""

    at: int
    date: Date
    carried: bool = False  # it has gone on from its first date with one that says no year
    opens: bool = False  # its date opens a sentence
    lately: bool = (
        False  # it is of the last months, whose dates need no year; only what was to come then leans on it
    )
    planned: bool = False  # it was still to come: what happened then was before it
    outer: "Aside | None" = None  # the one that goes on when what encloses this has ended
    until: int | None = None  # where that is


def left(aside: Aside | None, place: int) -> Aside | None:
    """The aside at a place, where what enclosed the last date may have ended."""
    while aside is not None and aside.until is not None and place >= aside.until:
        aside = aside.outer
    return aside


def dates_paragraph(aside: Aside | None, expression: Expression, text: str) -> Date | None:
    """The date of what news looks back to in the paragraph of an expression."""
    if aside is None or text.find("\n", aside.at, expression.span.start) >= 0:
        return None
    return aside.date


def continues(aside: Aside, found: Date) -> bool:
    """Whether a date comes after an aside's, or is a day shortly before: "launched on 9 June; a letter of 30 May".

    What was planned may be told of up to some months before its date.
    """
    days = aside.date.start - found.start
    near = found.grain is Grain.DAY is aside.date.grain and days <= _BACK and found.year == aside.date.year
    before = aside.planned and days <= _PLANNED and found.year == aside.date.year
    return days <= 0 or (aside.carried and near) or before


_PLANNED = 200  # days before something planned in which it may have come to nothing: "he was to close in May. In April …"
_BACK = 60  # days that an aside of days may step back


def goes_on(aside: Aside | None, expression: Expression, context: Context, text: Text) -> bool:
    """Whether a date without its year belongs to the aside."""
    if aside is None or context.lean is not Anchor.SPEECH:
        return False
    to_come = context.tense is Tense.FUTURE
    foretold = was_to_come(text.text, expression.span.start, text.language)
    reading = inmost(expression.reading, Part)
    if isinstance(reading, Nth):
        reading = inmost(reading.within, Part)
    between = text.text[aside.at : expression.span.start]
    if len(between) > _REACH or "\n" in between or (to_come and not foretold):
        return False
    if runs(reading):  # of the year before it is still that
        return (
            aside.date.grain < Grain.YEAR and between.count(". ") <= 1 and _is_of_another_year(aside, context)
        )
    if aside.lately and not foretold:
        return False
    if not isinstance(reading, Stated) or reading.year is not None or only_weekday(reading):
        return False
    of_month = reading.day is not None and not reading.holiday and aside.date.grain <= Grain.MONTH
    if reading.month is None and reading.season is None and not reading.holiday and not of_month:
        return False  # "on the 15th" needs a month that was said
    # "founded in 1994. In October …": a bare year inside its sentence is remembered to the end of that, and gives no day its year
    if text.sections.reported is not None and aside.date.grain is Grain.YEAR and ". " in between:
        return False  # a report of a year comes back to it: "in 2015 it was declared unsafe. In October it was let"
    return (
        aside.carried
        or aside.date.grain < Grain.YEAR
        or (
            reading.day is None
            and (
                (aside.opens and between.count(". ") <= 1)
                # "he left in 2018 and was cleared in March": the second verb is of the day of writing
                or (". " not in between and not says_past(between.lower(), text.language))
            )
        )
    )


def _is_of_another_year(aside: Aside, context: Context) -> bool:
    return context.speech is not None and aside.date.year != unit(context.speech, Grain.YEAR).year


def _counts_on(reading: Reading) -> bool:
    """Whether it is counted from the date that the text was telling of: "October of the same year"."""
    inner = reading.within if isinstance(reading, Inside) else reading
    return isinstance(inner, (Shifted, Nearest)) and inner.anchor is Anchor.NARRATIVE


def after(
    aside: Aside | None,
    expression: Expression,
    meaning: Meaning,
    speech: int | None,
    text: str,
    *,
    inherited: bool,
    named: bool,
    until: int | None = None,
    planned: Callable[[], bool],
) -> Aside | None:
    """The aside after an expression; a date that only names something opens none, and one that is enclosed lasts `until` that ends.

    Whether it was `planned` is asked only where one opens.
    """
    when = meaning.when.start if isinstance(meaning.when, Interval) else meaning.when
    reading = expression.reading
    if on_speech(reading) or only_weekday(reading):
        return None
    if not isinstance(when, Date):
        return aside
    if isinstance(reading, Stated) and reading.year is None and not inherited:
        return None  # the text has come back to its own day
    counted = aside is not None and _counts_on(reading)
    whole = inmost(reading, Part, Approximate)
    said = counted or isinstance(reading, Hung) or (isinstance(whole, Stated) and whole.year is not None)
    said = said or (isinstance(reading, Inside) and on_speech(reading.within))
    if named or not (said or inherited) or when.grain > Grain.YEAR:
        return aside
    opens = opens_sentence(text, expression.span.start, _HEAD)
    if when.grain is Grain.YEAR and aside is not None and aside.date.grain < Grain.YEAR and not opens:
        return aside  # "in March 2013 he opened a bottle of 1961": it goes on from March
    carried = inherited or (
        counted and aside is not None and (aside.carried or aside.date.grain < Grain.YEAR)
    )
    lately = speech is not None and when.end >= speech - _STORY
    if until is not None:  # what ends within this is not come back to
        return Aside(expression.span.end, when, lately=lately, outer=left(aside, until), until=until)
    if aside is not None and aside.until is not None:  # what encloses it goes on
        return Aside(expression.span.end, when, carried, opens, lately, planned(), aside.outer, aside.until)
    return Aside(expression.span.end, when, carried, opens, lately, planned())


_HEAD = 8  # characters at the head of a sentence in which a year is what it is about: "In 2003 they met."


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
