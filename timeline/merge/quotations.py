"""Where a quotation stands in a document: exact but for white space and the style of quotes, or where nearly."""

import re
from collections import Counter

from timeline.model.document import Document, Span

_SPACE = r"\s+"
_SINGLE = "['‘’‚‛`´′]"
_DOUBLE = '["“”„‟«»″]'
_SHOWN = 160  # characters of a nearest passage


def found(text: str, quote: str) -> tuple[Span, ...]:
    """All places of a quotation, in order.

    >>> found("He said “no,\u00a0never”.", '"no, never"')
    (Span(start=8, end=19),)
    """
    pattern = _SPACE.join(_tolerant(word) for word in quote.split())
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text)) if pattern else ()


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


def _tolerant(word: str) -> str:
    escaped = re.escape(word)
    escaped = re.sub(_SINGLE, lambda _: _SINGLE, escaped)
    return re.sub(_DOUBLE, lambda _: _DOUBLE, escaped)


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
