"""A site's files between the moment they are made and that in which they are published: on the disk, not in memory."""

import os
import tempfile
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import IO


class Spool(MutableMapping[str, bytes]):
    """Files by name, one behind the other in a file without a name of its own, which ends with the process.

    What the disk does not take stays in memory.
    """

    def __init__(self, folder: Path) -> None:
        """Take a folder to be on the same disk with; it is made if it has to be."""
        self._places: dict[str, tuple[int, int]] = {}
        self._held: dict[str, bytes] = {}
        self._end = 0
        self._file: IO[bytes] | None = None
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - as long as this

    def __setitem__(self, name: str, content: bytes) -> None:
        self._held.pop(name, None)
        self._places.pop(name, None)
        if self._file is not None and self._put(content):
            self._places[name] = self._end, len(content)
            self._end += len(content)
        else:
            self._held[name] = content

    def _put(self, content: bytes) -> bool:
        """Whether the disk took it; a full one may take a part."""
        assert self._file is not None  # noqa: S101 - asked just above
        try:
            return os.pwrite(self._file.fileno(), content, self._end) == len(content)
        except OSError:
            return False

    def __getitem__(self, name: str) -> bytes:
        if name in self._held or self._file is None:
            return self._held[name]
        start, length = self._places[name]
        return os.pread(self._file.fileno(), length, start)

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        self._held.pop(name, None)
        self._places.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        yield from self._places
        yield from self._held

    def __len__(self) -> int:
        return len(self._places) + len(self._held)

    def __contains__(self, name: object) -> bool:
        return name in self._places or name in self._held
