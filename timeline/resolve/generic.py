"""Generic times: seasons, months, days and feasts that are any year's, as in "nearly all rain falls in winter"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeGuard

from timeline.languages import Language
from timeline.languages.wordings import words as spelled
from timeline.model.expression import Expression
from timeline.resolve.context import Tense
from timeline.resolve.stated import only_weekday
from timeline.resolve.text import Text
from timeline.times.reading import (
    Anchor,
    Approximate,
    Inside,
    Nearest,
    Part,
    Reading,
    Shifted,
    Stated,
    inmost,
)
from timeline.times.when import Grain


def is_generic(expression: Expression, text: Text) -> bool:
    """Whether a time without its year is of no year, since its sentence says what is so, not what was or will be.

    TimeML writes such a time without its year, `XXXX-WI`. What is every year's is of none in any text: "the fair is held
    every year on 3 May". Else, in a history: where a year stands in the paragraph before, or heads it, the time is of that
    year, but for what is usual or kept as a feast; and so it is in a history that is told in the present throughout. A
    season needs no verb, others do: "In July the average is 15 °C", "on 18 March the island celebrates its day".
    """
    reading = inmost(expression.reading, Part, Approximate)
    weekday = only_weekday(
        reading
    )  # of no year only where that is said: "each year on the Sunday before Lent"
    if not (_lacks_year(reading) or _is_unit(reading) or _is_beside(reading) or weekday):
        return False
    sentence = _sentence(text.text, expression.span.start, expression.span.end)
    if _YEAR.search(sentence):
        return False
    if _is_yearly(sentence, text.language):
        return True
    return (
        text.is_history
        and _has_words(text.language)
        and not _heads_line(expression, text.text)
        and text.sections.year(expression, prose=True) is None
        and _says_what_is_so(sentence, expression, reading, text)
        and _tells_in_past(text.text, text.language)  # the dearest is asked last
    )


def _is_beside(reading: Reading) -> bool:
    """Whether it is a month or season that is counted from a year told of: "the following spring", "May of the year before"."""
    whole = reading.within if isinstance(reading, Inside) else reading
    counted = isinstance(whole, (Shifted, Nearest)) and whole.anchor is Anchor.NARRATIVE
    return counted and (
        isinstance(reading, Inside) or (isinstance(whole, Nearest) and not only_weekday(whole.named))
    )


def _says_what_is_so(sentence: str, expression: Expression, reading: Reading, text: Text) -> bool:
    is_so, was_so = _verbs(text.language)
    if was_so.search(sentence):
        return False
    usual = _usual(text.language)
    if usual.search(sentence) and (
        _is_kept(text.language).search(sentence) or text.tense(expression) is not Tense.PAST
    ):
        return True
    if is_so.search(sentence):
        on_a_day = isinstance(reading, Stated) and reading.day is not None
        return not on_a_day and not _year_above(expression, text)  # "on 3 May he set out; why is disputed"
    season = isinstance(reading, Stated) and reading.season is not None
    return season and text.tense(expression) is Tense.UNKNOWN and not _year_above(expression, text)


def _lacks_year(reading: Reading) -> TypeGuard[Stated]:
    return (
        isinstance(reading, Stated)
        and reading.year is None
        and (reading.season is not None or reading.month is not None or bool(reading.holiday))
    )


def _is_unit(reading: Reading) -> bool:
    """Whether it is the year told of, or one beside it: "all through the year", "sown in the following year"."""
    return (
        isinstance(reading, Shifted)
        and reading.grain is Grain.YEAR
        and abs(reading.by) <= 1
        and not reading.bare
        and reading.anchor in (Anchor.NARRATIVE, Anchor.LEAN)
    )


def _is_yearly(sentence: str, language: Language) -> bool:
    """Whether a sentence says of something that it is so every year."""
    yearly = language.cues.get("yearly", ())
    return bool(yearly) and _any_word(yearly).search(sentence) is not None


@lru_cache(maxsize=16)
def _usual(language: Language) -> re.Pattern[str]:
    """What is usual, and how feasts are kept, in the present."""
    return _any_of(language.cues.get("usual", ("",)))


@lru_cache(maxsize=16)
def _is_kept(language: Language) -> re.Pattern[str]:
    """What is said of a feast by a participle: "his birthday is celebrated on 3 May"."""
    is_so, kept = (spelled(language.cues.get(kind, ())) for kind in ("is_so", "feast_kept"))
    return re.compile(rf"\b(?:{is_so})\s+(?:{kept})\b")


@lru_cache(maxsize=16)
def _any_word(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{spelled(words)})\b", re.IGNORECASE)


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
    if above - heading > _HEADING or _is_sentence(text.text[heading:above]):
        heading = paragraph
    return _YEAR.search(text.text, heading, start) is not None


def _is_sentence(line: str) -> bool:
    return line[-1:] in (".", "!", "?") and len(line.split()) > _TITLE


_TITLE = 4  # words of a heading that ends with a full stop: "## 1902."
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
