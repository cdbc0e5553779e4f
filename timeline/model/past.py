"""What an earlier build published: the pages that somebody may have linked to."""

from collections.abc import Mapping
from dataclasses import field

from timeline.model.event import EventId
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """An event as it was published: its page, its EDTF date and title, and the passages that told of it.

    A passage is a document, the quoted words, and the date that was read there, "" if none: one sentence may tell
    of several events.
    """

    id: EventId
    page: str
    date: str = ""
    title: str = ""
    passages: frozenset[tuple[str, str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Moved:
    """Where an event went that is no more: `to` another, or nowhere. `page` is its old page."""

    page: str
    to: EventId | None


@dataclass(frozen=True, slots=True)
class Past:
    """All that the last build published, and what had moved before it."""

    events: tuple[Published, ...] = ()
    moved: Mapping[EventId, Moved] = field(default_factory=dict)
