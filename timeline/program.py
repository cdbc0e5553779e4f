"""This program as a value: a digest of its own files and of the libraries that have a say in what it makes."""

import contextlib
import os
import sys
from collections.abc import Collection, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent


def digest(parts: Collection[str], libraries: Collection[str]) -> str:
    """Of the code and data below some folders (or files) of the package, and of libraries by their versions."""
    found = sha256(repr((sys.version_info[:2], [*_versions(libraries)])).encode())
    for part in parts:
        found.update(_part(part))
    return found.hexdigest()


@cache  # as it was when this process began to ask
def _part(name: str) -> bytes:
    """A digest of a file or folder of the package."""
    found = sha256()
    for path in _files(f"{_PACKAGE}/{name}"):
        found.update(path.removeprefix(f"{_PACKAGE}/").encode() + b"\0" + Path(path).read_bytes())
    return found.digest()


def _files(path: str) -> list[str]:
    """The code and data at or below a path, in order."""
    if not os.path.isdir(path):  # noqa: PTH112 - called for many, and paths take longer to make than to ask
        return [path]
    with os.scandir(path) as entries:
        inside = sorted((entry.name, entry.is_dir(), entry.path) for entry in entries)
    return [
        one
        for name, is_folder, below in inside
        if is_folder or name.endswith((".py", ".toml"))
        for one in (_files(below) if is_folder else [below])
    ]


def _versions(libraries: Collection[str]) -> Iterator[str]:
    """The libraries with their versions, as their records are named; importlib.metadata takes longer to load than to answer."""
    wanted = {name.lower().replace("-", "_") for name in libraries}
    return (name for name in _installed() if name.partition("-")[0].lower() in wanted)


@cache
def _installed() -> tuple[str, ...]:
    found: list[str] = []
    for folder in sys.path:
        with contextlib.suppress(OSError):
            names = sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is asked for
            found += (name for name in names if name.endswith((".dist-info", ".egg-info")))
    return tuple(found)
