"""Stays: how long something went on that began with the day just told: "On 21 May they landed. For four days the guns fired".

Told only where the sentence before, of the same paragraph, ends on the date it begins with, where the sentence itself is past, says no
other date and opens with the length or with a pronoun, and where neither the one nor the other is of an end, of a term to serve, or
of what had gone on before. When it began is not said but follows, so both ends are about then.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from timeline.languages import Language
from timeline.languages.wordings import words as spelled
from timeline.model.expression import Dated, TimexType, Undated
from timeline.resolve.tense import says_past
from timeline.times import algebra, timex
from timeline.times import when as w
from timeline.times.reading import Lasting
from timeline.times.when import Date, Grain, Interval, Qualifier, When
from timeline.times.words import words


def stays(timexes: Iterable[Dated | Undated], text: str, language: Language) -> tuple[Dated | Undated, ...]:
    """The same with the days of lengths that begin with the date told before them."""
    found = list(timexes)
    known = _words(language)
    if known is None:
        return tuple(found)
    for index, one in enumerate(found):
        if isinstance(one, Undated) and isinstance(one.expression.reading, Lasting):
            begun = _begun(found, index, text, known, language)
            when = _lasting(begun.when, one.value) if begun is not None else None
            if begun is not None and when is not None:
                found[index] = _told(one, begun, when)
    return tuple(found)


def _told(one: Undated, begun: Dated, when: When) -> Dated:
    said = " ".join(one.expression.text.split())
    steps = (
        f'"{said}" says how long',
        f"it follows what happened {words(begun.when, within=True)}, and is taken to begin then",
        f"so {words(when)}",
    )
    expression = replace(one.expression, type=TimexType.DATE)
    return Dated(expression, when, timex.value(when), assumed=("start",), steps=steps)


def _begun(
    found: Sequence[Dated | Undated], index: int, text: str, known: "_Words", language: Language
) -> Dated | None:
    """The date that the sentence before a length ends on, if what lasted so long began with it."""
    one, before = found[index], found[index - 1] if index else None
    start = _start(text, one.span.start)
    if not isinstance(before, Dated) or before.span.start >= start or "\n" in text[before.span.end : start]:
        return None
    last = _start(text, before.span.start)
    stop = _STOP.search(text, one.span.end, one.span.end + _FAR)
    end = stop.start() if stop else min(len(text), one.span.end + _FAR)
    after = found[index + 1] if index + 1 < len(found) else None
    lead, story = text[start : one.span.start], text[last:end]
    alone = after is None or after.span.start >= end
    follows = _STOP.search(text, before.span.end, start) is not None and not _STOP.search(
        text, before.span.end, start - 2
    )
    opens = known.lasting.fullmatch(lead) or (known.lasted.search(lead) and known.goes_on.match(lead))
    past = "tells_past" not in language.cues or says_past(text[start:end].lower(), language)
    plainly = past and known.otherwise.search(story) is None
    return before if alone and follows and opens and plainly else None


def _lasting(begun: When, value: str) -> When | None:
    """So long from a date on, both ends about then; None if the date is coarser than the length."""
    length = _LENGTH.fullmatch(value)
    if length is None or not isinstance(begun, Date):
        return None
    grain, count = _GRAINS[length["unit"]], int(length["count"])
    if begun.grain > grain or begun.grain > Grain.YEAR:
        return None
    last = algebra.moved(begun.start, grain, count) - (grain is Grain.DAY or grain is Grain.WEEK)
    ends = Interval(Date(begun.start, begun.grain), w.unit(last, begun.grain))
    return w.qualified(ends, Qualifier.APPROXIMATE)


_LENGTH = re.compile(r"P(?P<count>[1-9]\d?)(?P<unit>[DWMY])")
_GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}


def _start(text: str, place: int) -> int:
    """Where the sentence of a place begins."""
    first = max(0, place - _FAR)
    return max((one.end() for one in _STOP.finditer(text, first, place)), default=first)


_FAR = 400  # characters of a sentence on either side of a place, at most
_STOP = re.compile(r"(?<!\b\d)(?<!\b\d\d)(?<!\b[A-ZÀ-Ž])[.!?][\"”»’)]*\s+|\n")


class _Words(NamedTuple):
    """A language's words right before a length of what lasted, of who goes on, and of what tells of an end, a term or of before."""

    lasting: re.Pattern[str]  # all that opens the sentence
    lasted: re.Pattern[str]  # the same behind its verb
    goes_on: re.Pattern[str]
    otherwise: re.Pattern[str]


@lru_cache(maxsize=64)
def _words(language: Language) -> _Words | None:
    """The words of a language; None of one that has no list of them."""
    if "lasting" not in language.cues:
        return None

    def compiled(pattern: str, kind: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
        return re.compile(pattern.format(spelled(language.cues.get(kind, ()))), flags)

    bare = r"|" if "lasting_behind" in language.cues else ""  # "zwei Wochen lang" has its word behind it
    return _Words(
        compiled(rf"(?:{{}}{bare})\s?", "lasting"),
        compiled(rf"\s(?:{{}}{bare})\s?$", "lasting"),
        compiled(r"(?:{})\s", "stays_with"),
        compiled(r"\b(?:{})\b", "lasts_otherwise", 0),  # "may", and not the month
    )
