"""Verb ahead: whether what follows a form that may be a participle shows that another verb is the finite one."""

from collections.abc import Sequence

from timeline.extract.tense import AUXILIARY, NOT_FINITE
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

BREAK = frozenset(
    {Tag.COMMA, Tag.STOP, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.THAT, Tag.QUOTE, Tag.END}
)


def opens_another(tokens: Sequence[Token], comma: int, words: EventWords) -> bool:
    """Whether a clause with a subject of its own begins at a comma: "turns seven in May, | and there'll be a party"."""
    linked = tokens[comma].tag is Tag.COMMA and tokens[comma + 1].low in {"and", "but"}
    return linked and (tokens[comma + 2].low == "there" or tokens[comma + 2].low in words.subject_pronouns)


def in_series(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb with its object is one of several: "burned the bridges, attacked the camp and took the guns"."""
    beside = tokens[at + 1] if at + 1 < len(tokens) else None
    away = beside is not None and beside.low in {"back", "off", "away", "out"}  # ", turned back, and reached"
    if beside is None or (beside.tag not in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN} and not away):
        return False
    for index in range(at + 1, len(tokens) - 1):
        if tokens[index].tag in BREAK - {Tag.COMMA, Tag.COORDINATOR, Tag.QUOTE}:
            return False
        if tokens[index].tag is Tag.COORDINATOR:
            after = index + 1
            while after < len(tokens) and tokens[after].tag in {
                Tag.TIME,
                Tag.ADVERB,
                Tag.PREPOSITION,
                Tag.COMMA,
            }:
                after += 1
            return after < len(tokens) and tokens[after].tag in {Tag.PAST, Tag.PAST_OR_PARTICIPLE}
    return False


_DESCRIBES = frozenset({"based", "located", "situated", "called", "named", "nicknamed", "dubbed"})


def finite_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Whether a certain finite verb follows, its subject not between: then this form is a participle."""
    for index in range(at + 1, len(tokens)):
        token = tokens[index]
        if token.tag in {Tag.SUBORDINATOR, Tag.RELATIVE, Tag.THAT, Tag.STOP, Tag.COORDINATOR}:
            return False
        if token.low in {"until", "till", "before", "after", "since"}:
            return False  # what follows is their clause's verb
        if token.tag in AUXILIARY | {Tag.PAST, Tag.PRESENT} and token.low not in NOT_FINITE:
            return tokens[index - 1].tag != Tag.TO
        if token.tag is Tag.PAST_OR_PARTICIPLE and tokens[index - 1].tag is Tag.COMMA:
            return True
    return False


def verb_follows(tokens: Sequence[Token], at: int, words: EventWords) -> bool:
    """Whether another finite verb follows in the same stretch: "a survey conducted in May revealed …"."""
    tells = tokens[at].low in words.reporting
    for index in range(at + 1, len(tokens)):
        token = tokens[index]
        if token.low == "what":
            return False  # "crossed the river in what was then a suburb"
        if token.tag in BREAK and not _around_adverb(tokens, index):
            return False
        if token.low in words.either_way and token.tag is Tag.PREPOSITION:
            return False
        if token.tag in AUXILIARY | {Tag.PAST, Tag.PRESENT} and token.low not in NOT_FINITE:
            if tokens[index - 1].tag is Tag.TO:
                continue
            return not (tells and index > at + 1 and _told_from(tokens, at + 1, index))
        if token.tag is Tag.PAST_OR_PARTICIPLE and tokens[index - 1].tag in {
            Tag.NOUN,
            Tag.NAME,
            Tag.TIME,
            Tag.ADVERB,
            Tag.COMMA,
        }:
            if tokens[index + 1 : index + 2] and tokens[index + 1].low == "by":
                continue
            if token.low in _DESCRIBES:
                continue  # "developed out of a script based on pictures"
            # after an object of its own this form is finite: "signed a treaty drafted …"
            return tokens[at + 1].tag not in NOMINAL and not tells
    return False


def _told_from(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what is told begins right behind its verb, or behind a date: "said on Monday it would"."""
    if tokens[start].tag is Tag.PREPOSITION:
        start += 1
    if tokens[start].tag is Tag.TIME:
        start += 1
    return start < end and tokens[start].tag in NOMINAL


def _around_adverb(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma belongs to a word set apart: ", however,"."""
    if tokens[comma].tag is not Tag.COMMA:
        return False
    apart = tokens[comma + 1 : comma + 3]
    back = tokens[max(comma - 2, 0) : comma]
    return (len(apart) == 2 and apart[0].tag is Tag.ADVERB and apart[1].tag is Tag.COMMA) or (
        len(back) == 2 and back[1].tag is Tag.ADVERB and back[0].tag is Tag.COMMA
    )
