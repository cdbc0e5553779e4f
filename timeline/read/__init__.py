"""Read: bytes become documents with passages, metadata, and the editor's entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from timeline.model.document import Document, DocumentId, Metadata
    from timeline.model.edit import Edited
    from timeline.model.event import EventId
    from timeline.model.past import Past
    from timeline.model.problem import Outcome
    from timeline.model.shares import Shares


def document(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """One document; see `timeline.read.documents`. Readers are loaded here: most builds have read everything before."""
    from timeline.read import documents  # noqa: PLC0415 - see above

    return documents.document(id, content, metadata)


def sources(content: bytes, file: str) -> Outcome[Mapping[DocumentId, Metadata]]:
    """What `sources.yaml` says. YAML is loaded here: a document without metadata needs none."""
    from timeline.read import about  # noqa: PLC0415 - see above

    return about.sources(content, file)


def edited(content: bytes, file: str, shares: Shares | None = None) -> Outcome[Edited]:
    """What `events.yaml` says; with `shares` what the last build read of it need not be read again."""
    from timeline.read import entries  # noqa: PLC0415 - see above

    return entries.edited(content, file, shares)


def past(events: bytes, moved: bytes, there: Collection[EventId] = ()) -> Past:
    """What the last build published, by its `timeline.json` and `moved.json`; less of events that are still `there`."""
    from timeline.read import published  # noqa: PLC0415 - see above

    return published.past(events, moved, there)


__all__ = ["document", "edited", "past", "sources"]
