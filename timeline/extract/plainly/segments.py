"""Segments: a sentence cut at every mark, connective and word that may open a clause."""

import itertools
from collections.abc import Iterator, Sequence

from timeline.extract.plainly.verbs import finite_at
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords
from timeline.records import dataclass

_LOOK_AHEAD = 4  # segments in which the verb of a clause that has it last is sought


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens from `first` up to `last`, and what stands before them: "hard", "comma", "coordinator", "opener"."""

    first: int
    last: int
    link: str


def segments(tokens: Sequence[Token], words: TellingWords) -> Iterator[Segment]:
    """A sentence cut at every mark, connective and word that may open a clause; asides left out."""
    hidden = asides(tokens, words)
    named = quoted_names(tokens, words)
    first, link = 0, "hard"
    for at in range(len(tokens)):
        kind = _cuts(tokens, at, words) or ("coordinator" if _links(tokens, first, at, words) else None)
        if at in hidden or at in named or kind is None:
            continue
        yield from _trimmed(tokens, first, at, link, hidden)
        first = at if kind == "opener" else at + 1
        link = kind if not (kind == "opener" and first and tokens[first - 1].tag is Tag.COMMA) else "comma"
        if kind in {"opener", "coordinator"} and at and tokens[at - 1].tag is Tag.STOP:
            link = "hard"
    yield from _trimmed(tokens, first, len(tokens), link, hidden)


def quoted_names(tokens: Sequence[Token], words: TellingWords) -> frozenset[int]:
    """The tokens between quotation marks in which no verb stands: a name, whose "und" joins no clauses."""
    marks = [i for i, t in enumerate(tokens) if t.tag is Tag.QUOTE]
    found: set[int] = set()
    for one, two in zip(marks[::2], marks[1::2], strict=False):
        inside = range(one, two)
        if not any(finite_at(tokens, i, words) or tokens[i].tag is Tag.COMMA for i in inside):
            found.update(inside)
    return frozenset(found)


def _trimmed(
    tokens: Sequence[Token], first: int, last: int, link: str, hidden: frozenset[int]
) -> Iterator[Segment]:
    """A segment, if it has a word or a date; in pieces where an aside stands inside."""
    runs: list[tuple[int, int]] = []
    at = first
    while at < last:
        if at in hidden:
            at += 1
            continue
        end = at
        while end < last and end not in hidden:
            end += 1
        runs.append((at, end))
        at = end
    for begin, end in runs:
        if any(is_word(t) or t.tag is Tag.TIME for t in tokens[begin:end]):
            yield Segment(begin, end, link)
            link = "aside"


def _cuts(tokens: Sequence[Token], at: int, words: TellingWords) -> str | None:
    token = tokens[at]
    if token.tag is Tag.STOP:
        return "hard"
    if token.tag is Tag.COMMA:
        return "comma"
    if token.tag is not Tag.NOUN:
        return None
    if token.low in words.coordinators:
        return "coordinator" if not at or conjunction(tokens, at - 1, words) != _THREE else None
    before = tokens[at - 1] if at else None
    bare = token.low in words.bare_relatives or token.low in words.complementizers
    if before is not None and bare and before.tag is not Tag.COMMA:
        led = before.low in words.clause_prepositions or any(
            conjunction(tokens, i, words) == at - i + 1 for i in range(max(0, at - 2), at)
        )
        return None if led or only(tokens, at, words) else "opener"
    return "opener" if conjunction(tokens, at, words) else None


def _links(tokens: Sequence[Token], first: int, at: int, words: TellingWords) -> bool:
    """Whether an article joins two verbs, as one of its letter does: "pikturoi kishën e | u vendos", not "kisha e madhe"."""
    if tokens[at].low not in words.linking_articles or tokens[at].tag is not Tag.NOUN:
        return False
    after = at + 1
    while after < len(tokens) and (tokens[after].tag is Tag.TIME or tokens[after].low in words.before_date):
        after += 1
    subject = after
    while after < len(tokens) and (tokens[after].tag is Tag.NAME or tokens[after].low in words.reflexives):
        after += 1
    noun = after == subject and after < len(tokens) and tokens[after].low in words.nominatives
    if noun and not finite_at(tokens, after, words):
        after += 1
    while after < len(tokens) and tokens[after].low in words.reflexives:
        after += 1
    follows = after < len(tokens) and finite_at(tokens, after, words)
    return follows and any(finite_at(tokens, i, words) for i in range(first, at))


def conjunction(tokens: Sequence[Token], at: int, words: TellingWords) -> int:
    """How many words from one on are a conjunction that ends in "que", 0 if none: "después de que", "pre nego što"."""
    if tokens[at].low not in words.clause_prepositions:
        return 0
    following = [token.low for token in tokens[at + 1 : at + 3]]
    if following[:1] and following[0] in words.complementizers:
        return 2
    tied = len(following) > 1 and (following[0] in words.attributive or following[0] in words.than)
    return _THREE if tied and following[1] in words.complementizers else 0


def only(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a word that may open a clause only sets off when or where: "ne sort qu'à la Libération"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or tokens[at].low.rstrip("'") not in ONLY:
        return False
    placed = after.tag is Tag.TIME or (after.low in words.prepositions and after.tag is Tag.NOUN)
    return placed and any(token.low in DENYING for token in tokens[max(0, at - _NEAR) : at])


_THREE = 3  # words of "pre nego što"
DENYING = frozenset({"ne", "n'"})
ONLY = frozenset({"que", "qu"})
_NEAR = 9  # tokens between "ne" and "que"


def ends_in_verb(tokens: Sequence[Token], segment: Segment, words: TellingWords) -> bool:
    """Whether the last word of a segment is a finite verb."""
    last = next((i for i in range(segment.last - 1, segment.first - 1, -1) if is_word(tokens[i])), None)
    return last is not None and finite_at(tokens, last, words)


def whole_segments(
    tokens: Sequence[Token], segments: Sequence[Segment], words: TellingWords
) -> Iterator[Segment]:
    """Segments, those that open a clause with its verb last joined with the ones up to that verb."""
    segments = tuple(_behind_dates(tokens, segments, words))
    at = 0
    while at < len(segments):
        segment = segments[at]
        at += 1
        low = next((tokens[i].low for i in range(segment.first, segment.last) if is_word(tokens[i])), "")
        opens = (
            low in words.subordinators
            or low in words.complementizers
            or (low in words.relatives and segment.link == "comma")
        )
        if words.verb_second and opens and not _has_finite(tokens, segment, words):
            for ahead in range(at, min(at + _LOOK_AHEAD, len(segments))):
                if segments[ahead].link == "hard":
                    break
                if _has_finite(tokens, segments[ahead], words):
                    segment = Segment(segment.first, segments[ahead].last, segment.link)
                    at = ahead + 1
                    break
        yield segment


def _behind_dates(
    tokens: Sequence[Token], segments: Sequence[Segment], words: TellingWords
) -> Iterator[Segment]:
    """Segments, each with the date that a connective and a comma set before it: "…, mais | le 3 mai, la halle brûla"."""
    at = 0
    while at < len(segments):
        segment, following = segments[at], segments[at + 1 : at + 2]
        at += 1
        if following and following[0].link == "comma" and _only_when(tokens, segment, words):
            before = segment.first - 1
            while before > 0 and tokens[before].tag is Tag.COMMA:
                before -= 1
            linked = before > 0 and tokens[before].low in words.coordinators
            inserted = before + 1 < segment.first  # "et, en 1850, fut"
            first = next(
                (i for i in range(following[0].first, following[0].last) if is_word(tokens[i])), None
            )
            told = any(finite_at(tokens, i, words) for i in range(before))
            again = not inserted and tokens[before - 1].tag is Tag.TIME
            again = again and first is not None and finite_at(tokens, first, words)
            if linked and told and not again and _has_finite(tokens, following[0], words):
                segment = Segment(segment.first, following[0].last, "coordinator")
                at += 1
        yield segment


def _only_when(tokens: Sequence[Token], segment: Segment, words: TellingWords) -> bool:
    """Whether a segment is a date and what ties it to its clause."""
    said = [tokens[i] for i in range(segment.first, segment.last) if tokens[i].tag is not Tag.COMMA]
    dated = any(token.tag is Tag.TIME for token in said)
    ties = words.before_date, words.after_date, words.adverbs
    return dated and all(t.tag is Tag.TIME or any(t.low in group for group in ties) for t in said)


def _has_finite(tokens: Sequence[Token], segment: Segment, words: TellingWords) -> bool:
    return any(finite_at(tokens, i, words) for i in range(segment.first, segment.last))


def asides(tokens: Sequence[Token], words: TellingWords) -> frozenset[int]:
    """The tokens in brackets, and between two dashes where no verb stands between."""
    found: set[int] = set()
    depth = 0
    for at, token in enumerate(tokens):
        depth += token.tag is Tag.OPEN
        if depth:
            found.add(at)
        depth -= token.tag is Tag.CLOSE and depth > 0
    dashes = [i for i, t in enumerate(tokens) if t.tag is Tag.STOP and t.low[:1] in "–—-"]
    for one, two in itertools.pairwise(dashes):
        inside = range(one, two + 1)
        if found.isdisjoint(inside) and not any(finite_at(tokens, i, words) for i in inside):
            found.update(inside)
    return frozenset(found)
