"""Dates of every grain, and intervals of them, for laws."""

from hypothesis import strategies as st

from timeline.times import when as w
from timeline.times.calendar import day_number
from timeline.times.when import Date, Grain, Interval, Limit, Qualifier, When

FIRST, LAST = day_number(-9990), day_number(9990)


def dates(grains: tuple[Grain, ...] = tuple(Grain)) -> st.SearchStrategy[Date]:
    days = st.integers(FIRST, LAST)
    written = st.integers(day_number(0), LAST - 400_000)
    return st.sampled_from(grains).flatmap(
        lambda grain: st.builds(
            w.unit, written if grain > Grain.YEAR else days, st.just(grain), st.sampled_from(Qualifier)
        )
    )


def _ordered(one: Date, other: Date) -> Interval:
    first, last = sorted((one, other), key=lambda date: (date.start, date.end))
    return Interval(first, last) if first.end <= last.end else Interval(last, last)


def intervals() -> st.SearchStrategy[Interval]:
    closed = st.builds(_ordered, dates(), dates())
    left = st.builds(Interval, st.sampled_from(Limit), dates())
    right = st.builds(Interval, dates(), st.sampled_from(Limit))
    return closed | left | right


def whens() -> st.SearchStrategy[When]:
    return dates() | intervals()
