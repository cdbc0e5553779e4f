"""Which mentions may tell of one happening: they share a telling stem or a kind of deed, and their dates may be one.

For each stem there is a list of the mentions that have it, by their first day, for each of a few lengths of time.
A mention looks up those that are no longer than its own date, so that each pair is found once; and it looks up its
rarest stems alone, as far as what is left of its stems could not be enough to share. So the work grows with the
mentions and not with their pairs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
        self._starts = [telling.start for telling in self._tellings]
        self._ends = [telling.end for telling in self._tellings]
        self._length = [_length(telling.end - telling.start) for telling in self._tellings]
        self._longest = [0.0] * (len(_LENGTHS) + 1)
        self._lists: list[dict[str, list[Place]]] = [defaultdict(list) for _ in self._longest]
        asked: list[list[str]] = []
        stems = [stem for _, stem in sorted((-heavy, stem) for stem, heavy in weight.items())]
        rank = {stem: place for place, stem in enumerate(stems)}
        for place, (telling, length) in enumerate(zip(self._tellings, self._length, strict=True)):
            self._longest[length] = max(self._longest[length], telling.end - telling.start)
            titled = [stems[number] for number in sorted([rank[stem] for stem in telling.title])[:_HEADLINE]]
            besides = sorted([rank[stem] for stem in telling.all - telling.title])[:_QUOTED]
            keys = [*titled, *(stems[number] for number in besides), *telling.kinds]
            least = needed(telling)
            # headlines need share nothing only where the time alone says enough
            asked.append(keys if least <= 0 else _enough(titled, weight, least))
            lists = self._lists[length]
            for key in keys:
                lists[key].append(place)
        several = _several(self._lists)  # what one mention alone has finds no other
        self._asked = [[key for key in keys if key in several] for keys in asked]

    def pairs(self) -> Iterator[tuple[Telling, Telling]]:
        """Each pair once; the first has the longer time, or begins later."""
        tellings = self._tellings
        for place, telling in enumerate(tellings):
            for other in self._beside(place):
                yield telling, tellings[other]

    def _beside(self, place: Place) -> list[Place]:
        own, starts = self._length[place], self._starts
        start, end = starts[place] - self._slack, self._ends[place] + self._slack
        found: set[Place] = set()
        to = bisect_left(starts, end)
        for length in range(own + 1):
            lists, since = self._lists[length], bisect_left(starts, start - self._longest[length])
            until = place if length == own and place < to else to
            for key in self._asked[place]:
                there = lists.get(key)
                if there is None or there[0] >= until or there[-1] < since:
                    continue
                first, last = bisect_left(there, since), bisect_left(there, until)
                if last - first > (_PLAIN_CROWD if key[0] in _PLAIN else _CROWD):
                    found.update(there[first : first + _SOME])
                    first = last - _SOME
                found.update(there[first:last])
        ends = self._ends
        return [other for other in found if ends[other] > start]


def _several(lists: Iterable[Mapping[str, Sequence[Place]]]) -> set[str]:
    """The keys that more than one mention has."""
    seen: set[str] = set()
    found: set[str] = set()
    for by_key in lists:
        found.update(key for key, there in by_key.items() if len(there) > 1 or key in seen)
        seen.update(by_key)
    return found


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
