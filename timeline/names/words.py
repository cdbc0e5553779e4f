"""What is known of a language's names, as data."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.languages import events
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words in lower case. Where `titles` and `heads` are empty, neither people nor organisations are looked for."""

    titles: frozenset[str]
    royal: frozenset[str]
    before_titles: frozenset[str]
    persons: frozenset[str]
    was: frozenset[str]
    locative: frozenset[str]
    heads: frozenset[str]
    first: frozenset[str]
    never: frozenset[str]  # function words and what else is capitalised without being a name
    abbreviations: Mapping[str, str]
    capital_nouns: bool  # whether all nouns have a capital letter


@lru_cache(maxsize=16)
def words(code: str) -> Words:
    """A language's words for names."""
    found = data(code)

    def several(name: str) -> frozenset[str]:
        return frozenset(str(found.get(name, "")).split())

    return Words(
        several("titles"),
        several("royal"),
        several("before_titles"),
        several("persons"),
        several("was"),
        several("locative"),
        several("heads"),
        several("first"),
        several("never") | _small(code),
        found.get("abbreviations", {}),
        bool(found.get("capital_nouns")),
    )


def data(code: str) -> Mapping[str, Any]:
    """The file of a language; nothing where there is none."""
    file = files("timeline.names") / f"words_{code}.toml"
    return tomllib.loads(file.read_text("utf-8")) if code.isalpha() and file.is_file() else {}


def _small(code: str) -> frozenset[str]:
    known = events.words(code)
    if known is None:
        return frozenset()
    return (
        known.determiners | known.pronouns | known.possessives | known.relatives | known.prepositions
        | known.coordinators | known.subordinators | known.modals | known.be | known.have | known.do | known.adverbs
    )  # fmt: skip
