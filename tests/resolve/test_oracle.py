"""Stories made with their true timeline (`benchmarks/stories.py`): the share of their dates that is read rightly, which only rises."""

from collections import defaultdict

import pytest

from benchmarks import stories

FLOORS = {
    "history": 98, "biography": 97, "chronicle": 96, "list under years": 96, "court case": 99, "report": 99, "statement": 99,
    "minutes": 98, "feature": 92, "diary": 99,
}  # fmt: skip
_EACH = 12  # stories of each genre


@pytest.fixture(scope="module")
def shares():
    right, count = defaultdict(int), defaultdict(int)
    for page in stories.stories(_EACH, seed=7):
        for one in stories.read(page):
            right[page.genre] += one.right
            count[page.genre] += 1
    return {genre: 100 * right[genre] / count[genre] for genre in count}


@pytest.mark.parametrize("genre", FLOORS)
def test_dates_of_stories_are_read_as_their_teller_meant_them(shares, genre):
    assert shares[genre] >= FLOORS[genre]
