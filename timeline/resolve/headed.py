"""Headed: a date without its year, read against the year that its line's head, a heading or a report's title gives."""

import re
from bisect import bisect_left
from dataclasses import replace

from timeline.model.expression import Expression
from timeline.resolve.annual import is_after, year_after, year_in
from timeline.resolve.beside import year_beside
from timeline.resolve.context import Context, Tense
from timeline.resolve.tense import looks_ahead, says_past, sentence_start
from timeline.resolve.text import Text
from timeline.times.reading import Anchor, Clock, Ending, Part, Reading, Shifted, Stated, inmost
from timeline.times.when import Grain, year


def in_section(expression: Expression, context: Context, text: Text) -> Context | None:
    """What a date without its year is read against where the head of its line or a heading gives the year."""
    reading = expression.reading
    if runs(reading):
        given = text.sections.year(expression, prose=False) if text.sections.heads_line(expression) else None
        return _of_year(context, given) if given is not None else None
    if (
        not isinstance(reading, Stated)
        or not lacks_year(reading)
        or context.ranging
        or is_foreseen(expression, text)
        or lacks_month(reading)  # a year tells nothing of "the 5th"
    ):
        return None
    prose = not text.is_history and context.tense is not Tense.FUTURE
    later = False
    given = (
        year_beside(expression, context, text)
        or text.sections.year(expression, prose=prose)
        or _framed(expression, context, text)
    )
    if (
        given is None
        and text.sections.reported is not None
        and context.tense is not Tense.FUTURE
        and not _says_another(expression, context, text.text)
    ):
        later = is_after(text.text, expression, text.language)
        given = (year_after if later else year_in)(reading, text.sections.reported)
    if given is None:
        return None
    return _of_year(context, given, later=later)


def _framed(expression: Expression, context: Context, text: Text) -> int | None:
    """The year that opens the sentence of a day or a month: "In 2020, the mill was closed from 14 March"."""
    first, start = sentence_start(text.text, expression.span.start), expression.span.start
    at = bisect_left(text.expressions, first, key=lambda one: one.span.start)
    frame = text.expressions[at].reading if at < len(text.expressions) else None
    if not isinstance(frame, Stated) or frame.year is None or frame.month or frame.short or frame.season:
        return None
    span = text.expressions[at].span
    led = text.text[first : span.start].lower().split()
    said = text.text[span.end : start]
    told = sum(says_past(part, text.language) for part in said.lower().split(","))
    plain = span.end <= start and not re.search(r"[;:(–—\n]|\d{4}", said)
    return frame.year if plain and _IN.issuperset(led) and told == 1 and context.tense is Tense.PAST else None


# what leads in a year that all of a sentence is of
_IN = frozenset(
    {"in", "im", "jahr", "jahre", "en", "nel", "u", "у", "godine", "године", "më", "vitin", "el", "año"}
)


def _of_year(context: Context, given: int, *, later: bool = False) -> Context:
    return replace(
        context, lean=Anchor.NARRATIVE, focus=year(given), passing=None, bound=None, said=None, ranging=later
    )


def runs(reading: Reading) -> bool:
    """Whether it is the running year, or a part of it: "at the end of the year"."""
    reading = inmost(reading, Part)
    return (isinstance(reading, Ending) and reading.grain is Grain.YEAR) or (
        isinstance(reading, Shifted)
        and reading.by == 0
        and reading.grain is Grain.YEAR
        and reading.anchor is Anchor.LEAN
    )


def lacks_year(reading: Reading) -> bool:
    """Whether a date lacks its year, and perhaps its month; a weekday alone is no date of a year."""
    reading = inmost(reading, Clock)
    return (
        isinstance(reading, Stated)
        and reading.year is None
        and not (reading.weekday is not None and reading.month is None and reading.day is None)
    )


def lacks_month(reading: Reading) -> bool:
    """Whether a day lacks its month: "the 5th"."""
    reading = inmost(reading, Clock)
    return isinstance(reading, Stated) and reading.day is not None and not (reading.month or reading.holiday)


def is_foreseen(expression: Expression, text: Text) -> bool:
    """Whether a history says of a date without its year what will be: that lies ahead of its writing, not of the story.

    So too of the unit that is running: "the report will be out before the end of the year".
    """
    reading = expression.reading
    while isinstance(reading, Part):
        reading = reading.whole
    runs = isinstance(reading, Ending) or (
        isinstance(reading, Shifted) and reading.by == 0 and reading.anchor is Anchor.LEAN
    )
    return (
        (runs or (isinstance(reading, Stated) and reading.year is None))
        and not text.sections.heads_line(expression)  # a chronicle foretells from its own year
        and looks_ahead(text.text, expression.span.start, text.language)
    )


def _says_another(expression: Expression, context: Context, text: str) -> bool:
    """Whether a month or day of another year is said before, in its sentence: "in June 2017 they met; in July they parted"."""
    said = context.said
    before = re.split(r"[.!?] |\n", text[max(0, expression.span.start - _SENTENCE) : expression.span.start])[
        -1
    ]
    return said is not None and said.grain <= Grain.MONTH and str(said.year) in before


_SENTENCE = 300  # characters of a sentence before a date
