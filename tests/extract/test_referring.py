"""Whom and what a second sentence points to (`benchmarks/referring.py`): named where that is sure, and never wrongly."""

from collections import Counter

import pytest

from benchmarks import referring

EACH = 4
# The share of a class that must be named, where it is not all of them.
FLOORS = {
    "he or she after another sentence": 0.5,
    "it, a body": 0.75,
    "in the area": 0.75,
    "its founder": 0.5,
    "both": 0.5,
    "a ship": 0.5,
}


@pytest.fixture(scope="module")
def scores():
    found = {kind: Counter() for kind in referring.CLASSES}
    for case in referring.cases(7, EACH):
        found[case.kind][referring.judged(case)[0]] += 1
    return found


@pytest.mark.parametrize("kind", referring.CLASSES)
def test_a_title_names_what_is_meant(scores, kind):
    assert scores[kind]["wrong"] == 0
    assert scores[kind]["right"] >= FLOORS.get(kind, 1.0) * EACH
