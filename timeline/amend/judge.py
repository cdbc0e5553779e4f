"""What an editor thinks of an event, as an edit of `events.yaml`."""

from dataclasses import replace

from timeline.model.change import Change, Edit
from timeline.model.event import Event
from timeline.times import edtf


def accepted(event: Event) -> Edit | None:
    """It is right as it was read. Where sources disagree this settles the date; None if it is said already."""
    if event.entries:
        return None
    settled = {"date": edtf.text(event.when)} if event.rivals else {}
    return revised(event, Change(settled))


def revised(event: Event, change: Change) -> Edit:
    """It should be different: in the entry about it, or in a new one."""
    if event.entries:
        return Edit(event.entries[0], change)
    return Edit(None, replace(change, put={"id": event.id, **change.put}, drop=()))


def hidden(event: Event) -> Edit:
    """It should not be shown. An event of the editor's own leaves the file."""
    if event.entries and not _is_read(event):
        return Edit(event.entries[0], None)
    return revised(event, Change({"hide": True}))


def merged(event: Event, other: Event) -> Edit | None:
    """Both are one happening, told as the first is; None if both are the editor's own and have no id to name."""
    if _is_read(other):
        return revised(event, Change(merge=(other.id,)))
    return revised(other, Change(merge=(event.id,))) if _is_read(event) else None


def _is_read(event: Event) -> bool:
    """Whether a document tells of it, so that it has an id that others can name."""
    return bool(event.mentions or event.rivals)
