"""Lives: "Carmen Ibarra (Bilbao, 4 de febrero de 1902 – Caracas, 19 de octubre de 1987) fue …" tells of a birth and a death."""

from collections.abc import Iterator

from timeline.extract.plainly.scene import PlainScene
from timeline.extract.words import Tag
from timeline.times.when import When

_FEWEST = 2  # names a person has, and dates a life


def life(scene: PlainScene) -> Iterator[tuple[int, str, When]]:
    """The tokens, titles and dates of the birth and the death in a bracket behind the name that opens a sentence."""
    tokens = scene.tokens
    opening = next((i for i, t in enumerate(tokens) if t.tag is Tag.OPEN), 0)
    closing = next((i for i in range(opening, len(tokens)) if tokens[i].tag is Tag.CLOSE), 0)
    named = sum(t.tag is Tag.NAME for t in tokens[:opening])
    particles = all(
        t.tag is Tag.NAME or t.low in scene.words.attributive or len(t.text) <= _SHORT
        for t in tokens[:opening]
    )
    if not (named >= _FEWEST and particles and closing + 1 < len(tokens)):
        return
    if tokens[0].low in scene.words.determiners or not tokens[closing + 1].text[0].islower():
        return
    name = " ".join(token.text for token in tokens[:opening])
    times = [i for i in range(opening, closing) if tokens[i].tag is Tag.TIME and scene.dated(i) is not None]
    if len(times) == _FEWEST:
        for at, mark in zip(times, _MARKS, strict=True):
            dated = scene.dated(at)
            if dated is not None:
                yield at, f"{name} {mark}", dated.when


_MARKS = ("*", "†")  # born and died, in every language that writes such brackets
_SHORT = 3  # letters of a particle in a name: "de", "von"
