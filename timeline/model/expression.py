"""Temporal expressions: what a text says, and then what it means.

An `Expression` is words with a reading and has no date; a `Dated` always has one. Words that mean no
calendar date (durations, sets, "now") are `Undated`.
"""

from enum import Enum

from timeline.model.document import Span
from timeline.records import dataclass
from timeline.times.reading import Reading
from timeline.times.when import When


class TimexType(Enum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Expression:
    """What is said: the words at `span`, the rule that read them, and their reading."""

    span: Span
    text: str
    type: TimexType
    reading: Reading
    rule: str


@dataclass(frozen=True, slots=True)
class Dated:
    """What it means: `when` (for a timeline) and TIMEX3's `value` and `mod` (for other programs).

    `assumed` names the parts of the date that the words do not say ("year", "month", …); `steps` tell in
    words how it was worked out, first step first. A range ("3–9 May") is one `Dated` for each end, as TIMEX3
    wants; `range` then holds the whole: its span and its interval, the same on both.
    """

    expression: Expression
    when: When
    value: str
    mod: str = ""
    assumed: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    range: "Range | None" = None

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.expression.span


@dataclass(frozen=True, slots=True)
class Range:
    """A range said with two dates, or a date with an open side ("since 2019"): its words and interval."""

    span: Span
    when: When


@dataclass(frozen=True, slots=True)
class Undated:
    """A temporal expression that means no calendar date: P3D, PRESENT_REF, XXXX-WXX-1 and the like."""

    expression: Expression
    value: str
    steps: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.expression.span
