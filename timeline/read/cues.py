"""The words by which a passage shows what it is, as data: `cues_<language>.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LOOKED_AT = 400  # characters: a cue stands at the start, or the passage is short


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern of one kind ("caption", "section", …), with what it must and must not match."""

    kind: str
    pattern: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's cues; ask whether a passage shows one of a kind."""

    patterns: Mapping[str, re.Pattern[str]]

    def show(self, kind: str, text: str) -> bool:
        """Whether a passage's text bears a cue of this kind."""
        pattern = self.patterns.get(kind)
        return pattern is not None and pattern.search(" ".join(text[:_LOOKED_AT].split())) is not None


@cache
def listed(language: str) -> tuple[Cue, ...]:
    """All cues of a language, in the order of their file; none where it has no file."""
    file = files("timeline.read") / f"cues_{language}.toml"
    if not file.is_file():
        return ()
    return tuple(
        Cue(kind, entry["pattern"], tuple(entry["examples"]), tuple(entry["rejects"]))
        for kind, entries in tomllib.loads(file.read_text("utf-8")).items()
        for entry in entries
    )


@cache
def cues(language: str) -> Cues:
    """A language's cues, ready to use. English ones hold everywhere: so many web pages' furniture is English."""
    kinds: dict[str, list[str]] = {}
    for cue in (*listed("en"), *(listed(language) if language != "en" else ())):
        kinds.setdefault(cue.kind, []).append(cue.pattern)
    return Cues({kind: _pattern(patterns) for kind, patterns in kinds.items()})


def _pattern(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
