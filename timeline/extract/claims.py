"""Claims: what somebody says, orders or is accused of, and so whose clause is told."""

from timeline.extract.clauses import Parsed, Role
from timeline.extract.scene import Scene
from timeline.extract.tense import VerbGroup
from timeline.extract.words import Tag


def alleged(scene: Scene, index: int) -> int | None:
    """The noun of claiming whose "that" a clause is: "allegations | that officials were paid in 2008"; None where there is none."""
    sentence, words = scene.sentence, scene.words
    clause, tokens = sentence.clauses[index], sentence.tokens
    if clause.role not in {Role.TOLD, Role.RELATIVE, Role.REDUCED}:
        return None
    start = clause.opener if clause.subject is None else min(clause.opener, clause.subject[0] - 1)
    if start < 1 or tokens[start].tag is not Tag.THAT:
        return None
    verdict = any(
        other.verb.finite and other.verb.first == run_end(sentence, index) for other in sentence.clauses
    )
    if verdict and tokens[start - 1].low in words.telling_nouns:
        return start - 1  # "press reports that she had left | are untrue"
    for at in range(start - 1, max(0, start - _REACH) - 1, -1):
        if tokens[at].tag in _VERBAL or tokens[at].tag is Tag.STOP:
            return None  # "the report said that": a verb tells it
        if tokens[at].tag in {Tag.NOUN, Tag.NAME} and tokens[at].low in words.telling_nouns:
            return at if words.claims & {tokens[at].low, tokens[at].low.removesuffix("s")} else None
    return None


def run_end(sentence: Parsed, index: int) -> int:
    """Where the words of a clause end that stand together behind its verb, without the marks that close them."""
    at = sentence.clauses[index].verb.end
    while (
        at < len(sentence.tokens) and sentence.owner[at] == index and sentence.tokens[at].tag is not Tag.END
    ):
        at += 1
    while at > 0 and sentence.tokens[at - 1].tag in {Tag.COMMA, Tag.STOP, Tag.QUOTE}:
        at -= 1
    return at


_REACH = 8  # tokens between a noun of claiming and its "that"
_VERBAL = frozenset(
    {Tag.PAST, Tag.PRESENT, Tag.PAST_OR_PARTICIPLE, Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL, Tag.BASE}
)


# What is passed on without a witness: "it has been reported that …".
_HEARSAY = frozenset({"reported", "said", "rumoured", "rumored", "understood"})


def is_gainsaid(scene: Scene, index: int) -> bool:
    """Whether a clause is what is said to be untrue: "it is not true that the archive burned", "it is false that …"."""
    said, words = _verdict(scene, index), scene.words
    verb = _teller(scene, index)
    return verb is not None and bool(said & (words.true | words.likely if verb.negated else words.untrue))


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
        first = sentence.tokens[teller.subject[0]].low if teller.subject else ""
        hearsay = first == "it" and teller.verb.passive and low in _HEARSAY
        if low in words.neutral and low not in words.claiming and not teller.verb.negated and not hearsay:
            return index
        if first == "it" and teller.verb.passive and low not in words.claiming and not hearsay:
            return index  # "it was agreed that …": nobody tells it
        index = clause.parent
