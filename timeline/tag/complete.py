"""Ranges and lists: each end says part of a date, and its neighbours the rest ("18 August – 15 September 1951")."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.times.reading import Reading, Stated


def completed(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Each date of a list with the year or month that another of them says for it."""
    if len(readings) < 2:
        return tuple(readings)
    made = list(readings)
    for index, one in enumerate(made):
        if isinstance(one, Stated):
            others = [
                other for other in (*reversed(made[:index]), *made[index + 1 :]) if isinstance(other, Stated)
            ]
            made[index] = _filled(one, others)
    return tuple(made)


def _filled(one: Stated, others: Sequence[Stated]) -> Stated:
    for other in others:
        if one.month is None and one.day is not None and other.month is not None:
            one = replace(one, month=other.month)
        if (
            one.year is None
            and other.year is not None
            and (one.month is not None or one.season or one.quarter)
        ):
            # "November 1950" after "1951 … November": the year turns between the two ends
            one = replace(one, year=other.year, short=other.short)
    return one
