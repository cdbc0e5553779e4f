"""Sound: a composed title is read once more beside the sentence it was made of, and what is wrong with it is named.

A title leaves out dates, asides and much else. Here the places where something was left out are looked at: what stands on
their two sides must go together as it did, the verb must have what it governs, and agree with whom it is said of.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from timeline.extract.clauses import Parsed, Role
from timeline.extract.tense import VerbGroup
from timeline.extract.words import NOMINAL, Tag, Token


class Flaw(StrEnum):
    """What is wrong with a title."""

    GAP = "gap"  # a preposition, an article or a verb whose noun was left out: "was moved into in honour of"
    GLUED = "glued"  # two nouns side by side that the sentence has apart: "to a warehouse election"
    OPEN = "open"  # it ends before what its verb governs: "Lee described", "It would"
    UNTOLD = "untold"  # who told, and not what: "Commission said voters in Ashby"
    DISAGREES = "disagrees"  # a verb that cannot be said of this subject: "The mills was sold"
    TAIL = "tail"  # a participle whose only company was a date: "a call received"


_VERBS = frozenset(
    [Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.PRESENT, Tag.BASE, Tag.ING, Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL]
)  # fmt: skip
_HELPING = frozenset({Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL})
_DONE = frozenset({Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE})
_LEADING = frozenset({Tag.PREPOSITION, Tag.TO, Tag.DETERMINER, Tag.POSSESSIVE})
_FOLLOWS = NOMINAL | {Tag.ING, Tag.QUOTE, Tag.ADVERB, Tag.OPEN}
_PASSED = frozenset({Tag.ADVERB, Tag.DETERMINER, Tag.QUOTE})


def flaws(said: Sequence[Token], sentence: Parsed, index: int) -> tuple[Flaw, ...]:
    """What is wrong with a title's tokens, made of a clause; tokens that stand in no text are taken for names."""
    clause, tokens = sentence.clauses[index], sentence.tokens
    place = {token.start: i for i, token in enumerate(tokens)}
    at = [place.get(token.start) if token.end else None for token in said]
    found = {flaw for i in range(len(said) - 1) if (flaw := _joint(said, at, i, tokens))}
    if said and at[-1] is not None:
        found |= set(_end(said[-1], at[-1], sentence, clause.verb))
    if _untold(at, sentence, index):
        found.add(Flaw.UNTOLD)
    return tuple(sorted(found))


def _joint(said: Sequence[Token], at: Sequence[int | None], i: int, tokens: Sequence[Token]) -> Flaw | None:
    """What is wrong where a title goes on behind its word `i` with what did not follow it in the sentence."""
    here, there = at[i], at[i + 1]
    before, after = said[i], said[i + 1]
    if here is None or there is None or there == here + 1 or there < here:
        return None
    if before.tag in _LEADING and after.tag not in _FOLLOWS:
        infinitive = before.tag is Tag.TO and after.tag in _VERBS
        return None if infinitive else Flaw.GAP
    dated = any(token.tag is Tag.TIME for token in tokens[here + 1 : there])
    if dated and after.low == "of" and before.tag in _VERBS | _LEADING and before.low not in _OF:
        return Flaw.GAP
    if before.tag in {Tag.NOUN, Tag.NAME} and after.tag is Tag.NOUN and _apart(tokens, here, there):
        return Flaw.GLUED
    return None


# Verbs that go on with "of": "was accused in May of theft".
_OF = frozenset(
    ["accused", "convicted", "suspected", "acquitted", "cleared", "stripped", "robbed", "deprived", "relieved", "disposed", "died",
     "warned", "informed", "approved", "complained", "despaired", "dreamed", "thought", "heard", "learned", "learnt", "spoke",
     "told", "notified", "reminded", "assured", "consisted", "purged", "divested"]
)  # fmt: skip


