"""Whether anything has changed since the last build, told by the stat of every file, as version control does.

A stamp is taken before the inputs are read, so that a file changed meanwhile is noticed by the next build. A file so
new that it could change again within its time stamp's grain makes the stamp worthless, and none is kept.
"""

import contextlib
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from timeline.model.problem import Problem, Severity
from timeline.records import dataclass

_PACKAGE = Path(__file__).parent
_FRESH = 50_000_000  # nanoseconds: coarser than any file system's clock that we know of


@dataclass(frozen=True, slots=True)
class Last:
    """What the last build came to: its problems and what it said."""

    problems: tuple[Problem, ...]
    said: tuple[str, ...]


def taken(inputs: Iterable[Path], options: Iterable[str]) -> str:
    """A digest of the stat of every input and of the program; empty where that could not be trusted later."""
    now = time.time_ns()
    digest = hashlib.sha256(repr((sys.version, *options)).encode())
    for path in (*_program(), *inputs):
        for name, stat in _stats(path):
            if now - stat.st_mtime_ns < _FRESH or now - stat.st_ctime_ns < _FRESH:
                return ""
            digest.update(
                repr((name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)).encode()
            )
    return digest.hexdigest()


def last(file: Path, stamp: str, output: Path) -> Last | None:
    """What the last build said, if its stamp was this one and its output is as it left it; None otherwise."""
    if not stamp:
        return None
    try:
        kept = json.loads(file.read_bytes())
        if kept["stamp"] != stamp or kept["output"] != _made(output):
            return None
        problems = tuple(Problem(**{**p, "severity": Severity(p["severity"])}) for p in kept["problems"])
        return Last(problems, tuple(kept["said"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(file: Path, stamp: str, output: Path, result: Last) -> None:
    """Remember a build. What cannot be written is not remembered."""
    if not stamp:
        file.unlink(missing_ok=True)
        return
    problems = [{**asdict(problem), "severity": problem.severity.value} for problem in result.problems]
    kept = {"stamp": stamp, "output": _made(output), "problems": problems, "said": result.said}
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / ".gitignore").write_text("*\n", "utf-8")  # all in here can be made anew
        whole = file.with_name(f"{file.name}.{os.getpid()}")
        whole.write_text(json.dumps(kept), "utf-8")
        whole.replace(file)


def _program() -> Iterator[Path]:
    """This program's own files, and the folders whose time changes when a library is installed."""
    yield _PACKAGE
    yield _PACKAGE.parent / "site_templates"
    for name in ("jinja2", "markdown", "plotly"):
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            yield Path(spec.origin)


def _made(output: Path) -> str:
    """The output's files by their stat."""
    digest = hashlib.sha256(str(output.resolve()).encode())
    for name, stat in _stats(output):
        digest.update(repr((name, stat.st_size, stat.st_mtime_ns, stat.st_ino)).encode())
    return digest.hexdigest()


def _stats(path: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every file at or below a path, in the order of names; hidden folders and compiled Python left out."""
    if path.is_file():
        yield str(path), path.stat()
        return
    stack = [str(path)]
    while stack:
        try:
            entries = sorted(os.scandir(stack.pop()), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__" and not entry.name.startswith("."):
                    stack.append(entry.path)
            else:
                with contextlib.suppress(OSError):
                    yield entry.path, _stat(entry)


def _stat(entry: os.DirEntry[str]) -> os.stat_result:
    """Of what a link leads to, so that a change there is seen; of the link itself where it leads nowhere."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)
