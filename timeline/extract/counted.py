"""Counted: subjects that are a number: of what it is, and which of them a date is for.

"Eleven cows fell ill. Four died" tells of cows, and "two bells were cast in 1900 and 1904" of one bell for each date.
"""

from collections.abc import Sequence

from timeline.extract.candidate import Candidate
from timeline.extract.clauses import Parsed
from timeline.extract.words import NOMINAL, Tag
from timeline.languages.events import EventWords

_VERBS = {"were": "was", "are": "is", "have": "has"}
_SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ONLY_DATES = frozenset({Tag.TIME, Tag.COMMA, Tag.COORDINATOR, Tag.PREPOSITION, Tag.ADVERB})


def of_what(sentence: Parsed, index: int, groups: Sequence[Sequence[Candidate]], words: EventWords) -> str:
    """A lone number with what it counts, if the sentence before counts one sort of thing: "Four cows"; "" if it does not."""
    subject = sentence.clauses[index].subject
    if subject is None or subject[1] != subject[0] + 1 or not groups:
        return ""
    token = sentence.tokens[subject[0]]
    if (
        token.tag is not Tag.NUMBER
        or token.low == "one"
        or subject[0] + 1 != sentence.clauses[index].verb.first
    ):
        return ""
    counted = {one.head for one in groups[0] if one.plural and one.head and _is_count(one.text, words)}
    return f"{token.text[:1].upper()}{token.text[1:]} {counted.pop()}" if len(counted) == 1 else ""


def in_order(
    sentence: Parsed, index: int, groups: Sequence[Sequence[Candidate]], words: EventWords
) -> str | None:
    """A lone ordinal with what it is one of, "A second" behind "her first paper" as "Second paper"; "" if nothing says.

    None where the subject is no such word.
    """
    start, end = sentence.clauses[index].subject or (0, 0)
    said = sentence.tokens[start:end]
    order = said[-1].low if said else ""
    if order not in words.ordinals - {"last", "next"} | _OF_TWO:
        return None
    if any(token.tag is not Tag.DETERMINER for token in said[:-1]) or len(said) > _WITH_ARTICLE:
        return None
    for group in groups[:2]:
        rows = {one.head for one in group if one.head and _is_row(one.text, words)}
        if len(rows) == 1:
            return f"{order[:1].upper()}{order[1:]} {_single(rows.pop())}"
    return ""


def _is_row(said: str, words: EventWords) -> bool:
    """Whether a phrase speaks of several, or of one among several: "two sons", "her first paper"."""
    return _is_count(said, words) or any(word.lower() in words.ordinals for word in said.split())


def _single(noun: str) -> str:
    """One of what a regular plural names."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


_WITH_ARTICLE = 2  # words: "the second"
_OF_TWO = frozenset({"elder", "younger", "eldest", "youngest"})


def _is_count(said: str, words: EventWords) -> bool:
    first = said.split(maxsplit=1)[0].lower()
    return first in words.numbers or first.replace(",", "").isdigit()


def one_of(sentence: Parsed, index: int, title: str) -> str:
    """A title that counts as many as its clause has dates, for one of these: "One of two bells was cast"; else as it is."""
    clause = sentence.clauses[index]
    tokens, part = sentence.tokens, clause.subject
    if part is None or (not clause.verb.passive and not _begins(tokens[clause.verb.head].low)):
        return title
    number = next((_SMALL[t.low] for t in tokens[part[0] : part[0] + 1] if t.low in _SMALL), 0)
    plain = all(t.tag in NOMINAL for t in tokens[part[0] : part[1]])
    if not number or not plain or not title.lower().startswith(tokens[part[0]].low + " "):
        return title
    if len(_dates(sentence, index)) != number:
        return title
    said = title[:1].lower() + title[1:]
    for many, one in _VERBS.items():
        said = said.replace(f" {many} ", f" {one} ", 1)
    return f"One of {said}"


def once(sentence: Parsed, index: int, at: int, title: str) -> str:
    """A title without how often, if each time has its date: "extended twice, in 2020 and 2022" is "extended" for each."""
    dates = _dates(sentence, index)
    said = next((_OFTEN[t.low] for t in sentence.tokens if t.low in _OFTEN), 0)
    if not said or said != len(dates) or at not in dates:
        return title
    return " ".join(word for word in title.split() if word.lower() not in _OFTEN)


_OFTEN = {"twice": 2, "thrice": 3}


def _dates(sentence: Parsed, index: int) -> list[int]:
    """The dates that an "and" joins behind a clause's verb, with nothing between them: "in 2020, 2021 and 2022"."""
    tokens = sentence.tokens
    owned = list(sentence.owned_by(index))
    first = next((i for i in owned if tokens[i].tag is Tag.TIME), None)
    if first is None:
        return []
    end = next((i for i in range(first, len(tokens)) if tokens[i].tag not in _ONLY_DATES), len(tokens))
    found = [i for i in range(first, end) if tokens[i].tag is Tag.TIME]
    joined = any(tokens[i].tag is Tag.COORDINATOR for i in range(first, found[-1]))
    return found if joined else []


def _begins(low: str) -> bool:
    return low in {"opened", "closed", "began", "died", "sank", "burned", "appeared", "came"}
