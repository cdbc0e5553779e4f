"""Which mentions may tell of one happening: they share a telling stem, and their dates may be one.

For each stem there is a list of the mentions that have it, by their first day, for each of a few lengths of time.
A mention looks up those that are no longer than its own date, so that each pair is found once, and the work grows
with the mentions and not with their pairs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.merge.days import bounds
from timeline.merge.odds import Weights
from timeline.merge.telling import Telling

_LENGTHS = (4, 93, 12 * 366)  # days a date may leave open: some days, some months, some years; or more
_HEADLINE = 8  # stems of a headline that a mention is looked for by: its rarest …
_QUOTED = 3  # … and those of its quotation alone
_CROWD = 120  # mentions of one stem and time of which each is compared with all; of more with some
_SOME = 6

Place = int  # of a mention, among those sorted by their first day


class Near:
    """The mentions of a collection, by stem and time."""

    def __init__(self, tellings: Sequence[Telling], weight: Weights, slack: int = 0) -> None:
        self._slack = slack
        self._tellings = sorted(tellings, key=lambda telling: (bounds(telling.extent)[0], telling.order))
        self._bounds = [bounds(telling.extent) for telling in self._tellings]
        self._keys = [_keys(telling, weight) for telling in self._tellings]
        self._length = [_length(end - start) for start, end in self._bounds]
        self._longest = [0.0] * (len(_LENGTHS) + 1)
        self._lists: list[dict[str, list[Place]]] = [defaultdict(list) for _ in self._longest]
        self._starts: list[dict[str, list[float]]] = [defaultdict(list) for _ in self._longest]
        for place, (keys, length) in enumerate(zip(self._keys, self._length, strict=True)):
            start, end = self._bounds[place]
            self._longest[length] = max(self._longest[length], end - start)
            for key in keys:
                self._lists[length][key].append(place)
                self._starts[length][key].append(start)

    def pairs(self) -> Iterator[tuple[Telling, Telling]]:
        """Each pair once; the first has the longer time, or begins later."""
        for place, telling in enumerate(self._tellings):
            for other in sorted(self._beside(place)):
                yield telling, self._tellings[other]

    def _beside(self, place: Place) -> set[Place]:
        start, end = self._bounds[place]
        start, end = start - self._slack, end + self._slack
        own = self._length[place]
        found: set[Place] = set()
        for length in range(own + 1):
            lists, starts = self._lists[length], self._starts[length]
            for key in self._keys[place]:
                there = starts.get(key)
                if there is None:
                    continue
                first = bisect_left(there, start - self._longest[length])
                last = bisect_left(there, end)
                if length == own:
                    last = min(last, bisect_left(lists[key], place))
                if last - first > _CROWD:
                    found.update(lists[key][first : first + _SOME])
                    first = last - _SOME
                found.update(lists[key][first:last])
        bounds_of = self._bounds
        return {other for other in found if bounds_of[other][1] > start and bounds_of[other][0] < end}


def _keys(telling: Telling, weight: Weights) -> list[str]:
    def rarest(stems: frozenset[str], most: int) -> list[str]:
        return sorted(stems, key=lambda stem: (-weight[stem], stem))[:most]

    return rarest(telling.title, _HEADLINE) + rarest(telling.all - telling.title, _QUOTED)


def _length(days: float) -> int:
    return bisect_left(_LENGTHS, days)
