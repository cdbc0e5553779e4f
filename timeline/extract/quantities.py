"""Quantities: what says how exact a number is belongs to it: "at least nine", "more than 30", "between 20 and 30"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords

# What stands before a subject: there "about 20 boats" are some twenty, and not what something is about.
_OPENING = frozenset(
    {Tag.TIME, Tag.COMMA, Tag.COORDINATOR, Tag.THAT, Tag.STOP, Tag.SUBORDINATOR, Tag.QUOTE, Tag.CLOSE}
)


def quantified(tokens: Sequence[Token], words: EventWords) -> tuple[Token, ...]:
    """The tokens, those that say how exact a number is tagged as a part of it."""
    made = list(tokens)
    for at, token in enumerate(tokens):
        if token.tag is Tag.NUMBER:
            for index in range(at - _length(tokens, at, words), at):
                made[index] = replace(made[index], tag=Tag.NUMBER)
        elif token.low in words.wholes and at and tokens[at - 1].low in words.not_quite:
            made[at - 1] = replace(made[at - 1], tag=Tag.DETERMINER)
    return tuple(made)


def _length(tokens: Sequence[Token], at: int, words: EventWords) -> int:
    """How many tokens before the number at `at` belong to it."""
    for bound in _bounds(words):
        start = at - len(bound)
        if start >= 0 and all(tokens[start + i].low == word for i, word in enumerate(bound)):
            return len(bound)
    opening = at < 2 or tokens[at - 2].tag in _OPENING
    if at and opening and tokens[at - 1].low in words.around:
        return 1
    if at > 2 and tokens[at - 1].low == "and" and tokens[at - 3].low == "between":
        return 3 if tokens[at - 2].tag is Tag.NUMBER else 0
    return 0


@lru_cache(maxsize=16)
def _bounds(words: EventWords) -> tuple[tuple[str, ...], ...]:
    """The phrases that bound a number, the longest first: "no more than" before "more than"."""
    return tuple(sorted((tuple(one.split("-")) for one in words.bounds), key=lambda one: (-len(one), one)))
