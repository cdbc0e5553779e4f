"""Ends: whether two expressions side by side are the two ends of a range, or items of a list."""

from timeline.languages import Language
from timeline.model.document import Span
from timeline.resolve.prepositions import prepositions

GAP = 16  # characters between the two ends
REACH = 32  # characters before a date in which its preposition stands


def adjacent(one: Span, other: Span) -> bool:
    """Whether two expressions are near enough to be the ends of a range or the items of a list."""
    return other.start - one.end <= GAP


def follows(one: Span, other: Span, text: str, language: Language) -> bool:
    """Whether two expressions are the two ends of a range."""
    if other.start - one.end > GAP or owns(other, text):
        return False
    words, gap = prepositions(language), text[one.end : other.start]
    if words.between.fullmatch(gap):
        return True
    if not words.both.fullmatch(gap):
        return False
    before = before_date(one, text)
    return words.lead(before) and words.first.search(before) is not None


def listed(one: Span, other: Span, text: str, language: Language) -> bool:
    """Whether the second of two expressions is the next of a list: "on Tuesday and Wednesday"."""
    gap = text[one.end : other.start]
    return len(gap) <= GAP and prepositions(language).both.fullmatch(gap) is not None


def owns(date: Span, text: str) -> bool:
    """Whether a date only says whose something is: of "the change Friday to December's figures" it ends no range."""
    return text.startswith(("'s", "’s"), date.end)


def before_date(date: Span, text: str) -> str:
    """The characters in which a date's preposition stands."""
    return text[max(0, date.start - REACH) : date.start]
