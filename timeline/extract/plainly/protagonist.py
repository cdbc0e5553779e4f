"""Protagonist: whom a life is about, in a language with lists, and of which gender their pronoun is.

A text whose first sentence is about a person by name, and that says "elle" far oftener than "il", means that person by "elle".
"""

import re

from timeline.extract.plainly.genders import Tokens, gender
from timeline.extract.plainly.subjects import is_bare_name
from timeline.extract.words import Tag
from timeline.languages.telling import TellingWords
from timeline.records import dataclass

_FEWEST, _OFTENER = 3, 3  # pronouns there must be, and how much oftener theirs than the other
_NAMES = 2  # words of a full name


@dataclass(frozen=True, slots=True)
class Protagonist:
    """The name that stands for them in titles, and the gender of their pronoun, "m" or "f"."""

    name: str
    gender: str

    def may_be(self, of: str, said: Tokens, words: TellingWords) -> bool:
        """Whether a pronoun of a gender means them behind a sentence about `said`: nobody and nothing there may be it too."""
        if of != self.gender or of in gender(said, words):
            return False
        name = called(said, words)
        return not name or name in self.name or self.name.endswith(name)


def protagonist(text: str, opening: Tokens, words: TellingWords) -> Protagonist | None:
    """Whom a text is about, by the subject of its first sentence; None where it does not plainly tell one person's life."""
    name = called(opening, words)
    if " " not in name:
        return None
    said = {
        of: sum(
            len(re.findall(rf"\b{low}\b", text, re.IGNORECASE))
            for low in words.singular_pronouns.words & own.words
        )
        for of, own in (("m", words.masculine), ("f", words.feminine))
    }
    of, other = ("m", "f") if said["m"] > said["f"] else ("f", "m")
    sure = said[of] >= max(_FEWEST, _OFTENER * said[other])
    return Protagonist(name, of) if sure else None


def called(said: Tokens, words: TellingWords) -> str:
    """The name of whom a subject is: all of it, or what ends it behind an office: "l'imprimeur | Jean Morel", "le maire, Ana Ruiz"."""
    if is_bare_name(said, words):
        return " ".join(token.text for token in said)
    start = len(said)
    while start and said[start - 1].tag is Tag.NAME:
        start -= 1
    names = said[start:]
    small = (
        start > 0
        and said[start - 1].tag in {Tag.NOUN, Tag.COMMA}
        and said[start - 1].low not in words.attributive
    )
    if words.verb_second:
        names = names[-_NAMES:] if len(names) > _NAMES else ()
        small = start > 0 and said[start - 1].low in words.determiners and start == 1
    placed = any(
        token.low in words.prepositions and token.low not in words.attributive for token in said[:start]
    )
    full = len(names) >= _NAMES and small and not placed
    return " ".join(token.text for token in names) if full else ""
