"""Stories made with their true timeline (`benchmarks/stories.py`): the share of their dates that is read rightly, which only rises."""

from collections import defaultdict

import pytest

from benchmarks import stories
from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.times import edtf

FLOORS = {
    "history": 98, "biography": 97, "chronicle": 96, "list under years": 96, "court case": 99, "report": 99, "statement": 99,
    "minutes": 98, "feature": 92, "diary": 99, "wire": 98, "pointing": 98,
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


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "de",
            "Im Mai 1921 kaufte die Stadt das Werk, das 1842 gegründet worden war. Im August schloss es. 1923 brannte es ab.",
            "1921-08",
        ),
        (
            "fr",
            "En mai 1921, la ville acheta l'usine, qui avait été fondée en 1842. En août, elle ferma. Elle brûla en 1923.",
            "1921-08",
        ),
        (
            "es",
            "En mayo de 1921 la ciudad compró la fábrica, que había sido fundada en 1842. En agosto cerró. Se quemó en 1923.",
            "1921-08",
        ),
    ],
)
def test_a_clause_about_a_noun_leads_no_story_away(code, text, expected):
    document = Document(DocumentId("a story"), text, (), code)
    timexes = resolve.dated(document, tag.expressions(document, language(code)), language(code)).timexes
    assert [edtf.text(one.when) for one in timexes][2] == expected
