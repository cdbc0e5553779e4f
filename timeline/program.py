"""This program as a value: a digest of its own files and of the libraries that have a say in what it makes."""

import contextlib
import os
import sys
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent


def digest(parts: Collection[str], libraries: Collection[str]) -> str:
    """Of the code and data below some folders (or files) of the package, and of libraries by their versions."""
    found = sha256(repr((sys.version_info[:2], [*_versions(libraries)])).encode())
    for part in parts:
        top = _PACKAGE / part
        for path in (top,) if top.is_file() else sorted(top.rglob("*")):
            if path.suffix in (".py", ".toml"):
                found.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _versions(libraries: Collection[str]) -> Iterator[str]:
    """The libraries with their versions, as their records are named; importlib.metadata takes longer to load than to answer."""
    wanted = {name.lower().replace("-", "_") for name in libraries}
    for folder in map(Path, sys.path):
        with contextlib.suppress(OSError):
            for name in sorted(os.listdir(folder)):  # noqa: PTH208 - names are all that is asked for
                if name.endswith((".dist-info", ".egg-info")) and name.partition("-")[0].lower() in wanted:
                    yield name
