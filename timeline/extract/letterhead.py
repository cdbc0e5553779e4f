"""Letterhead: the body whose paper a text is, by its first line, and the country of a report, by its dateline."""

import re

from timeline.extract.words import closed_class
from timeline.languages.events import EventWords
from timeline.model.document import Document, Role

_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ.’'-]+){0,3}, ([A-ZÀ-Þ][a-zà-ÿ]{3,}(?: [A-ZÀ-Þ][a-zà-ÿ]+){0,2})"
    r"(?: \([^)\n]{2,40}\))? (?:[—–-]|--) "
)
WORD = re.compile(r"[^\W_][\w’'&./–-]*|&")
INNER = frozenset(
    ["of", "the", "de", "la", "del", "du", "des", "von", "van", "der", "and", "&", "v", "vs", "versus"]
)
# small words that join what a headline tells: "Cabinet falls as Greens quit" names nothing
TELLS = frozenset(["as", "after", "amid", "while", "when", "but", "despite", "before", "because"])


def letterhead(line: str, words: EventWords) -> str:
    """The body that a line is the whole name of: "ST AIDAN'S PRIMARY SCHOOL"; a statistics office is its land's."""
    said = WORD.findall(as_title(line) if line.isupper() else line)
    low = [word.lower() for word in said]
    capitals = all(word[0].isupper() or word in INNER for word in said)
    if not _FEW < len(said) <= _NAMED or low[-1] not in words.organizations or not capitals:
        return ""
    if not words.chronicles.isdisjoint(low) or not TELLS.isdisjoint(low) or len(line.split()) != len(said):
        return ""
    names = [one for one in low if one not in INNER and one not in words.organizations | words.generic]
    if len(names) < _FEW or any(closed_class(one, words) for one in low if one not in INNER):
        return ""
    land = said[:-2] if low[-2] in {"statistics", "statistical"} and len(said) > _FEW + 1 else said
    land = land[1:] if land[0].lower() == "the" else land
    return " ".join(land)


_FEW, _NAMED = 2, 7  # words of a name: more than, and at most


def land(document: Document, words: EventWords) -> str:
    """The country that a report's dateline names behind its town: "OSTBY, Veldavia (CNA) -"; "" where there is none."""
    prose = (one.span for one in document.passages if one.role is Role.PROSE)
    span = next(prose, None)
    found = _DATELINE.match(document.text, span.start, span.end) if span is not None else None
    known = found is not None and words.calendar.isdisjoint(found[1].lower().split())
    return found[1] if found is not None and known else ""


def as_title(line: str) -> str:
    """A line in capitals as a title is written."""
    return " ".join(
        word.lower() if word.lower() in INNER else word if _is_short(word) else word.capitalize()
        for word in line.split()
    )


def _is_short(word: str) -> bool:
    """Whether a word in capitals is an abbreviation, which no vowel makes a word: "NHS", but "ST", "MRS"."""
    return len(word) > _FEW and _VOWELS.isdisjoint(word) and word != "MRS"


_VOWELS = frozenset("AEIOUYÄÖÜÅÆØÉÈÁÀÓÍÚ.")
