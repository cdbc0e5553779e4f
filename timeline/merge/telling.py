"""A mention made ready to be compared: its stems, names, numbers and stages, and the days it may lie in."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain, groupby, pairwise, takewhile

from timeline.merge.days import bounds
from timeline.merge.lazy import lazy
from timeline.merge.letters import meant, spelt
from timeline.merge.stems import Stems, made_one
from timeline.merge.told import Told, order, reckoned
from timeline.merge.wording import Said, common, identities, names, said, small, stems
from timeline.merge.words import DEED, THING, Words, kinds, tokens, words
from timeline.model.analysis import Analysis
from timeline.model.event import Kind, Mention
from timeline.records import dataclass

_NOUNS_ARE_CAPITAL = frozenset({"de", "lb"})  # languages in which a capital letter makes no name
_HEADS = 2  # words of a noun one of which says what it is: "the honorary doctorate of …"
_NONE: frozenset[str] = frozenset()
_NONE_EXCLUDED: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """A language as the mentions at hand use it: its words, their stems, and those that begin a passage as no names."""

    words: Words
    stems: Stems
    common: frozenset[str]


@dataclass(frozen=True, eq=False)  # no slots: what is wanted of a few mentions only is worked out when it is
class Telling(Told):
    """A mention with what comparing needs of it; stems are of its document's language.

    `title` are the stems of the headline that tell, `all` those of headline and quotation; `start` and `end` are the
    ends of its extent, infinite where it is open, and `width` tells how many days its date leaves open.
    """

    spoken: Spoken
    said: Said
    title: frozenset[str]
    all: frozenset[str]
    start: float
    end: float
    width: float

    @lazy
    def sequence(self) -> tuple[str, ...]:
        """The stems of the headline in order."""
        return tuple(filter(None, map(self.spoken.stems.__getitem__, self.said.headline)))

    @lazy
    def placed(self) -> tuple[tuple[tuple[str, str], str], ...]:
        """The stems of the headline with those before and after them; nothing at its ends."""
        around = ("", *self.sequence, "")
        return tuple(
            ((before, after), stem)
            for before, stem, after in zip(around, around[1:], around[2:], strict=False)
        )

    @lazy
    def dated_things(self) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
        """What the date may belong to, all that leads up to it or a noun with its article: words that may say what happened, and all stems."""
        before, stemmed = spelt(self.said.before, self.said.letters), self.spoken.stems
        meant = stemmed.meanings(before)
        whole = [word for word in before if stemmed[word]]
        found = [(tuple(whole), stems(whole, stemmed) | meant)]
        named = frozenset[str]() if self.spoken.words.code in _NOUNS_ARE_CAPITAL else stemmed.capital
        for start in self._nouns(before):
            noun = [word for word in before[start:] if stemmed[word]]
            heads = tuple(word for word in noun[:_HEADS] if word not in named)
            found.append((heads, stems(noun, stemmed) | meant))
        return tuple(found)

    def does(self, word: str) -> bool:
        """Whether the headline has what a word says as its deed, or in another form, as of a verb and its noun: marched, the march."""
        stemmed = self.spoken.stems
        stem = stemmed[word]
        return stem in self.deeds or any(
            stemmed[other] == stem and other.casefold() != word.casefold() for other in self.said.headline
        )

    def _nouns(self, before: Sequence[str]) -> list[int]:
        """Where a noun with its article begins, or the name of those whose it is."""
        articles, capital = self.spoken.words.articles, self.spoken.stems.capital
        found: list[int] = []
        for place, word in enumerate(before):
            if word.casefold() in articles:
                found.append(place)
            elif word == "s" and place and before[place - 1] in capital:
                while place and before[place - 1] in capital:
                    place -= 1  # noqa: PLW2901 - back to where the name begins
                found.append(place)
        return found

    @lazy
    def names(self) -> frozenset[str]:
        """The stems of proper names."""
        stemmed, common_words, one = self.spoken.stems, self.spoken.common, self.said
        if self.spoken.words.code in _NOUNS_ARE_CAPITAL:
            return _NONE
        return frozenset(
            chain(
                names(one.headline, stemmed, common_words),
                names(one.before, stemmed, common_words),
                names(one.after, stemmed, common_words, opens=not one.before),
            )
        )

    @lazy
    def named(self) -> frozenset[str]:
        """The names that the headline has."""
        return self.title & self.names

    @lazy
    def called(self) -> tuple[frozenset[str], ...]:
        """The names of the headline, each of all the words that stand side by side; without titles and general words."""
        stemmed, words_known, named = self.spoken.stems, self.spoken.words, self.named
        slight = words_known.slight | words_known.general
        runs = [
            frozenset(stem for word in run if (stem := stemmed[word]) in named) - slight
            for capital, run in groupby(self.said.headline, stemmed.capital.__contains__)
            if capital
        ]
        return tuple(run for run in runs if run)

    @lazy
    def subject(self) -> frozenset[str]:
        """The stems of the names that the headline begins with."""
        stemmed = self.spoken.stems
        headline = self.said.headline
        if (
            not headline
            or headline[0] not in stemmed.capital
            or self.spoken.words.code in _NOUNS_ARE_CAPITAL
            or headline[0].casefold() in self.spoken.common
        ):
            return _NONE
        return stems(takewhile(stemmed.capital.__contains__, headline), stemmed)

    @property
    def bare(self) -> bool:
        """Whether the headline is but a name, as an entry of a list is: it ends with one as it begins."""
        headline = self.said.headline
        return bool(headline) and {headline[0], headline[-1]} <= self.spoken.stems.capital

    @lazy
    def identities(self) -> frozenset[tuple[str, str]]:
        """Numbers that belong to a name ("resolution 1244")."""
        return identities(self.said, self.spoken.stems, self.spoken.words)

    @lazy
    def stages(self) -> frozenset[tuple[int, int]]:
        """Of what the headline's verbs are stages, which exclude each other."""
        stages = self.spoken.words.stages
        if self.title.isdisjoint(stages):
            return _NONE_EXCLUDED
        return frozenset(stage for stem in self.title for stage in stages.get(stem, ()))

    @lazy
    def deeds(self) -> frozenset[str]:
        """The deeds that the headline names, by their keys."""
        return frozenset([stem for stem in self.title if stem[0] == DEED])

    @lazy
    def things(self) -> frozenset[str]:
        """The things that the headline names, by their keys."""
        return frozenset([stem for stem in self.title if stem[0] == THING])

    @lazy
    def kinds(self) -> frozenset[str]:
        """The kinds of its deeds."""
        known = kinds()
        return _NONE.union(*(known.get(deed, _NONE) for deed in self.deeds))

    @lazy
    def general(self) -> frozenset[str]:
        """Stems that stand for a name ("the company")."""
        return self.title & self.spoken.words.general

    @lazy
    def negative(self) -> bool:
        """Whether it tells that something did not happen.

        Not where what is dated is a noun of it: "the armistice of 3 December did not extend to the fortress".
        """
        known = self.spoken.words
        return not (self.said.before[-1:] and self.said.before[-1].casefold() in known.dating) and not (
            known.undone.isdisjoint(self.title) and self._affirms
        )

    @property
    def _affirms(self) -> bool:
        """Whether no word of the headline is negative, or only with one beside it: "no longer", "not only"."""
        known = self.spoken.words
        if self.spoken.stems.negative.isdisjoint(self.said.headline):
            return True
        headline = [word.casefold() for word in self.said.headline]
        beside = set(chain.from_iterable(pair for pair in pairwise(headline) if pair in known.affirming))
        return known.negative.isdisjoint(beside ^ set(headline))

    @lazy
    def foretold(self) -> bool:
        """Whether it tells that something was said to come ("announced that it would close"), and so not that it came."""
        if self.mention.kind is Kind.PLAN:
            return False
        known = self.spoken.words
        if not self.forespoken:
            return False
        headline = [word.casefold() for word in self.said.headline]
        said = next(place for place, word in enumerate(headline) if word in known.foretelling)
        return not known.future.isdisjoint(headline[said + 1 :]) or any(
            first in known.intending and second == "to" for first, second in pairwise(headline)
        )

    @lazy
    def forespoken(self) -> bool:
        """Whether it says that somebody announced, agreed or meant to do something, whatever came of it."""
        return not self.spoken.stems.foretelling.isdisjoint(self.said.headline)

    @lazy
    def once(self) -> bool:
        """Whether it tells of what happens but once."""
        known = self.spoken.words
        return not known.once.isdisjoint(self.title) and known.again.isdisjoint(self.title)

    @lazy
    def seldom(self) -> bool:
        """Whether it tells of what hardly happens twice in the same words, and to whom."""
        return bool(self.named) and not self.spoken.words.seldom.isdisjoint(self.title)


