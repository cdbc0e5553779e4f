"""Tense and cues: whether a bare weekday, month or quarter lies before or after the document was written."""

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.resolve.context import Tense

_REACH = 140  # characters on either side that may tell, cut at the sentence


def tense(text: str, start: int, end: int, language: Language) -> Tense:
    """What the nearest verb of the sentence says: the last one before the date, else the first one after it."""
    forms, stop = verbs(language), _STOP
    left = text[max(0, start - _REACH) : start]
    for match in stop.finditer(left):
        left_from = match.end()
        break_at = left_from
    else:
        break_at = 0
    for match in stop.finditer(left, break_at):
        break_at = match.end()
    last = None
    for match in forms.finditer(left, break_at):
        last = match
    if last is not None:
        return _TENSES[last.lastgroup or "past"]
    right = text[end : end + _REACH]
    ending = stop.search(right)
    first = forms.search(right, 0, ending.start() + 1 if ending else len(right))
    return _TENSES[first.lastgroup or "past"] if first else Tense.UNKNOWN


_STOP = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘'(])|\n\s*\n")
_TENSES = {"past": Tense.PAST, "future": Tense.FUTURE}


@lru_cache(maxsize=64)
def verbs(language: Language) -> re.Pattern[str]:
    """Verb forms that tell tense. Patterns of one language; `_` stands for blanks."""

    def either(kind: str) -> str:
        return "|".join(word.replace("_", r"\s+") for word in language.cues.get(kind, ())) or "(?!)"

    return re.compile(rf"\b(?:(?P<future>{either('future')})|(?P<past>{either('past')}))\b", re.IGNORECASE)
