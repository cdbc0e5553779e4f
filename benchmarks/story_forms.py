"""How a teller says a date: forms that a reader who has followed the story so far can take in one way only.

A form is offered only where it is unambiguous; what it means is known since the story is made with it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from timeline.times import algebra
from timeline.times import when as w
from timeline.times.calendar import civil, day_number, month_plus, weekday
from timeline.times.when import Date, Grain, When

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = {1: "spring", 2: "summer", 3: "autumn"}
COUNTED: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Now:
    """What the reader has in mind: the year the story has come to, and perhaps its month and day."""

    year: int
    month: int | None = None
    day: int | None = None
    within: int = 1  # the months up to `month` that it may be

    @property
    def number(self) -> int:
        """Its day, or the first that it may be."""
        return day_number(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True)
class Said:
    """A date as said: its form, the preposition before it, the words, what they mean, and where the story is then.

    A `loose` meaning is one in which the date must lie ("early in May": somewhere in May). `tense` is what the verb must be.
    """

    form: str
    lead: str
    words: str
    when: When
    now: Now
    loose: bool = False
    future: bool = False


def _of(day: int) -> Now:
    return Now(*civil(day))


def _date(now: Now) -> Date:
    return w.day(now.year, now.month or 1, now.day or 1)


def _full(random: Random, now: Now) -> str:
    month = MONTHS[(now.month or 1) - 1]
    return random.choice(
        (
            f"{now.day} {month} {now.year}",
            f"{month} {now.day}, {now.year}",
            f"{ordinal(now.day or 1)} {month} {now.year}",
        )
    )


def _day_month(random: Random, now: Now) -> str:
    month = MONTHS[(now.month or 1) - 1]
    return random.choice((f"{now.day} {month}", f"{month} {now.day}", f"{ordinal(now.day or 1)} {month}"))


def ordinal(number: int) -> str:
    """1st, 2nd, 13th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _later_day(random: Random, now: Now) -> Now | None:
    """Some day of the year told of, after the one told of."""
    first = now.number + (1 if now.day else 31 if now.month else 0)
    last = day_number(now.year, 12, 31)
    return _of(random.randint(first, last)) if first + 5 < last else None


Form = Callable[[Random, Now], Said | None]


def full(random: Random, now: Now) -> Said:
    there = Now(now.year + random.randint(1, 4), random.randint(1, 12), random.randint(1, 28))
    return Said("full", "on", _full(random, there), _date(there), there)


def month_year(random: Random, now: Now) -> Said:
    there = Now(now.year + random.randint(1, 4), random.randint(1, 11))
    return Said(
        "month and year",
        "in",
        f"{MONTHS[there.month - 1]} {there.year}",
        w.month(there.year, there.month),
        there,
    )


def year(random: Random, now: Now) -> Said:
    there = Now(now.year + random.randint(1, 4))
    return Said("year", "in", str(there.year), w.year(there.year), there)


def day_month(random: Random, now: Now) -> Said | None:
    there = _later_day(random, now)
    return there and Said("day and month", "on", _day_month(random, there), _date(there), there)


def month(random: Random, now: Now) -> Said | None:
    first = (now.month or 0) + 1
    if first > 11:
        return None
    there = Now(now.year, random.randint(first, 11))
    return Said("month", "in", MONTHS[there.month - 1], w.month(there.year, there.month), there)


def part_of_month(random: Random, now: Now) -> Said | None:
    base = month(random, now)
    if base is None:
        return None
    name = base.words
    lead, words = random.choice(
        (
            ("", f"early in {name}"),
            ("in", f"late {name}"),
            ("at", f"the end of {name}"),
            ("in", f"mid-{name}"),
        )
    )
    return replace(base, form="part of a month", lead=lead, words=words, loose=True)


def turned(random: Random, now: Now) -> Said | None:
    if now.month is None or now.month < 11 or now.within > 1:
        return None
    there = Now(now.year + 1, random.randint(1, 2))
    return Said(
        "January after November", "in", MONTHS[there.month - 1], w.month(there.year, there.month), there
    )


