"""By phrase: what words without a verb tell by a date: "First flight", "Turnover: 4.1 million euros"."""

from collections.abc import Iterator

from timeline.extract import standing
from timeline.extract.amounts import gives_figure
from timeline.extract.by_clause import Telling
from timeline.extract.carried import nobody
from timeline.extract.dating import whole_time
from timeline.extract.happenings import happens
from timeline.extract.kinds import lies_ahead, lies_behind
from timeline.extract.scene import Scene
from timeline.extract.wording import phrase
from timeline.extract.words import NOMINAL, Tag
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
        ahead = lies_ahead(when, scene.written) or _is_to_come(scene, start, end)
        ahead = ahead or (tokens[start].low == "next" and not lies_behind(when, scene.written))
        yield title, Kind.PLAN if ahead else Kind.EVENT


def of_entry(scene: Scene, item: tuple[int, int], dated: Dated) -> Iterator[Telling]:
    """What an item of a list tells that has no verb of its own."""
    when = whole_time(dated)
    yield from ((title, what, when, 0.5) for title, what in of_phrase(scene, *item, when))


def of_line(scene: Scene, at: int, dated: Dated) -> Iterator[Telling]:
    """What a line without a verb tells that a date heads or ends: "1921: first flight", "Opening of the pier, 1902"."""
    tokens, when = scene.sentence.tokens, whole_time(dated)
    if standing.is_label(scene, at):
        found = of_phrase(scene, at + 2, len(tokens), when)
    elif (start := _to_do(scene, at)) is not None:
        title = phrase(tokens, start, len(tokens), scene.words)
        yield title, Kind.PLAN, dated.when, 0.5
        return
    elif (side := standing.beside(scene, at)) and (
        any(happens(t.low, scene.words) or t.low in scene.words.deadlines for t in tokens[slice(*side)])
        or (lies_ahead(when, scene.written) and _is_billed(scene, *side))
    ):
        found = of_phrase(scene, *side, when)
    else:
        return
    for title, what in found:
        if len(title.split()) > 1:
            yield title, what, when, 0.5


def _is_billed(scene: Scene, start: int, end: int) -> bool:
    """Whether words name one thing that is to be on a day: "A memorial service | on 28 October at 7 pm"."""
    tokens = scene.sentence.tokens
    return tokens[start].low in {"a", "an", "the"} and all(
        token.tag in NOMINAL or token.tag is Tag.PREPOSITION for token in tokens[start:end]
    )


def _is_to_come(scene: Scene, start: int, end: int) -> bool:
    """Whether words without a verb are of what is due: "Deadline for entries"."""
    low = {token.low for token in scene.sentence.tokens[start:end]}
    return bool(low & scene.words.deadlines)


def _to_do(scene: Scene, at: int) -> int | None:
    """Where it begins what somebody is to do by a date: "Ms Diaz to reply by 24 March", "Action: Ms Diaz to reply …"."""
    tokens = scene.sentence.tokens
    start = next((i + 1 for i in range(min(at, _HEADED)) if tokens[i].low == ":"), 0)
    to = next((i for i in range(start + 1, at) if tokens[i].tag is Tag.TO), None)
    if to is None or to + 1 >= at:
        return None
    verb = tokens[to + 1]
    named = all(token.tag in NOMINAL or token.tag is Tag.COORDINATOR for token in tokens[start:to])
    return start if named and (verb.tag is Tag.BASE or verb.low in scene.words.base) else None


_HEADED = 6  # tokens of "Action for the clerk:", with its marks
