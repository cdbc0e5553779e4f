"""Analyses made by hand: documents of sentences, each telling of one thing."""

import re
from collections.abc import Mapping, Sequence

import pytest

from timeline.model.analysis import Analysis
from timeline.model.document import Document, DocumentId, Metadata, Passage, Role, Source, Span, Written
from timeline.model.event import Citation, Kind, Mention
from timeline.model.expression import Dated, Expression, TimexType
from timeline.times import edtf

Told = tuple[str, str, str] | tuple[str, str, str, Kind]


def analysed(documents: Mapping[str, Sequence[Told]], language: str = "en") -> tuple[Analysis, ...]:
    """Documents of (date, title, sentence[, kind]); the date's words stand in [brackets], which are taken away.

    Sentences that are equal stand in the text once, so that two mentions can be read from one.
    """
    return tuple(_analysis(DocumentId(name), told, language) for name, told in documents.items())


def _analysis(name: DocumentId, told: Sequence[Told], language: str) -> Analysis:
    text, places = "", {}
    for _, _, sentence, *_ in told:
        plain = re.sub(r"[\[\]]", "", sentence)
        if plain not in places:
            places[plain] = len(text)
            text += plain + "\n"
    mentions = tuple(_mention(name, one, places) for one in told)
    passages = tuple(Passage(Span(start, start + len(plain)), Role.PROSE) for plain, start in places.items())
    document = Document(name, text, passages, language, Metadata())
    return Analysis(document, Written(None, Source.OPEN), (), mentions)


def _mention(name: DocumentId, told: Told, places: Mapping[str, int]) -> Mention:
    date, title, sentence, *kind = told
    plain = re.sub(r"[\[\]]", "", sentence)
    start = places[plain]
    opened = sentence.index("[")
    words = sentence[opened + 1 : sentence.index("]")]
    span = Span(start + opened, start + opened + len(words))
    when = edtf.parse(date)
    expression = Expression(span, words, TimexType.DATE, when, "by-hand")
    quote = Citation(name, Span(start, start + len(plain)), plain)
    names = tuple(re.findall(r"(?<=[a-z] )[A-Z]\w+", plain))
    return Mention(
        title, kind[0] if kind else Kind.EVENT, when, Dated(expression, when, date), quote, names, 0.8
    )


@pytest.fixture(scope="session")
def project():
    return analysed
