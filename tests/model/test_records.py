"""Records are what the library makes of `@dataclass(frozen=True, slots=True)`, but for the time it takes."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any

import pytest

from timeline.records import _record, dataclass, parts


def _made(maker: Callable[[type], type]) -> type:
    class Pair:
        """Two and more."""

        first: int
        second: str = "two"
        third: list[int] = field(default_factory=list, compare=False, repr=False)

        def __post_init__(self) -> None:
            if self.first < 0:
                raise ValueError("below zero")

        @property
        def both(self) -> tuple[int, str]:
            return self.first, self.second

    return maker(Pair)


OURS: Any = _made(lambda kind: _record(kind, by_value=True))
THEIRS: Any = _made(dataclasses.dataclass(frozen=True, slots=True))


@dataclass(frozen=True, slots=True)
class Kept:
    """One that pickle can find by its name."""

    number: int
    inside: "Kept | None" = None


def _said(kind: Any, *values: object, **named: object) -> object:
    """All that one can ask of a value, or how it was refused."""
    try:
        one, other = kind(*values, **named), kind(*values, **named)
    except (TypeError, ValueError) as error:
        return type(error), str(error)
    changed = dataclasses.replace(one, second="other")
    hashed = hash(one) == hash(other) != hash(changed)
    return (
        repr(one),
        one == other,
        one != changed,
        hashed,
        one == (1, "two"),
        one.both,
        dataclasses.astuple(changed),
    )


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((1,), {}),
        ((1, "b", [3]), {}),
        ((), {"first": 4, "third": [5]}),
        ((), {}),
        ((-1,), {}),
        ((1, 2, 3, 4), {}),
        ((1,), {"no": 2}),
    ],
)
def test_a_record_is_as_the_library_makes_it(values: tuple[object, ...], named: dict[str, object]) -> None:
    assert _said(OURS, *values, **named) == _said(THEIRS, *values, **named)


@pytest.mark.parametrize("kind", [OURS, THEIRS])
def test_a_record_stays_as_it_is(kind: Any) -> None:
    one = kind(1)
    for name in ("first", "unknown"):
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            setattr(one, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.first
    assert not hasattr(one, "__dict__")
    assert one.third is not kind(1).third
    assert kind.__match_args__ == ("first", "second", "third")
    assert [f.name for f in dataclasses.fields(kind)] == ["first", "second", "third"]


def test_a_record_is_copied_and_kept() -> None:
    value = Kept(1, Kept(2))
    assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)  # noqa: S301 - written just now
    taken = parts(Kept)
    assert taken
    assert taken(value) == (1, Kept(2))
    assert parts(int) is None


def test_what_a_class_says_itself_is_not_overwritten_in_silence() -> None:
    with pytest.raises(TypeError, match="__repr__"):

        @dataclass(frozen=True, slots=True)
        class _Shown:
            number: int

            def __repr__(self) -> str:
                return "own"
