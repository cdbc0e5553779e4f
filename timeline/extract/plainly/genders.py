"""Genders: which thing "er" or "elle" goes on with, as far as articles show it.

A noun's gender is that of its article; where an article may be of several ("l'", "die Kirchen"), nothing is said. A pronoun
stands for the subject of the sentence before, where nothing else there agrees with it, or for the one object that does.
"""

from collections.abc import Sequence

from timeline.extract.plainly.verbs import is_participle
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords, WordSet
from timeline.records import dataclass

Tokens = tuple[Token, ...]
_WITH_ARTICLE = 2  # words: an article and its noun
_MANY = ("en", "er", "ern", "s", "el")  # endings of a noun that "die" may make many


@dataclass(frozen=True, slots=True)
class Sought:
    """What a title's pronoun seeks: of which gender ("m", "f", "n", or "" where that is open), and whether it only suffers.

    `low` is the pronoun, or the verb that has no subject; `done` its participle.
    """

    gender: str
    suffers: bool
    low: str = ""
    done: str = ""


def sought(tokens: Tokens, words: TellingWords) -> Sought:
    """What a title says of what its pronoun stands for, or the participle of one without a subject."""
    low = tokens[0].low if tokens else ""
    found = _genders(low, words)
    done = [i for i in range(len(tokens)) if is_participle(tokens, i, words)]
    suffers = bool(done) and any(token.low in words.passive for token in tokens)
    if not found and suffers and words.null_subject:
        found = {"o": "m", "a": "f"}.get(tokens[done[0]].low[-1:], "")
    return Sought(found if len(found) == 1 else "", suffers, low, tokens[done[0]].low if done else "")


def gender(phrase: Tokens, words: TellingWords) -> str:
    """The genders that a subject may have by its article, as letters: "m", "mn"; "" where it shows none."""
    if len(phrase) < _WITH_ARTICLE:
        return ""
    found = _genders(phrase[0].low, words)
    noun = next((t for t in phrase[1:] if t.tag is Tag.NAME), phrase[-1])
    return "" if found == "f" and _many(phrase[0], noun, words) else found


def meant(phrase: Tokens, of: str, words: TellingWords) -> str:
    """A noun phrase as that which is known by now: "une grève" as "La grève"; "" where its article is somebody's."""
    known = [low for low in sorted(words.definites.words) if low in _list(of, words)]
    if phrase[0].low in words.possessives or len(known) != 1:
        return ""
    end = next((i for i, token in enumerate(phrase) if token.tag is Tag.COMMA), len(phrase))
    line = " ".join([known[0], *(token.text for token in phrase[1:end])])
    return line[:1].upper() + line[1:]


def others(tokens: Tokens, subject: Tokens, of: str, words: TellingWords) -> list[Tokens]:
    """The phrases of a sentence beside its subject that a verb governs and that may be of a gender."""
    taken = {token.start for token in subject}
    found: list[Tokens] = []
    for at, token in enumerate(tokens[:-1]):
        before = tokens[at - 1].low if at else ""
        governs = (
            token.low in _objects(of, words) and token.start not in taken and before not in words.prepositions
        )
        if governs and is_word(tokens[at + 1]):
            end = at + 2
            while end < len(tokens) and tokens[end - 1].tag is not Tag.NAME and is_word(tokens[end]):
                end += 1
            found.append(tokens[at:end])
    return found


def object_meant(phrase: Tokens, of: str, words: TellingWords) -> str:
    """An object as a subject, where only its article changes: "eine Rückgabe" as "Die Rückgabe"."""
    noun = phrase[-1]
    bends = (
        len(phrase) > _WITH_ARTICLE
        or (of == "m" and noun.low.endswith("en"))
        or _many(phrase[0], noun, words)
    )
    return "" if noun.tag is not Tag.NAME or bends else meant(phrase, of, words)


def _many(article: Token, noun: Token, words: TellingWords) -> bool:
    """Whether an article that is one gender's may be that of many: "die Kirchen"."""
    return words.verb_second and article.low == "die" and noun.low.endswith(_MANY)


def _genders(low: str, words: TellingWords) -> str:
    return "".join(of for of in "mfn" if low in _list(of, words))


def _list(of: str, words: TellingWords) -> WordSet:
    return {"m": words.masculine, "f": words.feminine}.get(of, words.neuter)


def _objects(of: str, words: TellingWords) -> Sequence[str] | frozenset[str]:
    own = {"m": words.masculine_objects, "f": words.feminine_objects}.get(of, words.neuter_objects)
    return own.words or _list(of, words).words


def is_his_office(said: Tokens) -> bool:
    """Whether a name has a man's office before it, so that no "sie" goes on with it: "Kommandant Josef Leitner"."""
    return len(said) > _WITH_ARTICLE and said[0].low.endswith(_HIS)


_HIS = ("ant", "ent", "er", "or", "ist", "eur", "mann", "wart", "rat")
