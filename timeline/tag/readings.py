"""Constructors of readings: what a rule's slots mean together. A rule names its constructor; slots are the arguments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from timeline.times.reading import (
    Ahead,
    Anchor,
    Approximate,
    Block,
    Bounded,
    Clock,
    Ending,
    Inside,
    Lasting,
    Nearest,
    Nth,
    Numeric,
    Part,
    Portion,
    Reading,
    Recurring,
    Reported,
    Shifted,
    Side,
    Spanning,
    Stated,
    Vague,
)
from timeline.times.when import YEARS_IN, Grain

Slots = Mapping[str, float | str]


@dataclass(frozen=True, slots=True)
class Wanting:
    """Words that want the date after them: "two days before …", "the first week of …".

    `made` is the reading with the date in it; `otherwise` what the words mean alone, if anything.
    """

    made: Callable[[Reading], Reading]
    otherwise: Reading | None = None


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
_STATED: Final = ("year", "month", "day", "weekday", "season", "quarter", "half", "week")
_MANY: Final = "X"


def reading(constructor: str, slots: Slots) -> Reading | Wanting | None:
    """The reading a constructor makes of slots, inside what qualifies it: a time of day, early or late, about."""
    core = _CONSTRUCTORS[constructor](slots)
    return core if core is None or isinstance(core, Wanting) else _qualified(core, slots)


def _qualified(core: Reading, slots: Slots) -> Reading:
    clock = _clock(slots)
    if clock and not isinstance(core, Clock):
        core = Clock(clock, core)
    if "half2" in slots and not isinstance(core, Nth):
        first = slots["half2"] == 1
        years = isinstance(core, Shifted) and core.grain is Grain.YEAR
        if years or (
            isinstance(core, Stated) and core.month is None and core.season is None and core.quarter is None
        ):
            core = Nth(1 if first else 2, Grain.HALF, core)
        else:
            core = Part(Portion.START if first else Portion.END, core, half=True)
    if "modifier" in slots:
        core = Part(Portion(str(slots["modifier"])), core)
    if "portion" in slots:
        core = Part(Portion(str(slots["portion"])), core)
    if "side" in slots:
        core = Bounded(Side(str(slots["side"])), core)
    if "approximate" in slots:
        core = Approximate(core)
    return core


def _stated(slots: Slots) -> Stated:
    parts = {name: _integer(slots[name]) for name in _STATED if name in slots}
    if "year" not in parts and "short" in slots:
        return replace(_of_parts({**parts, "year": _integer(slots["short"])}), short=True)
    return replace(_of_parts(parts), holiday=str(slots.get("holiday", "")))


def _of_parts(parts: Mapping[str, int]) -> Stated:
    year, month, day, weekday, season, quarter, half, week = (parts.get(name) for name in _STATED)
    return Stated(year, month, day, weekday, season, quarter, half, week)


def _short_year(slots: Slots) -> Stated:
    return Stated(year=_integer(slots["short"]), short=True)


def _year_tail(slots: Slots) -> Stated:
    """The "18" of 1914–18; the century comes from the year before it."""
    return Stated(year=_integer(slots["tail"]), short=True)


def _year_era(slots: Slots) -> Stated:
    number = _integer(slots["year"])
    return replace(_stated(slots), year=1 - number if slots.get("era", -1) == -1 else number)


def _numeric(slots: Slots) -> Reading:
    year = _optional(slots, "year")
    if year is None and "short" in slots:
        return Numeric(
            _integer(slots["first"]), _integer(slots["second"]), _integer(slots["short"]), short=True
        )
    return Numeric(_integer(slots["first"]), _integer(slots["second"]), year)


def _decade(slots: Slots) -> Reading:
    if slots.get("era") == -1:
        return Block(-_integer(slots.get("decade", slots.get("decade3", 0))) - 8, Grain.DECADE)
    if "decade" in slots:
        start = _integer(slots["decade"])
        return Stated(year=start) if start % 10 else Block(start, Grain.DECADE)
    if "decadecentury" in slots:
        return Block(100 * _integer(slots["decadecentury"]) + _integer(slots["decade2"]), Grain.DECADE)
    return Block(_integer(slots["decade2"]), Grain.DECADE, short=True)


def _century(slots: Slots) -> Reading:
    number = _integer(slots["n"])
    if slots.get("era") == -1:
        return Block(-100 * number + 1, Grain.CENTURY)
    return Block(100 * (number - 1), Grain.CENTURY)


def _unit_shifted(slots: Slots) -> Reading:
    """Last month, and the past fortnight, which is no unit of a calendar but two weeks up to now."""
    if _code(slots) == "F" and (by := _integer(slots["by"])):
        return Spanning("P2W", Grain.WEEK, 2 * by)
    return _shifted(slots)


def _shifted(slots: Slots) -> Shifted:
    grain, size = _grain(slots["grain"])
    return Shifted(grain, size * _integer(slots["by"]), Anchor.SPEECH)


def _narrated(slots: Slots) -> Shifted:
    return replace(_shifted(slots), anchor=Anchor.NARRATIVE)


def _unit_narrated(slots: Slots) -> Reading:
    """The following month, and the next fortnight, which is two weeks from then on."""
    shifted = _unit_shifted(slots)
    return replace(shifted, anchor=Anchor.NARRATIVE) if isinstance(shifted, (Shifted, Spanning)) else shifted


def _leaning(slots: Slots) -> Shifted:
    return replace(_shifted(slots), anchor=Anchor.LEAN)


def _the_unit(slots: Slots) -> Shifted:
    """The year, the month: the running one, of news or of a story; the day is the one just told of."""
    unit = _shifted(slots)
    return replace(unit, anchor=Anchor.NARRATIVE if unit.grain is Grain.DAY else Anchor.LEAN)


def _decade_of(slots: Slots) -> Reading:
    """The thirties of the 19th century; the nineties of the last century."""
    century = _century(slots) if "n" in slots else _shifted(slots)
    return Nth(_integer(slots["decade2"]) // 10 + 1, Grain.DECADE, century)


def _named(slots: Slots) -> Stated:
    return _stated({name: value for name, value in slots.items() if name in (*_STATED, "holiday")})


def _nearest(slots: Slots) -> Reading:
    return Nearest(_named(slots), _integer(slots["by"]))


def _soonest(slots: Slots) -> Reading:
    return Nearest(_named(slots), _integer(slots["by"]), soonest=True)


def _narrated_named(slots: Slots) -> Reading:
    return Nearest(_named(slots), _integer(slots["by"]), Anchor.NARRATIVE)


def _distance(slots: Slots) -> Reading:
    """So many units ago, hence, earlier or later."""
    grain, size = _grain_of(slots)
    direction = _integer(slots["direction"])
    sign = 1 if direction > 0 else -1
    number = slots.get("n", 1)
    if number == _MANY:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    anchor = Anchor.SPEECH if abs(direction) == 1 else Anchor.NARRATIVE
    if grain is None:
        return Lasting(_length(slots))
    number = float(number)
    if grain > Grain.YEAR:
        # decades as a distance are counted in years: "a decade ago" is ten years ago
        grain, number = Grain.YEAR, number * YEARS_IN[grain]
    if number != round(number) and grain is Grain.YEAR:
        return Shifted(Grain.MONTH, sign * round(12 * number), anchor, bare=True)
    return Shifted(grain, sign * round(number * size), anchor, bare=True)


def _compound(slots: Slots) -> Reading:
    """Two years and three months ago: one distance after the other, as fine as the finest."""
    direction = _integer(slots.get("direction", 1))
    sign = 1 if direction > 0 else -1
    steps = [
        (grain, sign * round(float(slots.get(f"n{index}", 1)) * size))
        for index in ("", "2", "3")
        if f"grain{index}" in slots
        for grain, size in (_grain(slots[f"grain{index}"]),)
    ]
    (grain, by), *more = sorted(steps, key=lambda step: step[0])
    anchor = Anchor.SPEECH if abs(direction) == 1 else Anchor.NARRATIVE
    return Shifted(grain, by, anchor, bare=True, more=tuple(reversed(more)))


def _weekday_distance(slots: Slots) -> Reading:
    """Monday two weeks ago: the Monday of the week that was two weeks ago."""
    by = _integer(slots.get("direction", 1)) * _integer(slots.get("n", 1))
    return Inside(_named(slots), Shifted(Grain.WEEK, by, Anchor.SPEECH))


def _weekdays_distance(slots: Slots) -> Reading:
    """Two Sundays ago: the Sunday before the last one."""
    direction = _integer(slots.get("direction", 1))
    sign = 1 if direction > 0 else -1
    anchor = Anchor.SPEECH if abs(direction) == 1 else Anchor.NARRATIVE
    day = Nearest(Stated(weekday=_integer(slots["weekdays"])), sign, anchor, soonest=True)
    return Shifted(Grain.WEEK, sign * (_integer(slots["n"]) - 1), day, bare=True)


def _weekday_far(slots: Slots) -> Reading:
    """Thursday two years from now: the Thursday of that day's week."""
    by = _integer(slots.get("direction", 1)) * _integer(slots.get("n", 1))
    grain, size = _grain(slots["grain"])
    there = Shifted(grain, by * size, Shifted(Grain.DAY, 0, Anchor.SPEECH), bare=True)
    return Inside(_named(slots), Shifted(Grain.WEEK, 0, there))


