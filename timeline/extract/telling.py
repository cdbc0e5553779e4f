"""Telling: the mentions of one sentence, from its tokens, its clauses and its dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.extract import headline, standing
from timeline.extract.background import Named, Tie, happens, named
from timeline.extract.carried import carried, happens_newly
from timeline.extract.clauses import Clause, Role
from timeline.extract.kinds import gives_figure, kind, lies_ahead, lies_behind
from timeline.extract.lives import bracket, life
from timeline.extract.names import participants
from timeline.extract.reference import is_person_noun
from timeline.extract.scene import Scene
from timeline.extract.subjects import meant_by_object, owner, speaker, subject
from timeline.extract.tense import Tense
from timeline.extract.wording import LONGEST, cleaned, phrase, written
from timeline.extract.words import Tag
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import Interval, Limit, When


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
        for title, what, when, confidence in _tellings(scene, at, dated):
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
    for index, clause in enumerate(scene.sentence.clauses):
        if clause.role is Role.MAIN and happens_newly(scene, index):
            for title, what, _, _ in _of_clause(scene, index, None, dated):
                if len(title.split()) > 1 and what is Kind.EVENT:
                    yield Told(title, what, _whole(dated), dated, names, 0.5)


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
        found = list(_of_phrase(scene, 0, len(scene.sentence.tokens), _whole(dated)))
    for title, what in found:
        if len(title.split()) > 1:
            names = participants(scene.text, scene.sentence.tokens, scene.words)
            yield Told(title, what, _whole(dated), dated, names, 0.5)


def told_heading(scene: Scene, dated: Dated) -> Iterator[Told]:
    """What a heading tells by the date under it, if it names a happening."""
    tokens = scene.sentence.tokens
    if scene.sentence.clauses or not any(happens(t.low, scene.words) for t in tokens):
        return
    start = next((i for i, t in enumerate(tokens) if t.tag not in {Tag.NUMBER, Tag.END, Tag.CLOSE}), 0)
    for title, what in _of_phrase(scene, start, len(tokens), _whole(dated)):
        if len(title.split()) > 1:
            names = participants(scene.text, tokens, scene.words)
            yield Told(title, what, _whole(dated), dated, names, 0.5)


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
        when = _whole(dated)
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
        yield from _of_clause(scene, opened, at, replace(dated, range=None) if _is_open(dated) else dated)


def _of_line(scene: Scene, at: int, dated: Dated) -> Iterator[Telling]:
    """What a line without a verb tells that a date heads or ends: "1921: first flight", "Opening of the pier, 1902"."""
    tokens, when = scene.sentence.tokens, _whole(dated)
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


def _is_open(dated: Dated) -> bool:
    """Whether its range has but one end: "since 2010", "until 1956"."""
    whole = dated.range.when if dated.range else None
    return isinstance(whole, Interval) and Limit.OPEN in (whole.start, whole.end)


def _of_clause(scene: Scene, index: int, at: int | None, dated: Dated) -> Iterator[Telling]:
    sentence, words = scene.sentence, scene.words
    cleft = standing.cleft(scene, index, at)
    own, index = (index, _spoken(scene, _ordered(scene, index))) if cleft is None else (cleft, cleft)
    if at is not None and (standing.is_taken_up(scene, index, at) or standing.is_aside(scene, index, at)):
        return
    if standing.is_alleged(scene, own):
        return
    when = _when(scene, at, dated)
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
    quoted = _quoting(scene, index)
    if quoted:
        yield quoted, what, when, 0.6
        return
    if standing.attributes(scene, index):
        said = headline.attributed(sentence, index, words)
        if said:
            yield said, what, when, 0.6
        return
    title, sure = _title(scene, index, at)
    telling = scene.words.reporting | scene.words.bare_telling | scene.words.claiming
    head = scene.sentence.tokens[scene.sentence.clauses[index].verb.head].low
    if title.count(" ") == 1 and head in telling:
        return  # "Mirov admitted" says nothing without what he did
    if what is Kind.EVENT and title and (teller := _according(scene)):
        title = f"{title}, according to {teller}"
    if at is not None and title and standing.ends_a_lack(scene, index, at):
        title += " until then"
    yield title, what, when, _confidence(sentence.clauses[index], title, dated, sure=sure)


def _quoting(scene: Scene, index: int) -> str:
    """A title for who said what stands in quotation marks before: "Faure told the envoy: “We will not leave”"; "" if too long."""
    sentence, words = scene.sentence, scene.words
    tokens, clause = sentence.tokens, sentence.clauses[index]
    if clause.subject is None or tokens[clause.verb.head].low not in words.reporting:
        return ""
    start, end = clause.subject
    opening = next((i for i in range(start) if tokens[i].tag is Tag.QUOTE), start)
    if tokens[start].tag is not Tag.QUOTE or opening == start or start + 1 == end:
        return ""
    own, _ = subject(scene, index)
    who = own or phrase(tokens, start + 1, end, words)
    told_ = headline.headline(sentence, index, words, who)
    said = written(cleaned(tokens, range(opening + 1, start), words)).rstrip(",.")
    whole = f"{told_}: “{said}”"
    return whole if len(whole.split()) <= LONGEST + 2 else told_


def _according(scene: Scene) -> str:
    """Who it is according to, for a title; "" where nobody is named: a survey and a law only say where it stands."""
    tokens = scene.sentence.tokens
    at = next(
        (i for i in range(len(tokens) - 2) if tokens[i].low == "according" and tokens[i + 1].low == "to"),
        None,
    )
    if at is None:
        return ""
    end = next(
        (i for i in range(at + 2, len(tokens)) if tokens[i].tag in {Tag.COMMA, Tag.END, Tag.STOP}),
        len(tokens),
    )
    names = [i for i in range(at + 2, end) if tokens[i].tag is Tag.NAME]
    if end < len(tokens) and tokens[end].tag is Tag.COMMA and not names:  # "the mayor of the town, Ann Lee,"
        after = next((i for i in range(end + 1, len(tokens)) if tokens[i].tag is not Tag.NAME), len(tokens))
        if after > end + 1 and after < len(tokens) and tokens[after].tag is Tag.COMMA:
            return written(tokens[end + 1 : after])
    said = tokens[at + 2 : end]
    person = any(is_person_noun(token.low, scene.words) for token in said) or tokens[end - 1].tag is Tag.NAME
    return scene.text[said[0].start : said[-1].end] if said and person and len(said) <= _FEW else ""


_FEW = 5  # words that name who says it


def _title(scene: Scene, index: int, at: int | None) -> tuple[str, bool]:
    sentence, words = scene.sentence, scene.words
    clause = sentence.clauses[index]
    who, sure = subject(scene, index)
    opening = range(*clause.subject) if clause.subject else range(0)
    first = next((sentence.tokens[i] for i in opening if sentence.tokens[i].tag is not Tag.QUOTE), None)
    if who is None and first is not None and first.low in words.first_person:
        said = speaker(scene)
        quoted = headline.headline(sentence, index, words, None, at)
        quoted = quoted.strip('"“”„«»')
        return (f"{said}: “{quoted}”" if said else f"“{quoted}”") if quoted else "", False
    if who is None:
        return "", False
    if (
        clause.role is Role.TOLD
        and not sure
        and first is not None
        and first.tag is Tag.PRONOUN
        and clause.parent is not None
    ):
        return _title(scene, clause.parent, None)  # who "he" is stays with who says so
    known = _objects(scene, index)
    return headline.headline(sentence, index, words, who or None, at, known=known), sure


_ORDERING = frozenset(["ordered", "allowed", "asked", "told", "wanted", "caused"])


def _ordered(scene: Scene, index: int) -> int:
    """The clause that orders what is "to be done", which is no plan then: "ordered the passengers to be taken off"."""
    clauses, tokens = scene.sentence.clauses, scene.sentence.tokens
    clause = clauses[index]
    if tokens[clause.verb.first].tag is not Tag.TO or clause.parent is None:
        return index
    parent = clauses[clause.parent].verb
    return clause.parent if parent.finite and tokens[parent.head].low in _ORDERING else index


def _objects(scene: Scene, index: int) -> dict[str, str]:
    """What the pronoun that a clause's verb governs stands for, where that is certain."""
    tokens, end = scene.sentence.tokens, scene.sentence.clauses[index].verb.end
    low = tokens[end].low if end < len(tokens) else ""
    known = dict.fromkeys(scene.hero.pronouns & {"him", "her"}, scene.hero.name) if scene.hero else {}
    if (
        low in {"him", "her", "it", "them"}
        and low not in known
        and (meant := meant_by_object(scene, index, low))
    ):
        person = low in {"him", "her"}
        known[low] = meant if person or meant[:1].isupper() else f"the {meant}"
    return known


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
    when = dated.when if passing.start < at and passing.end > at + 1 else _when(scene, at, dated)
    what = Kind.EVENT if passing.tie is Tie.WITHIN else Kind.BACKGROUND
    named_well = len(title.split()) > 1  # "war" alone names nothing
    return (title if named_well else ""), what, when, 0.6


