"""Dates in figures that can be read two ways are a problem to be told; what another date of the text settles is none."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId, Metadata


def problems(text, code="en"):
    document, words = Document(DocumentId("a.txt"), text, (), code), language(code)
    return resolve.doubts(document, resolve.dated(document, tag.expressions(document, words), words))


def test_an_open_order_is_told_once_for_a_document():
    (problem,) = problems("Opened on 3/4/2019, closed on 5/6/2019.")
    assert problem.kind == "ambiguous-order"
    assert problem.file == "a.txt"
    assert '"3/4/2019" (and 1 more)' in problem.message


def test_a_region_settles_it():
    document = Document(DocumentId("a.txt"), "Opened on 3/4/2019.", (), "en", Metadata(region="GB"))
    words = language("en-GB")
    resolved = resolve.dated(document, tag.expressions(document, words), words)
    assert resolve.doubts(document, resolved) == ()
    assert [one.value for one in resolved.timexes] == ["2019-04-03"]


@pytest.mark.parametrize(
    "text",
    [
        "Opened on 3/4/2019, closed on 25/6/2019.",
        "Opened on 25/4/2019.",
        "Opened on 4/4/2019.",
        "Opened on 3 April 2019.",
    ],
)
def test_what_is_told_is_no_problem(text):
    assert problems(text) == ()


def test_where_every_region_puts_the_day_first_nothing_is_open():
    assert problems("Der Brand war am 3.4.2019, der Neubau am 5.6.2021.", "de") == ()
    (problem,) = problems("Se inauguró el 3/4/2019.", "es")
    assert "es-ES or es-PR" in problem.hint
