"""A language's rules: patterns over classes of words, and what a match reads as.

A pattern is a regular expression in which
  {month}        is a token of a category, or the word itself if it stands in `[words]`; {a|b} of either
  {=month}       is that, kept as the slot `month`; {day:dayord} keeps it as the slot `day`
  {number}       is also a phrase of `[phrases]`, a pattern of its own
  <...>          is an expression, where a match holds context or several; else all of it is one
and a blank is a blank between words. At each place the longest match wins, then the earlier rule.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from timeline.languages.lexicon import Lexicon, Value
from timeline.languages.prefix import first
from timeline.languages.tokens import TOKEN

_ELEMENT = re.compile(
    r"\{(?:(?P<same>=)|(?P<slot>[a-z_0-9]+):)?(?P<names>[\w|]+)\}|(?P<group>\(\?(?:P<\w+>|P=|<?[=!:]))|(?P<mark>[<>])"
)
_LEFT, _RIGHT = 16, 400  # how many classes a window may hold before and after its first trigger


class GrammarError(ValueError):
    """A rule file that cannot be used: which rule, and why."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A token or phrase kept from a match: its name, the category or phrase it was read by, its tokens."""

    name: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartMatch:
    """One expression of a match: its tokens, and its slots."""

    start: int
    end: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match in a window; token numbers count from the window's start."""

    rule: "Rule"
    start: int
    end: int
    parts: tuple[PartMatch, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule: `readings` names one constructor for each expression, `given` constants for all of them."""

    name: str
    source: str
    readings: tuple[str, ...]
    given: Mapping[str, Value]
    type: str
    unless: tuple[str, ...] = ()
    examples: Mapping[str, str] = field(default_factory=dict)
    rejects: tuple[str, ...] = ()

    @property
    def regex(self) -> re.Pattern[str]:
        """Its pattern as a regular expression over classes, compiled when first wanted: a text needs few of them."""
        return _regex(self.source, self.name)

    def match(self, window: str, position: int) -> Match | None:
        """The match that starts at a token of the window."""
        found = self.regex.match(window, position)
        if found is None or found.end() == found.start():
            return None
        slots = [
            Slot(group.split("__")[0], group.split("__")[1], *found.span(group))
            for group, text in found.groupdict().items()
            if text is not None and "__" in group
        ]
        parts = [
            found.span(f"part{i}") for i in range(len(self.readings)) if f"part{i}" in found.re.groupindex
        ]
        spans = [part for part in parts if part[0] >= 0] or [found.span()]
        return Match(
            self,
            *found.span(),
            tuple(PartMatch(start, end, _inside(slots, start, end, spans)) for start, end in spans),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All rules, and `windows`: the stretches of known words around a trigger, the only ones to be parsed."""

    rules: tuple[Rule, ...]
    windows: re.Pattern[str]
    parsed: Callable[[str], tuple[Match, ...]]


def grammar(
    data: Mapping[str, Any], lexicon: Lexicon, triggers: Sequence[str], patterns: Sequence[str] = ()
) -> Grammar:
    """The grammar of a `rules.toml`."""
    phrases = {**data.get("phrases", {}), "holiday": _named(lexicon.holidays)}
    rules = tuple(_rule(entry, phrases, lexicon) for entry in data.get("rule", ()))
    known = re.escape("".join(sorted(set(lexicon.classes.values()))))
    triggering = {c for name in triggers for c in lexicon.members.get(name, name if len(name) == 1 else "")}
    triggering |= {c for name in lexicon.holidays for c in _telling(name, lexicon, triggering)}
    trigger = re.escape("".join(sorted(triggering)))
    telling = "|".join([f"[{trigger}]", *(_compiled(pattern, phrases, lexicon) for pattern in patterns)])
    windows = re.compile(f"[{known}]{{0,{_LEFT}}}(?:{telling})[{known}]{{0,{_RIGHT}}}")
    by_first = _by_first_class(rules, set(lexicon.classes.values()))

    @lru_cache(maxsize=65536)
    def parsed(window: str) -> tuple[Match, ...]:
        return tuple(_parsed(by_first, window))

    return Grammar(rules, windows, parsed)


def _named(names: Iterable[str]) -> str:
    """A pattern for any of some names of several words, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(_spelled(name) for name in ordered) + ")" if ordered else "(?!)"


def _telling(name: str, lexicon: Lexicon, triggering: Iterable[str]) -> set[str]:
    """The longest word of a name, if none of its words draws attention already."""
    words = sorted((token for token in TOKEN.findall(name) if token.isalpha()), key=len)
    classes = {lexicon.classes[token.capitalize()] for token in words} | {
        lexicon.classes[token] for token in words
    }
    if classes & set(triggering):
        return set()
    return {lexicon.classes[words[-1]], lexicon.classes[words[-1].capitalize()]}


def _spelled(name: str) -> str:
    return "".join(f"{{{token}}}" if token.isalpha() else re.escape(token) for token in TOKEN.findall(name))


def literals(data: Mapping[str, Any], names: Iterable[str] = ()) -> frozenset[str]:
    """Every name that patterns use: categories, phrases, or words that stand for themselves."""
    patterns = [str(rule["pattern"]) for rule in data.get("rule", ())]
    sources = [*patterns, *data.get("phrases", {}).values(), *map(_spelled, names)]
    phrases = {*data.get("phrases", {}), "holiday"}
    found = [match["names"] for source in sources for match in _ELEMENT.finditer(source) if match["names"]]
    return frozenset(name for names in found if names not in phrases for name in names.split("|"))


def _parsed(by_first: Mapping[str, Sequence[Rule]], window: str) -> list[Match]:
    """Leftmost, then longest, then first of the rules."""
    found: list[Match] = []
    position = 0
    while position < len(window):
        matches = [match for rule in by_first[window[position]] if (match := rule.match(window, position))]
        if matches:
            best = max(matches, key=lambda match: match.end)
            if best.rule.readings != ("nothing",):
                found.append(best)
            position = max(best.parts[-1].end, position + 1)
        else:
            position += 1
    return found


def _by_first_class(rules: Sequence[Rule], classes: set[str]) -> dict[str, tuple[Rule, ...]]:
    """For each class the rules whose matches can start with it, in their order."""
    firsts = [(rule, first(rule.source)) for rule in rules]
    return {c: tuple(rule for rule, starts in firsts if starts is None or c in starts) for c in classes}


def _rule(entry: Mapping[str, Any], phrases: Mapping[str, str], lexicon: Lexicon) -> Rule:
    name = str(entry["name"])
    try:
        source = _compiled(str(entry["pattern"]), phrases, lexicon)
    except KeyError as error:
        raise GrammarError(f"rule {name!r}: {error}") from error
    reading = entry["reading"]
    readings = (reading,) if isinstance(reading, str) else tuple(reading)
    return Rule(
        name,
        source,
        readings,
        dict(entry.get("given", {})),
        str(entry.get("type", "DATE")),
        tuple(entry.get("unless", ())),
        dict(entry.get("examples", {})),
        tuple(entry.get("rejects", ())),
    )


@lru_cache(maxsize=4096)
def _regex(source: str, name: str) -> re.Pattern[str]:
    try:
        return re.compile(source)
    except re.error as error:
        raise GrammarError(f"rule {name!r}: {error}") from error


def _compiled(pattern: str, phrases: Mapping[str, str], lexicon: Lexicon) -> str:
    """A pattern as a regular expression over classes."""
    counter = iter(range(1000))
    part = iter(range(1000))

    def expand(source: str, depth: int) -> str:
        if depth > 8:
            raise KeyError("phrases nest too deeply")

        def element(match: re.Match[str]) -> str:
            if match["group"]:
                return match["group"]
            if match["mark"]:
                return f"(?P<part{next(part)}>" if match["mark"] == "<" else ")"
            names = match["names"]
            slot = names if match["same"] else match["slot"]
            if names in phrases:
                body = expand(phrases[names], depth + 1)
            else:
                members = "".join(lexicon.members[name] for name in names.split("|"))
                body = f"[{members}]"
                names = names.split("|")[0] if len(names.split("|")) == 1 else names.replace("|", "_OR_")
            return f"(?P<{slot}__{names}__{next(counter)}>{body})" if slot else f"(?:{body})"

        return _ELEMENT.sub(element, source)

    return expand(pattern, 0)


def _inside(
    slots: Sequence[Slot], start: int, end: int, parts: Sequence[tuple[int, int]]
) -> tuple[Slot, ...]:
    """The slots of a part, and those that stand in no part and so belong to all."""
    return tuple(
        slot
        for slot in slots
        if (start <= slot.start and slot.end <= end)
        or not any(first <= slot.start and slot.end <= last for first, last in parts)
    )
