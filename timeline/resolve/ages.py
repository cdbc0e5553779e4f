"""Ages: "at the age of twelve", "mit 21 Jahren", of somebody whose birth the text dates.

The date is counted from the birth: a year of two halves, since nobody says on which side of the birthday it was. Told only of the
one person whose birth the text tells first, and only where the sentence says no other date; an age is never a length of time.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from timeline.languages import Language
from timeline.languages.wordings import words as spelled
from timeline.model.expression import Dated, TimexType, Undated
from timeline.times import algebra, timex
from timeline.times import when as w
from timeline.times.reading import Aged
from timeline.times.when import Date, Grain, Qualifier, When
from timeline.times.words import words


class Birth(NamedTuple):
    """When the one was born whom a text is about, the surname if it says one, and where it says so."""

    when: Date
    surname: str
    start: int


def aged(timexes: Iterable[Dated | Undated], text: str, language: Language) -> tuple[Dated | Undated, ...]:
    """The same with the dates of ages; those that nobody's birth dates are left out."""
    found = tuple(timexes)
    if not any(isinstance(one.expression.reading, Aged) for one in found):
        return found
    birth = _birth(found, text, language)
    made: list[Dated | Undated] = []
    for one in found:
        if not isinstance(one.expression.reading, Aged):
            made.append(one)
        elif birth is not None and _is_of(birth, one, found, text, language):
            made.append(_counted(one, one.expression.reading, birth))
    return tuple(made)


def _counted(one: Dated | Undated, reading: Aged, birth: Birth) -> Dated:
    """The date of an age: from the birthday on to the day before the next, or about the year where only that of the birth is known."""
    when: When
    if birth.when.grain is Grain.DAY:
        first = algebra.moved(birth.when.start, Grain.YEAR, reading.years)
        when = algebra.days(first, algebra.moved(birth.when.start, Grain.YEAR, reading.years + 1))
    else:
        when = w.qualified(w.year(birth.when.year + reading.years), Qualifier.APPROXIMATE)
    said = " ".join(one.expression.text.split())
    steps = (
        f'"{said}" is counted from a birth',
        f"the text says that it was {'on' if birth.when.grain is Grain.DAY else 'in'} {words(birth.when)}",
        f"so {words(when)}",
    )
    expression = replace(one.expression, type=TimexType.DATE)
    return Dated(expression, when, timex.value(when), assumed=("year",), steps=steps)


def _birth(timexes: Sequence[Dated | Undated], text: str, language: Language) -> Birth | None:
    """The first birth that a text dates, unless it is of kin."""
    for one in timexes:
        if one.span.start > _LEAD:
            return None  # whoever was born so late in a text is not whom it is about
        if not isinstance(one, Dated) or not isinstance(one.when, Date) or one.when.grain > Grain.YEAR:
            continue
        start, end = _sentence(text, one.span.start)
        before, after = text[start : one.span.start], text[one.span.end : end]
        words = _words(language)
        born = words.born_before.search(before) or words.born_after.match(after)
        if born is None and not (_OPENS.search(before) and _LIFE.match(after)):
            continue
        if words.kin.search(before):
            continue
        name = _NAME.search(before)
        return Birth(one.when, name["last"] if name else "", one.span.start)
    return None


def _is_of(
    birth: Birth, one: Dated | Undated, timexes: Sequence[Dated | Undated], text: str, language: Language
) -> bool:
    """Whether an age is of the one who was born, and nothing else dates its sentence."""
    start, end = _sentence(text, one.span.start)
    if one.span.start < birth.start or any(
        other is not one and isinstance(other, Dated) and start <= other.span.start < end for other in timexes
    ):
        return False
    sentence, known = text[start:end], _words(language)
    if known.kin.search(sentence) and not _says_whose(one, sentence, known):
        return False
    other = _OTHER.search(text, start, one.span.start)
    if other is not None and other[1] != birth.surname:
        return False  # "the oldest since Connors, at age 35"
    if birth.surname and re.search(rf"\b{re.escape(birth.surname)}\b", sentence):
        return True
    previous = text[_sentence(text, max(0, start - 2))[0] : start].rpartition("\n")[2] if start else ""
    if known.pronouns is None:
        own = sentence.replace(one.expression.text, "", 1).lstrip()[1:_NEAR]
        return known.kin.search(previous) is None and _CAPITAL.search(own.partition(" a ")[0]) is None
    said = {pronoun.lower() for pronoun in known.pronouns.findall(sentence)}
    if len(said) != 1 or said != {_most(text, language)}:
        return False
    # "Her brother Karl was a mason. He left school at the age of twelve."
    return known.kin_of.get(said.pop(), known.kin).search(previous) is None


