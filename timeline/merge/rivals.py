"""Which groups tell of one happening and contradict each other about its date.

Only what different documents tell in much the same words counts, and only where the dates are near, or the thing can
happen but once: yearly meetings are no rivals.
"""

from collections.abc import Iterator, Sequence

from timeline.merge.contrary import forbidden
from timeline.merge.days import gap
from timeline.merge.group import Pair, surest
from timeline.merge.near import Near
from timeline.merge.odds import Chances
from timeline.merge.telling import Telling
from timeline.model.event import Kind

_NEAR = 3  # days between two dates of what might happen again
_NEAR_ONCE = 731  # days between two dates of what happens once …
_NEAR_SELDOM = 366  # … and of what hardly happens twice, if all of the shorter headline is in the longer
_ODDS = 0.5
_ALIKE = 0.6  # of the shorter headline, that the longer must have
_FEWEST = 2  # stems that must be shared: names and a deed
_COMPARED = 3

Group = tuple[Telling, ...]


def reconciled(groups: Sequence[Group], chances: Chances) -> tuple[Group, ...]:
    """The groups, with those that contradict each other about one happening put together."""
    number = {group[0]: place for place, group in enumerate(groups)}
    parent = list(range(len(groups)))

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    leaders = [group[0] for group in groups]
    near = [
        pair
        for pair in _contradicting(leaders, chances)
        if _apart(groups[number[pair.one]], groups[number[pair.other]])
    ]
    united = dict(enumerate(groups))
    for pair in sorted(surest(near), key=lambda pair: (-pair.odds, pair.one.order, pair.other.order)):
        first, second = sorted((root(number[pair.one]), root(number[pair.other])))
        if first != second and _apart(united[first], united[second]):
            parent[second] = first
            united[first] += united.pop(second)
    return tuple(united.values())


def _contradicting(leaders: Sequence[Telling], chances: Chances) -> Iterator[Pair]:
    for some, slack, alike in (
        ([one for one in leaders if one.width <= _NEAR], _NEAR, _ALIKE),
        ([one for one in leaders if one.once], _NEAR_ONCE, _ALIKE),
        ([one for one in leaders if one.seldom and one.width <= _NEAR_SELDOM], _NEAR_SELDOM, 1.0),
    ):
        for one, other in Near(some, chances, slack).pairs():
            if _contradict(one, other, slack, chances) and chances.shared(one, other) >= alike:
                yield Pair(chances.odds(one, other, slack), one, other)


def _contradict(one: Telling, other: Telling, slack: int, chances: Chances) -> bool:
    if (
        one.start < other.end and other.start < one.end
    ):  # most are of one day; so is what no document contradicts
        return False
    shared = one.title & other.title
    return (
        len(shared) >= _FEWEST
        and gap(one.extent, other.extent) <= slack
        and one.mention.kind is other.mention.kind
        and not shared <= one.names | other.names
        and chances.shared(one, other) >= _ALIKE
        and chances.odds(one, other, slack) >= _ODDS
    )


def _apart(first: Group, second: Group) -> bool:
    """Whether no document tells of both, and nothing forbids that they are one."""
    # what one source tells as a figure is none in a source that has another
    one, other = (
        [telling for telling in group if telling.mention.kind is not Kind.STATISTIC]
        for group in (first, second)
    )
    return not _documents(first) & _documents(second) and not any(
        forbidden(a, b) for a in one[:_COMPARED] for b in other[:_COMPARED]
    )


def _documents(group: Group) -> set[str]:
    return {telling.mention.citation.document for telling in group}