def _when(scene: Scene, at: int | None, dated: Dated) -> When:
    """The date, or its whole range; a deadline ("by March") is a date of its own, and so is where something begins.

    "Renewed in 2010 until 2012" was so in 2010, "cancelled with effect from 1 October" on that day.
    """
    tokens = scene.sentence.tokens
    if at is not None and at > 0:
        before, words = tokens[at - 1].low, tokens[at].low.split()
        if before == "by" or (before in {"in", "on"} and ("until" in words or "till" in words)):
            return dated.when
        if before == "before" and words[:3] == ["the", "end", "of"]:
            return dated.when
        head = (
            tokens[scene.sentence.clauses[scene.sentence.owner[at]].verb.head].low
            if scene.sentence.clauses
            else ""
        )
        lack = bool(scene.sentence.clauses) and scene.sentence.clauses[scene.sentence.owner[at]].verb.negated
        if before in {"until", "till"} and (head in _PUT_OFF or lack):
            return dated.when  # "did not arrive until 11 June"
        if before in {"from", "as"} and at > 1 and tokens[at - 2].low in {"effect", "effective"}:
            return dated.when
    return _whole(dated)


# What is put off until a day happens on it.
_PUT_OFF = frozenset(
    ["given", "postponed", "delayed", "adjourned", "deferred", "put", "moved", "rescheduled"]
)


def _whole(dated: Dated) -> When:
    return dated.range.when if dated.range else dated.when


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
