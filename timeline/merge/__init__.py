"""Merge: mentions of one happening become one event, and the editor's word goes before the machine's."""

from timeline.merge.events import events, grouping

__all__ = ["events", "grouping"]
