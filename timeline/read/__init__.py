"""Read: bytes become documents with passages, metadata, and the editor's entries."""

from timeline.read.about import sources
from timeline.read.documents import document
from timeline.read.edited import edited

__all__ = ["document", "edited", "sources"]
