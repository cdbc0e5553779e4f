"""Happenings named in passing: "since the 1999 bombing of …", "after the outbreak of the war in 1914"."""

from timeline.extract.called import dated_before, is_announced, is_paper, paper_in
from timeline.extract.clauses import Parsed
from timeline.extract.compared import comes_after, compared, of_law
from timeline.extract.happenings import happens
from timeline.extract.phrases import nominal_start
from timeline.extract.tense import Tense
from timeline.extract.terms import is_time_of
from timeline.extract.ties import (
    Tie,
    has_consequence,
    is_ahead_of,
    is_attached,
    is_dated_after_verb,
    takes_part,
    tie,
)
from timeline.extract.time_phrase import time_phrase
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A noun phrase that names a happening with its date: its range of tokens."""

    start: int
    end: int
    tie: Tie


_LINKS = frozenset(
    {"to", "in", "of", "on", "between", "with", "from", "against", "for", "by", "at", "near", "over", "into", "above",
     "below", "outside", "inside", "under", "along", "across", "off", "behind", "beside", "among", "beyond", "through",
     "towards", "toward", "throughout"}
)  # fmt: skip
_INSIDE = NOMINAL | {Tag.QUOTE, Tag.ING}
_ENDING = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.ING})
_CONTAINING = frozenset({"in", "at", "during", "on"})


def named(sentence: Parsed, at: int, words: EventWords) -> Named | None:
    """The happening that the date at token `at` belongs to as a part of its name; None if it dates the clause."""
    tokens = sentence.tokens
    if (last := _of_the_last(sentence, at)) is not None:
        return last
    if compared(sentence, at, words) or _of_account(sentence, at, words) or of_law(tokens, at):
        return Named(at, at + 1, Tie.OTHER)
    if _before_noun(sentence, at):
        if is_time_of(sentence, at):
            return None
        return _attributive(sentence, at, words)
    found = _after_noun(sentence, at, words) or _with_another(sentence, at, words)
    if (found is None or found.tie is not Tie.PASSING) and comes_after(
        sentence, time_phrase(tokens, at, words)[0]
    ):
        return Named(at, at + 1, Tie.OTHER)
    return found


def _with_another(sentence: Parsed, at: int, words: EventWords) -> Named | None:
    """The happenings that are named with two dates, for the second: "her arrests of 1936 and | 1959"."""
    tokens = sentence.tokens
    joined = at > 2 and tokens[at - 1].tag is Tag.COORDINATOR and tokens[at - 2].tag is Tag.TIME
    if not joined or time_phrase(tokens, at - 2, words)[0] == at - 2:
        return None
    first = _after_noun(sentence, at - 2, words)
    return first if first is not None and first.tie is Tie.PASSING else None


def _is_idiom(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Whether a bare noun only says with its verb what was done: "went into | operation in 2020", "on strike"."""
    bare = end == first + 1 and tokens[first].tag is Tag.NOUN
    return bare and first > 0 and tokens[first - 1].low in {"into", "under", "on", "to"}


def _of_the_last(sentence: Parsed, at: int) -> Named | None:
    """What a "that of" stands for, which is the subject: "the last election to be annulled was | that of May 1993"."""
    tokens = sentence.tokens
    if at < 2 or [token.low for token in tokens[at - 2 : at]] != ["that", "of"]:
        return None
    be = next((i for i in range(at - 3, 0, -1) if tokens[i].tag is not Tag.ADVERB), 0)
    return Named(0, be, Tie.ITSELF) if tokens[be].low in {"was", "is"} else None


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
    return clause.verb.head != start - 1 and head not in words.planning | words.set_for | {"made"}


def _opens_subject(sentence: Parsed, at: int) -> bool:
    """Whether a token is where a clause's subject begins."""
    return any(clause.subject is not None and clause.subject[0] == at for clause in sentence.clauses)


def _before_noun(sentence: Parsed, at: int) -> bool:
    """Whether the date stands before a noun as a part of its phrase: "the 1999 bombing", "last year's vote"."""
    tokens = sentence.tokens
    if at == 0 or at + 1 >= len(tokens) or tokens[at + 1].tag not in {Tag.NAME, Tag.NOUN, Tag.ING}:
        return False
    if tokens[at].owns or tokens[at].low.endswith("-century"):
        return True  # "the life of a fifteenth-century painter"
    before = tokens[at - 1]
    if before.tag in {Tag.DETERMINER, Tag.POSSESSIVE} or (before.owns and before.tag in NOMINAL):
        return True
    if before.tag is Tag.PREPOSITION and before.low in {"of", "after", "before", "despite"}:
        if before.low == "of" and _opens_subject(sentence, at + 1):
            return False  # "after the revolution of 1990 | exchanges grew"
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
    held = tie(sentence, start, at, words)
    if happening:
        return Named(start, end, held)
    if tokens[at].owns:
        return None
    return Named(start, end, held if held is Tie.SHARED and takes_part(sentence, at, words) else Tie.OTHER)


def _dated_otherwise(sentence: Parsed, at: int) -> bool:
    """Whether another date, with figures, stands in the same clause."""
    return any(
        other != at and token.tag is Tag.TIME and any(c.isdigit() for c in token.text)
        for other, token in enumerate(sentence.tokens)
        if sentence.owner[other] == sentence.owner[at]
    )


