"""Tails: dates that end an item of a list, and are of all of it: "Chapel consecrated (1921)", "First flight — May 1904"."""

import itertools
import re
from collections.abc import Sequence

from timeline.model.document import Document, Span
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass
from timeline.times.when import Date, Grain

# no run of blanks or underscores is read twice: a form may have hundreds to write on
_OPENS = re.compile(
    r"(?<!\s)\s*+(?:[(\[](?:[^()\[\]]{1,30},)?|(?<=\s)[–—-]|[,:])[\s*_]*+(?:(?:in|on|am|im|en|le|el|më)\s++)?[*_]*+\Z",
    re.IGNORECASE,
)
# "Second open evening 8 November", but not "closed until 8 November"
_RIGHT_BEFORE = re.compile(
    r"(?<=[^\W\d_]{4})(?<!until)(?<!since)(?<!from)(?<!after)(?<!before)(?<!seit)(?<!avant)(?<!depuis)(?<!hasta)(?<!desde)\s+\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;/&–—-]|and|und|et|y|dhe|i)?\s*(?:(?:in|on|am|im|en|le|el|më)\s+)?")
_CLOSES = re.compile(r"[*_]*+[)\]]?+[*_]*+[.;]?+[*_]*+\s*+\Z")
_BRACKET = frozenset("([")
# What shows that an item names a book: a title in italics or quotation marks, an initial, pages.
_BOOK = re.compile(
    r"(?<![*_\w])[*_](?=[^*_\s])|[\"“”„«»]|\b[^\W\d_a-zß-ÿ]\.(?!\w)|\bISBN\b|\b(?:pp?|S|vol|Bd)\.\s?\d"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """What an item says, and the dates behind it; of a range one is enough."""

    body: Span
    dates: tuple[Dated, ...]


def tail(document: Document, span: Span, timexes: Sequence[Dated | Undated]) -> Tail | None:
    """The dates that end an item, where no other stands in it."""
    text = document.text
    dates = [t for t in timexes if isinstance(t, Dated)]
    if not dates or len(dates) != len(timexes) or not _CLOSES.match(text, dates[-1].span.end, span.end):
        return None
    for one, two in itertools.pairwise(dates):
        if not _BETWEEN.fullmatch(text, one.span.end, two.span.start) and (
            one.range is None or one.range != two.range
        ):
            return None
    opens = _OPENS.search(text[span.start : dates[0].span.start])
    if opens is None and _is_fine(dates[0]) and " " in text[span.start : dates[0].span.start].strip():
        opens = _RIGHT_BEFORE.search(text[span.start : dates[0].span.start])
    if opens is None:
        return None
    end = span.start + opens.start()
    after = text[dates[-1].span.end : span.end]
    if (opens[0].strip()[:1] in _BRACKET) != (")" in after or "]" in after):
        return None
    words = text[span.start : end]
    if not re.search(r"[^\W\d_]{3}", words):
        return None
    return Tail(Span(span.start, end), _once(dates))


def _is_fine(dated: Dated) -> bool:
    """Whether a date is one that no other number is taken for: a day, with its month in letters or in full figures."""
    return (
        isinstance(dated.when, Date)
        and dated.when.grain <= Grain.DAY
        and len(dated.expression.text) > _SHORTEST
    )


_SHORTEST = 5  # letters of "8 May"


def names_a_book(document: Document, span: Span) -> bool:
    """Whether an item bears the marks of a book or an article, which is published and no news."""
    return _BOOK.search(document.text, span.start, span.end) is not None


def _once(dates: Sequence[Dated]) -> tuple[Dated, ...]:
    """The dates, both ends of a range as one."""
    return tuple(
        one
        for at, one in enumerate(dates)
        if not (at and one.range is not None and one.range == dates[at - 1].range)
    )
