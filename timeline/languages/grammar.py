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
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import or_
from typing import Any

from timeline.languages.lexicon import Lexicon, Value
from timeline.languages.outline import ELEMENT, Outline, outline, single
from timeline.languages.tokens import TOKEN

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


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule: `readings` names one constructor for each expression, `given` constants for all of them.

    No slots: its regular expression is kept once it is compiled, which is when a text first has words for it.
    """

    name: str
    pattern: str
    readings: tuple[str, ...]
    given: Mapping[str, Value]
    type: str
    spelled: Callable[[str], str]
    unless: tuple[str, ...] = ()
    examples: Mapping[str, str] = field(default_factory=dict)
    rejects: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Its pattern as a regular expression over classes."""
        try:
            return re.compile(self.spelled(self.pattern))
        except re.error as error:
            raise GrammarError(f"rule {self.name!r}: {error}") from error

    @cached_property
    def _slots(self) -> tuple[tuple[str, str, int], ...]:
        """Name, kind and group of each slot of the pattern."""
        named = ((group.split("__"), number) for group, number in self.regex.groupindex.items())
        return tuple((parts[0], parts[1], number) for parts, number in named if len(parts) == 3)

    @cached_property
    def _parts(self) -> tuple[int, ...]:
        """The groups of its expressions."""
        groups = self.regex.groupindex
        return tuple(groups[f"part{i}"] for i in range(len(self.readings)) if f"part{i}" in groups)

    def match(self, window: str, position: int) -> Match | None:
        """The match that starts at a token of the window."""
        found = self.regex.match(window, position)
        if found is None or found.end() == found.start():
            return None
        slots = [
            Slot(name, kind, *found.span(group))
            for name, kind, group in self._slots
            if found.start(group) >= 0
        ]
        spans = [found.span(part) for part in self._parts if found.start(part) >= 0] or [found.span()]
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

    def spelled(pattern: str) -> str:
        return _compiled(pattern, phrases, lexicon)

    rules = tuple(_rule(entry, spelled) for entry in data.get("rule", ()))
    known = re.escape("".join(sorted(set(lexicon.classes.values()))))
    triggering = {c for name in triggers for c in lexicon.members.get(name, name if len(name) == 1 else "")}
    triggering |= {c for name in lexicon.holidays for c in _telling(name, lexicon, triggering)}
    trigger = re.escape("".join(sorted(triggering)))
    telling = "|".join([f"[{trigger}]", *map(spelled, patterns)])
    windows = re.compile(f"[{known}]{{0,{_LEFT}}}(?:{telling})[{known}]{{0,{_RIGHT}}}")
    tried = _tried(rules, phrases, lexicon)

    @lru_cache(maxsize=65536)
    def parsed(window: str) -> tuple[Match, ...]:
        return tuple(_parsed(tried, window))

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
    found = [match["names"] for source in sources for match in ELEMENT.finditer(source) if match["names"]]
    return frozenset(name for names in found if names not in phrases for name in names.split("|"))


@dataclass(frozen=True, slots=True)
class _Tried:
    """Which rules to try at a place: `first` by the class there, each with a bit for every set that it needs.

    `met` are the bits of the sets that a class belongs to.
    """

    first: Mapping[str, Sequence[tuple[int, Rule]]]
    met: Mapping[str, int]


def _tried(rules: Sequence[Rule], phrases: Mapping[str, str], lexicon: Lexicon) -> _Tried:
    outlines = tuple(zip(rules, _outlines(rules, phrases, lexicon), strict=True))
    needs = {need: 1 << i for i, need in enumerate(dict.fromkeys(n for _, o in outlines for n in o.needs))}
    first: dict[str, list[tuple[int, Rule]]] = {c: [] for c in set(lexicon.classes.values())}
    met = dict.fromkeys(first, 0)
    for rule, found in outlines:
        bits = sum(needs[need] for need in found.needs)
        for c in first if found.empty or found.start is None else found.start & first.keys():
            first[c].append((bits, rule))
    for need, bit in needs.items():
        for c in need & met.keys():
            met[c] |= bit
    return _Tried(first, met)


def _outlines(rules: Sequence[Rule], phrases: Mapping[str, str], lexicon: Lexicon) -> Sequence[Outline]:
    """The outline of each rule's pattern; that of a phrase is worked out once."""
    known: dict[str, Outline] = {}

    def named(names: str) -> Outline:
        if names not in known:
            if names in phrases:
                known[names] = outline(phrases[names], named)
            else:
                known[names] = single("".join(lexicon.members[name] for name in names.split("|")))
        return known[names]

    def of(rule: Rule) -> Outline:
        try:
            return outline(rule.pattern, named)
        except (KeyError, ValueError, RecursionError) as error:
            raise GrammarError(f"rule {rule.name!r}: {error}") from error

    return tuple(map(of, rules))


def _parsed(tried: _Tried, window: str) -> list[Match]:
    """Leftmost, then longest, then first of the rules."""
    found: list[Match] = []
    position = 0
    ahead = list(accumulate((tried.met[c] for c in reversed(window)), or_))[::-1]  # what is met from there on
    while position < len(window):
        missing = ~ahead[position]
        matches = [
            match
            for needs, rule in tried.first[window[position]]
            if not needs & missing and (match := rule.match(window, position))
        ]
        if matches:
            best = max(matches, key=lambda match: match.end)
            if best.rule.readings != ("nothing",):
                found.append(best)
            position = max(best.parts[-1].end, position + 1)
        else:
            position += 1
    return found


def _rule(entry: Mapping[str, Any], spelled: Callable[[str], str]) -> Rule:
    reading = entry["reading"]
    return Rule(
        str(entry["name"]),
        str(entry["pattern"]),
        (reading,) if isinstance(reading, str) else tuple(reading),
        dict(entry.get("given", {})),
        str(entry.get("type", "DATE")),
        spelled,
        tuple(entry.get("unless", ())),
        dict(entry.get("examples", {})),
        tuple(entry.get("rejects", ())),
    )


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
                return f"(?P<{slot}__{names}__{next(counter)}>{body})" if slot else f"(?:{body})"
            body = _one_of(c for name in names.split("|") for c in lexicon.members[name])
            kind = names.replace("|", "_OR_")
            return f"(?P<{slot}__{kind}__{next(counter)}>{body})" if slot else body

        return ELEMENT.sub(element, source)

    return expand(pattern, 0)


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
