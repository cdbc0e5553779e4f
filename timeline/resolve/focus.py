"""Which date is the text talking about? News leans on the day it was written, history on its running date."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.context import Meaning
from timeline.resolve.passing import quoted
from timeline.times.calendar import civil
from timeline.times.reading import (
    Anchor,
    Block,
    Bounded,
    Clock,
    Lasting,
    Nearest,
    Part,
    Reading,
    Recurring,
    Shifted,
    Spanning,
    Stated,
    inmost,
)
from timeline.times.when import Date, Grain, Interval, Qualifier, unit


def leaning(
    expressions: Sequence[Expression], written: int | None, text: str, *, knows_weekdays: bool = True
) -> Anchor:
    """What dates without a year lean on, told from the text: history says years, news says "Tuesday".

    `written` is the first day on which it may have been written. Where that is open, news still speaks from its own day,
    and its "30 June" is of no year that it has said before. In a language whose bare weekdays are not read (not
    `knows_weekdays`) one "this year" weighs more.
    What is said inside quotation marks is no sign of when the text around them was written.
    """
    start = written
    now = civil(start)[0] if start is not None else None
    years = months = speech = 0
    for expression in expressions:
        reading = inmost(expression.reading, Part, Bounded, Clock)
        if expression.span.start < _TOP and _is_day(reading, start):
            speech += (
                1  # the line that says where and when it was written, as news has it, and some histories
            )
        elif isinstance(reading, Stated):
            if reading.year is not None:
                # a text that says this year and the last is no history
                far = reading.short or now is None or abs(reading.year - now) > 1
                years += far
                months += far and reading.month is not None
            elif reading.weekday is not None and reading.day is None:
                speech += 1
        elif on_speech(reading) and not quoted(text, expression):
            speech += 1
    weight = _WEIGHT if knows_weekdays else 3 * _WEIGHT
    history = (years > weight * speech and years >= _HISTORY) or (
        not speech and ((months >= _MONTHS and knows_weekdays) or start is None)
    )
    return Anchor.NARRATIVE if history else Anchor.SPEECH


_HISTORY, _MONTHS = (
    5,
    2,
)  # years that make a history; months, in one that never says "on Monday" or "last month"
_WEIGHT = 6  # years that weigh as much as one "Tuesday"
_TOP = 200  # characters in which a dateline stands


def _is_day(reading: Reading, day: int | None) -> bool:
    """Whether a day and month, with its year or without, are those of a day."""
    if day is None or not isinstance(reading, Stated) or reading.day is None or reading.short:
        return False
    year, month, of_month = civil(day)
    return (reading.month, reading.day) == (month, of_month) and reading.year in (None, year)


def on_speech(reading: Reading) -> bool:
    """Whether a reading counts from the day of writing: "on Monday", "last month"."""
    if isinstance(reading, Clock):
        return on_speech(reading.day)
    return (isinstance(reading, Nearest) and reading.anchor is Anchor.SPEECH) or (
        isinstance(reading, Shifted) and reading.anchor is Anchor.SPEECH
    )


class Steps(Enum):
    """How a date stands to its story: with a phrase that opens a sentence, in a simple clause that does, or in the next of several."""

    FRONT = "front"
    SCENE = "scene"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Focus:
    """The date a narrative has come to, a year said in passing since, the last date said at all, and one it was told on.

    "In July" goes on from the first, and perhaps in the second; "two days later", "that year" lean on the third.
    Of "it fell on Monday, he said on Thursday" the last is Thursday: "a day earlier" leans on that.
    """

    date: Date | None = None
    passing: int | None = None
    said: Date | None = None
    told: Date | None = None
    outer: "Focus | None" = None  # where the story is when what encloses this has ended
    until: int = 0  # where that is
    begun: tuple[int, int] | None = (
        None  # the last year that was said of a date the narrative has come to, and where
    )
    named: bool = False  # what encloses it is only the sentence in which something is named by its date
    lent: bool = False  # the story has no date of its own yet: this is one that was said in passing

    def left(self, place: int) -> "Focus":
        """The narrative's date at a place, where what enclosed the last date may have ended."""
        focus = self
        while focus.outer is not None and place >= focus.until:
            focus = focus.outer
        return focus


