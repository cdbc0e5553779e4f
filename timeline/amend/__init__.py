"""Amend: an editor's change becomes a new `events.yaml` that differs from the old one where it must."""

from timeline.amend.amended import added, amended, together
from timeline.amend.judge import accepted, cited, hidden, merged, revised
from timeline.amend.undo import undone

__all__ = ["accepted", "added", "amended", "cited", "hidden", "merged", "revised", "together", "undone"]
