"""TIMEX3 values of each grain."""

import pytest

from timeline.times import edtf, timex
from timeline.times import when as w


@pytest.mark.parametrize(
    ("when", "value"),
    [
        (w.day(1999, 12, 3), "1999-12-03"),
        (w.week(1999, 7), "1999-W07"),
        (w.month(1999, 12), "1999-12"),
        (w.season(1999, 4), "1999-WI"),
        (w.quarter(1999, 3), "1999-Q3"),
        (w.half(1999, 2), "1999-H2"),
        (w.year(-489), "BC0490"),
        (edtf.parse("198X"), "198"),
        (edtf.parse("18XX"), "18"),
        (edtf.parse("1914/1918"), "1914/1918"),
        (edtf.parse("2019/.."), "2019/.."),
    ],
)
def test_values(when, value):
    assert timex.value(when) == value
