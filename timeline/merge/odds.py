"""How surely two mentions tell of one happening: what their headlines share, against chance and what speaks for two.

The odds are a sum, as of independent clues: for each stem in both headlines the more, the rarer it is among the
mentions at hand; less, the more mentions there are that could as well be meant, in either document and in all, and
the longer the time they may lie in; less again for each sign that two things are told. The amounts were fitted by
logistic regression to the pairs of invented and annotated documents (`benchmarks/odds.py`), and rounded.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping

from timeline.merge.contrary import (
    akin,
    by_chance,
    each_names_another,
    forbidden,
    only_names,
    other_deed,
    other_things,
    replaced,
    strangers,
    who_and_what,
    whole,
)
from timeline.merge.rarity import weights
from timeline.merge.related import Related
from timeline.merge.telling import Telling
from timeline.merge.words import KEYS

ENOUGH = 0.5  # the odds from which two mentions are one
_AT_FIRST = 3.15
_RELATED = 0.5  # for each e-fold of likeness of their documents …
_PLAIN = 1.8  # … and besides, where they share nothing but deeds and things, and so is …
_PLAIN_MOST = 0.5
_PLAIN_AT_FIRST = 3.5  # … this much
_SHARED = 0.3  # for each unit of weight of a shared stem
_LONE = -0.4  # where they share but one or none, and a time longer than this many days
LONG = 40
_OTHER_DEED = -1.15
_SAME_HEADLINE = 1.3
_WHO_AND_WHAT = 0.65  # for a deed and a name in both, where one names nobody that the other does not
_WHOLE_HEADLINE = 0.8  # where all of one is in the other
_NUMBERED = 0.3  # for "Resolution 1244", or "second quake", in both
_CROWD = -0.5  # for each e-fold of mentions in all that could as well be meant …
_BESIDE = -1.05  # … and of those in the two documents
_WIDTH = -0.1  # for each e-fold of days
_WIDEST = 4000.0  # days, beyond which a time is no vaguer
_FEW = -2.0  # by the square of the shorter document's mentions: of one thing told, silence proves nothing
_FEW_NAMES = -3.0  # … nor what it names, where names are all that is shared …
_ONLY_NAMES = -0.3  # … which always is little, but for deeds of one kind …
_ONE_NAME = -1.2  # … and one name, which may be but the place, less
_OTHER_SUBJECT = -0.55
_UNKNOWN_NAMES = -1.25  # where each names what the other does not …
_STRANGERS = -1.0  # … and nothing that it does
_REPLACED = -1.25
_UNLIKE = -1.8  # likeness of documents of which little or nothing is the same …
_UNLIKE_NAME = -1.3  # … or little but a name, as of the place of both
ESTRANGED = (
    _UNKNOWN_NAMES + _STRANGERS
) / -_SHARED  # weight of stems that outweighs names of which none is shared

_LEAST_QUOTED = 4.5  # weight of the stems that quotations must share where headlines share none

Weights = Mapping[str, float]


def plainly(alike: float) -> float:
    """What it does to the odds that what is shared is plain, in documents so much alike."""
    return min(_PLAIN_MOST, _PLAIN_AT_FIRST + _PLAIN * alike)


class Chances:
    """What is known of a collection's mentions as a whole: how rare a stem is, how many a time holds."""

    def __init__(self, tellings: Collection[Telling]) -> None:
        self.weight: Weights = weights(tellings)
        self._rank = {
            stem: place for place, (_, stem) in enumerate(sorted((-w, s) for s, w in self.weight.items()))
        }
        self._plain = frozenset(stem for stem in self.weight if stem[0] in KEYS)
        self.names = frozenset[str]().union(*(telling.named for telling in tellings))
        self._first: dict[int, dict[tuple[float, ...], float]] = defaultdict(dict)  # by slack, and by time
        self._all = _Times(tellings)
        self.related = Related(tellings)
        by_document: dict[str, list[Telling]] = defaultdict(list)
        for telling in tellings:
            by_document[telling.mention.citation.document].append(telling)
        self._of = {document: _Times(told) for document, told in by_document.items()}

    def odds(self, one: Telling, other: Telling, slack: int = 0) -> float:
        """The logarithm of the odds that two tellings are of one happening; minus infinity where they are not enough.

        Their dates share a day, or lie at most `slack` days apart. What is cheap to know is asked first.
        """
        shared = one.title & other.title
        plain = shared <= self._plain
        most = _PLAIN_MOST if plain else _WHO_AND_WHAT + _WHOLE_HEADLINE
        found = self._shared(one, other, shared, slack, plain=plain)
        if found + most < ENOUGH:
            return -math.inf
        if not (one.named <= other.all or other.named <= one.all):  # each has a name that the other has not
            found += _UNKNOWN_NAMES
            most = _PLAIN_MOST if plain else 0.0
            if found + most < ENOUGH or (
                strangers(one, other) and (found := found + _STRANGERS) + most < ENOUGH
            ):
                return -math.inf
        elif not plain:
            most = 0.0
            found += _for_one(one, other, shared)
        mine, others = self._of[one.order[0]], self._of[other.order[0]]
        fewest = min(mine.count, others.count) ** 2
        found += _FEW / fewest
        if found + most < ENOUGH:
            return -math.inf
        if (beside := max(1, mine.sharing(other, slack)) * max(1, others.sharing(one, slack))) > 1:
            found += _BESIDE * math.log(beside)
        if found + most >= ENOUGH:
            found += _words_against(one, other, fewest)
        if found + most >= ENOUGH:
            alike = self.related.likeness(one, other)
            named = len(shared) == 1 and only_names(one, other)
            if (
                alike < (_UNLIKE_NAME if named else _UNLIKE)
                and (plain or len(shared) == 1)
                and by_chance(one, other)
            ):
                return -math.inf
            found += _RELATED * alike + (plainly(alike) if plain else 0.0)
        return found if found >= ENOUGH and not forbidden(one, other) else -math.inf

    def needed(self, telling: Telling, slack: int = 0) -> float:
        """How much weight of stems another with no longer a date must share with a telling, to be one with it."""
        # one with the same headline shares its rarest stem anyway
        besides = _PLAIN_MOST + (_NUMBERED if telling.identities else 0.0)
        if telling.named and telling.deeds:
            besides += _WHO_AND_WHAT - _PLAIN_MOST  # what shares a name is not plain
        return (ENOUGH - besides - self._at_first(telling, slack)) / _SHARED

    def rarest(self, stems: Collection[str]) -> list[str]:
        """Some stems, the rarest first."""
        return sorted(stems, key=self._rank.__getitem__)

    def shared(self, one: Telling, other: Telling) -> float:
        """How much of the shorter headline stands in the longer one, from 0 to 1, by the weight of its stems."""
        common = self.weigh(one.title & other.title)
        return common / max(1e-9, min(self.weigh(one.title), self.weigh(other.title)))

    def _shared(
        self, one: Telling, other: Telling, shared: frozenset[str], slack: int, *, plain: bool
    ) -> float:
        """The odds by what headlines share, before anything speaks for two; minus infinity where texts share too little."""
        coarser = one if one.width >= other.width else other
        found = self._at_first(coarser, slack)
        if not shared:
            quoted = self.weigh(one.all & other.all) >= _LEAST_QUOTED
            long = coarser.width > LONG
            if not quoted and (not akin(one, other) or (long and other_things(one, other))):
                return -math.inf
            return found + _LONE if long else found
        found += _SHARED * sum(map(self.weight.__getitem__, shared))
        if len(shared) > 1 and one.title == other.title:
            found += _SAME_HEADLINE
        if one.identities and not one.identities.isdisjoint(other.identities):
            found += _NUMBERED
        if plain and len(shared) == 1 and coarser.width > LONG:
            found += _LONE
        return found

    def against(self, one: Telling, other: Telling) -> float:
        """What speaks for two happenings: nothing, or less than nothing."""
        return _names_against(one, other) + _words_against(one, other, self.fewest(one, other) ** 2)

    def _at_first(self, telling: Telling, slack: int) -> float:
        """The odds that any other mention of its time tells of the same: the fewer there are, the better."""
        known = self._first[slack]
        if (found := known.get(time := (telling.start, telling.end, telling.width))) is None:
            longest = min(max(telling.width, float(slack), 1.0), _WIDEST)
            crowd = math.log(self.crowd(telling, slack))
            found = known[time] = _AT_FIRST + _WIDTH * math.log(longest) + _CROWD * crowd
        return found

    def crowd(self, telling: Telling, slack: int = 0) -> int:
        """How many mentions in all share its time with a telling, itself among them."""
        return max(1, self._all.sharing(telling, slack))

    def beside(self, one: Telling, other: Telling, slack: int = 0) -> int:
        """How many mentions of the document of each share the other's time, multiplied."""
        mine, others = self._documents(one, other)
        return max(1, mine.sharing(other, slack)) * max(1, others.sharing(one, slack))

    def fewest(self, one: Telling, other: Telling) -> int:
        """How many mentions there are of that of their documents that has fewer."""
        mine, others = self._documents(one, other)
        return min(mine.count, others.count)

    def _documents(self, one: Telling, other: Telling) -> "tuple[_Times, _Times]":
        return self._of[one.order[0]], self._of[other.order[0]]

    def weigh(self, stems: Collection[str]) -> float:
        """The weight of some stems."""
        return sum(map(self.weight.__getitem__, stems))


