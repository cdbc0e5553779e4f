"""Ties: how a happening that is named stands to the clause that names it."""

from collections.abc import Sequence
from enum import StrEnum

from timeline.extract.clauses import Parsed
from timeline.extract.happenings import happens
from timeline.extract.tense import Tense
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords


class Tie(StrEnum):
    """How a named happening stands to its clause."""

    PASSING = "passing"  # only named; the clause has another date, or none
    WITHIN = "within"  # the clause happens in it: "during his visit in 2005"
    SHARED = "shared"  # it is what the clause took part in: "won the 1998 election"
    ITSELF = (
        "itself"  # the sentence only says when it was: "the last election to be annulled was that of 1993"
    )
    OTHER = "other"  # the date is part of a thing's name, or only compared with: no happening at all


def tie(sentence: Parsed, start: int, at: int, words: EventWords) -> Tie:
    """How the happening whose name begins at `start` and whose date stands at `at` is tied to its clause."""
    tokens = sentence.tokens
    before = tokens[start - 1] if start else None
    clause = sentence.clauses[sentence.owner[at]] if sentence.clauses else None
    if before is not None and (before.low in words.passing or is_ahead_of(tokens, start)):
        return Tie.PASSING
    if before is not None and before.low in words.within - {"in"} and clause is not None:
        return Tie.WITHIN
    if describes(sentence, start, words):
        return Tie.PASSING
    if clause is None or clause.verb.tense is not Tense.PAST:
        return Tie.PASSING
    spoken_of = before is not None and before.low in {"of", "about"}
    if takes_part(sentence, at, words) and start >= clause.verb.end and not spoken_of:
        return Tie.SHARED
    if _lived_through(sentence, start, at, words):
        return Tie.SHARED
    subject = clause.subject is not None and clause.subject[0] <= start < clause.subject[1]
    if subject and (is_dated_after_verb(sentence, at) or clause.verb.negated):
        return Tie.PASSING  # "the 1990 strike ended in June 1991", "the truce of 1912 did not end it"
    if subject and tokens[clause.verb.head].low in words.consequences:
        return Tie.PASSING  # "the flood of 1979 led to …": when that was is not said
    return Tie.SHARED if subject and tokens[clause.verb.head].low not in words.looking_back else Tie.PASSING


def is_ahead_of(tokens: Sequence[Token], start: int) -> bool:
    """Whether what begins at a token is only looked ahead to: "ahead of | the auction on 3 May", "in the run-up to | the vote"."""
    before = tokens[start - 2].low if start > 1 else ""
    return (before == "ahead" and tokens[start - 1].low == "of") or (
        before == "run-up" and tokens[start - 1].low == "to"
    )


def _lived_through(sentence: Parsed, start: int, at: int, words: EventWords) -> bool:
    """Whether the clause tells of who was there, and so of the same time: "I saw the fire of 1994", "the tower survived …".

    To see it "as a mistake" is to judge of it later.
    """
    tokens, clause = sentence.tokens, sentence.clauses[sentence.owner[at]]
    judged = any(
        tokens[i].low == "as" for i in range(at + 1, len(tokens)) if sentence.owner[i] == sentence.owner[at]
    )
    return tokens[clause.verb.head].low in words.living_through and start == clause.verb.end and not judged


def is_dated_after_verb(sentence: Parsed, at: int) -> bool:
    """Whether the clause of the date at `at` has another behind its verb."""
    owner = sentence.owner[at]
    after = range(sentence.clauses[owner].verb.end, len(sentence.tokens))
    return any(sentence.owner[i] == owner and sentence.tokens[i].tag is Tag.TIME for i in after)


def describes(sentence: Parsed, start: int, words: EventWords) -> bool:
    """Whether the happening only says which one is meant of people or things: "survivors of the 2008 earthquake".

    What is itself a happening, or a stage of one, is of the same time: "the signing of the 2013 agreement".
    """
    tokens = sentence.tokens
    if (
        start < 2
        or tokens[start - 1].low not in {"of", "from"}
        or tokens[start - 2].tag not in {Tag.NOUN, Tag.NAME}
    ):
        return False
    described = tokens[start - 2].low
    if described in words.winners:
        return True
    return not happens(described, words) and described not in words.stages


def takes_part(sentence: Parsed, at: int, words: EventWords) -> bool:
    """Whether the clause's verb is one of taking part, and the date stands with what it governs."""
    if not sentence.clauses:
        return False
    clause = sentence.clauses[sentence.owner[at]]
    if at < clause.verb.end or sentence.tokens[clause.verb.head].low not in words.taking_part:
        return False
    return not any(t.tag in {Tag.COMMA, Tag.THAT} for t in sentence.tokens[clause.verb.end : at])


def is_attached(sentence: Parsed, start: int, words: EventWords, at: int) -> bool:
    """Whether a date after a happening's name is its own, not the clause's."""
    tokens = sentence.tokens
    before = tokens[start - 1]
    if (
        is_ahead_of(tokens, start)
        or before.low in words.passing | (words.within - {"in"})
        or (before.tag is Tag.TO and start > 1 and tokens[start - 2].low in words.before_to)
        or (before.low == "as" and start > 1 and tokens[start - 2].low == "such")
    ):
        return True
    clause = sentence.clauses[sentence.owner[at]] if sentence.clauses else None
    if clause is None or start < clause.verb.end:
        return False
    if before.low == "by" and tokens[clause.verb.head].low in words.linking:
        return True
    if tokens[clause.verb.head].low in words.looking_back:
        return start == clause.verb.end
    if any(token.low in {"having", "have"} for token in tokens[clause.verb.end : start]):
        return False  # "is accused of having cancelled the tour in 1927"
    if before.tag in {Tag.ING, Tag.BASE}:
        return False  # "is considering cancelling | the tour in May"
    planned = tokens[clause.verb.head].low in words.planning
    return clause.verb.tense in {Tense.PRESENT, Tense.PERFECT} and not planned


def has_consequence(sentence: Parsed, start: int, words: EventWords) -> bool:
    """Whether the phrase at `start` is the subject of a verb that tells what came of it: "the flood in 1979 led to …"."""
    return any(
        clause.subject is not None
        and clause.subject[0] == start
        and sentence.tokens[clause.verb.head].low in words.consequences
        for clause in sentence.clauses
    )
