"""Shares: what each event gives to the files that show all of them, kept by keys, so that an edit costs one event's work.

A file of all events is its parts put together: a line of `timeline.csv`, a card, the words by which an event is found. A
part whose key is the same is taken from the last build; what has no key is made each time.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

Known = Mapping[str, Mapping[bytes, Any]]  # by kind, then by key


class Shares:
    """Parts by kind and key. `found` are those of this build, for the next."""

    def __init__(self, known: Known | None = None) -> None:
        """Take what the last build found; without it nothing is remembered."""
        self._known = known
        self.found: dict[str, dict[bytes, Any]] = {}

    def of(self, kind: str, keys: Sequence[bytes], make: Callable[[int], T]) -> list[T]:
        """One part for each key, in order; `make` makes that of a number.

        Parts are text, numbers, tuples and lists of these, and records of this program that do not change.
        """
        if self._known is None:
            return [make(number) for number in range(len(keys))]
        known = self._known.get(kind, {})
        found = self.found.setdefault(kind, {})
        parts = []
        for number, key in enumerate(keys):
            part = known[key] if key in known else make(number)
            found[key] = part
            parts.append(part)
        return parts
