"""Amounts: whether words give a figure for a time: "imported goods worth 650 million euros", "turnover: £11.2 million"."""

import itertools
import re
from collections.abc import Sequence

from timeline.extract.candidate import is_person_noun
from timeline.extract.clauses import Clause, Parsed
from timeline.extract.happenings import happens
from timeline.extract.tense import Tense
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords


def is_figure(sentence: Parsed, index: int, words: EventWords) -> bool:
    """Whether the clause gives an amount for a time: "imported goods worth 650 million euros"."""
    clause = sentence.clauses[index]
    tokens = sentence.tokens
    head = tokens[clause.verb.head].low
    after = [tokens[i] for i in sentence.owned_by(index)]
    if [token.low for token in after[:2]] == ["one", "of"]:
        return False  # "I was one of 312 people"
    if _states(sentence, clause, after, words):
        return True
    if clause.verb.finite and head not in words.statistic_verbs and not _held_against(after):
        return False
    if (
        head in words.trading
        and after
        and (after[0].low in {"the", "a", "an"} or after[0].tag in {Tag.POSSESSIVE, Tag.NAME})
    ):
        return False  # "sold its mill for £4 million"
    subject = tokens[slice(*clause.subject)] if clause.subject else ()
    figure = of_figure(sentence, clause, words)
    if figure and any(t.tag is Tag.NUMBER and t.text[0].isdigit() for t in after):
        return True  # "the birth rate fell to 8.3"
    if not _amount(after, words):
        return False
    if figure:
        return True
    return not any(t.tag is Tag.NAME for t in subject) or _measured(after, words)


