"""Records: how a frozen dataclass of any kind is taken apart, for what keeps or compares its values."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any


@cache
def parts(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values of a record's fields, in their order; None for a kind that is no record."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
