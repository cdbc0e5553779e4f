"""Verbs, by list and ending: which word of a sentence is a finite verb, which a participle."""

from collections.abc import Sequence

from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords


def finite_at(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether the token at `at` is a finite verb.

    A word with a capital is none unless it opens the sentence; one known by its ending alone is none after an
    article ("la renuncia"), nor, where nouns have capitals, between an article and a noun ("die geplante Brücke").
    """
    token = tokens[at]
    if token.tag not in {Tag.NOUN, Tag.NAME} or token.low not in words.finite:
        return False
    if token.tag is Tag.NAME and not (at == _first(tokens) and token.text[1:].islower()):
        return False
    if token.low in words.finite.words:
        return True
    before = _before(tokens, at)
    return not (before in words.determiners or before in words.possessives) and not (
        words.verb_second and _describes(tokens, at, words)
    )


def is_participle(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether the token at `at` may be a participle: it has the form of one and follows no article."""
    token = tokens[at]
    return (
        token.low in words.participles
        and (token.tag is Tag.NOUN or at == _first(tokens))
        and _before(tokens, at) not in words.determiners
    )


def _describes(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a word stands before a noun like an adjective: "die 1907 geplante Brücke", "alte Leute"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.tag is not Tag.NAME:
        return False
    index = at - 1
    while index >= 0 and (
        tokens[index].tag in {Tag.TIME, Tag.NUMBER} or tokens[index].low in words.before_date
    ):
        if tokens[index].low in words.determiners:
            return True
        index -= 1
    if index < 0:
        return False
    return tokens[index].low in words.determiners or (
        tokens[index].low in words.prepositions and tokens[at - 1].tag is not Tag.TIME
    )


def _first(tokens: Sequence[Token]) -> int:
    return next((i for i, t in enumerate(tokens) if t.tag in {Tag.NAME, Tag.NOUN}), -1)


def _before(tokens: Sequence[Token], at: int) -> str:
    return tokens[at - 1].low if at else ""
