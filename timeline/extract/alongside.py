"""Alongside: clauses without a date that happened with the dated one they are joined to: "sank on 3 May, and forty men died".

What stands under a date that opens its sentence shares that date, and so do what was going on as it happened ("resigned on
Monday as crowds were gathering") and how many it killed. What is else added behind a date ("fell on 3 May, and its governor
was taken to Lorne") may have followed at any time and is left alone; so are a state, a lack, a perfect and "later", and what
gives a reason, a concession, or what came before.
"""

from collections.abc import Iterator

from timeline.extract.carried import happens_newly
from timeline.extract.clauses import Clause, Role
from timeline.extract.happenings import happens
from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.extract.words import Tag
from timeline.model.expression import Dated
from timeline.times.when import Date, Grain

_LINKS = frozenset({"and", "whereupon"})
_BREAKS = frozenset({"but", "yet", "or", "nor", "while", "whereas", "because", "for", "though", "although"})
_WHILE = frozenset({"as", "while", "when", "just"})
_HOSTS = frozenset({Role.MAIN, Role.JOINED})


def alongside(scene: Scene) -> Iterator[tuple[int, Dated]]:
    """Clauses without a date of their own, with the date of the clause that they happened with."""
    known: dict[
        int, tuple[int, bool]
    ] = {}  # by clause: where its date stands, and whether before its subject
    for index, clause in enumerate(scene.sentence.clauses):
        if (at := _own_date(scene, index)) is not None:
            known[index] = (at, clause.subject is not None and at < clause.subject[0])
            continue
        if _says_when(scene, index) or not happens_newly(scene, index) or scene.is_quoted(index):
            continue
        if (ended := _ending(scene, clause)) is not None:
            yield from ((index, one) for one in _plain(scene, ended, Grain.YEAR))
            continue
        host = _host(scene, index, clause)
        if host is None or host not in known or not _goes_with(scene, clause, host):
            continue
        at, shared = known[host]
        joined = clause.role is Role.MAIN
        if joined and not shared and not _is_toll(scene, clause):
            continue
        if joined:
            known[index] = known[host]
        yield from (
            (index, one) for one in _plain(scene, at, Grain.YEAR if joined and shared else Grain.MONTH)
        )


def _plain(scene: Scene, at: int, coarsest: Grain) -> Iterator[Dated]:
    """The date at a token, if it is one day, month or year, as fine as is asked, and no end of a range."""
    dated = scene.dated(at)
    if (
        dated is not None
        and isinstance(dated.when, Date)
        and dated.range is None
        and dated.when.grain <= coarsest
    ):
        yield dated


