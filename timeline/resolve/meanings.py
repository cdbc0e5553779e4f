"""What the expressions of a text mean, in its order, carrying along the date it is telling of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from timeline.model.expression import Expression
from timeline.resolve import midnight, passing
from timeline.resolve.aside import Aside, after, continues, goes_on, running_month
from timeline.resolve.beside import (
    bound,
    compared_month,
    decided_on,
    end_of_period,
    leap,
    range_start,
    same_year,
    scene,
)
from timeline.resolve.context import Context, Happened, Meaning, Tense
from timeline.resolve.diary import entry_before, written_on
from timeline.resolve.evaluate import evaluated, leans
from timeline.resolve.focus import Focus, following, on_speech, reporting
from timeline.resolve.generic import is_generic
from timeline.resolve.happening import Known, happened
from timeline.resolve.headed import in_section, is_foreseen, lacks_month, lacks_year
from timeline.resolve.order import dotted
from timeline.resolve.stated import only_weekday
from timeline.resolve.tense import looks_ahead, tensed
from timeline.resolve.text import Text
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
)
from timeline.times.when import Date, Grain

_NARRATIVE = Anchor.NARRATIVE


class _Told(NamedTuple):
    """What has been told so far: the story's date, the period of an account, the first year of the story, the last expression."""

    focus: Focus
    period: Date | None
    since: int | None
    last: tuple[Expression, Meaning] | None
    head: tuple[Expression, Meaning] | None = None  # the day that heads an entry of a diary
    dated: tuple[Expression, Meaning] | None = (
        None  # the last expression with a date that is not only a year beside one
    )
    hour: midnight.Hour | None = None  # the last time of day


_State = tuple[_Told, Aside | None]


class _Read(NamedTuple):
    """What an expression was read against, what it means, and whether it goes on from where the text looks back."""

    context: Context
    meaning: Meaning
    inherited: bool = False
    entry: bool = False  # it was read against the day of a diary's entry


def meanings(text: Text, speech: int | None) -> Iterator[tuple[Context, Meaning]]:
    """What the expressions mean, in order, if the document was written on a day; each with what it was read against."""
    start = (_Told(Focus(), None, None, None), None)
    hung = [at for at, expression in enumerate(text.expressions) if isinstance(expression.reading, Hung)]
    if not hung:
        yield from ((context, meaning) for context, meaning, _ in _in_order(text, speech, (), 0, start))
        return
    # what they are hung on may be told before and after
    found = list(_in_order(text, speech, {}, 0, start))
    known = [
        (expression.span, meaning.when)
        for expression, (_, meaning, _) in zip(text.expressions, found, strict=True)
        if isinstance(meaning.when, Date) and not _only_hour(expression.reading)
    ]
    counted = {at: from_what for at in hung if (from_what := _counted_from(text, at, known)) is not None}
    # up to the first that is hung on a date all stays as it was
    first = min(counted, default=len(found))
    yield from ((context, meaning) for context, meaning, _ in found[:first])
    if first < len(found):
        rest = _in_order(text, speech, counted, first, found[first][2])
        yield from ((context, meaning) for context, meaning, _ in rest)


def _counted_from(text: Text, at: int, known: Known) -> Happened | None:
    """What a date is hung on."""
    expression = text.expressions[at]
    assert isinstance(expression.reading, Hung)  # noqa: S101  only such are asked
    return happened(expression, expression.reading, known, text.text, text.language)


def _only_hour(reading: Reading) -> bool:
    """Whether it says a time of day and no day: "at 22:04"."""
    return isinstance(reading, Clock) and isinstance(reading.day, Shifted) and reading.day.by == 0


