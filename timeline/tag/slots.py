"""Slots: what a rule kept of the words it matched, as numbers, codes of units and counts."""

from collections.abc import Mapping
from typing import Final

from timeline.times.when import Grain

Slots = Mapping[str, float | str]

MANY: Final = "X"  # TIMEX3's count of "several"

_GRAINS: Final = {
    "D": Grain.DAY,
    "W": Grain.WEEK,
    "M": Grain.MONTH,
    "Q": Grain.QUARTER,
    "H": Grain.HALF,
    "Y": Grain.YEAR,
    "DE": Grain.DECADE,
    "CE": Grain.CENTURY,
    "ML": Grain.MILLENNIUM,
}
_UNIT_WORDS: Final = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}


def unit_code(slots: Slots) -> str:
    """The code of a slot's unit: D, W, M, …; S, MIN and H are no units of a calendar."""
    code = str(slots["grain"])
    return _UNIT_WORDS.get(code, code)


def calendar_unit_of(slots: Slots) -> tuple[Grain | None, int]:
    """The calendar's unit of a slot, and how many of it; None for hours, minutes and seconds."""
    return (None, 1) if unit_code(slots) in ("S", "MIN", "H") else calendar_unit(slots["grain"])


def calendar_unit(code: float | str) -> tuple[Grain, int]:
    """The calendar's unit of a code, and how many of it: a fortnight is two weeks."""
    code = _UNIT_WORDS.get(str(code), str(code))
    return (Grain.WEEK, 2) if code == "F" else (_GRAINS[code], 1)


def integer(value: float | str) -> int:
    """A slot's number."""
    return int(value)


def optional(slots: Slots, name: str) -> int | None:
    """A slot's number, if it is there."""
    return integer(slots[name]) if name in slots else None
