"""Quarters and halves told one by one in a sentence whose first alone names its unit and year."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

ENGLISH = language("en")
TOLD = {
    "In the first quarter of 2018 there were 281 calls, in the second 302, in the third 333.": ["2018-33", "2018-34", "2018-35"],
    "It made 281 in the first half of 2018 and 302 in the second.": ["2018-40", "2018-41"],
    "In Q2 2018 there were 281 calls; in the third there were 302.": ["2018-34", "2018-35"],
    "In the first quarter of 2018 there were 281 calls. In the second, 302 came.": ["2018-33"],  # another sentence
    "In the first quarter of 2018 there were 281 calls, in the fourth 302.": ["2018-33"],  # two are wanting
    "In the first half of 2018 there were 281 calls, in the second 302, in the third 40.": ["2018-40", "2018-41"],
    "In 2018 he ran two races, in the second 302 took part.": ["2018"],  # no quarter was told
    "In the first quarter of 2018 they won the first match, in the second match 302 came.": ["2018-33"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_the_first_of_a_list_names_the_unit(text, expected):
    document = Document(DocumentId("a sentence"), text, (), "en")
    dated = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, edtf.parse("2021-05-12"))
    assert [edtf.text(one.when) for one in dated.timexes if isinstance(one, Dated)] == expected
