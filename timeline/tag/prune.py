"""Near-misses: what looks like a date and is none, told by the words beside it. Rules name these conditions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from timeline.languages import Language
from timeline.languages.rule import Match
from timeline.tag import days, figures, units, versions, words
from timeline.tag.place import Place

Condition = Callable[[Place], bool]


def kept(match: Match, tokens: Sequence[str], first: int, language: Language) -> bool:
    """Whether it is no piece of a longer name, and none of the rule's `unless` holds."""
    start = first + match.start
    if start and _is_piece(tokens[start - 1], tokens[start]):
        return False
    if not match.rule.unless:
        return True
    place = Place(tokens, start, first + match.end, language)
    return not any(CONDITIONS[name](place) for name in match.rule.unless)


_LED_IN: Final = (
    "c",
    "ca",
    "b",
    "d",
    "fl",
    "r",
    "mid",
    "late",
    "early",
    "pre",
    "post",
    "since",
    "fy",
)  # "c1850"


def _is_piece(before: str, start: str) -> bool:
    """Figures stuck to letters before them ("74a8-1687"), and words that are a share's or an account's name ("$DEC")."""
    if before.isspace():
        return False
    if start[0].isdigit():
        return before.isascii() and before.isalnum() and before.lower() not in _LED_IN
    return before in ("$", "@") and start.isalpha()


def _ends_or_goes_on(place: Place) -> bool:
    """Whether what follows a number is no noun that it counts: a mark, a name, a word such as "and"."""
    after = place.word(1)
    return not after[:1].isalnum() or after[0].isupper() or place.cue("goes_on", after)


CONDITIONS: Final[Mapping[str, Condition]] = {
    "not-year": figures.not_year,
    "not-years": figures.not_years,
    "not-of-era": lambda place: (
        not _ends_or_goes_on(place)
        or (place.word(1).istitle() and place.cue("before_counts", place.word(-1).lower()))
    ),
    "two-digits": lambda place: len(place.tokens[place.end - 1]) > 1,
    "not-ordinal-year": figures.not_ordinal_year,
    "before-other": figures.before_other,
    "not-named-after": figures.not_named_after,
    "not-month": words.not_month,
    "not-month-day": words.not_month_day,
    "before-unnamed": words.before_unnamed,
    "not-season": words.not_season,
    "not-feast": words.not_feast,
    "not-weekday": words.not_weekday,
    "some-day": lambda place: place.cue("some_day", place.word(-1)) and _ends_or_goes_on(place),
    "not-title": words.not_title,
    "not-a-day": words.not_a_day,
    "not-lone-day": days.not_lone_day,
    "not-story-day": days.not_story_day,
    "not-called-day": lambda place: days.not_story_day(place) and days.not_lone_day(place),
    "not-adjunct": words.not_adjunct,
    "not-age": words.not_age,
    "not-edge": words.not_edge,
    "not-at-head": days.not_at_head,
    "not-after-verb": days.not_after_verb,
    "not-line": days.not_line,
    "not-unit": units.not_unit,
    "not-period": units.not_period,
    "not-time": figures.not_time,
    "not-daypart": words.not_daypart,
    "not-duration": units.not_duration,
    "not-a-unit": units.not_a_unit,
    "not-bare-duration": units.not_bare_duration,
    "not-vague": words.not_vague,
    "not-often": lambda place: words.not_title(place) or place.word(1).istitle(),
    "not-vague-noun": words.not_vague_noun,
    "not-numeric": figures.not_numeric,
    "after-group": figures.after_group,
    "across-cells": lambda place: "\t" in place.text or "\n" in place.text,
    "version": versions.is_version,
    "not-named": words.not_named,
    "not-decade": lambda place: place.glued(-1) in ("$", "£", "€"),
    "not-quarter": figures.not_quarter,
    "not-half": lambda place: (
        not place.text.lower().startswith("the ") and place.word(-1) not in ("in", "for")
    ),
    "not-spelled-year": lambda place: (
        place.word(-1) not in ("in", "of", "since", "by", "from", "until", "year")
    ),
}
