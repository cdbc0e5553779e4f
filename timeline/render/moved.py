"""Where the events of earlier builds are now, so that no link to one leads nowhere."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.model.event import Event, EventId
from timeline.model.past import Moved, Past, Published
from timeline.times import edtf

RECORD = "moved.json"
_ANY = "*"  # in place of a date: whatever was read there

Passage = tuple[str, str, str]  # as in `Published`


def moved(past: Past, events: Sequence[Event], pages: Mapping[EventId, str]) -> dict[EventId, Moved]:
    """For each event that was published and is no more, the event that now has what was told of it, if any.

    What had moved before keeps its page and follows on. `pages` are those of the events there are; a page of one
    of them is never given up for an older one.
    """
    gone = [old for old in past.events if old.id not in pages]
    if not (gone or past.moved):  # as after most edits
        return {}
    at: dict[Passage, list[Event]] = defaultdict(list)
    known = {old.id for old in past.events}
    for event in events:
        for passage in _passages(event):
            at[passage].append(event)
            if (
                event.id not in known
            ):  # what stood there before beside the old one is not it, for the same words
                at[*passage[:2], _ANY].append(event)
    found: dict[EventId, Moved] = {old.id: Moved(old.page, _heir(old, at)) for old in gone}
    for id_, before in past.moved.items():
        if id_ not in pages and id_ not in found:
            follows = found.get(before.to) if before.to is not None and before.to not in pages else None
            to = follows.to if follows else before.to
            found[id_] = Moved(before.page, to if to in pages else None)
    taken = set(pages.values())
    return {id_: one for id_, one in sorted(found.items()) if one.page not in taken}


def record(found: Mapping[EventId, Moved]) -> bytes:
    """What the next build must know, as JSON."""
    lines = {id_: {"page": one.page, "to": one.to} for id_, one in found.items()}
    return (json.dumps(lines, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _heir(old: Published, at: Mapping[Passage, Sequence[Event]]) -> EventId | None:
    """The event that stands on a passage of an old one: one of its date or title first, then the one with most.

    Who reads the passage otherwise now is one only if it is new.
    """
    shared: dict[EventId, int] = defaultdict(int)
    named: dict[EventId, Event] = {}
    for passage in sorted(old.passages):
        for event in at.get(passage, ()) or at.get((*passage[:2], _ANY), ()):
            shared[event.id] += 1
            named[event.id] = event
    if not shared:
        return None
    return max(
        sorted(shared),
        key=lambda id_: (
            (edtf.text(named[id_].when) == old.date) + (named[id_].title == old.title),
            shared[id_],
        ),
    )


def _passages(event: Event) -> Iterable[Passage]:
    mentions = (*event.mentions, *(one for rival in event.rivals for one in rival.mentions))
    told = {(one.citation.document, one.citation.quote, edtf.text(one.when)) for one in mentions}
    return told | {(citation.document, citation.quote, "") for citation in event.citations}
