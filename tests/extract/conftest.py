"""Sentences with their dates marked: "It opened in {May 1990=1990-05}." stands for "It opened in May 1990."."""

import re
from types import SimpleNamespace

import pytest

from timeline import extract
from timeline.model.document import Document, DocumentId, Passage, Role, Source, Span, Written
from timeline.model.expression import Dated, Expression, Range, TimexType, Undated
from timeline.times import edtf

MARKED = re.compile(r"\{(?P<words>[^{}=]+)=(?P<date>[^{}]*)\}")
ENGLISH = SimpleNamespace(code="en")


def marked(text):
    """The text without its marks, and its expressions; a mark without a date is an undated expression.

    A date that begins with "T" is that of an hour.
    """
    plain, timexes, at = "", [], 0
    for match in MARKED.finditer(text):
        plain += text[at : match.start()]
        span = Span(len(plain), len(plain) + len(match["words"]))
        plain += match["words"]
        at = match.end()
        date, clock = match["date"].removeprefix("T"), match["date"].startswith("T")
        expression = Expression(
            span, match["words"], TimexType.TIME if clock else TimexType.DATE, None, "marked"
        )
        if date:
            timexes.append(Dated(expression, edtf.parse(date), date))
        else:
            timexes.append(Undated(expression, "PRESENT_REF"))
    return plain + text[at:], tuple(timexes)


def ranged(timexes):
    """Two expressions as the two ends of one range."""
    first, second = timexes
    when = edtf.parse(f"{first.value}/{second.value}")
    whole = Range(Span(first.span.start, second.span.end), when)
    return tuple(Dated(t.expression, t.when, t.value, range=whole) for t in (first, second))


def document(text, roles=()):
    """A document of one passage a paragraph; `roles` say what the first ones are."""
    passages, at = [], 0
    for number, block in enumerate(text.split("\n\n")):
        role = roles[number] if number < len(roles) else Role.PROSE
        if block:  # two blank lines hold nothing between them
            passages.append(Passage(Span(at, at + len(block)), role))
        at += len(block) + 2
    return Document(DocumentId("a.txt"), text, tuple(passages), "en")


@pytest.fixture(scope="session")
def read():
    """Reads marked text; gives the mentions."""

    def mentions(text, *, written=None, roles=(), join=False):
        plain, timexes = marked(text)
        when = edtf.parse(written) if written else None
        known = Written(when, Source.METADATA if when else Source.OPEN)
        found = ranged(timexes) if join else timexes
        return extract.mentions(document(plain, roles), found, known, ENGLISH)

    return mentions


@pytest.fixture(scope="session")
def told(read):
    """Reads marked text; gives lines "EDTF kind | title"."""

    def lines(text, **options):
        return [f"{edtf.text(m.when)} {m.kind.value} | {m.title}" for m in read(text, **options)]

    return lines
