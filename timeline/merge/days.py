"""The days a date may mean, as merging compares them."""

import math

from timeline.times.when import Date, Extent, Interval, Qualifier, When, extent


def days(when: When) -> Extent:
    """The days a date may mean, for comparing.

    One that is approximate may miss by its own size on either side. Of one with an open end the end that was
    said counts: what has lasted since 1999 and what began in 2005 are two things.
    """
    if isinstance(when, Interval):
        start, end = (side if isinstance(side, Date) else None for side in (when.start, when.end))
        if start is None or end is None:
            return days(start or end)  # type: ignore[arg-type]  # an interval has one date at least
        return Extent(start.start, end.end)
    if when.qualifier in (Qualifier.APPROXIMATE, Qualifier.BOTH):
        size = when.end - when.start
        return Extent(when.start - size, when.end + size)
    return extent(when)


def width(when: When) -> float:
    """How many days a date leaves open."""
    of = extent(when)
    return math.inf if of.start is None or of.end is None else of.end - of.start


def compatible(one: Extent, other: Extent) -> bool:
    """Whether two dates may be one: they share a day."""
    return (one.start is None or other.end is None or one.start < other.end) and (
        other.start is None or one.end is None or other.start < one.end
    )


def gap(one: Extent, other: Extent) -> float:
    """Days from the end of the earlier to the start of the later; 0 or less where they share a day."""
    (start, end), (other_start, other_end) = bounds(one), bounds(other)
    return max(start, other_start) - min(end, other_end) + 1


def bounds(of: Extent) -> tuple[float, float]:
    """First day and the day after the last; infinite where a side is open."""
    return -math.inf if of.start is None else of.start, math.inf if of.end is None else of.end