def _distance_from(slots: Slots) -> Wanting:
    alone = Lasting(_length(slots))
    made = _distance(slots)
    return Wanting(lambda date: replace(made, anchor=date) if isinstance(made, Shifted) else made, alone)


def _nth_of(slots: Slots) -> Wanting:
    nth, weekday = _integer(slots["nth"]), _optional(slots, "weekday")
    grain = Grain.DAY if weekday is not None else _grain(slots["grain"])[0]
    return Wanting(lambda within: Nth(nth, grain, within, weekday))


def _last_of(slots: Slots) -> Wanting:
    """Last week of a date after it; of no date, last week."""
    grain, by = _grain(slots["grain"])[0], _integer(slots["by"])
    return Wanting(
        lambda within: Nth(by, grain, within) if by < 0 else Shifted(grain, 0, within), _shifted(slots)
    )


def _first_units_of(slots: Slots) -> Wanting:
    """The first two weeks of something; of no date, only how long."""
    value, (grain, size) = _length(slots), _grain(slots["grain"])
    count = _integer(slots["n"]) * size
    return Wanting(
        lambda within: Nth(_integer(slots["nth"]), grain, within, count=count, value=value), Lasting(value)
    )


def _unit_of(slots: Slots) -> Wanting:
    grain = _grain(slots["grain"])[0]
    return Wanting(lambda date: Shifted(grain, 0, date))


