"""Headed by: an entry that a year heads and that says its day too is told on the day: "1959 Last train on 28 February"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.extract.scene import Scene
from timeline.extract.telling import Told
from timeline.extract.words import Tag
from timeline.model.expression import Dated
from timeline.times.when import Extent, extent

_LEADS = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.OPEN, Tag.STOP, Tag.COMMA, Tag.QUOTE})


def on_its_day(scene: Scene, told: Iterable[Told]) -> Iterator[Told]:
    """What a sentence tells by the year at its head, by the first finer date of that year that it says, and once.

    A finer date with something of its own to tell ("1926 Strike in May, fire in June") takes nothing from the year.
    """
    head = _head(scene)
    finer = _finer(scene, *head) if head is not None else None
    if head is None or finer is None:
        yield from told
        return
    of_head = head[1]
    all_told = list(told)
    titles = {one.title for one in all_told if one.dated is of_head}
    if any(one.dated is finer and one.title not in titles for one in all_told):
        yield from all_told
        return
    seen: set[tuple[str, Dated]] = set()
    for one in all_told:
        moved = replace(one, when=finer.when, dated=finer) if one.dated is of_head else one
        if (moved.title, moved.dated) not in seen:
            seen.add((moved.title, moved.dated))
            yield moved


def _head(scene: Scene) -> tuple[int, Dated] | None:
    """The date that heads a sentence, before any word of it."""
    for at, token in enumerate(scene.sentence.tokens):
        if (dated := scene.dated(at)) is not None:
            return at, dated
        if token.tag not in _LEADS:
            return None
    return None


def _finer(scene: Scene, at: int, dated: Dated) -> Dated | None:
    """The first date after it that lies within it: in the sentence, or in a bracket that holds nothing else."""
    whole = extent(dated.when)
    for other in range(at + 1, len(scene.sentence.tokens)):
        finer = scene.dated(other)
        if finer is None or finer is dated:
            continue
        return finer if within(extent(finer.when), whole) else None
    for bracket in scene.brackets:
        times = [scene.dates[token.time] for token in bracket.inside if token.tag is Tag.TIME]
        if all(token.tag in _LEADS | {Tag.TIME, Tag.CLOSE} for token in bracket.inside) and times:
            finer = times[0]
            if finer is not None and finer is not dated and within(extent(finer.when), whole):
                return finer
    return None


def within(part: Extent, whole: Extent) -> bool:
    """Whether a time is a part of another, and not all of it; open sides are within nothing."""
    if part.start is None or part.end is None or whole.start is None or whole.end is None:
        return False
    return part != whole and whole.start <= part.start and part.end <= whole.end
