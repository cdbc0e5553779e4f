"""`timeline deploy` against a bare repository."""

import subprocess

import pytest


def git(folder, *arguments):
    settings = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True).stdout


@pytest.fixture
def bare(project, tmp_path_factory):
    bare = tmp_path_factory.mktemp("bare")
    git(bare, "init", "--bare")
    git(project, "init")
    git(project, "config", "user.name", "Anna")
    git(project, "config", "user.email", "anna@example.org")
    git(project, "remote", "add", "origin", str(bare))
    (project / ".gitignore").write_text("output\n.timeline\n", "utf-8")
    git(project, "add", ".")
    git(project, "commit", "-m", "Begin")
    return bare


def test_the_branch_holds_the_site_and_keeps_its_history(timeline, project, bare):
    result = timeline("deploy", project)
    assert result.returncode == 0, result.stderr.decode()
    names = git(bare, "ls-tree", "-r", "--name-only", "gh-pages").decode().split()
    built = {
        path.relative_to(project / "output").as_posix()
        for path in (project / "output").rglob("*")
        if path.is_file()
    }
    assert set(names) == built - {".timeline-manifest.json"}
    assert git(bare, "show", "gh-pages:index.html") == (project / "output" / "index.html").read_bytes()
    assert "holds this site already" in timeline("deploy", project).stdout.decode()
    events = project / "events.yaml"
    events.write_text(events.read_text().replace("bridge opens", "bridge is open"))
    assert timeline("deploy", project, "-m", "A better title").returncode == 0
    assert git(bare, "log", "--format=%s", "gh-pages").decode() == "A better title\nPublish the timeline\n"
    elsewhere = timeline("deploy", project, "--remote", bare, "--branch", "pages")
    assert elsewhere.returncode == 0, elsewhere.stderr
    assert git(bare, "show", "pages:index.html") == git(bare, "show", "gh-pages:index.html")
    assert git(project, "status", "--porcelain").decode() == " M events.yaml\n"
    assert git(project, "branch", "--format=%(refname)").decode() in (
        "refs/heads/main\n",
        "refs/heads/master\n",
    )


def test_nothing_is_pushed_while_there_is_a_problem(timeline, project, bare):
    events = project / "events.yaml"
    events.write_text(events.read_text() + "  - {id: 1900-never-was, title: Lost}\n")
    result = timeline("deploy", project)
    assert result.returncode == 1
    assert "1900-never-was" in result.stderr.decode()
    assert "`timeline check` lists it again" in result.stderr.decode()
    assert git(bare, "branch") == b""


def test_what_git_says_is_told(timeline, project):
    result = timeline("deploy", project)
    assert result.returncode == 1
    said = result.stderr.decode()
    assert "nothing was pushed: fatal: not a git repository" in said
    assert "`git remote add origin ADDRESS`" in said
