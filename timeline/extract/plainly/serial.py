"""Serial: things that somebody made, each with its date in a bracket: "Sie entwarf das Gymnasium in Ulm (1934), das Spital (1936)".

What is said of the first is said of each: what stands before the first bracket is read as a clause of its own, and its object put
out for each further thing.
"""

import re
from collections.abc import Callable, Sequence

from timeline.extract.telling import Told
from timeline.model.document import Span
from timeline.model.event import Kind
from timeline.model.expression import Dated, Undated

Stating = Callable[[Span, Dated], Told | None]  # what a stretch says, by a date given to it
_OPENED = re.compile(r"\s\((?:(?:um|vers|hacia|circa|ca\.|oko)\s)?\Z", re.IGNORECASE)
_CLOSED = re.compile(r"\)(?P<then>,?\s(?:und|sowie|et|y|e|ed|dhe|i|и|te|те)\s|,\s|[.;]?\s*\Z|[.;])")
_ARTICLES = frozenset(
    "das den die ein eine einen le la les un une des el los las una unos unas il lo gli i uno l'".split()  # noqa: SIM905  # a list of words
)
_LONGEST = 8  # words of a thing
_FEWEST = 2  # things of a series


def series(text: str, span: Span, timexes: Sequence[Dated | Undated], stating: Stating) -> list[Told]:
    """What a sentence tells of each thing by the date in its bracket; [] where it is no such list.

    The things after the first stand in the same case: they open with an article where it does, or all have none.
    """
    dates = [t for t in timexes if isinstance(t, Dated) and t.range is None]
    if len(dates) < _FEWEST or len(dates) != len(timexes):
        return []
    parts: list[str] = []
    start = span.start
    for one in dates:
        opened = _OPENED.search(text[start : one.span.start])
        closed = _CLOSED.match(text, one.span.end, span.end)
        if opened is None or closed is None:
            return []
        parts.append(text[start : start + opened.start()].strip())
        start = closed.end()
    if text[start : span.end].strip(" .") or any(not 0 < len(part.split()) <= _LONGEST for part in parts[1:]):
        return []
    said = text[span.start : dates[0].span.start].rstrip("( ")
    first = stating(Span(span.start, span.start + len(said)), dates[0]) if said else None
    thing = _thing(parts[0], parts[1:])
    if first is None or first.kind is not Kind.EVENT or not thing or not first.title.endswith(thing):
        return []
    stem = first.title[: -len(thing)]
    return [
        Told(first.title if at == 0 else f"{stem}{part}", Kind.EVENT, one.when, one, first.participants, 0.5)
        for at, (part, one) in enumerate(zip((thing, *parts[1:]), dates, strict=True))
    ]


def _thing(said: str, others: Sequence[str]) -> str:
    """The first thing of a list, from its article on if all others have one; "" where that cannot be told."""
    words = said.split()
    articles = [_is_article(other.split()[0]) for other in others]
    if all(articles):
        places = [at for at, word in enumerate(words) if at and _is_article(word)]
        return " ".join(words[places[0] :]) if len(places) == 1 else ""
    if any(articles):
        return ""
    after = next((at + 1 for at, word in enumerate(words) if word.lower() in _HELPING), 0)
    return (
        " ".join(words[after:]) if after else ""
    )  # "пројектовала је гимназију": a language without articles


_HELPING = frozenset({"je", "su", "је", "су"})


def _is_article(word: str) -> bool:
    return word.lower() in _ARTICLES or word.lower().startswith(("l'", "l’"))
