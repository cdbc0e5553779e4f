"""With which classes can a match of a pattern begin? So that of a hundred rules only a few are tried at a place.

A small reader of the regular expressions that `grammar` makes: literals, sets, groups, alternatives, quantifiers.
Look-around is read as if it were not there; what it does not know counts as "anything", which is always safe.
"""

import re
from dataclasses import dataclass

ANY = None  # every class
_QUANTIFIER = re.compile(r"(?:[?*+]|\{[\d,]+\})[?+]?")
_GROUP = re.compile(r"\((?:\?P<\w+>|\?:)?")
_LOOK = re.compile(r"\(\?<?[=!]")


@dataclass(frozen=True, slots=True)
class _Start:
    """The characters something may begin with (None: any), and whether it may be empty."""

    characters: frozenset[str] | None
    empty: bool


_NOTHING = _Start(frozenset(), empty=True)


def first(pattern: str) -> frozenset[str] | None:
    """The characters a match can begin with, or None for any.

    >>> sorted(first("(?:a|[bc]?d)e"))
    ['a', 'b', 'c', 'd']
    """
    start, _ = _alternatives(pattern, 0)
    return ANY if start.empty else start.characters


def _alternatives(pattern: str, at: int) -> tuple[_Start, int]:
    """Up to the end of the group or pattern."""
    starts = []
    while True:
        start, at = _sequence(pattern, at)
        starts.append(start)
        if at >= len(pattern) or pattern[at] == ")":
            return _either(starts), at
        at += 1  # the bar


def _sequence(pattern: str, at: int) -> tuple[_Start, int]:
    whole = _NOTHING
    while at < len(pattern) and pattern[at] not in "|)":
        start, at = _element(pattern, at)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            at = quantifier.end()
            if quantifier[0][0] in "?*" or quantifier[0].startswith("{0"):
                start = _Start(start.characters, empty=True)
        if whole.empty:
            whole = _Start(_union(whole.characters, start.characters), start.empty)
    return whole, at


def _element(pattern: str, at: int) -> tuple[_Start, int]:
    character = pattern[at]
    if character == "(":
        if _LOOK.match(pattern, at):
            _, end = _alternatives(pattern, _LOOK.match(pattern, at).end())  # type: ignore[union-attr]
            return _NOTHING, end + 1
        if pattern.startswith("(?P=", at):
            return _Start(ANY, empty=True), pattern.index(")", at) + 1
        start, end = _alternatives(pattern, _GROUP.match(pattern, at).end())  # type: ignore[union-attr]
        return start, end + 1
    if character == "[":
        return _set(pattern, at)
    if character == "\\":
        escaped = pattern[at + 1]
        return _Start(ANY if escaped.isalnum() else frozenset(escaped), empty=escaped in "bB"), at + 2
    if character in "^$":
        return _NOTHING, at + 1
    return _Start(ANY if character == "." else frozenset(character), empty=False), at + 1


def _set(pattern: str, at: int) -> tuple[_Start, int]:
    end = at + 1
    while pattern[end] != "]" or end == at + 1:
        end += 2 if pattern[end] == "\\" else 1
    inside = pattern[at + 1 : end]
    if inside.startswith("^") or "\\" in inside or re.search(r".-.", inside):
        return _Start(ANY, empty=False), end + 1
    return _Start(frozenset(inside), empty=False), end + 1


def _either(starts: list[_Start]) -> _Start:
    characters: frozenset[str] | None = frozenset()
    for start in starts:
        characters = _union(characters, start.characters)
    return _Start(characters, any(start.empty for start in starts))


def _union(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return ANY if one is None or other is None else one | other
