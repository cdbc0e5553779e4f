import re

import pytest

from timeline.read import cues

_ALL = [(cue, text) for cue in cues.listed("en") for text in cue.examples]
_NOT = [(cue, text) for cue in cues.listed("en") for text in cue.rejects]


@pytest.mark.parametrize(("cue", "text"), _ALL, ids=lambda value: value if isinstance(value, str) else "")
def test_a_cue_matches_its_examples(cue: cues.Cue, text: str) -> None:
    assert cues.cues("en").show(cue.kind, text)


@pytest.mark.parametrize("cue", cues.listed("en"), ids=lambda cue: cue.pattern[:30])
def test_a_cue_needs_no_other_to_match_its_examples(cue: cues.Cue) -> None:
    pattern = re.compile(cue.pattern, re.IGNORECASE)
    assert all(pattern.search(text) for text in cue.examples)


@pytest.mark.parametrize(("cue", "text"), _NOT, ids=lambda value: value if isinstance(value, str) else "")
def test_a_cue_rejects_what_only_looks_like_one(cue: cues.Cue, text: str) -> None:
    assert not cues.cues("en").show(cue.kind, text)


def test_a_cue_is_bound_to_the_start_wholly_or_not_at_all() -> None:
    assert not [cue.pattern for cue in cues.listed("en") if "|^" in cue.pattern]


def test_every_cue_has_both() -> None:
    assert all(cue.examples and cue.rejects for cue in cues.listed("en"))


def test_a_language_without_cues_has_the_english_ones() -> None:
    assert cues.cues("sq").show("section", "See also")
