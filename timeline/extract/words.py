"""Words: a sentence as tokens, each with what kind of word it is.

No lexicon of all English stands behind this: closed classes and common verbs are listed, regular endings
and the neighbours tell the rest, and what is left is taken for part of a noun phrase.
"""

from enum import StrEnum
from functools import lru_cache

from timeline.languages.events import EventWords
from timeline.records import dataclass


class Tag(StrEnum):
    """Kinds of words, as far as titles need them. Strings, since those hash fastest in sets."""

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
    return _closed_classes(words).get(low)


@lru_cache(maxsize=16)
def _closed_classes(words: EventWords) -> dict[str, Tag]:
    """Every closed-class word with its tag; of the lists that hold a word the last named here decides."""
    lists = (
        (words.determiners, Tag.DETERMINER),
        (words.prepositions | words.either_way, Tag.PREPOSITION),
        (words.subordinators - words.either_way, Tag.SUBORDINATOR),
        ({"that"}, Tag.THAT),
        ({"to"}, Tag.TO),
        (words.pronouns, Tag.PRONOUN),
        (words.coordinators, Tag.COORDINATOR),
        (words.relatives, Tag.RELATIVE),
        (words.do, Tag.DO),
        (words.have, Tag.HAVE),
        (words.be, Tag.BE),
        (words.modals, Tag.MODAL),
        (words.negations, Tag.NOT),
        (words.possessives - {"whose"}, Tag.POSSESSIVE),
    )
    return {word: tag for members, tag in lists for word in members}


_SHORT_ING = frozenset({"going", "doing", "using", "dying", "lying", "suing"})  # not "king", "spring"


def open_class(low: str, words: EventWords) -> Tag:
    """The tag a lower-case word of an open class has by itself; neighbours may change it."""
    if low in words.adverbs or (low.endswith("ly") and len(low) > 4 and low not in words.not_adverbs):
        return Tag.ADVERB
    if low in words.past:
        return Tag.PAST
    if low in words.past_or_participle:
        return Tag.PAST_OR_PARTICIPLE
    if low in words.participle or (low.startswith("re") and low[2:].lstrip("-") in words.participle):
        return Tag.PARTICIPLE  # "retaken"
    if (
        low.endswith("ed")
        and len(low) > 3
        and low not in words.not_participles
        and ("-" not in low or low.startswith("re-"))
    ):
        return Tag.PAST_OR_PARTICIPLE
    if low.endswith("ing") and (len(low) > 5 or low in _SHORT_ING):
        return Tag.ING
    if low in words.third:
        return Tag.PRESENT
    return Tag.BASE if low in words.base else Tag.NOUN
