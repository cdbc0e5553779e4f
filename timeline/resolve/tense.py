"""Tense and cues: whether a bare weekday or month lies before or after the document was written."""

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.resolve.context import Tense

_REACH = 120  # characters on either side, cut at the sentence


def tense(text: str, start: int, end: int, language: Language) -> Tense:
    """What the words of the sentence around an expression tell."""
    past, future, near = _patterns(language)
    left = text[max(0, start - _REACH) : start]
    cut = max(left.rfind(". "), left.rfind("\n\n"))
    left = left[cut + 1 :]
    right = text[end : end + _REACH]
    stop = re.search(r"[.!?]\s|\n\n", right)
    right = right[: stop.start()] if stop else right
    if near.search(left):
        return Tense.FUTURE
    ahead = [match.end() for match in future.finditer(left)]
    behind = [match.end() for match in past.finditer(left)]
    if ahead or behind:
        return Tense.FUTURE if max(ahead, default=-1) > max(behind, default=-1) else Tense.PAST
    after, before = future.search(right), past.search(right)
    if after and (not before or after.start() < before.start()):
        return Tense.FUTURE
    return Tense.PAST if before else Tense.UNKNOWN


@lru_cache(maxsize=64)
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    def pattern(kind: str, end: str) -> re.Pattern[str]:
        words = [word.replace("_", r"\s+") for word in language.cues.get(kind, ())]
        return re.compile(r"\b(?:" + ("|".join(words) or "(?!)") + r")\b" + end, re.IGNORECASE)

    return pattern("past", ""), pattern("future", ""), pattern("future_before", r"\s*$")
