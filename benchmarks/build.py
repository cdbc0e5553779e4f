"""What builds cost: invented projects of several sizes, in processor seconds (of child processes too) and peak memory.

    python benchmarks/build.py [--sizes 100 1000 10000]

Each size is built by the command as users start it: from nothing; again with the site removed and only what was read
kept (*render*: all that is not extraction); with nothing changed; and with one entry retitled.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks import seeded

EXECUTABLE = Path(sys.executable).parent / "timeline"


def cost(folder: Path) -> tuple[float, float]:
    """One build: processor seconds, and the peak memory of its largest process in MB. Raises if it fails."""
    number = os.posix_spawn(EXECUTABLE, [str(EXECUTABLE), "build", "-q", str(folder)], os.environ)
    _, status, used = os.wait4(number, 0)
    if status:
        raise RuntimeError(f"a build of {folder} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def measured(size: int, folder: Path) -> str:
    """A row of the table."""
    events = seeded.project(folder, size)
    clean, memory = cost(folder)
    shutil.rmtree(folder / "output")
    rendered, _ = cost(folder)
    cost(folder)  # so that what comes next finds the last build's record, old enough to be trusted
    nothing, _ = cost(folder)
    file, title = folder / "events.yaml", events[size // 2].title
    file.write_text(file.read_text("utf-8").replace(f"title: {title}", f"title: {title} again", 1), "utf-8")
    edited, _ = cost(folder)
    return f"| {size:,} | {clean:.2f} | {memory:.0f} | {rendered:.2f} | {nothing:.2f} | {edited:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    print("| events and passages | clean, s | MB | render, s | nothing changed, s | one edit, s |")
    print("|---:|---:|---:|---:|---:|---:|")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measured(size, Path(folder) / "project"), flush=True)


if __name__ == "__main__":
    main()
