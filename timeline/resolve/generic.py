"""Generic times: seasons and months that are any year's, as in "nearly all rain falls in winter"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeGuard

from timeline.languages import Language
from timeline.languages.wordings import words as spelled
from timeline.model.expression import Expression
from timeline.resolve.context import Tense
from timeline.resolve.text import Text
from timeline.times.reading import Approximate, Part, Reading, Stated, inmost


def is_generic(expression: Expression, text: Text) -> bool:
    """Whether a bare season or month is of no year, since its sentence says what is so, not what was or will be.

    TimeML writes such a time without its year, `XXXX-WI`. Where a year stands in the paragraph before, or heads it, the
    season is of that year; and so it is in a history that is told in the present throughout. A season needs no verb,
    a month does: "In July the average is 15 °C".
    """
    reading = inmost(expression.reading, Part, Approximate)
    if not text.is_history or not (_is_bare(reading) and _has_words(text.language)):
        return False
    return (
        not _heads_line(expression, text.text)
        and _says_what_is_so(expression, reading, text)
        and not _year_above(expression, text)
        and _tells_in_past(text.text, text.language)  # the dearest is asked last
    )


def _says_what_is_so(expression: Expression, reading: Stated, text: Text) -> bool:
    sentence = _sentence(text.text, expression.span.start, expression.span.end)
    is_so, was_so = _verbs(text.language)
    if was_so.search(sentence):
        return False
    if is_so.search(sentence):
        return True
    return reading.season is not None and text.tense(expression) is Tense.UNKNOWN


def _is_bare(reading: Reading) -> TypeGuard[Stated]:
    return (
        isinstance(reading, Stated)
        and reading.year is None
        and reading.day is None
        and (reading.season is not None or reading.month is not None)
    )


def _has_words(language: Language) -> bool:
    return "is_so" in language.cues and "was_so" in language.cues


def _heads_line(expression: Expression, text: str) -> bool:
    start = expression.span.start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return not any(letter.isalnum() for letter in before)


def _year_above(expression: Expression, text: Text) -> bool:
    """Whether a year stands before it in its paragraph, or in the short line above that."""
    start = expression.span.start
    paragraph = text.text.rfind("\n", 0, start) + 1
    above = paragraph
    while above and text.text[above - 1].isspace():  # not by cutting: a text may be of any length
        above -= 1
    heading = text.text.rfind("\n", 0, above) + 1
    if above - heading > _HEADING:
        heading = paragraph
    return _YEAR.search(text.text, heading, start) is not None


_HEADING = 80  # characters of a line that heads a paragraph
_YEAR = re.compile(r"[12](?<!\d[12])\d{3}(?!\d)")  # a set at the head is what `re` looks for fastest


def _sentence(text: str, start: int, end: int) -> str:
    before = _STOP.split(text[max(0, start - _REACH) : start])[-1]
    after = _STOP.split(text[end : end + _REACH])[0]
    return f"{before}{text[start:end]}{after}"


_REACH = 300  # characters of a sentence on either side
_STOP = re.compile(r"[.!?]\s|\n")


@lru_cache(maxsize=16)
def _verbs(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _any_of(language.cues["is_so"]), _any_of(language.cues["was_so"])


def _any_of(verbs: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{spelled(verbs)})\b")  # in lower case: "May" is no "may"


@lru_cache(maxsize=4)
def _tells_in_past(text: str, language: Language) -> bool:
    """Whether a text tells what was in the past: a chronicle in the present ("In May he is elected") does not."""
    is_so, was_so = _verbs(language)
    present, past = len(is_so.findall(text)), len(was_so.findall(text))
    return past * _SHARE >= present


_SHARE = 12  # verbs that say what is so, for one that says what was
