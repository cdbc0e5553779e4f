"""What lasted so long begins with the day just told, where the sentence plainly goes on from it."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf


def _dates(text: str, code: str = "en") -> list[str]:
    document = Document(DocumentId("a story"), text, (), code)
    words = language(code)
    found = resolve.dated(document, tag.expressions(document, words), words, edtf.parse("2020-03")).timexes
    return [edtf.text(one.when) for one in found if isinstance(one, Dated)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("For four days the guns fired on the town.", ["1882-05-21~/1882-05-24~"]),
        ("They stayed there for three weeks.", ["1882-05-21~/1882-06-10~"]),
        ("They ran it for eleven years.", ["1882-05-21~/1893-05-21~"]),
        ("They had waited for four days.", []),
        ("A licence lasts for two years.", []),
        ("Talks stagnated for five months.", []),
        ("They were jailed for six years.", []),
        ("For four days in June the guns fired.", ["1882-06"]),
        ("The town was old. For four days the guns fired.", []),
    ],
)  # fmt: skip
def test_so_long_from_the_day_told_before(sentence, expected):
    assert _dates(f"On 21 May 1882 the fleet landed. {sentence}") == ["1882-05-21", *expected]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Am 3. Mai 1911 begann der Streik. Zwei Wochen lang ruhte die Arbeit.", "1911-05-03~/1911-05-16~"),
        ("fr", "Le 15 mai 1871, on attaqua. Pendant trois jours, on se battit.", "1871-05-15~/1871-05-17~"),
        ("es", "En 1890 se trasladó a Soria. Durante once años dirigió la fábrica.", "1890~/1901~"),
        ("it", "Nel 1890 si trasferì a Siena. Per undici anni diresse la fabbrica.", "1890~/1901~"),
    ],
)  # fmt: skip
def test_in_other_languages(code, text, expected):
    assert _dates(text, code)[-1] == expected


def test_what_ends_begins_nothing():
    assert _dates("In 1890 the mill closed. It ran for eleven years.") == ["1890"]
