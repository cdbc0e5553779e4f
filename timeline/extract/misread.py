"""Misread: verbs whose subject stands elsewhere than right before them, and the words that are it.

A shallow reading takes the nearest noun. Where the sentence shows that another is meant, that one is named; where only that
the nearest is not, its own words are, from where they begin. A plain title that is true is better than a short one.
"""

from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.scene import Scene
from timeline.extract.wording import cleaned, trimmed, written
from timeline.extract.words import NOMINAL, Tag

_SOLE = frozenset({"only", "sole"})
_PARTS = frozenset([Tag.COMMA, Tag.STOP, Tag.COORDINATOR, Tag.QUOTE, Tag.SUBORDINATOR])


def said_of(scene: Scene, index: int) -> tuple[int, int] | None:
    """The tokens of what a clause's verb is really said of; None where its own subject is that."""
    sentence = scene.sentence
    clause = sentence.clauses[index]
    if clause.subject is None:
        return None
    return _sole(sentence, clause) or _free_relative(sentence, index) or _claim(sentence, index)


def _sole(sentence: Parsed, clause: Clause) -> tuple[int, int] | None:
    """Who "is the only one in the valley that kept a school": they kept it, not the valley."""
    if clause.role is not Role.RELATIVE or clause.parent is None or clause.antecedent != clause.subject:
        return None
    tokens, parent = sentence.tokens, sentence.clauses[clause.parent]
    said = parent.verb.end
    sole = [token.low for token in tokens[said : said + 2]]
    if tokens[parent.verb.head].tag is not Tag.BE or parent.verb.negated or parent.subject is None:
        return None
    between = tokens[said : clause.opener]
    plain = all(t.tag in NOMINAL | {Tag.PREPOSITION, Tag.ADVERB, Tag.TIME} for t in between)
    return parent.subject if len(sole) > 1 and sole[1] in _SOLE and sole[0] == "the" and plain else None


def _free_relative(sentence: Parsed, index: int) -> tuple[int, int] | None:
    """All of "what came down the valley" | "took the bridge": a noun in it did nothing."""
    tokens, verb = sentence.tokens, sentence.clauses[index].verb
    finite = [clause.verb.first for clause in sentence.clauses if clause.verb.finite]
    start = next((i for i, token in enumerate(tokens) if token.tag is not Tag.QUOTE), 0)
    opens = tokens[start].low == "what" and tokens[-1].text != "?"
    second = len(finite) > 1 and finite[1] == verb.first and finite[0] > start
    if not opens or not second or any(t.tag in _PARTS for t in tokens[start : verb.first]):
        return None
    return start, verb.first


def _claim(sentence: Parsed, index: int) -> tuple[int, int] | None:
    """What was disproved is the claim in "the claim that the work was her teacher's was disproved", no part of it."""
    clause = sentence.clauses[index]
    before = sentence.clauses[index - 1] if index else None
    if before is None or clause.subject is None or clause.role is not Role.MAIN or before.subject is None:
        return None
    tokens, start = sentence.tokens, clause.subject[0]
    if not before.verb.finite or start != before.verb.end or tokens[before.verb.head].tag is not Tag.BE:
        return None
    told = any(t.tag is Tag.THAT or t.low == "that" for t in tokens[before.subject[1] : before.verb.first])
    return before.subject if told else None


def in_words(scene: Scene, part: tuple[int, int]) -> str:
    """Tokens as a title's subject, without the article that opens them and without dates."""
    tokens = scene.sentence.tokens
    said = trimmed(cleaned(tokens, range(*part), scene.words))
    while len(said) > 1 and said[0].tag in {Tag.DETERMINER, Tag.QUOTE, Tag.COMMA}:
        said = said[1:]
    return written(said)
