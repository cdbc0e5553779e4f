"""Bare figures that are days and years by where they stand: "Am 15. wurde …", "Le 15, le conseil …", a year alone on its line."""

import re
from functools import lru_cache

from timeline.tag.place import Place

_PLAIN_WITH = frozenset(("me", "Me"))  # Albanian "with", and "on" as it is written without its dots
_ENDS = frozenset((".", ",", ";", ":", "!", "?", ")", ""))


def not_lone_day(place: Place) -> bool:
    """A number after which no clause goes on: the cues `after_day`, or `after_day_comma`, are patterns of what may come next."""
    after, further = place.word(1), place.word(2)
    kind = "after_day"
    if after == ",":
        kind, after, further = "after_day_comma", further, place.word(3)
    if not after.isalpha() or not after.islower() or further.isdigit() or place.cue("never_after_day", after):
        return True
    if place.word(-1) in _PLAIN_WITH:
        return True
    if kind == "after_day" and further in _ENDS and place.cue("day_before_last", place.word(-1)):
        return False  # "und wurde am 15. freigelassen."
    return _any_of(place.language.cues.get(kind, ())).fullmatch(after) is None


def not_story_day(place: Place) -> bool:
    """A number that may count or name something: the cues `before_story_day` come before such, `after_story_day` may come after a day.

    A mark after it ends its phrase, but of "le 4, 5 et 6" more numbers follow.
    """
    before, after = place.word(-1), place.word(1)
    if not (before.isalpha() or before in _JOINS) or place.cue("before_story_day", before):
        return True
    if after in _ENDS or after in _DASHES:
        return place.word(2).isdigit()
    return not place.cue("after_story_day" if after.islower() else "opens_after_day", after)


_JOINS = frozenset((",", ";", ":", "–", "—", "(", "'", "’"))
_DASHES = frozenset(("–", "—"))


def not_at_head(place: Place) -> bool:
    """A number that opens no sentence: of "15. je otvorena škola" the day is the first word."""
    return place.word(-1) not in _HEADS


def not_after_verb(place: Place) -> bool:
    """A number before a comma in whose clause no verb's form stands, or that is counted.

    "koji je došao 1951, otišao je", "završio je gimnaziju u Nišu 1901, a potom"; of "prodato je 1800, a" it is open.
    """
    verbs, found = _any_of(place.language.cues.get("after_verb", ())), False
    for offset in range(1, _CLAUSE):
        before = place.word(-offset).lower()
        if before in _ENDS:
            break
        if place.cue("counting", before) or place.cue("numbered", before):
            return True
        if offset == 1 and place.cue("before_count", before):
            return True
        found = found or (verbs.fullmatch(before) is not None and not before.endswith(_IMPERSONAL))
    return not found


_CLAUSE = 9  # words of a clause
_IMPERSONAL = ("no", "lo", "to")  # "prodato je 1800", as many


def not_line(place: Place) -> bool:
    """A number that is neither all of a line, or of a heading, nor the head of a row of figures below or above another."""
    at = place.start - 1
    while at >= 0 and (place.tokens[at] == "#" or place.tokens[at] == " "):
        at -= 1
    opens = at < 0 or "\n" in place.tokens[at]
    return not (opens and ("\n" in place.glued(1) or _is_row(place)))


def _is_row(place: Place) -> bool:
    """Whether only figures follow on its line, and the line below or above begins with a year beside it: "1990  120  345"."""
    at, figures = place.end, 0
    while at < len(place.tokens) and "\n" not in (token := place.tokens[at]):
        if not (token.isdigit() or token.isspace() or token in _FIGURE_MARKS) or at - place.end > _ROW:
            return False
        figures += token.isdigit()
        at += 1
    below = place.tokens[at + 1] if at + 1 < len(place.tokens) else ""
    start = place.start - 2  # the last token of the line above, and from there to its head
    while start > max(0, place.start - _ROW) and "\n" not in place.tokens[start - 1]:
        start -= 1
    above = place.tokens[start] if start >= 0 else ""
    year = place.tokens[place.start]
    beside = [one for one in (above, below) if one.isdecimal() and len(one) == len(year)]
    return figures > 0 and any(0 < abs(int(one) - int(year)) <= _APART for one in beside)


_FIGURE_MARKS = frozenset((".", ",", "-", "–", "—", "%", "+", "−", "|"))
_ROW = 60  # tokens of a row of a table
_APART = 10  # years from one row to the next


_HEADS = frozenset((".", "!", "?", "", ")", "”", "“", "»"))


@lru_cache(maxsize=16)
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)")
