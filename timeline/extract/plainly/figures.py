"""Figures: whether a clause, plainly read, gives an amount or counts what was so, rather than tells a deed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.plainly.verbs import is_participle
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords, WordSet

_MONEY = "$€£¥%‰"
_LARGE = 4  # digits of a number that is an amount whatever it counts
_BARE = 3  # … that stands for itself: "es waren 140"
_SMALLEST = 10  # a count of what nobody would name one by one


_NUMERAL = re.compile(r"\d[\d.,\s]*")
_START = Token(0, 0, "", "", Tag.END)


def is_figure(said: Sequence[Token], words: TellingWords, *, long: bool = True) -> bool:
    """Whether a clause gives an amount for a time rather than a deed; `long` says that its date is a year or more."""
    if _has(said, words.arriving):
        return long and not _has(said, words.occasions) and _amount(said, words) and _counts(said, words)
    if _is_state(said, words, long=long):
        return True
    if _has(said, words.amounting) and _has(said, words.figures) and any(map(_is_large, said)):
        return True  # "el nivel bajó a 31"
    if not _amount(said, words):
        return False
    if _has(said, words.amounting):
        return True
    named = [t for t in said if t.tag is Tag.NAME]
    return _has(said, words.figures) and (words.verb_second or len(named) < 2)


def _is_state(said: Sequence[Token], words: TellingWords, *, long: bool) -> bool:
    """Whether it says how many there were of something, or that something had so many, at no act of anybody's."""
    if _is_done(said, words):
        return False
    if _has(said, words.having):
        doing = (
            not long and _has(said, words.lasting) and not _has(said, words.amounting)
        )  # "40 Feuerwehrleute arbeiteten dort", one day
        if _counts(said, words) or (not doing and _counts_things(said, words)):
            return True
    if _has(said, words.existing) and _counts_things(said, words):
        return True
    if _has(said, words.being) and _is_so_many(said):
        return True
    if (_has(said, words.being) or _has(said, words.existing)) and _ends_in_number(said):
        return True
    if _is_share(said, words):
        return True
    return long and _has(said, words.lasting) and _counts_things(said, words)


def _is_done(said: Sequence[Token], words: TellingWords) -> bool:
    """Whether a participle tells of an act: "hatte zwölf Häuser verkauft"; not that of "had had", nor a noun that is counted."""
    states = words.having, words.being, words.existing, words.lasting
    counted = {i + 1 for i, token in enumerate(said) if _is_large(token) or token.low in words.cardinals}
    return any(
        is_participle(said, i, words) and i not in counted and not any(token.low in group for group in states)
        for i, token in enumerate(said)
    )


def _has(said: Sequence[Token], words: WordSet) -> bool:
    """Whether a word, or two side by side as in "es_gab", is one of a list."""
    return any(token.low in words for token in said) or any(
        f"{one.low}_{two.low}" in words for one, two in pairwise(said)
    )


def _counts(said: Sequence[Token], words: TellingWords) -> bool:
    """Whether a number stands right before a measure: "3.400 Mitglieder", "zwei Mark"."""
    return any(
        (one.tag is Tag.NUMBER or one.low in words.small_cardinals or one.low in words.cardinals)
        and two.low in words.measures
        for one, two in pairwise(said)
    )


def _counts_things(said: Sequence[Token], words: TellingWords) -> bool:
    """Whether a number that is no small one stands before a noun that names no happening and no time: "vierzig Schauspieler"."""
    if any(token.low in words.singular_pronouns for token in said):
        return False
    verbs = words.having, words.existing, words.being
    verb = next(
        (i for i in range(len(said)) if any(_has(said[i : i + 2], group) for group in verbs)), len(said)
    )
    return any(
        (_is_large(one) or one.low in words.cardinals)
        and two.tag in {Tag.NOUN, Tag.NAME}
        and not any(two.low in group for group in (words.happenings, words.durations, words.prepositions))
        and not any(
            said[i].low in words.accompanying and i != verb + 1  # "contaba con 340 socios"
            for i in range(min(verb, max(at - 2, 0)), at)
        )
        for at, (one, two) in enumerate(pairwise(said))
    )


def _is_so_many(said: Sequence[Token]) -> bool:
    """Whether a number of four digits or more is a count, and no name's: "war mit 6.812 Gästen", not "le Motorola 68000"."""
    return any(
        _digits(two) >= _LARGE and one.tag is not Tag.NAME and _NUMERAL.fullmatch(two.text)
        for one, two in pairwise((_START, *said))
    )


def _is_large(token: Token) -> bool:
    figures = "".join(filter(str.isdigit, token.text))
    return token.tag is Tag.NUMBER and bool(_NUMERAL.fullmatch(token.text)) and int(figures) >= _SMALLEST


def _ends_in_number(said: Sequence[Token]) -> bool:
    """Whether a number of three digits or more stands for itself: "es waren 140"."""
    words = [token for token in said if token.tag is not Tag.END]
    return (
        bool(words)
        and len(words) <= _FEW
        and any(
            _digits(one) >= _BARE and (two is None or two.tag not in {Tag.NOUN, Tag.NAME})
            for one, two in zip(words, [*words[1:], None], strict=True)
        )
    )


_FEW = 6  # words of "im Jahr darauf waren es noch 140"


def _is_share(said: Sequence[Token], words: TellingWords) -> bool:
    """Whether so many of so many were somehow: "an 24 von 29 Tagen"."""
    places = [i for i, token in enumerate(said) if token.tag is Tag.NUMBER and _digits(token)]
    return any(
        0 < two - one - 1 <= 2 and all(said[i].low in words.partitives for i in range(one + 1, two))
        for one, two in pairwise(places)
    )


def _digits(token: Token) -> int:
    return sum(map(str.isdigit, token.text)) if token.tag is Tag.NUMBER else 0


def _amount(said: Sequence[Token], words: TellingWords) -> bool:
    for index, token in enumerate(said):
        if token.tag is not Tag.NUMBER and token.low not in words.numbers:
            continue
        if token.text[0] in _MONEY or token.text[-1] in _MONEY:
            return True
        following = said[index + 1 : index + 4]
        if any(t.low in words.measures or t.text in _MONEY for t in following):
            return True
        if sum(map(str.isdigit, token.text)) >= _LARGE:
            return True
    return False
