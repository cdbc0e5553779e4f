"""Lives: "Ann Lee (14 March 1852, Graz – 2 November 1931, Trieste) was …" tells of a birth and a death."""

from collections.abc import Iterator

from timeline.extract.names import bare
from timeline.extract.scene import Scene
from timeline.extract.words import Tag
from timeline.model.expression import Dated
from timeline.times.when import Date, Interval, When

_FEWEST = 2  # names a person's has, for its bracket to be one of a life


def bracket(scene: Scene, at: int) -> tuple[int, int] | None:
    """Where the bracket opens and closes that the date stands in between a name and what it "was"."""
    tokens = scene.sentence.tokens
    opening = next((i for i in range(at - 1, -1, -1) if tokens[i].tag in {Tag.OPEN, Tag.CLOSE}), None)
    closing = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag in {Tag.OPEN, Tag.CLOSE}), None)
    if opening is None or closing is None or tokens[opening].tag is not Tag.OPEN:
        return None
    if closing + 1 >= len(tokens) or tokens[closing + 1].tag is not Tag.BE:
        return None
    return opening, closing


def life(scene: Scene, at: int, dated: Dated) -> Iterator[tuple[str, When]]:
    """Titles and dates of the birth or death that the date at a token is of; none if it stands in no such bracket."""
    tokens = scene.sentence.tokens
    opening, closing = bracket(scene, at) or (0, 0)
    if opening < _FEWEST or not bare(tokens, 0, opening, scene.words):
        return
    name = scene.text[tokens[0].start : tokens[opening - 1].end]
    inside = range(opening + 1, closing)
    dash = next((i for i in inside if tokens[i].tag is Tag.STOP and tokens[i].low not in {";", ":"}), None)
    whole = dated.range.when if dated.range else None
    if isinstance(whole, Interval) and isinstance(whole.start, Date) and isinstance(whole.end, Date):
        yield f"{name} was born", whole.start
        yield f"{name} died", whole.end
    elif any(tokens[i].low in {"born", "b"} for i in _part(scene, at, inside)):
        yield f"{name} was born", dated.when
    elif any(tokens[i].low in {"died", "d", "†"} for i in _part(scene, at, inside)):
        yield f"{name} died", dated.when
    elif dash is not None:
        yield f"{name} was born" if at < dash else f"{name} died", dated.when


def _part(scene: Scene, at: int, inside: range) -> range:
    """What stands between a bracket's stops and commas with the date at a token: "(born 1852; died 1931)"."""
    tokens = scene.sentence.tokens
    words = {i for i in inside if tokens[i].low in {"born", "b", "died", "d", "†"}}
    stops = [
        i for i in inside if tokens[i].tag is Tag.STOP or (tokens[i].tag is Tag.COMMA and i + 1 in words)
    ]
    start = max((i + 1 for i in stops if i < at), default=inside.start)
    return range(start, min((i for i in stops if i > at), default=inside.stop))
