"""Which mentions may tell of one happening: they share a telling stem or a kind of deed, and their dates may be one.

A mention looks among those that are no longer than its own date, so that each pair is found once. Where a time holds
few, each is looked at. Of many it asks lists of those that have a stem, by their first day: for its rarest stems alone,
as far as what is left of them could not be enough to share. Two that both have names in their headlines must share a
name, or so much else that it outweighs that. So the work grows with the mentions and not with their pairs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from timeline.merge.odds import ESTRANGED, Chances, Weights
from timeline.merge.telling import Telling
from timeline.merge.words import KEYS, KIND

_LENGTHS = (4, 93, 12 * 366)  # days a date may leave open: some days, some months, some years; or more
_FEW = 32  # mentions of one time that are looked at each
_HEADLINE = 8  # stems of a headline that a mention is looked for by: its rarest, and its names …
_QUOTED = 3  # … and the rarest of its quotation alone
_CROWD = 120  # mentions of one stem and time of which each is compared with all; of more with some
_PLAIN_CROWD = 24  # … of what any text may say
_SOME = 6
_PLAIN = KEYS + KIND

Place = int  # of a mention, among those of its length by their first day
Lists = Mapping[str, Sequence[Place]]
Part = Callable[[Telling, Chances], Iterable[str]]  # what a list may be of: some of the keys of a mention


class Near:
    """The mentions of a collection, by stem and time."""

    def __init__(self, tellings: Iterable[Telling], chances: Chances, slack: int = 0) -> None:
        """`slack` says how many days the dates of two may lie apart."""
        self._chances, self._slack = chances, slack
        of_length: list[list[Telling]] = [[] for _ in range(len(_LENGTHS) + 1)]
        for telling in sorted(tellings, key=lambda telling: (telling.start, telling.order)):
            of_length[bisect_left(_LENGTHS, telling.end - telling.start)].append(telling)
        self._shelves = [_Shelf(found, chances) for found in of_length if found]

    def pairs(self) -> Iterator[tuple[Telling, Telling]]:
        """Each pair once; the first has the longer time, or begins later."""
        for length, shelf in enumerate(self._shelves):
            for place, telling in enumerate(shelf.tellings):
                asked = _Asked(telling, self._chances, self._slack)
                for other in shelf.beside(asked, place):
                    yield telling, other
                for shorter in self._shelves[:length]:
                    for other in shorter.beside(asked, len(shorter.tellings)):
                        yield telling, other


class _Asked:
    """What a mention looks for: the days, and how much the stems must weigh that it shares."""

    __slots__ = ("_chances", "_of_lists", "end", "least", "start", "telling")

    def __init__(self, telling: Telling, chances: Chances, slack: int) -> None:
        self.telling, self._chances = telling, chances
        self.start, self.end = telling.start - slack, telling.end + slack
        self.least = chances.needed(telling, slack)
        self._of_lists: tuple[_Questions, _Questions] | None = None

    def may_be(self, other: Telling) -> bool:
        """Whether another shares a stem of its headline, or anything where the time alone says enough."""
        one = self.telling
        return not one.title.isdisjoint(other.title) or (
            self.least <= 0 and not (one.all.isdisjoint(other.all) and one.kinds.isdisjoint(other.kinds))
        )

    @property
    def of_lists(self) -> "tuple[_Questions, _Questions]":
        """What is looked up in the lists of mentions without a name in the headline, and of those with one."""
        if self._of_lists is None:
            self._of_lists = self._without_names(), self._with_names()
        return self._of_lists

    def _without_names(self) -> "_Questions":
        known = self._chances.rarest(self.telling.title)[:_HEADLINE]
        if self.least <= 0:  # headlines need share nothing only where the time alone says enough
            besides = (*known, *_besides(self.telling, self._chances))
            return [(_names, known), (_other, known), (_besides, besides)]
        # one with the same headline has its rarest
        asked = _enough(known, self._chances.weight, self.least) or known[:1]
        return [(_names, asked), (_other, asked)]

    def _with_names(self) -> "_Questions":
        if not self.telling.named:
            return self._without_names()
        named, quoted = self.telling.named, _quoted_names(self.telling, self._chances)
        asked: _Questions = [(_names, named), (_quoted_names, named)]
        if quoted:
            asked.append((_names, quoted))
        least = self.least + ESTRANGED
        rest = self._chances.rarest(self.telling.title - named)[:_HEADLINE]
        if least <= 0:
            besides = (*rest, *_besides(self.telling, self._chances))
            asked += [(_other, rest), (_besides, besides)]
        elif enough := _enough(rest, self._chances.weight, least):
            asked.append((_other, enough))
        return asked


_Questions = list[tuple[Part, Collection[str]]]


class _Shelf:
    """Mentions whose dates leave open about as many days, by their first day; and lists of them by stem."""

    __slots__ = ("_chances", "_lists", "_longest", "_starts", "tellings")

    def __init__(self, tellings: Sequence[Telling], chances: Chances) -> None:
        self.tellings, self._chances = tellings, chances
        self._starts = [telling.start for telling in tellings]
        self._longest = max(telling.end - telling.start for telling in tellings)
        self._lists: dict[Part, tuple[Lists, Lists]] = {}

    def beside(self, asked: _Asked, to: Place) -> Iterable[Telling]:
        """Those before a place that have a day and a key asked for."""
        since = bisect_left(self._starts, asked.start - self._longest, 0, to)
        until = bisect_left(self._starts, asked.end, since, to)
        if until == since:
            return ()
        tellings, start = self.tellings, asked.start
        if until - since <= _FEW:
            return [other for other in tellings[since:until] if other.end > start and asked.may_be(other)]
        found = {
            place
            for questions, named in zip(asked.of_lists, (False, True), strict=True)
            for part, keys in questions
            for place in _listed(self._of(part)[named], keys, since, until)
        }
        return [tellings[place] for place in found if tellings[place].end > start]

    def _of(self, part: Part) -> tuple[Lists, Lists]:
        """For each key those that have it, without a name in the headline and with one."""
        if part not in self._lists:
            lists = defaultdict[str, list[Place]](list), defaultdict[str, list[Place]](list)
            for place, telling in enumerate(self.tellings):
                of = lists[bool(telling.named)]
                for key in part(telling, self._chances):
                    of[key].append(place)
            self._lists[part] = lists
        return self._lists[part]


def _listed(lists: Lists, keys: Iterable[str], since: Place, until: Place) -> set[Place]:
    """The places from one up to another in the lists of some keys; of a long list the first and the last."""
    found: set[Place] = set()
    for key in keys:
        there = lists.get(key)
        if there is None or there[0] >= until or there[-1] < since:
            continue
        first = bisect_left(there, since)
        last = bisect_left(there, until, first)
        if last - first > (_PLAIN_CROWD if key[0] in _PLAIN else _CROWD):
            found.update(there[first : first + _SOME])
            first = last - _SOME
        found.update(there[first:last])
    return found


def _names(telling: Telling, _: Chances) -> Iterable[str]:
    return telling.named


def _other(telling: Telling, _: Chances) -> Iterable[str]:
    return telling.title - telling.named


def _quoted_names(telling: Telling, chances: Chances) -> Collection[str]:
    return (telling.all & chances.names) - telling.title


def _besides(telling: Telling, chances: Chances) -> Iterable[str]:
    return (*chances.rarest(telling.all - telling.title)[:_QUOTED], *telling.kinds)


def _enough(keys: Sequence[str], weight: Weights, needed: float) -> Sequence[str]:
    """The rarest stems, without those that together weigh less than is needed."""
    left = 0.0
    for last in range(len(keys), 0, -1):
        left += weight[keys[last - 1]]
        if left >= needed:
            return keys[:last]
    return ()
