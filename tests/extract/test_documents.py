"""Every block of `documents.txt`: what a whole small document tells by the dates that head its entries, rows and items."""

from pathlib import Path

import pytest

from timeline import pipeline
from timeline.model.document import DocumentId, Metadata
from timeline.times import edtf

HERE = Path(__file__).parent
PARTED = "\n====\n"


def _cases():
    for block in HERE.joinpath("documents.txt").read_text(encoding="utf-8").split(PARTED):
        name, _, rest = block.strip().partition("\n")
        text, _, expected = rest.partition("\n----")
        name, _, language = name.partition(" @")
        yield pytest.param(text.strip() + "\n", language or "en", expected.strip().splitlines(), id=name)


@pytest.mark.parametrize(("text", "language", "expected"), list(_cases()))
def test_a_document_tells(text, language, expected):
    source = pipeline.Input(
        DocumentId("a.md"), text.encode(), Metadata(language=language, published=edtf.parse("2022-05-05"))
    )
    mentions = pipeline.analysed(source).value.mentions
    assert [f"{edtf.text(m.when)} {m.kind.value} | {m.title}" for m in mentions] == expected


def test_a_header_row_of_a_page_names_its_columns():
    page = (
        "<html lang=en><body><h1>Ashby Fair</h1><table><tr><th>Year</th><th>Visitors</th></tr>"
        "<tr><td>2016</td><td>1,204</td></tr><tr><th>2017</th><td>1,310</td></tr></table></body></html>"
    )
    source = pipeline.Input(DocumentId("a.html"), page.encode(), Metadata(language="en"))
    mentions = pipeline.analysed(source).value.mentions
    assert [(edtf.text(m.when), m.title) for m in mentions] == [
        ("2016", "Visitors: 1,204"),
        ("2017", "Visitors: 1,310"),
    ]
