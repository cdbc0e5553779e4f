"""Happenings named in passing: "since the 1999 bombing of …", "after the outbreak of the war in 1914"."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.extract.clauses import Parsed
from timeline.extract.compared import compared, of_law
from timeline.extract.phrases import nominal_start, time_phrase
from timeline.extract.tense import Tense
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


class Tie(StrEnum):
    """How a named happening stands to its clause."""

    PASSING = "passing"  # only named; the clause has another date, or none
    WITHIN = "within"  # the clause happens in it: "during his visit in 2005"
    SHARED = "shared"  # it is what the clause took part in: "won the 1998 election"
    OTHER = "other"  # the date is part of a thing's name, or only compared with: no happening at all


@dataclass(frozen=True, slots=True)
class Named:
    """A noun phrase that names a happening with its date: its range of tokens."""

    start: int
    end: int
    tie: Tie


_LINKING = frozenset(
    {"preceded", "followed", "triggered", "prompted", "caused", "inspired", "provoked", "sparked"}
)
_CONSEQUENCES = frozenset(
    {
        "led",
        "resulted",
        "caused",
        "prompted",
        "triggered",
        "sparked",
        "inspired",
        "paved",
        "meant",
        "showed",
        "taught",
    }
)
_LINKS = frozenset(
    {"to", "in", "of", "on", "between", "with", "from", "against", "for", "by", "at", "near", "over", "into"}
)
_INSIDE = NOMINAL | {Tag.QUOTE, Tag.ING}
_CONTAINING = frozenset({"in", "at", "during", "on"})
# "the night of 5 May": the noun is part of the date.
_PARTS = frozenset(
    [
        "night",
        "nights",
        "morning",
        "evening",
        "afternoon",
        "dawn",
        "eve",
        "end",
        "beginning",
        "start",
        "middle",
        "course",
        "days",
        "day",
        "weeks",
        "week",
        "months",
        "month",
        "summer",
        "winter",
        "spring",
        "autumn",
        "fall",
        "half",
        "part",
        "close",
        "turn",
        "rest",
        "hours",
        "years",
        "date",
        "dates",
        "outset",
        "first",
        "second",
    ]
)


def named(sentence: Parsed, at: int, words: EventWords) -> Named | None:
    """The happening that the date at token `at` belongs to as a part of its name; None if it dates the clause."""
    tokens = sentence.tokens
    if compared(sentence, at, words) or _of_account(sentence, at, words) or of_law(tokens, at):
        return Named(at, at + 1, Tie.OTHER)
    if _before_noun(tokens, at):
        return _attributive(sentence, at, words)
    return _after_noun(sentence, at, words)


def _of_account(sentence: Parsed, at: int, words: EventWords) -> bool:
    """Whether the date says what an account is of, not when it is given: "the accounts for 2019"."""
    tokens = sentence.tokens
    start, _ = time_phrase(tokens, at, words)
    if start == at or tokens[start].low != "for" or start == 0 or tokens[start - 1].tag is not Tag.NOUN:
        return False
    if happens(tokens[start - 1].low, words) or not sentence.clauses:
        return False
    clause = sentence.clauses[max(sentence.owner[at], 0)]
    head = tokens[clause.verb.head].low
    return clause.verb.head != start - 1 and head not in words.planning | {
        "called",
        "announced",
        "fixed",
        "made",
    }


def _before_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the date stands before a noun as a part of its phrase: "the 1999 bombing", "last year's vote"."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at + 1].tag not in {Tag.NAME, Tag.NOUN, Tag.ING}:
        return False
    if tokens[at].owns:
        return True
    before = tokens[at - 1]
    if before.tag in {Tag.DETERMINER, Tag.POSSESSIVE} or (before.owns and before.tag in NOMINAL):
        return True
    if before.tag is Tag.PREPOSITION and before.low in {"of", "after", "before", "despite"}:
        return tokens[at].text[-1].isdigit() and tokens[at + 1].tag is Tag.NOUN  # "after 2008 elections"
    # "the devastating 2010 earthquake"
    return (
        before.tag is Tag.NOUN
        and tokens[at].text[-1].isdigit()
        and at > 1
        and tokens[at - 2].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
    )


def _attributive(sentence: Parsed, at: int, words: EventWords) -> Named | None:
    tokens = sentence.tokens
    if tokens[at].text.isalpha() and _dated_otherwise(sentence, at):
        return Named(at, at + 1, Tie.OTHER)  # "the Christmas fair on 12 December"
    end = _phrase_end(tokens, at + 1)
    run = at + 1
    while run < end and tokens[run].tag in {Tag.NAME, Tag.NOUN, Tag.ING, Tag.NUMBER}:
        run += 1
    happening = any(happens(tokens[i].low, words) for i in range(at + 1, run))
    start = at
    if not tokens[at].owns:
        while start > 0 and tokens[start - 1].tag is Tag.NOUN and not tokens[start - 1].owns:
            start -= 1
        if start > 0 and tokens[start - 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
            start -= 1
        elif start > 0 and tokens[start - 1].owns:
            start = nominal_start(tokens, start)
    tie = _tie(sentence, start, at, words)
    if happening:
        return Named(start, end, tie)
    if tokens[at].owns:
        return None
    return Named(start, end, tie if tie is Tie.SHARED and _does(sentence, at, words) else Tie.OTHER)


def _dated_otherwise(sentence: Parsed, at: int) -> bool:
    """Whether another date, with figures, stands in the same clause."""
    return any(
        other != at and token.tag is Tag.TIME and any(c.isdigit() for c in token.text)
        for other, token in enumerate(sentence.tokens)
        if sentence.owner[other] == sentence.owner[at]
    )


def _phrase_end(tokens: tuple[Token, ...], start: int) -> int:
    """Where a noun phrase with its "of" and one "in" or the like ends."""
    end = start
    others = 0
    while end < len(tokens):
        token = tokens[end]
        if token.tag in _INSIDE:
            end += 1
        elif token.low in _LINKS and end + 1 < len(tokens) and tokens[end + 1].tag in NOMINAL:
            others += token.low != "of"
            if others > 1:
                break
            end += 1
        else:
            break
    return end


def _after_noun(sentence: Parsed, at: int, words: EventWords) -> Named | None:
    """As in "the outbreak of the war in 1914", "his visit to Serbia in 2005", "the introduction since 2019 of …"."""
    tokens = sentence.tokens
    begin, _ = time_phrase(tokens, at, words)
    of = begin < at and tokens[begin].low == "of"
    start, end = begin, begin
    for _ in range(4):
        first = nominal_start(tokens, end)
        if first >= end:
            return None
        start = first
        head = tokens[_head(tokens, first, end)]
        if happens(head.low, words):
            break
        if of:
            return (
                None if head.low in _PARTS or not _as_of(sentence, start) else Named(start, begin, Tie.OTHER)
            )
        if (
            first == 0
            or tokens[first - 1].low not in _LINKS
            or tokens[first - 1].tag not in {Tag.PREPOSITION, Tag.TO}
        ):
            return None
        end = first - 1
    else:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].low == "of":
        return Named(start, _phrase_end(tokens, at + 1), _tie(sentence, start, at, words))
    if of:
        return Named(start, begin, _tie(sentence, start, at, words)) if _as_of(sentence, start) else None
    if _has_consequence(sentence, start):
        return Named(start, begin, Tie.PASSING)
    if start == 0 or not _attached(sentence, start, words, at):
        return None
    return Named(start, begin, _tie(sentence, start, at, words))


def _has_consequence(sentence: Parsed, start: int) -> bool:
    """Whether the phrase at `start` is the subject of a verb that tells what came of it: "the flood in 1979 led to …"."""
    return any(
        clause.subject is not None
        and clause.subject[0] == start
        and sentence.tokens[clause.verb.head].low in _CONSEQUENCES
        for clause in sentence.clauses
    )


def happens(low: str, words: EventWords) -> bool:
    """Whether a noun names a happening, or one that came again: "rediscovery"."""
    noun = low.rstrip("'")
    return noun in words.happenings or (noun.startswith("re") and noun[2:].lstrip("-") in words.happenings)


def _as_of(sentence: Parsed, start: int) -> bool:
    """Whether "the war of 1812" is a name in passing rather than when its clause happens ("at the fair of 1900")."""
    before = sentence.tokens[start - 1] if start else None
    return before is None or before.low not in _CONTAINING


def _attached(sentence: Parsed, start: int, words: EventWords, at: int) -> bool:
    """Whether a date after a happening's name is its own, not the clause's."""
    tokens = sentence.tokens
    before = tokens[start - 1]
    if (
        before.low in words.passing | (words.within - {"in"})
        or (before.tag is Tag.TO and start > 1 and tokens[start - 2].low in words.before_to)
        or (before.low == "as" and start > 1 and tokens[start - 2].low == "such")
    ):
        return True
    clause = sentence.clauses[sentence.owner[at]] if sentence.clauses else None
    if clause is None or start < clause.verb.end:
        return False
    if before.low == "by" and tokens[clause.verb.head].low in _LINKING:
        return True
    if tokens[clause.verb.head].low in words.looking_back:
        return start == clause.verb.end
    planned = tokens[clause.verb.head].low in words.planning
    return clause.verb.tense in {Tense.PRESENT, Tense.PERFECT} and not planned


def _head(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """The noun a phrase is about: the last before its first preposition."""
    for index in range(start + 1, end):
        if tokens[index].tag in {Tag.PREPOSITION, Tag.TO, Tag.COORDINATOR, Tag.OPEN}:
            return index - 1
    return end - 1


def _tie(sentence: Parsed, start: int, at: int, words: EventWords) -> Tie:
    tokens = sentence.tokens
    before = tokens[start - 1] if start else None
    clause = sentence.clauses[sentence.owner[at]] if sentence.clauses else None
    if before is not None and before.low in words.passing:
        return Tie.PASSING
    if before is not None and before.low in words.within - {"in"} and clause is not None:
        return Tie.WITHIN
    if clause is None or clause.verb.tense is not Tense.PAST:
        return Tie.PASSING
    if _does(sentence, at, words) and start >= clause.verb.end:
        return Tie.SHARED
    subject = clause.subject is not None and clause.subject[0] <= start < clause.subject[1]
    if subject and tokens[clause.verb.head].low in _CONSEQUENCES:
        return Tie.PASSING  # "the flood of 1979 led to …": when that was is not said
    return Tie.SHARED if subject and tokens[clause.verb.head].low not in words.looking_back else Tie.PASSING


def _does(sentence: Parsed, at: int, words: EventWords) -> bool:
    """Whether the clause's verb is one of taking part, and the date stands with what it governs."""
    if not sentence.clauses:
        return False
    clause = sentence.clauses[sentence.owner[at]]
    if at < clause.verb.end or sentence.tokens[clause.verb.head].low not in words.taking_part:
        return False
    return not any(t.tag in {Tag.COMMA, Tag.THAT} for t in sentence.tokens[clause.verb.end : at])
