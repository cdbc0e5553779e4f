import re

import pytest

from timeline.read import cues

CODES = ("en", "de", "es", "fr", "sq", "sr")
_CUES = [(code, cue) for code in CODES for cue in cues.listed(code)]
_ALL = [(code, cue, text) for code, cue in _CUES for text in cue.examples]
_NOT = [(code, cue, text) for code, cue in _CUES for text in cue.rejects]


@pytest.mark.parametrize(
    ("code", "cue", "text"), _ALL, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_cue_matches_its_examples(code: str, cue: cues.Cue, text: str) -> None:
    assert cues.cues(code).show(cue.kind, text)


@pytest.mark.parametrize("cue", [cue for _, cue in _CUES], ids=lambda cue: cue.pattern[:30])
def test_a_cue_needs_no_other_to_match_its_examples(cue: cues.Cue) -> None:
    pattern = re.compile(cue.pattern, re.IGNORECASE)
    assert all(pattern.search(text) for text in cue.examples)


@pytest.mark.parametrize(
    ("code", "cue", "text"), _NOT, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_cue_rejects_what_only_looks_like_one(code: str, cue: cues.Cue, text: str) -> None:
    assert not cues.cues(code).show(cue.kind, text)


def test_a_cue_is_bound_to_the_start_wholly_or_not_at_all() -> None:
    assert not [cue.pattern for _, cue in _CUES if "|^" in cue.pattern]


def test_every_cue_has_both() -> None:
    assert all(cue.examples and cue.rejects for _, cue in _CUES)


def test_a_language_without_cues_has_the_english_ones() -> None:
    assert cues.cues("pl").show("section", "See also")


def test_serbian_cues_hold_for_croatian() -> None:
    assert cues.cues("hr").show("section", "Vidi još")
