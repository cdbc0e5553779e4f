"""Tense and cues: whether a bare weekday, month or quarter lies before or after the document was written."""

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.wordings import forms
from timeline.languages.wordings import words as spelled
from timeline.resolve.context import Tense
from timeline.times.reading import (
    Ahead,
    Anchor,
    Approximate,
    Bounded,
    Clock,
    Inside,
    Nearest,
    Nth,
    Numeric,
    Part,
    Reading,
    Reported,
    Shifted,
    Stated,
)

_REACH = 140  # characters on either side that may tell, cut at the sentence


def tense(text: str, start: int, end: int, language: Language) -> Tense:
    """What the verb of a date's own clause says of it; nothing of a period whose figures are still to be told.

    "It will report third-quarter results", "expects a loss for the third quarter" leave open whether that is over.
    """
    if is_since(text, start, language):
        return Tense.PAST  # "seit dem 1. Juli wird keine Maut erhoben"
    found = _of_clause(text, start, end, language)
    return Tense.UNKNOWN if found is Tense.FUTURE and _accounts(text, start, end, language) else found


def is_since(text: str, start: int, language: Language) -> bool:
    """Whether something has been so from a date on, whatever the verb."""
    return _stands_before(language.any_of("looking_back"), text, start)


def is_set_for(text: str, start: int, language: Language) -> bool:
    """Whether something is set for a day, whatever the verb: "für Samstag ruft ein Bündnis zu einer Kundgebung auf"."""
    return _stands_before(language.any_of("set_for"), text, start)


def is_by(text: str, start: int, language: Language) -> bool:
    """Whether something came to be so up to a date: "by Christmas"."""
    return _stands_before(language.any_of("by_then"), text, start)


def _stands_before(words: frozenset[str], text: str, start: int) -> bool:
    before = text[max(0, start - _SINCE) : start].lower().split()[-2:]
    return not words.isdisjoint(before[-1:]) or (
        len(before) > 1 and before[0] in words and len(before[1]) <= _ARTICLE
    )


_SINCE, _ARTICLE = 24, 3  # characters of "since" and of an article between it and a date


def _of_clause(text: str, start: int, end: int, language: Language) -> Tense:
    """What the verb of a date's own clause says of it.

    That is the last verb before the date ("said Monday he would go", "said he would go Monday"), but the one after it
    where the date opens its clause or stands between subject and verb ("the court on Sunday issued"). What happened and
    is named by its day ("Wednesday's ruling") is past, whatever the verb.
    """
    left, at = _sentence_before(text, start)
    right = _sentence_after(text, end)
    if _names_what_happened(right, language):
        return Tense.PAST
    verb, before, after = _forms(language), left.lower(), _without_inserted(right.lower(), language)
    verbs_before = list(verb.finditer(before, at))
    clause, fronting = _clause_start(before, at, language)
    if clause is not None and not (verbs_before and verbs_before[-1].start() >= clause):
        adverb = _ADVERB.match(right)
        own = verb.match(after, adverb.end()) if adverb else None
        if own is None and fronting:
            own = verb.search(after)
        if own is not None:
            # "in May agreed to buy": what was agreed lies ahead, the agreeing does not
            return Tense.PAST if _gone(language).match(after, own.start()) else _meant(own)
    if verbs_before:
        return _meant(verbs_before[-1])
    first = verb.search(after)
    if first is None:
        return Tense.UNKNOWN
    return Tense.PAST if _gone(language).match(after, first.start()) else _meant(first)


def _without_inserted(words: str, language: Language) -> str:
    """Some words, blank where something is said of a noun between commas: "the ministry, which had begun in 1837, is to"."""
    first = words.find(",")
    while (last := words.find(",", first + 1)) > first >= 0:
        said = words[first + 1 : last].split(None, 1)
        if said and (
            said[0] in language.any_of("relatives") or (len(said) > 1 and says_past(said[0], language))
        ):
            words = f"{words[: first + 1]}{' ' * (last - first - 1)}{words[last:]}"
        first = last
    return words


