"""Insertions: what stands in brackets, or between dashes, with a date of its own, and is no part of the sentence around it."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.scene import Bracket
from timeline.extract.words import NOMINAL, Tag, Token


def cut(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Bracket, ...]]:
    """The tokens without the brackets that hold a date, and those; not one that opens the sentence."""
    main: list[Token] = []
    found: list[Bracket] = []
    at = 0
    last = max((i for i, token in enumerate(tokens) if token.tag is Tag.CLOSE), default=0)
    while at < len(tokens):
        if tokens[at].tag is Tag.OPEN and main and at < last:  # of what nobody closes there may be thousands
            close = next((i for i in range(at + 1, last + 1) if tokens[i].tag is Tag.CLOSE), None)
            inside = tokens[at + 1 : close] if close is not None else ()
            if (
                close is not None
                and any(t.tag is Tag.TIME for t in inside)
                and not _of_life(tokens, at, close)
            ):
                found.append(Bracket(len(main), inside))
                at = close + 1
                continue
        if (dash := _inserted(tokens, at, main)) is not None:
            found.append(Bracket(len(main), tokens[at + 1 : dash]))
            at = dash + 1
            continue
        main.append(tokens[at])
        at += 1
    return tuple(main), tuple(found)


def _of_life(tokens: Sequence[Token], opening: int, closing: int) -> bool:
    """Whether a bracket stands between the name that opens a sentence and its "was": what that tells is a life."""
    names = all(token.tag in {Tag.NAME, Tag.PREPOSITION, Tag.DETERMINER} for token in tokens[:opening])
    return names and closing + 1 < len(tokens) and tokens[closing + 1].tag is Tag.BE


def _inserted(tokens: Sequence[Token], at: int, main: Sequence[Token]) -> int | None:
    """The dash that closes a dated sentence put between a subject and its verb: "The ferry – in 1926 it had sunk – was …"."""
    if not _is_dash(tokens[at]) or not main or main[-1].tag not in NOMINAL:
        return None
    close = next((i for i in range(at + 1, len(tokens)) if _is_dash(tokens[i])), len(tokens))
    inside = tokens[at + 1 : close]
    goes_on = close + 1 < len(tokens) and tokens[close + 1].tag in _FINITE
    opens = bool(inside) and inside[0].tag in NOMINAL | {Tag.PREPOSITION, Tag.TIME}
    told = any(two.tag in _FINITE and one.tag in NOMINAL for one, two in pairwise(inside))
    dated = any(token.tag is Tag.TIME for token in inside)
    return close if goes_on and opens and told and dated else None


def _is_dash(token: Token) -> bool:
    return token.tag is Tag.STOP and token.low not in {";", ":", "…", "..."}


_FINITE = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.BE, Tag.HAVE, Tag.MODAL})
