"""What an editor thinks of an event, as an edit of `events.yaml`."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.change import Change, Cite, Edit, Value
from timeline.model.edit import Entry
from timeline.model.event import Event, EventId
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


def merged(event: Event, other: Event, entries: Sequence[Entry]) -> tuple[Edit, ...]:
    """Both are one happening, told as the first is; `entries` are those of the file.

    Where each has an entry, the first's takes in what it lacks and the other's goes.
    """
    if event.entries and other.entries:
        first, second = event.entries[0], other.entries[0]
        named = (other.id,) if _is_read(other) else ()
        return Edit(first, _taking_in(entries[first], entries[second], named)), Edit(second, None)
    if _is_read(other):
        return (revised(event, Change(merge=(other.id,))),)
    return (revised(other, Change(merge=(event.id,))),)


def cited(event: Event, entries: Sequence[Entry]) -> tuple[tuple[int, Cite], ...]:
    """What the editor cites for an event, each with the number of the entry that does."""
    return tuple((number, cite) for number in event.entries for cite in _cites(entries[number]))


def _taking_in(entry: Entry, other: Entry, named: tuple[EventId, ...]) -> Change:
    """An entry with what another says and it does not; nothing of the two summaries is lost."""
    said = {
        "date": edtf.text(other.date) if other.date else None,
        "title": other.title,
        "kind": other.kind.value if other.kind else None,
    }
    put: dict[str, Value] = {
        name: value for name, value in said.items() if value and getattr(entry, name) is None
    }
    if other.summary and other.summary != entry.summary:
        put["summary"] = "\n\n".join(text for text in (entry.summary, other.summary) if text)
    if other.tags and (tags := tuple(dict.fromkeys((*(entry.tags or ()), *other.tags)))) != entry.tags:
        put["tags"] = tags
    merge = tuple(id_ for id_ in (*named, *other.merge) if id_ not in entry.merge and id_ != entry.id)
    known = _cites(entry)
    return Change(put, merge=merge, cites=tuple(cite for cite in _cites(other) if cite not in known))


def _cites(entry: Entry) -> tuple[Cite, ...]:
    return (
        *({"source": quoted.document, "quote": quoted.quote} for quoted in entry.quotes),
        *(
            {"url": reference.url, **({"title": reference.title} if reference.title else {})}
            for reference in entry.references
        ),
    )


def _is_read(event: Event) -> bool:
    """Whether a document tells of it, so that it has an id that others can name."""
    return bool(event.mentions or event.rivals)
