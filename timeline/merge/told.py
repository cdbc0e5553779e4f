"""A mention as events are made of it, once it is known which others tell of the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.merge.days import days, width
from timeline.model.event import Mention
from timeline.times.when import Extent, Interval, Qualifier, qualifier_of


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A mention with its place among all, the days it may lie in, and how precise its date is."""

    mention: Mention
    order: tuple[str, int, int, int]
    extent: Extent
    precise: tuple[float, bool, bool]  # sorts the most precise first: narrow, certain, a date not an interval


def told(mention: Mention, number: int) -> Told:
    """The mention of this number in its document."""
    return Told(mention, order(mention, number), days(mention.when), precise(mention))


def order(mention: Mention, number: int) -> tuple[str, int, int, int]:
    """A key that sorts by document and place."""
    citation = mention.citation
    return citation.document, citation.span.start, citation.span.end, number


def precise(mention: Mention) -> tuple[float, bool, bool]:
    """A key that sorts the most precise date first."""
    when = mention.when
    return width(when), qualifier_of(when) is not Qualifier.NONE, isinstance(when, Interval)


def root(tellings: Iterable[Told]) -> Told:
    """The telling whose id is the event's."""
    return min(tellings, key=lambda telling: (telling.precise, telling.order))
