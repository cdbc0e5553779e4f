"""Pairs: who "both", "the two", "the couple" and "the latter" are, where the sentences right before name two and no more."""

from collections.abc import Sequence

from timeline.extract.antecedent import wedded
from timeline.extract.candidate import Candidate, Standing, is_person_noun
from timeline.extract.words import Token
from timeline.languages.events import EventWords

_BOTH = (
    "both",
    "the two",
    "both of them",
    "the two of them",
    "the pair",
    "the duo",
    "these two",
    "the couple",
)
_ONE = {"former": 0, "latter": 1}
_TWO = 2
_NEAR = 2  # sentences in which they are named
_DOES = frozenset({Standing.SUBJECT, Standing.OBJECT, Standing.INNER})


def meant_by_two(
    said: Sequence[Token], groups: Sequence[Sequence[Candidate]], words: EventWords
) -> str | None:
    """The two that a subject is, or the one of them; "" if that is not certain, None if the words do not mean two."""
    low = " ".join(token.low for token in said)
    last = said[-1].low if said else ""
    if last in _ONE and len(said) <= _TWO:
        two = next((found for group in groups[:1] if (found := _named(group))), [])
        return two[_ONE[last]].text if len(two) == _TWO and _alike(*two) else ""
    persons = len(said) > 1 and said[0].low in {"both", "the"} and is_person_noun(last, words)
    counted = persons and (said[0].low == "both" or said[1].low == "two")
    if low not in _BOTH and not counted:
        return None
    for place, group in enumerate(groups[:_NEAR]):
        if (couple := wedded(group, groups[place + 1 :])) is not None:
            return couple.text
        if low == "the couple":
            continue
        joined = [one.text for one in group if one.plural and _joins_two(one.text)]
        if len(joined) == 1:
            return joined[0]
        two = [one for one in _named(group) if one.person]
        if joined or len(two) == _TWO:
            return "" if joined else " and ".join(one.text for one in two)
        if any(one.plural or one.person for one in group):
            return ""
    return ""


def _named(group: Sequence[Candidate]) -> list[Candidate]:
    """Who or what in a sentence does something or has it done to them, in its order, if none is a pronoun or several."""
    does = [one for one in group if one.standing in _DOES]
    if any(one.pronoun or one.plural for one in does):
        return []
    return does if len({one.text for one in does}) == len(does) else []


def _alike(one: Candidate, other: Candidate) -> bool:
    return one.person == other.person or None in {one.person, other.person}


def _joins_two(said: str) -> bool:
    """Whether words are two names that an "and" joins, and not three."""
    names = said.split(" and ")
    return (
        len(names) == _TWO
        and "," not in said
        and all(name[:1].isupper() or name[:4] in {"the ", "her ", "his "} for name in names)
    )
