"""Openings: what the first words of a segment make of it."""

from collections.abc import Sequence

from timeline.extract.plainly.order import constituent
from timeline.extract.plainly.roles import Role
from timeline.extract.plainly.segments import Segment, conjunction, ends_in_verb
from timeline.extract.plainly.verbs import finite_at
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords


def opened(tokens: Sequence[Token], segment: Segment, words: TellingWords) -> tuple[Role | None, int]:
    """What a segment's first words make of it, and how many of them only do that."""
    start = next(
        (i for i in range(segment.first, segment.last) if is_word(tokens[i]) or tokens[i].tag is Tag.TIME),
        segment.first,
    )
    low = tokens[start].low
    following = tokens[start + 1].low if start + 1 < segment.last else ""
    skipped = start - segment.first
    if low in words.conditional:
        return Role.CONDITIONAL, skipped + 1
    asks = low in words.complementizers or (low in words.relatives and low not in words.determiners)
    if start == 0 and asks and low not in words.before_date:
        return Role.CONDITIONAL, 1  # "Ob das Werk schließt, ist offen", "Da je …, … bi"
    if start == 0 and words.verb_second and _inverts(tokens, words):
        return Role.CONDITIONAL, 0  # "Sollte der Vertrag scheitern, droht Streit"
    if size := conjunction(tokens, start, words):
        return Role.ADVERBIAL, skipped + size
    if segment.first and low in words.complementizers and segment.link in {"comma", "opener"}:
        return (
            Role.RELATIVE if low in words.relatives and _follows_noun(tokens, segment, words) else Role.TOLD
        ), skipped + 1
    if words.verb_second and low in words.determiners and _verb_follows(tokens, start, segment, words):
        return None, 0  # "…, der Auftrag sei nicht gefährdet"
    if segment.link != "hard" and low in words.relatives and segment.link in {"comma", "opener"}:
        return Role.RELATIVE, skipped
    placing = (low in words.prepositions or low in words.attributive) and low not in words.subordinators
    governs = placing and following in words.relatives
    last = next((t for t in reversed(tokens[segment.first : segment.last]) if is_word(t)), tokens[start])
    verb_last = ends_in_verb(tokens, segment, words)
    if governs and segment.link in {"comma", "opener"} and (verb_last or not words.verb_second):
        return Role.RELATIVE, skipped
    verb_last = verb_last or (last.low.endswith(("t", "en")) and last.tag is Tag.NOUN)
    if low in words.subordinators and (verb_last or not words.verb_second):
        return Role.ADVERBIAL, skipped + 1
    return None, 0


def _verb_follows(tokens: Sequence[Token], start: int, segment: Segment, words: TellingWords) -> bool:
    """Whether a verb comes right after the noun phrase that a segment opens with, and is not its last word."""
    verb = start + constituent(tokens[start : segment.last], words)
    while verb < segment.last and tokens[verb].low in words.prepositions and start + 1 < verb:
        size = constituent(tokens[verb : segment.last], words)
        if not size:
            break
        verb += size  # "der Auftrag für zwei Fähren"
    last = next((i for i in range(segment.last - 1, start, -1) if is_word(tokens[i])), start)
    return start + 1 < verb < last and finite_at(tokens, verb, words)


def _inverts(tokens: Sequence[Token], words: TellingWords) -> bool:
    """Whether the verb opens a sentence that has another verb right after a comma: a condition."""
    commas = [i for i, t in enumerate(tokens[:-1]) if t.tag is Tag.COMMA]
    supposed = tokens[0].low in words.planned or tokens[0].low in words.unreal
    return finite_at(tokens, 0, words) and any(supposed or finite_at(tokens, i + 1, words) for i in commas)


def _follows_noun(tokens: Sequence[Token], segment: Segment, words: TellingWords) -> bool:
    """Whether a "que" hangs on a noun rather than on a telling verb."""
    before = segment.first - 1
    while before >= 0 and tokens[before].tag in {Tag.COMMA, Tag.TIME}:
        before -= 1
    earlier = [t.low for t in tokens[max(0, before - 6) : before + 1]]
    return not any(low in words.telling for low in earlier)
