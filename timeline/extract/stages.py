"""Stages: what a line says after its colon, piece by piece, each with a date: "Ferry Petrel: launched 1921, sold 1934".

So too "Three calls: 29 June, yacht adrift; 18 July, walker cut off" and "Tour of Ulm: 1st (1952, 1953)". Only where every
piece has a date and words of its own; a sentence is none.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from timeline.extract.kinds import lies_ahead
from timeline.extract.tails import names_a_book
from timeline.extract.wording import LONGEST
from timeline.model.document import Document, Span
from timeline.model.event import Kind
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass
from timeline.times.when import When

# no run of blanks or underscores is read twice: a line may be ruled with hundreds
_HEAD = re.compile(r"[\s*_]*+(?P<head>[^\n:|]{3,70}?)[*_]*+(?:\s*+:[*_]*+|\s++[–—])\s+")
_BEFORE_BRACKET = re.compile(
    r"[\s*_]*+(?P<head>[^\n:|()]{3,70}?)[*_]*+\s++\((?=[^()]*\)\W*\Z)"
)  # "Kestrel (built 1921; sunk 1944)"
_LONGEST_HEAD = 8  # words
_SPEAKS = re.compile(r"(?<!\d)[.!?]\s|\b(?:said|says|told|wrote|dit|sagte|dijo)\b")
_EDGE = " \t\n*_,;:–—-()[]."
_LINK = re.compile(
    r"(?:\s|[(\[])(?:in|on|am|im|en|le|el|since|seit|um|vers)\Z|\A(?:in|on|am|im|en|le|el)\Z", re.IGNORECASE
)
_JOINT = re.compile(r"\)?\s+(?:and|und|et|y|dhe|i)\s+")  # between the date of one piece and the next
_FIGURE = re.compile(r"[~<>c.\s]*[$€£¥]?\s?\d[\d.,'\s\u00a0]*(?:%|‰|[^\W\d_]{1,12}\.?)?(?:\s[^\W\d_]{1,12})?")
# The how-manyth somebody came, alone behind what was contested.
RANK = re.compile(
    r"""(?:\d{1,3}(?:st|nd|rd|th|er|ère|e|ème|º|ª|\.º|\.ª|\.o|\.(?=\s(?:platz|rang)|\Z))
    |winners?|runners?-up|champions?|finalists?|first|second|third|gold|silver|bronze|podium
    |sieger(?:in)?|erster?|zweiter?|dritter?|vainqueurs?|premier|première|deuxième|second|troisième|or|argent
    |ganadora?|campeon[a]?|campeón|primer[oa]?|segund[oa]|tercer[oa]?|oro|plata|bronce)(?!\w)[^.;:]{0,20}""",
    re.VERBOSE | re.IGNORECASE,
)
_COUNTS = re.compile(
    r"""\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn
    |mehrere|deux|trois|quatre|cinq|sept|huit|neuf|dix|plusieurs|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios)\b""",
    re.VERBOSE | re.IGNORECASE,
)


class Telling(StrEnum):
    """What some words say by themselves."""

    NOTHING = "nothing"
    NAMED = "named"  # a happening, by a noun
    DEED = "deed"  # a participle at their head
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Stage:
    """What one piece of a line says, with its date."""

    title: str
    kind: Kind
    when: When
    dated: Dated


def stages(
    document: Document,
    span: Span,
    timexes: Sequence[Dated | Undated],
    told: Callable[[Span], Telling],
    written: When | None,
) -> list[Stage]:
    """The pieces of a line in their order, one for each of their dates; [] where it is no such line."""
    head = _HEAD.match(document.text, span.start, span.end)
    if head is None and (inner := _BEFORE_BRACKET.match(document.text[span.start : span.end])):
        return _in_bracket(document, span, timexes, (told, written), span.start + inner.end())
    if head is None or not timexes or names_a_book(document, span):
        return []
    name = head["head"].strip(" *_,;:–—-.")
    inside = [t for t in timexes if t.span.start < head.end()]
    own = re.findall(r"[^\W\d_]{2,}", _without(document.text, Span(*head.span("head")), inside))
    if len(own) < (_WITH_DATE if inside else 1):
        return []  # a line that its date heads
    if name.count("(") != name.count(")") or told(Span(*head.span("head"))) is Telling.CLAUSE:
        return []
    after = [t for t in timexes if t.span.start >= head.end()]
    dates = [t for t in after if isinstance(t, Dated)]
    if (
        len(after) != len(dates)
        or not dates
        or len(name.split()) > _LONGEST_HEAD
        or _SPEAKS.search(document.text, head.end(), span.end)
    ):
        return []
    pieces = list(_pieces(document.text, Span(head.end(), span.end), dates))
    said = [(_words(document.text, piece, own), own) for piece, own in pieces]
    if not all(words is not None and own for words, own in said):
        return []
    found = [
        (" ".join(document.text[words.start : words.end].split()), own, told(words))
        for words, own in said
        if words
    ]
    alone = len(found) == 1
    if alone and not RANK.fullmatch(found[0][0]):
        return []
    ranks = all(RANK.fullmatch(words) for words, *_ in found)
    figures = not ranks and all(_FIGURE.fullmatch(words) for words, *_ in found)
    counted = _COUNTS.search(name) is not None
    if not (ranks or figures or counted or all(how is not Telling.NOTHING for *_, how in found)):
        return []  # "Works: Harbour (1931), Mill (1940)"
    return [
        Stage(title, kind, when, dated)
        for words, own, how in found
        for dated in own
        for when in (dated.range.when if dated.range else dated.when,)
        for kind in (Kind.PLAN if lies_ahead(when, written) else Kind.STATISTIC if figures else Kind.EVENT,)
        for title in (_title(name, words, how, counted=counted),)
        if 1 < len(title.split()) <= LONGEST
    ]


def _in_bracket(
    document: Document,
    span: Span,
    timexes: Sequence[Dated | Undated],
    known: tuple[Callable[[Span], Telling], When | None],
    at: int,
) -> list[Stage]:
    """What was done to a thing, in the bracket behind its name."""
    told, written = known
    text = document.text
    dates = [t for t in timexes if isinstance(t, Dated)]
    if len(dates) != len(timexes) or any(d.span.start < at for d in dates) or names_a_book(document, span):
        return []
    end = text.rindex(")", at, span.end)
    said = [(_words(text, piece, own), own) for piece, own in _pieces(text, Span(at, end), dates)]
    deeds = all(words is not None and len(own) == 1 and told(words) is Telling.DEED for words, own in said)
    name = " ".join(text[span.start : at].strip(" *_(").split())
    if not deeds or len(name.split()) > _LONGEST_HEAD or told(Span(span.start, at - 1)) is Telling.CLAUSE:
        return []
    return [
        Stage(f"{name} {' '.join(text[words.start : words.end].split())}", kind, when, own[0])
        for words, own in said
        if words is not None
        for when in (own[0].range.when if own[0].range else own[0].when,)
        for kind in (Kind.PLAN if lies_ahead(when, written) else Kind.EVENT,)
    ]


def _without(text: str, span: Span, timexes: Sequence[Dated | Undated]) -> str:
    """A stretch without the dates in it."""
    said, at = "", span.start
    for timex in timexes:
        said, at = said + text[at : timex.span.start] + " ", timex.span.end
    return said + text[at : span.end]


_WITH_DATE = 2  # words that a head with a date has besides: "Three calls in 1936"


def _pieces(text: str, span: Span, dates: Sequence[Dated]) -> Iterator[tuple[Span, list[Dated]]]:
    """A line cut at its semicolons, or where it has none at its commas; not in brackets, nor in or beside a date."""
    mark = ";" if ";" in text[span.start : span.end] else ","
    starts = [d.span.start for d in dates]
    cuts = [(at, at + 1) for at in _parting(text, span, mark, dates)]
    cuts += [
        joint.span()
        for one, two in pairwise(dates)
        if (joint := _JOINT.match(text, one.span.end, two.span.start)) and joint.end() < two.span.start
    ]
    for (_, one), (two, _) in pairwise(sorted([(span.start, span.start), *cuts, (span.end, span.end)])):
        if one < two:
            within = dates[bisect_left(starts, one) : bisect_left(starts, two)]
            inside = [d for d in within if d.span.end <= two]
            yield (
                Span(one, two),
                [d for i, d in enumerate(inside) if not (i and d.range and d.range == inside[i - 1].range)],
            )


def _parting(text: str, span: Span, mark: str, dates: Sequence[Dated]) -> Iterator[int]:
    """Where a mark stands that parts a line: not in brackets, in a date or in a number."""
    taken = {at for d in dates for at in range(d.span.start, d.span.end)}
    open_ = 0
    for at in range(span.start, span.end):
        open_ += (text[at] == "(") - (text[at] == ")")
        number = text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
        if text[at] == mark and open_ <= 0 and at not in taken and not number:
            yield at


def _words(text: str, piece: Span, dates: Sequence[Dated]) -> Span | None:
    """What a piece says besides its dates, which stand at one of its ends; None where they stand within."""
    if not dates:
        return None
    before = _stripped(text, piece.start, dates[0].span.start)
    after = _stripped(text, dates[-1].span.end, piece.end)
    return None if before and after else before or after


def _stripped(text: str, start: int, end: int) -> Span | None:
    """A stretch without the marks at its ends, nor what ties a date to it; None where nothing is left."""
    said = text[start:end].rstrip(_EDGE)
    while (link := _LINK.search(said)) is not None:
        said = said[: link.start()].rstrip(_EDGE)
    lead = len(said) - len(said.lstrip(_EDGE))
    return Span(start + lead, start + len(said)) if re.search(r"\w", said) else None


def _title(name: str, words: str, how: Telling, *, counted: bool) -> str:
    figure = _FIGURE.fullmatch(words) is not None
    if how is Telling.DEED or (" " not in words and words.islower() and not figure):
        said = f"{name} {words}"
    else:
        said = words if counted and not figure else f"{name}: {words}"
    return said[:1].upper() + said[1:]
