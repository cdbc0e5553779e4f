"""How a story moves on: what has been told when an expression has been read."""

import re
from dataclasses import replace
from typing import NamedTuple

from timeline.model.expression import Expression
from timeline.resolve import midnight, passing
from timeline.resolve.accounts import reporting
from timeline.resolve.context import Context, Meaning
from timeline.resolve.focus import Focus, Steps, following, in_first_sentence, inside
from timeline.resolve.headed import lacks_year
from timeline.resolve.mentions import Mention, mentioned
from timeline.resolve.stepping import fronts, goes_on, is_inserted, sets_scene
from timeline.resolve.tense import looks_ahead, sentence_end, was_to_come
from timeline.resolve.text import Text
from timeline.times.reading import Shifted, Stated
from timeline.times.when import Date, Grain


class Told(NamedTuple):
    """What has been told so far: the story's date, the period of an account, the first year of the story, the last expression."""

    focus: Focus = Focus()
    period: Date | None = None
    since: int | None = None
    last: tuple[Expression, Meaning] | None = None
    head: tuple[Expression, Meaning] | None = None  # the day that heads an entry of a diary
    dated: tuple[Expression, Meaning] | None = None  # the last with a date that is not only a year beside one
    hour: midnight.Hour | None = None  # the last time of day
    begun: tuple[int, int] | None = (
        None  # the last year that was said of a date the story has come to, and where
    )
    day: tuple[Date, int] | None = None  # the last day told of, and where
    mentions: tuple[Mention, ...] = ()  # the last dates said, whether the story has come to them or not

    def day_of_paragraph(self, text: str, place: int) -> Date | None:
        """The day last told of in the paragraph of a place: what "the same day" there is."""
        if self.day is None or text.find("\n", self.day[1], place) >= 0:
            return None
        return self.day[0]

    def year_of_paragraph(self, text: str, place: int) -> int | None:
        """The year last said of the story in the paragraph of a place."""
        if self.begun is None or text.find("\n", self.begun[1], place) >= 0:
            return None
        return self.begun[0]


def told_after(
    told: Told,
    expression: Expression,
    context: Context,
    meaning: Meaning,
    text: Text,
    *,
    named: bool,
    of_entry: bool,
    until: int | None = None,
) -> Told:
    """What has been told after an expression.

    `named` says that it is part of a name, `of_entry` that it was counted from the day of a diary's entry, to which the diary
    comes back, `until` where that ends in which it is enclosed.
    """
    focus = told.focus if of_entry else _moved(told, expression, meaning, text, named=named, until=until)
    begun = told.begun
    if focus is not told.focus and focus.outer is None:
        if told.focus.outer is not None and not told.focus.named:  # what encloses this goes on
            focus = replace(focus, outer=told.focus.outer, until=told.focus.until)
        elif (
            focus.date is not None
            and focus.date is not told.focus.date
            and not lacks_year(expression.reading)
        ):
            begun = focus.date.year, expression.span.start
    this = (expression, meaning)
    return Told(
        focus,
        reporting(told.period, expression, meaning, context),
        focus.date.year
        if focus.date is not None and _heads(expression, text.text)
        else _first_year(told.since, focus.left(len(text.text))),
        this,
        this if text.sections.heads_day(expression) else told.head,
        this if _gives_month(expression, meaning) and not _is_inserted(expression, text) else told.dated,
        midnight.after(told.hour, expression, meaning),
        begun,
        (meaning.when, expression.span.end)
        if isinstance(meaning.when, Date) and meaning.when.grain is Grain.DAY
        else told.day,
        mentioned(
            told.mentions,
            expression,
            meaning,
            until=until,
            sealed=until is not None and _is_sealed(expression, text),
            told=passing.reports(expression, text.text, text.language),
            weak=named or _is_only_counted_from(told, expression, text),
        ),
    )


def _is_only_counted_from(told: Told, expression: Expression, text: Text) -> bool:
    """Whether a text says a date only to count from it, to look back to it, or to say which of somebody's things is meant."""
    place = (expression, text.text, text.language)
    return (
        passing.is_counted_from(told.last[0] if told.last is not None else None, *place)
        or passing.is_looked_back_to(*place)
        or (says_year(expression) and (passing.tells_which(*place) or passing.is_recalled(*place)))
    )


def _is_sealed(expression: Expression, text: Text) -> bool:
    """Whether brackets or quotation marks enclose a date, and not only the year of what stands before them: "The Mill (1922)"."""
    start, end = expression.span.start, expression.span.end
    alone = text.text[start - 1 : start] == "(" and text.text[end : end + 1] == ")"
    return not alone and (passing.in_brackets(expression, text.text) or passing.quoted(text.text, expression))


def _gives_month(expression: Expression, meaning: Meaning) -> bool:
    """Whether it has a date, and does not only say the year of one ("3 May this year")."""
    reading = expression.reading
    only_year = isinstance(reading, Shifted) and reading.grain is Grain.YEAR and reading.by == 0
    return meaning.when is not None and not only_year


