"""Participial: verbs without a finite form that tell of something with a date of its own: ", taking the town in May"."""

from collections.abc import Sequence

from timeline.extract.tense import ED, Tense, VerbGroup
from timeline.extract.words import NOMINAL, Tag, Token

_INSIDE = frozenset({Tag.ADVERB, Tag.NOT, Tag.BE, Tag.HAVE, Tag.DO})
_PHRASE = NOMINAL | {Tag.PREPOSITION, Tag.ADVERB, Tag.QUOTE, Tag.CLOSE}
_ENDS = frozenset({Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.THAT, Tag.SUBORDINATOR})
# What opens a participle that is no more than a clause with its subject left out: "before opening a mill in 1902".
LINKS = frozenset({"after", "before", "since", "until", "till", "upon"})


def participial(tokens: Sequence[Token], at: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    """The verb group that "having", "being" or a form in -ing begins, if it tells of something with its own date."""
    token = tokens[at]
    if token.low == "having" and (
        at == 0 or _tells_on(tokens, at, found_finite=True) or absolute(tokens, at) is not None
    ):
        return _having(tokens, at)
    if token.tag is not Tag.ING and token.low != "being":
        return None
    apart = _is_linked(tokens, at, before) or absolute(tokens, at) is not None
    if token.low == "being":
        done = _done(tokens, at)
        known = done is not None and apart and _is_dated(tokens, at)
        return VerbGroup(at, done + 1, done, Tense.NONE, passive=True) if known and done is not None else None
    if _tells_on(tokens, at, found_finite=any(group.finite for group in before)):
        return VerbGroup(at, at + 1, at, Tense.NONE)
    return VerbGroup(at, at + 1, at, Tense.NONE) if apart and _is_dated(tokens, at) else None


def link_before(tokens: Sequence[Token], at: int) -> int | None:
    """Where the "after" or "before" stands that opens a participle at a token."""
    index = at - 1
    while index >= 0 and tokens[index].tag is Tag.ADVERB:
        index -= 1
    return index if index >= 0 and tokens[index].low in LINKS else None


def absolute(tokens: Sequence[Token], at: int) -> int | None:
    """Where a participle with a subject of its own begins: ", with the rest going in May", "The king having died, …"."""
    index = at - 1
    while index >= 0 and tokens[index].tag in _PHRASE and tokens[index].low != "with":
        index -= 1
    if index == at - 1:
        return None
    if index >= 0 and tokens[index].low == "with":
        named = tokens[index + 1].tag in NOMINAL and index + 1 < at
        return index if named and (index == 0 or tokens[index - 1].tag is Tag.COMMA) else None
    opens = index < 0 or tokens[index].tag is Tag.COMMA
    return index + 1 if opens and tokens[at].low == "having" and tokens[index + 1].tag in NOMINAL else None


def _is_linked(tokens: Sequence[Token], at: int, before: Sequence[VerbGroup]) -> bool:
    """Whether "after" or its like opens the participle, and its date is not the only one that the main verb has.

    "Retired after losing a vote in 1950": the date is of both.
    """
    link = link_before(tokens, at)
    if link is None:
        return False
    finite = [group for group in before if group.finite]
    if tokens[link].low != "after" or not finite:
        return True
    return any(token.tag is Tag.TIME for token in tokens[:link])


def _is_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date stands behind a participle, before its clause ends."""
    for token in tokens[at + 1 :]:
        if token.tag in _ENDS:
            return False
        if token.tag is Tag.TIME:
            return True
    return False


def _tells_on(tokens: Sequence[Token], at: int, *, found_finite: bool) -> bool:
    """Whether ", taking the town in May" tells of something with its own date after the main verb."""
    if not found_finite or at == 0:
        return False
    index = at - 1
    while index and tokens[index].tag in {Tag.ADVERB, Tag.COORDINATOR}:
        index -= 1
    return tokens[index].tag is Tag.COMMA and _is_dated(tokens, at)


def _having(tokens: Sequence[Token], at: int) -> VerbGroup | None:
    """What had been done before: "having closed its mission in 1989", "having been sold in May"."""
    done = _done(tokens, at)
    if done is None:
        return None
    chain = tokens[at:done]
    if any(token.tag is Tag.NOT for token in chain):
        return None
    return VerbGroup(at, done + 1, done, Tense.NONE, passive=any(token.tag is Tag.BE for token in chain))


def _done(tokens: Sequence[Token], at: int) -> int | None:
    """Where the participle stands behind "having" or "being"."""
    end = at + 1
    while end < len(tokens) and tokens[end].tag in _INSIDE:
        end += 1
    past = ED | {Tag.PAST} if tokens[at].low == "having" else ED
    return end if end < len(tokens) and tokens[end].tag in past else None
