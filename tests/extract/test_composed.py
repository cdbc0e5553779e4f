"""Clauses joined by every construction of English (`benchmarks/composed.py`): each date tells its own clause, in its own words."""

from collections import Counter

import pytest

from benchmarks import composed
from benchmarks.joins import JOINS


@pytest.fixture(scope="module")
def pool():
    return composed.sound(["middle"])


def test_clauses_are_told_alone(pool):
    assert sum(map(len, pool.values())) >= 130  # of 137


@pytest.mark.parametrize(("mode", "right"), [("plain", 0.97), ("padded", 0.95), ("undated", 0.93)])
def test_each_date_tells_its_own_clause(pool, mode, right):
    # a sentence of each construction, the date in one place after the other; `python benchmarks/composed.py` has the whole table
    found = [
        one
        for at, join in enumerate(JOINS)
        for those in composed.scored(join, pool, 1, mode, places=[composed.PLACES[at % 3]]).values()
        for one in those
    ]
    counts = Counter(one.grade for one in found)
    assert len(found) >= 70
    assert counts["right"] >= right * len(found)
    assert counts["false"] <= 0.01 * len(found)
