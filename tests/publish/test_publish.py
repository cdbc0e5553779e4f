"""A site is swapped in whole, or not at all; what is not ours is never removed."""

import os
import subprocess
import sys

import pytest

from timeline import publish
from timeline.model.site import Site
from timeline.publish import locks

ONE = Site({"index.html": b"one", "events/a.html": b"a"})
TWO = Site({"index.html": b"two"})


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != publish.MANIFEST
    }


def test_a_site_becomes_a_folder(tmp_path):
    assert publish.site(ONE, tmp_path / "output")
    assert content(tmp_path / "output") == ONE.files
    assert [p.name for p in tmp_path.iterdir()] == ["output"]  # nothing is left beside it


def test_pages_that_are_gone_go(tmp_path):
    publish.site(ONE, tmp_path / "output")
    publish.site(TWO, tmp_path / "output")
    assert content(tmp_path / "output") == TWO.files


def test_the_same_site_touches_nothing(tmp_path):
    publish.site(ONE, tmp_path / "output")
    before = (tmp_path / "output" / "index.html").stat().st_mtime_ns
    assert not publish.site(ONE, tmp_path / "output")
    assert (tmp_path / "output" / "index.html").stat().st_mtime_ns == before


def test_a_page_somebody_changed_is_put_right(tmp_path):
    publish.site(ONE, tmp_path / "output")
    (tmp_path / "output" / "index.html").write_text("scribble")
    assert publish.site(ONE, tmp_path / "output")
    assert content(tmp_path / "output") == ONE.files


def test_foreign_files_are_refused_and_named(tmp_path):
    publish.site(ONE, tmp_path / "output")
    (tmp_path / "output" / "CNAME").write_text("example.org")
    with pytest.raises(publish.ForeignFilesError, match="CNAME"):
        publish.site(TWO, tmp_path / "output")
    assert content(tmp_path / "output") == {**ONE.files, "CNAME": b"example.org"}


def test_foreign_files_are_carried_over_when_told(tmp_path):
    publish.site(ONE, tmp_path / "output")
    (tmp_path / "output" / "CNAME").write_text("example.org")
    publish.site(TWO, tmp_path / "output", keep_foreign=True)
    assert content(tmp_path / "output") == {**TWO.files, "CNAME": b"example.org"}


def test_a_folder_of_somebody_else_is_refused(tmp_path):
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(publish.ForeignFilesError):
        publish.site(ONE, tmp_path)
    assert (tmp_path / "thesis.doc").read_text() == "years of work"


@pytest.mark.parametrize("name", ["../evil.html", "/evil.html", "a/../../evil.html"])
def test_no_page_leaves_the_folder(tmp_path, name):
    publish.site(ONE, tmp_path / "output")
    with pytest.raises(ValueError, match="stay in the site"):
        publish.site(Site({"index.html": b"two", name: b"evil"}), tmp_path / "output")
    assert content(tmp_path / "output") == ONE.files
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


def test_a_disk_that_fails_leaves_the_last_site(tmp_path, monkeypatch):
    publish.site(ONE, tmp_path / "output")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish.os, "write", full)
    with pytest.raises(OSError, match="No space"):
        publish.site(TWO, tmp_path / "output")
    monkeypatch.undo()
    assert content(tmp_path / "output") == ONE.files
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


def test_without_an_exchange_two_renames_do(tmp_path, monkeypatch):
    publish.site(ONE, tmp_path / "output")
    monkeypatch.setattr(publish, "_exchanged", lambda *_: False)
    publish.site(TWO, tmp_path / "output")
    assert content(tmp_path / "output") == TWO.files
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


def test_everybody_may_read_the_site(tmp_path):
    publish.site(ONE, tmp_path / "output")
    assert (tmp_path / "output").stat().st_mode & 0o055 == 0o055


_KILLED = """
import os, signal, sys
from pathlib import Path
from timeline import publish
from timeline.model.site import Site

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

{where}
publish.site(Site({{"index.html": b"never"}}), Path(sys.argv[1]))
"""


def kill_a_build(output, where):
    result = subprocess.run([sys.executable, "-c", _KILLED.format(where=where), output], check=False)
    assert result.returncode == -9