def _in_order(
    text: Text, speech: int | None, counted: Mapping[int, Happened], first: int, begun: _State
) -> Iterator[tuple[Context, Meaning, _State]]:
    """What they mean from one on, with what had been told before each; `counted` says what those that are hung are hung on."""
    told, looking_back = begun
    ground = Context(speech, None, text.lean)
    for index in range(first, len(text.expressions)):
        expression, before = text.expressions[index], (told, looking_back)
        if leans(expression.reading):
            if text.is_history and told.focus.date is None:
                told = told._replace(focus=Focus(scene(text, index)))
            context = _context(text, index, speech, told)
            if index in counted:
                context = replace(context, happened=counted[index])
            read = _leaning(expression, context, text, told, looking_back)
        else:
            read = _Read(ground, evaluated(expression.reading, ground))
        context, meaning, inherited, of_entry = read
        yield context, meaning, before
        named = (text.is_history or inherited or _says_year(expression)) and passing.names_a_thing(
            expression, text.text, text.language
        )
        if not text.sections.ends_report(meaning.when):  # "the year to 31 March 2007 was wet" tells of no day
            looking_back = after(looking_back, expression, meaning, speech, inherited=inherited, named=named)
        # a diary comes back to the day of its entry
        focus = told.focus if of_entry else _moved(told, expression, meaning, text, named=named)
        told = _Told(
            focus,
            reporting(told.period, expression, meaning, context),
            focus.date.year
            if focus.date is not None and _heads(expression, text.text)
            else _first_year(told.since, focus),
            (expression, meaning),
            (expression, meaning) if text.sections.heads_day(expression) else told.head,
            (expression, meaning) if _gives_month(expression, meaning) else told.dated,
            midnight.after(told.hour, expression, meaning),
        )


def _leaning(
    expression: Expression, context: Context, text: Text, told: _Told, looking_back: Aside | None
) -> _Read:
    """What an expression means that does not say its date in full; the context may be another, by what stands around it."""
    reading = expression.reading
    entry = written_on(expression, text, told.head)
    if entry is not None:
        context = replace(
            context, speech=entry.start, lean=Anchor.SPEECH, focus=entry, said=None, quoted=False, entry=entry
        )
    elif only_weekday(reading) and text.sections.heads_day(expression):
        context = replace(context, lean=_NARRATIVE, ranging=True)  # the days of a diary go on
    if (of_month := running_month(told.dated, expression, context, text.text)) is not None:
        context = replace(context, lean=_NARRATIVE, focus=of_month, passing=None)
    elif looking_back is not None and goes_on(looking_back, expression, context, text.text):
        aside = replace(context, lean=_NARRATIVE, focus=looking_back.date, passing=None)
        within = evaluated(reading, aside)
        if isinstance(within.when, Date) and continues(looking_back, within.when):
            return _Read(aside, within, inherited=True, entry=entry is not None)
    elif isinstance(reading, Inside) and (shared := same_year(told.last, expression)) is not None:
        context = replace(context, lean=_NARRATIVE, focus=shared, passing=None, since=None)
        reading = reading.part
    if (given := in_section(expression, context, text)) is not None:
        context, reading = given, expression.reading
    return _Read(context, evaluated(reading, context), entry=entry is not None)


def _gives_month(expression: Expression, meaning: Meaning) -> bool:
    """Whether it has a date, and does not only say the year of one ("3 May this year")."""
    reading = expression.reading
    only_year = isinstance(reading, Shifted) and reading.grain is Grain.YEAR and reading.by == 0
    return meaning.when is not None and not only_year


