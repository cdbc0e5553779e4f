"""Years at the head of a plain-text table's rows, in every language: the figures of the row above are no group of a telephone number."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

HEADS = {
    "en": "Year\tBooks", "de": "Jahr\tBücher", "fr": "Année\tLivres", "es": "Año\tLibros",
    "it": "Anno\tLibri", "sq": "Viti\tLibra", "sr": "Godina\tKnjiga",
}  # fmt: skip


def years(code, text):
    known, document = language(code), Document(DocumentId("a table"), text, (), code)
    found = resolve.dated(document, tag.expressions(document, known), known, edtf.parse("2021-05-12")).timexes
    return [edtf.text(one.when) for one in found if isinstance(one, Dated)]


@pytest.mark.parametrize("between", ["\t", " ", "   "])
@pytest.mark.parametrize("code", HEADS)
def test_every_row_has_its_year(code, between):
    rows = "\n".join(
        between.join(row) for row in (("1990", "120", "345"), ("1991", "130", "350"), ("1992", "140", "360"))
    )
    assert years(code, f"{HEADS[code]}\n{rows}\n") == ["1990", "1991", "1992"]


@pytest.mark.parametrize("code", HEADS)
def test_a_group_on_the_same_line_makes_it_none(code):
    assert years(code, "Tel. 030 345 1990") == []


@pytest.mark.parametrize("code", ["sq", "sr"])
@pytest.mark.parametrize("text", ["1951 200 300\n600 100", "1951 200\n1100 300", "a b\n1951 c d\n1952 e"])
def test_figures_that_head_no_row_of_years(code, text):
    assert years(code, f"a b\n{text}\n") == []


def test_a_figure_of_the_next_cell_is_no_month():
    assert years("en", "Year\tA\tB\n2015\t-\t6.100\n2016\t5\t7.200\n") == ["2015", "2016"]