def _part_of_day(slots: Slots) -> Wanting:
    return Wanting(lambda day: Clock(str(slots["clock"]), day), None)


def _inside(slots: Slots) -> Reading:
    anchor = Anchor.NARRATIVE if slots.get("anchor") == "narrative" else Anchor.SPEECH
    grain, size = _grain(slots["grain"])
    by = slots.get("by", 0)
    return Inside(_named(slots), Shifted(grain, size * _integer(by), anchor))


def _half_of(slots: Slots) -> Reading:
    within: Reading = Stated(year=_integer(slots["year"])) if "year" in slots else _shifted(slots)
    return Nth(_integer(slots["half2"]), Grain.HALF, within)


def _clocked_shift(slots: Slots) -> Reading:
    return Clock(str(slots["clock"]), _shifted(slots))


def _clocked_narrated(slots: Slots) -> Reading:
    return Clock(str(slots["clock"]), _narrated(slots))


def _clocked_now(slots: Slots) -> Reading:
    return Clock(str(slots.get("clock") or _clock(slots)), Shifted(Grain.DAY, 0, Anchor.NARRATIVE, bare=True))


def _weekend(slots: Slots) -> Reading:
    by = slots.get("by")
    return Shifted(
        Grain.WEEK, _integer(by) if by is not None else 0, Anchor.SPEECH, weekend=True, bare=by is None
    )