@lru_cache(maxsize=16)  # it is asked several times in a row of one date
def _sentence_before(text: str, start: int) -> tuple[str, int]:
    """The text before a date, and where the date's sentence begins in it."""
    first = max(0, start - _REACH)
    # a date may itself open its sentence: its first letter is looked at, too
    stops = _STOP.finditer(text, first, start + 1)
    return text[first:start], max((stop.end() - first for stop in stops), default=0)


def _sentence_after(text: str, end: int) -> str:
    """The text after a date up to the end of its sentence, which a date's own full stop may be ("in Aug. We …")."""
    right = text[end : end + _REACH]
    closed = _STOP.match(text, end - 1)
    ending = closed or _STOP.search(right)
    if ending is None:
        return right
    return "" if closed else right[: ending.start() + 1]


def sentence_start(text: str, start: int) -> int:
    """Where the sentence of a place begins, no farther back than a verb is looked for."""
    first = max(0, start - _REACH)
    return first + _sentence_before(text, start)[1]


def sentence_end(text: str, end: int) -> int:
    """Where the sentence of a place ends, no farther on than a verb is looked for."""
    return end + len(_sentence_after(text, end))


def says_past(words: str, language: Language) -> bool:
    """Whether any of some words, in lower case, is a finite verb of the past."""
    return any(verb.lastgroup == "past" for verb in _forms(language).finditer(words))


def _meant(verb: re.Match[str]) -> Tense:
    return _TENSES[verb.lastgroup or "past"]


_ADVERB = re.compile(r"\s+(?:[a-z]+ly\s+)?")
_OF_THE_DAY = re.compile(r"['’]s\s+((?:[\w-]+\s+){0,2}[\w-]+)")


def _names_what_happened(right: str, language: Language) -> bool:
    """Whether a day's name is given to something that has been, as to a ruling or a crash."""
    named = _OF_THE_DAY.match(right)
    return named is not None and any(
        word in language.cues.get("happened", ()) for word in named[1].lower().split()
    )


def _accounts(text: str, start: int, end: int, language: Language) -> bool:
    """Whether figures are named by their period, or are said for it: "third-quarter results", "a loss for the quarter"."""
    accounted = language.cues.get("accounted", ())
    after = text[end : end + 24].split(None, 1)
    if after and text[end].isspace() and after[0].strip(",.;").lower() in accounted:
        return True
    before = text[max(0, start - _ACCOUNT) : start].lower().split()
    said_for = before and before[-1] in language.cues.get("said_for", ())
    return bool(said_for) and any(word.strip(",.;") in accounted for word in before)


_ACCOUNT = 72  # characters before a period in which it is said what figures are told for it


def _clause_start(before: str, at: int, language: Language) -> tuple[int | None, bool]:
    """Where a date's own clause begins, after a comma, a bracket or a word that opens a clause, and whether the date opens it.

    A date opens its clause at the head of the sentence, and in "but on Friday"; in "Thursday and Friday" it does not,
    nor after a comma alone. None if the language names no such words.
    """
    opening = _openings(language)
    if opening is None:
        return None, False
    start, word = at, True
    for found in opening.finditer(before, at):
        start, word = found.end(), found["word"] is not None
    leading = language.cues.get("leads_in", ())
    words = before[start:].split()
    leads_in = all(one.strip(",") in leading for one in words)
    return start, leads_in and word and (start == at or bool(words))


@lru_cache(maxsize=64)
def _openings(language: Language) -> re.Pattern[str] | None:
    words = language.cues.get("clauses", ())
    if not words:
        return None
    return re.compile(rf"[,;:()—–]\s+|\s--?\s|\b(?P<word>{spelled(words)})\s+")


