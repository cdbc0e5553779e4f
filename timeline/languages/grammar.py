"""A language's grammar: its rules, the windows of a text in which they are tried, and what they match there."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from timeline.languages.lexicon import Lexicon
from timeline.languages.parse import parsed, tried
from timeline.languages.pattern import Patterns, patterns
from timeline.languages.rule import Match, Rule, rule
from timeline.languages.tokens import TOKEN
from timeline.languages.windows import Windows, windows
from timeline.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All rules; `windows` around what may be an expression, the only ones to be parsed; and `parsed`, which does it."""

    rules: tuple[Rule, ...]
    windows: Windows
    parsed: Callable[[str], tuple[Match, ...]]


def grammar(
    data: Mapping[str, Any], lexicon: Lexicon, triggers: Sequence[str], telling: Sequence[str] = ()
) -> Grammar:
    """The grammar of a `rules.toml`; `triggers` are categories, `telling` patterns, that a window is made around."""
    spelled = patterns(data, lexicon)
    rules = tuple(rule(entry, spelled.regex) for entry in data.get("rule", ()))
    attempts = tried(rules, spelled, lexicon)

    @lru_cache(maxsize=65536)
    def matches(window: str) -> tuple[Match, ...]:
        return tuple(parsed(attempts, window))

    return Grammar(rules, _windows(spelled, lexicon, triggers, telling), matches)


def _windows(spelled: Patterns, lexicon: Lexicon, triggers: Sequence[str], telling: Sequence[str]) -> Windows:
    classes = {c for name in triggers for c in lexicon.members.get(name, name if len(name) == 1 else "")}
    for name in (*lexicon.holidays, *lexicon.periods):
        classes |= _told_by(name, lexicon, classes)
    outlines = [spelled.outline(pattern) for pattern in telling]
    starts = None
    if not any(one.start is None or one.empty for one in outlines):
        starts = frozenset(classes).union(*(one.start for one in outlines if one.start))
    one_of = f"[{re.escape(''.join(sorted(classes)))}]"
    return windows("|".join([one_of, *map(spelled.regex, telling)]), starts)


def _told_by(name: str, lexicon: Lexicon, triggers: Iterable[str]) -> set[str]:
    """The longest word of a name, if none of its words draws attention already."""
    words = sorted((token for token in TOKEN.findall(name) if token.isalpha()), key=len)
    classes = {lexicon.classes[token.capitalize()] for token in words} | {
        lexicon.classes[token] for token in words
    }
    if classes & set(triggers):
        return set()
    return {lexicon.classes[words[-1]], lexicon.classes[words[-1].capitalize()]}
