"""Carried: clauses and sentences without a date that the date before them plainly tells of too.

"In 2004 the bank failed and its director fled"; "When the keeper retired in 1968, the trustees appointed Ann Lee"; what
stands with others under one date in a list.
"""

from collections.abc import Iterator

from timeline.extract.clauses import Clause, Role
from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.extract.words import Tag
from timeline.model.expression import Dated

_SCOPES = frozenset({"when", "as", "while", "once"})


def carried(scene: Scene, *, listed: bool) -> Iterator[tuple[int, Dated]]:
    """Clauses without a date of their own, with the date that carries over to them.

    `listed` says that the sentence stands in a list of dates, where a semicolon carries it too.
    """
    sentence, tokens = scene.sentence, scene.sentence.tokens
    for at in range(len(tokens)):
        dated = scene.dated(at)
        if dated is None:
            continue
        own = max(sentence.owner[at], 0)
        if _opens(scene, at):
            links = {"and", ";"} if listed else {"and"}
            for index in range(len(sentence.clauses)):
                if _follows(scene, index, at, links) and happens_newly(scene, index):
                    yield index, dated
        elif tokens[0].low in _SCOPES and sentence.clauses and sentence.clauses[own].opener == 0:
            main = next((i for i, c in enumerate(sentence.clauses) if c.role is Role.MAIN), None)
            if main is not None and not _has_date(scene, main) and happens_newly(scene, main):
                yield main, dated
        break  # only the first date of a sentence opens it


def happens_newly(scene: Scene, index: int) -> bool:
    """Whether a clause tells that something happened then: no state, no lack, nothing that was before."""
    clause, tokens = scene.sentence.clauses[index], scene.sentence.tokens
    verb = clause.verb
    if verb.tense not in {Tense.PAST, Tense.PRESENT} or verb.negated or clause.subject is None:
        return False
    first, head = tokens[verb.first], tokens[verb.head]
    if first.low == "had" or head.low in scene.words.stative or nobody(tokens[clause.subject[0]].low):
        return False
    if any(
        tokens[i].low in scene.words.other_times
        and tokens[i - 1].low != "time"  # "the first time since the war"
        for i in scene.sentence.owned_by(index)
    ):
        return False
    return verb.passive or head.tag is not Tag.BE


def nobody(low: str) -> bool:
    """Whether a subject's first word names nobody, or only points."""
    return low in {"nobody", "none", "no", "nothing", "neither", "few", "this", "that", "what"}


def _opens(scene: Scene, at: int) -> bool:
    """Whether a sentence opens with the date."""
    links = {Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB}
    return all(token.tag in links for token in scene.sentence.tokens[:at])


def _follows(scene: Scene, index: int, at: int, links: set[str]) -> bool:
    """Whether a clause with a subject of its own is joined to the one that the date opens."""
    sentence = scene.sentence
    clause: Clause = sentence.clauses[index]
    if clause.role is not Role.MAIN or index == 0 or clause.verb.first < at or _has_date(scene, index):
        return False
    counted = clause.subject is not None and sentence.tokens[clause.subject[0]].tag is Tag.NUMBER
    if counted and sentence.tokens[clause.verb.head].low in scene.words.toll:
        return False  # "…; nine passengers die" is what came of it
    before = sentence.clauses[index - 1]
    start = clause.subject[0] if clause.subject else clause.verb.first
    between = [token.low for token in sentence.tokens[before.verb.end : start]]
    if clause.subject is not None and sentence.tokens[clause.subject[0] - 1].tag is Tag.PREPOSITION:
        return False  # "and with it went the last hope": its subject follows
    if before.role not in {Role.MAIN, Role.JOINED}:
        return False
    apart = scene.words.other_times | {"but", "while"}
    return any(low in links for low in between) and apart.isdisjoint(between)


def _has_date(scene: Scene, index: int) -> bool:
    sentence = scene.sentence
    return any(
        token.tag is Tag.TIME and sentence.owner[at] == index for at, token in enumerate(sentence.tokens)
    )
