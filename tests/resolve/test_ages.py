"""An age is a date of the one whose birth the text tells, and of nobody else; an age is never a length of time."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

BORN = "Ann Lee (born 9 May 1891 in Leeds) was an engineer. "


def _dates(text: str, code: str = "en") -> list[str]:
    document = Document(DocumentId("a life"), text, (), code)
    words = language(code)
    found = resolve.dated(document, tag.expressions(document, words), words, edtf.parse("2020-03")).timexes
    return [edtf.text(one.when) for one in found if isinstance(one, Dated)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("At the age of twelve she won a prize.", ["1903-05-09/1904-05-08"]),
        ("Her father died when she was six.", ["1897-05-09/1898-05-08"]),
        ("Lee gave up driving at seventy-five.", ["1966-05-09/1967-05-08"]),
        ("Her mother died when she was forty.", []),
        ("Her son left school at the age of fourteen.", []),
        ("Her sister Eve was a mason. She left school at the age of twelve.", []),
        ("He left school at the age of twelve. She was tall. She was loud.", []),
        ("She rose at six, and the shop opened at eight.", []),
        ("She died in 1970, aged 79.", ["1970"]),
        ("The average age of mothers was 31.", []),
        ("She was the best since Brown, at the age of 35, had won.", []),
    ],
)  # fmt: skip
def test_whose_age_it_is(sentence, expected):
    assert _dates(BORN + sentence) == ["1891-05-09", *expected]


def test_a_long_list_of_short_names_before_a_date_is_read_once():
    assert _dates(f"* {'Ann, ' * 60}resigned in 1999. She left school at the age of twelve.") == ["1999"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Ann Lee (1891–1970) was an engineer. She left school when she was 14.", "1905~"),
        ("de", "Hedwig Rein wurde 1890 in Pirna geboren. Sie zog mit 21 Jahren um.", "1911~"),
        ("fr", "Jean Morel est né le 3 mai 1890 à Laon. Il mourut à 94 ans.", "1984-05-03/1985-05-02"),
        ("es", "Ana Ruiz nació en 1890. A los 21 años se trasladó a Madrid.", "1911~"),
        ("it", "Anna Rossi nacque nel 1890 a Siena. All'età di 21 anni si trasferì a Roma.", "1911~"),
    ],
)  # fmt: skip
def test_about_a_year_where_only_that_of_the_birth_is_told(code, text, expected):
    assert _dates(text, code)[-1] == expected


def test_without_a_birth_it_is_none():
    assert _dates("Ann Lee was an engineer. She left school when she was 14.") == []
