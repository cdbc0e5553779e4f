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
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from timeline.model.site import Site
from timeline.publish.files import carry, linked, names, put_down, replaced, signature
from timeline.publish.locks import PATIENCE, BusyError, held, turn

__all__ = [
    "MANIFEST",
    "BusyError",
    "ForeignFilesError",
    "Kept",
    "Published",
    "StaleError",
    "foreign_files",
    "recorded",
    "replaced",
    "signature",
    "site",
]

MANIFEST = ".timeline-manifest.json"
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2
_AT_FDCWD = -100
_BUILDING = ".building"  # marks a folder as ours to remove
_QUOTED = json.JSONEncoder(ensure_ascii=False).encode
_ASIDE = ".last"  # and one that holds the last site for the moment between two renames


class ForeignFilesError(Exception):
    """The output folder holds files this program did not write; `paths` names them."""

    def __init__(self, folder: Path, paths: tuple[str, ...]) -> None:
        super().__init__(f"{folder} holds files that are not of this site: {', '.join(paths[:5])}")
        self.paths = paths


class StaleError(Exception):
    """A page that was to be kept is not the one that was published; all must be made anew."""


class Kept(NamedTuple):
    """A file that was published: the digest of what it holds, and its signature."""

    digest: str
    signature: tuple[int, ...]


_NOTHING: Mapping[str, Kept] = {}


def site(
    built: Site,
    output: Path,
    *,
    keep_foreign: bool = False,
    patience: float = PATIENCE,
    last: Mapping[str, Kept] = _NOTHING,
) -> int:
    """Put a site in place of what `output` held; how many files are new, other or gone. 0: nothing was touched.

    A file that stays as it was is linked, not written: it keeps its time. `last` tells by what the pages that the site
    keeps are known; raises `StaleError` if one of them is another by now. Raises `ForeignFilesError` if the folder holds files of somebody else, unless `keep_foreign`, which
    carries them over; one that stands where a page should go is refused even then. Raises `BusyError` if another build
    is at it for longer than `patience` seconds. Raises OSError if the disk
    refuses; the folder is then as it was.
    """
    outside = [name for name in built.names if not _stays_inside(name)]
    if outside:
        raise ValueError(f"a page must stay in the site: {outside[0]!r}")
    output = output.resolve()  # of a link, the folder it leads to; the link stays
    if output.exists() and not output.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(output))
    output.parent.mkdir(parents=True, exist_ok=True)
    with turn(output, patience):
        return _put(built, output, last, keep_foreign=keep_foreign)


def _put(built: Site, output: Path, last: Mapping[str, Kept], *, keep_foreign: bool) -> int:
    _recover(output)
    foreign = foreign_files(output)
    if foreign and not keep_foreign:
        raise ForeignFilesError(output, foreign)
    if not all(name in last and signature(f"{output}/{name}") == last[name].signature for name in built.kept):
        raise StaleError
    manifest = _manifest(built, last)
    same = built.kept.union(name for name, content in built.files.items() if _holds(output / name, content))
    gone = recorded(output).keys() - built.names
    if len(same) == len(built.names) and not gone and _holds(output / MANIFEST, manifest):
        return 0
    fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}-", suffix=_BUILDING, dir=output.parent))
    try:
        with held(fresh):
            _write(built, manifest, fresh, output, same)
            for name in foreign:
                if os.path.lexists(fresh / name):
                    raise ForeignFilesError(output, (name,))
                carry(output / name, fresh / name)
            _swap(fresh, output)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return max(1, len(built.names) - len(same) + len(gone))


def foreign_files(output: Path) -> tuple[str, ...]:
    """What stands in an output folder that this program did not put there."""
    if not output.exists():
        return ()
    ours = {MANIFEST, *recorded(output)}
    return tuple(sorted(name for name in names(output) if name not in ours))


def _manifest(built: Site, last: Mapping[str, Kept]) -> bytes:
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in built.files.items()}
    digests |= {name: last[name].digest for name in built.kept}
    # a file a line, as `json` would indent them, but that it would hold ten pieces of each
    lines = (f"\n{_QUOTED(name)}: {_QUOTED(digest)}" for name, digest in sorted(digests.items()))
    return f'{{\n"files": {{{",".join(lines)}\n}}\n}}'.encode()


def recorded(output: Path) -> Mapping[str, str]:
    """The files that this program put into an output folder, with the digests of what they hold."""
    try:
        files = json.loads((output / MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return files if isinstance(files, dict) else {}


class Published(Mapping[str, bytes]):
    """The files of a site as it stands in a folder, read when they are asked for."""

    def __init__(self, output: Path) -> None:
        """Take the output folder."""
        self._output = output
        self._names = recorded(output)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        try:
            return (self._output / name).read_bytes()
        except OSError:
            return b""

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file is there and holds just this."""
    try:
        return path.stat().st_size == len(content) and not path.is_symlink() and path.read_bytes() == content
    except OSError:
        return False


def _write(built: Site, manifest: bytes, folder: Path, old: Path, same: Collection[str]) -> None:
    """Write a site's files into a folder, those that are the `same` in the old one as links to them."""
    made = {""}
    for name in (*built.files, *sorted(built.kept)):
        above = name.rpartition("/")[0]
        if above not in made:
            (folder / above).mkdir(parents=True, exist_ok=True)
            made.add(above)
        if name not in same or not linked(f"{old}/{name}", f"{folder}/{name}"):
            put_down(
                f"{folder}/{name}", built.files[name] if name in built.files else (old / name).read_bytes()
            )
    put_down(f"{folder}/{MANIFEST}", manifest)
    folder.chmod(0o755)  # mkdtemp makes it private; a web server must read it


def _stays_inside(name: str) -> bool:
    parts = {*name.split("/")}
    is_path = bool(parts - {"", "."}) and not name.startswith("/")
    return is_path and ".." not in parts and "\\" not in name and "\0" not in name


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
        with contextlib.suppress(OSError), held(folder) as abandoned:
            if abandoned:
                shutil.rmtree(folder, ignore_errors=True)


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
