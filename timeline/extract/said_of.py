"""Said of: the ways to name a subject of which a verb can be said, by its number and by where it stands."""

from collections.abc import Sequence

from timeline.extract.agreement import disagrees
from timeline.extract.clauses import Parsed
from timeline.extract.phrases import nominal_start
from timeline.extract.pieces import Piece
from timeline.extract.wording import cleaned, without_opening
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def agreeing(
    sentence: Parsed, index: int, subjects: Sequence[Piece], verb: Sequence[Token], words: EventWords
) -> list[Piece]:
    """The ways to name a subject of which a verb can be said; all that stands before it if none can, and that can.

    "The state's newly adjusted rate | was 5 %": no state's was.
    """
    kept = [piece for piece in subjects if not (_owner_alone(piece) or disagrees(piece.tokens, verb, words))]
    clause = sentence.clauses[index]
    if kept or clause.subject is None:
        return kept
    if (head := _before_relative(sentence, clause.subject[0], words)) and not disagrees(head, verb, words):
        return [Piece(head)]
    tokens = sentence.tokens[clause.subject[0] : clause.verb.first]
    plain = all(t.tag in NOMINAL | {Tag.ADVERB, Tag.PAST_OR_PARTICIPLE} or t.low == "of" for t in tokens)
    whole = without_opening(tuple(cleaned(tokens, range(len(tokens)), words))) if plain else ()
    owner = not whole or whole[-1].owns or whole[-1].tag not in {Tag.NOUN, Tag.NAME}
    return [] if owner or disagrees(whole, verb, words) else [Piece(whole)]


def _before_relative(sentence: Parsed, before: int, words: EventWords) -> tuple[Token, ...]:
    """The noun on which a relative hangs that was read as going on: "the record, which two papers had doubted, | was"."""
    tokens = sentence.tokens
    which = next((i for i in range(before, 0, -1) if tokens[i].tag is Tag.RELATIVE), 0)
    if which < 2 or tokens[which - 1].tag is not Tag.COMMA:
        return ()
    return without_opening(tuple(cleaned(tokens, range(nominal_start(tokens, which - 1), which - 1), words)))


def _owner_alone(piece: Piece) -> bool:
    """Whether a subject is only whose it is: "the state's"."""
    last = piece.tokens[-1] if piece.tokens else None
    return last is not None and last.end > 0 and last.tag is Tag.NOUN and last.low.endswith(("'s", "’s"))
