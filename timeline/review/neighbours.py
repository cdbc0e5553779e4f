"""The event that another resembles most: perhaps the two are one."""

import re
from collections.abc import Sequence
from math import inf

from timeline.model.event import Event
from timeline.times.when import extent

_NEAR = 400  # days between two tellings of one happening, at most
_ALIKE = 0.3  # the share of words that must be common to speak of a resemblance


def neighbour(event: Event, events: Sequence[Event]) -> Event | None:
    """The event of about the same time that shares most words, if it shares enough."""
    own = _words(event)
    scored = [
        (_alike(own, _words(other)), -_between(event, other), other.id, other)
        for other in events
        if other.id != event.id and _between(event, other) <= _NEAR
    ]
    best = max(scored, default=None, key=lambda found: found[:3])
    return best[3] if best and best[0] >= _ALIKE else None


def _words(event: Event) -> frozenset[str]:
    quotes = " ".join(mention.title for mention in event.mentions)
    return frozenset(
        word for word in re.findall(r"[^\W\d_]+", f"{event.title} {quotes}".casefold()) if len(word) > 3
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient: twice what is common, of all there is."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _between(one: Event, other: Event) -> float:
    """The days between two dates; 0 where they share one."""
    first, second = extent(one.when), extent(other.when)
    starts = [-inf if of.start is None else of.start for of in (first, second)]
    ends = [inf if of.end is None else of.end - 1 for of in (first, second)]
    return max(0.0, max(starts) - min(ends))
