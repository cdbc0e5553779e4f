"""Verb groups: where a sentence says that something happens, and how surely."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


class Tense(Enum):
    """What a finite verb group says about its happening."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"  # will, is to
    POSSIBLE = "possible"  # may, could, should
    NONE = "none"  # a participle: "founded by"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens `first` up to `end`; `head` is the verb that carries the meaning."""

    first: int
    end: int
    head: int
    tense: Tense
    passive: bool = False
    negated: bool = False

    @property
    def finite(self) -> bool:
        """Whether it makes a clause with a subject of its own."""
        return self.tense is not Tense.NONE


_PERIODS = frozenset({"quarter", "year", "period", "months", "weeks", "half"})
_ED = frozenset({Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE})
_AUXILIARY = frozenset({Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO})
_INSIDE = frozenset({Tag.ADVERB, Tag.NOT, Tag.BE, Tag.HAVE, Tag.DO})
_BREAK = frozenset(
    {Tag.COMMA, Tag.STOP, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.THAT, Tag.QUOTE, Tag.END}
)
_NOT_FINITE = frozenset({"be", "been", "being", "having"})
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
    if not any(group.finite for group in found):
        return _promoted(tokens, found, words)
    return found


def _promoted(tokens: Sequence[Token], found: list[VerbGroup], words: EventWords) -> list[VerbGroup]:
    """A sentence without a verb has one that looks like a noun: "The festival opens in Ghent"."""
    for index in range(1, len(tokens) - 1):
        token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
        if token.tag is Tag.NOUN and token.low in words.third and before.tag in {Tag.NOUN, Tag.NAME}:
            follows = {Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.NUMBER, Tag.NAME, Tag.END, Tag.DETERMINER}
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
    if token.tag in _AUXILIARY and token.low not in _NOT_FINITE:
        if at and tokens[at - 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.TO}:
            return None
        return _with_auxiliary(tokens, at, words)
    if token.tag is Tag.PRESENT and _is_object(tokens, at, before, words):
        return None
    if token.tag in {Tag.PAST, Tag.PRESENT}:
        return _closed(tokens, at, at, Tense.PAST if token.tag is Tag.PAST else Tense.PRESENT, words)
    if token.tag is Tag.BASE:
        previous = _previous(tokens, at)
        if previous is None or tokens[previous].tag in {Tag.TO, Tag.NOT, Tag.COORDINATOR}:
            return None
        return _closed(tokens, at, at, Tense.PRESENT, words)
    if token.tag is Tag.TO and at and tokens[at - 1].tag in {Tag.NOUN, Tag.NAME} and _to_be_done(tokens, at):
        return VerbGroup(at, at + 3, at + 2, Tense.NONE, passive=True)  # "elections to be held"
    if token.tag in _ED:
        finite = token.tag is Tag.PAST_OR_PARTICIPLE and _is_finite(tokens, at, before, words)
        tense = Tense.PAST if finite else Tense.NONE
        return _closed(tokens, at, at, tense, words, passive=not finite)
    if token.tag is Tag.ING and _tells_on(tokens, at, found_finite=any(group.finite for group in before)):
        return VerbGroup(at, at + 1, at, Tense.NONE)
    return None


def _to_be_done(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].low == "be" and tokens[at + 2].tag in _ED


def _tells_on(tokens: Sequence[Token], at: int, *, found_finite: bool) -> bool:
    """Whether ", taking the town in May" tells of something with its own date after the main verb."""
    if not found_finite or at == 0:
        return False
    index = at - 1
    while index and tokens[index].tag in {Tag.ADVERB, Tag.COORDINATOR}:
        index -= 1
    before = tokens[index]
    if before.tag is not Tag.COMMA:
        return False
    for token in tokens[at + 1 :]:
        if token.tag is Tag.TIME:
            return True
        if token.tag in {Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.THAT, Tag.SUBORDINATOR}:
            return False
    return False


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
    if following and following.tag in _ED | {Tag.PAST}:
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
        if end < len(tokens) and tokens[end].tag in _ED | {Tag.BASE, Tag.NOUN}:
            passive = tokens[end - 1].tag is Tag.BE
            end += 1
        head = _last(tokens, at, end)
    return _closed(tokens, at, head, tense, words, end=end, passive=passive, negated=negated)


def _is_object(tokens: Sequence[Token], at: int, before: Sequence[VerbGroup], words: EventWords) -> bool:
    """Whether a form in -s is a noun that the verb before governs: "held military exercises"."""
    if not before or not before[-1].finite or tokens[before[-1].head].low in words.reporting:
        return False
    return not any(t.tag in _BREAK or t.low in words.either_way for t in tokens[before[-1].end : at])


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
    if stop < len(tokens) and tokens[stop].low in words.particles:
        after = tokens[stop + 1].tag if stop + 1 < len(tokens) else None
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


