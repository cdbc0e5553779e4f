"""Mentions: the dates of a sentence that "that year", "the day before", "two years later" may point back to.

A bare "in July" is counted from where the story is; a word that points goes back to the date said last in its own sentence,
though the story does not come to that: "he won the prize of 1931 and was knighted two years later". What brackets and
quotation marks hold is not pointed to from without. What only a clause about a noun holds is where a text has no story that
could be meant: in news "a claim, made in May 2015, was looked into that December", but not in "in 1946 the mill, built in
1831, burned; two years later it was sold".
"""

import re
from collections.abc import Sequence

from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.context import Meaning
from timeline.resolve.focus import NEAR
from timeline.resolve.stated import only_weekday
from timeline.times.reading import (
    Anchor,
    Approximate,
    Bounded,
    Clock,
    Inside,
    Nearest,
    Nth,
    Part,
    Reading,
    Shifted,
    inmost,
)
from timeline.times.when import Date, Grain, Interval


@dataclass(frozen=True, slots=True)
class Mention:
    """A date that was said, where its words end, and where that ends which encloses them (None if nothing does).

    `sealed` says that brackets or quotation marks do; `told` that something was only told on that day; `weak` that the text only
    counts from it, looks back to it or names something by it.
    """

    date: Date
    end: int
    until: int | None = None
    sealed: bool = False
    told: bool = False
    weak: bool = False

    def is_left(self, place: int) -> bool:
        """Whether what encloses it has ended at a place."""
        return self.until is not None and place >= self.until


def mentioned(
    mentions: Sequence[Mention],
    expression: Expression,
    meaning: Meaning,
    *,
    until: int | None,
    sealed: bool,
    told: bool,
    weak: bool,
) -> tuple[Mention, ...]:
    """The mentions after an expression; of a range its last end is the newest."""
    when = meaning.when.end if isinstance(meaning.when, Interval) else meaning.when
    if not isinstance(when, Date) or when.grain > Grain.DECADE:
        return tuple(mentions)
    return (*mentions[1 - _KEPT :], Mention(when, expression.span.end, until, sealed, told, weak))


_KEPT = 6  # mentions that are kept: more dates stand in hardly any sentence before one that points


def pointed_to(
    mentions: Sequence[Mention], expression: Expression, text: str, story: Date | None
) -> Date | None:
    """The date of its own sentence that a word that points can be counted from; None if there is none.

    `story` is the date that the text's story has come to, where it has one that could be meant as well. A decade is counted
    from what an earlier sentence says, too.
    """
    reading, place = pointing(expression.reading), expression.span.start
    if reading is None:
        return None
    decades = isinstance(reading, Shifted) and reading.grain is Grain.DECADE
    left: Date | None = None
    for mention in reversed(mentions):
        # a date may itself open its sentence: its first letter is looked at, too
        ends = _LINE if decades else _STOP
        if place - mention.end > _REACH or ends.search(text, mention.end, place + 1):
            break
        if mention.weak or not _can_mean(reading, mention):
            continue
        if not mention.is_left(place):
            return mention.date
        if left is None and not mention.sealed and _is_newest(mention.date, story):
            left = mention.date
    return left


def steps_back(mentions: Sequence[Mention], expression: Expression, text: str) -> bool:
    """Whether a sentence only says of its own date what had been before: "built in 1927 by Holt, who had come three years earlier"."""
    reading = expression.reading
    if not isinstance(reading, Shifted) or reading.anchor is not Anchor.NARRATIVE or reading.by >= 0:
        return False
    place = expression.span.start
    return bool(
        mentions
        and place - mentions[-1].end <= _REACH
        and not _STOP.search(text, mentions[-1].end, place + 1)
    )


def _is_newest(date: Date, story: Date | None) -> bool:
    """Whether a date said of a noun is where a story has come to, if it has one: of the tower begun in 1905, in a story of 1902."""
    return story is None or 0 <= date.year - story.year <= NEAR


_REACH = 300  # characters of a sentence between a date and a word that points to it
_STOP = re.compile(r"[.!?](?<!\b[^\W\d_][.])[\"”’»)]*\s+(?=[\"“„«(‘']?[^\W\d_a-zà-öø-ÿа-я])|\n")
_LINE = re.compile(r"\n")


def pointing(reading: Reading) -> Shifted | Nearest | None:
    """The reading that points to a date said before: "that year", "the following May", of "June of that year" its year."""
    reading = inmost(reading, Part, Bounded, Approximate, Clock, Inside)
    if isinstance(reading, Nth):
        return pointing(reading.within)
    if not isinstance(reading, (Shifted, Nearest)) or reading.anchor is not Anchor.NARRATIVE:
        return None
    # an hour alone, "at 2:15", points to nothing
    return None if isinstance(reading, Shifted) and reading.bare and reading.by == 0 else reading


def _can_mean(reading: Shifted | Nearest, mention: Mention) -> bool:
    """Whether something can be counted from a date: a day only from a day, a year from what lies in one."""
    grain = mention.date.grain
    if isinstance(reading, Nearest):
        days = only_weekday(reading.named)
        return grain is Grain.DAY if days else grain <= Grain.YEAR and not mention.told
    if mention.told and reading.grain > Grain.DAY:
        return False  # "in 2014, they said on Friday, against 2 million a year earlier"
    return grain <= max(reading.grain, Grain.DAY)
