"""Files: one by one, as whole as the system can make it."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path


def signature(path: Path | str) -> tuple[int, ...]:
    """By what a file is known to be the one it was, without reading it; empty where there is none."""
    try:
        stat = os.lstat(path)
    except OSError:
        return ()
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, stat.st_mode


def put_down(path: str, content: bytes) -> None:
    """Write a new file; of tens of thousands, each is but three calls of the system."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        written = os.write(handle, content)
        while written < len(content):  # at most 2 GiB at once
            written += os.write(handle, memoryview(content)[written:])
    finally:
        os.close(handle)


def linked(old: str, new: str) -> bool:
    """Whether a second name could be given to a file; not every file system can."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def carry(old: Path, new: Path) -> None:
    """Copy a file as it is, with its times; of a link, the link."""
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(old, new, follow_symlinks=False)


def names(folder: Path) -> Iterator[str]:
    """Every file below a folder, by its path from there; links are named, and not followed."""
    waiting = [("", str(folder))]
    while waiting:
        before, path = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{before}{entry.name}/", entry.path))
                else:
                    yield before + entry.name


def replaced(path: Path, content: bytes) -> None:
    """Write one file in one step, with the rights it had; of a link, the file it leads to. Raises OSError."""
    path = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
