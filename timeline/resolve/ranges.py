"""Ranges: two dates with "to" or a dash between them, and dates with "since" or "until" before them.

Each end stays its own expression, as TIMEX3 wants; the whole is a `Range` on both.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.languages import Language
from timeline.model.document import Span
from timeline.model.expression import Dated, Range, TimexType, Undated
from timeline.times import algebra
from timeline.times import when as w
from timeline.times.reading import Reported, Shifted
from timeline.times.when import Date, Grain, Interval, Limit, When, extent

_REACH = 32  # characters before a date in which its preposition stands
_VAGUE = 366  # days in which a text may have been written, and its present still be some time
_GAP = 16  # characters between the two ends
_WITHIN_DAY = frozenset({"before", "after"})  # what of an hour does not lead out of its day


def ranged(
    timexes: Sequence[Dated | Undated], text: str, language: Language, written: When | None = None
) -> tuple[Dated | Undated, ...]:
    """The same with the ranges they are ends of; what is said to last to the present ends when the text was written."""
    made = list(timexes)
    words = _words(language)
    for index, one in enumerate(made):
        if not isinstance(one, Dated) or one.range is not None or one.expression.type is TimexType.DURATION:
            continue
        other = made[index + 1] if index + 1 < len(made) else None
        before = made[index - 1] if index else None
        whole = _between(one, other, text, words) if isinstance(other, Dated) else None
        if whole is not None and isinstance(other, Dated):
            made[index], made[index + 1] = replace(one, range=whole), replace(other, range=whole)
            continue
        alone = (
            (_lasting(before, one, text, words) if before is not None else None)
            or _present(before, one, text, words, written)
            or _open(one, text, words)
        )
        if alone is not None:
            made[index] = replace(one, range=alone)
    return tuple(made)


def _lasting(length: Dated | Undated, one: Dated, text: str, words: "Words") -> Range | None:
    """A length of time and the date it starts on: "two weeks starting 20 May", "a month from 3 June"."""
    found = _LENGTH.fullmatch(length.value)
    gap = text[length.span.end : one.span.start]
    if (
        found is None
        or length.expression.type is not TimexType.DURATION
        or not isinstance(one.when, Date)
        or len(gap) > _REACH
        or not words.starting.fullmatch(gap)
    ):
        return None
    grain = _UNITS[found["unit"]]
    if one.when.grain > grain:
        return None
    last = w.unit(algebra.moved(one.when.start, grain, int(found["count"])) - 1, one.when.grain)
    return Range(Span(length.span.start, one.span.end), Interval(one.when, last))


_LENGTH = re.compile(r"P(?P<count>[1-9]\d{0,3})(?P<unit>[DWMY])")
_UNITS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}


def _present(
    before: Dated | Undated | None, one: Dated, text: str, words: "Words", written: When | None
) -> Range | None:
    """Up to the present, or from now on: "from 1998 to the present", "between now and 21 May"."""
    start = one.when if isinstance(one.when, Date) else one.when.start
    behind = words.and_present.match(text, one.span.end)  # finds all that `present` does
    to_present = before is not None and before.value == "PRESENT_REF"
    if behind is None and not to_present:
        return None
    covered = extent(written) if written is not None else None
    first = words.led(words.first, text[max(0, one.span.start - _REACH) : one.span.start])
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
        and (first := words.led(words.first, text[max(0, before.span.start - _REACH) : before.span.start]))
    ):
        since = before.span.start - len(first[0].lstrip())
        return _ranging(Span(since, one.span.end), _from_to(Date(covered.start, Grain.DAY), one.when))
    return None


def adjacent(one: Span, other: Span) -> bool:
    """Whether two expressions are near enough to be the ends of a range or the items of a list."""
    return other.start - one.end <= _GAP


def follows(one: Span, other: Span, text: str, language: Language) -> bool:
    """Whether two expressions are the two ends of a range."""
    if other.start - one.end > _GAP or _owns(other, text):
        return False
    words, gap = _words(language), text[one.end : other.start]
    if words.between.fullmatch(gap):
        return True
    return bool(
        words.both.fullmatch(gap) and words.led(words.first, text[max(0, one.start - _REACH) : one.start])
    )


def listed(one: Span, other: Span, text: str, language: Language) -> bool:
    """Whether the second of two expressions is the next of a list: "on Tuesday and Wednesday"."""
    gap = text[one.end : other.start]
    return len(gap) <= _GAP and _words(language).both.fullmatch(gap) is not None


def _owns(other: Span, text: str) -> bool:
    """Whether a date only says whose something is: of "the change Friday to December's figures" it ends no range."""
    return text[other.end : other.end + 2] in ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of a language's prepositions: before a first end, between two, and before or after an open side."""

    first: re.Pattern[str]
    between: re.Pattern[str]
    both: re.Pattern[str]
    sided: re.Pattern[str]
    onwards: re.Pattern[str]
    inside: re.Pattern[str]
    article: re.Pattern[str]
    starting: re.Pattern[str]
    present: re.Pattern[str]
    and_present: re.Pattern[str]
    dated_thing: re.Pattern[str]
    since: re.Pattern[str]
    leading: tuple[str, ...]  # what the words before a date end with, where a preposition is among them
    onwards_words: tuple[str, ...]

    def led(self, pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
        """What a preposition's pattern finds before a date; most dates have none, which their last word tells at once."""
        if not before[-1:].isspace() or not before.rstrip().lower().endswith(self.leading):
            return None
        return pattern.search(before)


@lru_cache(maxsize=64)
def _words(language: Language) -> Words:
    def either(kind: str) -> str:
        return (
            "|".join(re.escape(word).replace("_", r"\s+") for word in language.cues.get(kind, ())) or "(?!)"
        )

    def ending(kind: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?:^|[\s(\"“])(?P<word>{either(kind)})\s+(?:(?:{either('articles')})\s+)?$", re.IGNORECASE
        )

    def endings(*kinds: str) -> tuple[str, ...]:
        return tuple(
            {word.lower().rsplit("_", 1)[-1] for kind in kinds for word in language.cues.get(kind, ())}
        )

    dash = r"\s*[-–—~]\s*|/"
    return Words(
        ending("range_first"),
        re.compile(
            rf"{dash}|,?\s+(?:{either('range_to')})\s+(?:(?:{either('articles')})\s+)?", re.IGNORECASE
        ),
        re.compile(rf",?\s+(?:{either('range_and')})\s+(?:(?:{either('articles')})\s+)?", re.IGNORECASE),
        re.compile(
            r"(?:^|[\s(\"“])(?:"
            + "|".join(
                rf"(?P<{kind}>{either('range_' + kind)})" for kind in ("since", "after", "until", "before")
            )
            + rf")\s+(?:(?:{either('articles')})\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(rf",?\s+(?P<word>{either('range_onwards')})\b", re.IGNORECASE),
        re.compile(rf"\s(?:{either('range_onwards')})$", re.IGNORECASE),
        re.compile(rf"\b(?:{either('articles')})\s$", re.IGNORECASE),
        re.compile(rf",?\s+(?:{either('range_starting')})\s+(?:(?:{either('articles')})\s+)?", re.IGNORECASE),
        re.compile(
            rf"(?:,?\s+(?:{either('range_to')})\s+|\s*[-–—]\s*)(?:{either('range_present')})\b", re.IGNORECASE
        ),
        re.compile(
            rf"(?:,?\s+(?:{either('range_to')}|{either('range_and')})\s+|\s*[-–—]\s*)(?:{either('range_present')})\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:{either('dated_things')})\s+(?:{either('range_from')})\s+(?:(?:{either('articles')})\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{either('looking_back')})\s+(?:(?:{either('articles')})\s+)?$", re.IGNORECASE),
        endings("articles", "range_first", "range_since", "range_after", "range_until", "range_before"),
        endings("range_onwards"),
    )


def _between(one: Dated, other: Dated, text: str, words: Words) -> Range | None:
    """From one to the other: "from May to July", "1914–18", "between 1820 and 1823"."""
    start, end = one.span.end, other.span.start
    if end - start > _GAP or other.expression.type is TimexType.DURATION or _owns(other.span, text):
        return None
    gap, before = text[start:end], text[max(0, one.span.start - _REACH) : one.span.start]
    first = words.led(words.first, before)
    if not words.between.fullmatch(gap) and not (words.both.fullmatch(gap) and first):
        return None
    when = _from_to(one.when, other.when)
    if when is None:
        return None
    since = one.span.start - len(before) + first.start("word") if first else one.span.start
    return Range(Span(since, other.span.end), when)


def _from_to(one: When, other: When) -> When | None:
    start = one if isinstance(one, Date) else one.start
    end = other if isinstance(other, Date) else other.end
    try:
        return Interval(start, end)
    except ValueError:
        return None


def _open(one: Dated, text: str, words: Words) -> Range | None:
    """Since, after, until, before; or "onwards" behind it."""
    at = one.span.start
    before = text[max(0, at - _REACH) : at]
    found = words.led(words.sided, before)
    if found is not None and found.lastgroup == "since":
        # "a letter from 1998" is of that year, not from then on; "up from a year earlier" compares
        attributed = words.dated_thing.search(before) or (_compares(one) and not words.since.search(before))
        if attributed:
            return None
    if found is not None and _names_a_thing(one, before, text, words):
        return None
    if found is not None and found.lastgroup in _WITHIN_DAY and one.expression.type is TimexType.TIME:
        return None  # "shortly before 4 a.m." is still that day
    if found is not None and found.lastgroup is not None:
        span = Span(at - len(before) + found.start(found.lastgroup), one.span.end)
        # before the end of the year is before the year is over
        side = "until" if found.lastgroup == "before" and one.mod == "END" else found.lastgroup
        return _ranging(span, _side(one.when, side))
    behind = words.onwards.match(text, one.span.end) or (
        words.inside.search(one.expression.text)
        if one.expression.text.lower().endswith(words.onwards_words)
        else None
    )
    if behind is not None:
        end = behind.end() if behind.re is words.onwards else one.span.end
        return _ranging(Span(at, end), _side(one.when, "since"))
    return None


def _compares(one: Dated) -> bool:
    """Whether a date is only what something is compared with: a year earlier, the year-ago quarter."""
    reading = one.expression.reading
    return isinstance(reading, Reported) or (isinstance(reading, Shifted) and reading.bare and reading.by < 0)


def _names_a_thing(one: Dated, before: str, text: str, words: Words) -> bool:
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
