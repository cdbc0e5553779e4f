"""Dating: which date a telling has: the day said, its whole range, or the end of what was not until then."""

import re
from dataclasses import replace

from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.languages.telling import WordSet
from timeline.model.event import Kind
from timeline.model.expression import Dated, Expression
from timeline.times.reading import Clock, Shifted
from timeline.times.when import Date, Interval, Limit, When


def is_open_ended(dated: Dated) -> bool:
    """Whether its range has but one end: "since 2010", "until 1956"."""
    whole = dated.range.when if dated.range else None
    return isinstance(whole, Interval) and Limit.OPEN in (whole.start, whole.end)


def time_of(scene: Scene, at: int | None, dated: Dated) -> When:
    """The date, or its whole range; what was so by March is dated by March, and so is where something begins.

    "Renewed in 2010 until 2012" was so in 2010, "cancelled with effect from 1 October" on that day.
    """
    tokens = scene.sentence.tokens
    if at == 0 and _NOT_UNTIL.search(scene.text, 0, tokens[0].start):
        return dated.when
    if at is not None and (begins := not_before(scene, at, dated)) is not None:
        return begins
    if at is not None and at > 0:
        before, words = tokens[at - 1].low, tokens[at].low.split()
        if is_deadline(scene, at) or (before in {"in", "on"} and ("until" in words or "till" in words)):
            return dated.when
        head = (
            tokens[scene.sentence.clauses[scene.sentence.owner[at]].verb.head].low
            if scene.sentence.clauses
            else ""
        )
        lack = bool(scene.sentence.clauses) and scene.sentence.clauses[scene.sentence.owner[at]].verb.negated
        if before in {"until", "till"} and (head in scene.words.put_off | {"given"} or lack):
            return dated.when  # "did not arrive until 11 June"
        if before == "of" and at > 1 and tokens[at - 2].low == "as" and _has_been(scene, at):
            return dated.when  # "as of 2019 some 2,500 had left": not since
        if before in {"from", "as"} and at > 1 and tokens[at - 2].low in {"effect", "effective"}:
            return dated.when
    return whole_time(dated)


def is_deadline(scene: Scene, at: int) -> bool:
    """Whether a date at a token is the last that something may be done on: "by March", "not later than 31 March"."""
    tokens = scene.sentence.tokens
    before = tokens[at - 1].low if at > 0 else ""
    if before == "than":
        return at > 1 and tokens[at - 2].low == "later"
    ends = before == "before" and tokens[at].low.startswith("the end of")
    return before == "by" or (ends and not _is_lack(scene, at))


def not_before(scene: Scene, at: int, dated: Dated) -> When | None:
    """From when what does not come sooner may come: "is not expected before May", "no decision will be taken before May"."""
    tokens = scene.sentence.tokens
    leads = tokens[max(at - 2, 0) : at]
    early = bool(leads) and "before" in {leads[-1].low, *(t.low for t in leads if leads[-1].low == "the")}
    if not early or not _is_lack(scene, at):
        return None
    verb = scene.sentence.clauses[scene.sentence.owner[at]].verb
    start = dated.when if isinstance(dated.when, Date) else dated.when.start
    due = any(token.low in scene.words.planning for token in tokens[verb.head : verb.end + 1])
    able = tokens[verb.first].low.startswith("could")  # what could not be until then was so until then
    ahead = verb.tense in {Tense.FUTURE, Tense.POSSIBLE} or (verb.tense is Tense.PRESENT and due)
    return Interval(start, Limit.OPEN) if ahead and not able else None


def _is_lack(scene: Scene, at: int) -> bool:
    """Whether the clause of a date says what is not, by its verb or by a subject that is none: "no decision"."""
    sentence = scene.sentence
    if not sentence.clauses or sentence.owner[at] < 0:
        return False
    clause = sentence.clauses[sentence.owner[at]]
    none = clause.subject is not None and sentence.tokens[clause.subject[0]].low in _NONE
    return (clause.verb.negated or none) and at >= clause.verb.end


def once_by_then(dated: Dated, kind: Kind, text: str, due: frozenset[str] | WordSet) -> Dated:
    """A plan's deadline without its range: what is to be done by March is done once before it, and does not last until then."""
    if (
        kind is not Kind.PLAN
        or dated.range is None
        or not (said := text[dated.range.span.start : dated.span.start].split())
    ):
        return dated
    return replace(dated, range=None) if said[0].lower().replace("’", "'") in due else dated


def _has_been(scene: Scene, at: int) -> bool:
    """Whether the clause of a date tells of what has been."""
    clauses = scene.sentence.clauses
    return bool(clauses) and clauses[scene.sentence.owner[at]].verb.tense in {Tense.PAST, Tense.PERFECT}


_NONE = frozenset({"no", "nothing", "nobody", "none", "neither"})
_NOT_UNTIL = re.compile(r"\bnot (?:un)?till? $", re.IGNORECASE)


def whole_time(dated: Dated) -> When:
    """The whole range of a date that is one of its ends, or the date."""
    return dated.range.when if dated.range else dated.when


def is_hour(expression: Expression) -> bool:
    """Whether only an hour is said, of a day that stands elsewhere."""
    reading = expression.reading
    day = reading.day if isinstance(reading, Clock) else None
    return isinstance(day, Shifted) and day.by == 0 and day.bare
