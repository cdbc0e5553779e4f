"""A mention made ready to be compared: its stems, names, numbers and stages, and the days it may lie in."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, takewhile

from timeline.merge.days import days, width
from timeline.merge.told import Told, order, precise
from timeline.merge.wording import Said, common, identities, names, said, stems, undated
from timeline.merge.words import Stems, Words, tokens, words
from timeline.model.analysis import Analysis

_UNSEEN = 50  # mentions assumed beyond those at hand, so that a few documents do not make every word rare
_NOUNS_ARE_CAPITAL = frozenset({"de", "lb"})  # languages in which a capital letter makes no name
_SLIGHT = 0.3  # what a title says beside a name ("General Brann"), or a word in place of one ("the company")


@dataclass(frozen=True, slots=True, eq=False)
class Telling(Told):
    """A mention with what comparing needs of it; stems are of its document's language.

    `sequence` are the stems of the headline in order, `title` those that tell, and `all` those of headline and
    quotation. `names` are the stems of proper names, `subject` those that the headline begins with. `identities` are
    numbers that belong to a name ("resolution 1244"), `stages` what the headline's verbs exclude, `general` stems that
    stand for a name ("the company"); `width` tells how many its date leaves open.
    """

    language: str
    sequence: tuple[str, ...]
    title: frozenset[str]
    all: frozenset[str]
    names: frozenset[str]
    subject: frozenset[str]
    identities: frozenset[tuple[str, str]]
    stages: frozenset[tuple[int, int]]
    general: frozenset[str]
    negative: bool
    once: bool
    width: float  # days; infinite where an end is open


def tellings(analyses: Sequence[Analysis]) -> tuple[Telling, ...]:
    """Every mention of every document, in an order that does not depend on the order of documents."""
    known = cache(Stems)
    told = [
        [said(mention, known(analysis.document.language)) for mention in analysis.mentions]
        for analysis in analyses
    ]
    common_words = {
        code: common(words_of, known(code)) for code, words_of in _by_language(analyses, told).items()
    }
    found = [
        telling
        for analysis, own in zip(analyses, told, strict=True)
        for telling in _of_document(
            analysis, own, known(analysis.document.language), common_words[analysis.document.language]
        )
    ]
    return tuple(sorted(found, key=lambda telling: telling.order))


def _by_language(
    analyses: Sequence[Analysis], told: Sequence[Sequence[Said]]
) -> Mapping[str, Sequence[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for analysis, own in zip(analyses, told, strict=True):
        found[analysis.document.language].extend(own)
    return found


def weights(found: Collection[Telling]) -> dict[str, float]:
    """How much each stem says: the rarer, the more."""
    counts = Counter(chain.from_iterable(telling.all for telling in found))
    known = [words(code) for code in {telling.language for telling in found}]
    slight = frozenset[str]().union(*(one.slight | one.general for one in known))
    return {
        stem: math.log(1 + (len(found) + _UNSEEN) / (count + 1)) * (_SLIGHT if stem in slight else 1.0)
        for stem, count in counts.items()
    }


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


def _of_document(
    analysis: Analysis, told: Sequence[Said], known: Stems, common_words: frozenset[str]
) -> Iterator[Telling]:
    language = words(analysis.document.language)
    tells_names = language.code not in _NOUNS_ARE_CAPITAL
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
            order=order(mention, number),
            sequence=tuple(filter(None, map(known.__getitem__, one.headline))),
            title=one.title,
            all=one.all,
            names=stems(named, known) if tells_names else frozenset(),
            subject=stems(subject, known) if tells_names else frozenset(),
            identities=identities(one, known, language),
            stages=frozenset(stage for stem in one.title for stage in language.stages.get(stem, ())),
            general=one.title & language.general,
            negative=not language.negative.isdisjoint(map(str.casefold, one.headline)),
            once=not language.once.isdisjoint(one.title),
            extent=days(mention.when),
            width=width(mention.when),
            precise=precise(mention),
        )
