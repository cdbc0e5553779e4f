"""Ids of events in `events.yaml`: what they may be made of, and that no two entries claim the same."""

import re
from collections.abc import Iterable

from timeline.model.edit import Entry
from timeline.model.event import EventId
from timeline.read.fields import Fields
from timeline.read.tree import Node

ID = re.compile(r"[a-z0-9-]*[a-z0-9][a-z0-9-]*")  # becomes a file name on every system
LONGEST = 120


def identifier(node: Node, form: Fields, what: str = "id") -> EventId | None:
    """An event's id."""
    text = form.text(node, what)
    if text is None:
        return None
    if ID.fullmatch(text) and len(text) <= LONGEST:
        return EventId(text)
    hint = f"write `{_slug(text)}`" if _slug(text) else "write one such as 2008-02-17-independence"
    message = f"an id is made of small letters a to z, digits and hyphens, not {text[:LONGEST]!r}"
    if len(text) > LONGEST:
        message = f"an id has at most {LONGEST} characters, not {len(text)}"
    form.report("bad-id", message, node.place, hint)
    return None


def identifiers(node: Node, form: Fields) -> tuple[EventId, ...]:
    """The ids of a `merge:` list; a single one stands for a list of one."""
    nodes = getattr(node, "items", (node,))
    return tuple(id_ for item in nodes if (id_ := identifier(item, form, "merge")))


def unique(entries: Iterable[Entry], form: Fields) -> tuple[Entry, ...]:
    """The entries without those whose id stands before, or that merge what another entry merged."""
    lines: dict[EventId, int] = {}
    merged: dict[EventId, int] = {}
    kept: list[Entry] = []
    for entry in entries:
        if entry.id in lines:
            message = f"the id {entry.id} stands here for the second time"
            hint = f"put both entries into one; the first is in line {lines[entry.id]}"
            form.report("duplicate-id", message, entry.place, hint)
            continue
        if entry.id:
            lines[entry.id] = entry.place.line
        if _contradicts(entry, merged, form):
            continue
        merged.update(dict.fromkeys(entry.merge, entry.place.line))
        kept.append(entry)
    return tuple(kept)


def _contradicts(entry: Entry, merged: dict[EventId, int], form: Fields) -> bool:
    again = next((id_ for id_ in entry.merge if id_ in merged or id_ == entry.id), None)
    if again is None:
        return False
    if again == entry.id:
        message, hint = f"{again} cannot be merged with itself", "remove it from `merge`"
    else:
        message = f"{again} is merged here for the second time"
        hint = f"keep one; the first is in line {merged[again]}"
    form.report("contradictory-merge", message, entry.place, hint)
    return True


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:LONGEST]
