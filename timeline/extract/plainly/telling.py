"""Telling: the mentions of one sentence, plainly read."""

from collections.abc import Iterator
from dataclasses import replace

from timeline.extract.headed_by import within
from timeline.extract.plainly import titles
from timeline.extract.plainly.kinds import kind
from timeline.extract.plainly.lives import life
from timeline.extract.plainly.passing import (
    FEWEST,
    Telling,
    described,
    in_passing,
    is_attribute,
    is_set_in,
    named_beside,
    shares,
)
from timeline.extract.plainly.roles import Role
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.segments import DENYING, ONLY, asides
from timeline.extract.plainly.sharing import ending, sharing
from timeline.extract.plainly.standing import dates_nothing, in_dateline, is_context, whole_time
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.wording import kept, line, shortened, size, without_openers
from timeline.extract.plainly.words import is_word
from timeline.extract.telling import Told
from timeline.extract.words import Tag
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import When, extent


def told(scene: PlainScene, *, listed: bool = False) -> Iterator[Told]:
    """The mentions of a sentence, in the order of their dates; `listed`: it is an item of a list, or a table's cell."""
    hidden = asides(scene.tokens, scene.words)
    if _asks(scene):
        return
    seen: set[tuple[str, When]] = set()
    names = participants(scene)
    for at, title, when in life(scene):
        if (dated := scene.dated(at)) is not None:
            yield Told(title, Kind.EVENT, when, dated, names, 0.7)
    for at in range(len(scene.tokens)):
        dated = scene.dated(at)
        if dated is None or at in hidden or in_dateline(scene, at) or dates_nothing(scene, at, dated):
            continue
        for title, what, when, confidence in _tellings(scene, at, dated, listed=listed):
            if title and (title, when) not in seen:
                seen.add((title, when))
                yield Told(title, what, when, dated, names, confidence)


def _asks(scene: PlainScene) -> bool:
    return bool(scene.tokens) and scene.tokens[-1].text in "?？؟"


def told_under(scene: PlainScene, dated: Dated) -> Iterator[Told]:
    """What a sentence without a date tells that stands under one."""
    index = next(
        (i for i, c in enumerate(scene.clauses) if c.role is Role.MAIN and _has_verb(scene, i)), None
    )
    when = whole_time(dated)
    if index is None:
        found = [(phrase(scene, range(len(scene.tokens))), Kind.EVENT)]
    else:
        what = kind(scene, index, -1, when)
        found = [] if what is None else [(titles.title(scene, index), what)]
    for title, what in found:
        if len(title.split()) >= FEWEST:
            yield Told(title, what, when, dated, participants(scene), 0.4)


def _tellings(scene: PlainScene, at: int, dated: Dated, *, listed: bool) -> Iterator[Telling]:
    index = scene.owner(at)
    if index is None:
        return
    if (label := _labelled(scene, index, at)) is not None:
        yield from label
        return
    if (noun := described(scene, index, at)) is not None:
        yield noun, Kind.EVENT, whole_time(dated), 0.5
        return
    if (is_attribute(scene, at) or in_passing(scene, index, at)) and not shares(scene, index, at):
        beside = list(named_beside(scene, at, dated))
        yield from beside
        if beside or not is_set_in(scene, at):
            return
    if is_context(scene, index, at):
        return
    index = _cleft(scene, index)
    when = whole_time(dated)
    if not _has_verb(scene, index):
        if listed and len(scene.clauses) == 1:
            yield phrase(scene, range(len(scene.tokens))), Kind.EVENT, when, 0.4
        return
    what = kind(scene, index, at, when)
    if what is not None:
        scene = _without_only(scene, index, at)
        if what is Kind.STATISTIC:
            scene = _with_share(scene, index, at)
        sure = _confidence(scene, index, dated)
        yield titles.title(scene, index), what, when, sure
        if what is not Kind.STATISTIC:
            yield from _sharing(scene, index, at, (what, when, sure))


def _sharing(scene: PlainScene, index: int, at: int, told: tuple[Kind, When, float]) -> Iterator[Telling]:
    """What clauses without a date tell that share the one of a clause."""
    what, when, sure = told
    dated, then = scene.dated(at), ending(scene, index, at)
    if dated is not None and then is not None and kind(scene, then, -1, dated.when) is Kind.EVENT:
        yield titles.title(scene, then), Kind.EVENT, dated.when, round(sure - 0.1, 2)
    for other in sharing(scene, index, at):
        if _has_verb(scene, other) and kind(scene, other, -1, when) is what:
            yield titles.title(scene, other), what, when, round(sure - 0.1, 2)


def _without_only(scene: PlainScene, index: int, at: int) -> PlainScene:
    """The scene without the "ne … qu'" that sets off a date and denies nothing: "La production ne reprit qu'en 1947"."""
    clause = scene.clauses[index]
    start, _ = scene.time_phrase(at)
    only = start - 1
    if only not in clause.tokens or scene.tokens[only].low.rstrip("'") not in ONLY:
        return scene
    drop = {only, *(i for i in clause.tokens if i < only and scene.tokens[i].low in DENYING)}
    if len(drop) == 1:
        return scene
    cut = replace(clause, tokens=tuple(i for i in clause.tokens if i not in drop))
    return replace(scene, clauses=(*scene.clauses[:index], cut, *scene.clauses[index + 1 :]))


