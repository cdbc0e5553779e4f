"""Evidence: which passages of which documents events stand on."""

from collections.abc import Sequence

from timeline.model.document import DocumentId, Span
from timeline.model.event import Citation, Event, EventId

Evidence = dict[DocumentId, dict[Span, list[EventId]]]


def cited(item: Event) -> list[Citation]:
    """Every passage an event stands on, those of its rivals included."""
    return [
        *(mention.citation for mention in item.mentions),
        *item.citations,
        *(mention.citation for rival in item.rivals for mention in rival.mentions),
    ]


def evidence(events: Sequence[Event]) -> Evidence:
    """The passages of each document that events stand on, in the order of the text, each with its events."""
    found: Evidence = {}
    for item in events:
        for citation in cited(item):
            names = found.setdefault(citation.document, {}).setdefault(citation.span, [])
            if item.id not in names:
                names.append(item.id)
    return {document: dict(sorted(passages.items())) for document, passages in found.items()}
