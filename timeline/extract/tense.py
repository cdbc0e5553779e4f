"""Tense: what a verb group is, and how surely it tells that something happened."""

from enum import StrEnum

from timeline.extract.words import Tag
from timeline.records import dataclass


class Tense(StrEnum):
    """What a finite verb group says about its happening."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"  # will, is to
    POSSIBLE = "possible"  # may, could, should
    NONE = "none"  # a participle: "founded by"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens `first` up to `end`; `head` is the verb that carries the meaning."""

    first: int
    end: int
    head: int
    tense: Tense
    passive: bool = False
    negated: bool = False

    @property
    def finite(self) -> bool:
        """Whether it makes a clause with a subject of its own."""
        return self.tense is not Tense.NONE


ED = frozenset({Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE})


AUXILIARY = frozenset({Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO})


NOT_FINITE = frozenset({"be", "been", "being", "having"})
