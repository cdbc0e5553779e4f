"""What is wrong with a title beside its sentence is seen, and what is right is let be."""

import re

import pytest

from timeline.extract.agreement import disagrees
from timeline.extract.parsing import parsed
from timeline.extract.sound import Flaw, flaws, without_gaps
from timeline.extract.tokens import tokens
from timeline.languages import events
from timeline.model.document import Span

WORDS = events.words("en")
YEAR = re.compile(r"\b(?:\d{1,2} [A-Z][a-z]+|1\d{3})\b")


def read(text):
    return parsed(
        tokens(text, Span(0, len(text)), [Span(*m.span()) for m in YEAR.finditer(text)], WORDS), WORDS
    )


def chosen(sentence, title):
    """The tokens of a sentence that a title's words are, in order."""
    rest = iter(sentence.tokens)
    return tuple(next(token for token in rest if token.low == word.lower()) for word in title.split())


@pytest.mark.parametrize(
    ("text", "title", "flaw"),
    [
        ("The feast was moved to 3 June in honour of the abbot.", "feast was moved to in honour of the abbot", Flaw.GAP),
        ("They were carried to a barn on the eve of the 4 July election.", "They were carried to a barn election", Flaw.GLUED),
        ("The surgeon described in 1902 the fever.", "surgeon described", Flaw.OPEN),
        ("The surgeon described the fever in 1902.", "surgeon described", Flaw.OPEN),
        ("On 3 June the shop would not open.", "the shop would", Flaw.OPEN),
        ("He acted on a call received in 1902.", "He acted on a call received", Flaw.TAIL),
        ("The board said that miners in Ashby would strike in 1902.", "board said that miners in Ashby", Flaw.UNTOLD),
        ("The board said that miners in Ashby would strike in 1902.", "board said that miners in Ashby would strike", None),
        ("The mill was sold in 1902 to a firm from Leith.", "mill was sold to a firm from Leith", None),
    ],
)  # fmt: skip
def test_flaws(text, title, flaw):
    sentence = read(text)
    index = 0
    assert flaws(chosen(sentence, title), sentence, index) == ((flaw,) if flaw else ())


def test_what_a_date_left_alone_goes():
    sentence = read("All figures relate to 31 December or to the whole of the town.")
    said = chosen(sentence, "All figures relate to or to the whole of the town")
    kept = without_gaps(said, sentence)
    assert " ".join(token.text for token in kept) == "All figures relate to the whole of the town"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Several newspapers was", True),
        ("The riders was", True),
        ("A rider were", True),
        ("The news was", False),
        ("The board were", False),
        ("A number of riders were", False),
        ("Two thirds was", False),
        ("The Netherlands was", False),
        ("80 per cent was", False),
    ],
)
def test_agreement(text, wrong):
    found = tokens(text, Span(0, len(text)), (), WORDS)
    assert disagrees(found[:-1], found[-1:], WORDS) is wrong
