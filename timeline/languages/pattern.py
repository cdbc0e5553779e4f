"""Patterns: how the rules of a language are written, and what they are as regular expressions over classes of words.

A pattern is a regular expression in which
  {month}        is a token of a category, or the word itself if it stands in `[words]`; {a|b} of either
  {=month}       is that, kept as the slot `month`; {day:dayord} keeps it as the slot `day`
  {number}       is also a phrase of `[phrases]`, a pattern of its own
  <...>          is an expression, where a match holds context or several; else all of it is one
and a blank is a blank between words.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from timeline.languages.lexicon import Lexicon
from timeline.languages.outline import ELEMENT, Outline, outline, single
from timeline.languages.tokens import TOKEN
from timeline.records import dataclass

_DEEPEST = 8  # phrases within phrases


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """What patterns are made of: the phrases of a `rules.toml`, by name, and the categories of a lexicon."""

    phrases: Mapping[str, str]
    lexicon: Lexicon
    _outlines: dict[str, Outline]  # of names met before

    def regex(self, pattern: str) -> str:
        """A pattern as a regular expression; a slot is a group, named `slot__category__number`, an expression `part0`, …."""
        counter = iter(range(1000))
        part = iter(range(1000))

        def expand(source: str, depth: int) -> str:
            if depth > _DEEPEST:
                raise KeyError("phrases nest too deeply")

            def element(match: re.Match[str]) -> str:
                if match["group"]:
                    return match["group"]
                if match["mark"]:
                    return f"(?P<part{next(part)}>" if match["mark"] == "<" else ")"
                names = match["names"]
                slot = names if match["same"] else match["slot"]
                if names in self.phrases:
                    body = expand(self.phrases[names], depth + 1)
                    return f"(?P<{slot}__{names}__{next(counter)}>{body})" if slot else f"(?:{body})"
                body = _one_of(c for name in names.split("|") for c in self.lexicon.members[name])
                kind = names.replace("|", "_OR_")
                return f"(?P<{slot}__{kind}__{next(counter)}>{body})" if slot else body

            return ELEMENT.sub(element, source)

        return expand(pattern, 0)

    def outline(self, pattern: str) -> Outline:
        """What is known of a pattern before it is compiled; that of a phrase is worked out once."""
        return outline(pattern, self._named)

    def _named(self, names: str) -> Outline:
        if names not in self._outlines:
            if names in self.phrases:
                self._outlines[names] = outline(self.phrases[names], self._named)
            else:
                self._outlines[names] = single(
                    "".join(self.lexicon.members[name] for name in names.split("|"))
                )
        return self._outlines[names]


def patterns(data: Mapping[str, Any], lexicon: Lexicon) -> Patterns:
    """The patterns of a `rules.toml`; the phrases `holiday` and `namedperiod` are any of the names of several words."""
    named = {"holiday": _any_of(lexicon.holidays), "namedperiod": _any_of(lexicon.periods)}
    return Patterns({**data.get("phrases", {}), **named}, lexicon, {})


def literals(data: Mapping[str, Any], names: Iterable[str] = ()) -> frozenset[str]:
    """Every name that patterns use: categories, phrases, or words that stand for themselves."""
    rules = [str(rule["pattern"]) for rule in data.get("rule", ())]
    sources = [*rules, *data.get("phrases", {}).values(), *map(_spelled, names)]
    phrases = {*data.get("phrases", {}), "holiday", "namedperiod"}
    found = [match["names"] for source in sources for match in ELEMENT.finditer(source) if match["names"]]
    return frozenset(name for names in found if names not in phrases for name in names.split("|"))


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of some names of several words, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(_spelled(name) for name in ordered) + ")" if ordered else "(?!)"


def _spelled(name: str) -> str:
    return "".join(f"{{{token}}}" if token.isalpha() else re.escape(token) for token in TOKEN.findall(name))


def _one_of(classes: Iterable[str]) -> str:
    """A regular expression for one of some classes, in runs where they stand side by side: quicker to compile."""
    runs: list[str] = []
    for c in sorted(set(classes)):
        if runs and ord(c) == ord(runs[-1][-1]) + 1:
            runs[-1] = runs[-1][0] + c
        else:
            runs.append(c)
    if len(runs) == 1 and len(runs[0]) == 1:
        return runs[0]
    return "[" + "".join("-".join(run) for run in runs) + "]"
