"""A mention made ready to be compared: its stems, names, numbers and stages, and the days it may lie in."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, takewhile

from timeline.merge.wording import Said, common, identities, names, said, stems, undated
from timeline.merge.words import Stems, Words, tokens, words
from timeline.model.analysis import Analysis
from timeline.model.event import Mention
from timeline.times.when import Date, Extent, Interval, Qualifier, When, extent, qualifier_of

_UNSEEN = 50  # mentions assumed beyond those at hand, so that a few documents do not make every word rare
_NEIGHBOURS = 2  # mentions before and after, of which a text still speaks
_THEME = 0.2  # the share of a document's mentions in which a word stands that all of it is about
_SLIGHT = 0.3  # what a title says beside a name ("General Brann"), or a word in place of one ("the company")


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A mention with what comparing needs of it; stems are of its document's language.

    `sequence` are the stems of the headline in order, `stems` those of them that tell, each once and sorted, so that
    sums over them are the same in every run; `title` and `all` sets of those of the headline and of
    headline and quotation; `context` holds those of
    the document's theme and of the mentions beside it, which a headline may leave unsaid. `names` are the stems
    of proper names, `subject` those that the headline begins with. `identities` are numbers that belong to a
    name ("resolution 1244"), `stages` what the headline's verbs exclude, `occurrences` its words for what
    happens of itself ("earthquake"), `general` those that stand for a name ("the company").
    """

    mention: Mention
    language: str
    order: tuple[str, int, int, int]
    sequence: tuple[str, ...]
    stems: tuple[str, ...]
    title: frozenset[str]
    all: frozenset[str]
    names: frozenset[str]
    subject: frozenset[str]
    context: tuple[frozenset[str], ...]
    identities: frozenset[tuple[str, str]]
    stages: frozenset[tuple[int, int]]
    occurrences: frozenset[str]
    general: frozenset[str]
    negative: bool
    once: bool
    extent: Extent
    width: float  # days; infinite where an end is open
    precise: tuple[float, bool, bool]  # sorts the most precise first: narrow, certain, a date not an interval


def tellings(analyses: Sequence[Analysis]) -> tuple[Telling, ...]:
    """Every mention of every document, in an order that does not depend on the order of documents."""
    known = cache(Stems)
    told = [
        [said(mention, known(analysis.document.language)) for mention in analysis.mentions]
        for analysis in analyses
    ]
    common_words = cache(lambda code: _common(analyses, told, code, known(code)))
    found = [
        telling
        for analysis, own in zip(analyses, told, strict=True)
        for telling in _of_document(
            analysis, own, known(analysis.document.language), common_words(analysis.document.language)
        )
    ]
    return tuple(sorted(found, key=lambda telling: telling.order))


def weights(found: Sequence[Telling]) -> dict[str, float]:
    """How much each stem says: the rarer, the more."""
    counts = Counter(chain.from_iterable(telling.all for telling in found))
    known = [words(code) for code in {telling.language for telling in found}]
    slight = frozenset[str]().union(*(one.slight | one.general for one in known))
    return {
        stem: math.log(1 + (len(found) + _UNSEEN) / (count + 1)) * (_SLIGHT if stem in slight else 1.0)
        for stem, count in counts.items()
    }


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


def words_by_date(telling: Telling, number: int) -> list[str]:
    """Up to so many words around a mention's date, in order.

    Before a date those of its clause count, most of them; after it the rest. Where the date stands right
    before a noun ("the 1999 flood"), what follows it counts most.
    """
    mention = telling.mention
    quote, start = mention.citation.quote, mention.citation.span.start
    at, end = mention.dated.span.start - start, mention.dated.span.end - start
    first, last = undated(mention)
    clause = max((quote.rfind(mark, 0, max(at, 0)) for mark in ",;:()–—"), default=-1)
    known = words(telling.language)
    before = _naming(quote[clause + 1 : max(0, min(at, first))], known)
    after = _naming(quote[max(0, last) :], known)
    attributive = bool(after) and end > 0 and not quote[end : quote.index(after[0], max(0, last))].strip()
    keep = 1 if attributive else number - 1
    return (before[-keep:] + after or _naming(quote[: max(0, first)], known))[:number]


def _naming(text: str, known: Words) -> list[str]:
    return [word for word in tokens(text) if _names(word, known)]


@lru_cache(maxsize=200_000)
def _names(word: str, known: Words) -> bool:
    return not word.isdigit() and known.names(word)


def _common(
    analyses: Sequence[Analysis], told: Sequence[Sequence[Said]], code: str, known: Stems
) -> frozenset[str]:
    """The words of a language that are no names though they begin a passage."""
    own = [n for n, analysis in enumerate(analyses) if analysis.document.language == code]
    return common((analyses[n].document.text for n in own), chain.from_iterable(told[n] for n in own), known)


def _of_document(
    analysis: Analysis, told: Sequence[Said], known: Stems, common_words: frozenset[str]
) -> Iterator[Telling]:
    language = words(analysis.document.language)
    theme = _theme(analysis, told, known)
    beside = [one.all for one in told]
    for number, (mention, one) in enumerate(zip(analysis.mentions, told, strict=True)):
        subject = list(takewhile(known.capital.__contains__, one.headline))
        if not names(subject[:1], known, common_words):
            subject = []
        named = (
            *names(one.headline, known, common_words),
            *names(one.before, known, common_words),
            *names(one.after, known, common_words, opens=not one.before),
        )
        yield Telling(
            mention=mention,
            language=language.code,
            order=(mention.citation.document, mention.citation.span.start, mention.citation.span.end, number),
            sequence=tuple(filter(None, map(known.__getitem__, one.headline))),
            stems=tuple(sorted(one.title)),
            title=one.title,
            all=one.all,
            names=stems(named, known),
            subject=stems(subject, known),
            context=(
                theme,
                *beside[max(0, number - _NEIGHBOURS) : number],
                *beside[number + 1 : number + 1 + _NEIGHBOURS],
            ),
            identities=identities(one, known, language),
            stages=frozenset(stage for stem in one.title for stage in language.stages.get(stem, ())),
            occurrences=one.title & language.occurrences,
            general=one.title & language.general,
            negative=not language.negative.isdisjoint(map(str.casefold, one.headline)),
            once=not language.once.isdisjoint(one.title),
            extent=days(mention.when),
            width=(open_days := width(mention.when)),
            precise=(
                open_days,
                qualifier_of(mention.when) is not Qualifier.NONE,
                isinstance(mention.when, Interval),
            ),
        )


def _theme(analysis: Analysis, told: Sequence[Said], known: Stems) -> frozenset[str]:
    """What a whole document is about: the words of its title, and those that many of its mentions share."""
    counts = Counter(chain.from_iterable(one.all for one in told))
    fewest = max(2.0, _THEME * len(told))
    title = stems(tokens(analysis.document.metadata.title), known)
    return title | {stem for stem, count in counts.items() if count >= fewest}
