"""Tellings of one happening → an Event: the best supported date and title, all evidence kept."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from timeline.merge.days import compatible
from timeline.merge.told import Told
from timeline.model.event import Event, EventId, Kind, Mention, Origin, Rival

_KINDS = (Kind.EVENT, Kind.PLAN, Kind.BACKGROUND, Kind.STATISTIC)


def fused(tellings: Sequence[Told], id: EventId) -> Event:  # noqa: A002
    """One event; its date is the most precise of those that most documents support.

    Tellings whose date contradicts that one become rivals, grouped by their own dates.
    """
    if len(tellings) == 1:
        return _alone(tellings[0].mention, id)
    leader = leading(tellings)
    supporting = [telling for telling in tellings if compatible(telling.extent, leader.extent)]
    best, *_ = ordered = sorted(supporting, key=_goodness)
    return Event(
        id=id,
        when=leader.mention.when,
        title=best.mention.title,
        kind=best.mention.kind,
        origin=Origin.EXTRACTED,
        mentions=tuple(telling.mention for telling in ordered),
        participants=_each(telling.mention.participants for telling in ordered),
        places=_each(telling.mention.places for telling in ordered),
        rivals=_rivals(t for t in tellings if not compatible(t.extent, leader.extent)),
    )


def _alone(mention: Mention, id: EventId) -> Event:  # noqa: A002
    return Event(
        id=id,
        when=mention.when,
        title=mention.title,
        kind=mention.kind,
        origin=Origin.EXTRACTED,
        mentions=(mention,),
        participants=mention.participants,
        places=mention.places,
    )


def leading(tellings: Sequence[Told]) -> Told:
    """The telling whose date is the event's: most documents agree with it, and it is the most precise."""
    if len(tellings) == 1:
        return tellings[0]
    by_date = defaultdict(set)
    for telling in tellings:
        by_date[telling.extent].add(telling.mention.citation.document)
    agreeing = {
        one: len(set().union(*(by_date[other] for other in by_date if compatible(one, other))))
        for one in by_date
    }
    return min(tellings, key=lambda telling: (-agreeing[telling.extent], telling.precise, telling.order))


def _goodness(telling: Told) -> tuple[object, ...]:
    """A key that sorts the best telling first: a fact, surely read, precisely dated."""
    mention = telling.mention
    return (
        _KINDS.index(mention.kind),
        -round(mention.confidence, 1),
        telling.precise,
        telling.order,
    )


def _rivals(tellings: Iterable[Told]) -> tuple[Rival, ...]:
    left = list(tellings)
    found: list[Rival] = []
    while left:
        leader = leading(left)
        agreeing = sorted((t for t in left if compatible(t.extent, leader.extent)), key=_goodness)
        found.append(Rival(leader.mention.when, tuple(telling.mention for telling in agreeing)))
        left = [telling for telling in left if not compatible(telling.extent, leader.extent)]
    return tuple(found)


def _each(named: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Every name once, what most tellings name first."""
    counts = Counter(name for names in named for name in names)
    return tuple(name for name, _ in counts.most_common())
