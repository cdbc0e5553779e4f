"""A build after a change equals a clean one, byte for byte, and writes no more than it must."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline import stamp
from timeline.cli.build import command

LETTERS = {
    "a.txt": "The harbour\n\nOn 4 October 1871 the council opened the harbour. The pier burned down in 1911.\n",
    "b.txt": "The railway\n\nThe railway reached Port Ellery on 17 May 1902. Mayor Anna Lindqvist resigned in 1903.\n",
    "more/c.txt": "The end\n\nIn 1911 the pier burned down. The ferry was closed on 2 January 1932.\n",
}
EVENTS = """site:
  title: The harbour
events:
  - title: The harbour opens
    tags: [port]
    cites:
      - {source: a.txt, quote: "the council opened the harbour"}
  - date: 1950
    title: The market moves
    tags: [trade]
"""


def build(folder: Path, *options: str) -> str:
    done = CliRunner().invoke(command, [str(folder), *options])
    assert done.exit_code == 0, done.output
    return done.output


def site(folder: Path) -> dict[str, bytes]:
    output = folder / "output"
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


def of_today(files: dict[str, bytes]) -> dict[str, bytes]:
    """A site without what is only there because an earlier build was."""
    moved = json.loads(files.get("moved.json", b"{}"))
    left = {"moved.json", ".timeline-manifest.json", *(one["page"] for one in moved.values())}
    return {name: content for name, content in files.items() if name not in left}


@pytest.fixture(autouse=True)
def old_files(monkeypatch):
    """Files just written are taken for old ones: no test waits for the clock."""
    monkeypatch.setattr(stamp, "_FRESH", -(10**18))


@pytest.fixture
def harbour(tmp_path):
    folder = tmp_path / "harbour"
    for name, text in LETTERS.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "events.yaml").write_text(EVENTS, "utf-8")
    return folder


def retitle(folder):
    path = folder / "events.yaml"
    path.write_text(path.read_text("utf-8").replace("The market moves", "The market moves inland"), "utf-8")


def retag(folder):
    path = folder / "events.yaml"
    path.write_text(path.read_text("utf-8").replace("[trade]", "[fish]"), "utf-8")


def settings(folder):
    path = folder / "events.yaml"
    path.write_text(path.read_text("utf-8").replace("title: The harbour\n", "title: Ellery\n", 1), "utf-8")


def delete(folder):
    (folder / "seeds" / "b.txt").unlink()


def rename(folder):
    (folder / "seeds" / "more" / "c.txt").rename(folder / "seeds" / "d.txt")


def same_size_and_time(folder):
    path = folder / "seeds" / "a.txt"
    stat = path.stat()
    path.write_text(path.read_text("utf-8").replace("1911", "1912"), "utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def template(folder):
    (folder / "site_templates").mkdir()
    (folder / "site_templates" / "404.html").write_text(
        "{% extends 'base.html' %}{% block main %}Lost{% endblock %}"
    )


def asset(folder):
    (folder / "site_templates" / "assets").mkdir(parents=True)
    (folder / "site_templates" / "assets" / "site.css").write_text("body { color: #123 }")


def tamper(folder):
    (folder / "output" / "index.html").write_text("not ours")


def remove(folder):
    (folder / "output" / "404.html").unlink()


CHANGES = (retitle, retag, settings, delete, rename, same_size_and_time, template, asset, tamper, remove)


def test_after_any_change_a_build_equals_a_clean_one(harbour, tmp_path):
    build(harbour)
    for number, change in enumerate(CHANGES):
        before = site(harbour)
        change(harbour)
        clean = tmp_path / f"clean-{number}"  # with the last site, which says what pages must lead on
        shutil.copytree(harbour, clean, ignore=shutil.ignore_patterns(".timeline"))
        build(harbour)
        build(clean, "--clean")
        assert of_today(site(harbour)) == of_today(site(clean)), change.__name__
        assert (site(harbour) == before) == (change in (tamper, remove)), change.__name__


def test_no_change_touches_no_file(harbour):
    build(harbour)
    before = {path: path.stat() for path in (harbour / "output").rglob("*")}
    assert "Nothing has changed" in build(harbour)
    assert {path: path.stat() for path in (harbour / "output").rglob("*")} == before


def test_one_edited_entry_rewrites_its_page_and_those_that_show_it(harbour):
    build(harbour)
    before = {path: path.stat().st_mtime_ns for path in (harbour / "output").rglob("*.html")}
    retitle(harbour)
    build(harbour)
    after = {path: path.stat().st_mtime_ns for path in (harbour / "output").rglob("*.html")}
    written = {
        path.relative_to(harbour / "output").as_posix() for path in after if before.get(path) != after[path]
    }
    assert "index.html" in written
    assert any("market" in name for name in written)
    assert not any("railway" in name or name.startswith("sources/") for name in written), written


def test_a_problem_is_said_again_though_nothing_has_changed(harbour):
    path = harbour / "events.yaml"
    path.write_text(path.read_text("utf-8") + "  - {id: 1999-nothing, title: Nowhere}\n", "utf-8")
    first = CliRunner().invoke(command, [str(harbour)])
    second = CliRunner().invoke(command, [str(harbour)])
    assert "Nothing has changed" in second.output
    assert "1999-nothing" in first.stderr
    assert first.stderr == second.stderr
    assert CliRunner().invoke(command, [str(harbour), "--strict"]).exit_code == 1


@pytest.mark.parametrize("where", ["template", "summary"])
def test_a_dead_link_publishes_nothing(harbour, where):
    build(harbour)
    before = site(harbour)
    if where == "template":
        (harbour / "site_templates").mkdir()
        (harbour / "site_templates" / "404.html").write_text(
            "{% extends 'base.html' %}{% block main %}<a href='x.html'>1</a><a href=\"events/gone.html\">2</a>{% endblock %}"
        )
    else:
        path = harbour / "events.yaml"
        path.write_text(path.read_text("utf-8") + "    summary: See [this](gone.html).\n", "utf-8")
    done = CliRunner().invoke(command, [str(harbour)])
    assert done.exit_code == 1
    assert "gone.html', which is not there" in done.stderr
    assert ("404.html: error: links to 'x.html'" in done.stderr) == (where == "template")
    assert site(harbour) == before


def test_a_file_kept_beside_the_site_may_be_linked(harbour):
    build(harbour)
    (harbour / "output" / "events" / "scan.pdf").write_bytes(b"%PDF")
    path = harbour / "events.yaml"
    path.write_text(path.read_text("utf-8") + "    summary: See [the scan](scan.pdf).\n", "utf-8")
    build(harbour, "--keep-foreign")
