"""A mention as events are made of it, once it is known which others tell of the same."""

from collections.abc import Iterable
from functools import lru_cache

from timeline.merge.days import days, width
from timeline.model.event import Mention
from timeline.records import dataclass
from timeline.times.when import Date, Extent, Interval, Qualifier, When, extent, qualifier_of


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A mention with its place among all, the days it may lie in, and how precise its date is."""

    mention: Mention
    order: tuple[str, int, int, int]
    extent: Extent
    precise: tuple[float, bool, bool]  # sorts the most precise first: narrow, certain, a date not an interval


def told(mention: Mention, number: int) -> Told:
    """The mention of this number in its document."""
    return Told(mention, order(mention, number), *reckoned(mention.when))


@lru_cache(maxsize=50_000)  # many tell of one day
def reckoned(when: When) -> tuple[Extent, tuple[float, bool, bool]]:
    """The days that a date may mean, and a key that sorts the most precise date first."""
    if isinstance(when, Date) and when.qualifier is Qualifier.NONE:
        of = extent(when)
        return of, (when.end - when.start, False, False)
    return days(when), (width(when), qualifier_of(when) is not Qualifier.NONE, isinstance(when, Interval))


def order(mention: Mention, number: int) -> tuple[str, int, int, int]:
    """A key that sorts by document and place."""
    citation = mention.citation
    return citation.document, citation.span.start, citation.span.end, number


def root(tellings: Iterable[Told]) -> Told:
    """The telling whose id is the event's."""
    return min(tellings, key=lambda telling: (telling.precise, telling.order))
