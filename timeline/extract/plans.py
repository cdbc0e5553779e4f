"""Plans: clauses that tell what is, or was, to be done by their date: meant, due, promised, asked for, put off, called off."""

from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.tense import Tense
from timeline.extract.time_phrase import time_phrase
from timeline.extract.words import NOMINAL, Tag
from timeline.languages.events import EventWords


def is_plan(sentence: Parsed, index: int, at: int, words: EventWords) -> bool:
    """Whether a clause tells what was to be done at the date at a token, be that over by now or not."""
    clause = sentence.clauses[index]
    return (
        _is_due(sentence, clause, words)
        or _is_due_on(sentence, clause, at)
        or _is_payable(sentence, at, words)
        or has_until(sentence, index, at)
        or _was_meant(sentence, clause, words)
        or _should_have(sentence, clause, words)
        or _had_to_by(sentence, clause, at, words)
        or _called_off(sentence, clause, at, words)
    )


def looks_ahead(sentence: Parsed, index: int, at: int, words: EventWords) -> bool:
    """Whether the date is when something that the verb only looks ahead to is to be: "agreed to meet in May"."""
    clause = sentence.clauses[index]
    return (
        _set_for(sentence, clause, at, words)
        or _promised(sentence, clause, at, words)
        or _asked_for(sentence, clause, at, words)
        or _wanted(sentence, clause, words)
    )


def is_invitation(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether somebody is bidden to what is to be: "reporters are invited to a briefing on 10 October"."""
    verb = clause.verb
    inviting = sentence.tokens[verb.head].low in words.inviting
    return verb.tense is Tense.PRESENT and verb.passive and inviting


def is_scheduled(sentence: Parsed, index: int) -> bool:
    """Whether what somebody tells is in the present, which with a day is what is to be: "writes that he sails on Thursday"."""
    clause, tokens = sentence.clauses[index], sentence.tokens
    if clause.role is not Role.TOLD or clause.verb.tense is not Tense.PRESENT or clause.verb.passive:
        return False
    return tokens[clause.verb.head].tag not in {Tag.BE, Tag.HAVE, Tag.DO}


def has_until(sentence: Parsed, index: int, at: int) -> bool:
    """Whether somebody is given until the date to do something: "has until 30 November to appeal"."""
    tokens, verb = sentence.tokens, sentence.clauses[index].verb
    given = (
        tokens[verb.head].tag is Tag.HAVE and at == verb.end + 1 and tokens[verb.end].low in {"until", "till"}
    )
    return given and at + 1 < len(tokens) and tokens[at + 1].tag is Tag.TO


def _is_due(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether something "is due to open", "was set to open"."""
    tokens, end = sentence.tokens, clause.verb.end
    while end < len(tokens) and tokens[end].tag is Tag.ADVERB:
        end += 1
    be = tokens[clause.verb.first].tag is Tag.BE
    return (
        be and end + 1 < len(tokens) and tokens[end].low in words.planning and tokens[end + 1].tag is Tag.TO
    )


def _is_due_on(sentence: Parsed, clause: Clause, at: int) -> bool:
    """Whether something "is due on 4 May", "was due back in June"."""
    tokens = sentence.tokens
    be = tokens[clause.verb.head].tag is Tag.BE
    after = [token.low for token in tokens[clause.verb.end : at]]
    return be and at > clause.verb.end and "due" in after[:2] and len(after) <= _NEAR


_NEAR = 5  # tokens of "is now due back on the"


def _is_payable(sentence: Parsed, at: int, words: EventWords) -> bool:
    """Whether the date is when something is to be paid: "a dividend of 6p, payable on 2 June"."""
    if at >= len(sentence.tokens) or sentence.tokens[at].tag is not Tag.TIME:
        return False
    start, _ = time_phrase(sentence.tokens, at, words)
    return start > 0 and sentence.tokens[start - 1].low in {"payable", "repayable"}


def _was_meant(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether something "was supposed to open", "was meant to reach Leeds"."""
    tokens, verb = sentence.tokens, clause.verb
    to = verb.end < len(tokens) and tokens[verb.end].tag is Tag.TO
    group = tokens[verb.first : verb.end + to]
    within = any(token.low in words.meant for token in group) and any(token.tag is Tag.TO for token in group)
    return within and tokens[verb.first].tag in {Tag.BE, Tag.HAVE}


def _should_have(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether it tells what was due and not done: "should have been launched"; nobody plans what "should have known" says."""
    verb = sentence.tokens[clause.verb.first : clause.verb.end]
    due = verb[0].low in {"should", "ought"} and any(token.tag is Tag.HAVE for token in verb)
    return due and sentence.tokens[clause.verb.head].low not in words.stative


def _had_to_by(sentence: Parsed, clause: Clause, at: int, words: EventWords) -> bool:
    """Whether the date is by when something had to be done: "had to be finished by the end of 2021"."""
    tokens, verb = sentence.tokens, clause.verb
    group = tokens[verb.first : verb.end]
    if group[0].tag is not Tag.HAVE or not any(token.tag is Tag.TO for token in group) or at < verb.end:
        return False
    start, _ = time_phrase(tokens, at, words)
    return "by" in {token.low for token in tokens[max(start - 1, verb.end) : at]}


def _called_off(sentence: Parsed, clause: Clause, at: int, words: EventWords) -> bool:
    """Whether it was not to be after all, and the date is of what was called off: "the match of 3 May was cancelled"."""
    tokens, verb = sentence.tokens, clause.verb
    if not verb.passive or clause.subject is None or not clause.subject[0] < at < verb.first:
        return False
    off = any(token.low == "off" for token in tokens[verb.head + 1 : verb.end + 1])
    return tokens[verb.head].low in words.cancelling or (off and tokens[verb.head].low in {"called", "put"})


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
    if at >= end and before in {"from", "to", "until", "till"} and head in words.put_off:
        particle = sentence.tokens[end].low if end < len(sentence.tokens) else ""
        put = (
            head not in {"put", "brought", "moved"}
            or particle in {"off", "back", "forward", "from"}
            or at == end + 1
        )
        return put or sentence.tokens[end - 1].low in {"off", "back", "forward"}
    return at > end and before == "for" and (head in words.planning or head in words.set_for)