def season(random: Random, now: Now) -> Said | None:
    number = next((one for one in SEASONS if one * 3 > (now.month or 0)), None)
    if number is None:
        return None
    lead, words = random.choice(
        (("", f"that {SEASONS[number]}"), ("in", f"the {SEASONS[number]}"), ("in", SEASONS[number]))
    )
    return Said("season", lead, words, w.season(now.year, number), Now(now.year, number * 3, within=3))


def same_year(random: Random, now: Now) -> Said | None:
    lead, words = random.choice(
        (("", "that year"), ("", "the same year"), ("in", "the same year"), ("in", "that year"))
    )
    return Said("that year", lead, words, w.year(now.year), Now(now.year, now.month, within=12))


def month_same_year(random: Random, now: Now) -> Said | None:
    base = month(random, now)
    tail = random.choice(("of the same year", "of that year", "that year", "the same year"))
    return base and replace(base, form="month of that year", words=f"{base.words} {tail}")


def day_same_year(random: Random, now: Now) -> Said | None:
    base = day_month(random, now)
    tail = random.choice(("of the same year", "of that year", "that year"))
    return base and replace(base, form="day of that year", words=f"{base.words} {tail}")


def next_year(random: Random, now: Now) -> Said:
    lead, words = random.choice(
        (
            ("", "the following year"),
            ("", "the next year"),
            ("in", "the following year"),
            ("in", "the next year"),
        )
    )
    return Said("the next year", lead, words, w.year(now.year + 1), Now(now.year + 1))


def month_next_year(random: Random, now: Now) -> Said:
    there = Now(now.year + 1, random.randint(1, 11))
    tail = random.choice(("of the following year", "of the next year", "the following year", "the next year"))
    return Said(
        "month of the next year",
        "in",
        f"{MONTHS[there.month - 1]} {tail}",
        w.month(there.year, there.month),
        there,
    )


def day_next_year(random: Random, now: Now) -> Said:
    there = Now(now.year + 1, random.randint(1, 12), random.randint(1, 28))
    tail = random.choice(("of the following year", "of the next year", "the following year"))
    return Said("day of the next year", "on", f"{_day_month(random, there)} {tail}", _date(there), there)


def years_later(random: Random, now: Now) -> Said | None:
    number = random.randint(2, 6)
    return Said(
        "years later",
        "",
        f"{COUNTED[number - 2]} years later",
        w.year(now.year + number),
        Now(now.year + number),
        loose=True,
    )


def following_month_named(random: Random, now: Now) -> Said | None:
    if now.month is None or now.month < 4 or now.within > 1:
        return None
    there = Now(now.year + 1, random.randint(1, now.month - 2))
    lead, words = random.choice((("the following", ""), ("in", "the following "), ("by", "the following ")))
    name = MONTHS[there.month - 1]
    lead, words = ("", f"the following {name}") if not words else (lead, words + name)
    return Said("the following March", lead, words, w.month(there.year, there.month), there)


def following_season(random: Random, now: Now) -> Said | None:
    number = random.choice((1, 2))
    if now.month is None or now.within > 1 or now.month < number * 3 + 3:
        return None
    there = Now(now.year + 1, number * 3)
    lead = random.choice(("", "in"))
    return Said(
        "the following spring",
        lead,
        f"the following {SEASONS[number]}",
        w.season(there.year, number),
        replace(there, within=3),
    )


def next_month(random: Random, now: Now) -> Said | None:
    if now.month is None or now.within > 1:
        return None
    there = Now(*month_plus(now.year, now.month, 1))
    words = random.choice(("the following month", "the next month", "a month later"))
    return Said("the next month", "", words, w.month(there.year, there.month), there, loose=True)


def same_month(random: Random, now: Now) -> Said | None:
    if now.month is None or now.within > 1:
        return None
    lead, words = random.choice((("", "that month"), ("", "the same month"), ("in", "the same month")))
    return Said("that month", lead, words, w.month(now.year, now.month), Now(now.year, now.month))


