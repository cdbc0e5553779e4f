"""Beyond: what stands behind a verb without being the clause's own, and what of its own only describes."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.clauses import Parsed, Role
from timeline.extract.pieces import Piece, ending_pieces
from timeline.extract.wording import cleaned
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_UNOWNED = 9.0  # what it costs to tell more than the words that are the clause's own: less than what is wrong without them


def unowned(sentence: Parsed, index: int, endings: Sequence[Piece], words: EventWords) -> list[Piece]:
    """The ways to end with all that stands behind a verb, whoever owns it, where its own words end too soon."""
    clause, tokens = sentence.clauses[index], sentence.tokens
    own = max((token.end for piece in endings for token in piece.tokens), default=0)
    if clause.verb.passive or not clause.verb.finite:
        return []
    breaks = {Tag.STOP, Tag.END, Tag.SUBORDINATOR}
    stop = next(
        (i for i in range(clause.verb.end, len(tokens)) if tokens[i].tag in breaks and tokens[i].low != "as"),
        len(tokens),
    )
    telling = tokens[clause.verb.head].low in words.reporting | words.bare_telling | words.claiming
    later = [c for c in sentence.clauses[index + 1 :] if c.verb.finite and c.role is not Role.TOLD]
    for other in later[: not telling]:
        starts = [other.verb.first, other.opener, *(other.subject or ())[:1]]
        stop = min([stop, *(start for start in starts if start > clause.verb.end)])
    rest = cleaned(tokens, range(clause.verb.end, stop), words)
    while rest and rest[-1].tag in {Tag.COMMA, Tag.COORDINATOR}:
        rest.pop()
    if not rest or rest[-1].end <= own or rest[0].tag is Tag.COMMA:
        return []
    return [
        Piece(piece.tokens, piece.cost + _UNOWNED)
        for piece in ending_pieces(sentence, index, rest, words)
        if piece.tokens
    ]


def without_described(rest: Sequence[Token]) -> list[Token]:
    """What follows a verb without what somebody in it is, said between commas: "said miners in Ashby, a small town, would go"."""
    verbs = {Tag.MODAL, Tag.BE, Tag.HAVE, Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PRESENT, Tag.DO}
    commas = [i for i, token in enumerate(rest) if token.tag is Tag.COMMA]
    for first, last in pairwise(commas):
        inside = rest[first + 1 : last]
        plain = all(t.tag in NOMINAL or t.tag is Tag.PREPOSITION for t in inside)
        said = bool(inside) and inside[0].low in {"a", "an", "the"} and last + 1 < len(rest)
        if plain and said and rest[last + 1].tag in verbs:
            return [*rest[:first], *rest[last + 1 :]]
    return list(rest)