def _holiday_weekend(slots: Slots) -> Reading:
    """Labor Day weekend: Saturday and Sunday beside the day."""
    return Shifted(Grain.WEEK, 0, _stated(slots), weekend=True)


def _compound_duration(slots: Slots) -> Reading:
    """Five years, one month and twelve days: TIMEX3's P5Y1M12D."""
    lengths = [
        _length({"grain": slots[f"grain{index}"], "n": slots.get(f"n{index}", 1)})
        for index in ("", "2", "3")
        if f"grain{index}" in slots
    ]
    days = "".join(length[1:] for length in lengths if not length.startswith("PT"))
    hours = "".join(length[2:] for length in lengths if length.startswith("PT"))
    return Lasting(f"P{days}" + (f"T{hours}" if hours else ""))


def _duration(slots: Slots) -> Reading:
    return Lasting(_length(slots))


def _half_unit(slots: Slots) -> Reading:
    halves = {"H": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "M": "P15D", "ML": "P500Y"}
    return Lasting(halves.get(_code(slots), f"P0.5{_code(slots)}"))


def _unit_long(slots: Slots) -> Reading:
    return Lasting(_length({"n": _MANY if str(slots["grain_kind"]) == "many" else 1, **slots}))


def _deictic_duration(slots: Slots) -> Reading:
    value = _length(slots)
    grain, size = _grain_of(slots)
    number, by = slots["n"], slots["by"]
    if grain is None or number == _MANY or by == 0 or "first" in str(slots.get("which", "")):
        return Lasting(value)
    return Spanning(value, grain, round(float(number) * size) * _integer(by))


def _ahead(slots: Slots) -> Reading:
    value = _length(slots)
    grain, size = _grain_of(slots)
    number = slots.get("n", 1)
    if grain is None or number == _MANY or float(number) != round(float(number)):
        return Lasting(value)
    return Ahead(value, grain, round(float(number)) * size, within="within" in slots)


def _unit_of_day(slots: Slots) -> Reading:
    return Shifted(_grain(slots["grain"])[0], 0, Stated(day=_integer(slots["day"])))


def _every(slots: Slots) -> Reading:
    return Recurring(_length({"n": 1, **slots}))


def _every_named(slots: Slots) -> Reading:
    part = str(slots.get("clock", slots.get("daypart", slots.get("dayparts", ""))))
    if "weekend" in slots:
        return Recurring("XXXX-WXX-WE")
    if "month" in slots:
        return Recurring(f"XXXX-{_integer(slots['month']):02d}")
    day = slots.get("weekday", slots.get("weekdays"))
    return Recurring((f"XXXX-WXX-{_integer(day) + 1}" if day is not None else "XXXX-XX-XX") + part)


def _length(slots: Slots) -> str:
    """TIMEX3's value of a length of time: P3D, PT5H, PXY, P20Y for two decades."""
    code = _code(slots)
    number = slots.get("n", 1)
    if code in ("S", "MIN", "H"):
        whole, half = divmod(float(number), 1) if number != _MANY else (0.0, 0.0)
        if half == _HALF and whole and code in _CLOCK_HALVES:
            return f"PT{_figure(whole)}{code[0]}{_CLOCK_HALVES[code]}"
        return f"PT{_figure(number)}{code[0]}"
    if code in ("DE", "CE", "ML") and number == _MANY:
        return f"PX{code}"
    size, unit = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "Q": (3, "M")}.get(
        code, (1, code)
    )
    if number == _MANY:
        return f"P{_MANY}{unit}"
    whole, half = divmod(float(number) * size, 1)
    if half == _HALF and whole and unit in _HALVES:
        return f"P{_figure(whole)}{unit}{_HALVES[unit]}"
    return f"P{_figure(whole + half)}{unit}"


_HALF: Final = 0.5
_HALVES: Final = {"Y": "6M", "D": "T12H"}  # a day and a half is P1DT12H
_CLOCK_HALVES: Final = {"H": "30M", "MIN": "30S"}


def _figure(number: float | str) -> str:
    return number if number == _MANY else f"{float(number):g}"


