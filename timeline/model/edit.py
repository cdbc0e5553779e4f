"""The editor's word: `events.yaml` as values. Every field is what was written, or None where nothing was."""

from timeline.model.document import DocumentId
from timeline.model.event import EventId, Kind, Reference
from timeline.records import dataclass
from timeline.times.when import When


@dataclass(frozen=True, slots=True)
class Place:
    """Where in `events.yaml` an entry or field stands; counted from 1. `source` is that line's text."""

    file: str
    line: int
    column: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words the editor quotes from a document of the project: where they stand, and where the document is named."""

    document: DocumentId
    quote: str
    place: Place
    named: Place | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of `events:`. It joins an extracted event by `id` or by a quoted passage, or is its own."""

    place: Place
    id: EventId | None = None
    date: When | None = None
    title: str | None = None
    summary: str | None = None
    kind: Kind | None = None
    tags: tuple[str, ...] | None = None
    quotes: tuple[Quoted, ...] = ()
    references: tuple[Reference, ...] = ()
    hide: bool = False
    merge: tuple[EventId, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The `site:` part. `quotations` is "excerpts" or "full"; `base_url` ends in a slash or is empty."""

    title: str = "Timeline"
    description: str = ""
    language: str = "en"
    base_url: str = ""
    repository: str = ""
    quotations: str = "excerpts"
    lanes: str = "tag"
    theme: str = "paper"


@dataclass(frozen=True, slots=True)
class Edited:
    """The whole file."""

    settings: Settings = Settings()
    entries: tuple[Entry, ...] = ()
