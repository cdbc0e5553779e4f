"""What the expressions of a text mean, in its order, carrying along the date it is telling of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from timeline.model.expression import Expression
from timeline.resolve import midnight, passing
from timeline.resolve.aside import Aside, after, continues, dates_paragraph, goes_on, left, running_month
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
from timeline.resolve.diary import entry_before, is_to_come, written_on
from timeline.resolve.enclosed import enclosed
from timeline.resolve.ends import follows
from timeline.resolve.evaluate import evaluated, leans
from timeline.resolve.focus import Focus, on_speech
from timeline.resolve.generic import is_generic
from timeline.resolve.happening import Known, happened
from timeline.resolve.headed import in_section, is_foreseen, lacks_month, lacks_year
from timeline.resolve.mentions import pointed_to, steps_back
from timeline.resolve.order import dotted
from timeline.resolve.stated import only_weekday
from timeline.resolve.story import Told, is_mentioned, says_year, told_after
from timeline.resolve.tense import is_by, is_since, sentence_end, tensed, was_to_come
from timeline.resolve.text import Text
from timeline.times.reading import (
    Aged,
    Anchor,
    Clock,
    Hung,
    Inside,
    Named,
    Nearest,
    Part,
    Reading,
    Shifted,
    inmost,
)
from timeline.times.when import Date, Grain, Interval

_NARRATIVE = Anchor.NARRATIVE


_State = tuple[Told, Aside | None]


class _Read(NamedTuple):
    """What an expression was read against, what it means, and whether it goes on from where the text looks back."""

    context: Context
    meaning: Meaning
    inherited: bool = False
    entry: bool = False  # it was read against the day of a diary's entry


def meanings(text: Text, speech: int | None) -> Iterator[tuple[Context, Meaning]]:
    """What the expressions mean, in order, if the document was written on a day; each with what it was read against."""
    start = (Told(), None)
    hung = [at for at, expression in enumerate(text.expressions) if isinstance(expression.reading, Hung)]
    if not hung:
        yield from ((context, meaning) for context, meaning, _ in _in_order(text, speech, {}, 0, start))
        return
    # what they are hung on may be told before and after
    found = list(_in_order(text, speech, {}, 0, start))
    known = [
        (expression.span, meaning.when)
        for expression, (_, meaning, _) in zip(text.expressions, found, strict=True)
        if isinstance(meaning.when, Date) and not _only_hour(expression.reading)
    ]
    counted = {at: from_what for at in hung if (from_what := _counted_from(text, at, known)) is not None}
    yield from _counted_on(text, speech, counted, found)


def _counted_on(
    text: Text,
    speech: int | None,
    counted: Mapping[int, Happened],
    found: Sequence[tuple[Context, Meaning, _State]],
) -> Iterator[tuple[Context, Meaning]]:
    """The same as `found`, but that some are counted from what they are hung on, and others may follow from these.

    Where as much has been told as had been without them, it goes on as it did.
    """
    at = 0
    while at < len(found):
        if at not in counted:
            yield found[at][:2]
            at += 1
            continue
        for context, meaning, before in _in_order(text, speech, counted, at, found[at][2]):
            if at not in counted and before == found[at][2]:
                break
            yield context, meaning
            at += 1


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
        expression = text.expressions[index]
        if told.focus.outer is not None:
            told = told._replace(focus=told.focus.left(expression.span.start))
        looking_back = left(looking_back, expression.span.start)
        before = (told, looking_back)
        if leans(expression.reading):
            if text.is_history and told.focus.date is None:
                told = told._replace(focus=Focus(scene(text, index)))
            context = _context(text, index, speech, told, looking_back)
            if index in counted:
                context = replace(context, happened=counted[index])
            day = _day_behind(index, speech, told, looking_back, text)
            if day is not None:
                context = replace(context, focus=day, said=day, lean=Anchor.NARRATIVE)
                read = _Read(context, evaluated(expression.reading, context))
            else:
                read = _leaning(expression, context, text, told, looking_back)
        else:
            read = _Read(ground, evaluated(expression.reading, ground))
        meaning, inherited = read.meaning, read.inherited
        yield read.context, meaning, before
        if isinstance(expression.reading, (Aged, Named)):
            continue  # it tells when, and leads the story nowhere
        named = (text.is_history or inherited or says_year(expression)) and passing.names_a_thing(
            expression, text.text, text.language
        )
        until = _enclosed(expression, meaning, told, text, speech)
        if not text.sections.ends_report(meaning.when):  # "the year to 31 March 2007 was wet" tells of no day
            looking_back = after(
                looking_back,
                expression,
                meaning,
                speech,
                text.text,
                inherited=inherited,
                named=named
                or (
                    not text.is_history
                    and (
                        is_mentioned(expression, text)
                        or passing.lies_since(expression, text.text, text.language)
                    )
                ),
                until=until,
                planned=partial(was_to_come, text.text, expression.span.start, text.language),
            )
        told = told_after(
            told, expression, read.context, meaning, text, named=named, of_entry=read.entry, until=until
        )


def _day_behind(
    index: int, speech: int | None, told: Told, looking_back: Aside | None, text: Text
) -> Date | None:
    """The day that stands right behind an hour, which is then of it: "by 7:20 last Saturday", "at dawn on Friday 2 April"."""
    if index + 1 >= len(text.expressions) or not _only_hour(text.expressions[index].reading):
        return None
    hour, behind = text.expressions[index], text.expressions[index + 1]
    between = text.text[hour.span.end : behind.span.start]
    if len(between) > _BESIDE or between.strip().lower() not in {"", *text.language.cues.get("on_day", ())}:
        return None
    if not leans(behind.reading):
        meaning = evaluated(behind.reading, Context(speech, None, text.lean))
    else:
        meaning = _leaning(
            behind, _context(text, index + 1, speech, told, looking_back), text, told, looking_back
        ).meaning
    is_day = isinstance(meaning.when, Date) and meaning.when.grain is Grain.DAY
    return (
        meaning.when if is_day and isinstance(meaning.when, Date) and not _only_hour(behind.reading) else None
    )


_BESIDE = 6  # characters between an hour and its day


def _enclosed(
    expression: Expression, meaning: Meaning, told: Told, text: Text, speech: int | None
) -> int | None:
    """Where that ends in which a date is enclosed, so that the text does not come to it; None if it is not."""
    if not isinstance(meaning.when, Date):
        return None
    if passing.is_compared_with(expression, text.text, text.language) or steps_back(
        told.mentions, expression, text.text
    ):
        return sentence_end(text.text, expression.span.end)
    if not says_year(expression):
        return None
    now = told.focus.date if text.is_history or speech is None else Date(speech, Grain.DAY)
    return enclosed(expression, meaning.when, now, text.text, text.language)


def _leaning(
    expression: Expression, context: Context, text: Text, told: Told, looking_back: Aside | None
) -> _Read:
    """What an expression means that does not say its date in full; the context may be another, by what stands around it."""
    reading = expression.reading
    entry = written_on(expression, text, told.head)
    if entry is not None:
        context = replace(
            context, speech=entry.start, lean=Anchor.SPEECH, focus=entry, said=None, quoted=False, entry=entry
        )
        if is_to_come(expression, text):
            context = replace(context, tense=Tense.FUTURE)
    elif only_weekday(reading) and text.sections.heads_day(expression):
        context = replace(context, lean=_NARRATIVE, ranging=True)  # the days of a diary go on
    if _looks_up(reading, told, expression, context, text.text):
        context = replace(context, focus=None, said=None)
    if (of_month := running_month(told.dated, expression, context, text.text)) is not None:
        context = replace(context, lean=_NARRATIVE, focus=of_month, passing=None)
    elif looking_back is not None and goes_on(looking_back, expression, context, text):
        aside = replace(context, lean=_NARRATIVE, focus=looking_back.date, passing=None)
        within = evaluated(reading, aside)
        begins = within.when if not isinstance(within.when, Interval) else within.when.start
        if isinstance(begins, Date) and continues(looking_back, begins):
            return _Read(aside, within, inherited=True, entry=entry is not None)
    elif isinstance(reading, Inside) and (shared := same_year(told.last, expression)) is not None:
        context = replace(context, lean=_NARRATIVE, focus=shared, passing=None, since=None)
        reading = reading.part
    if entry is None and (given := in_section(expression, context, text)) is not None:
        context, reading = given, expression.reading
    return _Read(context, evaluated(reading, context), entry=entry is not None)


def _looks_up(reading: Reading, told: Told, expression: Expression, context: Context, text: str) -> bool:
    """Whether "overnight", in news, opens a sentence of its own: it is of the day of writing, not of the day told of before."""
    overnight = isinstance(reading, Clock) and reading.clock == _NIGHT and _only_hour(reading)
    if not overnight or told.last is None or context.lean is not Anchor.SPEECH or context.speech is None:
        return False
    if context.focus == Date(context.speech - 1, Grain.DAY):
        return False  # the night that followed it
    bare = isinstance(reading, Clock) and isinstance(reading.day, Shifted) and reading.day.bare
    return (
        bare
        and re.search(r"[.!?][\"”’)]*\s", text[told.last[0].span.end - 1 : expression.span.start]) is not None
    )


_NIGHT = "TNI"


def _context(text: Text, index: int, speech: int | None, told: Told, looking_back: Aside | None) -> Context:
    """What an expression is read against that does not say its date in full."""
    expression, focus = text.expressions[index], told.focus
    yearless = lacks_year(expression.reading)
    begun = range_start(told.last, expression, text, speech)
    if begun is None and yearless and not text.is_history and not lacks_month(expression.reading):
        begun = decided_on(told.last, expression, text, speech)
    foreseen = begun is None and text.is_history and is_foreseen(expression, text)
    lean = text.lean if begun is None else _NARRATIVE
    leapt = entry_before(expression, text, told.head) if yearless else None
    if begun is None and leapt is None and lean is _NARRATIVE and yearless:
        leapt = leap(told.last, expression, focus.date, text)
    start = begun or leapt or focus.date
    is_open = tensed(expression.reading)
    # a story goes on, whatever the tense
    runs_on = lean is _NARRATIVE and start is not None and not foreseen and yearless
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
        begun=_said_year(text, index, told) if text.is_history and begun is None and leapt is None else None,
        bound=bound(text, index) if is_open and text.is_history else None,
        quoted=text.is_history and on_speech(expression.reading) and passing.quoted(text.text, expression),
        generic=begun is None and is_generic(expression, text),
        by_then=yearless and is_by(text.text, expression.span.start, text.language),
        looking_back=yearless and is_since(text.text, expression.span.start, text.language),
        day=told.day_of_paragraph(text.text, expression.span.start),
        near=_is_near(told, expression),
    )
    story = focus.date if text.is_history else dates_paragraph(looking_back, expression, text.text)
    if (pointed := pointed_to(told.mentions, expression, text.text, story)) is not None:
        context = replace(context, said=pointed)
    if (ended := end_of_period(text, index, context)) is not None:
        context = replace(context, ended=ended)
    evening = midnight.crossed(told.hour, expression, focus.date, text.text)
    if evening is not None and (text.is_history or speech is None or evening.day.start < speech):
        context = replace(context, evening=evening.said)
    if _has_followed(expression, text, focus.date):
        return replace(context, lean=Anchor.NARRATIVE)
    return replace(context, lean=Anchor.SPEECH) if foreseen else context


def _said_year(text: Text, index: int, told: Told) -> int | None:
    """The year that the paragraph has said of its story, before which a date without one hardly is.

    But for what had been before, and for a range that may have begun in another year: "from October to March".
    """
    expression = text.expressions[index]
    after = text.expressions[index + 1] if index + 1 < len(text.expressions) else None
    if (
        told.begun is None
        or (after is not None and follows(expression.span, after.span, text.text, text.language))
        or passing.looks_farther_back(expression, text.text, text.language)
    ):
        return None
    return told.year_of_paragraph(text.text, expression.span.start)


def _is_near(told: Told, expression: Expression) -> bool:
    """Whether the last date told, shortly before, is a day or a month, so that a number may be a day of it."""
    if told.dated is None or expression.span.start - told.dated[0].span.end > _SHORTLY:
        return False
    when = told.dated[1].when
    day = when.start if isinstance(when, Interval) else when
    return isinstance(day, Date) and day.grain <= Grain.MONTH


_SHORTLY = 400  # characters


def _has_followed(expression: Expression, text: Text, told: Date | None) -> bool:
    """Whether the next year, month or week has been, so that it is the one after what the text told of: "umro je sledeće godine"."""
    reading = inmost(expression.reading, Part, Inside)
    ahead = isinstance(reading, (Shifted, Nearest)) and reading.anchor is Anchor.LEAN and reading.by > 0
    return ahead and told is not None and text.tense(expression) is Tense.PAST


def _goes_back(reading: Reading) -> bool:
    """Whether it counts back from the last date said, be that only one of telling: "a day earlier"."""
    return isinstance(reading, Shifted) and reading.anchor is Anchor.NARRATIVE and reading.by < 0