def months_later(random: Random, now: Now) -> Said | None:
    if now.month is None or now.within > 1:
        return None
    number = random.randint(2, 8)
    there = Now(*month_plus(now.year, now.month, number))
    return Said(
        "months later",
        "",
        f"{COUNTED[number - 2]} months later",
        w.month(there.year, there.month),
        there,
        loose=True,
    )


def next_day(random: Random, now: Now) -> Said | None:
    if now.day is None:
        return None
    words = random.choice(("the next day", "the following day", "a day later", "the day after"))
    there = _of(now.number + 1)
    return Said("the next day", "", words, _date(there), there)


def days_later(random: Random, now: Now) -> Said | None:
    if now.day is None:
        return None
    number = random.randint(2, 10)
    there = _of(now.number + number)
    return Said("days later", "", f"{COUNTED[number - 2]} days later", _date(there), there)


def same_day(random: Random, now: Now) -> Said | None:
    if now.day is None:
        return None
    lead, words = random.choice((("", "the same day"), ("", "that day"), ("on", "the same day")))
    return Said("that day", lead, words, _date(now), now)


def bare_day(random: Random, now: Now) -> Said | None:
    if now.month is None or now.within > 1 or (now.day or 0) > 26:
        return None
    there = Now(now.year, now.month, random.randint((now.day or 1) + 1, 28))
    return Said("on the 14th", "on", f"the {ordinal(there.day)}", _date(there), there)


def following_weekday(random: Random, now: Now) -> Said | None:
    if now.day is None:
        return None
    there = _of(now.number + random.randint(2, 6))
    lead = random.choice(("", "on"))
    return Said(
        "the following Monday", lead, f"the following {WEEKDAYS[weekday(there.number)]}", _date(there), there
    )


def weekday_day_month(random: Random, now: Now) -> Said | None:
    there = _later_day(random, now)
    if there is None:
        return None
    name = WEEKDAYS[weekday(there.number)]
    words = random.choice(
        (f"{name} {there.day} {MONTHS[there.month - 1]}", f"{name}, {there.day} {MONTHS[there.month - 1]}")
    )
    return Said("weekday, day and month", "on", words, _date(there), there)


def christmas(random: Random, now: Now) -> Said | None:
    if now.month is not None and not 5 <= now.month <= 11:  # in March, the last Christmas may be meant
        return None
    lead, words = random.choice((("on", "Christmas Eve"), ("on", "New Year's Eve"), ("on", "Christmas Day")))
    day = {"Christmas Eve": (12, 24), "New Year's Eve": (12, 31), "Christmas Day": (12, 25)}[words]
    there = Now(now.year, *day)
    return Said("feast", lead, words, _date(there), there)


def day_as_subject_of_month(random: Random, now: Now) -> Said | None:
    if now.month is None or now.day is None or now.day > 20:
        return None
    there = Now(now.year, now.month, random.randint(now.day + 1, 28))
    return Said(
        "on the 14th of that month", "on", f"the {ordinal(there.day)} of that month", _date(there), there
    )


LEAPS: Final[tuple[Form, ...]] = (full, month_year, year)
STEPS: Final[tuple[Form, ...]] = (
    day_month, month, part_of_month, turned, season, same_year, month_same_year, day_same_year, next_year,
    month_next_year, day_next_year, years_later, following_month_named, following_season, next_month, same_month,
    months_later, next_day, days_later, same_day, bare_day, following_weekday, weekday_day_month, christmas,
    day_as_subject_of_month,
)  # fmt: skip
WITHIN_YEAR: Final[tuple[Form, ...]] = (
    day_month, month, part_of_month, season, next_month, same_month, next_day, days_later, bare_day, following_weekday,
    weekday_day_month,
)  # fmt: skip


# those that lean on a date of their own month, be it of the year that is told of
PLAIN: Final[tuple[Form, ...]] = (day_month, month, part_of_month, weekday_day_month, christmas, season)