def looks_ahead(text: str, start: int, language: Language) -> bool:
    """Whether the nearest verb before it in the sentence looks ahead from the writing: "will be let in February"."""
    return _side(text, start, language, "outlook") == "outlook"


def was_to_come(text: str, start: int, language: Language) -> bool:
    """Whether it looks ahead from some day of the past: "the policy would take effect on 1 January"."""
    return _side(text, start, language, "foretold") == "foretold"


@lru_cache(maxsize=16)  # it is asked several times in a row of one date
def _side(text: str, start: int, language: Language, kind: str) -> str | None:
    """Which of the two it is, or "past"; None where no verb is, or surely none of the kind that is asked for."""
    first = max(0, start - _REACH)
    before = text[first:start].lower()
    # most dates have no such word before them: one search for few words spares the one for all verbs
    if _ahead(language, kind).search(before) is None:
        return None
    _, at = _sentence_before(text, start)
    found = list(_outlook(language).finditer(before, at))
    return found[-1].lastgroup if found else None


@lru_cache(maxsize=64)
def _ahead(language: Language, kind: str) -> re.Pattern[str]:
    """The words of one kind that look ahead."""
    return re.compile(rf"(?<![a-z])(?:{forms(language.cues.get(kind, ()))})\b")


@lru_cache(maxsize=64)
def _gone(language: Language) -> re.Pattern[str]:
    """A finite verb of the past, though what it wants may be to come: "agreed to"."""
    return re.compile(rf"(?!(?:is|are|was|were|be|been)\b)(?:{forms(language.cues.get('past', ()))})\b")


# the end of a sentence or a paragraph; a set at the head is what `re` looks for fastest
_STOP = re.compile(r"[.!?\n](?:(?<!\n)[\"”’')]*\s+(?=[A-Z\"“‘'(])|(?<=\n)\s*\n)")
_TENSES = {"past": Tense.PAST, "future": Tense.FUTURE}


def tensed(reading: Reading) -> bool:
    """Whether a reading means one date of the past and another of the future."""
    match reading:
        case Stated() | Numeric():
            return reading.year is None
        case Shifted():
            return reading.weekend or (not isinstance(reading.anchor, Anchor) and tensed(reading.anchor))
        case Nth() | Inside():
            return tensed(reading.within)
        case Part() | Bounded():
            return tensed(reading.whole)
        case Approximate():
            return tensed(reading.reading)
        case Clock():
            return tensed(reading.day)
        case Ahead() | Reported():
            return True
        case Nearest():
            return reading.by == 0 and reading.named.weekday is not None
        case _:
            return False


def foretells(words: str, language: Language) -> bool:
    """Whether any verb of some words speaks of what will be."""
    words = words.lower()
    # most words hold no such verb: one search for few forms spares the one for all
    return _futures(language).search(words) is not None and any(
        verb.lastgroup == "future" for verb in _forms(language).finditer(words)
    )


@lru_cache(maxsize=64)
def _outlook(language: Language) -> re.Pattern[str]:
    cues = language.cues
    outlook, foretold, past = (forms(cues.get(kind, ())) for kind in ("outlook", "foretold", "past"))
    return re.compile(rf"(?<![a-z])(?:(?P<outlook>{outlook})|(?P<foretold>{foretold})|(?P<past>{past}))\b")


@lru_cache(maxsize=64)
def _forms(language: Language) -> re.Pattern[str]:
    """Verb forms that tell tense, groups `future` and `past`, for text in lower case: many times faster than ignoring case."""
    cues = language.cues
    future, past = forms(cues.get("future", ())), forms(cues.get("past", ()))
    # no form begins with a blank: at the end of a word nothing need be tried
    return re.compile(rf"\b(?=[\w'’])(?:(?P<future>{future})|(?P<past>{past}))\b")


@lru_cache(maxsize=64)
def _futures(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?=[\w'’])(?:{forms(language.cues.get('future', ()))})\b")
