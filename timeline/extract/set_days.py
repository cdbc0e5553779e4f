"""Set days: what a sentence says no more of than its day: "The by-election is on 23 March", "The deadline for entries is 1 May"."""

from collections.abc import Sequence

from timeline.extract.clauses import Role
from timeline.extract.dating import time_of
from timeline.extract.happenings import happens
from timeline.extract.kinds import lies_ahead
from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.extract.wording import phrase
from timeline.extract.words import Tag, Token
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import When

_LINKS = frozenset({Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.COMMA, Tag.DETERMINER, Tag.NUMBER})


def set_day(scene: Scene, at: int, dated: Dated) -> tuple[str, Kind, When, float] | None:
    """What is on the day at a token, where its clause says nothing else of it; None elsewhere."""
    sentence, words = scene.sentence, scene.words
    tokens = sentence.tokens
    clause = sentence.clauses[max(sentence.owner[at], 0)] if sentence.clauses else None
    if clause is None or clause.role is not Role.MAIN or clause.subject is None or clause.verb.negated:
        return None
    verb = clause.verb
    if tokens[verb.head].tag is not Tag.BE or verb.tense not in {Tense.PRESENT, Tense.PAST} or at < verb.end:
        return None
    if any(token.tag not in _LINKS for token in tokens[verb.end : at]):
        return None
    start, end = clause.subject
    head = next((i for i in range(start, end) if tokens[i].tag is Tag.PREPOSITION), end) - 1
    due = tokens[head].low in words.deadlines or _closes(tokens, head)
    if head < start or not (due or happens(tokens[head].low, words)):
        return None
    title, when = phrase(tokens, start, end, words), time_of(scene, at, dated)
    ahead = lies_ahead(when, scene.written)
    if ahead and " " not in title:
        title = f"{title} to be held" if title and not due else ""
    if not ahead and (due or verb.tense is Tense.PRESENT):
        return None
    if not ahead:
        title = f"{title} was held"
    return (title, Kind.PLAN if ahead else Kind.EVENT, when, 0.6) if title else None


def _closes(tokens: Sequence[Token], head: int) -> bool:
    """Whether a "date" is one that something is due by: "the closing date"."""
    return (
        head > 0 and tokens[head].low == "date" and tokens[head - 1].low in {"closing", "due", "completion"}
    )
