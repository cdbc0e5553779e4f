"""Lasting: what has been so since something whose date is said: "has run the mill since her father died in 1998".

The date is of what it began with, and with it what lasts begins: from 1998 on. Only a perfect lasts, and only where "since"
is of time and nothing else dates the clause; a comparison ("the worst since the flood of 1953") lasts nowhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from timeline.extract.clauses import Clause, Role
from timeline.extract.compared import compared
from timeline.extract.happenings import happens
from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.extract.words import NOMINAL, Tag
from timeline.model.document import Span
from timeline.model.expression import Dated, Range
from timeline.times.when import Date, Interval, Limit

_LINKS = frozenset({"in", "on", "of", "at", "that", "early", "late"})
_HOSTS = frozenset({Role.MAIN, Role.JOINED, Role.TOLD, Role.RELATIVE})


def lasting(scene: Scene) -> Iterator[tuple[int, Dated]]:
    """Clauses that have been so since what a date of the sentence is of, each with the time from that date on."""
    tokens, clauses = scene.sentence.tokens, scene.sentence.clauses
    for at in range(len(tokens)):
        dated = scene.dated(at)
        if dated is None or dated.range is not None or not clauses:
            continue
        start = dated.when if isinstance(dated.when, Date) else dated.when.start
        since = _since(scene, at)
        if since is None or not isinstance(start, Date):
            continue
        own = clauses[max(scene.sentence.owner[at], 0)]
        index = own.parent if own.opener == since else scene.sentence.owner[at]
        if index is not None and index >= 0 and _lasts(scene, index, clauses[index], at):
            span = Span(tokens[since].start, dated.span.end)
            yield index, replace(dated, range=Range(span, Interval(start, Limit.OPEN)))


def _since(scene: Scene, at: int) -> int | None:
    """Where the "since" stands whose clause, or whose happening, a date is of; None where there is none."""
    tokens = scene.sentence.tokens
    own = scene.sentence.clauses[max(scene.sentence.owner[at], 0)]
    if own.role is Role.ADVERBIAL and tokens[own.opener].low == "since":
        return own.opener if own.verb.tense is Tense.PAST and not own.verb.negated else None
    start = at - 1
    while start >= 0 and (tokens[start].tag in NOMINAL or tokens[start].low in _LINKS):
        start -= 1
    if start < 0 or tokens[start].low != "since":
        return None
    named = any(happens(token.low, scene.words) for token in tokens[start + 1 : at])
    return start if named and not compared(scene.sentence, at, scene.words) else None


def _lasts(scene: Scene, index: int, clause: Clause, at: int) -> bool:
    """Whether a clause tells in the perfect, and no other date is its own."""
    sentence = scene.sentence
    perfect = clause.verb.head > clause.verb.first and sentence.tokens[clause.verb.first].tag is Tag.HAVE
    dated = any(
        token.tag is Tag.TIME and other != at and sentence.owner[other] == index
        for other, token in enumerate(sentence.tokens)
    )
    ranked = any(
        sentence.tokens[i].low in scene.words.ordinals | _RANKING or sentence.tokens[i].low.endswith("est")
        for i in range(clause.verb.first, len(sentence.tokens))
        if sentence.owner[i] == index and i < at
    )
    group = sentence.tokens[clause.verb.first : clause.verb.end]
    due = any(token.tag is Tag.TO for token in group)  # "has to be shut since the roof fell in"
    return clause.role in _HOSTS and perfect and not due and not dated and not ranked


_RANKING = frozenset({"most", "least", "ever", "worst", "best", "time", "because", "only"})
