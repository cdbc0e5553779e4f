"""A mention made ready to be compared: its stems, names, numbers and stages, and the days it may lie in."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from timeline.merge.words import Token, Words, folded, tokens, words
from timeline.model.analysis import Analysis
from timeline.model.event import Mention
from timeline.times.when import Date, Extent, Interval, Qualifier, When, extent, qualifier_of

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_UNSEEN = 50  # mentions assumed beyond those at hand, so that a few documents do not make every word rare
_SMALL = re.compile(r"\b[^\W\d_A-Z]\w*")
_LARGE = re.compile(r"(?<=[^\W\d_A-Z] )[A-Z]\w*|(?<=[^\W\d_A-Z], )[A-Z]\w*")  # where no sentence begins


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A mention with what comparing needs of it; stems are of its document's language.

    `said` are the words of its quotation but for its date's. `title` and `all` are
    sets of stems, of the headline and of headline and quotation. `names` are the stems
    of proper names, `subject` those that the headline begins with. `identities` are numbers that belong to a
    name ("resolution 1244"), `stages` what the headline's verbs exclude.
    """

    mention: Mention
    language: str
    order: tuple[str, int, int, int]
    said: tuple[Token, ...]
    title: frozenset[str]
    all: frozenset[str]
    names: frozenset[str]
    subject: frozenset[str]
    identities: frozenset[tuple[str, str]]
    stages: frozenset[tuple[int, int]]
    negative: bool
    once: bool
    extent: Extent
    width: float  # days; infinite where an end is open


def tellings(analyses: Sequence[Analysis]) -> tuple[Telling, ...]:
    """Every mention of every document, in an order that does not depend on the order of documents."""
    common = _common(analysis.document.text for analysis in analyses)
    found = [telling for analysis in analyses for telling in _of_document(analysis, common)]
    return tuple(sorted(found, key=lambda telling: telling.order))


def weights(found: Sequence[Telling]) -> dict[str, float]:
    """How much each stem says: the rarer, the more."""
    counts = Counter(stem for telling in found for stem in telling.all)
    return {stem: math.log(1 + (len(found) + _UNSEEN) / (count + 1)) for stem, count in counts.items()}


def days(when: When) -> Extent:
    """The days a date may mean, for comparing.

    One that is approximate may miss by its own size on either side. Of one with an open end the end that was
    said counts: what has lasted since 1999 and what began in 2005 are two things.
    """
    if isinstance(when, Interval):
        start, end = (side if isinstance(side, Date) else None for side in (when.start, when.end))
        if start is None or end is None:
            return days(start or end)  # type: ignore[arg-type]  # an interval has one date at least
        return Extent(start.start, end.end)
    if when.qualifier in (Qualifier.APPROXIMATE, Qualifier.BOTH):
        size = when.end - when.start
        return Extent(when.start - size, when.end + size)
    return extent(when)


def width(when: When) -> float:
    """How many days a date leaves open."""
    of = extent(when)
    return math.inf if of.start is None or of.end is None else of.end - of.start


def preciseness(when: When) -> tuple[float, bool, bool]:
    """A key that sorts the most precise first: narrow, certain, a date rather than an interval."""
    return width(when), qualifier_of(when) is not Qualifier.NONE, isinstance(when, Interval)


def words_by_date(telling: Telling, number: int) -> list[str]:
    """Up to so many words around a mention's date, in order.

    Before a date those of its clause count, most of them; after it the rest. Where the date stands right
    before a noun ("the 1999 flood"), what follows it counts most.
    """
    mention = telling.mention
    quote, start = mention.citation.quote, mention.citation.span.start
    at, end = mention.dated.span.start - start, mention.dated.span.end - start
    known = words(telling.language)
    said = [token for token in telling.said if known.names(token.text) and not token.text.isdigit()]
    after = [token for token in said if token.start >= end]
    clause = max((quote.rfind(mark, 0, max(at, 0)) for mark in ",;:()–—"), default=-1)
    before = [token for token in said if clause < token.start < at]
    attributive = bool(after) and end > 0 and not quote[end : after[0].start].strip()
    keep = 1 if attributive else number - 1
    chosen = before[-keep:] + after
    return [token.text for token in (chosen or said)[:number]]


def _of_document(analysis: Analysis, common: frozenset[str]) -> Iterator[Telling]:
    language = words(analysis.document.language)
    for number, mention in enumerate(analysis.mentions):
        yield _telling(mention, number, language, common)


def _common(texts: Iterable[str]) -> frozenset[str]:
    """The words that are mostly written small where no sentence begins: no proper names."""
    small: Counter[str] = Counter()
    for text in texts:
        small.update(_SMALL.findall(text))
        small.subtract(word.casefold() for word in _LARGE.findall(text))
    return frozenset(word for word, balance in small.items() if balance > 0)


def _telling(mention: Mention, number: int, language: Words, common: frozenset[str]) -> Telling:
    whole = tokens(mention.title)
    headline = [token for token in whole if language.telling(token.text)]
    said = _undated(mention)
    quote = [token for token in said if language.telling(token.text)]
    title = _stems(headline, language)
    return Telling(
        mention=mention,
        language=language.code,
        order=(mention.citation.document, mention.citation.span.start, mention.citation.span.end, number),
        said=said,
        title=title,
        all=title | _stems(quote, language),
        names=_stems((token for token in (*headline, *quote) if _is_name(token, common)), language),
        subject=_stems(takewhile(lambda token: _is_name(token, common), headline), language),
        identities=frozenset((*_identities(whole, language), *_identities(said, language))),
        stages=frozenset(
            (row, stages[stem])
            for row, stages in enumerate(language.stages)
            for stem in title & stages.keys()
        ),
        negative=not language.negative.isdisjoint(language.stem(token.text) for token in whole),
        once=not language.once.isdisjoint(title),
        extent=days(mention.when),
        width=width(mention.when),
    )


def _undated(mention: Mention) -> tuple[Token, ...]:
    """The words of the quotation but for those of its date."""
    start = mention.citation.span.start
    span = mention.dated.range.span if mention.dated.range else mention.dated.span
    first, last = span.start - start, span.end - start
    return tuple(
        token
        for token in tokens(mention.citation.quote)
        if token.start >= last or token.start + len(token.text) <= first
    )


def _stems(found: Iterable[Token], language: Words) -> frozenset[str]:
    return frozenset(language.telling(token.text) for token in found)


def _is_name(token: Token, common: frozenset[str]) -> bool:
    """Whether a word is a proper name: capitalised, and not only because it stands first."""
    return token.text[0].isupper() and (token.start > 0 or token.text.casefold() not in common)


def _identities(found: Sequence[Token], language: Words) -> Iterator[tuple[str, str]]:
    """Numbers that name what stands before them ("Resolution 1244") or after ("the 17th summit")."""
    for before, token in pairwise(found):
        if not (before.text[0].isdigit() or token.text[0].isdigit()):
            continue
        if token.text[0].isdigit() and language.stem(before.text) in language.numbered:
            yield language.stem(before.text), folded(token.text)
        elif _ORDINAL.fullmatch(before.text) and not token.text[0].isdigit():
            yield language.stem(token.text), folded(before.text)
