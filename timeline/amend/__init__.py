"""Amend: an editor's change becomes a new `events.yaml` that differs from the old one where it must."""

from timeline.amend.amended import amended

__all__ = ["amended"]
