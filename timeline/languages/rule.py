"""A rule of a language: a pattern, and the reading that what it matches has."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any

from timeline.languages.lexicon import Value
from timeline.records import dataclass


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

    def matched(self, found: re.Match[str]) -> Match:
        """What a match of its regular expression in a window keeps."""
        spans = found.regs
        slots = [Slot(name, kind, *spans[group]) for name, kind, group in self._slots if spans[group][0] >= 0]
        parts = [spans[part] for part in self._parts if spans[part][0] >= 0] or [spans[0]]
        return Match(
            self,
            *spans[0],
            tuple(PartMatch(start, end, _inside(slots, start, end, parts)) for start, end in parts),
        )


def rule(entry: Mapping[str, Any], spelled: Callable[[str], str]) -> Rule:
    """The rule of an entry of a `rules.toml`; `spelled` gives a pattern as a regular expression."""
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
