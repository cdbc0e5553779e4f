"""A day without its month is of the month that the story has come to; where no month was told, of none."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.times import edtf


def _dates(text: str, code: str, written: str = "2020-03") -> list[str]:
    document = Document(DocumentId("a story"), text, (), code)
    words = language(code)
    found = resolve.dated(document, tag.expressions(document, words), words, edtf.parse(written)).timexes
    return [timex.value for timex in found]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Im Mai 1922 brannte die Mühle. Am 15. wurde sie verkauft.", ["1922-05", "1922-05-15"]),
        ("fr", "En mars 1848, on fit grève. Le 15, le maire céda.", ["1848-03", "1848-03-15"]),
        ("es", "En julio de 1936 estaba en Soria. El 20 fue herida.", ["1936-07", "1936-07-20"]),
        ("sr", "У мају 1876. школа је затворена. 15. је усељена војска.", ["1876-05", "1876-05-15"]),
        ("sq", "Në prill 1939 u mbyll shkolla. Më 15 ushtarët hynë.", ["1939-04", "1939-04-15"]),
        ("de", "Im Mai 1922 siegte er am 15. Spieltag.", ["1922-05"]),
        ("fr", "En mars 1848, on logea au 15, rue des Lilas. Le 15, rue des Lilas fut vendu.", ["1848-03"]),
    ],
)  # fmt: skip
def test_a_day_without_its_month(code, text, expected):
    assert _dates(text, code) == expected
