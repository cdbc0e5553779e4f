"""Frames: a German clause whose first verb waits for the one at its end, whatever commas stand between."""

from collections.abc import Sequence

from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Token
from timeline.languages.telling import TellingWords


def is_open(tokens: Sequence[Token], own: Sequence[int], words: TellingWords) -> bool:
    """Whether a clause waits for its participle: "wurde in Graz, | Österreich am 3. Mai abgehalten"."""
    if not words.verb_second:
        return False
    aided = any(tokens[i].low in words.passive and finite_at(tokens, i, words) for i in own)
    return (
        aided and not any(is_participle(tokens, i, words) for i in own) and not _is_closed(tokens, own, words)
    )


def closes(tokens: Sequence[Token], span: Sequence[int], words: TellingWords) -> bool:
    """Whether some words have no verb but the participle at their end, though it has a verb's ending: "… abgehalten"."""
    said = [i for i in span if is_word(tokens[i])]
    if not said or not is_participle(tokens, said[-1], words):
        return False
    return not any(finite_at(tokens, i, words) for i in said[:-1])


def _is_closed(tokens: Sequence[Token], own: Sequence[int], words: TellingWords) -> bool:
    """Whether the last word of a clause is an infinitive or a verb."""
    last = next((i for i in reversed(own) if is_word(tokens[i])), own[-1])
    return tokens[last].low in words.infinitives or finite_at(tokens, last, words)