def _context(text: Text, index: int, speech: int | None, told: _Told) -> Context:
    """What an expression is read against that does not say its date in full."""
    expression, focus = text.expressions[index], told.focus
    begun = range_start(told.last, expression, text, speech)
    if (
        begun is None
        and not text.is_history
        and lacks_year(expression.reading)
        and not lacks_month(expression.reading)
    ):
        begun = decided_on(told.last, expression, text, speech)
    foreseen = begun is None and text.is_history and is_foreseen(expression, text)
    lean = text.lean if begun is None else _NARRATIVE
    leapt = entry_before(expression, text, told.head) if lacks_year(expression.reading) else None
    if begun is None and leapt is None and lean is _NARRATIVE and lacks_year(expression.reading):
        leapt = leap(told.last, expression, focus.date, text)
    start = begun or leapt or focus.date
    is_open = tensed(expression.reading)
    # a story goes on, whatever the tense
    runs_on = lean is _NARRATIVE and start is not None and not foreseen and lacks_year(expression.reading)
    context = Context(
        speech=speech,
        focus=start,
        lean=lean,
        tense=text.tense(expression) if is_open and not runs_on else Tense.UNKNOWN,
        day_first=text.language.day_first or (not text.ordered and dotted(expression)),
        ordered=text.ordered,
        period=compared_month(told.last, expression, text) or told.period,
        passing=focus.passing if begun is None and leapt is None else None,
        ranging=begun is not None,
        said=focus.told if focus.told is not None and _goes_back(expression.reading) else focus.said,
        since=told.since,
        bound=bound(text, index) if is_open and text.is_history else None,
        quoted=text.is_history and on_speech(expression.reading) and passing.quoted(text.text, expression),
        generic=begun is None and is_generic(expression, text),
    )
    if (ended := end_of_period(text, index, context)) is not None:
        context = replace(context, ended=ended)
    evening = midnight.crossed(told.hour, expression, focus.date, text.text)
    if evening is not None and (text.is_history or speech is None or evening.day.start < speech):
        context = replace(context, evening=evening.said)
    if _has_followed(expression, text, focus.date):
        return replace(context, lean=Anchor.NARRATIVE)
    return replace(context, lean=Anchor.SPEECH) if foreseen else context


def _has_followed(expression: Expression, text: Text, told: Date | None) -> bool:
    """Whether the next year, month or week has been, so that it is the one after what the text told of: "umro je sledeće godine"."""
    reading = expression.reading
    while isinstance(reading, (Part, Inside)):
        reading = reading.whole if isinstance(reading, Part) else reading.within
    ahead = isinstance(reading, (Shifted, Nearest)) and reading.anchor is Anchor.LEAN and reading.by > 0
    return ahead and told is not None and text.tense(expression) is Tense.PAST


def _moved(told: _Told, expression: Expression, meaning: Meaning, text: Text, *, named: bool) -> Focus:
    """The date the story has come to after an expression; `named` says that it is part of a name."""
    before = told.last[0] if told.last is not None else None
    if (
        meaning.when is None
        or passing.is_counted_from(before, expression, text.text, text.language)
        or (text.is_history and passing.is_looked_back_to(expression, text.text, text.language))
        or (
            not text.is_history
            and isinstance(meaning.when, Date)
            and meaning.when.grain is Grain.DAY
            and passing.lies_since(expression, text.text, text.language)
        )
        or (_says_year(expression) and passing.tells_which(expression, text.text, text.language))
        or _is_promised(expression, meaning, text)
    ):
        return told.focus
    reports = told.focus.date is not None and passing.reports(expression, text.text, text.language)
    in_passing = (
        named
        or (text.is_history and _in_brackets(expression, text.text))
        or (
            text.is_history
            and _says_year(expression)
            and passing.lasts_until(expression, text.text, text.language)
        )
    )
    return following(told.focus, expression, meaning, text.lean, text.text, reports=reports, aside=in_passing)


def _is_promised(expression: Expression, meaning: Meaning, text: Text) -> bool:
    """Whether a history says what will be: "will be rebuilt by May 2030", "hopes to be back in August"."""
    later = isinstance(expression.reading, Stated) and isinstance(meaning.when, Date)
    return later and text.is_history and looks_ahead(text.text, expression.span.start, text.language)


def _in_brackets(expression: Expression, text: str) -> bool:
    """Whether a date opens a bracket inside a sentence: "rose to £61m (2018: £58m)"."""
    span = expression.span
    return text[span.start - 1 : span.start] == "(" and text[span.start - 2 : span.start - 1] == " "


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


def _says_year(expression: Expression) -> bool:
    return isinstance(expression.reading, Stated) and expression.reading.year is not None


def _goes_back(reading: Reading) -> bool:
    """Whether it counts back from the last date said, be that only one of telling: "a day earlier"."""
    return isinstance(reading, Shifted) and reading.anchor is Anchor.NARRATIVE and reading.by < 0
