"""A build after a change equals a clean one, byte for byte, and writes no more than it must."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.harbour import END, EVENTS, OPENING
from timeline import stamp
from timeline.cli.build import command
from timeline.render import view
from timeline.render.templates import Pages

LETTERS = {
    "a.txt": OPENING,
    "b.txt": "The railway\n\nThe railway reached Port Ellery on 17 May 1902. Mayor Anna Lindqvist resigned in 1903.\n",
    "more/c.txt": END,
}


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
    path.write_text(path.read_text("utf-8").replace("The market moves", "The market moves on"), "utf-8")


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
        '{% block scripts %}<script defer src="{{ asset(data) }}"></script>{% endblock %}'
    )


def asset(folder):
    (folder / "site_templates" / "assets").mkdir(parents=True)
    (folder / "site_templates" / "assets" / "site.css").write_text("body { color: #123 }")


def tamper(folder):
    (folder / "output" / "index.html").write_text("not ours")


def remove(folder):
    (folder / "output" / "404.html").unlink()


def summarise(folder):
    path = folder / "events.yaml"
    path.write_text(
        path.read_text("utf-8") + "    summary: It *moved* [there](https://example.org).\n", "utf-8"
    )


def add(folder):
    path = folder / "events.yaml"
    path.write_text(
        path.read_text("utf-8") + "  - {date: 1960, title: The market closes, tags: [fish]}\n", "utf-8"
    )


def hide(folder):
    path = folder / "events.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("    tags: [port]\n", "    tags: [port]\n    hide: true\n"), "utf-8")


def included(folder):
    """A part that pages take in, not their own template."""
    shipped = Path(__file__).parents[2] / "site_templates" / "parts.html"
    text = shipped.read_text("utf-8").replace(
        '<section class="quotation', '<section data-own class="quotation'
    )
    text = (
        text
        if "data-own" in text
        else text.replace("<article", "<article data-own").replace("<figure", "<figure data-own")
    )
    (folder / "site_templates" / "parts.html").write_text(text)


def themed(folder):
    path = folder / "events.yaml"
    path.write_text(path.read_text("utf-8").replace("site:\n", "site:\n  theme: ledger\n", 1), "utf-8")


def damage(folder):
    path = folder / ".timeline" / "cache" / "pages.json"
    path.write_bytes(path.read_bytes()[:-100])
    retitle(folder)


def several(*changes):
    return lambda folder: [change(folder) for change in changes]


CHANGES = (
    *(
        retitle,
        several(retag, summarise),
        several(add, hide),
        settings,
        several(delete, rename),
        same_size_and_time,
    ),
    *(template, included, several(asset, themed), tamper, remove, retitle, damage),
)
SAME = (tamper, remove)


def test_after_any_change_a_build_equals_a_clean_one(harbour, tmp_path):
    build(harbour)
    for number, change in enumerate(CHANGES):
        before = site(harbour)
        change(harbour)
        clean = tmp_path / f"clean-{number}"  # with the last site, which says what pages must lead on
        shutil.copytree(harbour, clean, ignore=shutil.ignore_patterns(".timeline"))
        build(harbour)
        build(clean, "--clean")
        assert of_today(site(harbour)) == of_today(site(clean)), change
        assert (site(harbour) == before) == (change in SAME), change


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


@pytest.fixture
def made(monkeypatch):
    """The paths of pages as they are made, not kept."""
    paths: list[str] = []

    def written(self, path, *rest, write=Pages._written):
        paths.append(path)
        return write(self, path, *rest)

    monkeypatch.setattr(Pages, "_written", written)
    return paths


def test_only_what_shows_an_edited_entry_is_made_again(harbour, made, monkeypatch):
    seen: list[str] = []

    def event(item, library, make=view.event):
        seen.append(item.id)
        return make(item, library)

    monkeypatch.setattr(view, "event", event)
    build(harbour)
    assert len(made) == len({*made}) > 10
    assert len(seen) > 4
    made.clear()
    seen.clear()
    retitle(harbour)
    build(harbour)
    assert len(seen) == 1, seen  # all that is kept of the others was found
    assert any("market" in name for name in made)
    assert "index.html" in made
    assert not any("1871" in name or name.startswith("sources/") or name == "404.html" for name in made), made
    made.clear()
    build(harbour, "--clean")
    assert len(made) > 10


def test_a_page_that_was_tampered_with_is_not_kept_though_its_size_and_time_are(harbour):
    build(harbour)
    before = site(harbour)
    path = harbour / "output" / "404.html"
    stat = path.stat()
    path.write_bytes(path.read_bytes().replace(b"a", b"o"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    retitle(harbour)
    build(harbour)
    assert site(harbour)["404.html"] == before["404.html"]


def test_a_planted_record_makes_no_page_of_somebody_else_ours(harbour, tmp_path):
    """Whoever sends a folder can send the record and the site, but not the place of its files on the disk."""
    build(harbour)
    (harbour / "output" / "404.html").write_text("<script src=evil.js></script>")
    manifest = harbour / "output" / ".timeline-manifest.json"
    files = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps(files))
    sent = tmp_path / "sent"
    shutil.copytree(harbour, sent)
    retitle(sent)
    build(sent)
    assert b"evil" not in site(sent)["404.html"]


def test_a_link_to_a_page_that_is_gone_is_found_on_a_page_that_was_kept(harbour):
    path = harbour / "events.yaml"
    text = path.read_text("utf-8")
    linked = "    summary: As before [the railway](../sources/b.html).\n"
    build(harbour)
    names = [name for name in site(harbour) if name.startswith("sources/b") and name.endswith(".html")]
    path.write_text(text + linked.replace("b.html", Path(names[0]).name), "utf-8")
    build(harbour)
    (harbour / "seeds" / "b.txt").unlink()
    done = CliRunner().invoke(command, [str(harbour)])
    assert done.exit_code == 1
    assert "which is not there" in done.stderr


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
