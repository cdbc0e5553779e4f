"""Dates said in passing: in the name of a thing, as the end of what began, inside a quotation, of telling, to count from.

A story does not come to them.
"""

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.wordings import forms
from timeline.languages.wordings import words as spelled
from timeline.model.expression import Expression
from timeline.resolve.tense import says_past, sentence_start
from timeline.times.reading import Hung, Lasting

_REACH = 80  # characters of a clause in which the word stands that leads to a date


def names_a_thing(expression: Expression, text: str, language: Language) -> bool:
    """Whether a date stands between a determiner and its noun: "the August 1792 uprising" is not told of August."""
    determiners, span = language.any_of("determiners"), expression.span
    noun = _NOUN.match(text, span.end)
    if noun is None or noun[1].endswith("ly") or noun[1] in language.any_of("goes_on"):
        return False
    said = expression.text.lower().split()
    if said[0] in determiners and not language.any_of("of_year").isdisjoint(said):
        return False  # "in the early months of 1914 sailed"
    first = said[0]
    before = text[max(0, span.start - 12) : span.start].lower().split()
    return first in determiners or (bool(before) and before[-1] in determiners)


_VERB = 12  # characters in which the verb stands that follows a date
_NOUN = re.compile(r"[ \u00a0]([a-z][a-z-]+)")


def lasts_until(expression: Expression, text: str, language: Language) -> bool:
    """Whether a date is the end of what a clause tells: "a battle that lasted until the fall of the town in May"."""
    before = text[max(0, expression.span.start - _REACH) : expression.span.start]
    return _until(language).search(before) is not None


@lru_cache(maxsize=64)
def _until(language: Language) -> re.Pattern[str]:
    words = spelled(language.cues.get("lasting_until", ()))
    negated = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in language.cues.get("negations", ()))
    return re.compile(rf"\b{negated}(?:{words})\s[^,;:.!?\n]*$", re.IGNORECASE)


def stands_alone(text: str, expression: Expression) -> bool:
    """Whether a line holds nothing but an expression and a preposition."""
    start, end = expression.span.start, expression.span.end
    before = text[_line(text, start, _PREPOSITION) : start]
    after = text[end : end + 2].split("\n", 1)[0]
    return len(before) < _PREPOSITION and len(before.split()) == 1 and not after.strip(" .!?")


_PREPOSITION = 32  # characters of the words that a line may hold before an expression that stands alone


def _line(text: str, at: int, reach: int) -> int:
    """Where the line of a place begins; no farther back than `reach`, since a text may be one line of any length."""
    first = max(0, at - reach)
    return max(first, text.rfind("\n", first, at) + 1)


def quoted(text: str, expression: Expression) -> bool:
    """Whether an expression stands inside quotation marks that its paragraph opens and has not closed."""
    if not _has_marks(text):
        return False
    at = expression.span.start
    start = _line(text, at, _PARAGRAPH)
    if text.count('"', start, at) % 2 == 1:
        return True
    opened, low = text.rfind("“", start, at), text.rfind("„", start, at)
    if opened < 0 and low < 0:
        return False
    closed = text.rfind("”", start, at)
    # of „these“ the mark that opens others closes
    return max(opened, closed) < low if low >= 0 else opened > closed


@lru_cache(maxsize=4)  # it is asked of every year of a text
def _has_marks(text: str) -> bool:
    """Whether a text has quotation marks at all."""
    return any(mark in text for mark in '"“„')


_PARAGRAPH = 8000  # characters of a paragraph, at most


def is_counted_from(before: Expression | None, expression: Expression, text: str, language: Language) -> bool:
    """Whether a date is only what a length of time is counted from: "65 years after the treaty of 29 November 1947"."""
    if before is None or not isinstance(before.reading, (Lasting, Hung)):
        return False
    between = text[before.span.end : expression.span.start]
    words = between.split(None, 1)
    counted = bool(words) and words[0] in language.any_of("counted_from")
    return counted and len(between) < _COUNTED and ". " not in between


_COUNTED = 60  # characters of what happened on the day that something is counted from


def is_looked_back_to(expression: Expression, text: str, language: Language) -> bool:
    """Whether a story only looks back to it: "unchanged since 1918" has not come to 1918."""
    start = expression.span.start
    before = text[max(0, start - 16) : start].rsplit(None, 1)
    return bool(before) and before[-1].strip().lower() in language.any_of("looking_back")


def lies_since(expression: Expression, text: str, language: Language) -> bool:
    """Whether it is only that from which on something has been: "since the race began three days ago they crossed at noon"."""
    first, words = max(0, expression.span.start - _REACH), language.any_of("looking_back")
    before = text[first : expression.span.start].lower()
    if not any(word in before for word in words):
        return False  # most dates have no such word near them
    return not words.isdisjoint(_CLAUSE_ENDS.split(before)[-1].split())


_CLAUSE_ENDS = re.compile(r"[,;:.!?()\n]")


def tells_which(expression: Expression, text: str, language: Language) -> bool:
    """Whether a date only says which of somebody's things is meant: "about her calls of 18 November 2015", "in his 1994 book"."""
    start, owners = expression.span.start, language.any_of("owners")
    said = text[max(0, start - _REACH) : start].lower().split()
    if said[-1:] == ["of"] and not owners.isdisjoint(said[-4:-2]):
        return True
    return bool(said) and said[-1] in owners and names_a_thing(expression, text, language)


