"""Counted from a happening: "five days after the fall of Girona", where the text has said when Girona fell.

Only what surely is the same happening counts: a wrong day is worse than a length of time.
"""

import re
from collections.abc import Sequence

from timeline.languages import Language
from timeline.model.document import Span
from timeline.model.expression import Expression
from timeline.times import algebra
from timeline.times.reading import Shifted
from timeline.times.when import Date, Grain, Qualifier

Known = Sequence[tuple[Span, Date]]


def happened(
    expression: Expression, away: Shifted, known: Known, text: str, language: Language
) -> Date | None:
    """The date of what a length of time is counted from, if an earlier sentence tells it; `known` are the dates so far.

    Of "on 27 June, two days after the raid" the date before it is what the length leads to.
    """
    fine = [
        (span, date) for span, date in known[-_BACK:] if date.grain <= _FINEST.get(away.grain, Grain.YEAR)
    ]
    if known and fine and fine[-1] == known[-1] and fine[-1][1].grain is Grain.DAY:
        span, date = fine[-1]
        if _APPOSED.fullmatch(text, span.end, expression.span.start):
            return Date(algebra.moved(date.start, away.grain, -away.by), Grain.DAY)
    told = _TOLD.match(text, expression.span.end)
    if told is None:
        return None
    name, noun = _named(told[1], language)
    here = _sentence_start(text, expression.span.start)
    dated = [(span, date) for span, date in fine if span.end <= here and date.qualifier is Qualifier.NONE]
    found = [date for span, date in dated if name and _stands_beside(name, span, text)]
    if not found and noun:
        found = [date for span, date in dated if _is_told_of(noun, name, span, text)]
    return found[-1] if len(set(found)) == 1 else None


_BACK = 24  # dates that are looked back over
_FINEST = {Grain.DAY: Grain.DAY, Grain.WEEK: Grain.DAY, Grain.MONTH: Grain.MONTH}
_APPOSED = re.compile(r"\s*(?:,|[-–—]|\()\s*(?:[a-z]+\s+)?")
_TOLD = re.compile(r"\s*\w+\s+([^,.;:()\n–—]{3,60})(?=[,.;:()\n–—]|$)")
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}(?:\s+[A-Z][\w’'-]{2,})*")
_WORD = re.compile(r"[a-z][a-z-]+")


def _named(told: str, language: Language) -> tuple[str, str]:
    """The name and the noun of what happened: of "the fall of Girona" Girona and fall, of "the deadly raid" a raid."""
    determiners, goes_on = language.any_of("determiners"), language.any_of("goes_on")
    words = told.split()
    if words[0].lower() not in determiners:
        return ("", "")
    phrase = words[1:]
    end = next((i for i, word in enumerate(phrase) if word in goes_on), len(phrase))
    noun = (
        phrase[end - 1] if end and _WORD.fullmatch(phrase[end - 1]) and len(phrase[end - 1]) > _SHORT else ""
    )
    rest = phrase[end + 1 :] if end < len(phrase) and phrase[end] == "of" else []
    name = _NAME.match(" ".join(rest))
    if end < len(phrase) and (name is None or name[0] != " ".join(rest)):
        return ("", "")  # a clause follows, of which nobody knows whether it was told
    return (name[0] if name else "", noun)


_SHORT = 3


def _stands_beside(name: str, span: Span, text: str) -> bool:
    """Whether a date is said right after a name: "Girona on 5 February", "Girona (5 February)"."""
    before = text[max(0, span.start - len(name) - _BESIDE) : span.start]
    return re.search(rf"\b{re.escape(name)}(?:\s+[a-z]{{2,6}}\s+|\s*\(|,\s*)$", before) is not None


_BESIDE = 10


def _is_told_of(noun: str, name: str, span: Span, text: str) -> bool:
    """Whether a noun stands near a date, in its sentence: "the raid on 3 May", "their 3 May raid"."""
    before = text[max(_sentence_start(text, span.start), span.start - _NEAR) : span.start]
    near = before + "|" + text[span.end : span.end + _NEAR].split(". ", maxsplit=1)[0]
    return (not name or name in near) and re.search(
        rf"\b{re.escape(noun)}\b", near, re.IGNORECASE
    ) is not None


_NEAR = 28  # characters on either side of a date


def _sentence_start(text: str, at: int) -> int:
    first = max(0, at - _SENTENCE)
    return max(first, text.rfind(". ", first, at) + 1, text.rfind("\n", first, at) + 1)


_SENTENCE = 2000  # characters of a sentence at most: a text may be one of any length
