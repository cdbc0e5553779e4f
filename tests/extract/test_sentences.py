"""Sentences: where they end, and where they do not."""

import pytest

from timeline.extract.sentences import sentences
from timeline.model.document import Document, DocumentId, Passage, Role, Span


def cut(text, whole=()):
    document = Document(DocumentId("a"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    return [text[s.start : s.end] for s in sentences(document, document.passages[0], whole)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The U.S. Army met Dr. Smith.", "He left."],
        ["It was no. 5 of 6 on Jan. 3.", "Then it ended."],
        ["J. P. Morland died.", "The bank closed."],
        ["It shut on 4 May.", "Light came."],
        [
            "He fell ill.",
            "Nobody told me.",
            "The firm was Lund Co.",
            "It was sold to Rao Inc.",
            "The chairman of Lund Co. Ltd. left.",
        ],
        ["Gen. Tamm met Capt. Lee at St. Ives on No. 5 Sq.", "He left."],
        ["“We met,” he said.", '"So it is."', "It was over."],
        ["Tad je 17. februar postao praznik.", "Potom kraj."],
        ["A letter \U0001d538 came.", "It was read."],
        ["It rained (in May) all day.", "Nobody came."],
        [
            '"It rose," he said.',
            '"It will rise again.',
            '"We shall see."',
            "The mill shut in May.",
            'They call it "dear".',
            "It was sold.",
        ],
    ],
)
def test_sentences_end_where_they_end(parts):
    assert cut(" ".join(parts)) == parts


def test_no_sentence_ends_inside_an_expression():
    text = "He came at 10 p.m. Wednesday and left."
    assert cut(text, [Span(11, 28)]) == [text]


def test_a_text_may_end_in_an_expression_without_a_full_stop():
    text = "He came. The mint moved in May 1868"
    assert cut(text, [Span(27, 35)]) == ["He came.", "The mint moved in May 1868"]


def test_white_space_belongs_to_no_sentence():
    assert cut("  One.\n\tTwo.  ") == ["One.", "Two."]
