"""A file that grows at its end: what each build found that those before it had not, by kind and key.

Whoever reads it says by what the file is known; it is there only if it is that one still, by its size, times and place on
the disk, so that nobody who only sends files can have written it. What is damaged is not there. A file of which most is
of no use any more is written anew.
"""

import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline import pickled
from timeline.publish import replaced, signature

Kinds = Mapping[str, Mapping[bytes, Any]]

_MARK = b"timeline shares 1\n"
_HEAD = 12  # bytes before a segment: its length, and a sum that tells damage
_SPARE = 1000  # values that may be of no use


def known(file: Path, by: tuple[int, ...]) -> dict[str, dict[bytes, Any]]:
    """All that a file holds, if it is the one that is known `by` this; nothing otherwise."""
    found: dict[str, dict[bytes, Any]] = {}
    if not by or signature(file) != by:
        return found
    try:
        for payload in _payloads(file.read_bytes()):
            for kind, values in pickled.loaded(payload).items():
                found.setdefault(kind, {}).update(values)
    except Exception:  # noqa: BLE001 - whatever is wrong with it: all of it is made anew
        return {}
    return found


def keep(file: Path, found: Kinds, before: Kinds) -> tuple[int, ...]:
    """Add what was not there `before`; by what the file is known now. Raises OSError."""
    new = {
        kind: own
        for kind, values in found.items()
        if (own := {key: value for key, value in values.items() if key not in before.get(kind, {})})
    }
    if not before or _count(before) > 2 * _count(found) + _SPARE:
        file.parent.mkdir(parents=True, exist_ok=True)
        replaced(file, _MARK + _segment(found))
    elif new:
        with file.open("ab") as out:
            out.write(_segment(new))
    return signature(file)


def _payloads(content: bytes) -> Iterator[memoryview]:
    """The segments. Raises ValueError where one is damaged."""
    if not content.startswith(_MARK):
        raise ValueError("no file of segments")
    whole = memoryview(content)
    at = len(_MARK)
    while at < len(content):
        length = int.from_bytes(whole[at : at + 8])
        payload = whole[at + _HEAD : at + _HEAD + length]
        if len(payload) != length or zlib.crc32(payload) != int.from_bytes(whole[at + 8 : at + _HEAD]):
            raise ValueError("damaged")
        yield payload
        at += _HEAD + length


def _segment(values: Kinds) -> bytes:
    payload = pickled.dumped({kind: dict(own) for kind, own in values.items()})
    return len(payload).to_bytes(8) + zlib.crc32(payload).to_bytes(4) + payload


def _count(kinds: Kinds) -> int:
    return sum(map(len, kinds.values()))