def _moved(
    told: Told, expression: Expression, meaning: Meaning, text: Text, *, named: bool, until: int | None
) -> Focus:
    """The date the story has come to after an expression; `named` says that it is part of a name."""
    if meaning.when is None:
        return told.focus
    before = told.last[0] if told.last is not None else None
    if (
        passing.is_counted_from(before, expression, text.text, text.language)
        or (text.is_history and passing.is_looked_back_to(expression, text.text, text.language))
        or (
            not text.is_history
            and isinstance(meaning.when, Date)
            and meaning.when.grain is Grain.DAY
            and passing.lies_since(expression, text.text, text.language)
        )
        or (
            says_year(expression)
            and (
                passing.tells_which(expression, text.text, text.language)
                or passing.is_recalled(expression, text.text, text.language)
            )
        )
        or _is_promised(told.focus.date, expression, meaning, text)
    ):
        return told.focus
    if until is not None and isinstance(meaning.when, Date):
        return inside(told.focus, meaning.when, until)
    reports = told.focus.date is not None and passing.reports(expression, text.text, text.language)
    which = (
        text.is_history
        and says_year(expression)
        and told.focus.date is not None
        and passing.says_which_one(expression, text.text, text.language)
    )
    in_passing = (
        named
        or (not text.is_history and _is_inserted(expression, text))  # in a history it is enclosed
        or _looks_farther_back(told.focus.date, expression, meaning, text)
        or which
        or (
            text.is_history
            and says_year(expression)
            and passing.lasts_until(expression, text.text, text.language)
        )
    )
    moved = following(
        told.focus,
        expression,
        meaning,
        text.lean,
        text.text,
        reports=reports,
        aside=in_passing,
        steps=None
        if in_passing or not text.is_history or not _is_of_another_year(told.focus.date, meaning)
        else _steps(told.dated[0] if told.dated else None, expression, text),
    )
    if (named or which) and moved.date is told.focus.date is not None:
        return replace(
            moved, outer=told.focus, until=sentence_end(text.text, expression.span.end), named=True
        )
    return moved


def is_mentioned(expression: Expression, text: Text) -> bool:
    """Whether a date with its year is only looked back to, or says which one of its kind something is."""
    return says_year(expression) and (
        passing.is_looked_back_to(expression, text.text, text.language)
        or passing.says_which_one(expression, text.text, text.language)
    )


def _is_of_another_year(story: Date | None, meaning: Meaning) -> bool:
    """Whether a date could bring a story to another year; where it begins, or is in that year, nothing more need be looked at."""
    when = meaning.when if isinstance(meaning.when, Date) or meaning.when is None else meaning.when.start
    return story is not None and isinstance(when, Date) and when.year != story.year


def _steps(before: Expression | None, expression: Expression, text: Text) -> Steps | None:
    if fronts(expression, text.text, text.language):
        return Steps.FRONT
    if says_year(expression) and sets_scene(expression, text.text, text.language):
        return Steps.SCENE
    return Steps.NEXT if goes_on(before, expression, text.text, text.language) else None


def _is_promised(story: Date | None, expression: Expression, meaning: Meaning, text: Text) -> bool:
    """Whether a history says what will be, or what was to come: "will be rebuilt by May 2030", "he would die in 1942"."""
    if not (text.is_history and isinstance(expression.reading, Stated) and isinstance(meaning.when, Date)):
        return False
    later = story is not None and says_year(expression) and meaning.when.year > story.year
    return looks_ahead(text.text, expression.span.start, text.language) or (
        later and was_to_come(text.text, expression.span.start, text.language)
    )


def _is_inserted(expression: Expression, text: Text) -> bool:
    """Whether a date is only of what stands between commas, in a history one with its year."""
    return (says_year(expression) or not text.is_history) and is_inserted(
        expression, text.text, text.language, by_verb=not text.is_history
    )


def _looks_farther_back(story: Date | None, expression: Expression, meaning: Meaning, text: Text) -> bool:
    """Whether a history, once begun in a paragraph, says of an earlier year what had been before it comes to its own again."""
    return (
        text.is_history
        and story is not None
        and says_year(expression)
        and isinstance(meaning.when, Date)
        and meaning.when.year < story.year
        and not in_first_sentence(text.text, expression.span.start)
        and passing.looks_farther_back(expression, text.text, text.language)
    )


def _first_year(since: int | None, focus: Focus) -> int | None:
    """The first year that the story has been in."""
    if focus.date is None:
        return since
    return focus.date.year if since is None else min(since, focus.date.year)


def _heads(expression: Expression, text: str) -> bool:
    """Whether a year is all that its line says: "**1917**", below which the story does not go back before it."""
    reading, span = expression.reading, expression.span
    if not isinstance(reading, Stated) or reading.year is None or reading.month is not None:
        return False
    return bool(
        _LINE_BEGINS.search(text, max(0, span.start - _MARKS), span.start)
        and _LINE_ENDS.match(text, span.end, span.end + _MARKS)
    )


_MARKS = 8  # characters of markup on either side of a heading
_LINE_BEGINS = re.compile(r"(?:^|\n)[#*_= \t]*\Z")
_LINE_ENDS = re.compile(r"[:.*_=#]*[ \t]*(?:\n|\Z)")


def says_year(expression: Expression) -> bool:
    """Whether a date says its year."""
    return isinstance(expression.reading, Stated) and expression.reading.year is not None
