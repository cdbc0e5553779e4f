"""Constructors of readings: what a rule's slots mean together. A rule names its constructor; slots are the arguments."""

from collections.abc import Callable, Mapping
from typing import Final

from timeline.times.reading import (
    Anchor,
    Approximate,
    Block,
    Clock,
    Inside,
    Lasting,
    Nearest,
    Nth,
    Numeric,
    Part,
    Portion,
    Reading,
    Recurring,
    Shifted,
    Stated,
    Vague,
)
from timeline.times.when import Grain

Slots = Mapping[str, int | str]

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
_STATED: Final = ("year", "month", "day", "weekday", "season", "quarter", "half", "week")
_CLOCKED: Final = {"S", "MIN", "H"}


def reading(constructor: str, slots: Slots) -> Reading:
    """The reading a constructor makes of slots, inside what qualifies it: a time of day, early or late, about."""
    core = _CONSTRUCTORS[constructor](slots)
    if clock := _clock(slots):
        core = Clock(clock, core)
    if "half2" in slots:
        core = Nth(_integer(slots["half2"]), Grain.HALF, core)
    if "modifier" in slots:
        core = Part(Portion(str(slots["modifier"])), core)
    if "portion" in slots:
        core = Part(Portion(str(slots["portion"])), core)
    if "approximate" in slots:
        core = Approximate(core)
    return core


def _stated(slots: Slots) -> Reading:
    return Stated(
        **{name: _integer(slots[name]) for name in _STATED if name in slots},
        holiday=str(slots.get("holiday", "")),
    )


def _short_year(slots: Slots) -> Reading:
    return Stated(
        year=_integer(slots["short"]),
        month=_optional(slots, "month"),
        day=_optional(slots, "day"),
        short=True,
    )


def _year_era(slots: Slots) -> Reading:
    number = _integer(slots["year"])
    return Stated(
        year=1 - number if slots.get("era") == -1 else number,
        month=_optional(slots, "month"),
        day=_optional(slots, "day"),
    )


def _numeric(slots: Slots) -> Reading:
    year = _optional(slots, "year")
    if year is None and "short" in slots:
        return Numeric(
            _integer(slots["first"]), _integer(slots["second"]), _integer(slots["short"]), short=True
        )
    return Numeric(_integer(slots["first"]), _integer(slots["second"]), year)


def _decade(slots: Slots) -> Reading:
    if "decade" in slots:
        return Block(_integer(slots["decade"]), Grain.DECADE)
    return Block(_integer(slots["decade2"]), Grain.DECADE, short=True)


def _century(slots: Slots) -> Reading:
    number = _integer(slots["n"])
    if slots.get("era") == -1:
        return Block(-100 * number + 1, Grain.CENTURY)
    return Block(100 * (number - 1), Grain.CENTURY)


def _shifted(slots: Slots) -> Reading:
    grain, size = _grain(slots["grain"])
    return Shifted(grain, size * _integer(slots["by"]), Anchor.SPEECH)


def _narrated(slots: Slots) -> Reading:
    grain, size = _grain(slots["grain"])
    return Shifted(grain, size * _integer(slots["by"]), Anchor.NARRATIVE)


def _nearest(slots: Slots) -> Reading:
    named = _stated({name: value for name, value in slots.items() if name in (*_STATED, "holiday")})
    assert isinstance(named, Stated)  # noqa: S101 - what _stated makes
    return Nearest(named, _integer(slots["by"]))


def _distance(slots: Slots) -> Reading:
    """So many units ago, hence, earlier or later."""
    grain, size = _grain(slots["grain"])
    direction = _integer(slots["direction"])
    sign = 1 if direction > 0 else -1
    if slots.get("n") == "X" or "n" not in slots:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    number = float(slots["n"])
    anchor = Anchor.SPEECH if abs(direction) == 1 else Anchor.NARRATIVE
    whole = round(number * size)
    return Shifted(grain, sign * whole, anchor, bare=True)


def _inside(slots: Slots) -> Reading:
    part = _stated({name: value for name, value in slots.items() if name in (*_STATED, "holiday")})
    assert isinstance(part, Stated)  # noqa: S101 - what _stated makes
    grain, size = _grain(slots["grain"])
    anchor = Anchor.NARRATIVE if slots.get("anchor") == "narrative" else Anchor.SPEECH
    return Inside(part, Shifted(grain, size * _integer(slots["by"]), anchor))


def _clocked_shift(slots: Slots) -> Reading:
    return Clock(str(slots["clock"]), _shifted(slots))


def _duration(slots: Slots) -> Reading:
    return Lasting(_length(slots))


def _every(slots: Slots) -> Reading:
    return Recurring(_length({"n": 1, **slots}))


def _length(slots: Slots) -> str:
    """TIMEX3's value of a length of time: P3D, PT5H, PXY, P20Y for two decades."""
    code = str(slots["grain"])
    number = str(slots.get("n", slots.get("quantity", "1")))
    clock = code in ("S", "H") or (code == "M" and slots.get("clocked"))
    if code in ("F", "DE", "CE", "ML") and number != "X":
        size = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y")}[code]
        return f"P{float(number) * size[0]:g}{size[1]}"
    if code == "Q" and number != "X":
        return f"P{3 * float(number):g}M"
    if code == "Q":
        return "PXM"
    return f"P{'T' if clock else ''}{number}{'W' if code == 'F' else code}"


def _clock(slots: Slots) -> str:
    if "noon" in slots:
        return str(slots["noon"])
    if "hour12" in slots:
        return f"T{_integer(slots['hour12']):02d}:00"
    if "minute12" in slots:
        minute, half = str(slots["minute12"])[:2], str(slots["minute12"])[2:]
        return f"T{_half_day(_integer(slots['hour']), half):02d}:{minute}"
    if "hour" in slots:
        hour = _half_day(_integer(slots["hour"]), str(slots.get("ampm", "")))
        return f"T{hour:02d}:{_integer(slots.get('minute', 0)):02d}"
    return str(slots["clock"]) if "clock" in slots and "grain" not in slots else ""


def _half_day(hour: int, half: str) -> int:
    if half.startswith("a"):
        return hour % 12
    return hour % 12 + 12 if half.startswith("p") else hour


def _grain(code: int | str) -> tuple[Grain, int]:
    return (Grain.WEEK, 2) if code == "F" else (_GRAINS[str(code)], 1)


def _integer(value: int | str) -> int:
    return int(value)


def _optional(slots: Slots, name: str) -> int | None:
    return _integer(slots[name]) if name in slots else None


_CONSTRUCTORS: Final[Mapping[str, Callable[[Slots], Reading]]] = {
    "stated": _stated,
    "short_year": _short_year,
    "year_era": _year_era,
    "numeric": _numeric,
    "decade": _decade,
    "century": _century,
    "shifted": _shifted,
    "narrated": _narrated,
    "nearest": _nearest,
    "distance": _distance,
    "inside": _inside,
    "clocked_shift": _clocked_shift,
    "duration": _duration,
    "every": _every,
    "recurring": lambda slots: Recurring(str(slots["value"])),
    "vague": lambda slots: Vague(str(slots["value"])),
}
