"""`timeline add`, run as a user runs it."""

import pytest

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
