"""How much two documents are about the same: the words of their mentions that they share, the rare ones above all.

Days and months that both tell of count besides, in any language; that they tell of others says nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from itertools import chain

from timeline.merge.telling import Telling

_UNSEEN = 100  # documents assumed beyond those at hand, so that in a project of two some words are rare
_RARE = 0.3  # weight below which a word that most documents of a large project have is not counted
_LEAST = 0.004  # of likeness, that any two documents have
_AT_FIRST = 0.12  # the likeness of documents of which nothing is known …
_AS_IF = 20.0  # … which counts as much as words of this weight
FINE = 31  # days that a date may leave open, by which documents are known to tell of the same …
_DAY = 4  # … and which says as much as so many words

Days = tuple[float, float]


class Related:
    """The documents of a collection of mentions, and how alike they are."""

    def __init__(self, tellings: Collection[Telling]) -> None:
        words: dict[str, frozenset[str]] = {}
        for telling in tellings:
            name = telling.mention.citation.document
            words[name] = words[name] | telling.all if name in words else telling.all
        counts = Counter(chain.from_iterable(words.values()))
        # in parts of 1024, so that sums are the same in any order
        weights = {
            stem: round(1024 * math.log((len(words) + _UNSEEN) / (count + 1)) ** 2) / 1024
            for stem, count in counts.items()
        }
        self._rare = {stem: weight if weight >= _RARE else 0.0 for stem, weight in weights.items()}
        # what no other document says is looked for in none
        telling_much = {stem for stem, count in counts.items() if count > 1 and self._rare[stem]}
        self._words = {name: stems & telling_much for name, stems in words.items()}
        self._sizes = {name: self._weigh(stems) for name, stems in words.items()}
        self._days: dict[str, frozenset[Days]] = _days(tellings)
        documents_of = Counter(chain.from_iterable(self._days.values()))
        self._worth = {
            days: round(1024 * _DAY * math.log((len(words) + _UNSEEN) / (count + 1)) ** 2) / 1024
            for days, count in documents_of.items()
            if count > 1
        }
        self._shared: dict[tuple[str, str], float] = {}
        self._weights: dict[Telling, float] = {}

    def likeness(self, one: Telling, other: Telling) -> float:
        """The logarithm of how alike the documents of two mentions are (the cosine of their words), besides these two.

        Documents that tell of little else are taken to be somewhat alike: nothing is known of them.
        """
        mine, others = names = one.order[0], other.order[0]
        if mine == others:
            return math.log(_AT_FIRST)
        if names not in self._shared:
            days = self._days[mine] & self._days[others]
            self._shared[names] = self._weigh(self._words[mine] & self._words[others]) + sum(
                map(self._worth.__getitem__, days)
            )
        besides = self._shared[names] - self._weigh(one.all & other.all) - self._worth_of(one, other)
        sizes = (self._sizes[mine] - self._own(one)) * (self._sizes[others] - self._own(other))
        return math.log(_LEAST + (besides + _AS_IF * _AT_FIRST) / (math.sqrt(max(sizes, 0.0)) + _AS_IF))

    def days_besides(self, one: Telling, other: Telling) -> int:
        """How many days and months the documents of two mentions both tell of, besides those of these two."""
        mine, others = (self._days[telling.mention.citation.document] for telling in (one, other))
        return len((mine & others) - {(one.start, one.end), (other.start, other.end)})

    def _worth_of(self, one: Telling, other: Telling) -> float:
        """The weight of the days of two mentions, as far as both their documents tell of them."""
        if one.width > FINE and other.width > FINE:
            return 0.0
        mine, others = self._days[one.order[0]], self._days[other.order[0]]
        own = {(one.start, one.end), (other.start, other.end)}
        return sum([self._worth[days] for days in own if days in mine and days in others])

    def _own(self, telling: Telling) -> float:
        if telling not in self._weights:
            self._weights[telling] = self._weigh(telling.all)
        return self._weights[telling]

    def _weigh(self, stems: Iterable[str]) -> float:
        return sum(map(self._rare.__getitem__, stems))


def _days(tellings: Collection[Telling]) -> dict[str, frozenset[Days]]:
    """The days and months that each document tells of."""
    found: dict[str, set[Days]] = defaultdict(set)
    for telling in tellings:
        of = found[telling.mention.citation.document]
        if telling.width <= FINE:
            of.add((telling.start, telling.end))
    return {document: frozenset(days) for document, days in found.items()}
