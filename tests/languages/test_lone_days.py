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
        ("fr", "Le 2 mai 1848, on fit grève ; le 18, il céda et partit le 4.", ["1848-05-02", "1848-05-18", "1848-06-04"]),
        ("fr", "La ville était assiégée. Il mourut le 4.", []),
        ("fr", "En 1848, on fit grève. Il mourut le 4.", ["1848"]),
        ("es", "El 3 de julio de 1936 estaba en Soria. Fue herida el 20.", ["1936-07-03", "1936-07-20"]),
        ("it", "Il 3 marzo 1912 si votò. Il sindaco fuggì il 20.", ["1912-03-03", "1912-03-20"]),
        ("it", "Il 3 marzo 1912 si votò. I prezzi salirono con il 20.", ["1912-03-03"]),
        ("de", "Am 3. Mai 1922 brannte sie. Man räumte am 15. die Halle.", ["1922-05-03", "1922-05-15"]),
        ("de", "In der Nacht auf den 5. Mai 1922 brannte sie.", ["1922-05-05TNI"]),
        ("sq", "Më 3 prill 1939 u mbyll shkolla. Ai vdiq më 25.", ["1939-04-03", "1939-04-25"]),
        ("en", "In the night of 5/6 May 1922 it burned.", ["1922-05-05TNI", "1922-05-06"]),
    ],
)  # fmt: skip
def test_a_day_without_its_month(code, text, expected):
    assert _dates(text, code) == expected
