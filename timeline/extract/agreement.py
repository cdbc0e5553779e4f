"""Agreement: whether a verb can be said of a subject by its number; only what is certain contradicts."""

from collections.abc import Sequence

from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_ONE = frozenset({"was", "is", "has"})
_MANY = frozenset({"were", "are", "have"})
_ENDS = frozenset({Tag.PREPOSITION, Tag.TO, Tag.COMMA, Tag.OPEN, Tag.RELATIVE, Tag.THAT, Tag.QUOTE, Tag.STOP})
_FORMS = ("ss", "us", "is", "ics", "ews", "ies")  # "glass", "status", "basis", "politics", "news", "series"
# What is one though it ends in -s or has a number before it, or may be either.
_EITHER = frozenset(
    ["works", "headquarters", "barracks", "means", "crossroads", "gas", "bus", "atlas", "canvas", "lens", "gallows", "kudos", "chaos",
     "one", "half", "majority", "number", "total", "range", "rest", "variety", "couple", "pair", "percent", "cent", "percentage",
     "per", "more", "most", "some", "all", "none", "any", "part", "lot", "dozen", "share", "third", "quarter", "each", "every",
     "police", "people", "staff", "crew", "family", "public", "cattle", "youth", "media", "data"]
)  # fmt: skip


def disagrees(subject: Sequence[Token], verb: Sequence[Token], words: EventWords) -> bool:
    """Whether a subject is surely of another number than the first word of its verb."""
    first = verb[0].low if verb else ""
    if first not in _ONE | _MANY or not subject:
        return False
    number = _number(subject, words)
    return number == ("many" if first in _ONE else "one")


def _number(subject: Sequence[Token], words: EventWords) -> str:
    """The number of a subject: "one", "many", or "" where it may be either."""
    said = [w for token in subject for w in token.text.split()]  # a name may be one token of several words
    if len(said) > len(subject):
        return ""
    stop = next((i for i, token in enumerate(subject) if token.tag in _ENDS and i), len(subject))
    inside = subject[:stop]
    head = inside[-1]
    low = {token.low for token in inside}
    if head.tag is not Tag.NOUN or low & _EITHER or any(token.tag not in NOMINAL for token in inside):
        return ""
    if (
        any(token.tag is Tag.NAME for token in inside)
        or head.low in words.measures | words.units | words.several
    ):
        return ""
    plural = head.low.endswith("s") and not head.low.endswith(_FORMS) and not _named_so(head.low, words)
    counted = any(t.tag is Tag.NUMBER for t in inside)
    if plural and not counted:
        return "many"
    single = inside[0].low in {"a", "an", "this", "that"} and not counted
    return "one" if single and not head.low.endswith("s") and not _body(head.low, words) else ""


def _body(low: str, words: EventWords) -> bool:
    return low in words.organizations or low.removesuffix("s") in words.organizations


def _named_so(low: str, words: EventWords) -> bool:
    """Whether one body bears a name in -s: "airways", but not "newspapers"."""
    return low in words.organizations and low.removesuffix("s") not in words.organizations
