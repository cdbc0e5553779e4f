"""Where everything stands in the site: a page for each event, source and tag, and further ones for what is long."""

from collections.abc import Mapping, Sequence

from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId, Span
from timeline.model.event import Event, EventId
from timeline.records import dataclass
from timeline.render import cutting
from timeline.render.evidence import evidence
from timeline.render.links import slugs
from timeline.render.sheets import Sheet, further, sheets


@dataclass(frozen=True, slots=True)
class Addresses:
    """Site paths. A passage's address is its place in the text, so that a link to it outlives a rebuild.

    `sheets` are the blocks of each page of those documents that need several, and `further` the passages that do not
    stand on the first of these, each with its page's number.
    """

    events: Mapping[EventId, str]
    sources: Mapping[DocumentId, str]
    tags: Mapping[str, str]
    sheets: Mapping[DocumentId, Sequence[Sheet]]
    further: Mapping[tuple[DocumentId, Span], int]

    def passage(self, document: DocumentId, span: Span) -> str:
        """The highlighted passage in a source's page; nothing for a document that is not in the project."""
        page = self.sources.get(document)
        if not page:
            return ""
        return f"{cutting.numbered(page, self.further.get((document, span), 0))}#{anchor(span)}"


def anchor(span: Span) -> str:
    """The fragment of a passage."""
    return f"m-{span.start}-{span.end}"


def addresses(events: Sequence[Event], analyses: Sequence[Analysis], *, full: bool = False) -> Addresses:
    """The paths of all pages; the same events and documents have the same paths.

    `full` says that documents are shown whole, and so on more pages.
    """
    long = sheets(
        [analysis.document for analysis in analyses],
        evidence(events),
        {event.id: event.title for event in events},
        full=full,
    )
    names = slugs(event.id for event in events)
    stems = slugs(analysis.document.id.removesuffix(".txt") for analysis in analyses)
    tags = slugs(sorted({tag for event in events for tag in event.tags}))
    return Addresses(
        events={event.id: f"events/{names[event.id]}.html" for event in events},
        sources={
            analysis.document.id: f"sources/{stems[analysis.document.id.removesuffix('.txt')]}.html"
            for analysis in analyses
        },
        tags={tag: f"tags/{name}.html" for tag, name in tags.items()},
        sheets=long,
        further=further(long),
    )