def without_gaps(said: Sequence[Token], sentence: Parsed) -> tuple[Token, ...]:
    """A title's tokens without prepositions and articles whose noun was left out: "was moved | in honour of"."""
    place = {token.start: i for i, token in enumerate(sentence.tokens)}
    at = [place.get(token.start) if token.end else None for token in said]
    stranded = {
        i for i in range(len(said) - 1) if said[i].tag in _LEADING and _joint(said, at, i, sentence.tokens)
    }
    kept = tuple(token for i, token in enumerate(said) if i not in stranded)
    following = {i + 1 for i in stranded} - stranded
    links = {said[i].start for i in following if said[i].tag is Tag.COORDINATOR}
    return tuple(token for token in kept if token.start not in links)  # "relate | to the whole"


def _apart(tokens: Sequence[Token], here: int, there: int) -> bool:
    """Whether more than a date, brackets and adverbs stand between two words."""
    return any(tokens[i].tag not in _PASSED | {Tag.COMMA} for i in _undated(tokens, range(here + 1, there)))


def _undated(tokens: Sequence[Token], indices: range) -> Iterator[int]:
    """Those of some tokens that are no date, no preposition of one, and not in brackets."""
    depth = 0
    for i in indices:
        depth += tokens[i].tag is Tag.OPEN
        if depth == 0 and tokens[i].tag is not Tag.TIME and not _of_date(tokens, i, indices.stop):
            yield i
        depth -= tokens[i].tag is Tag.CLOSE and depth > 0


def _of_date(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Whether a preposition, an article or "early" leads to a date."""
    while i < stop and tokens[i].tag in {Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.TO}:
        i += 1
    return i < len(tokens) and i <= stop and tokens[i].tag is Tag.TIME


def _end(last: Token, at: int, sentence: Parsed, verb: VerbGroup) -> Iterator[Flaw]:
    """What is wrong with a title's last word, at `at` in its sentence."""
    tokens = sentence.tokens
    if last.tag in _HELPING and tokens[at].tag in _HELPING and last.low not in {"been", "done", "had", "did"}:
        yield Flaw.OPEN
        return
    if tokens[at].tag not in _VERBS:
        return
    following = next(_undated(tokens, range(at + 1, len(tokens))), None)
    while following is not None and tokens[following].tag is Tag.ADVERB:
        following = next(_undated(tokens, range(following + 1, len(tokens))), None)
    after = tokens[following] if following is not None else None
    own = verb.first <= at < verb.end
    governs = {Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.QUOTE, Tag.THAT}
    if after is not None and after.tag in governs and following is not None:
        same = sentence.owner[following] == sentence.owner[at] or after.tag is Tag.THAT
        same = same or (own and _describes_what_follows(sentence, following))
        if same and not verb.passive:
            yield Flaw.OPEN
    dated = at + 1 < len(tokens) and _of_date(tokens, at + 1, len(tokens))
    if not own and tokens[at].tag in _DONE and dated and tokens[at - 1].tag in {Tag.NOUN, Tag.NAME, Tag.BASE}:
        yield Flaw.TAIL


def _describes_what_follows(sentence: Parsed, following: int) -> bool:
    """Whether a word is of a phrase that a participle of its own describes: "Lee drew | a revised map"."""
    clause = sentence.clauses[sentence.owner[following]]
    return (
        clause.role is Role.REDUCED
        and clause.antecedent is not None
        and following in range(*clause.antecedent)
    )


def _untold(at: Sequence[int | None], sentence: Parsed, index: int) -> bool:
    """Whether a title says who told and breaks off within what was told."""
    if sentence.clauses[index].verb.head not in at:
        return False
    told = [c for c in sentence.clauses[index + 1 :] if c.role is Role.TOLD and c.parent == index]
    if not told or told[0].subject is None:
        return False
    begun = any(i is not None and told[0].subject[0] <= i for i in at)
    heads = [told[0].verb.head]
    if sentence.tokens[told[0].subject[0]].low in {
        "what",
        "whatever",
        "whoever",
    }:  # "that what was lost is found"
        heads += [c.verb.head for c in sentence.clauses if c.verb.finite and c.verb.first > heads[0]][:1]
    return begun and not all(head in at for head in heads)
