"""Which mentions are one happening: the most precise first, each joins the group it is surely like.

Groups are found by the rare words of their headlines within a day, month or year, so the work grows with the
mentions and not with their pairs. A mention that fits two groups equally well joins neither: no guess is better
than a wrong one.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from timeline.merge.contrary import forbidden
from timeline.merge.likeness import Weights, compatible, likeness, needed
from timeline.merge.telling import Telling, weights
from timeline.times.calendar import civil

_KEYS = 5  # words of a headline that a group is looked for by: its rarest
_CROWD = 150  # groups that share a word and a year: beyond, the word tells nothing
_COMPARED = 12  # members of a group that a mention is compared with
_MARGIN = 0.12  # by which the best group must be better than the next
_LEVELS = (
    4,
    93,
)  # days a date may leave open to be looked for by its days, or by its months; beyond by its years
_YEARS = 12  # a date that leaves more years open is looked for by its words alone

Key = tuple[str, int, int | None]  # a stem, a level, and a day, month or year of it


@dataclass(slots=True, eq=False)
class _Group:
    """A growing group; `leader`, its first, has its most precise date. It is found by its `keys`."""

    leader: Telling
    members: list[Telling] = field(default_factory=list)
    keys: set[Key] = field(default_factory=set)
    names_nobody: bool = False


def grouped(tellings: Sequence[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The tellings in groups, one for each happening; every telling is in exactly one.

    Neither the groups nor their order depend on the order of the tellings.
    """
    weight = weights(tellings)
    index: dict[Key, list[_Group]] = defaultdict(list)
    groups: list[_Group] = []
    for telling in sorted(tellings, key=_rank):
        rarest = sorted(telling.stems, key=weight.__getitem__, reverse=True)[:_KEYS]
        group = _fitting(telling, _near(telling, rarest, index), weight)
        if group is None:
            group = _Group(telling)
            groups.append(group)
        group.members.append(telling)
        group.names_nobody |= telling.title.isdisjoint(telling.names)
        for level in range(_level(telling), len(_LEVELS) + 1):
            for key in _keys(rarest, group.leader, level):
                if key not in group.keys:
                    group.keys.add(key)
                    index[key].append(group)
    return tuple(tuple(group.members) for group in groups)


def _rank(telling: Telling) -> tuple[object, ...]:
    return (*telling.precise, -telling.mention.confidence, telling.order)


def _fitting(telling: Telling, near: Iterable[_Group], weight: Weights) -> _Group | None:
    """The one group a telling surely belongs to."""
    scored = [(score, group) for group in near if (score := _score(telling, group, weight))]
    if not scored:
        return None
    scored.sort(key=lambda pair: (-pair[0], pair[1].leader.order))
    best, group = scored[0]
    if len(scored) > 1 and best - scored[1][0] < _MARGIN:
        return None
    return group


def _near(telling: Telling, rarest: Sequence[str], index: Mapping[Key, list[_Group]]) -> Iterable[_Group]:
    """The groups that share two telling words and a time; one word, where one of the two names nobody.

    A group is at least as precise as the telling, and stands in the index by every level that is not finer.
    """
    keys = _keys(rarest, telling, _level(telling))
    lists = [found for key in keys if len(found := index.get(key, ())) <= _CROWD]
    counts = Counter(chain.from_iterable(lists))
    nobody = telling.title.isdisjoint(telling.names) or bool(telling.identities)
    return [group for group, count in counts.items() if count > 1 or nobody or group.names_nobody]


def _score(telling: Telling, group: _Group, weight: Weights) -> float:
    """How well a telling fits a group; 0 where it does not."""
    if not compatible(telling.extent, group.leader.extent):
        return 0.0
    members = group.members[:_COMPARED]
    best = 0.0
    for member in members:
        least = max(best, needed(telling, member))
        score = likeness(telling, member, weight, least)
        if score > best and score >= least:
            best = score
    return 0.0 if best and any(forbidden(telling, member) for member in members) else best


def _level(telling: Telling) -> int:
    return bisect_left(_LEVELS, telling.width)


def _keys(rarest: Sequence[str], telling: Telling, level: int) -> Sequence[Key]:
    times = _times(telling.extent.start, telling.extent.end, level)
    return [(stem, level, time) for time in times for stem in rarest]


@lru_cache(maxsize=100_000)
def _times(start: int | None, end: int | None, level: int) -> Sequence[int | None]:
    """The days, months or years a date may lie in; of one with an open end, that of the other end."""
    known = [day for day in (start, None if end is None else end - 1) if day is not None]
    if level == 0:
        return range(known[0], known[-1] + 1)
    (year, month, _), (last_year, last_month, _) = civil(known[0]), civil(known[-1])
    if level == 1:
        return range(12 * year + month, 12 * last_year + last_month + 1)
    return range(year, last_year + 1) if last_year - year < _YEARS else (None,)
