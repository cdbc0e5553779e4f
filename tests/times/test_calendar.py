"""The calendar against Python's own, and by its laws where that has no years."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from timeline.times import calendar
from timeline.times.calendar import civil, day_number

EPOCH = dt.date(1970, 1, 1)
DAYS = st.integers(-10_000_000, 10_000_000)


@given(st.dates())
def test_day_numbers_are_those_of_python(date):
    number = day_number(date.year, date.month, date.day)
    assert number == (date - EPOCH).days
    assert civil(number) == (date.year, date.month, date.day)


@given(DAYS)
def test_a_day_number_survives_the_round_trip(number):
    assert day_number(*civil(number)) == number


@given(st.dates())
def test_weeks_are_iso_weeks(date):
    number = day_number(date.year, date.month, date.day)
    year, week, weekday = date.isocalendar()
    assert calendar.iso_week(number) == (year, week)
    assert calendar.weekday(number) == weekday - 1
    assert calendar.iso_week_start(year, week) == calendar.week_start(number)


@given(st.integers(-20_000, 20_000), st.integers(1, 12), st.integers(-5000, 5000))
def test_months_moved_and_moved_back(year, month, by):
    assert calendar.month_plus(*calendar.month_plus(year, month, by), -by) == (year, month)


def test_easter_is_where_the_church_put_it():
    sundays = {1818: (3, 22), 1943: (4, 25), 1999: (4, 4), 2008: (3, 23), 2024: (3, 31), 2038: (4, 25)}
    assert {year: civil(calendar.easter(year))[1:] for year in sundays} == sundays


@given(st.integers(-9999, 9999), st.integers(1, 12))
def test_a_month_ends_where_the_next_begins(year, month):
    after = day_number(*calendar.month_plus(year, month, 1))
    assert after - day_number(year, month) == calendar.days_in_month(year, month)
    assert calendar.is_date(year, month, calendar.days_in_month(year, month))
    assert not calendar.is_date(year, month, calendar.days_in_month(year, month) + 1)
