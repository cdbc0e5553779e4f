"""Diaries: what is counted from the day that heads an entry, and how one entry's day follows the other's."""

from timeline.model.expression import Expression
from timeline.resolve.context import Meaning, Tense
from timeline.resolve.focus import on_speech
from timeline.resolve.headed import lacks_year
from timeline.resolve.stated import only_weekday
from timeline.resolve.tense import looks_ahead
from timeline.resolve.text import Text
from timeline.times.reading import Clock, Inside, Part, Reading, Shifted, inmost
from timeline.times.when import Date, Grain


def entry_before(expression: Expression, text: Text, head: tuple[Expression, Meaning] | None) -> Date | None:
    """The day of the entry before the one that an expression heads: a diary goes on from that, whatever was told since."""
    day = head[1].when if head is not None and text.sections.heads_day(expression) else None
    return day if isinstance(day, Date) else None


def written_on(expression: Expression, text: Text, head: tuple[Expression, Meaning] | None) -> Date | None:
    """The day of a diary's entry, on which "yesterday", "this month", "on Thursday" or "I shall go in May" was written."""
    if head is None:
        return None
    reading = inmost(expression.reading, Clock, Part, Inside)
    if (
        not (on_speech(reading) or only_weekday(reading) or is_to_come(expression, text))
        or _is_today(expression.reading)
        or not text.sections.in_entry(head[0], expression)
    ):
        return None
    day = head[1].when
    return day if isinstance(day, Date) and day.grain is Grain.DAY else None


def is_to_come(expression: Expression, text: Text) -> bool:
    """Whether a date without its year is of what will be: the entry's day, not the story's, is what it lies ahead of."""
    start = expression.span.start
    return lacks_year(inmost(expression.reading, Part)) and (
        looks_ahead(text.text, start, text.language) or text.tense(expression) is Tense.FUTURE
    )


def _is_today(reading: Reading) -> bool:
    """Whether it may be the day of whoever reads: "to this day"."""
    return isinstance(reading, Shifted) and reading.grain is Grain.DAY and reading.by == 0
