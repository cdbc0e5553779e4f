"""Which mentions are one happening: surely alike pairs, put together the surest first.

A mention of one document joins that of another only if it fits it better than all others of that document do: of two
that fit equally well neither is joined, since no guess is better than a wrong one. A group never holds two dates that
cannot be one, nor two mentions of one document that do not plainly say the same.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from timeline.merge import again
from timeline.merge.contrary import forbidden
from timeline.merge.near import Near
from timeline.merge.odds import Chances
from timeline.merge.same_days import same_days
from timeline.merge.telling import Telling
from timeline.records import dataclass

_MARGIN = 0.3  # of odds, by which the best fit must be better than the next
_DAY_ALONE = (
    0.6  # odds of two that share but the day, in documents that share many: what shares words goes before
)
_COMPARED = 12  # members of a group that are compared with those of another


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings that may be of one happening, and how surely."""

    odds: float
    one: Telling
    other: Telling

    @property
    def within(self) -> bool:
        """Whether one document tells both."""
        return self.one.order[0] == self.other.order[0]


def grouped(tellings: Sequence[Telling], chances: Chances) -> tuple[tuple[Telling, ...], ...]:
    """The tellings in groups, one for each happening; every telling is in exactly one.

    Neither the groups nor their order depend on the order of the tellings.
    """
    pairs = list(_likely(tellings, chances))
    groups = {telling: _Group([telling], telling.start, telling.end) for telling in tellings}
    # what one text says again is one before others are compared with it: else neither would fit better than the other
    within = [pair for pair in pairs if pair.within]
    _put_together([pair for pair in within if not again.finer(pair.one, pair.other)], groups)
    _put_together(_only_there(within, groups), groups)
    across = [pair for pair in pairs if not pair.within]
    _put_together(list(surest(across, lambda one, other: groups[one] is groups[other])), groups)
    distinct = dict.fromkeys(groups[telling] for telling in sorted(tellings, key=_rank))
    return tuple(tuple(sorted(group.members, key=_rank)) for group in distinct)


def _put_together(pairs: Iterable[Pair], groups: dict[Telling, "_Group"]) -> None:
    """Unite the groups of pairs, the surest first, where nothing in them forbids it."""
    for pair in sorted(pairs, key=lambda pair: (-pair.odds, pair.one.order, pair.other.order)):
        one, other = groups[pair.one], groups[pair.other]
        if one is not other and one.admits(other, pair):
            one.add(other)
            for telling in other.members:
                groups[telling] = one


def _only_there(pairs: Iterable[Pair], groups: Mapping[Telling, "_Group"]) -> list[Pair]:
    """The pairs of a coarse date with a finer one of the same text, but where it may be said of another date as well."""
    finer = [pair for pair in pairs if again.finer(pair.one, pair.other)]
    fine: dict[Telling, list[Telling]] = defaultdict(list)
    for pair in finer:
        coarse, precise = again.by_width(pair.one, pair.other)
        fine[coarse].append(precise)
    return [pair for pair in finer if _agree(fine[again.by_width(pair.one, pair.other)[0]], groups)]


def _agree(tellings: Sequence[Telling], groups: Mapping[Telling, "_Group"]) -> bool:
    """Whether all may be of one day."""
    start, end = max(groups[one].start for one in tellings), min(groups[one].end for one in tellings)
    return start < end


def _never(_one: Telling, _other: Telling) -> bool:
    return False


def surest(pairs: Sequence[Pair], same: Callable[[Telling, Telling], bool] = _never) -> Iterator[Pair]:
    """The pairs in which each telling fits the other better than any other of its document does.

    What a document reads out of the same passage need only fit less well; what it says again (the `same`) is no other.
    """
    best: dict[tuple[Telling, str], list[tuple[float, Telling]]] = defaultdict(list)
    for pair in pairs:
        best[pair.one, pair.other.order[0]].append((pair.odds, pair.other))
        best[pair.other, pair.one.order[0]].append((pair.odds, pair.one))
    for pair in pairs:
        if not any(
            rival is not chosen
            and odds > pair.odds - (0.0 if _one_passage(rival, chosen) else _MARGIN)
            and not same(rival, chosen)
            for telling, chosen in ((pair.one, pair.other), (pair.other, pair.one))
            for odds, rival in best[telling, chosen.order[0]]
        ):
            yield pair


def _one_passage(one: Telling, other: Telling) -> bool:
    return one.mention.citation.span.overlaps(other.mention.citation.span)


def _likely(tellings: Sequence[Telling], chances: Chances) -> Iterator[Pair]:
    for one, other in Near(tellings, chances).pairs():
        odds = chances.odds(one, other)
        if one.order[0] == other.order[0]:
            odds = max(odds, again.ONE_TEXT) if again.told(one, other, odds, chances) else -math.inf
        if odds > -math.inf:
            yield Pair(odds, one, other)
    for one, other in same_days(tellings, chances.related):
        yield Pair(_DAY_ALONE, one, other)


def _rank(telling: Telling) -> tuple[object, ...]:
    """The most precise first."""
    return (*telling.precise, -telling.mention.confidence, telling.order)


@dataclass(slots=True, eq=False)
class _Group:
    """A growing group, and the days that all its dates share."""

    members: list[Telling]
    start: float
    end: float

    def admits(self, other: "_Group", pair: Pair) -> bool:
        """Whether all of another group may tell of the same happening."""
        if min(self.end, other.end) <= max(self.start, other.start):
            return False
        if not pair.within and not self._documents().isdisjoint(other._documents()):  # noqa: SLF001
            return False
        asked = {pair.one, pair.other}  # the pair itself is likely, and so not forbidden
        return not any(
            forbidden(one, another)
            for one in self.members[:_COMPARED]
            for another in other.members[:_COMPARED]
            if one not in asked or another not in asked
        )

    def add(self, other: "_Group") -> None:
        """Take in all of another group."""
        self.members += other.members
        self.start, self.end = max(self.start, other.start), min(self.end, other.end)

    def _documents(self) -> set[str]:
        return {telling.order[0] for telling in self.members}
