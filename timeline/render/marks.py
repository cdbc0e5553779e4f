"""Marks: what an event's date looks like on the chart, before anybody asks where it is drawn."""

from collections.abc import Sequence

from timeline.model.event import Event, Kind
from timeline.records import dataclass
from timeline.render.scale import Scale
from timeline.render.view import EventView
from timeline.times.when import Date, Interval, Limit, When, extent

APART = (Kind.BACKGROUND, Kind.STATISTIC)  # in lanes of their own
SHOWN = (
    Kind.EVENT,
    Kind.PLAN,
    Kind.BACKGROUND,
)  # on opening: what happened or will; figures are no happenings
_LEAST_PADDING = 8  # days
_PADDING = (0.03, 0.14)  # of the span, before and after: labels stand to the right of marks


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the time axis, in days since 1970 (day numbers); a day is drawn at its noon.

    `shape` is "point" for a day, "span" for an interval the thing filled, "within" for a stretch it happened
    somewhere in (a coarse date). `before` and `after` name an end that is no date: "open", "unknown" or "".
    `rivals` are the extents of dates that contradict it.
    """

    start: float
    end: float
    shape: str
    before: str = ""
    after: str = ""
    rivals: tuple[tuple[float, float], ...] = ()

    @property
    def middle(self) -> float:
        """Where a point of it stands."""
        return (self.start + self.end) / 2


def mark(event: Event, view: EventView) -> Mark:
    """The mark of an event."""
    start, end = _days(event.when)
    if end - start == 1:
        shape = "point"
    elif isinstance(event.when, Interval) and not view.within:
        shape = "span"
    else:
        shape = "within"
    return Mark(
        start,
        end,
        shape,
        *_limits(event.when),
        rivals=tuple(_days(rival.when) for rival in event.rivals),
    )


def fitted(marks: Sequence[Mark], on: Scale | None = None) -> tuple[float, float]:
    """The stretch of the axis, in places, that shows all marks, with room around them."""
    if not marks:
        return 0.0, 365.0
    on = on or Scale()
    first, last = on.place(min(mark.start for mark in marks)), on.place(max(mark.end for mark in marks))
    before, after = (max(_LEAST_PADDING, share * (last - first)) for share in _PADDING)
    return first - before, last + after


def _days(when: When) -> tuple[float, float]:
    """The days of a date; of an interval without an end (or start), those of the end that is known."""
    if isinstance(when, Interval) and isinstance(when.start, Limit):
        when = when.end if isinstance(when.end, Date) else when
    elif isinstance(when, Interval) and isinstance(when.end, Limit):
        when = when.start if isinstance(when.start, Date) else when
    days = extent(when)
    assert days.start is not None  # noqa: S101  one end is a date, and that one was taken
    assert days.end is not None  # noqa: S101
    return float(days.start), float(days.end)


def _limits(when: When) -> tuple[str, str]:
    if isinstance(when, Date):
        return "", ""
    names = {Limit.OPEN: "open", Limit.UNKNOWN: "unknown"}
    before = names[when.start] if isinstance(when.start, Limit) else ""
    after = names[when.end] if isinstance(when.end, Limit) else ""
    return before, after
