"""Dates said in passing: in the name of a thing, as the end of what began, inside a quotation. A story does not come to them."""

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Expression

_REACH = 80  # characters of a clause in which the word stands that leads to a date


def names_a_thing(expression: Expression, text: str, language: Language) -> bool:
    """Whether a date stands between a determiner and its noun: "the August 1792 uprising" is not told of August."""
    determiners, goes_on = language.cues.get("determiners", ()), language.cues.get("goes_on", ())
    if not determiners:
        return False
    span = expression.span
    noun = _NOUN.match(text, span.end)
    if noun is None or noun[1] in goes_on or noun[1].endswith("ly"):
        return False
    first = expression.text.split(None, 1)[0].lower()
    before = text[max(0, span.start - 12) : span.start].lower().split()
    return first in determiners or (bool(before) and before[-1] in determiners)


_NOUN = re.compile(r"[ \u00a0]([a-z][a-z-]+)")


def lasts_until(expression: Expression, text: str, language: Language) -> bool:
    """Whether a date is the end of what a clause tells: "a battle that lasted until the fall of the town in May"."""
    before = text[max(0, expression.span.start - _REACH) : expression.span.start]
    return _until(language).search(before) is not None


@lru_cache(maxsize=64)
def _until(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace("_", r"\s+") for word in language.cues.get("lasting_until", ()))
    negated = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in language.cues.get("negations", ()))
    return re.compile(rf"\b{negated}(?:{words or '(?!)'})\s[^,;:.!?\n]*$", re.IGNORECASE)


def stands_alone(text: str, expression: Expression) -> bool:
    """Whether a line holds nothing but an expression and a preposition."""
    start, end = expression.span.start, expression.span.end
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : end + 2].split("\n", 1)[0]
    return len(before.split()) == 1 and not after.strip(" .!?")


def quoted(text: str, expression: Expression) -> bool:
    """Whether an expression stands inside quotation marks that its paragraph opens and has not closed."""
    at = expression.span.start
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
