"""What words say about time, before anybody knows when they were written.

A reading has no date of its own: "last month" reads as a month, one before the moment of speech, whoever
says it and whenever. `timeline.resolve` turns readings into dates.
"""

from enum import Enum

from timeline.records import dataclass
from timeline.times.when import Grain


class Anchor(Enum):
    """What a relative phrase leans on: the moment of writing, or the date the text is telling of.

    `LEAN` is whichever of the two the whole text leans on: "sledeće godine" is next year in news, the following
    year in history.
    """

    SPEECH = "speech"
    NARRATIVE = "narrative"
    LEAN = "lean"


class Portion(Enum):
    """A part of a unit, named as TIMEX3's `mod`."""

    START = "START"
    MID = "MID"
    END = "END"


class Side(Enum):
    """Which side of a date a phrase leaves open."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Stated:
    """Parts of a date as written; what is None was not said.

    `year` is astronomical; with `short`, it is two digits whose century was not said. `weekday` is 0 (Monday)
    to 6; `season` 1 (spring) to 4; `holiday` names a day the calendar can work out. `of_story` says that a bare number
    is a day only if the text around it tells of its month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    holiday: str = ""
    short: bool = False
    of_story: bool = False


@dataclass(frozen=True, slots=True)
class Numeric:
    """Two or three numbers of which it is open which is the day: 10/12/2019."""

    first: int
    second: int
    year: int | None = None
    short: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A decade, century or millennium: its first year. With `short`, the century is open ("the '60s")."""

    start: int
    grain: Grain
    short: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """A unit so many units from another: last month, three days ago, the following year, that day.

    With `bare`, the count is a distance in time ("a year ago"), else a choice among units ("last year").
    With `weekend`, the weekend of that week is meant. `more` are the coarser steps of a compound distance
    ("two years and one month ago"), coarsest first. With `working`, Saturdays and Sundays are not counted.
    """

    grain: Grain
    by: int
    anchor: "Anchor | Reading"
    bare: bool = False
    weekend: bool = False
    working: bool = False
    more: tuple[tuple[Grain, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """A named unit by its neighbourhood: last Tuesday (-1), this summer (0), next May (+1).

    "Next Friday" is of the next week; with `soonest` it is the first that comes ("kommenden Freitag").
    """

    named: Stated
    by: int
    anchor: Anchor = Anchor.SPEECH
    soonest: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit inside another, from its end if negative: the first week of May, the last Monday of 2010.

    With a `count`, so many units from there on: the first two weeks of May; `value` is TIMEX3's duration.
    """

    nth: int
    grain: Grain
    within: "Reading"
    weekday: int | None = None
    count: int = 1
    value: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """A part of a date inside a relative one: February 16 of this year, July last year."""

    part: Stated
    within: "Reading"


@dataclass(frozen=True, slots=True)
class Part:
    """Early, in the middle of, or late in something: about a third of it; with `half`, its first or second half."""

    portion: Portion
    whole: "Reading"
    half: bool = False


@dataclass(frozen=True, slots=True)
class Bounded:
    """The part of a unit before or after the day it is looked at from: earlier this month, later that year.

    What is later may be so on that very day; what is earlier is not, but with `today`: the year to date.
    """

    side: Side
    whole: "Reading"
    today: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """The period an account is of (a quarter, a half year), so many years on; or that period of a given year.

    `of` names the period, where the words do. With `months`, it is so long and ends on the day that is said after it.
    """

    years: int = 0
    year: int | None = None
    of: Stated | None = None
    months: int = 0


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of the unit that is running: year-end, month's end."""

    grain: Grain


@dataclass(frozen=True, slots=True)
class Turning:
    """The turn of a century: about its first year; without a `year`, of the one nearest to what is told."""

    year: int | None = None


@dataclass(frozen=True, slots=True)
class Approximate:
    """About then."""

    reading: "Reading"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on some day; `clock` is TIMEX3's, from its T: T22:00, TMO."""

    clock: str
    day: "Reading"


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration: TIMEX3's P3D."""

    value: str


@dataclass(frozen=True, slots=True)
class Hung:
    """A time hung on a happening that only the text can date: two days after the vote, the night of the fire.

    It is so far `away` from the happening (its anchor is not looked at); with `within`, some time up to then; with `stretch`, all of it ("the week before the vote"); with a `clock`,
    that part of the day. `value` is the length of time that it says in any case, or nothing. `what` names the happening
    where the words themselves do ("election night"). An `anniversary` is as fine as the date it is counted from, and of what
    lasts it is that of the beginning.
    """

    away: Shifted
    value: str = ""
    clock: str = ""
    within: bool = False
    stretch: bool = False
    what: str = ""
    anniversary: bool = False


@dataclass(frozen=True, slots=True)
class Spanning:
    """A stretch of whole units up to or from a moment: the past three months. `value` is TIMEX3's duration."""

    value: str
    grain: Grain
    by: int
    anchor: Anchor = Anchor.SPEECH


@dataclass(frozen=True, slots=True)
class Ahead:
    """The words "In two weeks": two weeks from now, said of what will be; else only a length of time, TIMEX3's `value`.

    With `within`, it is some time up to then.
    """

    value: str
    grain: Grain
    by: int
    within: bool = False


@dataclass(frozen=True, slots=True)
class Aged:
    """When somebody was so many years old: "at the age of twelve"."""

    years: int


@dataclass(frozen=True, slots=True)
class Named:
    """A period by its name: the First World War. `years` are EDTF; with an `edge`, only its first (-1) or last (1) of them."""

    years: str
    edge: int = 0


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times: TIMEX3's XXXX-WXX-1."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A time without a calendar: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


Reading = (
    Stated
    | Numeric
    | Block
    | Shifted
    | Nearest
    | Nth
    | Inside
    | Part
    | Bounded
    | Reported
    | Ending
    | Turning
    | Approximate
    | Clock
    | Lasting
    | Hung
    | Spanning
    | Ahead
    | Aged
    | Named
    | Recurring
    | Vague
)


def inmost(reading: Reading, *kinds: type[Part | Bounded | Approximate | Clock | Inside]) -> Reading:
    """What a part, a time of day, "about" or "later" is said of, as far in as readings of these kinds go."""
    while isinstance(reading, kinds):
        match reading:
            case Part() | Bounded():
                reading = reading.whole
            case Approximate():
                reading = reading.reading
            case Clock():
                reading = reading.day
            case Inside():
                reading = reading.within
    return reading