def step(random: Random, now: Now, forms: tuple[Form, ...]) -> Said:
    """Some form that leads on from here; each is as likely, whatever it is called."""
    shuffled = list(forms)
    random.shuffle(shuffled)
    for form in shuffled:
        said = form(random, now)
        if said is not None:
            return said
    return random.choice(LEAPS)(random, now)


# News: what is said on the day it is written.


def news(random: Random, day: int) -> Said:
    """A date as it is said on a day, of what was or of what is to come."""
    return random.choice(_NEWS)(random, day)


def weekday_past(random: Random, day: int) -> Said:
    there = _of(day - random.randint(0, 6))
    return Said("weekday", "on", WEEKDAYS[weekday(there.number)], _date(there), there)


def weekday_ahead(random: Random, day: int) -> Said:
    there = _of(day + random.randint(1, 6))
    return Said("weekday ahead", "on", WEEKDAYS[weekday(there.number)], _date(there), there, future=True)


def yesterday(_: Random, day: int) -> Said:
    there = _of(day - 1)
    return Said("yesterday", "", "yesterday", _date(there), there)


def tomorrow(_: Random, day: int) -> Said:
    there = _of(day + 1)
    return Said("tomorrow", "", "tomorrow", _date(there), there, future=True)


def _unit(words: str, grain: Grain, by: int) -> Callable[[Random, int], Said]:
    def said(_: Random, day: int) -> Said:
        when = algebra.shifted(Date(day, Grain.DAY), grain, by)
        return Said(words, "", words, when, _of(when.start), future=by > 0)

    return said


def month_past(random: Random, day: int) -> Said:
    there = Now(*month_plus(*civil(day)[:2], -random.randint(1, 10)))
    return Said("month past", "in", MONTHS[there.month - 1], w.month(there.year, there.month), there)


def month_ahead(random: Random, day: int) -> Said:
    there = Now(*month_plus(*civil(day)[:2], random.randint(1, 10)))
    return Said(
        "month ahead", "in", MONTHS[there.month - 1], w.month(there.year, there.month), there, future=True
    )


def day_past(random: Random, day: int) -> Said:
    there = _of(day - random.randint(7, 300))
    return Said("day past", "on", _day_month(random, there), _date(there), there)


def day_ahead(random: Random, day: int) -> Said:
    there = _of(day + random.randint(7, 300))
    return Said("day ahead", "on", _day_month(random, there), _date(there), there, future=True)


def days_ago(random: Random, day: int) -> Said:
    number = random.randint(2, 10)
    there = _of(day - number)
    return Said("days ago", "", f"{COUNTED[number - 2]} days ago", _date(there), there)


def earlier(random: Random, day: int) -> Said:
    year, month, _ = civil(day)
    words, when = random.choice(
        (("earlier this month", w.month(year, month)), ("earlier this year", w.year(year)))
    )
    return Said("earlier this year", "", words, when, Now(year), loose=True)


def last_weekday(random: Random, day: int) -> Said:
    there = _of(day - random.randint(2, 6))
    return Said("last Friday", "", f"last {WEEKDAYS[weekday(there.number)]}", _date(there), there)


def ahead_from_month(random: Random, day: int) -> Said:
    there = Now(*month_plus(*civil(day)[:2], random.randint(1, 10)))
    lead = random.choice(("from", "starting in", "by", "until", "before the end of"))
    said = Said(
        "by March", lead, MONTHS[there.month - 1], w.month(there.year, there.month), there, future=True
    )
    return replace(said, loose=True) if lead == "before the end of" else said


_NEWS: Final = (
    weekday_past, weekday_ahead, yesterday, tomorrow, month_past, month_ahead, day_past, day_ahead, days_ago, earlier,
    last_weekday, ahead_from_month, _unit("last week", Grain.WEEK, -1), _unit("next week", Grain.WEEK, 1),
    _unit("last month", Grain.MONTH, -1), _unit("next month", Grain.MONTH, 1), _unit("last year", Grain.YEAR, -1),
    _unit("next year", Grain.YEAR, 1),
)  # fmt: skip
