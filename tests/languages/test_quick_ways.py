"""What is found in a quick way is what the plain way finds: tokens, windows, verb forms, prepositions."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.languages import language
from timeline.languages.tokens import TOKEN
from timeline.languages.windows import windows
from timeline.languages.wordings import forms
from timeline.resolve.prepositions import prepositions

PLAIN_TOKEN = re.compile(r"[^\W\d_]+|\d+[A-Za-z]*|\s+|.", re.DOTALL)


@settings(max_examples=200)
@given(st.text(st.sampled_from("aZéß’_ \n\u00a0\t.19٣x-²")))
def test_tokens_are_cut_where_letters_figures_and_blanks_end(text: str) -> None:
    assert TOKEN.findall(text) == PLAIN_TOKEN.findall(text)


@settings(max_examples=300)
@given(st.text(st.sampled_from("abcdwxyz "), max_size=80))
def test_windows_are_those_that_one_pattern_finds(classes: str) -> None:
    telling = "[ab]|c[d]|d x"
    plain = re.compile(rf"[^w]{{0,16}}(?:{telling})[^w]{{0,400}}")
    expected = [(found.start(), found[0]) for found in plain.finditer(classes)]
    assert list(windows(telling, frozenset("abcd")).within(classes)) == expected
    assert list(windows(telling, None).within(classes)) == expected


WORDS = ("was", "were", "will(?:_be)?", "went", "wept", "(?<!to )be", "be_gone", "go")


@settings(max_examples=200)
@given(st.lists(st.sampled_from(("was", "were", "will", "be", "gone", "went", "go", "wasp", "w", "to"))))
def test_forms_by_their_first_letter_are_those_tried_one_by_one(words: list[str]) -> None:
    text = " ".join(words)
    either = "|".join(word.replace("_", r"\s+") for word in WORDS)
    expected = [found.span() for found in re.finditer(rf"\b(?:{either})\b", text)]
    assert [found.span() for found in re.finditer(rf"\b(?:{forms(WORDS)})\b", text)] == expected


@pytest.mark.parametrize("code", ["de", "en", "es", "fr", "it", "sq", "sr"])
def test_a_preposition_is_told_from_its_end(code: str) -> None:
    spoken = language(code)
    words = prepositions(spoken)
    kinds = (
        "articles",
        "range_first",
        "range_since",
        "range_after",
        "range_until",
        "range_before",
        "range_to",
    )
    known = sorted({word.replace("_", " ") for kind in kinds for word in spoken.cues.get(kind, ())})
    ends = [
        f"{lead}{word}{tail}" for word in known for lead in ("", "x ", "(", "x") for tail in (" ", "\n", "")
    ]
    befores = [*ends, *(f"{end}{article} " for end in ends for article in known[::7])]
    found = [bool(words.first.search(before) or words.sided.search(before)) for before in befores]
    assert [words.lead(before) for before in befores] == found
    assert any(found)
    assert not all(found)
