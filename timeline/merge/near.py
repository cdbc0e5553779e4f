"""Which mentions may tell of one happening: they share a telling stem or a kind of deed, and their dates may be one.

For each stem there is a list of the mentions that have it, by their first day, for each of a few lengths of time.
A mention looks up those that are no longer than its own date, so that each pair is found once; and it looks up its
rarest stems alone, as far as what is left of its stems could not be enough to share. So the work grows with the
mentions and not with their pairs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from timeline.merge.odds import Weights
from timeline.merge.telling import Telling
from timeline.merge.words import KEYS, KIND

_LENGTHS = (4, 93, 12 * 366)  # days a date may leave open: some days, some months, some years; or more
_HEADLINE = 8  # stems of a headline that a mention is looked for by: its rarest …
_QUOTED = 3  # … and those of its quotation alone
_CROWD = 120  # mentions of one stem and time of which each is compared with all; of more with some
_PLAIN_CROWD = 24  # … of what any text may say
_SOME = 6
_PLAIN = KEYS + KIND

Place = int  # of a mention, among those sorted by their first day


class Near:
    """The mentions of a collection, by stem and time."""

    def __init__(
        self,
        tellings: Sequence[Telling],
        weight: Weights,
        needed: Callable[[Telling], float],
        slack: int = 0,
    ) -> None:
        """`needed` says how much weight of stems another telling, no longer than it, must share with one."""
        self._slack = slack
        self._tellings = sorted(tellings, key=lambda telling: (telling.start, telling.order))
        self._asked: list[list[str]] = []
        self._length = [_length(telling.end - telling.start) for telling in self._tellings]
        self._longest = [0.0] * (len(_LENGTHS) + 1)
        self._lists: list[dict[str, list[Place]]] = [defaultdict(list) for _ in self._longest]
        self._starts: list[dict[str, list[float]]] = [defaultdict(list) for _ in self._longest]
        rank = {
            stem: place for place, (_, stem) in enumerate(sorted((-w, stem) for stem, w in weight.items()))
        }
        for place, (telling, length) in enumerate(zip(self._tellings, self._length, strict=True)):
            self._longest[length] = max(self._longest[length], telling.end - telling.start)
            titled = sorted(telling.title, key=rank.__getitem__)[:_HEADLINE]
            besides = sorted(telling.all - telling.title, key=rank.__getitem__)[:_QUOTED]
            besides += sorted(telling.kinds)
            keys, least = titled + besides, needed(telling)
            # headlines need share nothing only where the time alone says enough
            self._asked.append(keys if least <= 0 else _enough(titled, weight, least))
            lists, starts = self._lists[length], self._starts[length]
            for key in keys:
                lists[key].append(place)
                starts[key].append(telling.start)

    def pairs(self) -> Iterator[tuple[Telling, Telling]]:
        """Each pair once; the first has the longer time, or begins later."""
        for place, telling in enumerate(self._tellings):
            for other in sorted(self._beside(place)):
                yield telling, self._tellings[other]

    def _beside(self, place: Place) -> set[Place]:
        telling, own = self._tellings[place], self._length[place]
        start, end = telling.start - self._slack, telling.end + self._slack
        found: set[Place] = set()
        for length in range(own + 1):
            lists, starts, reach = self._lists[length], self._starts[length], start - self._longest[length]
            for key in self._asked[place]:
                there = starts.get(key)
                if there is None or there[0] >= end or there[-1] < reach:
                    continue
                first, last = bisect_left(there, reach), bisect_left(there, end)
                if length == own:
                    last = bisect_left(lists[key], place, first, last)
                if last - first > (_PLAIN_CROWD if key[0] in _PLAIN else _CROWD):
                    found.update(lists[key][first : first + _SOME])
                    first = last - _SOME
                found.update(lists[key][first:last])
        tellings = self._tellings
        return {other for other in found if tellings[other].end > start and tellings[other].start < end}


def _enough(keys: list[str], weight: Weights, needed: float) -> list[str]:
    """The rarest stems, without those that together weigh less than is needed; the rarest of all in any case."""
    left = 0.0
    for last in range(len(keys), 1, -1):
        left += weight[keys[last - 1]]
        if left >= needed:
            return keys[:last]
    return keys[:1]


def _length(days: float) -> int:
    return bisect_left(_LENGTHS, days)
