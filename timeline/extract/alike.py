"""Alike: what a sentence says of another thing without saying it again, said in full: "as was the forge in 1984"."""

from dataclasses import replace

from timeline.extract.words import NOMINAL, Tag, Token

Tokens = tuple[Token, ...]

_AUXILIARY = frozenset({Tag.BE, Tag.DO, Tag.HAVE})
_DONE = frozenset({Tag.PARTICIPLE, Tag.PAST_OR_PARTICIPLE})
_FINITE = frozenset(
    {Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.PRESENT, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO}
)
_PAST = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE})
_FEWEST = 3  # tokens of "as was Y"
# What is no thing of which the same could be said: "as was the custom".
_NO_OTHER = frozenset(
    [
        "custom", "customary", "usual", "common", "normal", "typical", "case", "practice", "norm", "tradition", "traditional",
        "expected", "habit", "fashion", "rule", "fashionable", "necessary", "his", "hers", "theirs", "wont", "then", "it",
    ]
)  # fmt: skip


def said_in_full(tokens: Tokens) -> Tokens:
    """The tokens with ", as was Y in 1984" and ", followed by Y in 1984" as clauses of their own.

    What cannot be said in full is left out, with its date: nothing is told of it, rather than of the wrong thing.
    """
    for comma in range(1, len(tokens) - _FEWEST):
        if tokens[comma].tag is not Tag.COMMA:
            continue
        low, follows = tokens[comma + 1].low, tokens[comma + 2]
        if low in {"as", "nor"} and follows.tag in _AUXILIARY:
            return _alike(tokens, comma, negated=low == "nor")
        if low == "followed" and follows.low == "by":
            return _followed(tokens, comma)
    return tokens


def _alike(tokens: Tokens, comma: int, *, negated: bool) -> Tokens:
    auxiliary = comma + 2
    end = _phrase(tokens, auxiliary + 1)
    if end == auxiliary + 1 or (end < len(tokens) and tokens[end].tag in _FINITE):
        return tokens  # "as was | decided", "nor was the forge | sold"
    stop = next(
        (i for i in range(end, len(tokens)) if tokens[i].tag in {Tag.COMMA, Tag.STOP, Tag.END}), len(tokens)
    )
    if not any(token.tag is Tag.TIME for token in tokens[end:stop]):
        return tokens
    said = () if negated or tokens[end - 1].low in _NO_OTHER else _said(tokens[:comma], tokens[auxiliary])
    if not said:
        return (*tokens[:comma], *tokens[stop:])
    return (*tokens[: comma + 1], _and(tokens[comma + 1]), *tokens[auxiliary + 1 : end], *said, *tokens[end:])


def _said(before: Tokens, auxiliary: Token) -> Tokens:
    """The verb that an auxiliary stands for, with what it governs where it is no passive; () where it is not plain."""
    done = next((i for i in range(len(before) - 1, 0, -1) if before[i].tag in _PAST | _DONE), None)
    if done is None:
        return ()
    first = done - 1
    while first > 0 and before[first].tag is Tag.ADVERB:
        first -= 1
    passive = before[first].tag is Tag.BE
    if auxiliary.tag is Tag.BE:
        return (auxiliary, before[done]) if passive else ()
    if passive or before[first].tag is Tag.NOT:
        return ()
    end = done + 1
    while end < len(before) and before[end].tag in NOMINAL:
        end += 1
    verb = before[done] if auxiliary.tag is Tag.DO else replace(before[done], tag=Tag.PAST)
    return (verb, *before[done + 1 : end])


def _followed(tokens: Tokens, comma: int) -> Tokens:
    verb, start = comma + 1, comma + 3
    end = _phrase(tokens, start)
    time = end + (end < len(tokens) and tokens[end].tag is Tag.PREPOSITION)
    dated = time < len(tokens) and tokens[time].tag is Tag.TIME
    goes_on = any(token.tag in _FINITE for token in tokens[end:])
    told = any(token.tag in _FINITE for token in tokens[:comma])
    if end == start or tokens[start].tag is Tag.PRONOUN or not dated or goes_on or not told:
        return tokens
    followed = replace(tokens[verb], tag=Tag.PAST)
    return (*tokens[: comma + 1], _and(tokens[verb]), *tokens[start:end], followed, *tokens[end:])


def _phrase(tokens: Tokens, start: int) -> int:
    """Where a noun phrase ends."""
    end = start
    while end < len(tokens) and (tokens[end].tag in NOMINAL or (end > start and tokens[end].low == "of")):
        end += 1
    return end


def _and(at: Token) -> Token:
    return replace(at, text="and", low="and", tag=Tag.COORDINATOR)
