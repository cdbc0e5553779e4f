"""Two clean builds are the same, byte for byte, wherever, whenever and by however many they are made."""

import os
import subprocess
import sys
from pathlib import Path

from timeline import publish

ALONE = (str(Path(sys.executable).parent / "timeline"),)
# the same, but that a pool of processes reads even a few small documents
TOGETHER = (sys.executable, "-c", "from timeline import cli, workers; workers.PAYS = 0; cli.main()")
LETTER = """Harbour bridge opened

The harbour bridge was opened by Mayor Anna Lindqvist on 4 May 1931. Last week the ferry was closed.
"""
EVENTS = """site: {title: The harbour, base_url: "https://example.org/", language: de}
events:
  - {date: 1931-05-04, title: The bridge opens, tags: [bridge, été, Ärger, zoo], summary: "*On time*."}
  - {date: 1940~, title: The ferry, tags: [boats]}
"""
# Two machines that agree on nothing.
HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0"}
THERE = {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4294967295", "PYTHONUTF8": "0"}


def built(
    program: tuple[str, ...], folder: Path, environment: dict[str, str], *, backwards: bool
) -> dict[str, bytes]:
    names = [f"{number:02}.txt" for number in range(4)]
    (folder / "seeds").mkdir(parents=True)
    for name in sorted(names, reverse=backwards):
        (folder / "seeds" / name).write_text(LETTER.replace("1931", f"19{name[:2]}"), "utf-8")
    (folder / "events.yaml").write_text(EVENTS, "utf-8")
    old = 0 if backwards else 2_000_000_000
    for path in folder.rglob("*"):
        os.utime(path, (old, old))
    subprocess.run(
        [*program, "build", "--clean", "-q", "."],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), **environment},
        check=True,
        capture_output=True,
        timeout=120,
    )
    output = folder / "output"
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


def test_two_clean_builds_are_the_same(tmp_path):
    here = built(ALONE, tmp_path / "here", HERE, backwards=False)
    there = built(TOGETHER, tmp_path / "a longer path" / "там", THERE, backwards=True)
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
    assert publish.MANIFEST in here
