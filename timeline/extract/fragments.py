"""Fragments: what a line without a verb says under a date: "Bombs on the pier.", "No cheering.", "Quiet."."""

from itertools import pairwise

from timeline.extract.carried import nobody
from timeline.extract.scene import Scene
from timeline.extract.words import Tag, open_class


def fragment(scene: Scene) -> tuple[int, int] | None:
    """The words that tell, from and to; None where a line says what was not, or what the weather was.

    What is set apart by a comma after them only adds to it: "Bombs on the pier, the crowd still there".
    """
    tokens = scene.sentence.tokens
    start = next((i for i, t in enumerate(tokens) if t.tag not in {Tag.END, Tag.CLOSE, Tag.QUOTE}), None)
    if start is None or nobody(tokens[start].low):
        return None
    if tokens[start].tag in {Tag.NOT, Tag.ADVERB} and tokens[start].low not in {"first", "last"}:
        return None
    if is_felt(tokens[start].low) or any(token.low in _WEATHER for token in tokens[start : start + _FIRST]):
        return None
    commas = (i for i in range(start, len(tokens)) if tokens[i].tag is Tag.COMMA)
    apart = next(
        (i for i in commas if (i - start >= _FIRST and _sets_apart(scene, i)) or _ranks(scene, i)),
        len(tokens),
    )
    return start, apart


_FIRST = 3  # words in which a fragment says what it is about
# fmt: off
_WEATHER = frozenset([
    "quiet", "calm", "rain", "raining", "rainy", "sun", "sunny", "sunshine", "snow", "snowing", "fog", "foggy", "mist", "frost",
    "wind", "windy", "cold", "hot", "warm", "wet", "dry", "fine", "clear", "cloudy", "overcast", "drizzle", "showers",
    "weather", "sky", "skies", "nothing", "same",
])
# how somebody felt, and what the sky did, opens what is no happening
_FELT = _WEATHER | frozenset([
    "tired", "exhausted", "bored", "worried", "pleased", "delighted", "disappointed", "excited", "frightened", "depressed",
    "rained", "snowed", "froze", "thawed", "felt", "seemed", "looked", "thought", "hoped", "wished", "wanted", "knew",
])
# fmt: on


def is_felt(low: str) -> bool:
    """Whether a word that opens a line says how somebody felt or what the weather did."""
    return low in _FELT


def _sets_apart(scene: Scene, comma: int) -> bool:
    """Whether what follows a comma has an article, and is not the last of a list."""
    tokens = scene.sentence.tokens
    follows = tokens[comma + 1].tag if comma + 1 < len(tokens) else None
    listed = any(t.tag is Tag.COORDINATOR for t in tokens[comma + 1 :])
    return follows in {Tag.DETERMINER, Tag.POSSESSIVE} and not listed


def _ranks(scene: Scene, comma: int) -> bool:
    """Whether what follows a comma says the how-manyth it was: "A bath, the first since May"."""
    low = [token.low for token in scene.sentence.tokens[comma + 1 : comma + 3]]
    return low[:1] == ["the"] and low[-1] in scene.words.ordinals | {"last", "only"}


def without_subject(scene: Scene, at: int) -> bool:
    """Whether the date at a token is of a verb that opens the sentence, and whose subject is left out.

    "Crossed the line on the 16th, nobody knew where" says nothing of nobody.
    """
    tokens = scene.sentence.tokens
    if any(token.tag is Tag.COMMA for token in tokens[:at]) or at < _FIRST:
        return False
    opens = tokens[0].tag in {Tag.PAST, Tag.PAST_OR_PARTICIPLE} and tokens[1].tag is Tag.DETERMINER
    return opens and all(clause.verb.first > at for clause in scene.sentence.clauses)


def is_chain(scene: Scene) -> bool:
    """Whether a sentence is a chain of entries between semicolons, most with a date: "Commissioned …, 1623; seized …, 1798"."""
    tokens = scene.sentence.tokens
    stops = [-1, *(i for i, token in enumerate(tokens) if token.low == ";"), len(tokens)]
    dated = sum(any(t.tag is Tag.TIME for t in tokens[a + 1 : b]) for a, b in pairwise(stops))
    opens = tokens[0].tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE} or not any(
        c.verb.finite and c.verb.first < stops[1] for c in scene.sentence.clauses
    )
    return len(stops) > _CHAIN and dated >= (len(stops) - 1) * _MOSTLY and opens


_CHAIN, _MOSTLY = (
    3,
    0.7,
)  # semicolons, with the ends, of a chain, and the share of its entries that have dates


def _in_brackets(scene: Scene, start: int, at: int) -> bool:
    """Whether a bracket that opens after a place is still open at another."""
    tags = [token.tag for token in scene.sentence.tokens[start:at]]
    return tags.count(Tag.OPEN) > tags.count(Tag.CLOSE)


def entry(scene: Scene, at: int) -> tuple[int, int] | None:
    """An item of a list that opens with what was done, and has one date: "Sold by the guild in 1702 to Jan Maas".

    So too what opens with a preposition and ends in its date: "On loan to the museum, 1955". What a semicolon parts is
    read by itself.
    """
    tokens = scene.sentence.tokens
    stops = [i for i, token in enumerate(tokens) if token.low == ";"]
    start = max((i + 1 for i in stops if i < at), default=0)
    end = min((i for i in stops if i > at), default=len(tokens))
    inside = tokens[start:end]
    # "(the receipt signed by Orr)" adds to what was done
    finite = any(
        c.verb.finite and start <= c.verb.first < end and not _in_brackets(scene, start, c.verb.first)
        for c in scene.sentence.clauses
    )
    if sum(token.tag is Tag.TIME for token in inside) != 1 or finite:
        return None
    if any(token.low in {"d", "b", "died", "born"} for token in tokens[at - 2 : at]):
        return None  # "to his son Jan, d. 1732" is when the son died
    first = inside[0].tag if inside[0].tag is not Tag.NAME else open_class(inside[0].low, scene.words)
    named = len(inside) > 1 and inside[1].tag is Tag.NAME  # "Reed Ltd", "Born Lee"
    done = first in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE} and not named
    ends = all(token.tag in {Tag.END, Tag.CLOSE} for token in tokens[at + 1 : end])
    return (start, end) if done or (first is Tag.PREPOSITION and at - start > _FIRST and ends) else None
