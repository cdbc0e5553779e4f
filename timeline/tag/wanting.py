"""Wanting: words that want the date after them: "two days before …", "the first week of …"."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from timeline.tag.lasting import length
from timeline.tag.shifting import distance, shifted
from timeline.tag.slots import Slots, calendar_unit, integer, optional
from timeline.times.reading import Clock, Lasting, Nth, Reading, Shifted
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
    alone = Lasting(length(slots), made if isinstance(made, Shifted) else None)
    return Wanting(lambda date: replace(made, anchor=date) if isinstance(made, Shifted) else made, alone)


def eve_of(_: Slots) -> Wanting:
    """The day before the date that follows; nothing where it is the eve of something else."""
    return Wanting(lambda date: Shifted(Grain.DAY, -1, date, bare=True))


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
    """The week of the date that follows."""
    grain = calendar_unit(slots["grain"])[0]
    return Wanting(lambda date: Shifted(grain, 0, date))


def part_of_day(slots: Slots) -> Wanting:
    """The morning of the date that follows."""
    return Wanting(lambda day: Clock(str(slots["clock"]), day), None)
