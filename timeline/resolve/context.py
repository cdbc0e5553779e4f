"""What a reading is evaluated against: when the text was written, what date it is telling of, and tense."""

from enum import IntEnum

from timeline.records import dataclass
from timeline.times import timex
from timeline.times.reading import Anchor
from timeline.times.when import Date, When


class Tense(IntEnum):
    """Whether the words around a date speak of what was or of what will be."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Happened:
    """When something happened that a date is hung on: its name in the text, and the words that tell of it, where they do."""

    when: Date
    named: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the moment of a phrase knows.

    `speech` is a day here (a document's whole interval is evaluated at both its ends). `focus` is the running
    date of the narrative. `lean` says which of the two a date without a year belongs to;
    `period` is the quarter or half year that an account is of; `passing` a year said in passing;
    `ordered` says that `day_first` is told by other dates of the text;
    `bound` the year that the next full date of the paragraph says, which a year guessed does not go beyond;
    `entry` the day of the diary's entry in which it stands, where that is what `speech` is;
    `quoted` that the words are quoted in a history, whose speaker's day the story has come to;
    `generic` that a season is any year's; `looking_back` that "since" stands before it, so that it has been, `by_then` that "by" does, so that it is no step back;
    `happened` what a length of time is counted from; `begun` the year that the paragraph last said of its story; `ended` the last day of a period, where it is said right after it;
    `evening` the hour of the day told of since which midnight has passed; `said` the last date said; `since` the first year that the narrative has been in; `ranging` says that `focus` is the first end of a range whose second end is looked for;
    `day` is the day last told of in the paragraph, whatever coarser dates have been said since;
    `near` that a day or a month has been told shortly before.
    """

    speech: int | None
    focus: Date | None
    lean: Anchor
    tense: Tense = Tense.UNKNOWN
    day_first: bool = False
    ordered: bool = False
    period: Date | None = None
    passing: int | None = None
    ranging: bool = False
    said: Date | None = None
    since: int | None = None
    begun: int | None = None
    bound: int | None = None
    ended: int | None = None
    happened: Happened | None = None
    quoted: bool = False
    day: Date | None = None
    generic: bool = False
    looking_back: bool = False
    by_then: bool = False
    entry: Date | None = None
    evening: str = ""
    near: bool = False


def leant(anchor: Anchor, context: Context) -> Anchor:
    """What a phrase leans on here: in a history, what a speaker is quoted with leans on the story."""
    if anchor is Anchor.LEAN:
        return context.lean
    return Anchor.NARRATIVE if context.quoted and context.focus is not None else anchor


@dataclass(frozen=True, slots=True)
class Meaning:
    """A reading's date, or None; its TIMEX3 value and mod; which parts were not said but assumed; and why."""

    when: When | None
    value: str
    mod: str = ""
    assumed: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def of(
    when: When | None, *, assumed: tuple[str, ...] = (), steps: tuple[str, ...] = (), value: str = ""
) -> Meaning:
    """The meaning of a date found."""
    if when is None:
        return Meaning(None, value, steps=steps)
    return Meaning(when, value or timex.value(when), assumed=assumed, steps=steps)


def reference(by: int) -> str:
    """TIMEX3's value of a time that has no date: present, past or future."""
    return "PRESENT_REF" if by == 0 else "PAST_REF" if by < 0 else "FUTURE_REF"
