"""Where everything stands in a YAML text: a tree of spots, so that a change can be spliced in."""

from collections.abc import Iterator
from typing import Any

import yaml

from timeline.records import dataclass

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value from `start` up to `end`; `style` is one of `"`, `'`, `|`, `>`, or empty for a plain one."""

    start: int
    end: int
    style: str
    value: str


@dataclass(frozen=True, slots=True)
class Alias:
    """`*name`: stands for something else, and is replaced as a whole or not at all."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in brackets if `flow`, else one dash a line. It ends with its last item or bracket."""

    start: int
    end: int
    flow: bool
    items: tuple["Spot", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in braces if `flow`. It ends with its last value or brace."""

    start: int
    end: int
    flow: bool
    pairs: tuple[tuple["Spot", "Spot"], ...]

    def position(self, key: str) -> int | None:
        """Which of the pairs has this key."""
        names = (name.value if isinstance(name, Scalar) else None for name, _ in self.pairs)
        return next((number for number, name in enumerate(names) if name == key), None)

    def value(self, key: str) -> "Spot | None":
        """What stands under a key."""
        position = self.position(key)
        return None if position is None else self.pairs[position][1]


Spot = Scalar | Alias | Sequence | Mapping


def layout(text: str) -> Spot | None:
    """The tree of a text that is known to be YAML of no great depth; None if nothing is in it."""
    events = yaml.parse(text, Loader=_Loader)
    return next((_spot(event, events, text) for event in events if isinstance(event, yaml.NodeEvent)), None)


def _spot(event: Any, events: Iterator[Any], text: str) -> Spot:  # noqa: ANN401 - PyYAML's classes
    start = _at(event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        style = event.style if event.style in ("'", '"', "|", ">") else ""
        return Scalar(start, _trimmed(text, start, _at(event.end_mark)), style, event.value)
    if isinstance(event, yaml.AliasEvent):
        return Alias(start, _at(event.end_mark))
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Spot] = []
        for inner in events:
            if isinstance(inner, yaml.SequenceEndEvent):
                end = _at(inner.end_mark) if event.flow_style or not items else items[-1].end
                return Sequence(start, max(end, start), bool(event.flow_style), tuple(items))
            items.append(_spot(inner, events, text))
    pairs: list[tuple[Spot, Spot]] = []
    for inner in events:
        if isinstance(inner, yaml.MappingEndEvent):
            end = _at(inner.end_mark) if event.flow_style or not pairs else pairs[-1][1].end
            return Mapping(start, max(end, start), bool(event.flow_style), tuple(pairs))
        pairs.append((_spot(inner, events, text), _spot(next(events), events, text)))
    raise AssertionError("a list or mapping ends")


def _at(mark: Any) -> int:  # noqa: ANN401 - PyYAML's, which its stubs call optional
    index: int = mark.index
    return index


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a block scalar without the empty lines below it."""
    return start + len(text[start:end].rstrip(" \t\r\n"))
