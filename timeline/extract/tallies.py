"""Tallies: clauses that count how many were so over a time, whatever their verb: "it rained on 24 of the 28 days".

A share of things ("twelve of the twenty houses", "one in five trains") that is said to be somehow, so many a week, and so
many people who served, lived or worked through a year are figures; what befell them on a day is a happening.
"""

from collections.abc import Sequence

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.tense import Tense
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords


def is_tally(sentence: Parsed, index: int, words: EventWords, *, long: bool) -> bool:
    """Whether a clause only counts; `long` says that its date is a year or more."""
    clause, tokens = sentence.clauses[index], sentence.tokens
    if not clause.verb.finite or clause.verb.tense in {Tense.FUTURE, Tense.POSSIBLE}:
        return False
    after = [tokens[i] for i in sentence.owned_by(index)]
    subject = tokens[slice(*clause.subject)] if clause.subject else ()
    if _counts_days(after, words):
        return True
    if is_share(subject, words) and is_state(sentence, clause, words):
        return True
    head = tokens[clause.verb.head].low
    if _is_many(subject, words):
        return long and not clause.verb.passive and head in words.lasting_deeds
    return _is_rate(after, words) and _is_thing(subject, words) and head not in words.planning | words.asking


def is_state(sentence: Parsed, clause: Clause, words: EventWords) -> bool:
    """Whether a clause says how something was, and not what befell it: "were empty", "had no bath"."""
    verb, head = clause.verb, sentence.tokens[clause.verb.head]
    return not verb.passive and (head.tag in {Tag.BE, Tag.HAVE} or head.low in words.stative)


def is_share(said: Sequence[Token], words: EventWords) -> bool:
    """Whether a phrase is so much of a whole: "twelve of the twenty houses", "one in five trains", "44 per cent"."""
    low = [token.low for token in said]
    while low and low[0] in words.roughly | words.around | words.determiners:
        said, low = said[1:], low[1:]
    if not said:
        return False
    numbers = [i for i, token in enumerate(said) if token.tag is Tag.NUMBER or token.low in words.fractions]
    if numbers and low[numbers[0]].rstrip("%") != low[numbers[0]]:
        return True
    if "percent" in low[1:2] or low[1:3] == ["per", "cent"]:
        return bool(numbers)
    link = next((i for i, word in enumerate(low[1:4], 1) if word in {"of", "in"}), 0)
    if not link or not _is_count(said[0], words):
        return False
    fraction = low[link - 1] in words.fractions
    of_these = low[link] == "of" and low[link + 1 : link + 2] in (["the"], ["its"], ["their"])
    whole = said[link + 1 + of_these : link + 2 + of_these]
    counted = bool(whole) and whole[0].tag is Tag.NUMBER
    return fraction or (counted and (of_these or low[link] == "in"))


def _counts_days(after: Sequence[Token], words: EventWords) -> bool:
    """Whether it counts on how many days of all: "rained on 24 of the 28 days"."""
    for at, token in enumerate(after):
        if token.low != "on" or at + 2 >= len(after) or after[at + 1].tag is not Tag.NUMBER:
            continue
        end = at + 2
        while end < len(after) and (after[end].tag is Tag.NUMBER or after[end].low in {"of", "the"}):
            end += 1
        part = any(token.low == "of" for token in after[at:end])
        if part and end < len(after) and after[end].low in words.counted_times:
            return True
    return False


def _is_many(subject: Sequence[Token], words: EventWords) -> bool:
    """Whether a subject is so many of a kind, and no certain ones: "some 300 children", "71 men"."""
    said = list(subject)
    while said and said[0].low in words.roughly | words.around | {"some"}:
        said.pop(0)
    number = next((token for token in said if token.text[:1].isdigit()), None) or (said[0] if said else None)
    large = number is not None and number.tag is Tag.NUMBER and number.low not in words.small_numbers
    definite = any(t.tag in {Tag.NAME, Tag.POSSESSIVE} or t.low in {"the", "these", "those"} for t in said)
    return large and len(said) > 1 and not definite


def _is_rate(after: Sequence[Token], words: EventWords) -> bool:
    """Whether an amount is given by the week or the like: "20 tonnes of yarn a week", "64 trains each day"."""
    number = next((i for i, token in enumerate(after) if token.tag is Tag.NUMBER), None)
    if number is None:
        return False
    near = range(number + 1, min(number + _FAR, len(after) - 1))
    return any(after[i].low in words.by_each and after[i + 1].low in words.rate_units for i in near)


_FAR = 7  # tokens from an amount to its "a week"


def _is_count(token: Token, words: EventWords) -> bool:
    return token.tag is Tag.NUMBER or token.low in {"one", "a"} | words.fractions


def _is_thing(subject: Sequence[Token], words: EventWords) -> bool:
    """Whether a subject is surely nobody: "the mill"."""
    named = any(t.tag in {Tag.NAME, Tag.PRONOUN} or t.low in words.persons for t in subject)
    return bool(subject) and not named
