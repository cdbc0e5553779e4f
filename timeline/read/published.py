"""The record of the last build → what it published; whatever is damaged in it is left out."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from timeline.model.event import EventId
from timeline.model.past import Moved, Past, Published

_PAGE = re.compile(r"events/[^/\\\x00-\x1f]+\.html")  # nothing else is an event's page
_NOTHING: frozenset[tuple[str, str, str]] = frozenset()


def past(events: bytes, moved: bytes, there: Collection[EventId] = ()) -> Past:
    """What a site's `timeline.json` and `moved.json` tell; nothing for what is not there, or is no such record.

    Events that are still `there` went nowhere: what told of them is not taken apart.
    """
    return Past(tuple(_published(_json(events), there)), dict(_moved(_json(moved))))


def _json(content: bytes) -> Any:  # noqa: ANN401 - whatever stands there
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _published(found: Any, there: Collection[EventId]) -> Iterator[Published]:  # noqa: ANN401
    for item in found if isinstance(found, list) else ():
        if isinstance(item, dict) and isinstance(item.get("id"), str) and _is_page(item.get("page")):
            date, title = (str(item.get(name, "")) for name in ("date", "title"))
            id_ = EventId(item["id"])
            told = _NOTHING if id_ in there else frozenset(_passages(item))
            yield Published(id_, item["page"], date, title, told)


def _passages(item: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    rivals = (rival.get("evidence") for rival in _dicts(item.get("rivals")))
    for told in (item.get("evidence"), *rivals):
        for one in _dicts(told):
            source, quote = one.get("source"), one.get("quote")
            if isinstance(source, str) and isinstance(quote, str):
                yield source, quote, str(one.get("date") or "")


def _dicts(found: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def _moved(found: Any) -> Iterator[tuple[EventId, Moved]]:  # noqa: ANN401
    for id_, one in found.items() if isinstance(found, dict) else ():
        if isinstance(one, dict) and _is_page(one.get("page")):
            to = one.get("to")
            yield EventId(id_), Moved(one["page"], EventId(to) if isinstance(to, str) else None)


def _is_page(path: object) -> bool:
    return isinstance(path, str) and _PAGE.fullmatch(path) is not None
