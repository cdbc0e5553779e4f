"""Clock: readings of a time of day."""

from timeline.tag.shifting import narrated, shifted
from timeline.tag.slots import Slots, integer
from timeline.times.reading import Anchor, Clock, Reading, Shifted
from timeline.times.when import Grain


def time_of_day(slots: Slots) -> str:
    """TIMEX3's time of day of the slots, from its T; empty if they hold none."""
    if "noon" in slots:
        return str(slots["noon"])
    if "hour12" in slots:
        return f"T{integer(slots['hour12']):02d}:00"
    if "minute12" in slots:
        minute, half = str(slots["minute12"])[:2], str(slots["minute12"])[2:]
        return f"T{_half_day(integer(slots['hour']), half):02d}:{minute}"
    if "hour" in slots:
        half = str(slots.get("ampm", "")) or ("p" if slots.get("daypart") in ("TAF", "TEV", "TNI") else "")
        return f"T{_half_day(integer(slots['hour']), half):02d}:{integer(slots.get('minute', 0)):02d}"
    return str(slots.get("clock", slots.get("daypart", "")))


def _half_day(hour: int, half: str) -> int:
    if half.startswith("a"):
        return hour % 12
    return hour % 12 + 12 if half.startswith("p") else hour


def clocked_shift(slots: Slots) -> Reading:
    """Tomorrow morning."""
    return Clock(str(slots["clock"]), shifted(slots))


def clocked_narrated(slots: Slots) -> Reading:
    """The following evening, or six o'clock of it."""
    return Clock(str(slots.get("clock") or time_of_day(slots)), narrated(slots))


def clocked_now(slots: Slots) -> Reading:
    """At noon, at night: of the day that is told of."""
    return Clock(
        str(slots.get("clock") or time_of_day(slots)), Shifted(Grain.DAY, 0, Anchor.NARRATIVE, bare=True)
    )
