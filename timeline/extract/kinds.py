"""Kinds: whether a clause tells of something that happened, is planned, or is a figure."""

from timeline.extract.amounts import is_count_between, is_count_so_far, is_figure
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.tense import Tense
from timeline.extract.time_phrase import time_phrase
from timeline.extract.words import NOMINAL, Tag
from timeline.languages.events import EventWords
from timeline.model.event import Kind
from timeline.times.when import Interval, Limit, When, extent


def kind(sentence: Parsed, index: int, at: int, words: EventWords, *, ahead: bool, past: bool) -> Kind | None:
    """What the clause tells with the date at token `at`; None if it tells of no happening.

    `ahead` says that the date lies after the document was written, `past` before. Something conditional is never told; a
    will or a may is a plan, unless what would be is by now long past ("she would die in 1950").
    """
    clause = sentence.clauses[index]
    if _conditional(sentence, index):
        return None
    if _nobody_thought(sentence, clause, words):
        return None
    if _is_age(sentence, index) or _is_not_there(sentence, index) or _only_did(sentence, index):
        return None
    counts = is_count_so_far(sentence, index, at) or is_count_between(sentence, index, at)
    if counts or is_figure(sentence, index, words):
        return Kind.PLAN if ahead else Kind.STATISTIC
    tense = clause.verb.tense
    if sentence.tokens[clause.verb.first].tag is Tag.TO:
        return Kind.PLAN  # "elections to be held"
    if _is_due(sentence, clause, words) or _is_payable(sentence, at, words) or has_until(sentence, index, at):
        return Kind.PLAN
    if not ahead and _might_have(sentence, clause):
        return Kind.BACKGROUND  # "may have been born in 1452", "would have turned 100 in 2020"
    if tense is Tense.POSSIBLE and sentence.tokens[clause.verb.first].low.startswith("could") and past:
        return Kind.EVENT  # "could not be found on Monday" says what was
    if (
        ahead
        or tense is Tense.POSSIBLE
        or _set_for(sentence, clause, at, words)
        or _promised(sentence, clause, at, words)
        or _asked_for(sentence, clause, at, words)
        or _wanted(sentence, clause, words)
    ):
        return Kind.PLAN
    if (
        tense is Tense.PRESENT
        and clause.verb.passive
        and sentence.tokens[clause.verb.head].low in words.inviting
    ):
        return Kind.PLAN  # "reporters are invited to a briefing on 10 October"
    if tense is Tense.FUTURE:
        would = sentence.tokens[clause.verb.first].low.startswith("would")
        told = clause.role is Role.TOLD
        return Kind.EVENT if would and not told else Kind.PLAN
    return Kind.EVENT


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


def _is_due(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether something "is due to open", "was set to open"."""
    tokens, end = sentence.tokens, clause.verb.end
    while end < len(tokens) and tokens[end].tag is Tag.ADVERB:
        end += 1
    be = tokens[clause.verb.first].tag is Tag.BE
    return (
        be and end + 1 < len(tokens) and tokens[end].low in words.planning and tokens[end + 1].tag is Tag.TO
    )


def _is_payable(sentence: Parsed, at: int, words: EventWords) -> bool:
    """Whether the date is when something is to be paid: "a dividend of 6p, payable on 2 June"."""
    if at >= len(sentence.tokens) or sentence.tokens[at].tag is not Tag.TIME:
        return False
    start, _ = time_phrase(sentence.tokens, at, words)
    return start > 0 and sentence.tokens[start - 1].low in {"payable", "repayable"}


def has_until(sentence: Parsed, index: int, at: int) -> bool:
    """Whether somebody is given until the date to do something: "has until 30 November to appeal"."""
    tokens, verb = sentence.tokens, sentence.clauses[index].verb
    given = (
        tokens[verb.head].tag is Tag.HAVE and at == verb.end + 1 and tokens[verb.end].low in {"until", "till"}
    )
    return given and at + 1 < len(tokens) and tokens[at + 1].tag is Tag.TO


def _nobody_thought(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether it is only what nobody had in mind: "nobody expected to be here in May"."""
    first = sentence.tokens[clause.subject[0]].low if clause.subject else ""
    return first in {"nobody", "none", "no"} and sentence.tokens[clause.verb.head].low in words.planning


def _promised(sentence: Parsed, clause: Clause, at: int, words: EventWords) -> bool:
    """Whether the date stands with an infinitive that the verb looks ahead to: "agreed to meet in May"."""
    tokens = sentence.tokens
    if tokens[clause.verb.head].low not in words.planning or at < clause.verb.end:
        return False
    between = tokens[clause.verb.end : at]
    infinitive = next((i for i, t in enumerate(between) if t.tag is Tag.TO), None)
    if (
        infinitive is None
        or infinitive + 1 >= len(between)
        or between[infinitive + 1].tag in NOMINAL - {Tag.NOUN}
    ):
        return False
    return not any(t.tag is Tag.TIME for t in between[:infinitive])


def _might_have(sentence: Parsed, clause: Clause) -> bool:
    """Whether a verb tells what perhaps was, or would have been: "may have died", "would have stood trial"."""
    verb = sentence.tokens[clause.verb.first : clause.verb.end]
    perhaps = verb[0].tag is Tag.MODAL and verb[0].low not in {"will", "shall"}
    return perhaps and any(token.tag is Tag.HAVE for token in verb)


def _asked_for(sentence: Parsed, clause: Clause, at: int, words: EventWords) -> bool:
    """Whether the date is by when something is to be done that the verb asks for: "demanded repayment by May"."""
    tokens, end = sentence.tokens, clause.verb.end
    before = at - 1 if tokens[at - 1].low != "the" else at - 2
    return before >= end and tokens[before].low == "by" and tokens[clause.verb.head].low in words.asking


def _wanted(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether somebody only wants it done: "wants the contracts cancelled before May"."""
    parent = sentence.clauses[clause.parent].verb if clause.parent is not None else None
    wanting = parent is not None and sentence.tokens[parent.head].low in words.wanting
    return clause.role is Role.REDUCED and wanting


def _set_for(sentence: Parsed, clause: Clause, at: int, words: EventWords) -> bool:
    """Whether it is what was meant for the date, done or not: "planned for 1934", "announced for May"."""
    end = clause.verb.end
    head = sentence.tokens[clause.verb.head].low
    before = sentence.tokens[at - 1].low
    if at > end and head == "given" and before == "until":
        return True
    if at >= end and before in {"to", "until", "till"} and head in words.put_off:
        particle = sentence.tokens[end].low if end < len(sentence.tokens) else ""
        put = (
            head not in {"put", "brought", "moved"}
            or particle in {"off", "back", "forward", "from"}
            or at == end + 1
        )
        return put or sentence.tokens[end - 1].low in {"off", "back", "forward"}
    return at > end and before == "for" and (head in words.planning or head in words.set_for)


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