def _previous(tokens: Sequence[Token], at: int) -> int | None:
    """The token before, adverbs and a date phrase passed over."""
    index = at - 1
    while index >= 0 and tokens[index].tag in {Tag.ADVERB, Tag.NOT}:
        index -= 1
    if index >= 1 and tokens[index].tag is Tag.TIME and index >= 1:
        before = index - 1
        if tokens[before].tag is Tag.PREPOSITION:
            before -= 1
        if before >= 0 and tokens[before].tag != Tag.DETERMINER:
            return before
    return index if index >= 0 else None


def _is_finite(tokens: Sequence[Token], at: int, before: Sequence[VerbGroup], words: EventWords) -> bool:
    """Whether an ambiguous form ("held", "signed") is the past tense here, not a participle."""
    token = tokens[at]
    index = _previous(tokens, at)
    if index is None:
        return False
    previous = tokens[index]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    agent = following is not None and following.low == "by"
    if previous.tag is Tag.PRONOUN and previous.low not in words.subject_pronouns:
        return False
    if previous.tag is Tag.THAT and following is not None and following.tag is Tag.NOUN:
        return not _verb_follows(tokens, at + 1, words)  # "that segregated ferries were unlawful"
    if previous.tag in {Tag.RELATIVE, Tag.THAT} or previous.low in words.subject_pronouns:
        return True
    if previous.tag is Tag.COORDINATOR:
        if not before:
            return False
        return before[-1].finite or (not agent and any(group.finite for group in before))
    if previous.tag is Tag.COMMA:
        earlier = tokens[index - 1] if index else None
        if token.low in words.intransitive:
            return True
        if earlier is not None and earlier.tag is Tag.TIME and any(g.finite for g in before):
            return not agent
        if agent or not _resumes(tokens, index, before):
            return False
        governs = following is not None and following.tag in NOMINAL | {Tag.THAT, Tag.QUOTE}
        return (token.low in words.reporting and governs) or not _finite_ahead(tokens, at, words)
    if previous.tag is Tag.STOP:
        dashes = [i for i in range(index) if tokens[i].tag is Tag.STOP and tokens[i].low not in {";", ":"}]
        return bool(dashes) and not any(group.finite for group in before)
    if previous.tag in {Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.CLOSE, Tag.QUOTE, Tag.TIME, Tag.ING, Tag.PRONOUN}:
        return _after_noun(tokens, at, before, words, agent=agent)
    return previous.tag is Tag.DETERMINER and previous.low in {
        "all",
        "both",
        "some",
        "many",
        "most",
        "few",
        "several",
    }


def _resumes(tokens: Sequence[Token], comma: int, before: Sequence[VerbGroup]) -> bool:
    """Whether a verb after a comma goes on after an inserted phrase: "the king, during his visit, signed …"."""
    start = before[-1].end if before else 0
    relatives = [i for i in range(comma) if tokens[i].tag is Tag.RELATIVE]
    if relatives and before and not any(group.finite and group.first < relatives[0] for group in before):
        return before[-1].first > relatives[0]  # the comma closes "…, which has interests in mining,"
    openers = [i for i in range(start, comma) if tokens[i].tag in {Tag.THAT, Tag.RELATIVE, Tag.SUBORDINATOR}]
    commas = [i for i in range(openers[-1] if openers else start, comma) if tokens[i].tag is Tag.COMMA]
    if openers or not before:
        return bool(commas)
    if not any(group.finite for group in before):
        return bool(commas) or tokens[before[-1].first - 1].tag is Tag.COMMA
    if before[-1].first and tokens[before[-1].first - 1].tag is Tag.COMMA and not before[-1].finite:
        return True  # ", founded in 1890, moved"
    return bool(commas) and not before[-1].finite


def _finite_ahead(tokens: Sequence[Token], at: int, words: EventWords) -> bool:
    """Whether a certain finite verb follows, its subject not between: then this form is a participle."""
    for index in range(at + 1, len(tokens)):
        token = tokens[index]
        if token.tag in {Tag.SUBORDINATOR, Tag.RELATIVE, Tag.THAT, Tag.STOP, Tag.COORDINATOR}:
            return False
        if token.tag in _AUXILIARY | {Tag.PAST, Tag.PRESENT} and token.low not in _NOT_FINITE:
            return tokens[index - 1].tag != Tag.TO
        if token.tag is Tag.PAST_OR_PARTICIPLE and tokens[index - 1].tag is Tag.COMMA:
            return True
    return False


