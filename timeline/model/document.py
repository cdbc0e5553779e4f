"""A document as read: its text, whose every offset counts Unicode code points, and what is known of it."""

from bisect import bisect_right
from enum import Enum
from typing import NewType

from timeline.records import dataclass
from timeline.times.when import When

DocumentId = NewType("DocumentId", str)  # the path below seeds/, with forward slashes


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `start` up to, not including, `end`, of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold something: [{self.start}, {self.end})")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Role(Enum):
    """What a passage is for; only prose, headings, list items and table cells can tell of events."""

    TITLE = "title"
    HEADING = "heading"
    PROSE = "prose"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a document: a paragraph, a heading, a list item. `level` is a heading's, 1 to 6."""

    span: Span
    role: Role
    level: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What `seeds/sources.yaml` or a document's own front matter says of it.

    `region` is the ISO 3166 code that its language was given with (GB): it tells whether days come before months.
    `encoding` is the one that its text is written in, as Python calls it, where that is known.
    """

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    license: str = ""
    language: str = ""
    published: When | None = None
    region: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its id, its text as read, its passages in order, and its metadata.

    `language` is an ISO 639-1 code, from the metadata or recognised. Passages do not overlap; text between
    them is white space or markup. `pages` are the offsets at which its pages begin, the first page first; none
    where the format has no pages.
    """

    id: DocumentId
    text: str
    passages: tuple[Passage, ...]
    language: str
    metadata: Metadata = Metadata()
    pages: tuple[int, ...] = ()

    def locator(self, span: Span) -> str:
        """Where a passage is to be found by hand: `p. 3`, `pp. 3–4`; empty where there are no pages."""
        if not self.pages:
            return ""
        first, last = (max(1, bisect_right(self.pages, at)) for at in (span.start, span.end - 1))
        return f"p. {first}" if first == last else f"pp. {first}–{last}"

    @property
    def title(self) -> str:
        """Its title, or else its id."""
        return self.metadata.title or self.id


class Source(Enum):
    """Where a document's own date comes from."""

    GIVEN = "given"  # on the command line
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Written:
    """When a document was written (the document creation time), and how that is known.

    `when` is None only if `source` is OPEN; an inferred date is often an interval. `steps` say in words
    how it was found.
    """

    when: When | None
    source: Source
    steps: tuple[str, ...] = ()