def _clock(slots: Slots) -> str:
    if "noon" in slots:
        return str(slots["noon"])
    if "hour12" in slots:
        return f"T{_integer(slots['hour12']):02d}:00"
    if "minute12" in slots:
        minute, half = str(slots["minute12"])[:2], str(slots["minute12"])[2:]
        return f"T{_half_day(_integer(slots['hour']), half):02d}:{minute}"
    if "hour" in slots:
        half = str(slots.get("ampm", "")) or ("p" if slots.get("daypart") in ("TAF", "TEV", "TNI") else "")
        return f"T{_half_day(_integer(slots['hour']), half):02d}:{_integer(slots.get('minute', 0)):02d}"
    return str(slots.get("clock", slots.get("daypart", "")))


def _half_day(hour: int, half: str) -> int:
    if half.startswith("a"):
        return hour % 12
    return hour % 12 + 12 if half.startswith("p") else hour


def _code(slots: Slots) -> str:
    code = str(slots["grain"])
    return _UNIT_WORDS.get(code, code)


def _grain_of(slots: Slots) -> tuple[Grain | None, int]:
    return (None, 1) if _code(slots) in ("S", "MIN", "H") else _grain(slots["grain"])


def _grain(code: float | str) -> tuple[Grain, int]:
    code = _UNIT_WORDS.get(str(code), str(code))
    return (Grain.WEEK, 2) if code == "F" else (_GRAINS[code], 1)


def _integer(value: float | str) -> int:
    return int(value)


def _optional(slots: Slots, name: str) -> int | None:
    return _integer(slots[name]) if name in slots else None


_CONSTRUCTORS: Final[Mapping[str, Callable[[Slots], Reading | Wanting | None]]] = {
    "stated": _stated,
    "short_year": _short_year,
    "year_tail": _year_tail,
    "year_era": _year_era,
    "numeric": _numeric,
    "decade": _decade,
    "decade_of": _decade_of,
    "century": _century,
    "shifted": _unit_shifted,
    "narrated": _unit_narrated,
    "leaning": _leaning,
    "the_unit": _the_unit,
    "nearest": _nearest,
    "soonest": _soonest,
    "narrated_named": _narrated_named,
    "distance": _distance,
    "distance_from": _distance_from,
    "compound": _compound,
    "weekday_distance": _weekday_distance,
    "weekdays_distance": _weekdays_distance,
    "weekday_far": _weekday_far,
    "to_date": lambda slots: Bounded(
        Side.BEFORE, Shifted(_grain(slots["grain"])[0], 0, Anchor.SPEECH), today=True
    ),
    "nth_of": _nth_of,
    "first_units_of": _first_units_of,
    "last_of": _last_of,
    "unit_of": _unit_of,
    "part_of_day": _part_of_day,
    "inside": _inside,
    "half_of": _half_of,
    "report": _stated,
    "stated_year_earlier": lambda slots: Reported(years=-1, of=_stated(slots)),
    "same_report": lambda _: Reported(),
    "period_ended": lambda slots: Reported(months={"Q": 3, "H": 6}[str(slots["grain"])]),
    "year_earlier_report": lambda _: Reported(years=-1),
    "report_of_year": lambda slots: Reported(year=_integer(slots["year"])),
    "year_end": lambda slots: Ending(_grain(slots.get("grain", "Y"))[0]),
    "day_shift": lambda slots: Shifted(Grain.DAY, _integer(slots["by"]), Anchor.SPEECH),
    "clocked_shift": _clocked_shift,
    "clocked_narrated": _clocked_narrated,
    "clocked_now": _clocked_now,
    "weekend": _weekend,
    "holiday_weekend": _holiday_weekend,
    "duration": _duration,
    "compound_duration": _compound_duration,
    "ahead": _ahead,
    "unit_of_day": _unit_of_day,
    "half_unit": _half_unit,
    "deictic_duration": _deictic_duration,
    "every": _every,
    "every_named": _every_named,
    "recurring": lambda slots: Recurring(str(slots["value"])),
    "vague": lambda slots: Vague(str(slots["value"])),
    "nothing": lambda _: None,
}
