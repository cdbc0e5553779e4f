"""EDTF: what is written is read again as the same; an independent reader agrees where it is right."""

import edtf as oracle
import pytest
from hypothesis import given

from tests.times.strategies import dates, whens
from timeline.times import edtf
from timeline.times import when as w
from timeline.times.calendar import civil
from timeline.times.when import Date, Grain, Interval


def _spoken(when):
    """Weeks, and nothing else, are written as their days."""
    sides = (when,) if isinstance(when, Date) else (when.start, when.end)
    return all(not isinstance(side, Date) or side.grain is not Grain.WEEK for side in sides)


@given(whens().filter(_spoken))
def test_what_is_written_is_read_again(when):
    assert edtf.parse(edtf.text(when)) == when


@given(whens())
def test_what_is_written_covers_the_same_days(when):
    assert w.extent(edtf.parse(edtf.text(when))) == w.extent(when)


@given(dates((Grain.DAY, Grain.MONTH, Grain.YEAR)).filter(lambda date: date.year > 0))
def test_an_independent_reader_reads_the_same_days(date):
    # the package's seasons and its years before 1 are off, so days, months and years of our era only
    read = oracle.parse_edtf(edtf.text(w.Date(date.start, date.grain)))
    assert tuple(read.lower_strict()[:3]) == civil(date.start)
    assert tuple(read.upper_strict()[:3]) == civil(date.end - 1)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("2008-13", 5),
        ("2021-02-29", 5),
        ("soon", 0),
        ("199X-02", 0),
        ("2001/soon", 5),
        ("/", 1),
        ("", 0),
        ("12", 0),
    ],
)
def test_what_is_no_edtf_is_refused_where_it_goes_wrong(text, position):
    with pytest.raises(edtf.EdtfError) as refused:
        edtf.parse(text)
    assert refused.value.position == position


def test_open_and_unknown_ends_are_two_things():
    assert isinstance(edtf.parse("2019/.."), Interval)
    assert edtf.parse("2019/..") != edtf.parse("2019/")
