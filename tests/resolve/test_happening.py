"""Lengths of time counted from a happening whose date the text has told."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated, TimexType
from timeline.times import edtf

ENGLISH = language("en")


def read(text, written=None):
    document = Document(DocumentId("a text"), text, (), "en")
    given = edtf.parse(written) if written else None
    return resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, given).timexes


def dates(text, written=None):
    return [edtf.text(one.when) if isinstance(one, Dated) else one.value for one in read(text, written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lom was taken on 26 May 1811 and Halden on 5 June. Five days after the fall of Halden, it rained.",
            "1811-06-10",
        ),
        ("The raid on 3 May 1990 failed. Two days after the raid, he resigned.", "1990-05-05"),
        ("On 27 June 1950, two days after they had landed, it rained.", "1950-06-27"),
        ("It sailed on 5 April 1885, only three days after the landing, in fog.", "1885-04-05"),
    ],
)
def test_it_has_a_date(text, expected):
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town fell on 3 May 1990. Two days after the flood, he resigned.", "P2D"),
        (
            "The raid on 3 May 1990 failed, and so did the raid on 9 May. Two days after the raid, he left.",
            "P2D",
        ),
        ("In May 1990 the raid failed. Two days after the raid, he resigned.", "P2D"),
        (
            "A clerk was heard on 3 May 1990 about a rifle that was used in the shooting. Two days before the shooting it rained.",
            "P2D",
        ),
        ("In 2004, sixty years after the relief, it closed.", "P60Y"),
    ],
)
def test_it_stays_a_length(text, expected):
    assert dates(text)[-1] == expected


def test_it_is_a_date_and_says_why():
    one = read("The raid on 3 May 1990 failed. Two days after the raid, he resigned.")[-1]
    assert one.expression.type is TimexType.DATE
    assert one.steps[0] == '"Two days" is counted from what happened on 3 May 1990'
