"""A constraint: days on which a document may have been written, with the words that say so; and how they meet."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from timeline.records import dataclass
from timeline.times import algebra
from timeline.times.calendar import civil
from timeline.times.when import Extent

_YEARS = 12  # how wide a window may be for what recurs every year to tell anything


class Strength(IntEnum):
    """How surely a constraint follows from the words; of two that contradict, the weaker is dropped."""

    SAID = 4  # the words leave no other way
    FORETOLD = 3  # plans may be told after they were due
    MATCHED = 2  # two tellings seem to be of one thing
    CUSTOM = 1  # it is how people write


@dataclass(frozen=True, slots=True)
class Constraint:
    """Days allowed: the extents in `days`, or those that `yearly` gives for each year; and why, as a sentence."""

    strength: Strength
    because: str
    days: tuple[Extent, ...] = ()
    yearly: Callable[[int], Extent | None] | None = None

    def within(self, window: Extent) -> tuple[Extent, ...] | None:
        """The extents allowed inside a window; None if it is too wide for a yearly one to say anything."""
        if self.yearly is None:
            return _meets(self.days, (window,))
        if window.start is None or window.end is None:
            return None
        first, last = civil(window.start)[0], civil(window.end - 1)[0]
        if last - first > _YEARS:
            return None
        found = (self.yearly(year) for year in range(first - 1, last + 2))
        return _meets(_joined(days for days in found if days is not None), (window,))


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is left of all days, the constraints that made a difference, and those that were dropped."""

    days: tuple[Extent, ...]
    used: tuple[Constraint, ...]
    dropped: tuple[Constraint, ...]

    @property
    def hull(self) -> Extent:
        """From the first day left to the last."""
        return Extent(self.days[0].start, self.days[-1].end)


def narrowed(constraints: Iterable[Constraint]) -> Narrowed:
    """The intersection of constraints, the surest first; one that leaves no day is dropped."""
    days: tuple[Extent, ...] = (Extent(None, None),)
    used: list[Constraint] = []
    dropped: list[Constraint] = []
    # what recurs every year waits until the years are known
    for constraint in sorted(constraints, key=lambda one: (one.yearly is not None, -one.strength)):
        hull = Extent(days[0].start, days[-1].end)
        allowed = constraint.within(hull)
        if allowed is None:
            continue
        left = _meets(days, allowed)
        if not left:
            dropped.append(constraint)
        elif left != days:
            days = left
            used.append(constraint)
    return Narrowed(days, tuple(used), tuple(dropped))


def _meets(some: Sequence[Extent], others: Sequence[Extent]) -> tuple[Extent, ...]:
    """The days in both; each side is in order and without overlaps."""
    return tuple(found for one in some for other in others if (found := algebra.meet(one, other)) is not None)


def _joined(extents: Iterable[Extent]) -> tuple[Extent, ...]:
    """Extents in order, those that touch made one."""
    joined: list[Extent] = []
    for one in sorted(extents, key=lambda extent: extent.start or 0):
        last = joined[-1] if joined else None
        if last is not None and last.end is not None and one.start is not None and one.start <= last.end:
            joined[-1] = Extent(last.start, max(last.end, one.end or last.end))
        else:
            joined.append(one)
    return tuple(joined)
