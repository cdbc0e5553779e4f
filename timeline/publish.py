"""The disk after the build: a site becomes a folder, whole or not at all.

The new site is written beside the output folder and swapped in, so that a reader, a crash or a full disk
meets the last whole site or the new one, never a mixture. A manifest in the folder names what this program
wrote; anything else there belongs to somebody, and is refused rather than removed.

A build that was killed leaves its unfinished folder behind. A living one holds a lock on its own, which ends
with the process, so that the next build can tell the two apart and clears away what nobody holds.
"""

import contextlib
import ctypes
import errno
import glob
import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from timeline.model.site import Site

try:
    import fcntl
except ImportError:  # a system without these locks: nothing is cleared away there
    fcntl = None  # type: ignore[assignment]

MANIFEST = ".timeline-manifest.json"
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2
_AT_FDCWD = -100
_BUILDING = ".building"  # marks a folder as ours to remove
_ASIDE = ".last"  # and one that holds the last site for the moment between two renames


class ForeignFilesError(Exception):
    """The output folder holds files this program did not write; `paths` names them."""

    def __init__(self, folder: Path, paths: tuple[str, ...]) -> None:
        super().__init__(f"{folder} holds files that are not of this site: {', '.join(paths[:5])}")
        self.paths = paths


def site(built: Site, output: Path, *, keep_foreign: bool = False) -> bool:
    """Put a site in place of what `output` held; whether anything changed.

    Raises `ForeignFilesError` if the folder holds files of somebody else, unless `keep_foreign`, which
    carries them over; one that stands where a page should go is refused even then. Raises OSError if the disk
    refuses; the folder is then as it was.
    """
    output = output.resolve()  # of a link, the folder it leads to; the link stays
    if output.exists() and not output.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(output))
    _recover(output)
    foreign = foreign_files(output)
    if foreign and not keep_foreign:
        raise ForeignFilesError(output, foreign)
    manifest = _manifest(built.files)
    if _is_current(output, manifest):
        return False
    output.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}-", suffix=_BUILDING, dir=output.parent))
    try:
        with _held(fresh):
            _write(built.files, manifest, fresh)
            for name in foreign:
                if os.path.lexists(fresh / name):
                    raise ForeignFilesError(output, (name,))
                _carry(output / name, fresh / name)
            _swap(fresh, output)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return True


def foreign_files(output: Path) -> tuple[str, ...]:
    """What stands in an output folder that this program did not put there."""
    if not output.exists():
        return ()
    ours = {MANIFEST, *_recorded(output)}
    return tuple(sorted(name for name in _names(output) if name not in ours))


def _manifest(files: Mapping[str, bytes]) -> bytes:
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    return json.dumps({"files": digests}, indent=0, ensure_ascii=False).encode()


def _recorded(output: Path) -> Mapping[str, str]:
    try:
        files = json.loads((output / MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return files if isinstance(files, dict) else {}


def _is_current(output: Path, manifest: bytes) -> bool:
    """Whether the folder already is this site: the same manifest, and each file as it says."""
    try:
        if (output / MANIFEST).read_bytes() != manifest:
            return False
        return all(
            hashlib.sha256((output / name).read_bytes()).hexdigest() == digest
            for name, digest in _recorded(output).items()
        )
    except OSError:
        return False


def _write(files: Mapping[str, bytes], manifest: bytes, folder: Path) -> None:
    made = {folder}
    for name, content in files.items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"a page must stay in the site: {name!r}")
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(content)
    (folder / MANIFEST).write_bytes(manifest)
    folder.chmod(0o755)  # mkdtemp makes it private; a web server must read it


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[bool]:
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


def _recover(output: Path) -> None:
    """Put the folder in order after builds that were killed: unfinished ones go, the last site stays."""
    ours = f".{glob.escape(output.name)}-????????{_BUILDING}"
    for aside in output.parent.glob(ours + _ASIDE):
        if output.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(output)
    for folder in output.parent.glob(ours):
        # a folder that is gone by now was cleared away by another build
        with contextlib.suppress(OSError), _held(folder) as abandoned:
            if abandoned:
                shutil.rmtree(folder, ignore_errors=True)


def _carry(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(old, new, follow_symlinks=False)


def _names(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            yield path.relative_to(folder).as_posix()


def _swap(fresh: Path, output: Path) -> None:
    """Exchange two folders in one step where the system can; else with two renames."""
    if not output.exists():
        fresh.rename(output)
        return
    if _exchanged(fresh, output):
        return
    aside = fresh.with_name(fresh.name + _ASIDE)
    output.rename(aside)
    try:
        fresh.rename(output)
    except OSError:
        aside.rename(output)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False  # a file system that cannot exchange
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


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
