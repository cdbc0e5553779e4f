"""Particles: the small words that end a verb, and so may end a title: "broke out", "turned the offer down"."""

from collections.abc import Sequence

from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords


def with_particles(rest: Sequence[Token], words: EventWords) -> list[Token]:
    """What follows a verb, with the particle that closes an infinitive as one: "tried to break out: …"."""
    return [
        as_particle(token)
        if index
        and token.tag is Tag.PREPOSITION
        and token.low in words.particles
        and (
            rest[index - 1].tag in {Tag.BASE, Tag.ING}
            or rest[index - 1].low == "go"
            or token.low in _AWAY  # "turned the offer down in 1911"
            or (index + 1 == len(rest) and _has_verb(rest[:index]))
        )
        and (
            index + 1 == len(rest)
            or rest[index + 1].tag in {Tag.STOP, Tag.COMMA, Tag.END}
            or (token.low in _AWAY and rest[index + 1].tag is Tag.COORDINATOR)
        )
        else token
        for index, token in enumerate(rest)
    ]


# What behind an object is no preposition where nothing follows.
_AWAY = frozenset({"out", "up", "off", "down", "away"})


def _has_verb(tokens: Sequence[Token]) -> bool:
    """Whether an infinitive with its object stands before a particle: "to switch the light | off"."""
    to = next((i for i, t in enumerate(tokens) if t.tag is Tag.BASE), len(tokens))
    between = tokens[to + 1 :]
    return bool(between) and all(
        t.tag in {Tag.DETERMINER, Tag.NOUN, Tag.NAME, Tag.POSSESSIVE} for t in between
    )


def as_particle(token: Token) -> Token:
    """As "off" of "broke off": it may end a title, as a preposition may not."""
    return Token(token.start, token.end, token.text, token.low, Tag.ADVERB)
