"""Kinds: whether a clause tells of something that happened, is planned, or is a figure."""

from timeline.extract.amounts import is_count_between, is_count_so_far, is_figure
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.plans import is_invitation, is_plan, looks_ahead
from timeline.extract.tallies import is_tally
from timeline.extract.tense import Tense
from timeline.extract.words import Tag
from timeline.languages.events import EventWords
from timeline.model.event import Kind
from timeline.times.when import Interval, Limit, When, extent


def kind(
    sentence: Parsed, index: int, at: int, words: EventWords, *, when: When, written: When | None
) -> Kind | None:
    """What the clause tells with the date at token `at`, which is `when`; None if it tells of no happening.

    Something conditional is never told; a will or a may is a plan, unless what would be is by now long past ("she would die
    in 1950").
    """
    clause = sentence.clauses[index]
    ahead = lies_ahead(when, written) or _lasts_until(clause, when, written)
    past = lies_behind(when, written)
    if _conditional(sentence, index):
        return None
    if _nobody_thought(sentence, clause, words):
        return None
    if _is_age(sentence, index) or _is_not_there(sentence, index) or _only_did(sentence, index):
        return None
    counts = is_count_so_far(sentence, index, at, words) or is_count_between(sentence, index, at)
    counts = (
        counts or is_figure(sentence, index, words) or is_tally(sentence, index, words, long=_is_long(when))
    )
    if counts and not _is_resolved(sentence, index):
        return Kind.PLAN if ahead else Kind.STATISTIC
    tense = clause.verb.tense
    if sentence.tokens[clause.verb.first].tag is Tag.TO:
        return Kind.PLAN  # "elections to be held"
    if is_plan(sentence, index, at, words):
        return Kind.PLAN
    if not ahead and _might_have(sentence, clause):
        unreal = sentence.tokens[clause.verb.first].low in {"would", "should", "ought"}
        return (
            Kind.BACKGROUND if unreal else Kind.EVENT
        )  # "would have turned 100 in 2020"; "may have been born in 1452"
    if tense is Tense.POSSIBLE and sentence.tokens[clause.verb.first].low.startswith("could") and past:
        return Kind.EVENT  # "could not be found on Monday" says what was
    if tense is Tense.POSSIBLE and sentence.tokens[clause.verb.first].low == "can" and past:
        return None  # "its first traces can be found in the 6th century"
    if ahead or tense is Tense.POSSIBLE or looks_ahead(sentence, index, at, words):
        return Kind.PLAN
    if is_invitation(sentence, clause, words):
        return Kind.PLAN
    if tense is Tense.FUTURE:
        if _was_fated(sentence, clause):
            return Kind.EVENT
        would = sentence.tokens[clause.verb.first].low.startswith("would")
        told = clause.role is Role.TOLD
        return Kind.EVENT if would and not told else Kind.PLAN
    return Kind.EVENT


def _is_resolved(sentence: Parsed, index: int) -> bool:
    """Whether a figure is only what somebody decided: "voted on 3 May to give £500 a year"."""
    tokens, clause = sentence.tokens, sentence.clauses[index]
    own = [tokens[i] for i in sentence.owned_by(index) if tokens[i].tag not in {Tag.TIME, Tag.PREPOSITION}]
    if clause.verb.tense is not Tense.PAST or len(own) < 2 or own[0].tag is not Tag.TO:
        return False
    return own[1].tag in {Tag.BASE, Tag.NOUN} and tokens[clause.verb.head].tag is not Tag.BE


def _is_age(sentence: Parsed, index: int) -> bool:
    """Whether the clause says how old somebody was: "she was 64"."""
    clause = sentence.clauses[index]
    after = [sentence.tokens[i] for i in sentence.owned_by(index)]
    while after and after[0].tag is Tag.ADVERB:
        after = after[1:]
    if sentence.tokens[clause.verb.head].tag is not Tag.BE or not after or after[0].tag is not Tag.NUMBER:
        return False
    person = clause.subject is not None and sentence.tokens[clause.subject[0]].low in {"he", "she", "i"}
    return person and (len(after) == 1 or after[1].tag is not Tag.NOUN or after[1].low in {"years", "when"})


def _is_not_there(sentence: Parsed, index: int) -> bool:
    """Whether the clause says that there was nothing: "there was no fighting"."""
    verb, tokens = sentence.clauses[index].verb, sentence.tokens
    there = verb.first > 0 and tokens[verb.first - 1].low == "there"
    return there and verb.end < len(tokens) and tokens[verb.end].low in {"no", "little", "nothing"}


def _only_did(sentence: Parsed, index: int) -> bool:
    """Whether the verb only stands for another: "did so only in May", "nor did he"."""
    verb = sentence.clauses[index].verb
    return sentence.tokens[verb.head].tag is Tag.DO and not any(
        sentence.tokens[i].tag in {Tag.NOUN, Tag.NAME} for i in sentence.owned_by(index)
    )


def _conditional(sentence: Parsed, index: int | None) -> bool:
    while index is not None:
        clause = sentence.clauses[index]
        if clause.role is Role.CONDITIONAL:
            return True
        if clause.role is Role.MAIN:
            return False
        index = clause.parent
    return False


def _nobody_thought(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether it is only what nobody had in mind: "nobody expected to be here in May"."""
    first = sentence.tokens[clause.subject[0]].low if clause.subject else ""
    return first in {"nobody", "none", "no"} and sentence.tokens[clause.verb.head].low in words.planning


def _might_have(sentence: Parsed, clause: Clause) -> bool:
    """Whether a verb tells what perhaps was, or would have been: "may have died", "would have stood trial"."""
    verb = sentence.tokens[clause.verb.first : clause.verb.end]
    perhaps = verb[0].tag is Tag.MODAL and verb[0].low not in {"will", "shall"}
    return perhaps and any(token.tag is Tag.HAVE for token in verb)


def _lasts_until(clause: Clause, when: When, written: When | None) -> bool:
    """Whether what is so now goes on to a date to come: "the contract runs until June"."""
    until = isinstance(when, Interval) and when.start is Limit.OPEN and not isinstance(when.end, Limit)
    still = clause.verb.tense is Tense.PRESENT and not clause.verb.passive
    if not still or not until or written is None:
        return False
    end, now = extent(when).end, extent(written).end
    return end is not None and now is not None and end > now


def _is_long(when: When) -> bool:
    """Whether a date is a year or more."""
    days = extent(when)
    return days.start is not None and days.end is not None and days.end - days.start >= _YEAR


_YEAR = 365  # days


def _was_fated(sentence: Parsed, clause: Clause) -> bool:
    """Whether "was to" says what came of it, or what there was, and nobody's plan: "was never to return", "was to be seen"."""
    tokens, verb = sentence.tokens, clause.verb
    group = tokens[verb.first : verb.end]
    to = any(token.tag is Tag.TO for token in group)
    past = group[0].low in {"was", "were"}
    perceived = verb.passive and tokens[verb.head].low in {"seen", "found", "heard"}
    return past and to and (verb.negated or perceived)


def lies_behind(when: When, written: When | None) -> bool:
    """Whether a date has ended when, or before, the document was written: at the earliest, if that is not known well."""
    first = written.start if isinstance(written, Interval) else written
    if first is None or isinstance(first, Limit):
        return False
    end, start = extent(when).end, extent(first).end
    return end is not None and start is not None and end <= start


def lies_ahead(when: When, written: When | None) -> bool:
    """Whether a date begins after the document was written."""
    if written is None:
        return False
    start, end = extent(when).start, extent(written).end
    return start is not None and end is not None and start >= end
