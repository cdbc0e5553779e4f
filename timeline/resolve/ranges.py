"""Ranges: two dates with "to" or a dash between them, a length and its start, and what lasts to the present.

Each end stays its own expression, as TIMEX3 wants; the whole is a `Range` on both.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.languages import Language
from timeline.model.document import Span
from timeline.model.expression import Dated, Range, TimexType, Undated
from timeline.resolve.ends import GAP, REACH, before_date, owns
from timeline.resolve.open_sides import open_sided
from timeline.resolve.prepositions import Prepositions, prepositions
from timeline.resolve.stated import only_weekday
from timeline.times import algebra
from timeline.times import when as w
from timeline.times.reading import Stated
from timeline.times.when import Date, Grain, Interval, Limit, When, extent

_VAGUE = 366  # days in which a text may have been written, and its present still be some time


def ranged(
    timexes: Sequence[Dated | Undated], text: str, language: Language, written: When | None = None
) -> tuple[Dated | Undated, ...]:
    """The same with the ranges they are ends of; what is said to last to the present ends when the text was written."""
    made = list(timexes)
    words = prepositions(language)
    for index, one in enumerate(made):
        if not isinstance(one, Dated) or one.range is not None or one.expression.type is TimexType.DURATION:
            continue
        before, other = (
            (made[index - 1] if index else None),
            (made[index + 1] if index + 1 < len(made) else None),
        )
        if (
            isinstance(other, Dated)
            and (whole := _between(one, other, text, words) or _up_to(one, other, text, words)) is not None
        ):
            made[index], made[index + 1] = replace(one, range=whole), replace(other, range=whole)
            continue
        alone = (
            (_lasting(before, one, text, words) if before is not None else None)
            or _present(before, one, text, words, written)
            or open_sided(one, text, words)
        )
        if alone is not None:
            made[index] = replace(one, range=alone)
    return tuple(made)


def _between(one: Dated, other: Dated, text: str, words: Prepositions) -> Range | None:
    """From one to the other: "from May to July", "1914–18", "between 1820 and 1823"."""
    span, end = one.span, other.span
    if end.start - span.end > GAP or other.expression.type is TimexType.DURATION or owns(end, text):
        return None
    gap = text[span.end : end.start]
    if _ITEM.search(gap):
        return None
    if words.either_of.fullmatch(gap):
        return _either(one, other, text, words)
    to, both = words.between.fullmatch(gap), words.both.fullmatch(gap)
    first = _first(span, text, words) if to or both else None
    if both and not first and not text.endswith((", ", ","), 0, span.start):
        return _either(
            one, other, text, words
        )  # "on 25 and 26 October", but not the last two of "24, 25 and 26 October"
    if not to and not first:
        return None
    when = _from_to(one.when, other.when)
    if when is None:
        return None
    since = span.start - len(first.string) + first.start("word") if first else span.start
    return Range(Span(since, end.end), when)


def _either(one: Dated, other: Dated, text: str, words: Prepositions) -> Range | None:
    """One of two days, or of two years, beside each other: "on 17 or 18 January 1945" is some time in both.

    And a day with the next: what was "on 25 and 26 October" lasted both.
    """
    first, last = one.when, other.when
    if not isinstance(first, Date) or not isinstance(last, Date) or first.grain is not last.grain:
        return None
    reading = one.expression.reading
    stated = isinstance(reading, Stated) and not only_weekday(reading)
    both = words.both.fullmatch(text, one.span.end, other.span.start) is not None
    grains = (Grain.DAY,) if both else (Grain.DAY, Grain.YEAR)
    beside = stated and first.grain in grains and first.end == last.start
    return Range(Span(one.span.start, other.span.end), Interval(first, last)) if beside else None


def _up_to(one: Dated, other: Dated, text: str, words: Prepositions) -> Range | None:
    """From one to something that was at the other: "from 1925 until his death in 1934"."""
    span, end = one.span, other.span
    if end.start - span.end > _NAMED or other.expression.type is TimexType.DURATION:
        return None
    if not words.until_named.fullmatch(text, span.end, end.start):
        return None
    first = words.from_named.search(before_date(span, text))
    if first is None:
        return None
    when = _from_to(one.when, other.when)
    since = span.start - len(first.string) + first.start("word")
    return Range(Span(since, end.end), when) if when is not None else None


_NAMED = 56  # characters of what a stretch of time ends with, and of its prepositions
_ITEM = re.compile(r"\n\s*[-–—*•]\s")  # the dash of a new line of a list joins nothing


def _first(date: Span, text: str, words: Prepositions) -> re.Match[str] | None:
    """The preposition of a first end: "from", "between"."""
    before = before_date(date, text)
    return words.first.search(before) if words.lead(before) else None


def _from_to(one: When, other: When) -> When | None:
    start = one if isinstance(one, Date) else one.start
    end = other if isinstance(other, Date) else other.end
    try:
        return Interval(start, end)
    except ValueError:
        return None


def _lasting(length: Dated | Undated, one: Dated, text: str, words: Prepositions) -> Range | None:
    """A length of time and the date it starts on: "two weeks starting 20 May", "a month from 3 June"."""
    if length.expression.type is not TimexType.DURATION or not isinstance(one.when, Date):
        return None
    found = _LENGTH.fullmatch(length.value)
    gap = text[length.span.end : one.span.start]
    if found is None or len(gap) > REACH or not words.starting.fullmatch(gap):
        return None
    grain = _UNITS[found["unit"]]
    if one.when.grain > grain:
        return None
    last = w.unit(algebra.moved(one.when.start, grain, int(found["count"])) - 1, one.when.grain)
    return Range(Span(length.span.start, one.span.end), Interval(one.when, last))


_LENGTH = re.compile(r"P(?P<count>[1-9]\d{0,3})(?P<unit>[DWMY])")
_UNITS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}


def _present(
    before: Dated | Undated | None, one: Dated, text: str, words: Prepositions, written: When | None
) -> Range | None:
    """Up to the present, or from now on: "from 1998 to the present", "between now and 21 May"."""
    start = one.when if isinstance(one.when, Date) else one.when.start
    behind = words.and_present.match(text, one.span.end)  # finds all that `present` does
    to_present = before is not None and before.value == "PRESENT_REF"
    if behind is None and not to_present:
        return None
    covered = extent(written) if written is not None else None
    first = _first(one.span, text, words)
    behind = behind if first else words.present.match(text, one.span.end)
    if behind is not None and isinstance(start, Date):
        since = one.span.start - (len(first[0].lstrip()) if first else 0)
        last = covered.end - 1 if covered is not None and covered.end is not None else None
        if covered is None or covered.start is None or (last is not None and last - covered.start > _VAGUE):
            last = None  # nobody knows when the present was
        if last is not None and last < start.start:
            return None
        return Range(
            Span(since, behind.end()), Interval(start, Limit.OPEN if last is None else Date(last, Grain.DAY))
        )
    if (
        before is not None
        and covered is not None
        and covered.start is not None
        and before.value == "PRESENT_REF"
        and isinstance(one.when, Date)
        and words.both.fullmatch(text[before.span.end : one.span.start])
        and (first := _first(before.span, text, words))
    ):
        since = before.span.start - len(first[0].lstrip())
        when = _from_to(Date(covered.start, Grain.DAY), one.when)
        return None if when is None else Range(Span(since, one.span.end), when)
    return None
