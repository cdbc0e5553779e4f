"""Linked: whether a link ("and", "after") behind a verb opens a clause whose verb may be a participle by its form."""

from collections.abc import Sequence

from timeline.extract.tense import VerbGroup
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_INSIDE = NOMINAL | {Tag.PREPOSITION, Tag.QUOTE, Tag.CLOSE, Tag.ADVERB}
_GOVERNED = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.NUMBER, Tag.NAME, Tag.QUOTE})
_OF_TIME = frozenset({"after", "before", "until", "till", "since", "as"})
_GIVING = frozenset({"paid", "offered", "sent", "promised", "lent", "owed", "allowed", "made", "kept"})


def opens_clause(tokens: Sequence[Token], at: int, before: VerbGroup, words: EventWords) -> bool:
    """Whether the noun before a form like "signed" is the subject of a new clause, and no object of the verb before.

    "Closed in 1936 and the stables | burned down", "left after two men from the ministry | found traces": a link opens it,
    and the form has an object of its own, or what the link joins it to has ended with a date of its own.
    """
    link = _link(tokens, at, before)
    if link is None or not _is_subject(tokens, link + 1, at):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    low = tokens[at].low
    naming = low in words.naming or low in _GIVING
    governs = after is not None and after.tag in _GOVERNED and not naming
    if tokens[link].tag is not Tag.COORDINATOR:
        return governs or (after is not None and after.tag is Tag.NOUN and not naming)
    dated = tokens[link - 1].tag is Tag.TIME or _fronted(tokens, link + 1) > link + 1
    dated = dated or (tokens[link - 1].tag is Tag.COMMA and tokens[link - 2].tag is Tag.TIME)
    if dated:
        return after is None or after.tag is not Tag.ING or governs
    return governs and after is not None and after.tag in {Tag.DETERMINER, Tag.POSSESSIVE}


def goes_on(
    tokens: Sequence[Token], at: int, comma: int, before: Sequence[VerbGroup], words: EventWords
) -> bool:
    """Whether a form behind a comma goes on from a verb with a date: "lifted in 1913 the ban on eels, | raised the quota"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    finite = [group for group in before if group.finite]
    low = tokens[at].low
    if after is None or not finite or low in words.naming or low in words.reporting or low in _GIVING:
        return False
    between = tokens[finite[-1].end : comma]
    dated = any(token.tag is Tag.TIME for token in between)
    opened = any(token.tag in _OPENS for token in between)
    governed = _GOVERNED - {Tag.NUMBER, Tag.QUOTE} | {Tag.ING, Tag.NOUN}
    return dated and not opened and (after.tag in governed or after.low in _PARTICLES)


_PARTICLES = frozenset({"down", "out", "up", "off", "away"})
_OPENS = frozenset({Tag.RELATIVE, Tag.THAT, Tag.SUBORDINATOR, Tag.STOP})


def _link(tokens: Sequence[Token], at: int, before: VerbGroup) -> int | None:
    """The last link between a verb and a form behind it."""
    for index in range(at - 1, before.end - 1, -1):
        token = tokens[index]
        names = token.tag is Tag.COORDINATOR and tokens[index - 1].tag is tokens[index + 1].tag is Tag.NAME
        if token.tag is Tag.COORDINATOR and not names:
            return index
        if token.low in _OF_TIME and token.tag is Tag.PREPOSITION and tokens[index + 1].tag is not Tag.TIME:
            return index
    return None


def _is_subject(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a stretch is a noun phrase and nothing else, behind a date that may open it."""
    first = _fronted(tokens, start)
    inside = tokens[first:end]
    return bool(inside) and inside[0].tag in NOMINAL and all(token.tag in _INSIDE for token in inside)


def _fronted(tokens: Sequence[Token], start: int) -> int:
    """Behind the date that opens a clause, with its preposition and comma; `start` where none does."""
    index = start
    while index < len(tokens) and tokens[index].tag is Tag.ADVERB:
        index += 1
    index += tokens[index].tag is Tag.PREPOSITION
    if tokens[index].tag is not Tag.TIME:
        return start
    return index + 1 + (tokens[index + 1].tag is Tag.COMMA)
