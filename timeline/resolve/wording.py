"""Wording: dates and numbers of units as an explanation says them."""

from functools import lru_cache
from typing import TypeGuard

from timeline.model.document import Written
from timeline.times.reading import Block, Bounded, Reading, Spanning
from timeline.times.when import Date, Grain, Interval, Limit, When
from timeline.times.words import words

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@lru_cache(maxsize=4096)
def in_words(when: When, *, within: bool) -> str:
    """A date in words; the same dates come again and again."""
    return words(when, within=within)


def worded(when: When, reading: Reading, written: Written) -> str:
    """A date in words; within an interval, if it is one only because the day of writing is not known."""
    sure = isinstance(written.when, Date) and written.when.grain is Grain.DAY
    if sure or isinstance(reading, (Spanning, Bounded, Block)):
        return in_words(when, within=False)
    if _neighbours(when):
        return f"{in_words(when.start, within=False)} or {in_words(when.end, within=False)}"
    return in_words(when, within=True)


def _neighbours(when: When) -> TypeGuard[Interval]:
    """Whether an interval is one unit or the next: 2024 or 2025."""
    if not isinstance(when, Interval) or isinstance(when.start, Limit) or isinstance(when.end, Limit):
        return False
    return when.start.grain is when.end.grain and when.start.end == when.end.start


def counted(number: int, unit: str) -> str:
    """So many units: "one month", "25 years"."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    plural = (
        unit if number == 1 else {"century": "centuries", "millennium": "millennia"}.get(unit, f"{unit}s")
    )
    return f"{said} {plural}"


NAMES = {grain: grain.name.lower() for grain in Grain} | {Grain.HALF: "half-year"}
