"""Happenings named in passing: "since the 1999 bombing of …", "after the outbreak of the war in 1914"."""

from dataclasses import dataclass
from enum import Enum

from timeline.extract.clauses import Parsed
from timeline.extract.phrases import nominal_start, time_phrase
from timeline.extract.verbs import Tense
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


class Tie(Enum):
    """How a named happening stands to its clause."""

    PASSING = "passing"  # only named; the clause has another date, or none
    WITHIN = "within"  # the clause happens in it: "during his visit in 2005"
    SHARED = "shared"  # it is what the clause took part in: "won the 1998 election"
    COMPARED = "compared"  # "compared to 2019": no happening at all


@dataclass(frozen=True, slots=True)
class Named:
    """A noun phrase that names a happening with its date: its range of tokens."""

    start: int
    end: int
    tie: Tie


_LINKS = frozenset(
    {"to", "in", "of", "on", "between", "with", "from", "against", "for", "by", "at", "near", "over", "into"}
)
_INSIDE = NOMINAL | {Tag.QUOTE, Tag.ING}


def named(sentence: Parsed, at: int, words: EventWords) -> Named | None:
    """The happening that the date at token `at` belongs to as a part of its name; None if it dates the clause."""
    tokens = sentence.tokens
    if _compared(tokens, at, words):
        return Named(at, at + 1, Tie.COMPARED)
    found = _attributive(tokens, at, words)
    if found is None:
        found = _after_noun(sentence, at, words)
    if found is None:
        return None
    start, end = found
    return Named(start, end, _tie(sentence, start, at, words, attributive=end > at + 1))


def _compared(tokens: tuple[Token, ...], at: int, words: EventWords) -> bool:
    start, _ = time_phrase(tokens, at, words)
    if any(t.low in words.comparing for t in tokens[start:at]):
        return True
    while start > 0 and (
        tokens[start - 1].tag in {Tag.TO, Tag.PREPOSITION}
        or tokens[start - 1].low in {"the", "that", "those", "with"}
    ):
        if tokens[start - 1].low in words.comparing:
            return True
        start -= 1
    return start > 0 and tokens[start - 1].low in words.comparing


def _attributive(tokens: tuple[Token, ...], at: int, words: EventWords) -> tuple[int, int] | None:
    """ "the 1999 NATO bombing of Yugoslavia", "Kosovo's 2008 declaration", "last year's election"."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in {Tag.NAME, Tag.NOUN, Tag.ING}:
        return None
    before = tokens[at - 1] if at else None
    owned = tokens[at].owns
    start = at
    while (
        start > 0
        and tokens[start - 1].tag in {Tag.NOUN, Tag.NAME}
        and not tokens[start - 1].owns
        and not owned
    ):
        start -= 1
    opener = tokens[start - 1] if start else None
    if opener is None or not (
        owned
        or opener.tag in {Tag.DETERMINER, Tag.POSSESSIVE}
        or opener.owns
        or (
            opener.tag is Tag.PREPOSITION
            and opener.low in {"of", "after", "before", "despite"}
            and start == at
        )
    ):
        return None
    if (
        before is not None
        and before.tag is Tag.PREPOSITION
        and not owned
        and opener.low in words.either_way
        and False
    ):
        return None
    end = _phrase_end(tokens, at + 1)
    run_end = at + 1
    while run_end < end and tokens[run_end].tag in {Tag.NAME, Tag.NOUN, Tag.ING, Tag.NUMBER}:
        run_end += 1
    if not any(tokens[i].low in words.happenings for i in range(at + 1, run_end)):
        return None
    if opener is not None and opener.tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        start -= 1
    elif opener is not None and opener.owns:
        start = nominal_start(tokens, start)
    return start, end


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


def _after_noun(sentence: Parsed, at: int, words: EventWords) -> tuple[int, int] | None:
    """ "the outbreak of the war in 1914", "his visit to Serbia in 2005", "the introduction since 2019 of …"."""
    tokens = sentence.tokens
    begin, _ = time_phrase(tokens, at, words)
    start, end = begin, begin
    for _ in range(4):
        first = nominal_start(tokens, end)
        if first >= end:
            return None
        start = first
        head = _head(tokens, first, end)
        if tokens[head].low.rstrip("'") in words.happenings:
            break
        if (
            first == 0
            or tokens[first - 1].low not in _LINKS
            or tokens[first - 1].tag not in {Tag.PREPOSITION, Tag.TO}
        ):
            return None
        end = first - 1
    else:
        return None
    close = begin
    if at + 1 < len(tokens) and tokens[at + 1].low == "of":
        close = _phrase_end(tokens, at + 1)
        return start, close
    if start == 0 or not _attached(sentence, start, words, at):
        return None
    return start, close


def _attached(sentence: Parsed, start: int, words: EventWords, at: int) -> bool:
    """Whether a date after a happening's name is its own, not the clause's."""
    tokens = sentence.tokens
    before = tokens[start - 1]
    if before.low in words.passing | (words.within - {"in"}) or (
        before.tag is Tag.TO and start > 1 and tokens[start - 2].low in words.before_to
    ):
        return True
    clause = sentence.clauses[sentence.owner[at]] if sentence.clauses else None
    if clause is None or start < clause.verb.end:
        return False
    if tokens[clause.verb.head].low in words.looking_back:
        return start == clause.verb.end
    return clause.verb.tense in {Tense.PRESENT, Tense.PERFECT}


def _head(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """The noun a phrase is about: the last before its first preposition."""
    for index in range(start + 1, end):
        if tokens[index].tag in {Tag.PREPOSITION, Tag.TO, Tag.COORDINATOR, Tag.OPEN}:
            return index - 1
    return end - 1


def _tie(sentence: Parsed, start: int, at: int, words: EventWords, *, attributive: bool) -> Tie:
    tokens = sentence.tokens
    before = tokens[start - 1] if start else None
    clause = sentence.clauses[sentence.owner[at]] if sentence.clauses else None
    if before is not None and before.low in words.passing:
        return Tie.PASSING
    if before is not None and before.low in words.within - {"in"} and clause is not None:
        return Tie.WITHIN
    if clause is None or not attributive or clause.verb.tense is not Tense.PAST:
        return Tie.PASSING
    inside = start >= clause.verb.end and tokens[clause.verb.head].low in words.taking_part
    if inside and not any(t.tag in {Tag.COMMA, Tag.THAT} for t in tokens[clause.verb.end : start]):
        return Tie.SHARED
    subject = clause.subject is not None and clause.subject[0] <= start < clause.subject[1]
    return Tie.SHARED if subject and tokens[clause.verb.head].low not in words.looking_back else Tie.PASSING
