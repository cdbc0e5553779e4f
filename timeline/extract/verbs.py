"""Verbs: the verb groups of a sentence, where it says that something happens."""

import itertools
from collections.abc import Sequence

from timeline.extract.finite import is_finite, word_before
from timeline.extract.participial import participial
from timeline.extract.tense import AUXILIARY, ED, NOT_FINITE, Tense, VerbGroup
from timeline.extract.verb_ahead import BREAK, opens_another
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_INSIDE = frozenset({Tag.ADVERB, Tag.NOT, Tag.BE, Tag.HAVE, Tag.DO})


_FUTURE = frozenset({"will", "shall", "'ll", "won't"})


_FUTURE_IN_PAST = frozenset({"would", "wouldn't"})


def verb_groups(tokens: Sequence[Token], words: EventWords) -> list[VerbGroup]:
    """All finite verb groups and bare participles of a sentence, in order."""
    found: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        group = _group(tokens, at, found, words)
        if group:
            found.append(group)
            at = group.end
        else:
            at += 1
    edges = [-1, *(i for i, token in enumerate(tokens) if token.low == ";"), len(tokens)]
    stretches = [(a + 1, b) for a, b in itertools.pairwise(edges)]
    return [group for stretch in stretches for group in _with_finite(tokens, stretch, found, words)]


def _with_finite(
    tokens: Sequence[Token], stretch: tuple[int, int], found: Sequence[VerbGroup], words: EventWords
) -> list[VerbGroup]:
    """The verb groups of what stands between two semicolons; where none is finite, one that looks like a noun."""
    start, end = stretch
    inside = [group for group in found if start <= group.first < end]
    finite = [group.first for group in inside if group.finite]
    if not finite:
        return _promoted(tokens, stretch, inside, words)
    link = next((i for i in range(start + 1, finite[0]) if opens_another(tokens, i, words)), None)
    if link is None:
        return inside
    before = _promoted(tokens, (start, link), [group for group in inside if group.first < link], words)
    return [*before, *(group for group in inside if group.first > link)]


def _promoted(
    tokens: Sequence[Token], stretch: tuple[int, int], found: list[VerbGroup], words: EventWords
) -> list[VerbGroup]:
    """A sentence without a verb has one that looks like a noun, "The festival opens in Ghent", or like a participle."""
    governing = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN}
    for position, group in enumerate(found):
        if (
            tokens[group.head].tag is Tag.PAST_OR_PARTICIPLE
            and group.first > 0
            and group.end < len(tokens)
            and tokens[group.end].tag in governing
            and tokens[group.first - 1].tag in {Tag.NOUN, Tag.NAME}
        ):
            finite = VerbGroup(group.first, group.end, group.head, Tense.PAST)
            return [*found[:position], finite, *found[position + 1 :]]
    for index in range(stretch[0] + 1, min(stretch[1], len(tokens) - 1)):
        token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
        if _governs(tokens, stretch[0], index):
            return sorted([*found, VerbGroup(index, index + 1, index, Tense.PRESENT)], key=lambda g: g.first)
        if token.tag is Tag.NOUN and token.low in words.third and before.tag in {Tag.NOUN, Tag.NAME}:
            follows = {
                Tag.PREPOSITION,
                Tag.TO,
                Tag.TIME,
                Tag.ADVERB,
                Tag.NUMBER,
                Tag.NAME,
                Tag.END,
                Tag.STOP,
                Tag.DETERMINER,
            }
            if not before.owns and (after.tag in follows or _to_do(tokens, index + 1)):
                return sorted(
                    [*found, VerbGroup(index, index + 1, index, Tense.PRESENT)], key=lambda g: g.first
                )
        if (
            token.tag is Tag.NOUN
            and token.low in words.base
            and after.tag in {Tag.DETERMINER, Tag.POSSESSIVE}
        ):
            linked = before.tag is Tag.NAME and any(t.tag is Tag.COORDINATOR for t in tokens[:index])
            if linked or (before.tag is Tag.NOUN and before.low.endswith("s")):
                return sorted(
                    [*found, VerbGroup(index, index + 1, index, Tense.PRESENT)], key=lambda g: g.first
                )
    return found


