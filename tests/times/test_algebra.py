"""Reckoning: shifting by n and back, hulls that hold, portions that lie inside, nth units where they are."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.times.strategies import dates, whens
from timeline.times import algebra, edtf
from timeline.times import when as w
from timeline.times.calendar import weekday
from timeline.times.reading import Portion
from timeline.times.when import Grain, Qualifier

FINE = tuple(grain for grain in Grain if grain <= Grain.YEAR)
BY = st.integers(-300, 300)


@given(dates(FINE), BY)
def test_shifted_there_and_back(date, by):
    assert algebra.shifted(algebra.shifted(date, date.grain, by), date.grain, -by) == date


@given(dates(FINE), BY, BY)
def test_shifting_twice_is_shifting_by_the_sum(date, one, other):
    grain = date.grain
    assert algebra.shifted(algebra.shifted(date, grain, one), grain, other) == algebra.shifted(
        date, grain, one + other
    )


@given(whens(), whens())
def test_a_hull_covers_both(one, other):
    extents = (w.extent(one), w.extent(other))
    # all of time is no date
    assume(not (any(e.start is None for e in extents) and any(e.end is None for e in extents)))
    hull = algebra.hull(one, other)
    assert algebra.covers(hull, one)
    assert algebra.covers(hull, other)


@given(dates(), st.sampled_from(Portion))
def test_a_portion_lies_in_its_whole(date, portion):
    assert algebra.covers(date, algebra.portion(date, portion))


@given(dates())
def test_the_portions_together_are_the_whole(date):
    parts = [w.qualified(algebra.portion(date, portion), Qualifier.NONE) for portion in Portion]
    assert w.extent(algebra.hull(*parts)) == w.extent(date)


@given(dates((Grain.MONTH, Grain.YEAR)), st.integers(1, 4), st.integers(0, 6))
def test_the_nth_weekday_is_one_and_inside(within, number, of_week):
    for nth in (number, -number):
        found = algebra.nth(nth, Grain.DAY, within, of_week)
        assert found is not None
        assert weekday(found.start) == of_week
        assert algebra.covers(within, found)


@given(st.integers(-9000, 9000), st.sampled_from((Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)))
def test_a_year_lies_in_its_decade(year, grain):
    assert algebra.covers(algebra.block_of(year, grain), w.year(year))


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("12-25", 2010, "2010-12-25"),
        ("easter-2", 2010, "2010-04-02"),
        ("11 4 3", 2009, "2009-11-26"),
        ("11 4 3 1", 2009, "2009-11-27"),
        ("5 -1 0", 2010, "2010-05-31"),
    ],
)
def test_holidays(name, year, day):
    assert edtf.text(algebra.holiday(name, year)) == day


@given(st.integers(-100_000, 100_000), st.integers(1, 3000))
def test_days_are_said_by_the_coarsest_unit_that_is_exactly_they(start, size):
    when = algebra.days(start, start + size)
    extent = w.extent(when)
    assert (extent.start, extent.end) == (start, start + size)