def _joins_names(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an "and" joins two names, the second of which does nothing: "the attacks on Ashby | and Tarn"."""
    name, ends = at + 1, at + 1
    while ends < len(tokens) and tokens[ends].tag is Tag.NAME:
        ends += 1
    joined = tokens[at].low == "and" and at > 0 and tokens[at - 1].tag is Tag.NAME and ends > name
    return joined and (ends == len(tokens) or tokens[ends].tag in _CLOSES)


_CLOSES = frozenset({Tag.END, Tag.COMMA, Tag.STOP, Tag.PREPOSITION, Tag.TIME, Tag.CLOSE, Tag.TO})


def _phrase_end(tokens: tuple[Token, ...], start: int) -> int:
    """Where a noun phrase with its "of" and one "in" or the like ends."""
    end = start
    others = 0
    while end < len(tokens):
        token = tokens[end]
        if token.tag in {Tag.DETERMINER, Tag.POSSESSIVE} and end > start and tokens[end - 1].tag in _ENDING:
            break  # "after the 1999 war | the mill": another phrase
        if token.tag in _INSIDE:
            end += 1
        elif token.low in _LINKS and end + 1 < len(tokens) and tokens[end + 1].tag in NOMINAL:
            others += token.low != "of"
            if others > 1:
                break
            end += 1
        elif _joins_names(tokens, end):
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
        if _is_idiom(tokens, first, end):
            return None
        if happens(head.low, words) or is_ahead_of(tokens, start) or is_announced(sentence, start, at, words):
            break
        inner = max((i + 1 for i in range(first, end) if tokens[i].low == "of"), default=first)
        if of and inner > first and happens(tokens[end - 1].low, words):
            return Named(inner, begin, Tie.PASSING)  # "the minutes of the meeting of 11 August"
        whose = next((i + 1 for i in range(first, end) if tokens[i].low == "of"), end)
        if head.low in words.remembering and any(happens(token.low, words) for token in tokens[whose:end]):
            return Named(whose, begin, Tie.PASSING)  # "the anniversary of the fire in 1987"
        if of and is_paper(head.low, words):
            apart = _as_of(sentence, start, words) or (start > 0 and tokens[start - 1].low == "on")
            return Named(start, begin, Tie.PASSING) if apart else None
        if of and (paper := paper_in(tokens, first, words)) is not None:
            return Named(paper, begin, Tie.PASSING)  # "the report in the *Islander* of 15 September"
        if of:
            return (
                None
                if head.low in words.date_parts or not _as_of(sentence, start, words)
                else Named(start, begin, Tie.OTHER)
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
        return Named(start, _phrase_end(tokens, at + 1), tie(sentence, start, at, words))
    if of and _as_of(sentence, start, words) and at + 1 < len(tokens) and tokens[at + 1].low in _PLACING:
        # "the attack of last Thursday | on its office"
        return Named(start, _phrase_end(tokens, at + 1), tie(sentence, start, at, words))
    if of:
        return (
            Named(start, begin, tie(sentence, start, at, words)) if _as_of(sentence, start, words) else None
        )
    if has_consequence(sentence, start, words) or _in_dated_subject(sentence, start, at):
        return Named(start, begin, Tie.PASSING)
    if dated_before(sentence, start, begin, at, words):
        return Named(start, begin, Tie.PASSING)
    if start == 0 or not is_attached(sentence, start, words, at):
        return None
    return Named(start, begin, tie(sentence, start, at, words))


_PLACING = frozenset({"on", "at", "in", "against", "above", "near", "outside", "over"})


def _in_dated_subject(sentence: Parsed, start: int, at: int) -> bool:
    """Whether it is a subject whose verb has a date of its own: "an inquiry in 2014 into the sale ended two years later"."""
    if not sentence.clauses:
        return False
    clause = sentence.clauses[sentence.owner[at]]
    inside = clause.subject is not None and clause.subject[0] <= start < at < clause.subject[1]
    return inside and is_dated_after_verb(sentence, at)


def _as_of(sentence: Parsed, start: int, words: EventWords) -> bool:
    """Whether "the war of 1812" is a name in passing rather than when its clause happens ("at the fair of 1900")."""
    tokens = sentence.tokens
    before = tokens[start - 1] if start else None
    if before is not None and before.low in {"by", "with", "under"}:
        noun = next((i for i in range(start, len(tokens)) if tokens[i].low == "of"), start + 1) - 1
        clause = sentence.clauses[max(sentence.owner[start], 0)] if sentence.clauses else None
        if clause is not None and clause.verb.tense is Tense.FUTURE:
            return True  # "by the treaty of 1903 the town was to remain open"
        return tokens[noun].low not in words.documents  # "by judgment of 9 March the appeals were dismissed"
    return before is None or before.low not in _CONTAINING


def _head(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """The noun a phrase is about: the last before its first preposition."""
    for index in range(start + 1, end):
        if tokens[index].tag in {Tag.PREPOSITION, Tag.TO, Tag.COORDINATOR, Tag.OPEN}:
            return index - 1
    return end - 1