def inside(focus: Focus, when: Date, until: int) -> Focus:
    """The date of something that is enclosed, up to where that ends."""
    # what ends within this is not come back to; a quotation that nobody closes may hold a thousand dates
    outer = focus.left(until) if focus.date is not None else Focus(when, None, when, lent=True)
    return Focus(when, None, when, outer=outer, until=until)


def following(
    focus: Focus,
    expression: Expression,
    meaning: Meaning,
    lean: Anchor,
    text: str,
    *,
    reports: bool = False,
    aside: bool = False,
    steps: Steps | None = None,
) -> Focus:
    """The narrative's date after an expression; one that says when something was told (`reports`) does not move it.

    Nor does one said `aside`, in a name or as the end of what began, unless it opens a sentence.
    `steps` says whether its clause is one that a story goes on with, though the date does not open it.
    A far-off year said in passing ("a campaign planned for 1976", "declassified in 2005") does not move it;
    one that opens a sentence or a heading does.
    """
    when = meaning.when
    if isinstance(when, Interval):
        when = _vaguely(when) or (when.start if isinstance(when.start, Date) else None)
    if isinstance(when, Date) and when.grain is Grain.CENTURY and isinstance(expression.reading, Block):
        return replace(focus, said=when)  # "the following century" is counted from it; "in July" is not
    if (
        when is None
        or when.grain > Grain.YEAR
        or isinstance(expression.reading, (Block, Lasting, Spanning, Recurring))
    ):
        return focus
    when = when if when.qualifier is Qualifier.NONE else Date(when.start, when.grain)
    if reports and focus.date is not None:
        return replace(focus, told=when)
    if lean is Anchor.SPEECH:
        if (
            (when.grain is Grain.YEAR or (aside and when.grain > Grain.DAY))
            and focus.date is not None
            and focus.date.grain is Grain.DAY
            and _is_inside(text, expression)
        ):
            # "on Wednesday my boots, bought in May, died; that afternoon": the month names the day no more than a price would
            return replace(focus, said=when)
        return Focus(when, None, when)
    if _either_end(expression, focus):
        return replace(focus, said=when)
    start = expression.span.start
    if on_speech(expression.reading):
        # "this summer the gates were shut": it has come to the day of writing; "today" only looks up from the story
        today = (
            isinstance(expression.reading, Shifted) and expression.reading.by == 0 and when.grain is Grain.DAY
        )
        return (
            Focus(when, None, when)
            if when.grain < Grain.YEAR and not today and opens_sentence(text, start)
            else focus
        )
    if when.grain is Grain.YEAR and text[max(0, start - 1) : start] in ("-", "–", "—", "/"):
        return focus  # of "1914–1918", the narrative is at the first
    if focus.date is None or focus.lent or opens_sentence(text, start, _HEAD if aside else _OPENING):
        return Focus(when, None, when)
    if when.grain is Grain.DAY and not aside and in_first_sentence(text, start):
        return Focus(
            when, None, when
        )  # "A rocket left the pad on 16 July 1969", after a year far off in passing
    if aside:
        return replace(focus, said=when, told=None)
    years = abs(when.year - focus.date.year)
    if steps is not None and _steps_on(focus, when, text, start, steps):
        return Focus(when, None, when)
    if when.grain is Grain.YEAR:
        if years == 0:
            return replace(focus, said=when, told=None)
        return Focus(focus.date, when.year if years <= PASSING else focus.passing, when)
    far = years > NEAR and not _goes_on_from(focus.said, when)
    return replace(focus, said=when, told=None) if far else Focus(when, None, when)


