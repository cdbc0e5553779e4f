"""What builds cost: invented projects of several sizes, in processor seconds (of child processes too) and peak memory.

    python benchmarks/build.py [--sizes 100 1000 10000] [--documents 1000 5000 20000] [--peers FOLDER] [--write docs/performance.md]

Each size is built by the command as users start it: from nothing; again with only what was read out of the documents
kept (*render*: all that is not extraction); with nothing changed; and with one entry retitled. With `--peers` Hugo,
Eleventy, MkDocs and Pelican, installed into that folder, render as many pages with the same text and links in the same run.
Last, projects of many documents of a sentence each, for what one more of them costs in memory; `--sizes --documents 100000`
builds nothing but these.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import generators, marked, seeded

EXECUTABLE = Path(sys.executable).parent / "timeline"
# an installed program's modules are compiled; where Python may not keep them so, each start would compile them all
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cost(folder: Path, command: Sequence[str] = ()) -> tuple[float, float]:
    """A build: processor seconds, and the peak memory of its largest process in MB. Raises if it fails."""
    command = command or (str(EXECUTABLE), "build", "-q", str(folder))
    before = Path.cwd()
    os.chdir(folder)
    try:
        number = os.posix_spawn(command[0], list(command), _ENVIRONMENT)
    finally:
        os.chdir(before)
    _, status, used = os.wait4(number, 0)
    if status:
        raise RuntimeError(f"{command[0]} in {folder} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def measured(size: int, folder: Path) -> tuple[str, str]:
    """A row of the table of our builds, and our row of that beside the others."""
    events = seeded.project(folder, size)
    clean, memory = cost(folder)
    _forget(folder)
    rendered, rendering = cost(folder)
    cost(folder)  # so that what comes next finds the last build's record, old enough to be trusted
    nothing, _ = cost(folder)
    file, title = folder / "events.yaml", events[size // 2].title
    file.write_text(file.read_text("utf-8").replace(f"title: {title}", f"title: {title} again", 1), "utf-8")
    edited, _ = cost(folder)
    return (
        f"| {size:,} | {clean:.2f} | {memory:.0f} | {rendered:.2f} | {nothing:.2f} | {edited:.2f} |",
        _row(size, "this, render only", folder / "output", rendered, rendering),
    )


def others(size: int, folder: Path, known: Sequence[generators.Generator]) -> Iterator[str]:
    """The rows of the other generators."""
    events = seeded.told(size)
    for one in known:
        place = folder / one.name
        place.mkdir()
        one.write(place, events)
        seconds, memory = cost(place, one.command)
        yield _row(size, one.name, place / "site", seconds, memory)
        shutil.rmtree(place)


def crowded(counts: Sequence[int]) -> Iterator[str]:
    """Rows of projects of small documents: peak memory, and how much of it each document costs over the row before."""
    before: tuple[int, float] | None = None
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            seeded.small(folder, count)
            clean, memory = cost(folder)
            _forget(folder)
            rendered, again = cost(folder)
            grown = f"{(again - before[1]) * 1000 / (count - before[0]):.1f}" if before else "–"
            before = count, again
            yield f"| {count:,} | {clean:.1f} | {memory:.0f} | {rendered:.1f} | {again:.0f} | {grown} |"


def _forget(folder: Path) -> None:
    """Leave of a build nothing but what was read out of the documents."""
    shutil.rmtree(folder / "output")
    for kept in ("pages.json", "shares", "groups"):
        (folder / ".timeline" / "cache" / kept).unlink(missing_ok=True)


def _row(size: int, name: str, site: Path, seconds: float, memory: float) -> str:
    files = list(site.rglob("*.html"))
    pages = sum(path.stat().st_size for path in files) / 1e6
    return f"| {size:,} | {name} | {len(files):,} | {pages:.1f} | {seconds:.2f} | {memory:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 10000])
    parser.add_argument("--documents", type=int, nargs="*", default=[1000, 5000, 20000])
    parser.add_argument("--peers", type=Path, help="where other generators are, or are to be installed")
    parser.add_argument("--write", type=Path, help="a file to put the tables into, between its marks")
    asked = parser.parse_args()
    known = generators.installed(asked.peers) if asked.peers else []
    ours = [
        "| events and passages | clean, s | MB | render, s | nothing changed, s | one edit, s |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    beside = ["| events | | pages | MB of pages | s | MB |", "|---:|---|---:|---:|---:|---:|"]
    with tempfile.TemporaryDirectory() as folder:  # not counted: it leaves the modules compiled
        seeded.project(Path(folder) / "project", 20)
        cost(Path(folder) / "project")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            own, rendered = measured(size, Path(folder) / "project")
            ours.append(own)
            beside.append(rendered)
            print(own, rendered, sep="\n", flush=True)
            for row in others(size, Path(folder), known):
                beside.append(row)
                print(row, flush=True)
    many = [
        "| documents | clean, s | MB | render, s | MB | kB a document |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    for row in crowded(asked.documents):
        many.append(row)
        print(row, flush=True)
    if asked.write:
        if asked.sizes:
            marked.write(asked.write, "builds", [*ours, *(["", *beside] if known else [])])
        if asked.documents:
            marked.write(asked.write, "documents", many)


if __name__ == "__main__":
    main()
