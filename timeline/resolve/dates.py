"""From expressions to dates, in the order of the text, carrying along the date it is telling of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.languages import Language
from timeline.model.document import Document, Written
from timeline.model.expression import Dated, Expression, Undated
from timeline.resolve.anchor import written
from timeline.resolve.aside import Aside, after, goes_on
from timeline.resolve.context import Context, Meaning, Tense
from timeline.resolve.evaluate import evaluated
from timeline.resolve.explain import ground, in_full, steps
from timeline.resolve.focus import Focus, following, leaning, on_speech, reporting
from timeline.resolve.order import day_first, dotted
from timeline.resolve.passing import lasts_until, names_a_thing, quoted, stands_alone
from timeline.resolve.ranges import adjacent, follows, listed, ranged
from timeline.resolve.stated import only_weekday
from timeline.resolve.tense import looks_ahead, tense, tensed
from timeline.times import algebra, timex
from timeline.times.reading import Ahead, Anchor, Clock, Lasting, Reading, Reported, Shifted, Stated
from timeline.times.when import Date, Grain, When, extent, year


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
    tenses: dict[int, Tense] = {}

    def tense_of(expression: Expression) -> Tense:
        at = expression.span.start
        if at not in tenses:
            tenses[at] = tense(document.text, at, expression.span.end, language)
            if tenses[at] is Tense.UNKNOWN and isinstance(expression.reading, Ahead):
                # "In two weeks." is an answer to when something will be
                tenses[at] = Tense.FUTURE if stands_alone(document.text, expression) else Tense.UNKNOWN
        return tenses[at]

    anchor = written(document, expressions, language, given, tense_of)
    first, last = _days(anchor.when)
    lean = leaning(expressions, anchor, document.text) if first is not None else Anchor.NARRATIVE
    text = Text(document.text, expressions, language, tense_of, lean, ordered=order is not None)
    ones = tuple(_meanings(text, first))
    others = ones if first == last else tuple(_meanings(text, last))
    timexes: list[Dated | Undated] = []
    for expression, (context, one), (other_context, other) in zip(expressions, ones, others, strict=True):
        meaning = _hull(one, other)
        explained = in_full(expression, meaning) or steps(
            expression, meaning, ground(context, other_context, anchor)
        )
        timexes.append(_timex(expression, meaning, explained))
    return Resolved(anchor, ranged(timexes, document.text, language, anchor.when))


@dataclass(frozen=True, slots=True)
class Text:
    """What does not change with the day of writing."""

    text: str
    expressions: Sequence[Expression]
    language: Language
    tense: Callable[[Expression], Tense]
    lean: Anchor
    ordered: bool  # other dates of the text tell whether its days come before its months


@lru_cache(maxsize=64)
def _ordered(language: Language, day_first: bool) -> Language:  # noqa: FBT001  a key of the cache
    """The language, with the order of a document's own dates."""
    return language if language.day_first == day_first else replace(language, day_first=day_first)


def _meanings(text: Text, speech: int | None) -> Iterator[tuple[Context, Meaning]]:
    """What the expressions mean, in order, if the document was written on a day; each with what it was read against."""
    focus, period = Focus(), None
    before: tuple[Expression, Meaning] | None = None
    looking_back: Aside | None = None
    since: int | None = None
    for index, expression in enumerate(text.expressions):
        if text.lean is Anchor.NARRATIVE and focus.date is None:
            focus = Focus(_scene(text, index))
        context = Context(
            speech=speech,
            focus=focus.date,
            lean=text.lean,
            tense=text.tense(expression) if tensed(expression.reading) else Tense.UNKNOWN,
            day_first=text.language.day_first or (not text.ordered and dotted(expression)),
            ordered=text.ordered,
            period=period,
            passing=focus.passing,
            since=since,
            bound=_bound(text, index) if text.lean is Anchor.NARRATIVE else None,
            quoted=text.lean is Anchor.NARRATIVE
            and on_speech(expression.reading)
            and quoted(text.text, expression),
            said=focus.told if focus.told is not None and _goes_back(expression.reading) else focus.said,
        )
        if before is not None and (start := _range_start(*before, expression, text, speech)) is not None:
            context = replace(context, lean=Anchor.NARRATIVE, focus=start, passing=None, ranging=True)
        if (ended := _end_of_period(text, index, context)) is not None:
            context = replace(context, ended=ended)
        if _is_foreseen(expression, context, text):
            context = replace(context, lean=Anchor.SPEECH)
        meaning = evaluated(expression.reading, context)
        inherited = False
        if looking_back is not None and goes_on(looking_back, expression, context, text.text):
            aside = replace(context, lean=Anchor.NARRATIVE, focus=looking_back.date, passing=None)
            within = evaluated(expression.reading, aside)
            inherited = isinstance(within.when, Date) and within.when.start >= looking_back.date.start
            context, meaning = (aside, within) if inherited else (context, meaning)
        named = names_a_thing(expression, text.text, text.language)
        looking_back = after(looking_back, expression, meaning, speech, inherited=inherited, named=named)
        yield context, meaning
        last, before = before, (expression, meaning)
        if not _measured_from(last, expression, text) and (
            text.lean is Anchor.SPEECH or not _looked_back(expression, text)
        ):
            reports = focus.date is not None and meaning.when is not None and _reports(expression, text)
            in_passing = named or (
                _says_year(expression) and lasts_until(expression, text.text, text.language)
            )
            focus = following(
                focus, expression, meaning, text.lean, text.text, reports=reports, aside=in_passing
            )
        if focus.date is not None:
            since = focus.date.year if since is None else min(since, focus.date.year)
        period = reporting(period, expression, meaning, context)