def in_brackets(expression: Expression, text: str) -> bool:
    """Whether a date stands in brackets inside a sentence: "rose to £61m (2018: £58m)", "they saw it (a probe had in May 1966)"."""
    start = expression.span.start
    first = max(0, start - _BRACKETS)
    if (at := text.rfind("(", first, start)) <= first or text.rfind(")", at, start) >= 0:
        return False
    before, opened = text[first:start], at - first
    if "\n" in before[opened:]:
        return False
    return before[opened - 1].isspace() and before[opened - 2 : opened - 1] not in (".", "!", "?", "\n", "")


_BRACKETS = 200  # characters of a bracket before a date


def says_which_one(expression: Expression, text: str, language: Language) -> bool:
    """Whether a year only says which of such things a noun is: "it resembled the strike of 1912", "a plaque of 1950 marks it".

    Not so where the noun is a stretch of time ("the first months of 1914"), nor where what happened is a sentence's subject,
    which the story may have come to ("The strike of 1912 was long").
    """
    start = expression.span.start
    of = text[max(0, start - _OF) : start].lower().split()[-1:]
    if not of or of[0] not in language.any_of("of_year") or is_at_an_event(expression, text, language):
        return False
    before = text[sentence_start(text, start) : start].lower()
    said = before.split()
    articles, determiners = language.any_of("indefinite"), language.any_of("determiners")
    first = next(
        (at for at in range(len(said) - 3, max(len(said) - 6, -1), -1) if said[at] in determiners), None
    )
    if first is None or not language.any_of("parts_of_time").isdisjoint(said[first:]):
        return False
    return said[first] in articles or (first > 0 and says_past(" ".join(said[:first]), language))


_OF = 8  # characters of "of" before a date


def is_at_an_event(expression: Expression, text: str, language: Language) -> bool:
    """Whether a year is that of what a clause was at: "appointed in the honours of 1946"; the clause is then of that year."""
    start = expression.span.start
    said = text[max(0, start - _REACH) : start].lower().split()
    if not said or said[-1] not in language.any_of("of_year"):
        return False
    determiners, at_events = language.any_of("determiners"), language.any_of("at_events")
    first = next(
        (at for at in range(len(said) - 3, max(len(said) - 7, 0), -1) if said[at] in determiners), None
    )
    return first is not None and said[first - 1] in at_events


def is_compared_with(expression: Expression, text: str, language: Language) -> bool:
    """Whether a figure of a date is only what another is compared with: "fewer than in 2017", "against 1,089 in May 2017"."""
    start = expression.span.start
    found = _compared(language)
    if found is None or (led := found.search(text, max(0, start - _COMPARED), start)) is None:
        return False
    between = led[1].split()
    return len(between) <= 1 or any(letter.isdigit() for letter in led[1])


@lru_cache(maxsize=64)
def _compared(language: Language) -> re.Pattern[str] | None:
    """The words before what a figure is compared with, and up to six that say the lesser figure."""
    words = language.cues.get("compared_with", ())
    return (
        re.compile(rf"\b(?:{forms(words)})\s((?:[^\s,;:()]+[ ]){{0,6}})\Z", re.IGNORECASE) if words else None
    )


_COMPARED = 60  # characters of a figure that another is compared with


def is_recalled(expression: Expression, text: str, language: Language) -> bool:
    """Whether a date only says which happening somebody speaks of or remembers: "she recalled the strike of 1912"."""
    start = expression.span.start
    if not text.endswith("of", 0, start - 1):
        return False
    said = text[max(0, start - _REACH) : start].lower().split()
    determiners, recalling = language.any_of("determiners"), language.any_of("recalling")
    first = next(
        (at for at in range(len(said) - 3, max(len(said) - 7, 0), -1) if said[at] in determiners), None
    )
    return first is not None and said[first - 1] in recalling


def looks_farther_back(expression: Expression, text: str, language: Language) -> bool:
    """Whether the verb of a date's clause is of what had been before: "she had been launched in 1871"."""
    start = expression.span.start
    before = text[max(0, start - _REACH) : start].lower()
    clause = _CLAUSE_ENDS.split(before)[-1].split()
    return not language.any_of("pluperfect").isdisjoint(clause) or _comes_before_pluperfect(
        expression, text, language
    )


def _comes_before_pluperfect(expression: Expression, text: str, language: Language) -> bool:
    """Whether a date stands between a subject and a verb of what had been: "an attempt, in May 1892, had failed"."""
    end = expression.span.end
    after = text[end : end + _VERB].lower().lstrip(",) ").split(None, 1)
    return bool(after) and after[0] in language.any_of("pluperfect")


def reports(expression: Expression, text: str, language: Language) -> bool:
    """Whether something is only told on that day: "the mayor said on Thursday" leaves the story where it is."""
    span, reported = expression.span, language.any_of("reported")
    after = text[span.end : span.end + 24].lower().split(None, 1)
    if after and after[0] in reported:
        return True
    leads_in = language.any_of("leads_in")
    before = text[max(0, span.start - 32) : span.start].lower().split()
    while before and before[-1] in leads_in:
        before.pop()
    return bool(before) and before[-1] in reported
