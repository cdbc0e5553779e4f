"""By phrase: what words without a verb tell by a date: "First flight", "Turnover: 4.1 million euros"."""

from collections.abc import Iterator

from timeline.extract import standing
from timeline.extract.by_clause import Telling
from timeline.extract.carried import nobody
from timeline.extract.dating import whole_time
from timeline.extract.happenings import happens
from timeline.extract.kinds import gives_figure, lies_ahead
from timeline.extract.scene import Scene
from timeline.extract.wording import phrase
from timeline.extract.words import Tag
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import When


def of_phrase(scene: Scene, start: int, end: int, when: When) -> Iterator[tuple[str, Kind]]:
    """What tokens without a verb tell: "First flight", "Turnover: 4.1 million euros"."""
    tokens = scene.sentence.tokens
    while start < end and tokens[start].tag in {Tag.COMMA, Tag.STOP, Tag.QUOTE}:
        start += 1
    if start < end and nobody(tokens[start].low) and tokens[start].text != "No.":
        return  # "1914–1919 No competition": what was not
    title = phrase(tokens, start, end, scene.words)
    if gives_figure(tokens[start:end], scene.words):
        yield title, Kind.STATISTIC
    else:
        yield title, Kind.PLAN if lies_ahead(when, scene.written) else Kind.EVENT


def of_entry(scene: Scene, item: tuple[int, int], dated: Dated) -> Iterator[Telling]:
    """What an item of a list tells that has no verb of its own."""
    when = whole_time(dated)
    yield from ((title, what, when, 0.5) for title, what in of_phrase(scene, *item, when))


def of_line(scene: Scene, at: int, dated: Dated) -> Iterator[Telling]:
    """What a line without a verb tells that a date heads or ends: "1921: first flight", "Opening of the pier, 1902"."""
    tokens, when = scene.sentence.tokens, whole_time(dated)
    if standing.is_label(scene, at):
        found = of_phrase(scene, at + 2, len(tokens), when)
    elif (side := standing.beside(scene, at)) and any(
        happens(t.low, scene.words) for t in tokens[slice(*side)]
    ):
        found = of_phrase(scene, *side, when)
    else:
        return
    for title, what in found:
        if len(title.split()) > 1:
            yield title, what, when, 0.5
