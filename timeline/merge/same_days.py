"""Tellings in two languages that share no word, but the day: what documents do that tell of the same days.

That headlines of one language share nothing speaks against them; of two languages it says nothing. So where two
documents have several days and months in common, and each tells of one of them but once, it is the same happening.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations

from timeline.merge.contrary import forbidden
from timeline.merge.related import FINE, Related
from timeline.merge.telling import Telling
from timeline.model.event import Kind

_COMMON = 3  # days and months that two documents must have in common besides
_MANY = 24  # tellings of one day, from which on the day says little


def same_days(tellings: Collection[Telling], related: Related) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of two documents in different languages, which say nothing alike of what they tell of one day or month."""
    if len({telling.spoken.words.family for telling in tellings}) < 2:
        return
    by_days: dict[tuple[float, float], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.width <= FINE and telling.mention.kind is not Kind.STATISTIC:
            by_days[telling.start, telling.end].append(telling)
    for told in by_days.values():
        if 1 < len(told) <= _MANY:
            yield from (pair for pair in combinations(_only(told), 2) if _of_one(*pair, related))


def _only(told: Collection[Telling]) -> list[Telling]:
    """Those that are alone of their document, in the order of documents."""
    counts = Counter(telling.mention.citation.document for telling in told)
    alone = [telling for telling in told if counts[telling.mention.citation.document] == 1]
    return sorted(alone, key=lambda telling: telling.order)


def _of_one(one: Telling, other: Telling, related: Related) -> bool:
    return (
        one.spoken.words.family != other.spoken.words.family
        and one.title.isdisjoint(other.title)
        and related.days_besides(one, other) >= _COMMON
        and not forbidden(one, other)
    )
