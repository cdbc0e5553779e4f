"""Two builds of a site compared: which events are new, gone, merged, and what has changed of the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.records import dataclass

Line = Mapping[str, Any]  # an event, as timeline.json has it
Passage = tuple[str, str, str]  # a document, the quoted words, and the date that was read there

_FIELDS = {"date": "redated", "title": "retitled"}
_ANY = "*"  # in place of a date
_OTHERS = ("kind", "summary", "tags")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. `what` is new, gone, merged, redated, retitled or changed.

    `event` is as it is now (as it was, if it is gone); `before` and `after` are the values that differ, in words.
    """

    what: str
    event: Line
    before: str = ""
    after: str = ""


def difference(old: Sequence[Line], new: Sequence[Line]) -> tuple[Difference, ...]:
    """All that differs, in the order of what and then of time.

    An event is the same if it has the same id, or stands on a passage that the other stood on, read as it was; a new
    one also if the passage is read otherwise.
    """
    same = _same(old, new)
    now = {event["id"]: event for event in new}
    found = [one for event in old for one in _told(event, same, now)]
    known = set(same.values())
    found += [Difference("new", event) for event in new if event["id"] not in known]
    order = ("new", "gone", "merged", "redated", "retitled", "changed")
    places = {event["id"]: number for number, event in enumerate((*old, *new))}
    return tuple(sorted(found, key=lambda one: (order.index(one.what), places[one.event["id"]])))


def _same(old: Sequence[Line], new: Sequence[Line]) -> dict[str, str]:
    """For each old event the new one that it is, or is part of."""
    ids, known = {event["id"] for event in new}, {event["id"] for event in old}
    at: dict[Passage, str] = {}
    for event in new:
        for passage in _passages(event):
            at.setdefault(passage, event["id"])
            if event["id"] not in known:  # one sentence may have told of both
                at.setdefault((*passage[:2], _ANY), event["id"])
    found: dict[str, str] = {}
    for event in old:
        if event["id"] in ids:
            found[event["id"]] = event["id"]
        elif into := next((at[key] for key in _keys(event) if key in at), None):
            found[event["id"]] = into
    return found


def _keys(event: Line) -> Iterator[Passage]:
    """Where an event stood; first as it was read there, then however it is read."""
    yield from _passages(event)
    yield from ((*passage[:2], _ANY) for passage in _passages(event))


def _passages(event: Line) -> Iterator[Passage]:
    rivals = (item for rival in event.get("rivals", ()) for item in rival["evidence"])
    for item in (*event["evidence"], *rivals):
        if item.get("source"):
            yield item["source"], item["quote"], item.get("date") or ""


def _told(event: Line, same: Mapping[str, str], now: Mapping[str, Line]) -> Iterator[Difference]:
    if event["id"] not in same:
        yield Difference("gone", event)
        return
    heirs: dict[str, list[str]] = defaultdict(list)
    for before, after in same.items():
        heirs[after].append(before)
    found = now[same[event["id"]]]
    first = found["id"] if found["id"] in heirs[found["id"]] else heirs[found["id"]][0]
    if event["id"] != first:
        yield Difference(
            "merged", found, f"{event['date']} {event['title']}", f"{found['date']} {found['title']}"
        )
        return
    for name, what in _FIELDS.items():
        if event[name] != found[name]:
            yield Difference(what, found, event[name], found[name])
    for name in _OTHERS:
        if event[name] != found[name]:
            yield Difference(
                "changed", found, f"{name}: {_said(event[name])}", f"{name}: {_said(found[name])}"
            )


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
