"""Those: who they are whom a subject only points at, by what is said of them right behind it: "those who could walk"."""

from timeline.extract.clauses import Parsed, Role
from timeline.extract.words import Tag

_WHO = 10  # tokens of "those who could walk"
_BREAKS = frozenset({Tag.TIME, Tag.COMMA, Tag.STOP, Tag.QUOTE})


def of_whom(sentence: Parsed, index: int, start: int, end: int) -> int | None:
    """Where what says who "those" are ends, right before the verb: "those who could walk | were moved"; None where it does not."""
    tokens, verb = sentence.tokens, sentence.clauses[index].verb
    tells = any(
        one.antecedent == (start, end)
        and one.role in {Role.RELATIVE, Role.REDUCED}
        and one.verb.end <= verb.first
        for one in sentence.clauses
    )
    stop = verb.first
    while stop > end and tokens[stop - 1].tag is Tag.ADVERB:
        stop -= 1
    plain = all(token.tag not in _BREAKS for token in tokens[start:stop])
    return stop if tells and plain and end < stop <= start + _WHO else None
