"""Chunks: the noun phrases of a sentence, cut plainly, and a name set beside one."""

from collections.abc import Iterator

from timeline.extract.words import NOMINAL, Tag, Token


def noun_phrases(tokens: tuple[Token, ...], limit: int) -> Iterator[tuple[int, int]]:
    """The noun phrases: nouns with what stands before them, and with an "of"; names that an "and" joins as one."""
    index = 0
    while index < limit:
        if tokens[index].tag not in NOMINAL:
            index += 1
            continue
        stop = _run(tokens, index, limit)
        while stop + 1 < limit and (
            (tokens[stop].low == "of" and tokens[stop + 1].tag in NOMINAL)
            or (
                tokens[stop].tag is Tag.COORDINATOR
                and tokens[stop - 1].tag is tokens[stop + 1].tag is Tag.NAME
            )
        ):
            stop = _run(tokens, stop + 1, limit)
        yield index, stop
        index = stop


def _run(tokens: tuple[Token, ...], start: int, limit: int) -> int:
    """Where the nouns end that begin at `start`; an article, a pronoun or a possessive begins another phrase."""
    stop = start + 1
    if tokens[start].tag is Tag.PRONOUN:
        return stop
    fresh = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN}
    while stop < limit and (
        (tokens[stop].tag in NOMINAL and tokens[stop].tag not in fresh)
        or (tokens[stop].tag is Tag.ING and stop + 1 < limit and tokens[stop + 1].tag in {Tag.NOUN, Tag.NAME})
        or (tokens[stop].tag is Tag.ADVERB and tokens[stop - 1].tag in fresh)
        or (tokens[stop].tag is Tag.TIME and tokens[stop - 1].tag in fresh)
        or (tokens[stop].tag is Tag.DETERMINER and tokens[stop - 1].tag is Tag.DETERMINER)
    ):
        stop += 1
    return stop


def head_noun(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """The noun a phrase is about: the last before its first "of"."""
    of = next((i for i in range(start, stop) if tokens[i].low == "of"), stop)
    return max(of - 1, start)


def name_behind_place(tokens: tuple[Token, ...], stop: int, limit: int) -> tuple[int, int] | None:
    """The full name between commas behind where somebody is from: "a rower from Ashby, | Ann Lee, | won"."""
    if stop + 1 >= limit or tokens[stop].tag is not Tag.PREPOSITION or tokens[stop + 1].tag not in NOMINAL:
        return None
    end = _run(tokens, stop + 1, limit)
    start = end + 1
    after = start
    while after < limit and tokens[after].tag is Tag.NAME:
        after += 1
    if (
        start >= limit
        or tokens[end].tag is not Tag.COMMA
        or after - start < _FULL
        or after + 1 >= len(tokens)
    ):
        return None
    closed = tokens[after].tag is Tag.COMMA and tokens[after + 1].tag not in {Tag.COORDINATOR, Tag.NAME}
    return (start, after) if closed else None


_FULL = 2  # names in a full name


def name_beside(tokens: tuple[Token, ...], stop: int, limit: int) -> tuple[int, int] | None:
    """The name between commas right behind a noun: "the keeper, Ann Lee,"."""
    start = stop + 1
    if start < limit and tokens[start].low == "the":  # "her first ship, the barque Ingrid,"
        start = next((i for i in range(start + 1, limit) if tokens[i].tag is not Tag.NOUN), limit)
        start = start if start > stop + 2 else limit
    if start >= limit or tokens[stop].tag is not Tag.COMMA or tokens[start].tag is not Tag.NAME:
        return None
    if tokens[stop - 1].tag is not Tag.NOUN:
        return None
    end = start
    while end < limit and (tokens[end].tag is Tag.NAME or _inside_name(tokens, end, limit)):
        end += 1
    closed = end < len(tokens) and tokens[end].tag in {Tag.COMMA, Tag.END, Tag.STOP}
    return (stop + 1, end) if closed else None


def _inside_name(tokens: tuple[Token, ...], at: int, limit: int) -> bool:
    """Whether a small word stands between two names: "Ferns of Madeira"."""
    return tokens[at].low == "of" and at + 1 < limit and tokens[at + 1].tag is Tag.NAME


def is_described(tokens: tuple[Token, ...], stop: int) -> bool:
    """Whether what follows a name between commas only says what it is: "Ann Lee, the keeper,"."""
    return (
        stop + 1 < len(tokens)
        and tokens[stop - 1].tag is Tag.NAME
        and tokens[stop].tag is Tag.COMMA
        and tokens[stop + 1].low in {"a", "an", "the", "then"}
    )


def comma_after(tokens: tuple[Token, ...], start: int, limit: int) -> int:
    """Where the nouns that begin at `start` end: a comma, or the first other word; `limit` if none does."""
    for index in range(start, limit):
        if tokens[index].tag is Tag.COMMA:
            return index
        if tokens[index].tag not in NOMINAL and tokens[index].low != "of":
            return index
    return limit
