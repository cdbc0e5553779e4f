"""Where everything stands in the site: one page for each event, source and tag."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId, Span
from timeline.model.event import Event, EventId
from timeline.render.links import slugs


@dataclass(frozen=True, slots=True)
class Addresses:
    """Site paths. A passage's address is its place in the text, so that a link to it outlives a rebuild."""

    events: Mapping[EventId, str]
    sources: Mapping[DocumentId, str]
    tags: Mapping[str, str]

    def passage(self, document: DocumentId, span: Span) -> str:
        """The highlighted passage in a source's page; nothing for a document that is not in the project."""
        page = self.sources.get(document)
        return f"{page}#{anchor(span)}" if page else ""


def anchor(span: Span) -> str:
    """The fragment of a passage."""
    return f"m-{span.start}-{span.end}"


def addresses(events: Sequence[Event], analyses: Sequence[Analysis]) -> Addresses:
    """The paths of all pages; the same events and documents have the same paths."""
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
    )
