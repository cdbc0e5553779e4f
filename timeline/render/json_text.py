"""JSON for people and programs: one item a line, so that two builds can be compared line by line."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

ENCODED = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make an encoder for each value


def item_lines(items: Iterable[Any]) -> str:
    """A list with an item a line.

    Python's own indentation would do without its encoder in C, and take ten times as long.

    >>> print(item_lines([{"a": 1}, {"a": 2}]), end="")
    [
    {"a": 1},
    {"a": 2}
    ]
    """
    return joined_lines(map(ENCODED, items))


class Lines(tuple[str, ...]):
    """Items of a list that are JSON already."""

    __slots__ = ()


def joined_lines(items: Iterable[str]) -> str:
    """The same of items that are JSON already."""
    return "[\n" + ",\n".join(items) + "\n]\n"


def record_lines(record: Mapping[str, Any]) -> str:
    """An object with a field a line, and where a field is a list, an item a line."""
    fields = (f"{json.dumps(key)}: {_field(value)}" for key, value in record.items())
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _field(value: Any) -> str:  # noqa: ANN401 - any JSON
    if isinstance(value, Lines):
        return joined_lines(value).rstrip()
    return item_lines(value).rstrip() if isinstance(value, list) else ENCODED(value)
