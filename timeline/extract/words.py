"""Words: a sentence as tokens, each with what kind of word it is.

No lexicon of all English stands behind this: closed classes and common verbs are listed, regular endings
and the neighbours tell the rest, and what is left is taken for part of a noun phrase.
"""

from dataclasses import dataclass
from enum import Enum

from timeline.languages.events import EventWords


class Tag(Enum):
    """Kinds of words, as far as titles need them."""

    TIME = "time"  # a whole temporal expression, as one token
    NAME = "name"
    NOUN = "noun"  # or adjective: whatever else can stand in a noun phrase
    NUMBER = "number"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    TO = "to"
    THAT = "that"
    RELATIVE = "relative"
    SUBORDINATOR = "subordinator"
    COORDINATOR = "coordinator"
    ADVERB = "adverb"
    NOT = "not"
    MODAL = "modal"
    BE = "be"
    HAVE = "have"
    DO = "do"
    PAST = "past"  # "took": certainly finite
    PAST_OR_PARTICIPLE = "-ed"  # "signed", "held"
    PARTICIPLE = "participle"  # "taken"
    PRESENT = "present"  # "signs"
    BASE = "base"  # "sign", where it can be a verb
    ING = "-ing"
    COMMA = ","
    STOP = ";"  # ; : and dashes that stand alone
    OPEN = "("
    CLOSE = ")"
    QUOTE = '"'
    END = "."


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a temporal expression: where it stands, and what it is.

    `time` is the index of the expression among the sentence's, -1 for other tokens.
    """

    start: int
    end: int
    text: str
    low: str
    tag: Tag
    time: int = -1

    @property
    def owns(self) -> bool:
        """Whether it ends in a possessive."""
        return self.low.endswith(("'s", "s'"))


NOMINAL = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN})


def closed_class(low: str, words: EventWords) -> Tag | None:
    """The tag of a word of a closed class, or None."""
    for members, tag in (
        (words.possessives - {"whose"}, Tag.POSSESSIVE),
        (words.negations, Tag.NOT),
        (words.modals, Tag.MODAL),
        (words.be, Tag.BE),
        (words.have, Tag.HAVE),
        (words.do, Tag.DO),
        (words.relatives, Tag.RELATIVE),
        (words.coordinators, Tag.COORDINATOR),
        (words.pronouns, Tag.PRONOUN),
    ):
        if low in members:
            return tag
    if low == "to":
        return Tag.TO
    if low == "that":
        return Tag.THAT
    if low in words.subordinators and low not in words.either_way:
        return Tag.SUBORDINATOR
    if low in words.prepositions or low in words.either_way:
        return Tag.PREPOSITION
    return Tag.DETERMINER if low in words.determiners else None


def open_class(low: str, words: EventWords) -> Tag:
    """The tag a lower-case word of an open class has by itself; neighbours may change it."""
    if low in words.adverbs or (low.endswith("ly") and len(low) > 4 and low not in words.not_adverbs):
        return Tag.ADVERB
    if low in words.past:
        return Tag.PAST
    if low in words.past_or_participle:
        return Tag.PAST_OR_PARTICIPLE
    if low in words.participle:
        return Tag.PARTICIPLE
    if low.endswith("ed") and len(low) > 3 and low not in words.not_participles and "-" not in low:
        return Tag.PAST_OR_PARTICIPLE
    if low.endswith("ing") and len(low) > 5:
        return Tag.ING
    if low in words.third:
        return Tag.PRESENT
    return Tag.BASE if low in words.base else Tag.NOUN