def _scene(text: Text, index: int) -> Date | None:
    """The year in which a story begins that names it a little late: "At dawn on 6 June … the next day, 7 June 1944"."""
    opening = text.expressions[index]
    said = opening.reading.day if isinstance(opening.reading, Clock) else opening.reading
    if not isinstance(said, Stated) or said.year is not None or said.month is None:
        return None
    for expression in text.expressions[index + 1 :]:
        reading = expression.reading
        between = text.text[opening.span.end : expression.span.start]
        if len(between) > _SCENE or "\n\n" in between:
            return None
        if isinstance(reading, Stated) and reading.year is not None:
            return year(reading.year) if reading.month and not reading.short else None
    return None


def _bound(text: Text, index: int) -> int | None:
    """The year of the next date in the paragraph that says its month and year."""
    at = text.expressions[index].span.end
    for expression in text.expressions[index + 1 : index + 1 + _AHEAD]:
        reading, start = expression.reading, expression.span.start
        if start - at > _SCENE or "\n" in text.text[at:start]:
            return None
        if isinstance(reading, Stated) and reading.year is not None and reading.month is not None:
            named = reading.short or names_a_thing(expression, text.text, text.language)
            return None if named else reading.year
    return None


_AHEAD = 4  # expressions among which the next full date is looked for
_SCENE = 300  # characters in which a story that begins with a day says its year


def _end_of_period(text: Text, index: int, context: Context) -> int | None:
    """The last day of an account's period, where it is said after it: "the quarter ended 31 July"."""
    reading = text.expressions[index].reading
    if not (isinstance(reading, Reported) and reading.months) and not (
        isinstance(reading, Stated) and (reading.quarter or reading.half) and reading.year is None
    ):
        return None
    after = text.expressions[index + 1] if index + 1 < len(text.expressions) else None
    if after is None or after.span.start - text.expressions[index].span.end > _ENDED:
        return None
    between = text.text[text.expressions[index].span.end : after.span.start].split()
    if between[-1:] == ["on"]:
        between = between[:-1]
    if "_".join(between) not in text.language.cues.get("period_ends", ()):
        return None
    found = evaluated(after.reading, replace(context, tense=text.tense(after), period=None)).when
    return found.end - 1 if isinstance(found, Date) and found.grain <= Grain.MONTH else None


_ENDED = 20  # characters between a period and its last day


def _is_foreseen(expression: Expression, context: Context, text: Text) -> bool:
    """Whether a history says of it what will be: that lies ahead of its writing, not of the story."""
    return (
        context.lean is Anchor.NARRATIVE
        and context.speech is not None
        and not context.ranging
        and isinstance(expression.reading, Stated)
        and expression.reading.year is None
        and looks_ahead(text.text, expression.span.start, text.language)
    )


def _measured_from(before: tuple[Expression, Meaning] | None, expression: Expression, text: Text) -> bool:
    """Whether a date is only what a length of time is counted from: "65 years after the treaty of 29 November 1947"."""
    if before is None or not isinstance(before[0].reading, Lasting):
        return False
    between = text.text[before[0].span.end : expression.span.start]
    words = between.split()
    counted = bool(words) and words[0] in text.language.cues.get("counted_from", ())
    return counted and len(between) < _COUNTED and ". " not in between


_COUNTED = 60  # characters of what happened on the day that something is counted from


def _looked_back(expression: Expression, text: Text) -> bool:
    """Whether a story only looks back to it: "unchanged since 1918" has not come to 1918."""
    before = text.text[max(0, expression.span.start - 16) : expression.span.start].split()
    return bool(before) and before[-1].lower() in text.language.cues.get("looking_back", ())


def _says_year(expression: Expression) -> bool:
    return isinstance(expression.reading, Stated) and expression.reading.year is not None


def _goes_back(reading: Reading) -> bool:
    """Whether it counts back from the last date said, be that only one of telling: "a day earlier"."""
    return isinstance(reading, Shifted) and reading.anchor is Anchor.NARRATIVE and reading.by < 0


def _reports(expression: Expression, text: Text) -> bool:
    """Whether something is only told on that day: "the mayor said on Thursday" leaves the story where it is."""
    span, cues = expression.span, text.language.cues
    reported = cues.get("reported", ())
    after = text.text[span.end : span.end + 24].lower().split(None, 1)
    if after and after[0] in reported:
        return True
    before, leads_in = (
        text.text[max(0, span.start - 32) : span.start].lower().split(),
        cues.get("leads_in", ()),
    )
    while before and before[-1] in leads_in:
        before.pop()
    return bool(before) and before[-1] in reported


def _range_start(
    before: Expression, meant: Meaning, expression: Expression, text: Text, speech: int | None
) -> Date | None:
    """The first end of a range whose second end this is: it comes after that, whatever the tense."""
    if meant.when is None or not adjacent(before.span, expression.span):
        return None
    when = meant.when if isinstance(meant.when, Date) else meant.when.start
    if not isinstance(when, Date):
        return None
    # of "today and Wednesday", "Tuesday and Wednesday" to come, the second is after the first
    ahead = (
        speech is not None
        and when.start >= speech
        and only_weekday(expression.reading)
        and text.tense(expression) is not Tense.PAST
    )
    ends = (before.span, expression.span, text.text, text.language)
    return when if follows(*ends) or (ahead and listed(*ends)) else None


def _timex(expression: Expression, meaning: Meaning, explained: tuple[str, ...]) -> Dated | Undated:
    if meaning.when is None:
        return Undated(expression, meaning.value, explained)
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
