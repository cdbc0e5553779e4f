"""Choices: what the list can be narrowed to besides tags, names and sources, with how many events there are of each.

`list.js` counts in the same way, once something is chosen.
"""

from collections.abc import Callable, Sequence

from timeline.model.event import Kind
from timeline.records import dataclass
from timeline.render.marks import Mark
from timeline.render.view import KINDS, EventView


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a field, its name, and the number of its events."""

    value: str
    name: str
    count: int


_Holds = Callable[[EventView, Mark], bool]
_ORIGINS = {
    "extracted": "Read by machine",
    "both": "Read by machine, edited",
    "edited": "Added by hand",
}
_CERTAINTIES: dict[str, tuple[str, _Holds]] = {
    "day": ("Known to the day", lambda view, mark: mark.shape == "point" and not view.doubt),
    "coarse": ("Less exact than a day", lambda _, mark: mark.shape == "within"),
    "doubt": ("Approximate or uncertain", lambda view, _: bool(view.doubt)),
    "open": ("An end is open", lambda _, mark: bool(mark.before or mark.after)),
    "rivals": ("Sources disagree", lambda _, mark: bool(mark.rivals)),
}


def kinds(views: Sequence[EventView]) -> tuple[Choice, ...]:
    """The kinds there are."""
    found = [Choice(k.value, KINDS[k], sum(view.kind == k.value for view in views)) for k in Kind]
    return tuple(choice for choice in found if choice.count)


def origins(views: Sequence[EventView]) -> tuple[Choice, ...]:
    """Whose word the events are."""
    return tuple(
        Choice(value, name, sum(view.origin == value for view in views)) for value, name in _ORIGINS.items()
    )


def certainties(views: Sequence[EventView], marks: Sequence[Mark]) -> tuple[Choice, ...]:
    """How well their dates are known; some events are of several."""
    return tuple(
        Choice(value, name, sum(holds(view, mark) for view, mark in zip(views, marks, strict=True)))
        for value, (name, holds) in _CERTAINTIES.items()
    )
