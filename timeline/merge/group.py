"""Which mentions are one happening: the most precise first, each joins the group it is surely like.

Groups are found by the rare words of their headlines within a year, so the work grows with the mentions and
not with their pairs. A mention that fits two groups equally well joins neither: no guess is better than a
wrong one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from timeline.merge.contrary import forbidden
from timeline.merge.likeness import Weights, compatible, likeness, needed
from timeline.merge.telling import Telling, preciseness, weights
from timeline.times.calendar import civil

_KEYS = 5  # words of a headline that a group is looked for by: its rarest
_CROWD = 150  # groups that share a word and a year: beyond, the word tells nothing
_COMPARED = 12  # members of a group that a mention is compared with
_MARGIN = 0.12  # by which the best group must be better than the next
_YEARS = 12  # a date that leaves more years open is looked for by its words alone

Key = tuple[str, int | None]


@dataclass(slots=True, eq=False)
class _Group:
    """A growing group; `leader`, its first, has its most precise date."""

    leader: Telling
    members: list[Telling] = field(default_factory=list)


def grouped(tellings: Sequence[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The tellings in groups, one for each happening; every telling is in exactly one.

    Neither the groups nor their order depend on the order of the tellings.
    """
    weight = weights(tellings)
    index: dict[Key, list[_Group]] = defaultdict(list)
    groups: list[_Group] = []
    for telling in sorted(tellings, key=_rank):
        group = _fitting(telling, index, weight)
        if group is None:
            group = _Group(telling)
            groups.append(group)
        group.members.append(telling)
        for key in _keys(telling, weight):
            if group not in index[key]:
                index[key].append(group)
    return tuple(tuple(group.members) for group in groups)


def _rank(telling: Telling) -> tuple[object, ...]:
    return (*preciseness(telling.mention.when), -telling.mention.confidence, telling.order)


def _fitting(telling: Telling, index: dict[Key, list[_Group]], weight: Weights) -> _Group | None:
    """The one group a telling surely belongs to."""
    scored = sorted(
        (
            (score, group)
            for group in _near(telling, index, weight)
            if (score := _score(telling, group, weight))
        ),
        key=lambda pair: (-pair[0], pair[1].leader.order),
    )
    if not scored:
        return None
    best, group = scored[0]
    if len(scored) > 1 and best - scored[1][0] < _MARGIN:
        return None
    return group


def _near(telling: Telling, index: dict[Key, list[_Group]], weight: Weights) -> Iterator[_Group]:
    """The groups that share a telling word and a year."""
    seen: set[int] = set()
    for key in _keys(telling, weight):
        found = index.get(key, ())
        if len(found) <= _CROWD:
            for group in found:
                if id(group) not in seen:
                    seen.add(id(group))
                    yield group


def _score(telling: Telling, group: _Group, weight: Weights) -> float:
    """How well a telling fits a group; 0 where it does not."""
    if not compatible(telling.extent, group.leader.extent):
        return 0.0
    if any(forbidden(telling, member) for member in group.members[:_COMPARED]):
        return 0.0
    return max(
        (score if score >= needed(telling, member) else 0.0)
        for member in group.members[:_COMPARED]
        for score in [likeness(telling, member, weight)]
    )


def _keys(telling: Telling, weight: Weights) -> Iterable[Key]:
    rarest = sorted(telling.title, key=lambda stem: (-weight[stem], stem))[:_KEYS]
    return [(stem, year) for stem in rarest for year in _years(telling)]


def _years(telling: Telling) -> Sequence[int | None]:
    """The years a date may lie in; of one with an open end, the year of the other end."""
    extent = telling.extent
    days = [day for day in (extent.start, None if extent.end is None else extent.end - 1) if day is not None]
    first, last = civil(days[0])[0], civil(days[-1])[0]
    return range(first, last + 1) if last - first < _YEARS else (None,)
