"""Read: bytes become documents with passages, metadata, and the editor's entries."""

from timeline.read.about import sources
from timeline.read.documents import document

__all__ = ["document", "sources"]