def _with_share(scene: PlainScene, index: int, at: int) -> PlainScene:
    """The scene with only the figure of one date in its clause: "1938 hatte das Dorf 640 Einwohner, 1989 noch 530"."""
    clause, tokens = scene.clauses[index], scene.tokens
    times = [i for i in clause.tokens if scene.is_time(i)]
    commas = [i for i in clause.tokens if tokens[i].tag is Tag.COMMA and times and times[0] < i < times[-1]]
    numbers = [i for i in clause.tokens if tokens[i].tag is Tag.NUMBER]
    if len(times) < FEWEST or not commas or not numbers or numbers[0] > commas[0] or numbers[-1] < commas[-1]:
        return scene
    edges = [*commas, clause.tokens[-1] + 1]
    first = next((n for n, edge in enumerate(edges) if at < edge), 0)
    own = [i for i in clause.tokens if (edges[first - 1] if first else -1) < i < edges[first]]
    while (
        first and own and (tokens[own[0]].tag is Tag.COMMA or tokens[own[0]].low in scene.words.coordinators)
    ):
        own = own[1:]
    lead = [i for i in clause.tokens if i < numbers[0] and not scene.is_time(i)] if first else []
    cut = replace(clause, tokens=(*lead, *own))
    return replace(scene, clauses=(*scene.clauses[:index], cut, *scene.clauses[index + 1 :]))


def _has_verb(scene: PlainScene, index: int) -> bool:
    clause = scene.clauses[index]
    if not scene.words.verbs_known:
        return True
    if any(finite_at(scene.tokens, i, scene.words) for i in clause.tokens):
        return True
    return any(is_participle(scene.tokens, i, scene.words) for i in clause.tokens)


def _labelled(scene: PlainScene, index: int, at: int) -> list[Telling] | None:
    """What a date tells that heads its line ("1921: …"), None if it does not head it."""
    clause, tokens = scene.clauses[index], scene.tokens
    start, end = scene.time_phrase(at)
    alone = not any(is_word(tokens[i]) for i in clause.tokens if not start <= i < end)
    if not alone or end >= len(tokens) or tokens[end].tag is not Tag.STOP or start > 1:
        return None
    dated = scene.dated(at)
    following = index + 1
    if dated is None or following >= len(scene.clauses):
        return []
    when = whole_time(dated)
    own = [
        d for clause in scene.clauses[following:] for i in clause.tokens if (d := scene.dated(i)) is not None
    ]
    if len(own) == 1 and not any(_has_verb(scene, i) for i in range(following, len(scene.clauses))):
        # "1877 : Décès de Paul Roy, le 22 janvier" is of the year's own day
        inside = own[0].range is None and within(extent(own[0].when), extent(when))
        return [(phrase(scene, range(end + 1, len(tokens))), Kind.EVENT, own[0].when, 0.5)] if inside else []
    if any(scene.dated(i) for i in scene.clauses[following].tokens):
        return []
    if not _has_verb(scene, following) or not scene.words.verbs_known:
        return [(phrase(scene, range(end + 1, len(tokens))), Kind.EVENT, when, 0.5)]
    what = kind(scene, following, -1, when)
    if what is None:
        return []
    others = _sharing(scene, following, at, (what, when, 0.5)) if what is not Kind.STATISTIC else ()
    return [(titles.title(scene, following), what, when, 0.5), *others]


def phrase(scene: PlainScene, indices: range) -> str:
    """Words without a verb as a title, if they are few enough to be one."""
    tokens = without_openers(kept(scene, indices), scene.words)
    tokens = shortened(tokens, scene.words)
    return line(tokens, scene.words) if FEWEST <= size(tokens) <= 16 else ""


def _cleft(scene: PlainScene, index: int) -> int:
    """The clause that tells what happened where one only brings its date forward: "C'est en 1907 qu'elle …"."""
    told = [i for i, c in enumerate(scene.clauses) if c.parent == index and i > index]
    return (
        told[0]
        if titles.is_cleft(scene, index)
        and told
        and scene.clauses[told[0]].role in {Role.TOLD, Role.ADVERBIAL}
        else index
    )


def _confidence(scene: PlainScene, index: int, dated: Dated) -> float:
    value = 0.7 if scene.words.verbs_known else 0.4
    value -= 0.1 * (scene.clauses[index].role not in {Role.MAIN, Role.JOINED})
    return round(value - 0.1 * bool(dated.assumed), 2)


def participants(scene: PlainScene) -> tuple[str, ...]:
    """Names of several words in a sentence as they stand there, each once, in order."""
    found: dict[str, None] = {}
    tokens, words = scene.tokens, scene.words
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and (
            tokens[end].tag is Tag.NAME
            and tokens[end].low not in words.determiners
            and tokens[end].low not in words.prepositions
            and tokens[end].low not in words.openers
        ):
            end += 1
        described = at and tokens[at - 1].low in words.determiners and words.verb_second
        if end - at >= FEWEST and not described:
            found.setdefault(" ".join(t.text for t in tokens[at:end]), None)
        at = max(end, at + 1)
    return tuple(found)
