"""Protagonist: whom a life is about, and which pronoun is theirs.

A text whose title, or whose first words, are a person's name, and that says "she" far oftener than "he", means that
person by "she" — and nobody of that name by "he".
"""

import re
from collections import Counter
from dataclasses import replace

from timeline.extract.names import bare
from timeline.extract.tokens import tokens
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords
from timeline.model.document import Document, Role, Span
from timeline.records import dataclass

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|hers?|herself)\b", re.IGNORECASE)
_FEWEST, _OFTENER = 3, 3  # pronouns there must be, and how much oftener theirs than the other
_OPENINGS = 2  # paragraphs one of which names them
_PRESENTS = frozenset({Tag.BE, Tag.OPEN, Tag.COMMA})
_DOES = frozenset({Tag.HAVE, Tag.DO, Tag.MODAL, Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PRESENT})
_OPENING = 120  # characters in which a life names whom it is of


@dataclass(frozen=True, slots=True)
class Protagonist:
    """The name that stands for them in titles, their last name, and the pronouns that mean them."""

    name: str
    last: str
    pronouns: frozenset[str]

    def other(self, low: str) -> bool:
        """Whether a pronoun means somebody else."""
        return low in (_HE | _SHE) - self.pronouns


def protagonist(document: Document, words: EventWords) -> Protagonist | None:
    """Whom a document is about; None where it does not plainly tell one person's life."""
    said = Counter(match[0].lower() in _SHE for match in _PRONOUN.finditer(document.text))
    hers = said[True] > said[False]
    if said[hers] < _FEWEST or said[hers] < _OFTENER * said[not hers]:
        return None
    opening_prose = 0
    for passage in document.passages:
        if passage.role in {Role.TITLE, Role.PROSE}:
            opening = Span(passage.span.start, min(passage.span.end, passage.span.start + _OPENING))
            name = _name(tokens(document.text, opening, (), words), words, document.text, passage.role)
            if name:
                last = name[-1].text
                alone = len(re.findall(rf"\b{re.escape(last)}\b", document.text)) > 1
                text = last if alone else " ".join(token.text for token in name)
                return Protagonist(text, last, _SHE if hers else _HE)
            opening_prose += passage.role is Role.PROSE
            if opening_prose == _OPENINGS:
                return None
    return None


def _name(found: tuple[Token, ...], words: EventWords, text: str, role: Role) -> tuple[Token, ...]:
    """The person's name that a text opens with: all of its title, or what stands before "was", "(" or a comma."""
    end = next((i for i, token in enumerate(found) if token.tag is not Tag.NAME), len(found))
    if turned := _turned(found, end, words):
        return turned
    if not 2 <= end <= 4 or not bare(found, 0, end, words):
        return ()
    if role is Role.TITLE:
        return found[:end] if end == len(found) or found[end].tag in {Tag.COMMA, Tag.OPEN, Tag.STOP} else ()
    follows = found[end].tag if end < len(found) else None
    often = len(re.findall(rf"\b{re.escape(found[end - 1].text)}\b", text)) >= _FEWEST
    return found[:end] if follows in _PRESENTS or (often and follows in _DOES) else ()


def _turned(found: tuple[Token, ...], end: int, words: EventWords) -> tuple[Token, ...]:
    """A name as dictionaries of lives give it, put in its order: "LEE, Ann Mary (1891-1968)"; empty where it is none."""
    last = found[0] if end == 1 else None
    if last is None or not last.text.isupper() or len(last.text) < _CAPITALS or len(found) < _CAPITALS:
        return ()
    stop = next((i for i in range(2, len(found)) if found[i].tag is not Tag.NAME), len(found))
    given = found[2:stop]
    known = bool(given) and given[0].low in words.male_names | words.female_names
    lived = stop < len(found) and found[stop].tag is Tag.OPEN
    if found[1].tag is not Tag.COMMA or not given or not (known or lived):
        return ()
    return (*given, replace(last, text=last.text.capitalize()))


_CAPITALS = 3  # letters of a last name in capitals, which are no initials; tokens that such an opening has
