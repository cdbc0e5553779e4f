"""Three figures between full stops: a day with two figures of its year, or a version's and a section's number."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

VERSIONS = {
    "en": ("in May the kernel 2.6.32 came", "in May MySQL 5.5.42 and 4.3.14 came", "since May section 3.1.14", "in May no. 3.1.14"),
    "de": ("Der Linux-Kernel 2.6.32 läuft", "MySQL 5.5.42 ist alt", "die Version 1.2.03", "7.0.56 und 5.5.42", "das Tarn 4.11.13 und 4.10.12"),
    "fr": ("le 5 mai le noyau 2.6.32", "le 5 mai Mareo 4.11.13 sort", "le 5 mai, section 3.1.14"),
    "es": ("el 5 de mayo el núcleo 2.6.32", "el 5 de mayo MySQL 5.5.42 salió", "el 5 de mayo la versión 1.2.03"),
    "it": ("il 5 maggio il kernel 2.6.32", "il 5 maggio MySQL 5.5.42 uscì", "il 5 maggio la versione 1.2.03"),
    "und": ("ядро Linux 2.6.32 2015-05-03", "wersja Mareo 4.11.13 2015-05-03"),
}  # fmt: skip
DAYS = {
    "en": ("Friday 3.5.42", "on 3.5.42 in May", "on 3.5.42 or in May", "Holt 03.05.42 in May"),
    "de": ("am 3.5.42", "Freitag 3.5.42", "Stand 3.5.42", "Holm, 3.5.42", "geboren 3.5.42", "die Sitzung vom 3.5.42",
           "Kaffee 3.5.42 fertig\nTee 4.5.42 fertig\nMilch 7.6.42 fertig", "Das Museum Holm 03.05.42 zu"),
    "fr": ("le 3.5.42",),
    "es": ("el 3.5.42",),
    "it": ("il 3.5.42",),
    "und": ("2015-05-03 3.5.42",),
}  # fmt: skip


def days(code, text):
    """The dates in figures between full stops that a text is read to say."""
    known, document = language(code), Document(DocumentId("a sentence"), text, (), code)
    found = resolve.dated(document, tag.expressions(document, known), known, edtf.parse("2021-05-12")).timexes
    return [
        edtf.text(one.when) for one in found if isinstance(one, Dated) and one.expression.text.count(".") == 2
    ]


@pytest.mark.parametrize("code", VERSIONS)
def test_figures_that_a_name_has_are_no_day(code):
    assert {text: found for text in VERSIONS[code] if (found := days(code, text))} == {}


@pytest.mark.parametrize("code", DAYS)
def test_figures_that_are_led_in_or_listed_are_days(code):
    assert {
        text: found for text in DAYS[code] if not (found := days(code, text)) or found[0] != "1942-05-03"
    } == {}
