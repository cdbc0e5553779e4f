"""Happenings: a `Mention` is one document telling of one; an `Event` is the happening, with all who tell it."""

from enum import Enum
from typing import NewType, Self

from timeline.model.document import Document, DocumentId, Span
from timeline.model.expression import Dated
from timeline.records import dataclass
from timeline.times.when import When

EventId = NewType("EventId", str)


class Kind(Enum):
    """What a mention tells: a happening, something planned, a dated figure, or a past thing in passing."""

    EVENT = "event"
    PLAN = "plan"
    STATISTIC = "statistic"
    BACKGROUND = "background"


class Origin(Enum):
    """Whose word an event is."""

    EDITED = "edited"
    EXTRACTED = "extracted"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Citation:
    """Exact words of a document: `quote` is `document.text[span.start:span.end]`."""

    document: DocumentId
    span: Span
    quote: str
    locator: str = ""  # where to look by hand: a page number

    @classmethod
    def of(cls, document: Document, span: Span) -> Self:
        """The words of a document at a place."""
        return cls(document.id, span, document.text[span.start : span.end], document.locator(span))


@dataclass(frozen=True, slots=True)
class Reference:
    """A source outside the project, named by the editor."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One document's telling of one happening.

    `when` is the mention's date, usually `dated.when` or the range it belongs to. `confidence` is from 0
    to 1 and only good for ordering. `participants` are the people and organisations it surely names, `places` the countries and
    cities, each under one name.
    """

    title: str
    kind: Kind
    when: When
    dated: Dated
    citation: Citation
    participants: tuple[str, ...] = ()
    confidence: float = 0.5
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    """A date that contradicts the event's, and the mentions that give it."""

    when: When
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One of several numbers that sources give for the same: `what` is "dead" or "injured", `who` the word for those counted.

    `who` is empty where it may be anybody.
    """

    what: str
    who: str
    number: int
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A happening.

    `mentions` are all that support its date, best first; `rivals` those that contradict it; `figures` are
    the numbers in which mentions contradict each other. `citations` are quotations the editor added where no mention was read, `references` sources outside the project.
    `edited` names the fields the editor set; `machine` is the date as extracted, where the editor set another.
    `participants` and `places` are those its mentions name, what most of them name first.
    `entries` are the numbers of the editor's entries about it, from 0, that which counts most first.
    """

    id: EventId
    when: When
    title: str
    kind: Kind
    origin: Origin
    summary: str = ""  # Markdown
    tags: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    rivals: tuple[Rival, ...] = ()
    edited: tuple[str, ...] = ()
    machine: When | None = None
    entries: tuple[int, ...] = ()
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
