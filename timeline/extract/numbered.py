"""Numbered: a numeral or a letter that tells things of one name apart: "World War I", "Elizabeth I", "Terminal A"."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.words import Tag, Token

_VERBS = frozenset(
    {Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.PRESENT, Tag.ADVERB, Tag.NOT}
)
# What is numbered, though a preposition stands before it: "after World War I began", but "in Munich I met her".
_COUNTED = frozenset(
    {"war", "phase", "part", "chapter", "class", "division", "league", "act", "title", "type"}
)


def numbered(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, an "I" or "A" that belongs to the name before it tagged as a part of it."""
    made = list(tokens)
    for at in range(1, len(tokens)):
        if _is_numeral(tokens, at) or _is_letter(tokens, at):
            made[at] = replace(tokens[at], tag=Tag.NAME)
    return tuple(made)


def _is_numeral(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].text != "I" or not _follows_name(tokens, at):
        return False
    start = at
    while start and tokens[start - 1].tag is Tag.NAME:
        start -= 1
    alone = not start or tokens[start - 1].tag not in {Tag.PREPOSITION, Tag.TO, Tag.SUBORDINATOR}
    return alone or tokens[at - 1].low in _COUNTED or not _before_verb(tokens, at)


def _is_letter(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text == "A" and _follows_name(tokens, at) and _before_verb(tokens, at)


def _follows_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].tag is Tag.NAME and tokens[at].start == tokens[at - 1].end + 1


def _before_verb(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].tag in _VERBS
