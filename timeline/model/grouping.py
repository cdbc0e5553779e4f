"""Which mentions tell of one happening, as merging found it: depends on the documents alone, so it can be kept."""

from timeline.model.document import DocumentId
from timeline.model.event import EventId
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A mention by its document and its number among that document's, from 0, and the id it answers to."""

    document: DocumentId
    number: int
    id: EventId


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of mentions, one for each happening; every mention is in just one."""

    groups: tuple[tuple[Member, ...], ...]
