"""What is worked out when it is first asked for, and then kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class lazy(Generic[_Owner, _Value]):  # noqa: N801 - it stands where `property` would
    """As `functools.cached_property`, which up to Python 3.11 takes a lock for all objects at each first look."""

    def __init__(self, find: Callable[[_Owner], _Value]) -> None:
        self._find, self._name, self.__doc__ = find, find.__name__, find.__doc__

    @overload
    def __get__(self, one: None, kind: type[Any]) -> "lazy[_Owner, _Value]": ...
    @overload
    def __get__(self, one: _Owner, kind: type[Any]) -> _Value: ...
    def __get__(self, one: _Owner | None, kind: type[Any]) -> "lazy[_Owner, _Value] | _Value":
        if one is None:
            return self
        found = one.__dict__[self._name] = self._find(one)
        return found
