"""Watching: what a project is made of, as a stamp that differs when any of it does.

Files are looked at again and again rather than waited for: that works on every disk, also across a network
or into a container, where a system's own notices get lost.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

Stamp = tuple[tuple[str, int, int, int], ...]

_PAUSE = 0.15  # seconds between two looks, at least
_SHARE = 20  # … and so many times as long as a look takes


def stamp(places: Sequence[Path]) -> Stamp:
    """The names, times, sizes and numbers of all files at or below some places."""
    return tuple(sorted(entry for place in places for entry in _entries(place)))


def watched(
    places: Sequence[Path], last: Stamp, on_change: Callable[[], object], ended: threading.Event
) -> None:
    """Call back when what bears another stamp than the `last` has been still for a moment; until the end."""
    pause = _PAUSE
    while not ended.wait(pause):
        started = time.monotonic()
        now = stamp(places)
        pause = max(_PAUSE, _SHARE * (time.monotonic() - started))
        if now != last:
            while not ended.wait(_PAUSE / 3) and (later := stamp(places)) != now:
                now = later
            last = now
            on_change()


def _entries(place: Path) -> Iterator[tuple[str, int, int, int]]:
    try:
        if not place.is_dir():
            yield _entry(place)
            return
        for folder, _, names in os.walk(place):
            for name in names:
                if not name.startswith("."):
                    yield _entry(Path(folder, name))
    except OSError:  # gone between two looks; the next one tells
        return


def _entry(path: Path) -> tuple[str, int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, 0, 0
    return str(path), found.st_mtime_ns, found.st_size, found.st_ino
