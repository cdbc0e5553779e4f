"""Open sides: dates with "since", "until", "before" or "after" before them, or "onwards" behind."""

import re

from timeline.model.document import Span
from timeline.model.expression import Dated, Range, TimexType
from timeline.resolve.ends import before_date
from timeline.resolve.prepositions import Prepositions
from timeline.times.reading import Named, Reported, Shifted
from timeline.times.when import Date, Grain, Interval, Limit, When

_WITHIN_DAY = frozenset({"before", "after"})  # what of an hour does not lead out of its day


def open_sided(one: Dated, text: str, words: Prepositions) -> Range | None:
    """Since, after, until, before; or "onwards" behind it."""
    span = one.span
    at, before = span.start, before_date(span, text)
    found = words.sided.search(before) if words.lead(before) else None
    if found is not None and found.lastgroup == "since":
        # "a letter from 1998" is of that year, not from then on; "up from a year earlier" compares
        attributed = words.dated_thing.search(before) or (
            _is_compared_with(one) and not words.since.search(before)
        )
        if attributed:
            return None
    if found is not None and _names_a_thing(one, before, text, words):
        return None
    if found is not None and found.lastgroup in _WITHIN_DAY and one.expression.type is TimexType.TIME:
        return None  # "shortly before 4 a.m." is still that day
    if found is not None and found.lastgroup is not None:
        whole = Span(at - len(before) + found.start(found.lastgroup), span.end)
        # before the end of the year is before the year is over
        side = "until" if found.lastgroup == "before" and one.mod == "END" else found.lastgroup
        if isinstance(one.expression.reading, Named):
            return _ranging(whole, _beside_period(one.when, side))
        return _ranging(whole, _side(one.when, side))
    behind = words.onwards.match(text, span.end) or (
        words.inside.search(one.expression.text)
        if one.expression.text.lower().endswith(words.onwards_words)
        else None
    )
    if behind is not None and behind.re is words.onwards and _goes_on(behind, text):
        return None
    if behind is not None:
        end = behind.end() if behind.re is words.onwards else span.end
        return _ranging(Span(at, end), _side(one.when, "since"))
    return None


def _beside_period(when: When, side: str) -> When | None:
    """The open interval beside a named period, in whose first and last year it may already, or still, have been.

    After the First World War is from 1918 on, until or before it up to 1914.
    """
    start, end = (when, when) if isinstance(when, Date) else (when.start, when.end)
    if side in ("after", "since"):
        edge = end if side == "after" else start
        return Interval(edge, Limit.OPEN) if isinstance(edge, Date) else None
    return Interval(Limit.OPEN, start) if isinstance(start, Date) else None


def _goes_on(behind: re.Match[str], text: str) -> bool:
    """Whether "and later" joins what follows to a date: "was sold in 1931 and later | burned down"."""
    follows = text[behind.end() : behind.end() + 2]
    return " " in behind["word"] and follows[:1].isspace() and follows[1:].islower()


def _is_compared_with(one: Dated) -> bool:
    """Whether a date is only what something is compared with: a year earlier, the year-ago quarter."""
    reading = one.expression.reading
    return isinstance(reading, Reported) or (isinstance(reading, Shifted) and reading.bare and reading.by < 0)


def _names_a_thing(one: Dated, before: str, text: str, words: Prepositions) -> bool:
    """Whether a year belongs to a noun, and the preposition to the two: "since the 1999 bombing" dates no bombing."""
    is_year = isinstance(one.when, Date) and one.when.grain is Grain.YEAR and one.expression.text.isdigit()
    return (
        is_year
        and bool(words.article.search(before))
        and text[one.span.end : one.span.end + 2].strip().isalpha()
    )


def _side(when: When, kind: str) -> When | None:
    """The open interval a preposition makes of a date: after 2018 is from 1 January 2019 on."""
    start = when if isinstance(when, Date) else when.start
    end = when if isinstance(when, Date) else when.end
    match kind:
        case "since" if isinstance(start, Date):
            return Interval(start, Limit.OPEN)
        case "after" if isinstance(end, Date):
            return Interval(Date(end.end, Grain.DAY), Limit.OPEN)
        case "until" if isinstance(end, Date):
            return Interval(Limit.OPEN, end)
        case "before" if isinstance(start, Date):
            return Interval(Limit.OPEN, Date(start.start - 1, Grain.DAY))
    return None


def _ranging(span: Span, when: When | None) -> Range | None:
    return None if when is None else Range(span, when)
