"""Telling: the mentions of one sentence, from its tokens, its clauses and its dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.extract import headline, standing
from timeline.extract.background import Named, Tie, happens, named
from timeline.extract.carried import carried, happens_newly
from timeline.extract.clauses import Clause, Role
from timeline.extract.dating import is_open_ended, time_of, whole_time
from timeline.extract.fragments import entry, fragment, without_subject
from timeline.extract.kinds import gives_figure, kind, lies_ahead, lies_behind
from timeline.extract.lives import bracket, life
from timeline.extract.names import participants
from timeline.extract.naming import according_to, clause_title, quoting_title
from timeline.extract.scene import Scene
from timeline.extract.subjects import owner
from timeline.extract.tense import Tense
from timeline.extract.wording import LONGEST, phrase
from timeline.extract.words import Tag
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import When


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
    if above is not None and _undated(scene):
        yield from told_under(scene, above)
    names: tuple[str, ...] | None = None
    seen: set[tuple[str, When]] = set()
    for at in range(len(scene.sentence.tokens)):
        dated = scene.dated(at)
        if dated is None or standing.in_dateline(scene, at):
            continue
        if scene.sentence.clauses and without_subject(scene, at):
            continue
        item = entry(scene, at) if listed else None
        for title, what, when, confidence in (
            _tellings(scene, at, dated) if item is None else _of_entry(scene, item, dated)
        ):
            if len(title.split()) < 2 or (title, when) in seen:
                continue
            seen.add((title, when))
            names = participants(scene.text, scene.sentence.tokens, scene.words) if names is None else names
            yield Told(title, what, when, dated, names, confidence)
    for index, dated in carried(scene, listed=listed):
        for title, what, when, confidence in _of_clause(scene, index, None, dated):
            if len(title.split()) > 1 and what is Kind.EVENT and (title, when) not in seen:
                names = (
                    participants(scene.text, scene.sentence.tokens, scene.words) if names is None else names
                )
                yield Told(title, what, when, dated, names, confidence)


def told_on(scene: Scene, dated: Dated) -> Iterator[Told]:
    """What a further sentence under a date tells, if it tells that something happened then."""
    names = participants(scene.text, scene.sentence.tokens, scene.words)
    if not scene.sentence.clauses:
        said = fragment(scene)
        found = _of_phrase(scene, *said, whole_time(dated)) if said is not None else ()
        for title, what in found:
            if _FEWEST <= len(title.split()) <= _LABELLED:
                yield Told(title, what, whole_time(dated), dated, names, 0.5)
    for index, clause in enumerate(scene.sentence.clauses):
        if clause.role is Role.MAIN and happens_newly(scene, index):
            for title, what, _, _ in _of_clause(scene, index, None, dated):
                if len(title.split()) > 1 and what is Kind.EVENT:
                    yield Told(title, what, whole_time(dated), dated, names, 0.5)


def told_label(scene: Scene) -> Iterator[Told]:
    """What a line without a verb tells that opens with its date, where that is a label: "**1931** First patent"."""
    tokens = scene.sentence.tokens
    at = next((i for i in range(len(tokens)) if scene.dated(i) is not None), None)
    dated = scene.dated(at) if at is not None else None
    if at is None or dated is None or scene.sentence.clauses:
        return
    names = participants(scene.text, tokens, scene.words)
    for title, what in _of_phrase(scene, at + 1, len(tokens), whole_time(dated)):
        if 1 < len(title.split()) <= _LABELLED:
            yield Told(title, what, whole_time(dated), dated, names, 0.5)


_FEWEST = 3  # … that stands with others under a date
_LABELLED = 10  # words that a line without a verb may have


def _undated(scene: Scene) -> bool:
    """Whether no date of a sentence is its main clause's: each is another clause's, or of what is named in passing."""
    main = _main(scene)
    if main is None:
        return False
    for at in range(len(scene.sentence.tokens)):
        if scene.dated(at) is not None and scene.sentence.owner[at] == main:
            passing = named(scene.sentence, at, scene.words)
            if passing is None or passing.tie is not Tie.PASSING:
                return False
    return True


def told_under(scene: Scene, dated: Dated) -> Iterator[Told]:
    """What a sentence without a date tells that stands under one: below a heading, in a row, after a label."""
    clauses = scene.sentence.clauses
    index = _main(scene)
    if index is not None:
        found = [(title, what) for title, what, _, _ in _of_clause(scene, index, None, dated)]
    elif any(clause.verb.finite for clause in clauses):
        found = []
    else:
        found = list(_of_phrase(scene, 0, len(scene.sentence.tokens), whole_time(dated)))
    for title, what in found:
        if len(title.split()) > 1:
            names = participants(scene.text, scene.sentence.tokens, scene.words)
            yield Told(title, what, whole_time(dated), dated, names, 0.5)


def told_heading(scene: Scene, dated: Dated) -> Iterator[Told]:
    """What a heading tells by the date under it, if it names a happening."""
    tokens = scene.sentence.tokens
    if scene.sentence.clauses or not any(happens(t.low, scene.words) for t in tokens):
        return
    start = next((i for i, t in enumerate(tokens) if t.tag not in {Tag.NUMBER, Tag.END, Tag.CLOSE}), 0)
    for title, what in _of_phrase(scene, start, len(tokens), whole_time(dated)):
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
    if len(title.split()) > 1:
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


def _of_phrase(scene: Scene, start: int, end: int, when: When) -> Iterator[tuple[str, Kind]]:
    """What tokens without a verb tell: "First flight", "Turnover: 4.1 million euros"."""
    tokens = scene.sentence.tokens
    title = phrase(tokens, start, end, scene.words)
    if gives_figure(tokens[start:end], scene.words):
        yield title, Kind.STATISTIC
    else:
        yield title, Kind.PLAN if lies_ahead(when, scene.written) else Kind.EVENT


Telling = tuple[str, Kind, When, float]


def _of_entry(scene: Scene, item: tuple[int, int], dated: Dated) -> Iterator[Telling]:
    """What an item of a list tells that has no verb of its own."""
    when = whole_time(dated)
    yield from ((title, what, when, 0.5) for title, what in _of_phrase(scene, *item, when))


def _tellings(scene: Scene, at: int, dated: Dated) -> Iterator[Telling]:
    if bracket(scene, at) is not None:
        lives = life(scene, at, dated)
        yield from ((title, Kind.EVENT, when, 0.9) for title, when in lives)
        return
    if not scene.sentence.clauses:
        line = list(_of_line(scene, at, dated))
        if line:
            yield from line
            return
    opened = standing.opens_clause(scene, at)
    passing = named(scene.sentence, at, scene.words)
    if passing is not None and passing.tie is Tie.OTHER and opened is None:
        return
    if passing is not None and passing.tie in {Tie.PASSING, Tie.WITHIN}:
        yield _in_passing(scene, at, passing, dated)
        if passing.tie is Tie.PASSING:
            if (
                scene.sentence.tokens[at].owns and scene.sentence.clauses
            ):  # "last year's imports" dates its figures
                clause = max(scene.sentence.owner[at], 0)
                yield from (t for t in _of_clause(scene, clause, at, dated) if t[1] is Kind.STATISTIC)
            return
    if not scene.sentence.clauses:
        return
    if standing.is_context(scene, at):
        return
    own = standing.dated_clause(scene, max(scene.sentence.owner[at], 0))
    if (passing is None or passing.tie is not Tie.OTHER) and not standing.is_apart(scene, own, at):
        yield from _of_clause(scene, own, at, dated)
    if opened is not None and opened != own:
        # "under pressure since May, when a crane fell": the crane fell in May
        yield from _of_clause(
            scene, opened, at, replace(dated, range=None) if is_open_ended(dated) else dated
        )


def _of_line(scene: Scene, at: int, dated: Dated) -> Iterator[Telling]:
    """What a line without a verb tells that a date heads or ends: "1921: first flight", "Opening of the pier, 1902"."""
    tokens, when = scene.sentence.tokens, whole_time(dated)
    if standing.is_label(scene, at):
        found = _of_phrase(scene, at + 2, len(tokens), when)
    elif (side := standing.beside(scene, at)) and any(
        happens(t.low, scene.words) for t in tokens[slice(*side)]
    ):
        found = _of_phrase(scene, *side, when)
    else:
        return
    for title, what in found:
        if len(title.split()) > 1:
            yield title, what, when, 0.5


def _of_clause(scene: Scene, index: int, at: int | None, dated: Dated) -> Iterator[Telling]:
    sentence, words = scene.sentence, scene.words
    cleft = standing.cleft(scene, index, at)
    own, index = (index, _spoken(scene, _ordered(scene, index))) if cleft is None else (cleft, cleft)
    if at is not None and (standing.is_taken_up(scene, index, at) or standing.is_aside(scene, index, at)):
        return
    lasting = is_open_ended(dated) or (
        at is not None and at > 0 and scene.sentence.tokens[at - 1].low == "since"
    )
    if at is not None and lasting and standing.is_inserted(scene, index, at):
        return
    if standing.is_alleged(scene, own):
        return
    when = time_of(scene, at, dated)
    where = sentence.clauses[index].verb.end if at is None else at
    what = kind(
        sentence,
        index,
        where,
        words,
        ahead=lies_ahead(when, scene.written),
        past=lies_behind(when, scene.written),
    )
    if what is None:
        return
    if what is Kind.EVENT and (own != index or _only_claimed(scene, index, at)):
        what = Kind.BACKGROUND  # when it is said to have been, not when somebody said so
    quoted = quoting_title(scene, index)
    if quoted:
        yield quoted, what, when, 0.6
        return
    if standing.attributes(scene, index):
        said = headline.attributed(sentence, index, words)
        if said:
            yield said, what, when, 0.6
        return
    title, sure = clause_title(scene, index, at)
    telling = scene.words.reporting | scene.words.bare_telling | scene.words.claiming
    head = scene.sentence.tokens[scene.sentence.clauses[index].verb.head].low
    if title.count(" ") == 1 and head in telling:
        return  # "Mirov admitted" says nothing without what he did
    if what is Kind.EVENT and title and (teller := according_to(scene)):
        title = f"{title}, according to {teller}"
    if at is not None and title and standing.ends_a_lack(scene, index, at):
        title += " until then"
    yield title, what, when, _confidence(sentence.clauses[index], title, dated, sure=sure)


_ORDERING = frozenset(["ordered", "allowed", "asked", "told", "wanted", "caused"])


def _ordered(scene: Scene, index: int) -> int:
    """The clause that orders what is "to be done", which is no plan then: "ordered the passengers to be taken off"."""
    clauses, tokens = scene.sentence.clauses, scene.sentence.tokens
    clause = clauses[index]
    if tokens[clause.verb.first].tag is not Tag.TO or clause.parent is None:
        return index
    parent = clauses[clause.parent].verb
    return clause.parent if parent.finite and tokens[parent.head].low in _ORDERING else index


def _only_claimed(scene: Scene, index: int, at: int | None) -> bool:
    """Whether the date is of what somebody is only said to have done: "accused of having known in 2011"."""
    tokens, verb = scene.sentence.tokens, scene.sentence.clauses[index].verb
    if at is None:
        return False
    alleged = scene.words.claiming | scene.words.reporting
    after = [token.tag for token in tokens[verb.end : verb.end + 2]]
    if verb.passive and tokens[verb.head].low in alleged and after == [Tag.TO, Tag.HAVE]:
        return True  # "is alleged to have accepted money in 2002"
    if tokens[verb.head].low not in scene.words.claiming:
        return False
    between = tokens[verb.end : at]
    return any(t.tag is Tag.ING or t.low == "having" for t in between) and not any(
        t.tag is Tag.TIME for t in between
    )


def _spoken(scene: Scene, index: int) -> int:
    """The clause to tell: what somebody only claims is told with who claims it."""
    sentence, words = scene.sentence, scene.words
    while True:
        clause = sentence.clauses[index]
        if clause.role is not Role.TOLD or clause.parent is None:
            return index
        teller = sentence.clauses[clause.parent]
        low = sentence.tokens[teller.verb.head].low
        if low in words.neutral and low not in words.claiming and not teller.verb.negated:
            return index
        first = sentence.tokens[teller.subject[0]].low if teller.subject else ""
        if first == "it" and teller.verb.passive and low not in words.claiming:
            return index  # "it was agreed that …": nobody tells it
        index = clause.parent


def _in_passing(scene: Scene, at: int, passing: Named, dated: Dated) -> Telling:
    sentence = scene.sentence
    whose = ""
    if sentence.tokens[passing.start].tag is Tag.POSSESSIVE:
        whose = owner(scene, max(sentence.owner[at], 0) if sentence.clauses else None, passing.start)
    title = phrase(sentence.tokens, passing.start, passing.end, scene.words, whose)
    if " " not in title and sentence.tokens[passing.start].tag is Tag.POSSESSIVE:
        title = (
            f"{sentence.tokens[passing.start].text} {title.lower()}".capitalize()
        )  # whose it is stays open
    # an attributive date dates the thing named, whatever "since" before it says of the clause
    when = dated.when if passing.start < at and passing.end > at + 1 else time_of(scene, at, dated)
    what = Kind.EVENT if passing.tie is Tie.WITHIN else Kind.BACKGROUND
    tokens = sentence.tokens
    by_year = passing.end in {at - 1, at + 1} and tokens[at - 1].low == "of" and tokens[at].text.isdigit()
    if by_year and title and " " not in title and happens(title.lower(), scene.words):
        title = f"{title} of {tokens[at].text}"  # "war" alone names nothing, "the fire of 1891" a fire
    named_well = len(title.split()) > 1
    return (title if named_well else ""), what, when, 0.6


def _confidence(clause: Clause, title: str, dated: Dated, *, sure: bool) -> float:
    value = 0.9
    if clause.role not in {Role.MAIN, Role.JOINED}:
        value -= 0.1
    if not sure:
        value -= 0.2
    if dated.assumed:
        value -= 0.1
    size = len(title.split())
    if size < 3 or size > LONGEST:
        value -= 0.2
    return round(max(value, 0.1), 2)
