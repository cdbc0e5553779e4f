"""Which year a bare month of news is of when a year stands near it, and which of two days a plan means."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf


def last(text, written, code="en"):
    """The last date of a text."""
    words = language(code)
    document = Document(DocumentId("a text"), text, (), code)
    timexes = resolve.dated(document, tag.expressions(document, words), words, edtf.parse(written)).timexes
    return [edtf.text(one.when) if isinstance(one, Dated) else one.value for one in timexes][-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year of a clause about somebody, and a second verb
        ("Holt, who left the board in 2008 over a loan and was cleared of theft in March, said no.", "2014-03"),
        ("Holt bought the mill in 2008 in March.", "2008-03"),
        # a year that the text only counts from
        ("It was the sharpest fall since the flood in February 2012. The bank, which closed on April 11, was silent.", "2014-04-11"),
        ("The ferry, in the family since 1946, goes up for auction on May 20.", "2014-05-20"),
        # history told inside news goes on
        ("In March 1999 it bought a mill. In July it sold it.", "1999-07"),
        # what was planned had not yet been
        ("She had planned to sell in December 2006. A cook talked her out of it in October.", "2006-10"),
    ],
)  # fmt: skip
def test_a_month_of_news_is_of_the_last_year_unless_its_sentence_tells_of_another(text, expected):
    assert last(text, "2014-04-25") == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "The town takes over the rotating presidency of the league in January.", "2015-01"),
        ("en", "It could delay the delivery of two ferries expected in January.", "2015-01"),
        ("en", "The ferry had been expected in January.", "2014-01"),
        ("en", "The judge told the two sides to meet on Wednesday.", "2014-04-30"),
        ("en", "Okoro thought it likely before Christmas.", "2014-12-25"),
        ("en", "The roof leaked in May 2013, and the slater did not come until after Christmas.", "2013-12-25"),
        ("de", "Für Samstag ruft ein Bündnis zu einer Kundgebung auf.", "2014-04-26"),
        ("de", "Das Treffen wurde für Samstag einberufen.", "2014-04-26"),
        ("de", "Am Samstag kam er an.", "2014-04-19"),
        ("fr", "Le tribunal lui a ordonné de comparaître lundi.", "2014-04-28"),
        ("es", "El juicio comienza en septiembre.", "2014-09"),
        ("it", "I lavori dovevano ripartire a maggio.", "2014-05"),
        ("it", "I lavori dovevano ripartire a marzo.", "2014-03"),
    ],
)  # fmt: skip
def test_what_is_set_for_a_day_is_on_the_next_one(code, text, expected):
    assert last(text, "2014-04-25", code) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("sq", "Kinemaja u ndërtua më 1927 nga Loft, i cili ishte kthyer tre vjet më parë.", "1924"),
        ("sq", "Kinemaja u ndërtua më 1927. Ai u kthye tre vjet më parë.", "2011"),
        ("de", "Der Saal wurde 1927 von Loft gebaut, der vor drei Jahren gekommen war.", "1924"),
        ("de", "Der Saal wurde 1927 gebaut und vor drei Jahren verkauft.", "2011"),
    ],
)
def test_ago_in_a_clause_of_what_had_been_is_counted_from_what_is_told_of(code, text, expected):
    assert last(text, "2014-04-25", code) == expected


def test_the_weekday_after_a_day_that_is_told_of():
    text = "The boiler failed on Thursday 3 April and the school was shut on the Friday. It opened on the Monday with heaters."
    assert last(text, "2014-04-25") == "2014-04-07"
