"""What becomes of a site when a build is killed, starved, locked out or not alone: the table of docs/reliability.md.

    python benchmarks/chaos.py [--tries 40] [--events 200] [--seed 1] [--write docs/reliability.md]

Each try begins with a whole site in state A and builds state B over it (or the other way round), and does something
to that build. Then every file of the output folder must be one of A, or every file one of B, nothing missing and
nothing besides; and at the end of each row one undisturbed build must bring B and leave nothing else behind. Kills are
of real processes, by SIGKILL; builds that are killed at known places are forked from this one, so that no time goes
into starting Python. Full disks and read-only folders are real file systems, for which `unshare` is needed.
"""

import argparse
import contextlib
import ctypes
import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import marked, seeded
from timeline import publish
from timeline.cli.build import command

TITLES = ("State A", "State B")  # stands on every page, so that every page changes
EXECUTABLE = Path(sys.executable).parent / "timeline"
_UNTIL = 1.6  # delays lie between 0 and this many lengths of an undisturbed build, since times vary
_HOME = Path(__file__).resolve().parents[1]


@dataclass
class Project:
    """A project that can be put into two states, with the digest of each one's site."""

    root: Path
    sites: list[str] = field(default_factory=list)

    @property
    def output(self) -> Path:
        """Where its site is."""
        return self.root / "output"

    def turn(self, state: int) -> None:
        """Edit it into a state."""
        events = self.root / "events.yaml"
        text = events.read_text("utf-8")
        events.write_text(text.replace(TITLES[1 - state], TITLES[state], 1), "utf-8")

    def whole(self) -> int | None:
        """The state whose whole site the output folder holds; None if it is neither."""
        found = digest(self.output)
        return self.sites.index(found) if found in self.sites else None

    def litter(self) -> list[str]:
        """What stands beside the site and is of no use."""
        return [path.name for path in self.root.glob(".output*")]


@dataclass(frozen=True, slots=True)
class Row:
    """What came of tries of one kind: builds whose end left the last site, or the new one; `broken` should be none."""

    what: str
    tries: int
    last: int
    new: int
    broken: int
    note: str = ""

    @property
    def text(self) -> str:
        """A row of the table."""
        return f"| {self.what} | {self.tries} | {self.last} | {self.new} | {self.broken} | {self.note} |"