def of_figure(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether a clause's subject is a figure: "the birth rate"."""
    subject = sentence.tokens[slice(*clause.subject)] if clause.subject else ()
    return any(t.low in words.figures for t in subject)


def _states(sentence: Parsed, clause: Clause, after: Sequence[Token], words: EventWords) -> bool:
    """Whether the verb states an amount that stands right after it: "numbered 181 vessels", "peaked at 27,055 tonnes"."""
    head = sentence.tokens[clause.verb.head].low
    after, stated = _come_to(head, after)
    if (
        not clause.verb.finite
        or not (head in words.stating_verbs or stated)
        or clause.verb.tense is Tense.POSSIBLE
    ):
        return False
    rest = list(after)
    while rest and (rest[0].tag in {Tag.PREPOSITION, Tag.ADVERB, Tag.TO} or rest[0].low in words.roughly):
        rest.pop(0)
    part = [t.low for t in rest[:2]]
    if of_figure(sentence, clause, words) and part[:1] in (["a"], ["one"]) and part[-1] in words.fractions:
        return True  # "the share stood at about a quarter"
    counted = (
        bool(rest)
        and rest[0].tag is Tag.NUMBER
        and (_is_amount(rest[0]) or _in_words(sentence, clause, rest, words))
    )
    if not counted or clause.subject is None:
        return counted and clause.subject is None
    return sentence.tokens[clause.subject[0]].low not in words.subject_pronouns - {"it", "they"}


def _in_words(sentence: Parsed, clause: Clause, said: Sequence[Token], words: EventWords) -> bool:
    """Whether a number in words counts what a thing or a body has, and no happenings: "the troupe had forty actors"."""
    verb, subject = (
        sentence.tokens[clause.verb.head],
        sentence.tokens[slice(*clause.subject)] if clause.subject else (),
    )
    owned = verb.tag is Tag.HAVE or verb.low in words.stative
    nobody = bool(subject) and all(
        t.tag in {Tag.DETERMINER, Tag.NOUN} and not is_person_noun(t.low, words) for t in subject
    )
    counted = next((t for t in said if t.tag is not Tag.NUMBER), None)
    return (
        owned
        and nobody
        and counted is not None
        and counted.tag is Tag.NOUN
        and not happens(counted.low, words)
    )


def is_count_so_far(sentence: Parsed, index: int, at: int, words: EventWords) -> bool:
    """Whether a clause gives how many it was by the date: "had killed 1,300 by May", "by 1930 some 200 had been sold"."""
    tokens, clause = sentence.tokens, sentence.clauses[index]
    verb = tokens[clause.verb.first : clause.verb.end]
    before = at - 1 if at and tokens[at - 1].low != "the" else at - 2
    if (
        at >= len(tokens)
        or before < 0
        or tokens[before].low != "by"
        or verb[0].low != "had"
        or clause.verb.negated
    ):
        return False
    subject = tokens[slice(*clause.subject)] if clause.subject else ()
    after = [tokens[i] for i in sentence.owned_by(index)]
    part = next((i for i, t in enumerate(after[:5]) if t.low in words.fractions), 0)
    if (
        part
        and after[part - 1].low == "a"
        and after[part + 1 : part + 2]
        and after[part + 1].tag is not Tag.NOUN
    ):
        return True  # "had paid out less than a third"
    agent = after[1:2] if clause.verb.passive and after and after[0].low == "by" else after[:1]
    return any(
        t.tag is Tag.NUMBER and (t.text[0].isdigit() or t.low in _MANY) for t in (*subject[:2], *agent)
    )


def is_count_between(sentence: Parsed, index: int, at: int) -> bool:
    """Whether a clause counts what was done from one date to another: "59 changes were asked for between May and July"."""
    tokens, clause = sentence.tokens, sentence.clauses[index]
    if not 0 < at < len(tokens) or tokens[at - 1].low != "between" or not clause.verb.passive:
        return False
    first = tokens[clause.subject[0]] if clause.subject else None
    return first is not None and first.tag is Tag.NUMBER and first.text[0].isdigit()


def _come_to(head: str, after: Sequence[Token]) -> tuple[Sequence[Token], bool]:
    """What follows verbs that state an amount only with a word of theirs: "came to 40", "gave work to 1,930"."""
    first = after[0].low if after else ""
    works = head in {"gave", "gives", "provided", "provides"} and first in {"work", "jobs", "employment"}
    return (after[1:] if works else after), works or (head in {"came", "comes"} and first == "to")


_MANY = frozenset({"million", "billion", "trillion"})


def _is_amount(token: Token) -> bool:
    """Whether a number is one of figures, not a score: "4-1"."""
    return token.text.strip("$€£¥").replace(",", "").replace(".", "").rstrip("%").isdigit()


def gives_figure(tokens: Sequence[Token], words: EventWords) -> bool:
    """Whether words without a verb give an amount: "Turnover: £11.2 million", "64 burials", "River at the weir 2.10 m"."""
    if any(t.low in words.figures for t in tokens) and _amount(tokens, words):
        return True
    return _counts_happenings(tokens, words) or _measures(tokens, words)


def _counts_happenings(tokens: Sequence[Token], words: EventWords) -> bool:
    """Whether it opens with how many there were of what happens once and again: "64 burials"."""
    if len(tokens) < _COUNTED or tokens[0].tag is not Tag.NUMBER or not _is_amount(tokens[0]):
        return False
    noun = tokens[1].low
    return noun.endswith("s") and happens(noun, words) and tokens[0].low not in words.small_numbers


_COUNTED = 2  # tokens of "64 burials"


def _measures(tokens: Sequence[Token], words: EventWords) -> bool:
    """Whether it reads a gauge: a number with a decimal and a unit behind it."""
    return any(
        one.tag is Tag.NUMBER and _DECIMAL.search(one.text) and two.text in words.units
        for one, two in itertools.pairwise(tokens)
    )


_DECIMAL = re.compile(r"\d\.\d")


def _held_against(after: Sequence[Token]) -> bool:
    """Whether the figure is held against another: "9,400 tonnes, down from 11,200"."""
    return any(
        one.low in {"up", "down"} and (two.low == "from" or two.tag is Tag.NUMBER)
        for one, two in itertools.pairwise(after)
    )


def _amount(tokens: Sequence[Token], words: EventWords) -> bool:
    for index, token in enumerate(tokens):
        if token.tag is not Tag.NUMBER:
            continue
        if token.text[0] in "$€£¥" or token.text.endswith("%"):
            return True
        if token.low in _MANY:
            return True
        if token.text[0].isdigit() and any(
            t.low in {"million", "billion", "trillion"} for t in tokens[index + 1 : index + 2]
        ):
            return True
        if any(
            t.low.rstrip("'s") in words.measures or t.low in words.measures
            for t in tokens[index + 1 : index + 4]
        ):
            return True
        if token.text[0].isdigit() and len(token.text.replace(",", "").replace(".", "")) >= 4:
            return True
    return False


def _measured(tokens: Sequence[Token], words: EventWords) -> bool:
    """Whether the amount is one of money or a share, not a count of people or things done."""
    for index, token in enumerate(tokens):
        if token.tag is Tag.NUMBER and (
            token.text[0] in "$€£¥"
            or token.text.endswith("%")
            or any(t.low.rstrip("'s") in words.measures for t in tokens[index + 1 : index + 4])
        ):
            return True
    return False
