"""Whereabouts: which place "the area" is, where one place alone is named right before, and which mill "the mill" is.

"Serbs in northern Tarn protested. Elections in the area were boycotted" are elections in northern Tarn.
"""

from collections.abc import Iterator, Mapping, Sequence

from timeline.extract.candidate import is_person_noun
from timeline.extract.definite import full_name
from timeline.extract.scene import Scene
from timeline.extract.words import Tag, Token

_AREAS = frozenset({"area", "region", "district", "vicinity"})
_LIES = frozenset({"in", "at", "near", "around", "across", "throughout", "outside"})
_SIDES = frozenset(
    ["northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upper", "lower",
     "north-eastern", "north-western", "south-eastern", "south-western", "northeastern", "northwestern", "southeastern",
     "southwestern"]
)  # fmt: skip
# What a text has several of under one noun, whatever one of them is called.
_SHARED = frozenset(
    [
        "people",
        "tribe",
        "language",
        "community",
        "minority",
        "majority",
        "side",
        "part",
        "word",
        "name",
        "line",
        "title",
    ]
)
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


def things(scene: Scene, index: int) -> Mapping[int, str]:
    """By the offsets of a bare "the mill" that a clause governs the words that name it whole, the noun's own empty; one alone."""
    tokens = scene.sentence.tokens
    words, groups = scene.words, None
    for at in scene.sentence.owned_by(index, told=True):
        if tokens[at].low != "the" or not _is_bare(tokens, at, scene):
            continue
        groups = scene.earlier() if groups is None else groups
        noun = tokens[at + 1].low
        known = full_name(noun, scene.text, tokens[at].start, groups, words)
        said = {token.low for token in tokens}
        if known and not {word.lower() for word in known.split() if word.lower() != noun} <= said:
            article = known[0].islower() or f"the {known}" in scene.text or f"The {known}" in scene.text
            return {tokens[at].start: f"the {known}" if article else known, tokens[at + 1].start: ""}
    return {}


def _is_bare(tokens: Sequence[Token], at: int, scene: Scene) -> bool:
    """Whether "the" and one common noun that is nobody stand at a token, and nothing says which one is meant."""
    noun = tokens[at + 1] if at + 1 < len(tokens) else None
    if noun is None or noun.tag is not Tag.NOUN or is_person_noun(noun.low, scene.words):
        return False
    many = noun.low.endswith("s") and not noun.low.endswith("ss")
    if many or noun.low in scene.words.figures | scene.words.no_things | _SHARED:
        return False  # "the Greek population" is not all of it
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    open_ = {Tag.NOUN, Tag.NAME, Tag.RELATIVE, Tag.THAT, Tag.NUMBER, Tag.POSSESSIVE, Tag.ING, Tag.PARTICIPLE}
    told = after is not None and (
        after.tag in open_ or after.low in {"of", "where", "near", "around", "between"}
    )
    return not told


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
