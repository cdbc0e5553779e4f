"""Shares: what each event gives to the files that show all of them, kept by keys, so that an edit costs one event's work.

A file of all events is its parts put together: a line of `timeline.csv`, a card, the words by which an event is found. A
part whose key is the same is taken from the last build; what has no key is made each time.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

Known = Mapping[str, Mapping[bytes, Any]]  # by kind, then by key
_TOGETHER = 500  # parts that are handed on at once: what is to be written is in memory twice

Put = Callable[[str, Mapping[bytes, Any]], object]  # takes what is new of a kind


class Shares:
    """Parts by kind and key; they live no longer than whoever asked for them.

    `used` are the keys of this build by kind, `dead` counts what was known and is of no use to it.
    """

    def __init__(self, known: Known | None = None, put: Put | None = None) -> None:
        """Take what earlier builds found, and who keeps what is new; without `known` nothing is remembered."""
        self.used: dict[str, Sequence[bytes]] = {}
        self.dead = 0
        self._known = known
        self._put = put

    def of(self, kind: str, keys: Sequence[bytes], make: Callable[[int], T]) -> list[T]:
        """One part for each key, in order; `make` makes that of a number. A kind is asked for once in a build.

        Parts are text, numbers, tuples and lists of these, and records of this program that do not change.
        """
        return list(self.each(kind, keys, make))

    def each(self, kind: str, keys: Sequence[bytes], make: Callable[[int], T]) -> Iterator[T]:
        """The same one by one, for files too long to be held; all have to be taken."""
        if self._known is None:
            yield from map(make, range(len(keys)))
            return
        known = self._known.get(kind, {})
        new: dict[bytes, Any] = {}
        for number, key in enumerate(keys):
            if key in known:
                yield known[key]
            else:
                new[key] = part = make(number)
                yield part
                if len(new) >= _TOGETHER:
                    self._hand_on(kind, new)
                    new = {}
        self.used[kind] = keys
        self.dead += len(known) - len(known.keys() & keys) if known else 0
        self._hand_on(kind, new)

    def _hand_on(self, kind: str, new: Mapping[bytes, Any]) -> None:
        if new and self._put:
            self._put(kind, new)
