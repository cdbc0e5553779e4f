"""What an editor wants of one event, before it is written into `events.yaml`."""

from collections.abc import Mapping
from dataclasses import field

from timeline.model.event import EventId
from timeline.records import dataclass

Value = str | bool | tuple[str, ...]
Cite = Mapping[str, str]  # {source, quote} or {url, title}

FIELDS = (
    "id",
    "date",
    "title",
    "summary",
    "kind",
    "tags",
    "cites",
    "hide",
    "merge",
)  # as they are best ordered


@dataclass(frozen=True, slots=True)
class Change:
    """Fields to set and to take out of an entry, and what to add to its lists; all else stays as it is.

    `put` holds values by field: text, `hide` as a truth, `tags` as a tuple. `merge` and `cites` are added to
    those that are there, `uncited` are taken out of them.
    """

    put: Mapping[str, Value] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    merge: tuple[EventId, ...] = ()
    cites: tuple[Cite, ...] = ()
    uncited: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the entry of that number (from 0; None: a new one). Without a change the entry goes."""

    entry: int | None
    change: Change | None