def _after_noun(
    tokens: Sequence[Token], at: int, before: Sequence[VerbGroup], words: EventWords, *, agent: bool
) -> bool:
    token = tokens[at]
    following = tokens[at + 1].tag if at + 1 < len(tokens) else None
    if token.low == "ended" and following is Tag.TIME and tokens[at - 1].low in _PERIODS:
        return False  # "the quarter ended 30 June"
    if token.low in words.intransitive or following is Tag.ING:
        return True
    if agent:
        return False
    if _verb_follows(tokens, at, words):
        return False
    start = _stretch_start(tokens, at)
    left = [group for group in before if group.first >= start and group.finite]
    if left and not _named_after_link(tokens, at):
        # an object's participle ("visited a building constructed in 1990"), unless the verb tells
        return tokens[left[-1].head].low in words.reporting and not _object_free(tokens, at)
    return not _inside_preposition(tokens, start, at, words)


def _named_after_link(tokens: Sequence[Token], at: int) -> bool:
    """Whether only a name stands between a conjunction and the verb: "and Prussia joined"."""
    index = at - 1
    while index > 0 and tokens[index].tag in {Tag.NAME, Tag.ADVERB}:
        index -= 1
    return index < at - 1 and tokens[index].tag is Tag.COORDINATOR and not tokens[at - 1].owns


def _object_free(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows looks like a passive's company: a preposition or nothing."""
    if at + 1 >= len(tokens):
        return True
    return tokens[at + 1].tag in {Tag.PREPOSITION, Tag.COMMA, Tag.END}


def _verb_follows(tokens: Sequence[Token], at: int, words: EventWords) -> bool:
    """Whether another finite verb follows in the same stretch: "a survey conducted in May revealed …"."""
    tells = tokens[at].low in words.reporting
    for index in range(at + 1, len(tokens)):
        token = tokens[index]
        if token.tag in _BREAK and not _around_adverb(tokens, index):
            return False
        if token.low in words.either_way and token.tag is Tag.PREPOSITION:
            return False
        if token.tag in _AUXILIARY | {Tag.PAST, Tag.PRESENT} and token.low not in _NOT_FINITE:
            if tokens[index - 1].tag is Tag.TO:
                continue
            return not (tells and index > at + 1 and tokens[at + 1].tag in NOMINAL)
        if token.tag is Tag.PAST_OR_PARTICIPLE and tokens[index - 1].tag in {
            Tag.NOUN,
            Tag.NAME,
            Tag.TIME,
            Tag.ADVERB,
            Tag.COMMA,
        }:
            if tokens[index + 1 : index + 2] and tokens[index + 1].low == "by":
                continue
            # after an object of its own this form is finite: "signed a treaty drafted …"
            return tokens[at + 1].tag not in NOMINAL and not tells
    return False


def _around_adverb(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma belongs to a word set apart: ", however,"."""
    if tokens[comma].tag is not Tag.COMMA:
        return False
    apart = tokens[comma + 1 : comma + 3]
    back = tokens[max(comma - 2, 0) : comma]
    return (len(apart) == 2 and apart[0].tag is Tag.ADVERB and apart[1].tag is Tag.COMMA) or (
        len(back) == 2 and back[1].tag is Tag.ADVERB and back[0].tag is Tag.COMMA
    )


def _stretch_start(tokens: Sequence[Token], at: int) -> int:
    for index in range(at - 1, -1, -1):
        if tokens[index].tag in _BREAK - {Tag.COORDINATOR, Tag.QUOTE}:
            return index + 1
    return 0


def _inside_preposition(tokens: Sequence[Token], start: int, at: int, words: EventWords) -> bool:
    """Whether the noun before belongs to a fronted phrase: "in a report published in May, …"."""
    index = start
    while index < at and tokens[index].tag in {Tag.ADVERB, Tag.COORDINATOR}:
        index += 1
    if index < at and tokens[index].tag in {Tag.TO, Tag.ING}:
        return True
    if index >= at or tokens[index].tag is not Tag.PREPOSITION or tokens[index].low in words.either_way:
        return False
    if index + 1 < at and tokens[index + 1].tag is Tag.TIME:
        return False
    # a second noun phrase after the first is the subject: "in the battle the army lost …"
    return not any(
        tokens[i].tag in {Tag.DETERMINER, Tag.PRONOUN, Tag.POSSESSIVE}
        and tokens[i - 1].tag in {Tag.NOUN, Tag.NAME, Tag.TIME}
        for i in range(index + 2, at)
    )
