"""This program's own values as bytes, and back.

Records are written as their class and fields, in order. What is read can name nothing but records and enumerations of
this program, and text that is safe in HTML: whoever wrote the bytes can at worst have told something false.
"""

import io
import pickle
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

from timeline.records import parts

_OURS = ("timeline.model.", "timeline.times.", "timeline.render.")
_TEXT = ("markupsafe", "Markup")


def dumped(value: object) -> bytes:
    """A value as bytes."""
    out = io.BytesIO()
    _Pickler(out, 5).dump(value)
    return out.getvalue()


def loaded(content: bytes | memoryview) -> Any:  # noqa: ANN401 - whatever was written
    """The value that bytes stand for. Raises any exception where they are no such bytes."""
    return _Unpickler(io.BytesIO(content)).load()


class _Pickler(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:  # noqa: ANN401 - pickle's own
        kind: type = type(obj)
        taken = parts(kind)
        return NotImplemented if taken is None else (kind, taken(obj))


class _Unpickler(pickle.Unpickler):
    """Makes values of this program, and nothing else."""

    def find_class(self, module: str, name: str) -> type:
        return _record(module, name)


@cache
def _record(module: str, name: str) -> type:
    """A record or enumeration of this program. Raises UnpicklingError for anything else."""
    if module.startswith(_OURS) or (module, name) == _TEXT:
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and (
            is_dataclass(found) or issubclass(found, Enum) or (module, name) == _TEXT
        ):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no value of this program")
