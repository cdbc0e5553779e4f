"""The words by which a passage shows what it is, as data: `cues_<language>.toml`."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from timeline.languages import served_by
from timeline.records import dataclass

_START = 240  # characters within which a cue at the start of a passage ends
_SHORT = 400  # characters of a passage in which cues may stand anywhere


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

    starting: Mapping[str, re.Pattern[str]]
    anywhere: Mapping[str, re.Pattern[str]]

    def show(self, kind: str, text: str) -> bool:
        """Whether a passage's text bears a cue of this kind: at its start or, if it is short, anywhere."""
        short = len(text) <= _SHORT
        said = " ".join((text if short else text[:_START]).split())
        if kind in self.starting and self.starting[kind].match(said):
            return True
        return short and kind in self.anywhere and self.anywhere[kind].search(said) is not None


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
    starting: dict[str, list[str]] = {}
    anywhere: dict[str, list[str]] = {}
    own = served_by(language)
    for cue in (*listed("en"), *(listed(own) if own != "en" else ())):
        kinds = starting if cue.pattern.startswith("^") else anywhere
        kinds.setdefault(cue.kind, []).append(cue.pattern)
    return Cues(_compiled(starting), _compiled(anywhere))


def _compiled(kinds: Mapping[str, list[str]]) -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
        for kind, patterns in kinds.items()
    }
