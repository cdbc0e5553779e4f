"""Folds: a far outlier and eras of very different size leave room for all the rest, in order and in proportion."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.render.scale import scale
from timeline.times.calendar import day_number


def _years(*years):
    return [(float(day_number(year)), float(day_number(year) + 1)) for year in years]


@pytest.mark.parametrize(
    ("years", "folds"),
    [
        ((1900, 1950, 2000), 0),
        (tuple(range(2008, 2025)), 0),
        ((1920, *range(2008, 2025)), 1),
        ((-13_800_000_000, -4_540_000_000, -66_000_000, -300_000, *range(-3000, 2021, 500)), 4),
        ((-2559, -43, 1066, 1492, *range(1776, 2025)), 4),
    ],
)
def test_what_dwarfs_the_rest_is_folded(years, folds):
    assert len(scale(_years(*years)).folds) == folds


@given(st.lists(st.integers(-20_000, 3000), min_size=1, max_size=40, unique=True).map(sorted))
def test_order_is_kept_and_what_is_not_folded_keeps_its_length(years):
    extents = _years(*years)
    found = scale(extents)
    places = [found.place(day) for extent in extents for day in extent]
    assert all(a < b for a, b in pairwise(places))
    for start, end in extents:
        assert found.place(end) - found.place(start) == pytest.approx(1, abs=1e-3)
    if found.folds:
        assert found.place(extents[-1][0]) == extents[-1][0]
