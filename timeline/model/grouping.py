"""Which mentions tell of one happening, and what they count, as merging found it: depends on the documents alone, so it can be kept."""

from timeline.model.count import Count
from timeline.model.document import DocumentId
from timeline.model.event import EventId
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A mention by its document and its number among that document's, from 0, the id it answers to, and how many dead or injured it counts."""

    document: DocumentId
    number: int
    id: EventId
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of mentions, one for each happening; every mention is in just one."""

    groups: tuple[tuple[Member, ...], ...]
