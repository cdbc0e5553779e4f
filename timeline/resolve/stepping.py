"""Stepping on: where a main clause of a history comes to a year, though the year does not open its sentence.

"She qualified as a teacher in 1909, taught for four years and sailed in 1914" has come to 1914; "he met Holt, who died in
1934" has not come to 1934.
"""

import re

from timeline.languages import Language
from timeline.model.expression import Expression
from timeline.resolve import passing
from timeline.resolve.tense import says_past, sentence_start
from timeline.times.reading import Approximate, Part, Stated, inmost


def sets_scene(expression: Expression, text: str, language: Language) -> bool:
    """Whether nothing but one simple clause stands in its sentence before a date: "During the great plague of 1924 she went"."""
    start = expression.span.start
    before = text[sentence_start(text, start) : start].lower()
    words = before.split()
    if len(before) > _SIMPLE or not words or _CUTS.search(before):
        return False
    joins = language.any_of("range_and")
    if not language.any_of("pluperfect").isdisjoint(words) or not (
        language.any_of("clauses") - joins
    ).isdisjoint(words):
        return False
    # "he burned the hall of 1788" tells which hall, "it burned in the small hours of 14 May 1788" when
    if passing.is_at_an_event(expression, text, language):
        return True
    part = not language.any_of("parts_of_time").isdisjoint(words[-_PART:])
    return part or words[-1] not in language.any_of("of_year") or not says_past(before, language)


_SIMPLE = 80  # characters of a clause before its date
_PART = 3  # words before a date that may name a part of it: "the small hours of", "the last days of"
_CUTS = re.compile(r"[,;:()\"“”„«»\n]|\s[-–—]\s")


def goes_on(before: Expression | None, expression: Expression, text: str, language: Language) -> bool:
    """Whether a later year of a sentence is that of its next verb: "founded in 1902, moved in 1951 and, in 1981, closed"."""
    if before is None or not (_says_year(before) and _says_year(expression)):
        return False
    between = text[before.span.end : expression.span.start].lower()
    if len(between) > _SIMPLE or "(" in between or ")" in between or re.search(r"[.!?]\s|\n", between):
        return False
    joins = "|".join(re.escape(word) for word in language.any_of("range_and"))
    pieces = re.split(rf"[,;]|\b(?:{joins})\b" if joins else "[,;]", between)
    clause = pieces[-1].split()
    if len(pieces) < 2:
        return False
    leads_in = language.any_of("leads_in")
    return all(word in leads_in for word in clause) if len(clause) < 2 else says_past(clause[0], language)


def fronts(expression: Expression, text: str, language: Language) -> bool:
    """Whether a sentence opens with a phrase that says its year last: "During the great plague of 1924 she went"."""
    start = expression.span.start
    before = text[sentence_start(text, start) : start].lower()
    words = before.split()
    if not words or len(before) > _SIMPLE or _CUTS.search(before) or says_past(before, language):
        return False
    return words[0] in language.any_of("leads_in") and words[-1] in language.any_of("of_year")


def is_inserted(expression: Expression, text: str, language: Language, *, by_verb: bool = False) -> bool:
    """Whether a date stands between commas in what is said of a subject: "the hall, burnt in 1788, was near".

    With `by_verb`, only where a verb that the language's lists have begins it: "a needle, replaced in March, had".
    """
    start, end = expression.span.start, expression.span.end
    if text[end : end + 1] != ",":
        return False
    before = text[sentence_start(text, start) : start].lower()
    first, comma, said = before.rpartition(", ")  # that of "9,165,000" is none
    words = said.split()
    if ";" in said or ":" in said:
        return False  # what opens a clause of its own: "…; taken prisoner in June 1940, he escaped"
    return (
        bool(comma)
        and len(words) > 1
        and words[0] not in language.any_of("leads_in")
        and words[0] not in language.any_of("only_finite")
        and (_says_of(words[0], language) if by_verb else not says_past(first, language))
        and language.any_of("range_and").isdisjoint(words[:1])
    )


def _says_of(word: str, language: Language) -> bool:
    """Whether what a word begins says something of what stands before it: "who took over", "replaced"."""
    return says_past(word, language) or word in language.any_of("clauses") - language.any_of("range_and")


def _says_year(expression: Expression) -> bool:
    reading = inmost(expression.reading, Part, Approximate)
    return isinstance(reading, Stated) and reading.year is not None
