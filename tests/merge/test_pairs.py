"""Sources that tell of the same things in their own words, with more near-misses than matches, from bytes to events."""

import re

import pytest

from tests.merge.reading import NAMES, PAIRS, links


@pytest.fixture(scope="module")
def apart():
    return links()


def test_most_are_linked_and_few_wrongly(apart) -> None:
    made, missed, wrong = (len(pairs) for pairs in (apart.made, apart.missed, apart.wrong))
    assert made / (made + wrong) >= 0.95, [f"{a} = {b}" for a, b in apart.wrong]
    assert made / (made + missed) >= 0.8, [f"{a} ≠ {b}" for a, b in apart.missed]


def test_in_one_project_they_are_no_more_confused(apart) -> None:
    together = links(together=True)
    assert len(together.wrong) <= len(apart.wrong) + 1
    assert abs(len(together.made) - len(apart.made)) <= 4  # of twice as many stories as when it was two


def test_there_are_more_things_told_once_than_told_again() -> None:
    """The files must stay hard: a text in which everything is linked proves nothing about what is not."""
    for name in NAMES:
        text = (PAIRS / f"{name}.txt").read_text("utf-8")
        marks = re.findall(r"\{(\w+)\}", text)
        assert len(re.findall(r"\d", text)) > 2 * len(set(marks)), name
