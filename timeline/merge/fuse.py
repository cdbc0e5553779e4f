"""Tellings of one happening → an Event: the best supported date and title, all evidence kept."""

from collections.abc import Iterable, Sequence

from timeline.merge.likeness import compatible
from timeline.merge.telling import Telling, preciseness
from timeline.model.event import Event, EventId, Kind, Origin, Rival

_KINDS = (Kind.EVENT, Kind.PLAN, Kind.BACKGROUND, Kind.STATISTIC)


def fused(tellings: Sequence[Telling], id: EventId) -> Event:  # noqa: A002
    """One event; its date is the most precise of those that most documents support.

    Tellings whose date contradicts that one become rivals, grouped by their own dates.
    """
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
        rivals=_rivals(telling for telling in tellings if telling not in supporting),
    )


def leading(tellings: Sequence[Telling]) -> Telling:
    """The telling whose date is the event's: most documents agree with it, and it is the most precise."""
    return min(
        tellings,
        key=lambda telling: (
            -_documents(telling, tellings),
            preciseness(telling.mention.when),
            telling.order,
        ),
    )


def _documents(telling: Telling, tellings: Sequence[Telling]) -> int:
    """How many documents give a date that agrees."""
    return len(
        {other.mention.citation.document for other in tellings if compatible(telling.extent, other.extent)}
    )


def _goodness(telling: Telling) -> tuple[object, ...]:
    """A key that sorts the best telling first: a fact, surely read, precisely dated."""
    mention = telling.mention
    return (
        _KINDS.index(mention.kind),
        -round(mention.confidence, 1),
        preciseness(mention.when),
        telling.order,
    )


def _rivals(tellings: Iterable[Telling]) -> tuple[Rival, ...]:
    left = list(tellings)
    found: list[Rival] = []
    while left:
        leader = leading(left)
        agreeing = sorted((t for t in left if compatible(t.extent, leader.extent)), key=_goodness)
        found.append(Rival(leader.mention.when, tuple(telling.mention for telling in agreeing)))
        left = [telling for telling in left if telling not in agreeing]
    return tuple(found)