def _for_one(one: Telling, other: Telling, shared: frozenset[str]) -> float:
    """What speaks for one happening besides the words that are shared, where one names nobody that the other does not."""
    found = _WHO_AND_WHAT if who_and_what(one, other, shared) else 0.0
    return found + _WHOLE_HEADLINE if whole(one, other, shared) else found


def _words_against(one: Telling, other: Telling, fewest: int) -> float:
    """What speaks for two besides their names, where the document with fewer mentions has the root of `fewest`."""
    found = 0.0
    if one.subject and other.subject and one.subject.isdisjoint(other.subject):
        found += _OTHER_SUBJECT
    if other_deed(one, other):
        found += _OTHER_DEED
    if replaced(one, other):
        found += _REPLACED
    if only_names(one, other):
        found += _FEW_NAMES / fewest
        if not akin(one, other):
            found += _ONE_NAME if len(one.title & other.title) == 1 else _ONLY_NAMES
    return found


def _names_against(one: Telling, other: Telling) -> float:
    if not each_names_another(one, other):
        return 0.0
    return _UNKNOWN_NAMES + (_STRANGERS if strangers(one, other) else 0.0)


class _Times:
    """The times of some mentions, to be counted."""

    __slots__ = ("_ends", "_starts", "count")

    def __init__(self, tellings: Collection[Telling]) -> None:
        self.count = len(tellings)
        self._starts = sorted([telling.start for telling in tellings])
        self._ends = sorted([telling.end for telling in tellings])

    def sharing(self, telling: Telling, slack: int) -> int:
        """How many share a day with a telling, or come within some days of it."""
        return bisect_left(self._starts, telling.end + slack) - bisect_right(
            self._ends, telling.start - slack
        )
