"""What is known of a pattern before it is compiled: what a match begins with, and what it must hold.

So that of a hundred rules only a few are tried at a place, and those that a text has no words for are never compiled.
A small reader of patterns as `grammar` writes them: elements, literals, sets, groups, alternatives, quantifiers.
What it does not know counts as "anything", which is always safe.
"""

import re
from collections.abc import Callable

from timeline.records import dataclass

Classes = frozenset[str]

ELEMENT = re.compile(
    r"\{(?:(?P<same>=)|(?P<slot>[a-z_0-9]+):)?(?P<names>[\w|]+)\}|(?P<group>\(\?(?:P<\w+>|P=|<?[=!:]))|(?P<mark>[<>])"
)
_QUANTIFIER = re.compile(r"(?:[?*+]|\{[\d,]+\})[?+]?")
_GROUP = re.compile(r"\((?:\?P<\w+>|\?:)?")
_LOOK = re.compile(r"\(\?(<?[=!])")


@dataclass(frozen=True, slots=True)
class Outline:
    """`start`: the classes a match can begin with (None: any); `empty`: whether it may hold nothing.

    `needs`: sets of classes, of each of which a match, or what it looks ahead to, holds at least one.
    """

    start: Classes | None
    empty: bool
    needs: frozenset[Classes] = frozenset()


_NOTHING = Outline(frozenset(), empty=True)
_ANYTHING = Outline(None, empty=False)

Named = Callable[[str], Outline]


def outline(pattern: str, named: Named) -> Outline:
    """The outline of a pattern; `named` gives that of an element's names.

    >>> found = outline("(?:{a}|[bc]?d)e", single)
    >>> sorted(found.start), sorted(map(sorted, found.needs))
    (['a', 'b', 'c', 'd'], [['a', 'd'], ['e']])
    """
    found, end = _alternatives(pattern, 0, named)
    if end != len(pattern):
        raise ValueError(f"a bracket too many at {end}: {pattern}")
    return found


def single(classes: str) -> Outline:
    """One of some classes."""
    return Outline(frozenset(classes), empty=False, needs=frozenset((frozenset(classes),)))


def _alternatives(pattern: str, at: int, named: Named) -> tuple[Outline, int]:
    """Up to the end of the group or pattern."""
    found = []
    while True:
        one, at = _sequence(pattern, at, named)
        found.append(one)
        if at >= len(pattern) or pattern[at] in ")>":
            return _either(found), at
        at += 1  # the bar


def _sequence(pattern: str, at: int, named: Named) -> tuple[Outline, int]:
    start: Classes | None = frozenset()
    empty = True
    needs: set[Classes] = set()
    while at < len(pattern) and pattern[at] not in "|)>":
        one, at = _element(pattern, at, named)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            at = quantifier.end()
            if quantifier[0][0] in "?*" or quantifier[0].startswith("{0"):
                one = Outline(one.start, empty=True)
        if empty:
            start, empty = _union(start, one.start), one.empty
        needs |= one.needs
    return Outline(start, empty, frozenset(needs)), at


def _element(pattern: str, at: int, named: Named) -> tuple[Outline, int]:
    character = pattern[at]
    if character == "{" and (element := ELEMENT.match(pattern, at)):
        return named(element["names"]), element.end()
    if character in "(<":
        return _group(pattern, at, named)
    if character == "[":
        return _set(pattern, at)
    if character == "\\":
        escaped = pattern[at + 1]
        return (_ANYTHING if escaped.isalnum() else single(escaped)), at + 2
    if character in "^$":
        return _NOTHING, at + 1
    return (_ANYTHING if character == "." else single(character)), at + 1


def _group(pattern: str, at: int, named: Named) -> tuple[Outline, int]:
    if pattern.startswith("(?P=", at):
        return Outline(None, empty=True), pattern.index(")", at) + 1
    look = _LOOK.match(pattern, at)
    begin = look or _GROUP.match(pattern, at)
    inside, end = _alternatives(pattern, begin.end() if begin else at + 1, named)
    if not look:
        return inside, end + 1
    return Outline(frozenset(), empty=True, needs=inside.needs if look[1] == "=" else frozenset()), end + 1


def _set(pattern: str, at: int) -> tuple[Outline, int]:
    end = at + 1
    while pattern[end] != "]" or end == at + 1:
        end += 2 if pattern[end] == "\\" else 1
    inside = pattern[at + 1 : end]
    known = not (inside.startswith("^") or "\\" in inside or re.search(r".-.", inside))
    return (single(inside) if known else _ANYTHING), end + 1


def _either(found: list[Outline]) -> Outline:
    """What holds of any of several: they share some needs, and of the smallest of each one is met."""
    if len(found) == 1:
        return found[0]
    start: Classes | None = frozenset()
    for one in found:
        start = _union(start, one.start)
    needs = frozenset.intersection(*(one.needs for one in found))
    if all(one.needs for one in found):
        needs |= {frozenset().union(*(min(one.needs, key=len) for one in found))}
    return Outline(start, any(one.empty for one in found), needs)


def _union(one: Classes | None, other: Classes | None) -> Classes | None:
    return None if one is None or other is None else one | other
