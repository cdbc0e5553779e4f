"""Phrases: how far a noun phrase reaches, and where one begins behind another."""

from collections.abc import Sequence

from timeline.extract.time_phrase import is_attributive
from timeline.extract.words import NOMINAL, Tag, Token

_PHRASE = NOMINAL | {Tag.CLOSE, Tag.QUOTE}


_LINKS = frozenset({"of"})


def nominal_start(tokens: Sequence[Token], end: int) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself where there is none.

    An "of" links two into one: "the declaration of independence" is one phrase, "soldiers in the town" two.
    """
    index = end
    depth = 0
    while index > 0:
        token = tokens[index - 1]
        if token.tag is Tag.CLOSE:
            depth += 1
        elif token.tag is Tag.OPEN and depth:
            depth -= 1
        elif depth:
            pass
        elif token.tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
            index -= 1
            if (
                index > 0
                and tokens[index - 1].low in _LINKS
                and index - 1 > 0
                and tokens[index - 2].tag in _PHRASE
            ):
                index -= 1
                continue
            if index > 0 and tokens[index - 1].tag is Tag.DETERMINER:  # "all the"
                index -= 1
            break
        elif token.tag is Tag.PREPOSITION and token.low in _LINKS:
            if index - 1 == 0 or tokens[index - 2].tag not in _PHRASE | {Tag.ING}:
                break
        elif token.tag is Tag.COORDINATOR:
            if not (
                index > 1
                and tokens[index - 2].tag is Tag.NAME
                and index < end
                and tokens[index].tag is Tag.NAME
            ):
                break
        elif token.tag is Tag.TIME:
            if index == end or tokens[index].tag not in NOMINAL:
                break
        elif token.tag not in _PHRASE:
            break
        index -= 1
    while index < end and tokens[index].tag in {Tag.PREPOSITION, Tag.COORDINATOR, Tag.CLOSE}:
        index += 1
    return index


def comma_parts(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut at its commas, brackets kept whole."""
    parts: list[tuple[int, int]] = []
    begin = start
    depth = 0
    for index in range(start, end):
        tag = tokens[index].tag
        depth += (tag is Tag.OPEN) - (tag is Tag.CLOSE)
        if depth <= 0 and tag in {Tag.COMMA, Tag.STOP}:
            if index > begin:
                parts.append((begin, index))
            begin = index + 1
    if end > begin:
        parts.append((begin, end))
    return parts


def fresh_phrase(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Where a second noun phrase begins right after a first: "in the battle | the army"."""
    for index in range(start + 1, stop):
        if tokens[index].tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN} and tokens[index - 1].tag in {
            Tag.NOUN, Tag.NAME, Tag.TIME, Tag.CLOSE, Tag.NUMBER, Tag.PRONOUN,
        }:  # fmt: skip
            return index
        dated = tokens[index].tag in NOMINAL and is_plain_time(tokens[index - 1])
        if dated and not is_attributive(
            tokens, index - 1
        ):  # "in 1999 | the mill", not "after the 1999 | war"
            return index
        last = index == stop - 1 and tokens[index].tag is tokens[index - 1].tag is Tag.NOUN
        if last and tokens[index].low.endswith("s") and tokens[index - 1].low.endswith("s"):
            return index  # "under its terms wages will rise"
    return None


def closing_name(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Where a name begins that ends the stretch behind a noun, the only subject there can be: "under the treaty | Spain"."""
    index = stop
    while index > start and tokens[index - 1].tag is Tag.NAME:
        index -= 1
    return index if start < index < stop and tokens[index - 1].tag is Tag.NOUN else None


def closing_noun(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Where nouns begin that end the stretch behind a place's name, and so are the subject: "in Oslo | fighting (went on)"."""
    index = start
    while index < stop and tokens[index].tag is Tag.NAME:
        index += 1
    nouns = start < index < stop and all(token.tag is Tag.NOUN for token in tokens[index:stop])
    return index if nouns and not tokens[index - 1].owns else None


def is_plain_time(token: Token) -> bool:
    """Whether a token is a date that owns nothing: "1999", not "1999's"."""
    return token.tag is Tag.TIME and not token.owns
