"""Telling: the mentions of one sentence, from its tokens, its clauses and its dates."""

import itertools
from collections.abc import Iterator, Sequence

from timeline.extract import standing
from timeline.extract.alongside import alongside
from timeline.extract.background import named
from timeline.extract.bracketed import of_series
from timeline.extract.brackets import of_brackets, of_items
from timeline.extract.by_clause import of_clause
from timeline.extract.by_date import tellings
from timeline.extract.by_phrase import of_entry, of_phrase
from timeline.extract.carried import carried
from timeline.extract.clauses import Clause, Role
from timeline.extract.dating import whole_time
from timeline.extract.elliptic import of_deeds
from timeline.extract.fragments import entry, is_chain, without_subject
from timeline.extract.happenings import happens, names_deed, tells_alone
from timeline.extract.imprint import is_imprint
from timeline.extract.kinds import lies_ahead
from timeline.extract.lasting import lasting
from timeline.extract.names import participants
from timeline.extract.reckoned import reckoned
from timeline.extract.scene import Scene
from timeline.extract.stages import Telling
from timeline.extract.tense import ED, Tense
from timeline.extract.ties import Tie
from timeline.extract.wording import LONGEST, phrase
from timeline.extract.words import Tag, open_class
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.records import dataclass
from timeline.times.when import When, extent


@dataclass(frozen=True, slots=True)
class Told:
    """What one date of a sentence tells: not yet cited."""

    title: str
    kind: Kind
    when: When
    dated: Dated
    participants: tuple[str, ...]
    confidence: float


def told(scene: Scene, above: Dated | None = None, *, listed: bool = False) -> Iterator[Told]:
    """The mentions of a sentence, in the order of their dates; `above` dates its main clause if nothing in it does.

    `listed` says that it stands in a list of dates.
    """
    if not scene.sentence.tokens or is_imprint(scene.sentence.tokens):  # a dateline alone leaves none
        return
    items = list(of_series(scene)) or (list(of_items(scene)) if listed else [])
    if items:
        names = participants(scene.text, scene.sentence.tokens, scene.words)
        yield from (Told(title, what, when, dated, names, sure) for dated, (title, what, when, sure) in items)
        return
    deeds = list(of_deeds(scene, listed=listed))
    if deeds:
        names = participants(scene.text, scene.sentence.tokens, scene.words)
        yield from (Told(title, what, when, dated, names, sure) for dated, (title, what, when, sure) in deeds)
        return
    if above is not None and _undated(scene):
        yield from told_under(scene, above)
    known: tuple[str, ...] | None = None
    seen: set[tuple[str, When]] = set()
    listed = listed or is_chain(scene)
    for at in range(len(scene.sentence.tokens)):
        dated = scene.dated(at)
        if dated is None or standing.in_dateline(scene, at) or standing.only_counts(scene, at):
            continue
        if scene.sentence.clauses and without_subject(scene, at):
            continue
        item = entry(scene, at) if listed else None
        for title, what, when, confidence in (
            tellings(scene, at, dated) if item is None else of_entry(scene, item, dated)
        ):
            alone = item is not None and tells_alone(title, scene.words)
            if (len(title.split()) < 2 and not alone) or (title, when) in seen:
                continue
            seen.add((title, when))
            known = participants(scene.text, scene.sentence.tokens, scene.words) if known is None else known
            yield Told(title, what, when, dated, known, confidence)
    for dated, (title, what, when, confidence) in of_brackets(scene):
        if len(title.split()) > 1 and (title, when) not in seen:
            seen.add((title, when))
            known = participants(scene.text, scene.sentence.tokens, scene.words) if known is None else known
            yield Told(title, what, when, dated, known, confidence)
    for dated, (title, what, when, confidence) in reckoned(scene):
        if len(title.split()) > 1 and (title, when) not in seen:
            seen.add((title, when))
            known = participants(scene.text, scene.sentence.tokens, scene.words) if known is None else known
            yield Told(title, what, when, dated, known, confidence)
    for index, dated in lasting(scene):
        for title, what, when, confidence in of_clause(scene, index, None, dated):
            if len(title.split()) > 1 and what in {Kind.EVENT, Kind.STATISTIC} and (title, when) not in seen:
                seen.add((title, when))
                known = (
                    participants(scene.text, scene.sentence.tokens, scene.words) if known is None else known
                )
                yield Told(title, what, when, dated, known, round(confidence - 0.1, 2))
    for index, dated in itertools.chain(carried(scene, listed=listed), alongside(scene)):
        for title, what, when, confidence in of_clause(scene, index, None, dated):
            again = any(title == said and extent(when) == extent(day) for said, day in seen)
            if len(title.split()) > 1 and what is Kind.EVENT and not again:
                seen.add((title, when))
                known = (
                    participants(scene.text, scene.sentence.tokens, scene.words) if known is None else known
                )
                yield Told(title, what, when, dated, known, confidence)


