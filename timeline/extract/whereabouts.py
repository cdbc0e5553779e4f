"""Whereabouts: which place "the area" is, where the sentence before or this one names one place alone.

"Serbs in northern Tarn protested. Elections in the area were boycotted" are elections in northern Tarn.
"""

from collections.abc import Iterator, Mapping, Sequence

from timeline.extract.scene import Scene
from timeline.extract.words import Tag, Token

_AREAS = frozenset({"area", "region", "district", "vicinity"})
_LIES = frozenset({"in", "at", "near", "around", "across", "throughout", "outside"})
_SIDES = frozenset(
    ["northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upper", "lower",
     "north-eastern", "north-western", "south-eastern", "south-western", "northeastern", "northwestern", "southeastern",
     "southwestern"]
)  # fmt: skip
_POINTS = frozenset({"the", "this", "that"})


def places(scene: Scene, index: int) -> Mapping[int, str]:
    """By the offsets of "the area" in a clause the words in its place, the noun's own empty."""
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    subject = range(*clause.subject) if clause.subject else range(0)
    found: dict[int, str] = {}
    for at in [*subject, *scene.sentence.owned_by(index, told=True)]:
        if not _is_area(tokens, at):
            continue
        known = list(_named(tokens[: at - 1], scene))
        before = scene.before() if not known else None
        known = known or (list(_named(before.tokens, scene)) if before is not None else [])
        if len(set(known)) == 1 and known[0]:
            found[tokens[at].start] = known[0]
            found[tokens[at + 1].start] = ""
    return found


def _is_area(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the area" stands at a token, behind a preposition and with nothing that says which."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].low not in _POINTS or tokens[at + 1].low not in _AREAS:
        return False
    if tokens[at - 1].low not in _LIES | {"of", "from", "to", "into"}:
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    return after is None or not (
        after.tag in {Tag.NOUN, Tag.NAME, Tag.RELATIVE, Tag.THAT, Tag.POSSESSIVE}
        or after.low in {"of", "around", "between", "where", "near"}
    )


def _named(tokens: Sequence[Token], scene: Scene) -> Iterator[str]:
    """The places that are named behind "in" and the like: "in northern Tarn"; "" for one of several."""
    for at, token in enumerate(tokens[:-1]):
        if token.low not in _LIES or token.tag is not Tag.PREPOSITION:
            continue
        start = at + 1 + (tokens[at + 1].low == "the")
        end = start
        while end < len(tokens) and tokens[end].low in _SIDES:
            end += 1
        first = end
        while end < len(tokens) and tokens[end].tag is Tag.NAME:
            end += 1
        described = end < len(tokens) and tokens[end].tag is Tag.NOUN  # "in Tarn county"
        several = end < len(tokens) and tokens[end].tag is Tag.COORDINATOR
        bodies = any(t.low in scene.words.organizations or t.owns for t in tokens[first:end])
        if first < end and not described and not bodies:
            yield "" if several else scene.text[tokens[at + 1].start : tokens[end - 1].end]
