"""Units tile time: every day lies in one unit of each grain, and units touch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.times.strategies import FIRST, LAST, dates, whens
from timeline.times import when as w
from timeline.times.when import Date, Extent, Grain, Interval, Limit, Qualifier

DAYS, FINE = st.integers(FIRST, LAST), st.sampled_from([grain for grain in Grain if grain <= Grain.YEAR])


@given(DAYS, FINE)
def test_a_unit_holds_the_day_it_was_asked_for(day, grain):
    unit = w.unit(day, grain)
    assert unit.start <= day < unit.end
    assert w.unit(unit.end - 1, grain) == unit
    assert w.unit(unit.end, grain).start == unit.end


@given(whens())
def test_a_qualifier_moves_no_day(when):
    assert w.extent(w.qualified(when, Qualifier.APPROXIMATE)) == w.extent(when)


@given(dates(), st.sampled_from(Qualifier))
def test_a_qualifier_said_twice_is_said_once(date, qualifier):
    once = w.qualified(date, qualifier)
    assert w.qualified(once, qualifier) == once


def test_what_is_no_date_is_refused():
    for make in (
        lambda: w.day(2021, 2, 29),
        lambda: w.month(2021, 13),
        lambda: Date(w.day(2021, 2, 3).start, Grain.MONTH),
        lambda: Interval(Limit.OPEN, Limit.OPEN),
        lambda: Interval(w.year(2001), w.year(2000)),
        lambda: Extent(3, 3),
    ):
        with pytest.raises(ValueError):
            make()


def test_winter_is_of_the_year_it_begins_in():
    winter = w.season(2008, 4)
    assert (winter.start, winter.end) == (w.month(2008, 12).start, w.month(2009, 3).start)