def _is_toll(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says how many died or were hurt: "and eleven workers were killed"."""
    tokens = scene.sentence.tokens
    counted = clause.subject is not None and tokens[clause.subject[0]].tag is Tag.NUMBER
    return counted and tokens[clause.verb.head].low in scene.words.toll


def _ending(scene: Scene, clause: Clause) -> int | None:
    """Where the date stands of what ended, or began, when a clause happened: "a strike in 2019, which ended | when he resigned"."""
    sentence, parent = scene.sentence, clause.parent
    if clause.role is not Role.ADVERBIAL or parent is None or sentence.tokens[clause.opener].low != "when":
        return None
    of = sentence.clauses[parent]
    bounded = sentence.tokens[of.verb.head].low in _BOUNDS and of.verb.tense is Tense.PAST
    if of.role is not Role.RELATIVE or of.antecedent is None or not bounded or clause.opener != of.verb.end:
        return None
    dates = [at for at in range(of.antecedent[1], of.opener) if scene.dated(at) is not None]
    return dates[0] if len(dates) == 1 else None


_BOUNDS = frozenset({"ended", "began", "started", "stopped", "collapsed", "failed", "broke"})


def _host(scene: Scene, index: int, clause: Clause) -> int | None:
    """The clause that a clause is joined to as what happened with it."""
    sentence = scene.sentence
    tokens = sentence.tokens
    if clause.role is Role.MAIN and index and clause.subject is not None:
        return _dated_host(scene, index - 1) if _is_added(scene, index, clause.subject[0]) else None
    if clause.role is Role.ADVERBIAL and clause.parent is not None and tokens[clause.opener].low in _WHILE:
        return clause.parent if clause.opener >= sentence.clauses[clause.parent].verb.end else None
    if clause.role is Role.RELATIVE and clause.subject != clause.antecedent and clause.antecedent is not None:
        return clause.parent if _is_within(scene, clause, clause.antecedent) else None
    return None


def _is_within(scene: Scene, clause: Clause, antecedent: tuple[int, int]) -> bool:
    """Whether a clause tells of what happened in what its host tells of: "paid a visit, during which", "held a rally at which"."""
    tokens, (start, end) = scene.sentence.tokens, antecedent
    if any(token.low in _APART for token in tokens[max(start - 2, 0) : start]):
        return False  # "was stopped after protests in which …"
    low = tokens[clause.opener].low
    beside = start > 0 and tokens[start - 1].tag is not Tag.PREPOSITION
    return low == "during" or (low in {"in", "at"} and beside and happens(tokens[end - 1].low, scene.words))


_APART = frozenset({"after", "before", "since", "until", "following", "despite", "of", "from"})


def _is_added(scene: Scene, index: int, start: int) -> bool:
    """Whether an "and" adds a clause with its subject at `start`; so may a semicolon what was done there, or elsewhere.

    "On 3 May bombs fell; | the yard was hit", "On 3 May the council met; | in London | the House sat".
    """
    sentence, clause = scene.sentence, scene.sentence.clauses[index]
    before = sentence.clauses[index - 1]
    between = [token.low for token in sentence.tokens[before.verb.end : start]]
    if any(token.low in scene.words.other_times for token in sentence.tokens[start : clause.verb.first]):
        return False
    if sentence.tokens[start - 1].tag is Tag.PREPOSITION or set(between) & (
        _BREAKS | scene.words.other_times
    ):
        return False
    near = between[-_NEAR:]
    elsewhere = bool(near) and near[-1] != ";"
    done = clause.verb.passive or elsewhere or _is_toll(scene, clause)
    return any(low in _LINKS for low in near) or (";" in near and done)


_NEAR = 8  # tokens before a subject in which its conjunction stands: "and in London | the House met"


def _dated_host(scene: Scene, index: int) -> int | None:
    """The main clause right before; where that is but a part of another, the one it is a part of."""
    clauses = scene.sentence.clauses
    at: int | None = index
    while at is not None and clauses[at].role not in _HOSTS:
        at = clauses[at].parent
    return at


def _goes_with(scene: Scene, clause: Clause, host: int) -> bool:
    """Whether two clauses tell in the same tense, and the first of what happened, with its subject."""
    tokens, one = scene.sentence.tokens, scene.sentence.clauses[host]
    if one.verb.tense is not clause.verb.tense or one.subject is None:
        return False
    if tokens[one.verb.first].low == "had" or one.role in {Role.CONDITIONAL, Role.TOLD}:
        return False
    if clause.role is Role.MAIN:
        tells = scene.words.reporting | scene.words.bare_telling
        return happens_newly(scene, host) and tokens[clause.verb.head].low not in tells
    return one.verb.tense is Tense.PAST


def _own_date(scene: Scene, index: int) -> int | None:
    """Where the only date of a clause stands that says when it happened; None where it has none, or several."""
    sentence = scene.sentence
    dates = [
        at
        for at, token in enumerate(sentence.tokens)
        if token.tag is Tag.TIME and sentence.owner[at] == index
    ]
    return dates[0] if len(dates) == 1 and scene.dated(dates[0]) is not None else None


def _says_when(scene: Scene, index: int) -> bool:
    """Whether a clause has words for a time of its own, a date or another."""
    sentence = scene.sentence
    return any(
        token.tag is Tag.TIME and sentence.owner[at] == index for at, token in enumerate(sentence.tokens)
    )
