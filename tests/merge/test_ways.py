"""The ways to tell of one happening, and what looks alike and is another, over towns that nobody wrote by hand."""

import pytest

from benchmarks.retold import counted


@pytest.fixture(scope="module")
def counts():
    """Two invented towns, read and merged."""
    return counted(seed=5, projects=2)


def test_most_tellings_are_linked_and_few_to_another_thing(counts) -> None:
    made, told, wrong = counts.made["all"], counts.told["all"], counts.wrong.total()
    assert told > 100
    assert made / told >= 0.87, counts.missed
    assert made / (made + wrong) >= 0.96, counts.mistaken
    assert counts.wrong["unrelated"] == 0
    assert counts.wrong["yearly"] == 0


@pytest.mark.parametrize(
    ("way", "least"),
    [("clause", 0.9), ("short day", 0.9), ("short month", 0.82), ("short year", 0.75), ("entry", 0.85), ("recalled", 0.82), ("lead", 0.9), ("again", 0.7), ("es", 0.85)],
)  # fmt: skip
def test_each_way_is_linked(counts, way: str, least: float) -> None:
    assert counts.made[way] / counts.told[way] >= least, [one for one in counts.missed if way in one[0]]
