"""A text may be one line of any length: nothing looks back farther than a paragraph goes."""

from timeline import tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.resolve import passing, telling

ENGLISH = language("en")


def _quoted(text: str) -> bool:
    (expression,) = tag.expressions(Document(DocumentId("line"), text, (), "en"), ENGLISH)
    return passing.quoted(text, expression)


def test_a_quotation_reaches_as_far_as_a_paragraph() -> None:
    assert _quoted('"' + "word " * 200 + "today it fell")
    assert not _quoted('"' + "word " * 200 + '" today it fell')
    assert not _quoted('"' + "word " * 200 + "\ntoday it fell")
    assert not _quoted('"' + "word " * 20_000 + "today it fell")


def test_a_sentence_begins_at_most_some_thousand_characters_back() -> None:
    assert telling._before("It rose. It fell", 14) == "It fe"
    assert len(telling._before("word " * 20_000, 100_000)) < 10_000
