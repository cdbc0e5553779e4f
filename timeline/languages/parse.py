"""Parse: the rules' matches in a window of classes. At each place the longest wins, then the earlier rule."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import or_

from timeline.languages.lexicon import Lexicon
from timeline.languages.outline import Outline
from timeline.languages.pattern import Patterns
from timeline.languages.rule import GrammarError, Match, Rule
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Tried:
    """Which rules to try at a place: `first` by the class there, each with a bit for every set that it needs.

    `met` are the bits of the sets that a class belongs to.
    """

    first: Mapping[str, Sequence[tuple[int, Rule]]]
    met: Mapping[str, int]


def tried(rules: Sequence[Rule], patterns: Patterns, lexicon: Lexicon) -> Tried:
    """Which rules to try where, known from their patterns before any is compiled."""
    outlines = tuple((rule, _outline(rule, patterns)) for rule in rules)
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
    return Tried(first, met)


def parsed(tried: Tried, window: str) -> list[Match]:
    """Leftmost, then longest, then first of the rules."""
    found: list[Match] = []
    position = 0
    ahead = list(accumulate((tried.met[c] for c in reversed(window)), or_))[::-1]  # what is met from there on
    while position < len(window):
        missing = ~ahead[position]
        end, best = position, None
        for needs, rule in tried.first[window[position]]:
            if not needs & missing and (match := rule.regex.match(window, position)) and match.end() > end:
                end, best = match.end(), (rule, match)
        if best is not None:
            longest = best[0].matched(best[1])
            if longest.rule.readings != ("nothing",):
                found.append(longest)
            position = max(longest.parts[-1].end, position + 1)
        else:
            position += 1
    return found


def _outline(rule: Rule, patterns: Patterns) -> Outline:
    try:
        return patterns.outline(rule.pattern)
    except (KeyError, ValueError, RecursionError) as error:
        raise GrammarError(f"rule {rule.name!r}: {error}") from error
