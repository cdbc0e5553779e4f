"""Records: what `@dataclass(frozen=True, slots=True)` makes, made in a fraction of the time.

The library writes and compiles six functions for each class, of which all but the first are the same for any: a command
that loads a hundred of them spends a tenth of a second on that. Here only `__init__` is written, and the rest is shared.
For type checkers it is the library's own. Fields are all given to `__init__`, in order.
"""

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "parts"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False
    ) -> Callable[[type], type]:
        """A frozen, slotted dataclass, for a class that defines none of what this gives it."""
        if not (frozen and slots) or order:  # there are few of these
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=order)
        return lambda kind: _record(kind, by_value=eq)


@cache
def parts(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values of a record's fields, in their order; None for a kind that is no record."""
    if not dataclasses.is_dataclass(kind):
        return None
    return _taker([field.name for field in dataclasses.fields(kind)])


def _taker(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of some attributes."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


def _record(kind: type, *, by_value: bool) -> type:
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    own: dict[str, Any] = {
        "__init__": _init(made),
        "__repr__": _shown,
        "__setattr__": _set,
        "__delattr__": _delete,
        "__getstate__": _state,
        "__setstate__": _restore,
    }
    if by_value:
        own |= _compared(made)
    if twice := own.keys() & kind.__dict__.keys():
        raise TypeError(f"{kind.__qualname__} defines {', '.join(sorted(twice))} itself")
    for name, value in own.items():
        setattr(made, name, value)
    # for what the library makes of classes derived from it
    made.__dict__["__dataclass_params__"].frozen = True
    return made


def _init(kind: type) -> Callable[..., None]:
    """As the library writes it, but that each value goes straight into its slot."""
    known: dict[str, Any] = {"none_": dataclasses.MISSING}
    taken, lines = ["self"], []
    for field in dataclasses.fields(kind):
        name = field.name
        known[f"set_{name}"] = getattr(kind, name).__set__
        value, default = name, ""
        if field.default is not dataclasses.MISSING:
            known[f"default_{name}"] = field.default
            default = f"=default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"make_{name}"] = field.default_factory
            default, value = "=none_", f"make_{name}() if {name} is none_ else {name}"
        taken.append(name + default)
        lines.append(f" set_{name}(self, {value})\n")
    if hasattr(kind, "__post_init__"):
        lines.append(" self.__post_init__()\n")
    exec(f"def __init__({', '.join(taken)}):\n{''.join(lines) or ' pass'}", known)  # noqa: S102 - names of fields alone
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    made.__annotations__ = {field.name: field.type for field in dataclasses.fields(kind)} | {"return": None}
    return made


def _compared(kind: type) -> dict[str, Any]:
    """Whether two are the same, by their values."""
    values = _taker([field.name for field in dataclasses.fields(kind) if field.compare])

    def __eq__(self: Any, other: Any) -> bool:  # noqa: ANN401, N807 - of any kind; it is given to a class
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: ANN401, N807 - likewise
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


@recursive_repr()
def _shown(self: Any) -> str:  # noqa: ANN401 - a record
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in shown])})"


def _set(self: object, name: str, value: object) -> None:
    del self, value
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> None:
    del self
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:  # noqa: ANN401 - a record
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:  # noqa: ANN401 - a record
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
