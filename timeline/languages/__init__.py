"""Words and rules as data: each language is a folder of TOML files. Adding a folder adds a language."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.languages import borrowed
from timeline.languages.grammar import Grammar, grammar
from timeline.languages.lexicon import Lexicon, holidays, lexicon, names
from timeline.languages.pattern import literals
from timeline.languages.rule import GrammarError
from timeline.languages.scripts import respelled
from timeline.records import dataclass

_DEFAULT = "und"
_SERVED_BY = {"hr": "sr", "bs": "sr", "sh": "sr", "cnr": "sr"}  # one grammar, and nearly one lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What the stages need to know of a language.

    `code` is the one asked for. `holidays` name days the calendar works out; `cues` are lists of words that
    tell tense, keyed by what they tell. `day_first` says how 3/4/2021 is read where nothing else decides.
    """

    code: str
    lexicon: Lexicon
    grammar: Grammar
    day_first: bool
    cues: dict[str, tuple[str, ...]]
    cue_sets: dict[str, frozenset[str]]

    def any_of(self, kind: str) -> frozenset[str]:
        """The words of a list of cues, to ask whether one is among them; none if the language has no such list."""
        return self.cue_sets.get(kind, _NONE)


_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The language of an ISO 639-1 code (a region may follow: "en-GB").

    Without a folder of its own it reads explicit dates, in dateparser's words; without those, figures.
    """
    base, _, region = code.partition("-")
    words, rules = _data(served_by(base))
    entries = lexicon(words, literals(rules, [*holidays(words), *names(words, "periods")]))
    cues = {kind: tuple(str(text).split()) for kind, text in words.get("cues", {}).items()}
    return Language(
        code=code,
        lexicon=entries,
        grammar=grammar(rules, entries, words.get("triggers", ()), words.get("trigger_patterns", ())),
        day_first=bool(words.get("day_first")) or region in words.get("day_first_regions", ()),
        cues=cues,
        cue_sets={kind: frozenset(listed) for kind, listed in cues.items()},
    )


def served_by(code: str) -> str:
    """The language whose folder serves one so close to it that it needs none: Serbian's serves Croatian."""
    return _SERVED_BY.get(code, code)


def _with_shared(rules: dict[str, Any]) -> dict[str, Any]:
    """Rules with those that they name as `shared`: figures that most languages write alike."""
    names = rules.get("shared", ())
    common = tomllib.loads(files(__package__).joinpath("figures.toml").read_text("utf-8"))["rule"]
    taken = [rule for rule in common if rule["name"] in names]
    if missing := set(names) - {rule["name"] for rule in taken}:
        raise GrammarError(f"no such shared rules: {', '.join(sorted(missing))}")
    return {**rules, "rule": [*rules.get("rule", ()), *taken]}


def _periods(code: str) -> dict[str, str]:
    """The names of periods in a language, several to a key, and their years."""
    data = tomllib.loads(files(__package__).joinpath("periods.toml").read_text("utf-8"))
    return {period[code]: period["when"] for period in data["period"] if code in period}


def _data(code: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Words and rules, of the language's own folder or borrowed."""
    folder = files(__package__) / code
    if code.isalpha() and folder.joinpath("rules.toml").is_file() and code != _DEFAULT:
        words = respelled(
            {**tomllib.loads(folder.joinpath("words.toml").read_text("utf-8")), "periods": _periods(code)}
        )
    else:
        folder, words = files(__package__) / _DEFAULT, borrowed.words(code)
    return words, _with_shared(tomllib.loads(folder.joinpath("rules.toml").read_text("utf-8")))