def _governs(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a word in -s no list has stands between a noun and an object with its article: "Army retakes the town".

    No noun stands right before an article, unless a comma or a verb parts them.
    """
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    ends = (
        token.tag is Tag.NOUN and token.low.endswith("s") and not token.low.endswith(("ss", "us", "is", "'s"))
    )
    subject = before.tag in {Tag.NOUN, Tag.NAME} and not before.owns
    plain = all(
        t.tag in NOMINAL | {Tag.TIME, Tag.STOP, Tag.OPEN, Tag.CLOSE, Tag.QUOTE} for t in tokens[start:at]
    )
    return ends and subject and plain and after.tag in {Tag.DETERMINER, Tag.POSSESSIVE}


def _to_do(tokens: Sequence[Token], at: int) -> bool:
    return (
        at + 1 < len(tokens)
        and tokens[at].tag is Tag.TO
        and tokens[at + 1].tag in {Tag.BASE, Tag.BE, Tag.HAVE}
    )


def _group(
    tokens: Sequence[Token], at: int, before: Sequence[VerbGroup], words: EventWords
) -> VerbGroup | None:
    token = tokens[at]
    if token.tag in AUXILIARY and token.low not in NOT_FINITE:
        if at and (tokens[at - 1].tag in {Tag.POSSESSIVE, Tag.TO} or _is_article(tokens[at - 1])):
            return None  # "the will of the founder", but "twelve more will be built"
        return _with_auxiliary(tokens, at, words)
    if token.tag is Tag.PRESENT and _is_object(tokens, at, before, words):
        return None
    if token.tag in {Tag.PAST, Tag.PRESENT}:
        return _closed(tokens, at, at, Tense.PAST if token.tag is Tag.PAST else Tense.PRESENT, words)
    if token.tag is Tag.BASE:
        previous = word_before(tokens, at)
        if (
            previous is not None
            and tokens[previous].tag is Tag.COORDINATOR
            and _shares_modal(tokens, at, before)
        ):
            return _closed(tokens, at, at, before[-1].tense, words)
        plain = bool(before) and before[-1].finite and tokens[before[-1].head].tag is Tag.BASE
        joined = previous is not None and tokens[previous].tag is Tag.COORDINATOR and plain
        if previous is None or (tokens[previous].tag in {Tag.TO, Tag.NOT, Tag.COORDINATOR} and not joined):
            return None
        return _closed(tokens, at, at, Tense.PRESENT, words)
    if token.tag is Tag.TO and at and tokens[at - 1].tag in {Tag.NOUN, Tag.NAME} and _to_be_done(tokens, at):
        return VerbGroup(at, at + 3, at + 2, Tense.NONE, passive=True)  # "elections to be held"
    if token.tag in ED:
        finite = token.tag is Tag.PAST_OR_PARTICIPLE and is_finite(tokens, at, before, words)
        tense = Tense.PAST if finite else Tense.NONE
        return _closed(tokens, at, at, tense, words, passive=not finite)
    return participial(tokens, at, before)


def _is_article(token: Token) -> bool:
    """Whether a word needs a noun behind it."""
    return token.tag is Tag.DETERMINER and token.low not in _ALONE


_ALONE = frozenset(["more", "all", "both", "most", "some", "many", "few", "several", "others", "another"])


def _shares_modal(tokens: Sequence[Token], at: int, before: Sequence[VerbGroup]) -> bool:
    """Whether a verb behind "and" has the "will" of the one before, and each a date: "will close in May and reopen in June"."""
    if not before or tokens[before[-1].first].tag is not Tag.MODAL:
        return False
    if any(t.tag in {Tag.TO, Tag.STOP, Tag.RELATIVE, Tag.THAT} for t in tokens[before[-1].end : at]):
        return False
    later = next((i for i in range(at, len(tokens)) if tokens[i].tag in {Tag.COMMA, Tag.STOP}), len(tokens))
    between = any(t.tag is Tag.TIME for t in tokens[before[-1].end : at])
    return between and any(t.tag is Tag.TIME for t in tokens[at:later])


def _to_be_done(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].low == "be" and tokens[at + 2].tag in ED


def _with_auxiliary(tokens: Sequence[Token], at: int, words: EventWords) -> VerbGroup | None:
    end = at + 1
    while end < len(tokens) and tokens[end].tag in _INSIDE:
        end += 1
    head = _last(tokens, at, end)
    chain = tokens[at:end]
    negated = any(t.tag is Tag.NOT or t.low.endswith("n't") or t.low == "cannot" for t in chain)
    tense = _tense(chain)
    passive = False
    following = tokens[end] if end < len(tokens) else None
    if following and following.tag in ED | {Tag.PAST}:
        passive = any(t.tag is Tag.BE for t in chain)
        head, end = end, end + 1
        if passive and _to_infinitive(tokens, end) and following.low in words.planning:
            tense = Tense.FUTURE
    elif (following and following.tag is Tag.ING and any(t.tag is Tag.BE for t in chain)) or (
        following
        and (
            following.tag is Tag.BASE or (following.tag is Tag.NOUN and chain[-1].tag in {Tag.MODAL, Tag.DO})
        )
    ):
        head, end = end, end + 1
    elif chain[0].tag in {Tag.BE, Tag.HAVE} and _to_infinitive(tokens, end):
        # "is to visit", "had to leave"
        if chain[0].tag is Tag.BE:
            tense = Tense.FUTURE
        end += 1
        while end < len(tokens) and tokens[end].tag in _INSIDE:
            end += 1
        if end < len(tokens) and tokens[end].tag in ED | {Tag.BASE, Tag.NOUN}:
            passive = tokens[end - 1].tag is Tag.BE
            end += 1
        head = _last(tokens, at, end)
    return _closed(tokens, at, head, tense, words, end=end, passive=passive, negated=negated)


def _is_object(tokens: Sequence[Token], at: int, before: Sequence[VerbGroup], words: EventWords) -> bool:
    """Whether a form in -s is a noun that the verb before governs: "held military exercises"."""
    if not before or not before[-1].finite or tokens[before[-1].head].low in words.reporting:
        return False
    return not any(t.tag in BREAK or t.low in words.either_way for t in tokens[before[-1].end : at])


def _to_infinitive(tokens: Sequence[Token], at: int) -> bool:
    return (
        at + 1 < len(tokens)
        and tokens[at].tag is Tag.TO
        and tokens[at + 1].tag in {Tag.BASE, Tag.BE, Tag.HAVE, Tag.DO}
    )


def _tense(chain: Sequence[Token]) -> Tense:
    first = chain[0].low
    if chain[0].tag is Tag.MODAL:
        if first in _FUTURE or first in _FUTURE_IN_PAST:
            return Tense.FUTURE
        return Tense.POSSIBLE
    if first in {"has", "have", "hasn't", "haven't"} and len(chain) >= 1:
        return Tense.PERFECT
    if first in {"was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"}:
        return Tense.PAST
    return Tense.PRESENT


def _closed(
    tokens: Sequence[Token],
    first: int,
    head: int,
    tense: Tense,
    words: EventWords,
    *,
    end: int | None = None,
    passive: bool = False,
    negated: bool = False,
) -> VerbGroup:
    stop = head + 1 if end is None else end
    if stop < len(tokens) and tokens[stop].low in words.particles and tokens[stop].tag is not Tag.NUMBER:
        after = tokens[stop + 1].tag if stop + 1 < len(tokens) else None
        if tokens[stop].low == "by" and after is Tag.PREPOSITION:
            return VerbGroup(first, stop, head, tense, passive, negated)  # "completed by about Friday"
        always = tokens[stop].low in {"up", "out", "down", "off", "away", "back", "apart", "aside"}
        if (always and after != Tag.PREPOSITION) or after not in NOMINAL | {Tag.TIME, Tag.ING, Tag.QUOTE}:
            stop += 1
    elif (
        stop + 1 < len(tokens)
        and tokens[stop].tag is Tag.PREPOSITION
        and tokens[stop + 1].tag is Tag.COORDINATOR
    ):
        stop += 1  # "fired upon and damaged"
    return VerbGroup(first, stop, head, tense, passive, negated)


def _last(tokens: Sequence[Token], start: int, end: int) -> int:
    return next((i for i in range(end - 1, start, -1) if tokens[i].tag not in {Tag.ADVERB, Tag.NOT}), start)
