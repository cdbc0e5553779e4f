"""Tense and cues: whether a bare weekday, month or quarter lies before or after the document was written."""

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.resolve.context import Tense
from timeline.times.reading import (
    Ahead,
    Anchor,
    Approximate,
    Bounded,
    Clock,
    Inside,
    Nearest,
    Nth,
    Numeric,
    Part,
    Reading,
    Reported,
    Shifted,
    Stated,
)

_REACH = 140  # characters on either side that may tell, cut at the sentence


def tense(text: str, start: int, end: int, language: Language) -> Tense:
    """What the nearest verb of the sentence says: the last one before the date, else the first one after it."""
    forms = _forms(language)
    left = text[max(0, start - _REACH) : start]
    at = 0
    for stop in _STOP.finditer(left):
        at = stop.end()
    if before := list(forms.finditer(left.lower(), at)):
        return _TENSES[before[-1].lastgroup or "past"]
    right = text[end : end + _REACH]
    ending = _STOP.search(right)
    first = forms.search(right.lower(), 0, ending.start() + 1 if ending else len(right))
    return _TENSES[first.lastgroup or "past"] if first else Tense.UNKNOWN


def looks_ahead(text: str, start: int, language: Language) -> bool:
    """Whether the nearest verb before it in the sentence looks ahead from the writing: "will be let in February"."""
    left = text[max(0, start - _REACH) : start]
    at = max((stop.end() for stop in _STOP.finditer(left)), default=0)
    found = list(_outlook(language).finditer(left.lower(), at))
    return bool(found) and found[-1].lastgroup == "outlook"


_STOP = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘'(])|\n\s*\n")
_TENSES = {"past": Tense.PAST, "future": Tense.FUTURE}


def tensed(reading: Reading) -> bool:
    """Whether a reading means one date of the past and another of the future."""
    match reading:
        case Stated() | Numeric():
            return reading.year is None
        case Shifted():
            return reading.weekend or (not isinstance(reading.anchor, Anchor) and tensed(reading.anchor))
        case Nth() | Inside():
            return tensed(reading.within)
        case Part() | Bounded():
            return tensed(reading.whole)
        case Approximate():
            return tensed(reading.reading)
        case Clock():
            return tensed(reading.day)
        case Ahead() | Reported():
            return True
        case Nearest():
            return reading.by == 0 and reading.named.weekday is not None
        case _:
            return False


def verbs(language: Language) -> re.Pattern[str]:
    """Verb forms that tell tense, groups `future` and `past`. Cues are patterns of one language; `_` stands for blanks."""
    return _compiled(language, re.IGNORECASE)


def _forms(language: Language) -> re.Pattern[str]:
    """The same for text in lower case, which is many times faster."""
    return _compiled(language, re.NOFLAG)


@lru_cache(maxsize=64)
def _outlook(language: Language) -> re.Pattern[str]:
    def either(kind: str) -> str:
        return "|".join(word.replace("_", r"\s+") for word in language.cues.get(kind, ())) or "(?!)"

    return re.compile(rf"(?<![a-z])(?:(?P<outlook>{either('outlook')})|(?P<past>{either('past')}))\b")


@lru_cache(maxsize=64)
def _compiled(language: Language, flags: re.RegexFlag) -> re.Pattern[str]:
    def either(kind: str) -> str:
        return "|".join(word.replace("_", r"\s+") for word in language.cues.get(kind, ())) or "(?!)"

    return re.compile(rf"\b(?:(?P<future>{either('future')})|(?P<past>{either('past')}))\b", flags)
