"""The words by which a language names what happened, and tells of it: "the fire" is what "burned" or "broke out".

They are read only for a text that hangs a date on a happening: "the night of the fire".
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from timeline.languages.scripts import plain
from timeline.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of happening: its names, and what shows in a clause that it is told of there: nouns, finite verbs."""

    name: re.Pattern[str]
    noun: re.Pattern[str]
    verb: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Happenings:
    """Words of a language's `happenings.toml`, in lower case and in one spelling; see the comments there."""

    leads: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    owned: frozenset[str]
    of: frozenset[str]
    stops: frozenset[str]
    plain: frozenset[str]
    opens: frozenset[str]
    fronts: frozenset[str]
    joins: frozenset[str]
    starts: frozenset[str]
    pronouns: frozenset[str]
    dated: frozenset[str]
    located: frozenset[str]
    mentions: frozenset[str]
    auxiliaries: frozenset[str]
    negations: re.Pattern[str]
    reports: re.Pattern[str]
    occurs: re.Pattern[str]
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    lasting: re.Pattern[str]
    verbs: re.Pattern[str]
    bare: bool
    loose: bool
    adjective: re.Pattern[str]
    during: frozenset[str]
    plural: str
    kinds: tuple[Kind, ...]
    spelling: tuple[str, ...]
    derived: tuple[tuple[str, tuple[str, ...]], ...]

    def spelled(self, text: str) -> str:
        """A text in lower case, in the spelling of these words."""
        low = text.lower().replace("’", "'")
        if low.isascii() or not self.spelling:
            return " ".join(low.split())
        return " ".join(plain(word, self.spelling) for word in low.split())

    def kind(self, noun: str) -> Kind | None:
        """The kind of happening that a noun names; one that is not listed is told of only by itself."""
        for kind in self.kinds:
            if kind.name.fullmatch(noun):
                return kind
        if not self.plural:
            return None
        own = re.compile(rf"\b{re.escape(noun)}(?:{self.plural})?\b")
        verbs = [
            noun.removesuffix(end) + form
            for end, forms in self.derived
            for form in forms
            if noun.endswith(end)
        ]
        return Kind(own, own, re.compile(rf"\b(?:{'|'.join(map(re.escape, verbs))})\b") if verbs else _NEVER)


_NEVER = re.compile("(?!)")
_SETS = (
    "leads",
    "determiners",
    "indefinite",
    "owned",
    "of",
    "stops",
    "plain",
    "opens",
    "fronts",
    "joins",
    "starts",
    "pronouns",
    "dated",
    "located",
    "during",
    "mentions",
    "auxiliaries",
)
_PATTERNS = ("negations", "reports", "occurs", "begins", "ends", "lasting", "verbs")


@lru_cache(maxsize=16)
def happenings(code: str) -> Happenings | None:
    """The words of a language by its ISO 639-1 code, or None where it has none."""
    if not (code.isalnum() and len(code) <= 3):
        return None
    file = resources.files("timeline.languages").joinpath(code, "happenings.toml")
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    spelling, words = tuple(data.get("spelling", ())), data["words"]
    sets: dict[str, Any] = {name: frozenset(_spelled(words.get(name, ""), spelling)) for name in _SETS}
    patterns: dict[str, Any] = {name: _either(_spelled(words.get(name, ""), spelling)) for name in _PATTERNS}
    return Happenings(
        **sets,
        **patterns,
        bare=bool(data.get("bare")),
        loose=bool(data.get("loose")),
        adjective=re.compile(rf"\w*(?:{data.get('adjective', '(?!)')})"),
        plural=data.get("plural", ""),
        kinds=tuple(_kinds(data["kinds"], spelling)),
        spelling=spelling,
        derived=tuple((end, tuple(forms.split())) for end, forms in data.get("derived", {}).items()),
    )


def _kinds(table: Mapping[str, str], spelling: tuple[str, ...]) -> Iterable[Kind]:
    for names, told in table.items():
        nouns, _, verbs = told.partition("|")
        own = _spelled(names, spelling)
        yield Kind(
            _either(own), _either([*own, *_spelled(nouns, spelling)]), _either(_spelled(verbs, spelling))
        )


def _spelled(text: str, spelling: tuple[str, ...]) -> list[str]:
    return [plain(word, spelling) for word in text.split()]


def _either(words: Iterable[str]) -> re.Pattern[str]:
    r"""Any of some words; `*` is any letters, `_` a blank.

    >>> _either(["explo*", "went_off"]).pattern
    '\\b(?:explo\\w*|went\\s+off)\\b'
    """
    either = "|".join(re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in words)
    return re.compile(rf"\b(?:{either})\b") if either else _NEVER
