"""Fingerprints: a digest of all that a page is made from, by which a later build knows that it would come out the same.

A page is a function of its template, of what its templates may use of the whole site, and of the values it is given.
Values are taken apart to text and numbers, each with its type, so that two are the same only if no template could
tell them apart. What cannot be taken apart so has no fingerprint, and its page is made anew each time.
"""

import marshal
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from hashlib import blake2b
from typing import Any

from timeline.records import parts

_SIZE = 16
_PLAIN = frozenset((str, int, float, bool, type(None), bytes))


class UnknownKindError(TypeError):
    """A value that cannot be told from others by what it is made of."""


class Fingerprints:
    """Digests of values. What many pages show is taken apart but once for one of these."""

    def __init__(self, *shared: type) -> None:
        """Values of the `shared` types are remembered, and live as long as this."""
        self._shared = frozenset(shared)
        self._digests: dict[
            int, tuple[object, bytes]
        ] = {}  # by identity; the value is held, so that none takes its place

    def know(self, value: object, digest: bytes = b"") -> None:
        """Remember a record that many pages show; `digest` stands for it, if somebody knows better what it is made of."""
        self._digests[id(value)] = value, digest or self.of(value)

    def of(self, *values: object) -> bytes:
        """A digest of values. Raises UnknownKindError for what is neither text, number, collection nor record."""
        # version 2 of the format knows no references, so that equal values are equal bytes
        return blake2b(marshal.dumps(self._taken(values), 2), digest_size=_SIZE).digest()

    def _taken(self, value: object) -> Any:  # noqa: ANN401 - what marshal writes
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple or kind is list:
            return kind.__name__, self._all(value)  # type: ignore[arg-type]
        if kind in self._shared or id(value) in self._digests:
            return self._digest(value)
        if kind is dict:
            return "dict", tuple((self._taken(name), self._taken(own)) for name, own in value.items())  # type: ignore[attr-defined]
        return self._record(kind, value)

    def _record(self, kind: type, value: object) -> Any:  # noqa: ANN401
        taken = parts(kind)
        if taken is None:
            if isinstance(value, Enum):
                return kind.__name__, value.name
            if isinstance(value, str):  # markup: safe text is written otherwise than plain
                return kind.__name__, str(value)
            raise UnknownKindError(kind.__qualname__)
        return kind.__name__, self._all(taken(value))

    def _all(self, values: Iterable[object]) -> tuple[Any, ...]:
        # most are text, and need not be taken apart
        return tuple([value if type(value) in _PLAIN else self._taken(value) for value in values])

    def _digest(self, value: object) -> bytes:
        known = self._digests.get(id(value))
        if known is None:
            taken = self._record(type(value), value)
            known = self._digests[id(value)] = (
                value,
                blake2b(marshal.dumps(taken, 2), digest_size=_SIZE).digest(),
            )
        return known[1]


_TAKES = re.compile(
    r"{%[-+]?\s*(?:extends|include|import|from)\b\s*(?:([\"'])([^\"']*)\1\s*(?=[-+]?%}|as\b|import\b|ignore\b|with\b|without\b))?"
)


def texts(template: str, sources: Mapping[str, str]) -> str:
    """A template's source with those of all that it may extend, include and import; all there are where that is not sure."""
    found: dict[str, str] = {}
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        if name not in sources:  # one that is missing, or chosen while the page is written
            return "".join(sources.values())
        found[name] = sources[name]
        waiting += [match[2] or "" for match in _TAKES.finditer(sources[name])]
    return "".join(found.values())