def _steps_on(focus: Focus, when: Date, text: str, start: int, steps: Steps) -> bool:
    """Whether a story goes on to a year: by the next verb of a sentence, in the first one of a paragraph, or a little."""
    said = focus.said or focus.date
    if steps is Steps.FRONT or (steps is Steps.SCENE and _begins_section(text, start)):
        return True
    if steps is Steps.NEXT:
        return said is not None and 0 <= when.year - said.year <= _LIFE
    if focus.date is None:
        return False
    years = when.year - focus.date.year
    if in_first_sentence(text, start):
        return abs(years) <= _LIFE
    return 0 <= years <= (NEAR if when.grain is Grain.YEAR else _LIFE)


def _begins_section(text: str, start: int) -> bool:
    """Whether a date stands in the first sentence below a short line that is no sentence: a heading begins a story anew."""
    first = text.rfind("\n", 0, start) + 1
    heading = _HEADING.search(text, max(0, first - _HEADING_REACH), first)
    return heading is not None and in_first_sentence(text, start)


_HEADING = re.compile(r"(?:^|\n)[#=* ]*(?P<words>[^\n.!?,;:]{2,60}?)[#=* ]*\n+\Z")
_HEADING_REACH = 80  # characters of a line above a paragraph
_LIFE = 30  # years between two paragraphs of a story, or two verbs of a sentence


def _goes_on_from(said: Date | None, when: Date) -> bool:
    """Whether a month or day follows on another said before, so that both are the story, however far from its year."""
    return said is not None and said.grain <= Grain.MONTH and 0 <= when.year - said.year <= NEAR


def _vaguely(when: Interval) -> Date | None:
    """The month of some ten of its days, "mid-January": three days later is then no day that anybody could name.

    So too the year of its first months: what "August" follows on "early in 1914" is of that year.
    """
    start, end = when.start, when.end
    if not isinstance(start, Date) or not isinstance(end, Date):
        return None
    vague = start.qualifier is not Qualifier.NONE and end.qualifier is not Qualifier.NONE
    whole = {Grain.DAY: Grain.MONTH, Grain.MONTH: Grain.YEAR}.get(start.grain)
    if not vague or whole is None:
        return None
    unit_of = unit(start.start, whole)
    begins = whole is Grain.MONTH or unit_of.start == start.start
    return unit_of if begins and end.end <= unit_of.end else None


def _either_end(expression: Expression, focus: Focus) -> bool:
    """Whether a winter is said of a year, as under its heading: it may be at either end, and turns no year."""
    reading = expression.reading
    return (
        isinstance(reading, Stated)
        and reading.season == _WINTER
        and reading.year is None
        and focus.date is not None
        and focus.date.grain is Grain.YEAR
    )


_WINTER = 4
PASSING, NEAR = 1, 8  # years a date may lie off and still be thought the narrative's next
# no sentence ends with an initial; a set at the head is what `re` looks for fastest
_OPENS = re.compile(r'[.?!\n](?:(?<=\n)|(?<!\b[A-Z][.?!]) |(?<=\.)")')
_OPENING = 28  # characters from a sentence's start in which a date sets the scene
_HEAD = 8  # and in which no more than an article or "until" stands before it


def _is_inside(text: str, expression: Expression) -> bool:
    """Whether an expression stands in a paragraph with something before it, and opens no sentence."""
    return not opens_sentence(text, expression.span.start)


def opens_sentence(text: str, start: int, reach: int = _OPENING) -> bool:
    """Whether an expression stands at the head of a sentence, a heading or a line."""
    return start <= reach or _OPENS.search(text, max(0, start - reach - 2), start) is not None


def in_first_sentence(text: str, start: int) -> bool:
    """Whether an expression stands in the first sentence of its paragraph."""
    return _OPENS.search(text, text.rfind("\n", 0, start) + 1, start) is None
