"""`timeline add`, run as a user runs it."""

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from timeline.cli import add

PAGE = """<html><head><title>The pier</title><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2011-05-12"></head>
<body><article><h1>The pier</h1><p>Mayor Anna Lindqvist opened the pier on 4 May 1931.</p></article></body></html>"""
DESCRIBED = "# what is known\n- file: letter.txt\n  title: A letter   # by hand\n"


@pytest.fixture
def page(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    path = folder / "Насип и пиер.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_a_document_comes_into_the_project_with_what_it_says_of_itself(project, page, timeline):
    sources = project / "seeds" / "sources.yaml"
    sources.write_text(DESCRIBED, "utf-8")
    done = timeline("add", page, "-C", project)
    assert done.returncode == 0, done.stderr
    assert "opened the pier" in done.stdout.decode()
    assert (project / "seeds" / page.name).read_bytes() == page.read_bytes()
    assert sources.read_text("utf-8") == DESCRIBED + (
        f"- file: {page.name}\n  title: The pier\n  authors: [Jane Doe]\n  published: 2011-05-12\n"
    )
    again = timeline("add", page, "-C", project)
    assert again.returncode == 0
    assert "is there already" in again.stdout.decode()


def test_another_document_of_the_same_name_gets_a_name_of_its_own(project, page, timeline):
    other = page.with_name("letter.txt")
    other.write_text("The ferry sank on 5 May 1932.\n", "utf-8")
    assert timeline("add", other, "-C", project).returncode == 0
    assert (project / "seeds" / "letter-2.txt").read_text("utf-8") == "The ferry sank on 5 May 1932.\n"
    assert "1931" in (project / "seeds" / "letter.txt").read_text("utf-8")


def test_a_folder_comes_whole_but_for_what_cannot_be_read(project, page, timeline):
    folder = page.parent
    (folder / "a broken.pdf").write_bytes(b"%PDF-1.4 no more")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    (folder / ".hidden.txt").write_text("On 4 May 1931 nothing happened.", "utf-8")
    (folder / "letters").mkdir()
    old = "Señor Núñez opened the café – “at last” – on 5 May 1932."
    (folder / "letters" / "An old letter.txt").write_bytes(old.encode("cp1252"))
    (folder / "letters" / "again.html").write_bytes(page.read_bytes())
    Path(os.fsdecode(bytes(folder / "letters") + b"/caf\xe9\n1.txt")).write_text(
        "The pier burned on 6 May 1933.", "utf-8"
    )
    (folder / "letters" / "link.txt").symlink_to("/etc/passwd")  # as an archive may bring
    parts = folder / f"{page.stem}_files"  # as browsers save what a page is made with
    parts.mkdir()
    (parts / "advert.html").write_text("<p>Bought on 5 May 1999.", "utf-8")
    done = timeline("add", folder, "-C", project)
    assert done.returncode == 1
    assert done.stdout.decode().endswith("3 added, 1 there already, 3 not added\n")
    said = done.stderr.decode()
    assert "elsewhere/a broken.pdf: error: " in said
    assert "elsewhere/photo.jpg: error: no reader" in said
    assert "elsewhere/letters/link.txt: error: is a link out of the folder" in said
    assert (project / "seeds" / "elsewhere" / "letters" / "café 1.txt").is_file()
    assert (
        (project / "seeds" / "sources.yaml")
        .read_text("utf-8")
        .startswith(
            "- file: elsewhere/letters/An old letter.txt\n  title: An old letter\n  encoding: cp1252\n"
        )
    )
    checked = timeline("check", "--strict", project)  # the encoding is written down, and no guess any more
    assert (checked.returncode, checked.stdout) == (0, b"0 problems\n"), checked.stderr


def test_outside_a_project_nothing_is_added(page, tmp_path, timeline):
    done = timeline("add", page, cwd=tmp_path)
    assert done.returncode == 1
    assert b"timeline new DIR" in done.stderr
    assert not (tmp_path / "seeds").exists()


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"The pier was opened on 4 May 1931.\n")

    def log_message(self, *arguments):
        del arguments


def test_an_address_in_ones_own_network_is_fetched_when_told_to(project):
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/pier"
        said = ["--title", "The pier", "--publisher", "Tarn: port"]
        refused = CliRunner().invoke(add.command, [address, *said, "-C", str(project)])
        done = CliRunner().invoke(add.command, [address, "--allow-private", *said, "-C", str(project)])
        server.shutdown()
    assert refused.exit_code == 1
    assert "--allow-private fetches it" in refused.stderr
    assert done.exit_code == 0, done.output
    written = yaml.safe_load((project / "seeds" / "sources.yaml").read_text("utf-8"))
    assert [(one["title"], one["publisher"], one["url"]) for one in written] == [
        ("The pier", "Tarn: port", address)
    ]


def test_what_cannot_be_added_leaves_nothing_behind(project, page, timeline):
    broken = page.with_name("a.docx")
    broken.write_bytes(b"no zip")
    done = timeline(
        "add", broken, "nothing.txt", "ftp://example.org/a", "http://127.0.0.1:1/a", "-C", project
    )
    assert done.returncode == 1
    said = done.stderr.decode()
    assert "save it as .docx again" in said
    assert "there is no such file" in said
    assert "own network" in said
    assert sorted(path.name for path in (project / "seeds").iterdir()) == ["letter.txt"]