def digest(output: Path) -> str:
    """All files of a site, by name and content."""
    files = sorted(path for path in output.rglob("*") if path.is_file() or path.is_symlink())
    found = hashlib.sha256()
    for path in files:
        found.update(f"{path.relative_to(output).as_posix()}\0".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def made(root: Path, events: int) -> Project:
    """A project of so many events, whose site is in state A."""
    seeded.project(root, events, TITLES[0])
    project = Project(root)
    command.main([str(root), "-q"], standalone_mode=False)  # here, so that what is forked has all loaded
    for state in (1, 0):
        project.turn(state)
        build_calmly(project)
        project.sites.insert(0, digest(project.output))
    return project


def build_calmly(project: Project) -> float:
    """One undisturbed build; its length in seconds."""
    start = time.perf_counter()
    code = ended(forked(project))
    if code:
        raise RuntimeError(f"an undisturbed build ended with {code}")
    return time.perf_counter() - start


def forked(project: Project, before: Callable[[], None] = lambda: None, *options: str) -> int:
    """Start a build in a process forked from this one; its number. `before` is done in it first."""
    sys.stdout.flush()
    number = os.fork()
    if number:
        return number
    code = 70
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        before()
        command.main([str(project.root), "-q", *options], standalone_mode=False)
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        os._exit(code)  # whatever happened: the rest of this program is the parent's


def ended(number: int) -> int:
    """Wait for a build; its exit code, negative if a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def killed_anywhere(project: Project, tries: int, chance: random.Random) -> Row:
    """Builds killed at moments spread over all of their time."""
    length = min(build_over(project) for _ in range(2))

    def kill(number: int, part: float) -> None:
        time.sleep(length * part)
        os.kill(number, signal.SIGKILL)

    parts = [_UNTIL * (n + chance.random()) / tries for n in range(tries)]
    return _row("killed at any moment", project, [lambda p=part: _killed(p, kill, project) for part in parts])


def killed_publishing(project: Project, tries: int, chance: random.Random) -> Row:
    """Builds killed while they write the new site or swap it in."""
    length = _publishing(project)
    hits: list[bool] = []

    def kill(number: int, part: float) -> None:
        _until_publishing(project)
        time.sleep(length * part)
        os.kill(number, signal.SIGKILL)
        hits.append(_is_publishing(project))  # its folder is still there: it was not done

    parts = [_UNTIL * (n + chance.random()) / tries for n in range(tries)]
    row = _row(
        "killed while publishing", project, [lambda p=part: _killed(p, kill, project) for part in parts]
    )
    return Row(row.what, row.tries, row.last, row.new, row.broken, f"{sum(hits)} left an unfinished folder")


def too_large(project: Project, tries: int, chance: random.Random) -> Row:
    """Builds that may write no file beyond a size, so that one of their files breaks off in the middle."""
    sizes = [chance.randrange(1, 20_000) for _ in range(tries)]

    def refused(size: int) -> None:
        ended(forked(project, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))))

    return _row("files that break off", project, [lambda s=size: refused(s) for size in sizes])


def locked_out(project: Project) -> Row:
    """A folder that may not be written to: nothing is changed, and nothing is left."""

    def build() -> None:
        mode = project.root.stat().st_mode
        project.root.chmod(0o555)
        try:
            code = ended(forked(project, _without_privileges))
        finally:
            project.root.chmod(mode)
        if code != 1:
            raise RuntimeError(f"a build in a folder that may not be written to ended with {code}")

    return _row("a folder that may not be written to", project, [build])


def together(project: Project, tries: int, chance: random.Random, each: int = 3) -> Row:
    """Several builds of one project at once, while its events.yaml is edited."""

    def race() -> None:
        numbers = []
        for _ in range(each):
            numbers.append(forked(project))
            time.sleep(chance.random() * 0.05)
        codes = [ended(number) for number in numbers]
        if any(codes):
            raise RuntimeError(f"builds at once ended with {codes}")

    return _row(f"{each} builds at once", project, [race] * tries)


def damaged(project: Project, tries: int, chance: random.Random) -> Row:
    """Files of the cache cut off or changed."""

    def damage() -> None:
        files = sorted(path for path in (project.root / ".timeline").rglob("*") if path.is_file())
        for path in chance.sample(files, min(5, len(files))):
            content = bytearray(path.read_bytes())
            if content:
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            path.write_bytes(
                content[: chance.randrange(len(content) + 1)] if chance.random() < 0.5 else content
            )
        code = ended(forked(project))
        if code:
            raise RuntimeError(f"a build with a damaged cache ended with {code}")

    return _row("a damaged cache", project, [damage] * tries)


def killed_executable(project: Project, tries: int, chance: random.Random) -> Row:
    """The command as users start it, killed at moments spread over all of its time."""
    arguments = [EXECUTABLE, "build", "-q", project.root]
    start = time.perf_counter()
    subprocess.run(arguments, check=True)
    length = time.perf_counter() - start

    def kill(part: float) -> None:
        child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(length * part)
        child.kill()
        child.wait()

    parts = [_UNTIL * (n + chance.random()) / tries for n in range(tries)]
    return _row("`timeline build` killed at any moment", project, [lambda p=part: kill(p) for part in parts])


def full_disk(events: int, tries: int, chance: random.Random) -> Row:
    """A small file system that has room for one site and for a part of another."""
    with tempfile.TemporaryDirectory() as name:
        disk = Path(name)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900m", "none", disk], check=True)
        project = made(disk / "project", events)
        used = sum(path.lstat().st_blocks * 512 for path in disk.rglob("*"))
        changing = sum(path.stat().st_blocks * 512 for path in project.output.rglob("*.html"))

        def starved(part: float) -> None:
            subprocess.run(["mount", "-o", f"remount,size={int(used + changing * part)}", disk], check=True)
            ended(forked(project))
            subprocess.run(["mount", "-o", "remount,size=900m", disk], check=True)

        parts = [chance.random() for _ in range(tries)]
        row = _row("a full disk", project, [lambda p=part: starved(p) for part in parts])
        read_only = _read_only(project, disk)
        subprocess.run(["umount", disk], check=True)
    print(row.text)
    return read_only


def _read_only(project: Project, disk: Path) -> Row:
    def build() -> None:
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        code = ended(forked(project))
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        if code != 1:
            raise RuntimeError(f"a build on a read-only disk ended with {code}")

    return _row("a read-only disk", project, [build])


def build_over(project: Project) -> float:
    """Build the other state over the one that is there."""
    project.turn(1 - (project.whole() or 0))
    return build_calmly(project)


def _row(what: str, project: Project, tries: list[Callable[[], None]]) -> Row:
    """Do each, towards the state that is not there, and look at what it leaves."""
    ends = {"last": 0, "new": 0, "broken": 0}
    for do in tries:
        before = project.whole()
        if before is None:
            raise RuntimeError(f"{what}: the site was broken before")
        project.turn(1 - before)
        do()
        after = project.whole()
        ends["broken" if after is None else "last" if after == before else "new"] += 1
        if after is None:
            project.turn(0)
            build_calmly(project)
    build_over(project)
    if project.whole() is None or project.litter():
        raise RuntimeError(f"{what}: the next build left {project.litter() or 'no whole site'}")
    return Row(what, len(tries), ends["last"], ends["new"], ends["broken"])


def _killed(part: float, kill: Callable[[int, float], None], project: Project) -> None:
    number = forked(project)
    kill(number, part)
    ended(number)


def _is_publishing(project: Project) -> bool:
    return any(project.root.glob(f".output-*{publish._BUILDING}"))  # noqa: SLF001 - its folder is what we look for


def _until_publishing(project: Project, patience: float = 60.0) -> None:
    deadline = time.monotonic() + patience
    while not _is_publishing(project) and time.monotonic() < deadline:
        time.sleep(0.0005)


def _publishing(project: Project) -> float:
    """How long the new site stands beside the old one."""
    project.turn(1 - (project.whole() or 0))
    number = forked(project)
    _until_publishing(project)
    start = time.perf_counter()
    while _is_publishing(project):
        time.sleep(0.0005)
    length = time.perf_counter() - start
    ended(number)
    return length


def _without_privileges() -> None:
    """Give up the rights that a superuser has over every folder, and that no other has: all capabilities."""
    if os.getuid() == 0:
        header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3; this process
        if ctypes.CDLL(None, use_errno=True).capset(header, (ctypes.c_uint32 * 6)()):
            raise OSError(ctypes.get_errno(), "capset")


def _rows(tries: int, events: int, seed: int) -> Iterator[Row]:
    chance = random.Random(seed)  # noqa: S311 - the same each time
    with tempfile.TemporaryDirectory(prefix="timeline-chaos-") as name:
        root = Path(name)
        root.chmod(0o755)
        project = made(root / "project", events)
        yield killed_anywhere(project, tries, chance)
        yield killed_publishing(project, tries, chance)
        yield killed_executable(project, max(1, tries // 2), chance)
        yield too_large(project, tries, chance)
        yield locked_out(project)
        yield together(project, max(1, tries // 4), chance)
        yield damaged(project, max(1, tries // 4), chance)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tries", type=int, default=40)
    parser.add_argument("--events", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help="a file to put the table into, between its marks")
    parser.add_argument("--in-mounts", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    broken = 0
    if arguments.in_mounts:
        print(full_disk(arguments.events, arguments.tries, random.Random(arguments.seed)).text)  # noqa: S311
        return
    table = [
        "| what is done to the build | tries | the last site | the new site | broken | |",
        "|---|---:|---:|---:|---:|---|",
    ]
    print(*table, sep="\n")
    for row in _rows(arguments.tries, arguments.events, arguments.seed):
        print(row.text, flush=True)
        table.append(row.text)
        broken += row.broken
    if shutil.which("unshare"):
        own = ["unshare", "--mount", "--map-root-user", sys.executable, __file__, "--in-mounts"]
        options = ["--tries", str(arguments.tries), "--events", str(arguments.events)]
        environment = {**os.environ, "PYTHONPATH": str(_HOME)}
        done = subprocess.run(
            [*own, *options], check=False, env=environment, stdout=subprocess.PIPE, text=True
        )
        print(done.stdout, end="")
        table += done.stdout.splitlines()
        broken += done.returncode
    else:
        print("no `unshare` here: neither a full disk nor a read-only one was tried", file=sys.stderr)
    if arguments.write:
        marked.write(arguments.write, "chaos", table)
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