def told_label(scene: Scene) -> Iterator[Told]:
    """What a line without a verb tells that opens with its date, where that is a label: "**1931** First patent"."""
    tokens = scene.sentence.tokens
    at = next((i for i in range(len(tokens)) if scene.dated(i) is not None), None)
    dated = scene.dated(at) if at is not None else None
    if at is None or dated is None or any(not _is_ranked(scene, clause) for clause in scene.sentence.clauses):
        return
    names = participants(scene.text, tokens, scene.words)
    for title, what in of_phrase(scene, at + 1, len(tokens), whole_time(dated)):
        if 1 < len(title.split()) <= _LABELLED or tells_alone(title, scene.words):
            yield Told(title, what, whole_time(dated), dated, names, 0.5)


def _is_ranked(scene: Scene, clause: Clause) -> bool:
    """Whether what seems a clause only says the how-manyth time it was so: "First mentioned", "Last seen at Leith"."""
    subject, tokens = clause.subject, scene.sentence.tokens
    ranked = scene.words.ordinals | {"last"}
    return subject is not None and subject[1] - subject[0] == 1 and tokens[subject[0]].low in ranked


_LABELLED = 10  # words that a line without a verb may have


def _undated(scene: Scene) -> bool:
    """Whether no date of a sentence is its main clause's: each is another clause's, or of what is named in passing."""
    main = _main(scene)
    if main is None:
        return False
    for at in range(len(scene.sentence.tokens)):
        if scene.dated(at) is not None and scene.sentence.owner[at] == main:
            passing = named(scene.sentence, at, scene.words)
            if passing is None or passing.tie not in {Tie.PASSING, Tie.OTHER}:
                return False
    return True


def told_under(scene: Scene, dated: Dated) -> Iterator[Told]:
    """What a sentence without a date tells that stands under one: below a heading, in a row, after a label."""
    clauses = scene.sentence.clauses
    index = _main(scene)
    if index is not None:
        found = [(title, what) for title, what, _, _ in of_clause(scene, index, None, dated)]
    elif any(clause.verb.finite for clause in clauses):
        found = []
    else:
        found = list(of_phrase(scene, 0, len(scene.sentence.tokens), whole_time(dated)))
    for title, what in found:
        if len(title.split()) > 1 or tells_alone(title, scene.words):
            names = participants(scene.text, scene.sentence.tokens, scene.words)
            yield Told(title, what, whole_time(dated), dated, names, 0.5)


def telling_of(scene: Scene) -> Telling:
    """What a line says by itself: by its verb, a participle, or a noun that names what happened."""
    tokens, words = scene.sentence.tokens, scene.words
    if any(
        clause.verb.finite and clause.role in {Role.MAIN, Role.JOINED} for clause in scene.sentence.clauses
    ):
        return Telling.CLAUSE
    if tokens and tokens[0].tag is not Tag.NAME and open_class(tokens[0].low, words) in ED:
        return Telling.DEED
    named = any(t.tag in ED or happens(t.low, words) for t in tokens) or names_deed([t.low for t in tokens])
    return Telling.NAMED if named else Telling.NOTHING


def told_heading(scene: Scene, dated: Dated) -> Iterator[Told]:
    """What a heading tells by the date under it, if it names a happening."""
    tokens = scene.sentence.tokens
    if scene.sentence.clauses or not any(happens(t.low, scene.words) for t in tokens):
        return
    start = next((i for i, t in enumerate(tokens) if t.tag not in {Tag.NUMBER, Tag.END, Tag.CLOSE}), 0)
    for title, what in of_phrase(scene, start, len(tokens), whole_time(dated)):
        if len(title.split()) > 1:
            names = participants(scene.text, tokens, scene.words)
            yield Told(title, what, whole_time(dated), dated, names, 0.5)


def told_in_row(scenes: Sequence[Scene], dated: Dated) -> Iterator[Told]:
    """What the other cells of a row tell by its date: the first that is a sentence, or else all of them, as a list."""
    for scene in scenes:
        if _main(scene) is not None:
            yield from told_under(scene, dated)
            return
    said = [phrase(s.sentence.tokens, 0, len(s.sentence.tokens), s.words) for s in scenes]
    said = [one for one in said if one]
    while len(said) > 1 and sum(len(one.split()) for one in said) > LONGEST:
        said.pop()
    title = ", ".join(said)
    if len(title.split()) > 1 or tells_alone(title, scenes[0].words):
        names = dict.fromkeys(
            name for s in scenes for name in participants(s.text, s.sentence.tokens, s.words)
        )
        when = whole_time(dated)
        what = Kind.PLAN if lies_ahead(when, scenes[0].written) else Kind.EVENT
        yield Told(title, what, when, dated, tuple(names), 0.5)


def _main(scene: Scene) -> int | None:
    """The sentence's first main clause that says what happened."""
    tense = {Tense.PAST, Tense.PRESENT, Tense.PERFECT}
    clauses = scene.sentence.clauses
    return next((i for i, c in enumerate(clauses) if c.role is Role.MAIN and c.verb.tense in tense), None)
