"""Reckoned: what was so long before or after the date of its own sentence: "joined on 29 August, nine days after Lund had left"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.extract.by_clause import Telling, of_clause
from timeline.extract.clauses import Role
from timeline.extract.happenings import happens
from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.extract.wording import phrase
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times import algebra
from timeline.times.reading import Hung
from timeline.times.when import Date, Grain, Qualifier, qualified

_DIGITS = 3  # of a length of time; more is a year
_COUNTS = {
    "a": 1, "an": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20,
}  # fmt: skip
_UNITS = {
    "day": (Grain.DAY, 1), "week": (Grain.WEEK, 1), "fortnight": (Grain.WEEK, 2), "month": (Grain.MONTH, 1),
    "year": (Grain.YEAR, 1), "decade": (Grain.YEAR, 10),
}  # fmt: skip
_SIDES = {"after": -1, "before": 1}
_HOURS = frozenset({"hour", "hours", "minute", "minutes", "moments", "seconds"})
_COUNTING = frozenset({Tag.NUMBER, Tag.DETERMINER, Tag.ADVERB})
_BOUNDING = frozenset({"than", "over", "least", "most", "under"})
_EXACT = frozenset({"just", "only", "exactly", "barely", "scarcely"})


def reckoned(scene: Scene) -> Iterator[tuple[Dated, Telling]]:
    """What stands behind "so long after" or "so long before" beside a date, told for the day, month or year that this makes."""
    tokens = scene.sentence.tokens
    for side in range(2, len(tokens) - 2):
        if tokens[side].low not in _SIDES:
            continue
        length = _length(scene, side)
        beside = _date_beside(scene, side, length[2]) if length is not None else None
        dated = scene.dated(beside) if beside is not None else None
        if length is None or dated is None or not isinstance(dated.when, Date):
            continue
        count, grain, start = length
        by = count * _SIDES[tokens[side].low]
        when = _moved(dated.when, grain, by) if by else _same(dated.when)
        if when is None or dated.range is not None:
            continue
        said = scene.text[tokens[start].start : tokens[side].end]
        step = f'this is told of what was "{said}" it, read backwards'
        other = replace(dated, when=when, steps=(*dated.steps, step))
        yield from ((other, telling) for telling in _told(scene, side, other))


def _length(scene: Scene, side: int) -> tuple[int, Grain, int] | None:
    """How many of which unit stand before "after", and at which token they begin."""
    tokens = scene.sentence.tokens
    known = scene.dated(side - 1)
    hung = known is None or isinstance(known.expression.reading, Hung)
    whole = tokens[side - 1].tag is Tag.TIME and hung  # "a week" is one token
    start = side - 1 if whole else side - 2
    said = [word for token in tokens[start:side] for word in token.low.split()]
    if said[-1] in _HOURS:
        return _hours(tokens, side)
    unit = _UNITS.get(said[-1].removesuffix("s"))
    if start and tokens[start - 1].low in _BOUNDING:
        return None  # "more than two years after": any time before that
    count = int(said[0]) if said[0].isdecimal() and len(said[0]) <= _DIGITS else _COUNTS.get(said[0])
    while start > 0 and tokens[start - 1].low in _EXACT:
        start -= 1
    return (count * unit[1], unit[0], start) if unit is not None and count and len(said) == _PAIR else None


_PAIR = 2  # words of "two years"


def _hours(tokens: Sequence[Token], side: int) -> tuple[int, Grain, int]:
    """The same day, for what was hours or minutes before: "| some three hours | after"."""
    start = side - 1
    while start > 0 and (tokens[start - 1].tag in _COUNTING or tokens[start - 1].low in _EXACT):
        start -= 1
    return 0, Grain.DAY, start


def _same(when: Date) -> Date | None:
    """About the day itself, for what was hours before; None where no day is known."""
    return _about(when) if when.grain is Grain.DAY else None


def _date_beside(scene: Scene, side: int, start: int) -> int | None:
    """The date that a length of time is counted from: right before it, in the same clause before it, or at the sentence's main verb."""
    sentence = scene.sentence
    tokens, owner = sentence.tokens, sentence.owner
    end = _end(scene, side)
    if start == 0:
        after = [i for i in range(end, len(tokens)) if scene.dated(i) is not None]
        return after[0] if len(after) == 1 and sentence.clauses[owner[after[0]]].role is Role.MAIN else None
    at = next((i for i in range(start - 1, -1, -1) if tokens[i].tag is Tag.TIME), None)
    if at is None or scene.dated(at) is None:
        return None
    between = tokens[at + 1 : start]
    if owner[at] != owner[start] and not (_is_host(scene, owner[at], owner[start]) and _apart(between)):
        return None
    if any(token.tag in {Tag.COORDINATOR, Tag.STOP, Tag.OPEN} for token in between):
        return None
    opens = any(clause.opener == side for clause in sentence.clauses)
    closes = opens or end >= len(tokens) or tokens[end].tag in {Tag.END, Tag.STOP, Tag.COMMA, Tag.COORDINATOR}
    return at if closes else None


