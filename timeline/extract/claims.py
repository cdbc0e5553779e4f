"""Claims: what somebody says, orders or is accused of, and so whose clause is told."""

from timeline.extract.clauses import Role
from timeline.extract.scene import Scene
from timeline.extract.tense import VerbGroup
from timeline.extract.words import Tag


def is_alleged(scene: Scene, index: int) -> bool:
    """Whether a clause is what a noun of claiming tells: "allegations that officials were paid in 2008"."""
    sentence = scene.sentence
    clause, tokens = sentence.clauses[index], sentence.tokens
    if clause.role not in {Role.TOLD, Role.RELATIVE, Role.REDUCED}:
        return False
    start = clause.opener if clause.subject is None else min(clause.opener, clause.subject[0] - 1)
    if start < 1 or tokens[start].tag is not Tag.THAT:
        return False
    if tokens[start - 1].low in {"report", "reports"}:
        return True  # "press reports that she had left are untrue"
    nouns = [t for t in tokens[max(0, start - 8) : start] if t.low in scene.words.telling_nouns]
    return bool(nouns) and nouns[-1].low.rstrip("s") in scene.words.claims


def is_gainsaid(scene: Scene, index: int) -> bool:
    """Whether a clause is what is said to be untrue: "it is not true that the archive burned", "it is false that …"."""
    said, words = _verdict(scene, index), scene.words
    verb = _teller(scene, index)
    return verb is not None and bool(said & (words.true | words.likely if verb.negated else words.untrue))


def is_likely(scene: Scene, index: int) -> bool:
    """Whether a clause is what is said to be likely or possible."""
    return bool(_verdict(scene, index) & scene.words.likely)


def _teller(scene: Scene, index: int) -> VerbGroup | None:
    """The "is" of "it is … that", if the clause is what follows."""
    clause = scene.sentence.clauses[index]
    if clause.role is not Role.TOLD or clause.parent is None:
        return None
    verb = scene.sentence.clauses[clause.parent].verb
    return verb if scene.sentence.tokens[verb.head].tag is Tag.BE else None


def _verdict(scene: Scene, index: int) -> frozenset[str]:
    verb, tokens = _teller(scene, index), scene.sentence.tokens
    if verb is None:
        return frozenset()
    return frozenset(token.low for token in tokens[verb.end : scene.sentence.clauses[index].opener])


def orderer(scene: Scene, index: int) -> int:
    """The clause that orders what is "to be done", which is no plan then: "ordered the passengers to be taken off"."""
    clauses, tokens = scene.sentence.clauses, scene.sentence.tokens
    clause = clauses[index]
    if tokens[clause.verb.first].tag is not Tag.TO or clause.parent is None:
        return index
    parent = clauses[clause.parent].verb
    return clause.parent if parent.finite and tokens[parent.head].low in scene.words.ordering else index


def is_only_claimed(scene: Scene, index: int, at: int | None) -> bool:
    """Whether the date is of what somebody is only said to have done: "accused of having known in 2011"."""
    tokens, verb = scene.sentence.tokens, scene.sentence.clauses[index].verb
    if at is None:
        return False
    alleged = scene.words.claiming | scene.words.reporting
    after = [token.tag for token in tokens[verb.end : verb.end + 2]]
    if verb.passive and tokens[verb.head].low in alleged and after == [Tag.TO, Tag.HAVE]:
        return True  # "is alleged to have accepted money in 2002"
    if tokens[verb.head].low not in scene.words.claiming:
        return False
    between = tokens[verb.end : at]
    return any(t.tag is Tag.ING or t.low == "having" for t in between) and not any(
        t.tag is Tag.TIME for t in between
    )


def to_tell(scene: Scene, index: int) -> int:
    """The clause to tell: what somebody only claims is told with who claims it."""
    sentence, words = scene.sentence, scene.words
    while True:
        clause = sentence.clauses[index]
        joined = clause
        while joined.role is Role.JOINED and joined.parent is not None:
            joined = sentence.clauses[joined.parent]  # "claims that Lee struck him and | fled"
        if joined.role is Role.TOLD and joined is not clause and joined.parent is not None:
            claimed = sentence.tokens[sentence.clauses[joined.parent].verb.head].low in words.claiming
            return joined.parent if claimed else index
        if clause.role is not Role.TOLD or clause.parent is None:
            return index
        teller = sentence.clauses[clause.parent]
        low = sentence.tokens[teller.verb.head].low
        if _verdict(scene, index) & words.true:
            return index
        if low in words.neutral and low not in words.claiming and not teller.verb.negated:
            return index
        first = sentence.tokens[teller.subject[0]].low if teller.subject else ""
        if first == "it" and teller.verb.passive and low not in words.claiming:
            return index  # "it was agreed that …": nobody tells it
        index = clause.parent
