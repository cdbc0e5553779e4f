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

_MARK = b"timeline shares 2\n"
_HEAD = 13  # bytes before a segment: its length, a sum that tells damage, and the length of its kind's name
_SPARE = 1000  # values that may be of no use


class Segments:
    """A build's way to such a file. What is new waits in a file without a name, and is not held in memory."""

    def __init__(self, file: Path, by: tuple[int, ...] = ()) -> None:
        """Take the file, and by what it is known; without that, or if it is another by now, nothing is known."""
        self._file = file
        self._by = by
        self._new: IO[bytes] | None = None
        self._known = _Known(file, by)
        self.shares = Shares(self._known, self._put)

    def finish(self) -> tuple[int, ...]:
        """Add what is new; by what the file is known from now on. Raises OSError."""
        used, known = self.shares.used, self._known
        is_sound = known and not known.damaged and known.keys() <= used.keys()
        if is_sound and self.shares.dead <= sum(map(len, used.values())) + _SPARE:
            if signature(self._file) != self._by:  # another build has been here meanwhile
                return ()
            if self._new:
                with self._file.open("ab") as out:
                    self._move(out)
            return signature(self._file)
        # a file of its own, not the old one cut short: whoever reads that meanwhile has it whole
        with tempfile.NamedTemporaryFile(dir=self._file.parent, delete=False) as whole:
            whole.write(_MARK)
            for kind, keys in used.items():
                values = known.get(kind, {})
                if alive := values.keys() & keys:
                    whole.write(_segment(kind, {key: values[key] for key in alive}))
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


class _Known(Mapping[str, dict[bytes, Any]]):
    """What a file holds, each kind read when it is asked for; nothing if the file is not the one that is known `by` this."""

    def __init__(self, file: Path, by: tuple[int, ...]) -> None:
        self._file = file
        self._places: dict[
            str, list[tuple[int, int, int]]
        ] = {}  # by kind: where it starts, its length and sum
        self.damaged = False
        if by and signature(file) == by:
            try:
                with file.open("rb") as content:
                    self._scan(content)
            except (OSError, ValueError, IndexError):
                self._places, self.damaged = {}, True

    def __getitem__(self, kind: str) -> dict[bytes, Any]:
        places = self._places[kind]
        found: dict[bytes, Any] = {}
        try:
            with self._file.open("rb") as content:
                for place in places:
                    found.update(pickled.loaded(_payload(content, *place)))
        except Exception:  # noqa: BLE001 - whatever is wrong with it: all of it is made anew
            self.damaged = True
            return {}
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _scan(self, content: IO[bytes]) -> None:
        if content.read(len(_MARK)) != _MARK:
            raise ValueError("no file of segments")
        while head := content.read(_HEAD):
            length, total = int.from_bytes(head[:8]), int.from_bytes(head[8:12])
            kind = content.read(head[12]).decode()
            self._places.setdefault(kind, []).append((content.tell(), length, total))
            content.seek(length, 1)


def _payload(content: IO[bytes], start: int, length: int, total: int) -> bytes:
    content.seek(start)
    payload = content.read(length)
    if len(payload) != length or zlib.crc32(payload) != total:
        raise ValueError("damaged")
    return payload


def _segment(kind: str, values: Mapping[bytes, Any]) -> bytes:
    payload, name = pickled.dumped(dict(values)), kind.encode()
    return len(payload).to_bytes(8) + zlib.crc32(payload).to_bytes(4) + bytes([len(name)]) + name + payload