@pytest.mark.skipif(locks.fcntl is None, reason="no locks here")
@pytest.mark.parametrize("name", ["output", "[out]put"])
def test_what_a_killed_build_left_is_cleared_away(tmp_path, name):
    publish.site(ONE, tmp_path / name)
    kill_a_build(tmp_path / name, "publish._swap = killed")
    assert len(list(tmp_path.iterdir())) == 3, "the site, the unfinished one, and the lock of the dead"
    assert content(tmp_path / name) == ONE.files
    publish.site(ONE, tmp_path / name)  # even if there is nothing else to do
    assert [p.name for p in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(locks.fcntl is None, reason="no locks here")
def test_killed_between_two_renames_the_last_site_comes_back(tmp_path):
    publish.site(ONE, tmp_path / "output")
    (tmp_path / "output" / "CNAME").write_text("example.org")
    where = "publish._exchanged = lambda *_: False; publish.foreign_files = lambda *_: ()\n"
    where += "rename = Path.rename\nPath.rename = lambda *a: (rename(*a), killed())"
    kill_a_build(tmp_path / "output", where)
    assert not (tmp_path / "output").exists()
    with pytest.raises(publish.ForeignFilesError, match="CNAME"):
        publish.site(TWO, tmp_path / "output")
    assert content(tmp_path / "output") == {**ONE.files, "CNAME": b"example.org"}
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


@pytest.mark.skipif(locks.fcntl is None, reason="no locks here")
def test_two_builds_at_once_take_turns_and_folders_of_others_are_left_alone(tmp_path, monkeypatch):
    ours, name = publish._swap, ".output-archived"
    (tmp_path / name).mkdir()

    def meanwhile(fresh, output):
        with pytest.raises(publish.BusyError, match=f"process {os.getpid()} on "):
            publish.site(ONE, output, patience=0)
        ours(fresh, output)

    monkeypatch.setattr(publish, "_swap", meanwhile)
    publish.site(TWO, tmp_path / "output")
    assert content(tmp_path / "output") == TWO.files
    assert sorted(p.name for p in tmp_path.iterdir()) == [name, "output"]


def test_a_page_that_stays_as_it_was_is_not_written(tmp_path):
    output = tmp_path / "output"
    publish.site(ONE, output)
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}
    kept = next(iter(ONE.files))
    files = {kept: ONE.files[kept], "new.html": b"new"}
    assert publish.site(Site(files), output) == len(ONE.files)  # one new, the others gone
    assert content(output) == files
    assert (output / kept).stat().st_mtime_ns == before[output / kept]
    assert publish.site(Site(files), output) == 0


def test_a_page_changed_by_hand_is_made_anew(tmp_path):
    output = tmp_path / "output"
    publish.site(ONE, output)
    name = next(iter(ONE.files))
    (output / name).write_bytes(ONE.files[name][::-1])
    publish.site(ONE, output)
    assert content(output) == ONE.files


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\b", "a\0b", ""])
def test_no_page_leaves_the_site(tmp_path, name):
    with pytest.raises(ValueError, match="stay in the site"):
        publish.site(Site({name: b"evil"}), tmp_path / "output")


def test_a_foreign_file_in_the_place_of_a_page_is_never_lost(tmp_path):
    (tmp_path / "index.html").write_text("years of work")
    with pytest.raises(publish.ForeignFilesError, match=r"index\.html"):
        publish.site(ONE, tmp_path, keep_foreign=True)
    assert content(tmp_path) == {"index.html": b"years of work"}


def test_a_link_to_the_output_stays_a_link(tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "output").symlink_to("www")
    publish.site(ONE, tmp_path / "output")
    publish.site(TWO, tmp_path / "output")
    assert (tmp_path / "output").is_symlink()
    assert content(tmp_path / "www") == TWO.files
    assert sorted(p.name for p in tmp_path.iterdir()) == ["output", "www"]


def test_a_file_in_the_place_of_the_output_is_left_alone(tmp_path):
    (tmp_path / "output").write_text("years of work")
    with pytest.raises(NotADirectoryError):
        publish.site(ONE, tmp_path / "output")
    assert (tmp_path / "output").read_text() == "years of work"
    assert [p.name for p in tmp_path.iterdir()] == ["output"]
