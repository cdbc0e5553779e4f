"""Which mentions are one happening: surely alike pairs, put together the surest first.

A mention of one document joins that of another only if it fits it better than all others of that document do: of two
that fit equally well neither is joined, since no guess is better than a wrong one. A group never holds two dates that
cannot be one, nor two mentions of one document that do not plainly say the same.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from timeline.merge.contrary import akin, forbidden, only_names, other_deed, replaced
from timeline.merge.near import Near
from timeline.merge.odds import Chances
from timeline.merge.same_days import same_days
from timeline.merge.telling import Telling
from timeline.records import dataclass

_MARGIN = 0.3  # of odds, by which the best fit must be better than the next
_ONE_TEXT = 2.0  # odds that two mentions of one text must reach …
_SAID_AGAIN = 0.75  # … with so much of the shorter headline in the longer, as a text mostly tells two things
_SAID_FINER = 0.7  # … or so much, where one date lies inside the other, and they share more than …
_SUBJECT = 4  # … the stems of a long subject
_PHRASE = 2  # stems that name a thing in a list
_MONTH = 31  # days
_FEW_DAYS = 4
_WHOLE = 3  # stems of a headline that are enough to say what happened
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
    pairs = [pair for pair in _likely(tellings, chances) if not pair.within or _said_again(pair, chances)]
    groups = {telling: _Group([telling], telling.start, telling.end) for telling in tellings}
    # what one text says again is one before others are compared with it: else neither would fit better than the other
    within = [pair for pair in pairs if pair.within]
    _put_together([pair for pair in within if not _finer(pair.one, pair.other)], groups)
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
    finer = [pair for pair in pairs if _finer(pair.one, pair.other)]
    fine: dict[Telling, list[Telling]] = defaultdict(list)
    for pair in finer:
        coarse, precise = _by_width(pair.one, pair.other)
        fine[coarse].append(precise)
    return [pair for pair in finer if _agree(fine[_by_width(pair.one, pair.other)[0]], groups)]


def _agree(tellings: Sequence[Telling], groups: Mapping[Telling, "_Group"]) -> bool:
    """Whether all may be of one day."""
    start, end = max(groups[one].start for one in tellings), min(groups[one].end for one in tellings)
    return start < end


def _by_width(one: Telling, other: Telling) -> tuple[Telling, Telling]:
    """The coarser first."""
    return (one, other) if one.width > other.width else (other, one)


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
        if one.order[0] == other.order[0] and (
            _told_more_precisely(one, other, chances) or _named_again(one, other) or _labelled(one, other)
        ):
            odds = max(odds, _ONE_TEXT)
        if odds > -math.inf:
            yield Pair(odds, one, other)
    for one, other in same_days(tellings, chances.related):
        yield Pair(_DAY_ALONE, one, other)


def _told_more_precisely(one: Telling, other: Telling, chances: Chances) -> bool:
    """Whether one text says all of a headline again, once with a coarse date and once with one inside it.

    "Ravia's declaration of independence in 2008 … The declaration of independence was read on 17 February 2008."
    """
    if not _finer(one, other) or forbidden(one, other):
        return False
    shared = one.title & other.title
    whole = len(shared) >= _WHOLE and shared in (one.title, other.title) and chances.against(one, other) == 0
    return whole or _who_and_what_again(one, other)


def _who_and_what_again(one: Telling, other: Telling) -> bool:
    """Whether a text that told something with a coarse date tells who did it or to what again, with all that it said.

    "In 1921 an explosion wrecked the Ellery Tannery … On 15 June 1921 an explosion tore through the Ellery Tannery."
    """
    coarse, precise = _by_width(one, other)
    shared = one.title & other.title
    named = one.named | other.named
    return (
        not shared.isdisjoint(named)
        and (not shared <= named or akin(one, other))
        and coarse.title - coarse.deeds <= precise.all
        and not other_deed(one, other)
    )


def _named_again(one: Telling, other: Telling) -> bool:
    """Whether what one text dates is a noun for what it tells elsewhere: all that stands before the date is told there.

    "President Gadd paid a visit to Tarnock on Sunday … The visit of Gadd to Tarnock on Sunday surprised many."
    """
    if max(one.width, other.width) > _MONTH or not (one.extent == other.extent or _finer(one, other)):
        return False
    return not forbidden(one, other) and (_noun_of(one, other) or _noun_of(other, one))


def _noun_of(one: Telling, other: Telling) -> bool:
    """Whether the words before one's date name a deed of the other and to whom it was done, and nothing else."""
    return any(
        len(dated) >= _PHRASE
        and dated <= other.all
        and not dated.isdisjoint(other.title - other.deeds)
        and any(map(other.does, heads))
        for heads, dated in one.dated_things
    )


def _finer(one: Telling, other: Telling) -> bool:
    """Whether one date is the other, said more precisely."""
    fine, coarse = sorted((one, other), key=lambda telling: telling.width)
    return fine.width < coarse.width and coarse.start <= fine.start and fine.end <= coarse.end


def _said_again(pair: Pair, chances: Chances) -> bool:
    one, other = pair.one, pair.other
    if (
        _named_again(one, other)
        or _labelled(one, other)
        or (_finer(one, other) and _told_more_precisely(one, other, chances))
    ):
        return True
    finer = _finer(one, other) and len(one.title & other.title) > _SUBJECT
    return (
        not replaced(one, other)
        and (_listed(one, other) or (pair.odds >= _ONE_TEXT and not only_names(one, other)))
        and chances.shared(one, other) >= (_SAID_FINER if finer else _SAID_AGAIN)
    )


def _labelled(one: Telling, other: Telling) -> bool:
    """Whether one is an entry of a box or a table that says in a word what the other tells of the same days.

    "| Explosion | 15 June 1921 |" below the heading "Ellery Tannery", and "an explosion tore through the tannery on 15 June".
    """
    if one.extent != other.extent or one.width > _MONTH or forbidden(one, other):
        return False
    return _label_of(one, other) or _label_of(other, one)


def _label_of(one: Telling, other: Telling) -> bool:
    return bool(
        one.said.where
        and one.title
        and one.title <= other.title
        and not one.title <= other.named
        and (one.said.where <= other.all | other.said.where or one.width <= _FEW_DAYS)
    )


def _listed(one: Telling, other: Telling) -> bool:
    """Whether one says no more than the other does, as a list, a table or a caption does of what is told elsewhere.

    "Rovers won the County Cup in 1896 … Honours: County Cup 1896"; a single word only of the same few days.
    """
    if not (one.title <= other.title or other.title <= one.title):
        return False
    shorter = min(one, other, key=lambda telling: len(telling.title))
    if only_names(one, other) and not shorter.bare:
        return False
    if one.extent == other.extent:
        return len(shorter.title) >= _PHRASE
    return max(one.width, other.width) <= _MONTH and _finer(one, other)


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
