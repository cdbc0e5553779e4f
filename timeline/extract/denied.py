"""Denied: a date that is named only to say that it is wrong: "on 9 December, not 9 November", "not in 1990 but in 1992"."""

from timeline.extract.scene import Scene
from timeline.extract.time_phrase import time_phrase
from timeline.extract.words import Tag

# "not until May" and "not before May" say when it was, or since when.
_BOUNDS = frozenset({"until", "till", "before", "after", "since", "from", "by"})
_REACH = 4  # tokens between a "but" and the date that is right


def is_denied(scene: Scene, at: int) -> bool:
    """Whether the date at a token is denied, and another of the sentence put in its place."""
    tokens = scene.sentence.tokens
    start, end = time_phrase(tokens, at, scene.words)
    if start == 0 or tokens[start - 1].low != "not" or tokens[start].low in _BOUNDS:
        return False
    before = tokens[start - 2] if start > 1 else None
    if before is not None and before.low in {",", "(", "–", "—", "and"}:
        return any(token.tag is Tag.TIME for token in tokens[: start - 1])
    but = next((i for i in range(end, min(end + 2, len(tokens))) if tokens[i].low == "but"), None)
    return but is not None and any(token.tag is Tag.TIME for token in tokens[but + 1 : but + 1 + _REACH])
