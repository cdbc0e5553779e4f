"""Which groups tell of one happening and contradict each other about its date.

Only what is told in nearly the same words by different documents counts, and only where the dates are near
or the thing can happen but once: yearly meetings are no rivals.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.merge.contrary import forbidden
from timeline.merge.likeness import Weights, compatible, likeness
from timeline.merge.telling import Telling, weights
from timeline.times.when import Extent

_ALIKE = 0.8
_NEAR = 3  # days between two dates of what might happen again
_NEAR_ONCE = 731  # days between two dates of what happens once
_KEYS = 3
_CROWD = 60  # groups that share a word and a time, of which the latest are looked at
_FEWEST = 3  # words of a headline, below which likeness proves nothing

Group = tuple[Telling, ...]


def reconciled(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups, with those that contradict each other about one happening put together."""
    weight = weights([telling for group in groups for telling in group])
    parent = list(range(len(groups)))

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for one, other in _candidates(groups, weight):
        if _contradict(groups[one], groups[other], weight):
            first, second = sorted((root(one), root(other)))
            parent[second] = first
    united: dict[int, list[Telling]] = defaultdict(list)
    for number, group in enumerate(groups):
        united[root(number)].extend(group)
    return tuple(tuple(group) for group in united.values())


def _candidates(groups: Sequence[Group], weight: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of groups that share a rare word of their headlines and may be near enough in time."""
    index: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        first = group[0]
        if not (first.once or first.width <= _NEAR) or first.extent.start is None:
            continue
        rarest = sorted(first.stems, key=weight.__getitem__, reverse=True)[:_KEYS]
        reach = _NEAR_ONCE if first.once else _NEAR
        block = first.extent.start // reach
        for stem in rarest:
            for near in (block - 1, block, block + 1):
                for other in index.get((stem, reach, near), ())[-_CROWD:]:
                    yield other, number
            index[stem, reach, block].append(number)


def _contradict(one: Group, other: Group, weight: Weights) -> bool:
    first, second = one[0], other[0]
    return (
        not compatible(first.extent, second.extent)
        and first.mention.kind is second.mention.kind
        and _near(first, second)
        and not _documents(one) & _documents(other)
        and min(len(first.title), len(second.title)) >= _FEWEST
        and bool(first.title & second.title & (first.names | second.names))
        and not any(forbidden(a, b) for a in one[:_KEYS] for b in other[:_KEYS])
        and likeness(first, second, weight, _ALIKE) >= _ALIKE
    )


def _near(one: Telling, other: Telling) -> bool:
    gap = _gap(one.extent, other.extent)
    if one.once and other.once:
        return gap <= _NEAR_ONCE
    return gap <= _NEAR


def _gap(one: Extent, other: Extent) -> float:
    """Days from the end of the earlier to the start of the later."""
    starts = [extent.start for extent in (one, other) if extent.start is not None]
    ends = [extent.end for extent in (one, other) if extent.end is not None]
    return max(starts) - min(ends) + 1 if starts and ends else float("inf")


def _documents(group: Group) -> set[str]:
    return {telling.mention.citation.document for telling in group}
