"""A file that grows at its end: what each build found that those before it had not, by kind and key.

Whoever reads it says by what the file is known; it is there only if it is that one still, by its size, times and place on
the disk, so that nobody who only sends files can have written it. What is damaged is not there. A file of which most is
of no use any more is written anew.
"""

import shutil
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from timeline import pickled
from timeline.model.shares import Shares
from timeline.publish import signature

_MARK = b"timeline shares 1\n"
_HEAD = 12  # bytes before a segment: its length, and a sum that tells damage
_SPARE = 1000  # values that may be of no use


class Segments:
    """A build's way to such a file. What is new waits in a file without a name, and is not held in memory."""

    def __init__(self, file: Path, by: tuple[int, ...] = ()) -> None:
        """Take the file, and by what it is known; without that, or if it is another by now, nothing is known."""
        self._file = file
        self._by = by
        self._new: IO[bytes] | None = None
        self.shares = Shares(_known(file, by), self._put)

    def finish(self) -> tuple[int, ...]:
        """Add what is new; by what the file is known from now on. Raises OSError."""
        known, used = self.shares.known or {}, self.shares.used
        dead = sum(len(values.keys() - used.get(kind, ())) for kind, values in known.items())
        if known and dead <= sum(map(len, used.values())) + _SPARE:
            if signature(self._file) != self._by:  # another build has been here meanwhile
                return ()
            if self._new:
                with self._file.open("ab") as out:
                    self._move(out)
            return signature(self._file)
        # a file of its own, not the old one cut short: whoever reads that meanwhile has it whole
        with tempfile.NamedTemporaryFile(dir=self._file.parent, delete=False) as whole:
            whole.write(_MARK)
            for kind, values in known.items():
                whole.write(
                    _segment(kind, {key: values[key] for key in used.get(kind, set()) & values.keys()})
                )
            self._move(whole)
        Path(whole.name).replace(self._file)
        return signature(self._file)

    def _put(self, kind: str, new: Mapping[bytes, Any]) -> None:
        with suppress(OSError):  # a disk that is full or may not be written to: nothing is kept
            if self._new is None:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._new = tempfile.TemporaryFile(dir=self._file.parent)  # noqa: SIM115 - until it has moved
            self._new.write(_segment(kind, new))

    def _move(self, out: IO[bytes]) -> None:
        if self._new:
            self._new.seek(0)
            shutil.copyfileobj(self._new, out)
            self._new.close()
            self._new = None


def _known(file: Path, by: tuple[int, ...]) -> dict[str, dict[bytes, Any]]:
    found: dict[str, dict[bytes, Any]] = {}
    if not by or signature(file) != by:
        return found
    try:
        for payload in _payloads(file.read_bytes()):
            kind, values = pickled.loaded(payload)
            found.setdefault(kind, {}).update(values)
    except Exception:  # noqa: BLE001 - whatever is wrong with it: all of it is made anew
        return {}
    return found


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


def _segment(kind: str, values: Mapping[bytes, Any]) -> bytes:
    payload = pickled.dumped((kind, dict(values)))
    return len(payload).to_bytes(8) + zlib.crc32(payload).to_bytes(4) + payload