def tellings(analyses: Sequence[Analysis]) -> tuple[Telling, ...]:
    """Every mention of every document, in an order that does not depend on the order of documents."""
    known = cache(Stems)
    _names_made_one(analyses, known)
    letters = meant(analysis.document.text for analysis in analyses)
    told = [
        [said(mention, known(analysis.document.language), own) for mention in analysis.mentions]
        for analysis, own in zip(analyses, letters, strict=True)
    ]
    written_small: dict[str, set[str]] = defaultdict(set)
    for analysis, own in zip(analyses, told, strict=True):
        written_small[analysis.document.language] |= small(own, analysis.document.text)
    spoken = {
        code: Spoken(words(code), known(code), common(own, known(code), written_small[code]))
        for code, own in _by_language(analyses, told).items()
    }
    found = [
        _telling(mention, one, number, spoken[analysis.document.language])
        for analysis, own in zip(analyses, told, strict=True)
        for number, (mention, one) in enumerate(zip(analysis.mentions, own, strict=True))
    ]
    return tuple(sorted(found, key=lambda telling: telling.order))


def _names_made_one(analyses: Sequence[Analysis], known: Callable[[str], Stems]) -> None:
    """Look into every word, where there are several languages, so that names have one stem in all."""
    spoken = {words(analysis.document.language).family for analysis in analyses}
    if len(spoken) < 2:
        return
    for analysis in analyses:
        own = known(analysis.document.language)
        for mention in analysis.mentions:
            for word in chain(tokens(mention.title), tokens(mention.citation.quote)):
                own[word]  # each is looked into when it is first asked for
    made_one([known(code) for code in sorted({analysis.document.language for analysis in analyses})])


def _telling(mention: Mention, one: Said, number: int, spoken: Spoken) -> Telling:
    meant, precise = reckoned(mention.when)
    return Telling(
        mention,
        order(mention, number),
        meant,
        precise,
        spoken,
        one,
        one.title,
        one.all,
        *bounds(meant),
        precise[0],
    )


def _by_language(
    analyses: Sequence[Analysis], told: Sequence[Sequence[Said]]
) -> Mapping[str, Sequence[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for analysis, own in zip(analyses, told, strict=True):
        found[analysis.document.language].extend(own)
    return found
