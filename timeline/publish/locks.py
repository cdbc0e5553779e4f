"""Locks: one build at a time for a folder, and a folder that a living process still works in.

A lock is the system's own, so that it ends with its process, however that ends.
"""

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without these locks: nothing is cleared away there
    fcntl = None  # type: ignore[assignment]

PATIENCE = 30.0  # seconds that another build is waited for
_POLL = 0.05  # seconds


class BusyError(Exception):
    """Another build is writing the same site, and did not come to an end; the message names it."""


@contextlib.contextmanager
def turn(output: Path, patience: float) -> Iterator[None]:
    """The only build that writes this folder, as long as the block lasts.

    The lock is the system's, so that it ends with its process; the file beside the folder names the holder.
    """
    if fcntl is None:
        yield
        return
    path = output.with_name(f".{output.name}.lock")
    deadline = time.monotonic() + patience
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.lexists(path) and os.path.samestat(os.fstat(handle), path.lstat()):
                break  # else its last holder took it away with him
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES):
                break  # a file system without locks
            if time.monotonic() > deadline:
                said = os.pread(handle, 200, 0).decode("utf-8", "replace").strip()
                os.close(handle)
                raise BusyError(f"another build ({said or 'not named'}) is writing {output}") from error
        os.close(handle)
        time.sleep(_POLL)
    try:
        os.truncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()} on {os.uname().nodename}\n".encode(), 0)
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


@contextlib.contextmanager
def held(folder: Path) -> Iterator[bool]:
    """A lock on a folder, as long as this process lives and the block lasts; whether it could be had."""
    if fcntl is None:
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # somebody holds it, or the file system knows no locks
            yield False
            return
        yield True
    finally:
        os.close(handle)
