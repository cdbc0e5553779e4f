"""JSON for people and programs: one item a line, so that two builds can be compared line by line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

ENCODED = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make an encoder for each value


class Lines:
    """Items of a list that are JSON already, to be gone through once."""

    __slots__ = ("items",)

    def __init__(self, items: Iterable[str]) -> None:
        self.items = items


def list_pieces(items: Iterable[str]) -> Iterator[str]:
    """A list with an item a line, of items that are JSON already; piece by piece, since it may be long.

    Python's own indentation would do without its encoder in C, and take ten times as long.

    >>> print("".join(list_pieces(['{"a": 1}', '{"a": 2}'])), end="")
    [
    {"a": 1},
    {"a": 2}
    ]
    """
    return chain(_opened(items), ("\n",))


def _opened(items: Iterable[str]) -> Iterator[str]:
    """A list without the end of its last line."""
    between = "[\n"
    for item in items:
        yield between + item
        between = ",\n"
    yield "\n]" if between == ",\n" else "[\n\n]"


def record_pieces(record: Mapping[str, Any]) -> Iterator[str]:
    """An object with a field a line, and where a field is a list, an item a line; piece by piece."""
    between = "{\n"
    for key, value in record.items():
        yield f"{between}{json.dumps(key)}: "
        if isinstance(value, Lines):
            yield from _opened(value.items)
        elif isinstance(value, list):
            yield from _opened(map(ENCODED, value))
        else:
            yield ENCODED(value)
        between = ",\n"
    yield "\n}\n" if record else "{\n\n}\n"
