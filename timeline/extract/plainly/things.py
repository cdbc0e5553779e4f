"""Things: the subject that a verb without one goes on with, where it is a thing: "La naviera quebró. Vendió dos buques"."""

from itertools import pairwise

from timeline.extract.plainly.genders import Sought
from timeline.extract.plainly.subjects import agree
from timeline.extract.plainly.wording import Tokens
from timeline.extract.words import Tag
from timeline.languages.telling import TellingWords

_LONGEST = 5  # words of a name for a thing
_PAIR = 2
_ADJECTIVE = {"a": "a", "o": "oe", "e": "oe"}  # a Slavic adjective's ending by that of its noun


def gone_on_with(said: Tokens, sentence: Tokens, wanted: Sought, words: TellingWords) -> str:
    """The subject of a sentence as that of the next, "" where that is not sure: somebody is named, or it does not agree."""
    taken = {token.start for token in said}
    somebody = any(
        one.tag is two.tag is Tag.NAME and one.start not in taken and two.start not in taken
        for one, two in pairwise(sentence)
    )
    named = said and len(said) <= _LONGEST and not any(token.tag in {Tag.COMMA, Tag.NUMBER} for token in said)
    happened = any(token.low in words.happenings for token in said)  # a fire is not reopened
    if somebody or happened or not named or wanted.low in words.pronouns or wanted.low in words.living:
        return ""
    if not _agrees(said, wanted, words):
        return ""
    line = " ".join(token.text for token in said)
    return line[:1].upper() + line[1:]


def _agrees(said: Tokens, wanted: Sought, words: TellingWords) -> bool:
    """Whether it is one known thing of the gender that the participle shows."""
    if words.definites:
        open_ = not wanted.gender or wanted.gender == {"el": "m", "la": "f"}.get(said[0].low)
        return said[0].low in words.definites and open_
    if words.clitics:
        known = not (said[0].low in words.possessives or said[0].low in words.determiners)
        alike = len(said) == 1 or (
            len(said) == _PAIR and said[0].low[-1] in _ADJECTIVE.get(said[1].low[-1], "i")
        )
        return known and alike and bool(wanted.done) and agree(said[-1].low, (wanted.done,), words)
    return (
        bool(words.nominatives) and said[0].low in words.nominatives and said[0].low not in words.determiners
    )
