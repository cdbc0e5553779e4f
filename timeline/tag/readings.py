"""Constructors of readings: what a rule's slots mean together. A rule names its constructor; slots are the arguments."""

from collections.abc import Callable, Mapping
from typing import Final

from timeline.tag.clock import clocked_narrated, clocked_now, clocked_shift, time_of_day
from timeline.tag.lasting import (
    aged,
    ahead,
    compound_duration,
    deictic_duration,
    duration,
    every,
    every_named,
    half_unit,
)
from timeline.tag.shifting import (
    compound,
    decade_of,
    distance,
    half_more,
    half_of,
    holiday_weekend,
    inside,
    leaning,
    narrated_beside,
    narrated_named,
    nearest,
    soonest,
    the_unit,
    unit_narrated,
    unit_of_day,
    unit_shifted,
    weekday_distance,
    weekday_far,
    weekdays_distance,
    weekend,
    working_day,
    years_ago_this_month,
)
from timeline.tag.slots import Slots, calendar_unit, integer
from timeline.tag.stating import (
    century,
    day_month,
    decade,
    numeric,
    short_year,
    stated,
    story_day,
    year_era,
    year_tail,
)
from timeline.tag.wanting import (
    Wanting,
    anniversary,
    distance_from,
    eve_of,
    eve_of_date,
    first_units_of,
    hung,
    hung_within,
    last_of,
    nth_of,
    part_of_day,
    unit_of,
)
from timeline.times.reading import (
    Anchor,
    Approximate,
    Bounded,
    Clock,
    Ending,
    Hung,
    Named,
    Nth,
    Part,
    Portion,
    Reading,
    Recurring,
    Reported,
    Shifted,
    Side,
    Stated,
    Turning,
    Vague,
)
from timeline.times.when import Grain


def reading(constructor: str, slots: Slots) -> Reading | Wanting | None:
    """The reading a constructor makes of slots, inside what qualifies it: a time of day, early or late, about."""
    core = _CONSTRUCTORS[constructor](slots)
    return core if core is None or isinstance(core, Wanting) else _qualified(core, slots)


def _qualified(core: Reading, slots: Slots) -> Reading:
    clock = time_of_day(slots)
    if clock and not isinstance(core, (Clock, Hung)):
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


_CONSTRUCTORS: Final[Mapping[str, Callable[[Slots], Reading | Wanting | None]]] = {
    "stated": stated,
    "story_day": story_day,
    "short_year": short_year,
    "year_tail": year_tail,
    "year_era": year_era,
    "day_month": day_month,
    "numeric": numeric,
    "decade": decade,
    "decade_of": decade_of,
    "century": century,
    "shifted": unit_shifted,
    "narrated": unit_narrated,
    "working_day": working_day,
    "leaning": leaning,
    "the_unit": the_unit,
    "nearest": nearest,
    "soonest": soonest,
    "narrated_beside": narrated_beside,
    "narrated_named": narrated_named,
    "years_ago_this_month": years_ago_this_month,
    "distance": distance,
    "distance_from": distance_from,
    "eve_of": eve_of,
    "eve_of_date": eve_of_date,
    "hung": hung,
    "hung_within": hung_within,
    "anniversary": anniversary,
    "compound": compound,
    "weekday_distance": weekday_distance,
    "weekdays_distance": weekdays_distance,
    "weekday_far": weekday_far,
    "to_date": lambda slots: Bounded(
        Side.BEFORE, Shifted(calendar_unit(slots["grain"])[0], 0, Anchor.SPEECH), today=True
    ),
    "nth_of": nth_of,
    "first_units_of": first_units_of,
    "last_of": last_of,
    "unit_of": unit_of,
    "part_of_day": part_of_day,
    "inside": inside,
    "half_of": half_of,
    "report": stated,
    "stated_year_earlier": lambda slots: Reported(years=-1, of=stated(slots)),
    "same_report": lambda _: Reported(),
    "period_ended": lambda slots: Reported(months={"Q": 3, "H": 6}[str(slots["grain"])]),
    "year_earlier_report": lambda _: Reported(years=-1),
    "report_of_year": lambda slots: Reported(year=integer(slots["year"])),
    "turning": lambda slots: Turning(
        100 * (integer(slots["n"]) - 1) if "n" in slots else integer(slots["turn"]) or None
    ),
    "year_end": lambda slots: Ending(calendar_unit(slots.get("grain", "Y"))[0]),
    "day_shift": lambda slots: Shifted(Grain.DAY, integer(slots["by"]), Anchor.SPEECH),
    "clocked_shift": clocked_shift,
    "clocked_narrated": clocked_narrated,
    "clocked_now": clocked_now,
    "weekend": weekend,
    "holiday_weekend": holiday_weekend,
    "duration": duration,
    "compound_duration": compound_duration,
    "ahead": ahead,
    "unit_of_day": unit_of_day,
    "half_unit": half_unit,
    "half_more": half_more,
    "half_longer": lambda slots: duration({**slots, "n": float(slots.get("n", 1)) + 0.5}),
    "deictic_duration": deictic_duration,
    "every": every,
    "every_named": every_named,
    "recurring": lambda slots: Recurring(str(slots["value"])),
    "aged": aged,
    "named": lambda slots: Named(str(slots["period"]), integer(slots.get("edge", 0))),
    "vague": lambda slots: Vague(str(slots["value"])),
    "nothing": lambda _: None,
}
