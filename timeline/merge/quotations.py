"""Where a quotation stands in a document: exact but for white space and the style of quotes, or where nearly."""

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from operator import itemgetter

from timeline.model.document import Document, Span

# signs of which any may stand for any other of its row
_ALIKE = str.maketrans(dict.fromkeys("‘’‚‛`´′", "'") | dict.fromkeys("“”„‟«»″", '"'))
_SPACES = re.compile(r"\s{2,}|[^\S ]")  # all but single spaces, which stay what they are
_SEVERAL = re.compile(r"\s{2,}")
_SHOWN = 160  # characters of a nearest passage


def found(text: str, quote: str) -> tuple[Span, ...]:
    """All places of a quotation, in order.

    >>> found("He said “no,\u00a0never”.", '"no, never"')
    (Span(start=8, end=19),)
    """
    wanted = _alike(quote).strip()
    plain, shifts = _plain(text)
    spans: list[Span] = []
    at = plain.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        spans.append(Span(at + _before(shifts, at), end + _before(shifts, end - 1)))
        at = plain.find(wanted, end)
    return tuple(spans)


def nearest(document: Document, quote: str) -> str:
    """The words of a document most like a quotation; empty if nothing is like it."""
    wanted = Counter(_words(quote))
    scored = [
        (sum((wanted & Counter(_words(document.text[p.span.start : p.span.end]))).values()), -n, p.span)
        for n, p in enumerate(document.passages)
    ]
    if not scored or max(scored)[0] * 2 < sum(wanted.values()):
        return ""
    span = max(scored)[2]
    return _window(document.text[span.start : span.end], wanted)


def _alike(text: str) -> str:
    """Text with one sort of quotes and single spaces."""
    same = text.replace("`", "'") if text.isascii() else text.translate(_ALIKE)
    return _SPACES.sub(" ", same)


@lru_cache(maxsize=32)  # many entries quote the same few documents
def _plain(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text so, and the places in it from which on so many of the text's own characters are missing before it."""
    shifts: list[tuple[int, int]] = []
    missing = 0
    for match in _SEVERAL.finditer(text):
        missing += match.end() - match.start() - 1
        shifts.append((match.end() - missing, missing))
    return _alike(text), tuple(shifts)


def _before(shifts: tuple[tuple[int, int], ...], at: int) -> int:
    """How many characters are missing before a place."""
    number = bisect_right(shifts, at, key=itemgetter(0))
    return shifts[number - 1][1] if number else 0


def _window(text: str, wanted: Counter[str]) -> str:
    """The stretch of a passage, as long as the quotation, that shares most of its words."""
    places = [(match.start(), match.end(), match[0].casefold()) for match in re.finditer(r"\w+", text)]
    size = min(sum(wanted.values()), len(places))
    shared = [
        sum(word in wanted for _, _, word in places[at : at + size]) for at in range(len(places) - size + 1)
    ]
    best = shared.index(max(shared))
    start, end = places[best][0], places[best + size - 1][1]
    return " ".join(text[start:end].split())[:_SHOWN]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
