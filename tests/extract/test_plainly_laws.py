"""What holds for any text in a language without a grammar: it is read, and no title says what the text does not."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline import pipeline
from timeline.languages import telling
from timeline.model.document import DocumentId, Metadata

FOLDER = Path(__file__).with_name("languages")
CODES = ("de", "es", "fr", "sq", "sr", "it")
MARKS = (",", ".", ";", ":", "–", "(", ")", "„", "“", "…")
DATES = ("1990", "1990.", "3. 5. 1991", "2031", "1914–1918")


def _analysis(code, text):
    source = pipeline.Input(DocumentId("a.txt"), text.encode(), Metadata(language=code))
    return pipeline.analysed(source).value


def _vocabulary(code):
    """Words of every list, names, marks and dates: sentences of these meet every branch."""
    known = telling.words(code)
    lists = (getattr(known, name) for name in known.__slots__)
    listed = {word for one in lists if isinstance(one, telling.WordSet) for word in sorted(one.words)[:25]}
    return [*sorted(listed), "Anna", "Müller", "Haus", "casa", "kuća", *MARKS, *DATES]


def _words(text):
    return set(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_words_can_be_read(code, data):
    said = data.draw(st.lists(st.sampled_from(_vocabulary(code)), min_size=3, max_size=30))
    text = " ".join(said).replace(" ,", ",").replace(" .", ".") + "."
    analysis = _analysis(code, text)
    for mention in analysis.mentions:
        span = mention.citation.span
        assert analysis.document.text[span.start : span.end] == mention.citation.quote
        assert mention.title.strip() == mention.title != ""


@pytest.mark.parametrize("code", [code for code in CODES if code != "it"])
def test_a_title_says_only_what_the_text_says(code):
    text = (FOLDER / f"{code}.txt").read_text(encoding="utf-8")
    prose = " ".join(re.findall(r"^> (.*)$", text, re.MULTILINE))
    analysis = _analysis(code, prose)
    assert analysis.mentions
    for mention in analysis.mentions:
        foreign = _words(mention.title) - _words(prose)
        # a verb may part from its particle, a participle from its ending
        assert all(any(word in said for said in _words(prose)) for word in foreign), mention.title
