"""Wanting: words that want the date after them: "two days before …", "the first week of …"."""

from collections.abc import Callable
from dataclasses import replace

from timeline.records import dataclass
from timeline.tag.lasting import length
from timeline.tag.shifting import distance, shifted
from timeline.tag.slots import Slots, calendar_unit, integer, optional
from timeline.times.reading import Anchor, Clock, Hung, Lasting, Nth, Reading, Shifted
from timeline.times.when import Grain


@dataclass(frozen=True, slots=True)
class Wanting:
    """Words that want the date after them: "two days before …", "the first week of …".

    `made` is the reading with the date in it; `otherwise` what the words mean alone, if anything.
    """

    made: Callable[[Reading], Reading]
    otherwise: Reading | None = None


def distance_from(slots: Slots) -> Wanting:
    """Two days before the date that follows; else only how long."""
    made = distance(slots)
    stretch = (
        "n" not in slots
        and isinstance(made, Shifted)
        and made.grain is Grain.WEEK
        and slots.get("the") == "the"
    )
    alone = (
        Hung(made, length(slots), stretch=stretch) if isinstance(made, Shifted) else Lasting(length(slots))
    )
    return Wanting(lambda date: replace(made, anchor=date) if isinstance(made, Shifted) else made, alone)


def eve_of(_: Slots) -> Wanting:
    """The day before the date that follows, or before what is named."""
    eve = Shifted(Grain.DAY, -1, Anchor.NARRATIVE, bare=True)
    return Wanting(lambda date: replace(eve, anchor=date), Hung(eve))


def nth_of(slots: Slots) -> Wanting:
    """The first week, the last Monday, of the date that follows."""
    nth, weekday = integer(slots["nth"]), optional(slots, "weekday")
    grain = Grain.DAY if weekday is not None else calendar_unit(slots["grain"])[0]
    return Wanting(lambda within: Nth(nth, grain, within, weekday))


def last_of(slots: Slots) -> Wanting:
    """Last week of a date after it; of no date, last week."""
    grain, by = calendar_unit(slots["grain"])[0], integer(slots["by"])
    return Wanting(
        lambda within: Nth(by, grain, within) if by < 0 else Shifted(grain, 0, within), shifted(slots)
    )


def first_units_of(slots: Slots) -> Wanting:
    """The first two weeks of something; of no date, only how long."""
    value, (grain, size) = length(slots), calendar_unit(slots["grain"])
    count = integer(slots["n"]) * size
    return Wanting(
        lambda within: Nth(integer(slots["nth"]), grain, within, count=count, value=value), Lasting(value)
    )


def unit_of(slots: Slots) -> Wanting:
    """The week of the date that follows, or of what is named."""
    grain = calendar_unit(slots["grain"])[0]
    return Wanting(lambda date: Shifted(grain, 0, date), Hung(replace(_SAME_DAY, grain=grain)))


def part_of_day(slots: Slots) -> Wanting:
    """The morning of the date that follows, or of what is named."""
    clock = str(slots["clock"])
    return Wanting(lambda day: Clock(clock, day), Hung(_SAME_DAY, clock=clock))


def eve_of_date(slots: Slots) -> Wanting:
    """The day before the date that follows; before what is only named, the words mean no certain day ("uoči izbora")."""
    return replace(eve_of(slots), otherwise=None)


def hung(slots: Slots) -> Hung:
    """The morning after the raid, the day of the vote, election night."""
    by = integer(slots.get("by", 0))
    unit = calendar_unit(slots.get("grain", "D"))[0]
    away = replace(_SAME_DAY, grain=unit, by=by)
    return Hung(away, clock=str(slots.get("clock", "")), what=str(slots.get("what", "")))


def anniversary(slots: Slots) -> Hung:
    """The tenth anniversary of the raid: so many years after the day it began."""
    return Hung(Shifted(Grain.YEAR, integer(slots["n"]), Anchor.NARRATIVE, bare=True), anniversary=True)


def hung_within(slots: Slots) -> Reading:
    """Within two months of the merger."""
    made = distance({**slots, "direction": 2})
    return Hung(made, length(slots), within=True) if isinstance(made, Shifted) else Lasting(length(slots))


_SAME_DAY = Shifted(Grain.DAY, 0, Anchor.NARRATIVE)