def _says_whose(one: Dated | Undated, sentence: str, known: "_Words") -> bool:
    """Whether the age itself says "she", and the sentence names no woman of kin that it could be: "Her father died when she was six"."""
    said = known.pronouns.search(one.expression.text) if known.pronouns is not None else None
    alike = known.kin_of.get(said[0].lower()) if said else None
    return alike is not None and alike.search(sentence) is None


@lru_cache(maxsize=8)  # a text stays in memory as long as it is among these
def _most(text: str, language: Language) -> str:
    """The pronoun that a text says most; "" where it says none."""
    pronouns = _words(language).pronouns
    said = [one.lower() for one in pronouns.findall(text)] if pronouns is not None else []
    return max(sorted(set(said)), key=said.count, default="")


def _sentence(text: str, place: int) -> tuple[int, int]:
    """The sentence of a place: from the full stop, or the line, before it to the one after it."""
    start = 0
    for found in _STOP.finditer(text, max(0, place - _FAR), place):
        start = found.end()
    start = start or max(0, place - _FAR)
    behind = _STOP.search(text, place, place + _FAR)
    return start, behind.start() + 1 if behind else min(len(text), place + _FAR)


_LEAD = 2500  # characters in which a life says when it began
_FAR = 600  # characters of a sentence on either side of a place, at most
_NEAR = 24  # characters in which another name would be the subject
_STOP = re.compile(r"(?<!\b\d)(?<!\b\d\d)(?<!\b[A-ZÀ-Ž])(?<!\bgeb)(?<!\bca)[.!?][\"”»’)]*\s+|\n")
_OPENS = re.compile(r"[^\W\d_][\"”»’)]*\s*\([^()\n]{0,100}$")
# where somebody was born, and the preposition before the day: names and small words only, so that no verb stands between
# (a word can be read in one way only: else a long list of short names would be tried in every combination)
_PLACE = r"(?:[\s,]+(?:[A-ZÀ-ŽА-Я(][\w.’'-]*\)?|(?![A-ZÀ-ŽА-Я])\w{1,4}))*[\s,]*"
_LIFE = re.compile(r"\s*[–—-]\s*\d")  # the dash of "(1890–1970)"
_NAME = re.compile(
    r"[A-ZÀ-ŽА-Я][\w’'-]+(?:\s+[A-ZÀ-ŽА-Я]\.)*\s+(?:(?:von|van|de|di|da|del)\s+)?(?P<last>[A-ZÀ-ŽА-Я][\w’'-]+)(?=\W)"
)
_OTHER = re.compile(r"([A-ZÀ-ŽА-Я][\w’'-]+),?\s+(?=$)")
_CAPITAL = re.compile(r"(?<=\s)[A-ZÀ-ŽА-Я]\w+")


class _Words(NamedTuple):
    """A language's words of births, of kin and for one person; no `pronouns` where a verb needs none."""

    born_before: re.Pattern[str]
    born_after: re.Pattern[str]
    kin: re.Pattern[str]
    pronouns: re.Pattern[str] | None
    kin_of: Mapping[str, re.Pattern[str]]  # by the pronoun that they could be


@lru_cache(maxsize=64)
def _words(language: Language) -> _Words:
    def either(kind: str) -> str:
        return spelled(iter(language.cues.get(kind, ())))

    pronouns = language.cues.get("person_pronouns", ())
    return _Words(
        re.compile(rf"(?:\b(?i:{either('births')})\b|\*){_PLACE}$"),
        re.compile(rf"[^.;,\n]{{0,40}}\b(?:{either('births_behind')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{either('kin')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{either('person_pronouns')})\b", re.IGNORECASE) if pronouns else None,
        {
            one: re.compile(rf"\b(?:{either('kin_of_' + one)})\b", re.IGNORECASE)
            for one in pronouns
            if "kin_of_" + one in language.cues
        },
    )