def _is_host(scene: Scene, host: int, index: int) -> bool:
    """Whether a main clause is what another hangs on: "announced on 3 May | that it would leave"."""
    clauses = scene.sentence.clauses
    at: int | None = index
    while at is not None and at != host:
        at = clauses[at].parent
    return at == host and clauses[host].role in {Role.MAIN, Role.JOINED}


def _apart(between: Sequence[Token]) -> bool:
    """Whether a comma closes what stands between a date and a length of time."""
    return bool(between) and between[-1].tag is Tag.COMMA


def _end(scene: Scene, side: int) -> int:
    """Where what is counted from ends: its clause, or its noun phrase."""
    tokens, owner = scene.sentence.tokens, scene.sentence.owner
    at = side + 1
    while (
        at < len(tokens)
        and owner[at] == owner[side + 1]
        and tokens[at].tag not in {Tag.COMMA, Tag.STOP, Tag.END}
    ):
        at += 1
    return at


def _moved(when: Date, grain: Grain, by: int) -> Date | None:
    """A date moved, as exact as both the date and the unit are; None where that would be finer than the date.

    It is marked as about then where the unit is coarser than the date, for then it was counted roughly: two years from a
    day make a year, and four days from a month about that month.
    """
    if grain is Grain.DAY and when.grain > grain:
        return _about(when) if abs(by) <= _FEW else None
    if grain < when.grain and not (grain is Grain.WEEK and when.grain is Grain.DAY):
        return None
    if grain is Grain.WEEK:
        return _about(algebra.shifted(when, Grain.DAY, 7 * by))
    there = algebra.shifted(when, grain, by)
    return _about(there) if grain > when.grain else there


_FEW = 7  # days that leave a month or a year much the same


def _about(when: Date) -> Date | None:
    marked = qualified(when, Qualifier.APPROXIMATE)
    return marked if isinstance(marked, Date) else None


def _told(scene: Scene, side: int, dated: Dated) -> Iterator[Telling]:
    """What is told behind "after": a clause that happened, or a happening that is named."""
    sentence, words = scene.sentence, scene.words
    tokens = sentence.tokens
    index = next(
        (i for i, c in enumerate(sentence.clauses) if c.opener == side and c.role is Role.ADVERBIAL), None
    )
    if index is not None:
        if sentence.clauses[index].verb.tense is Tense.PAST and not sentence.clauses[index].verb.negated:
            yield from (t for t in of_clause(scene, index, None, dated) if t[1] is Kind.EVENT)
        return
    first = end = side + 1
    while end < len(tokens) and (tokens[end].tag in NOMINAL or _links(tokens, end)):
        end += 1
    head = next((i for i in range(first, end) if tokens[i].tag is Tag.PREPOSITION), end) - 1
    if head >= first and happens(tokens[head].low, words):
        title = phrase(tokens, first, end, words)
        if len(title.split()) > 1:
            yield title, Kind.BACKGROUND, dated.when, 0.5


def _links(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition goes on with a noun phrase: "the crash | on the road"."""
    placed = tokens[at].low in {"of", "in", "on", "at", "by", "above", "near"}
    return placed and at + 1 < len(tokens) and tokens[at + 1].tag in NOMINAL
