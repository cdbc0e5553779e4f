"""`timeline new`, and that what it makes is a project without a problem."""

import json
import subprocess
from types import SimpleNamespace

import jsonschema
import pytest
import yaml

from timeline import __version__
from timeline.cli import new


def test_a_new_site_builds_without_a_problem(tmp_path, timeline):
    made = timeline("new", tmp_path / "port-ellery")
    assert made.returncode == 0, made.stderr
    built = timeline("build", "--strict", tmp_path / "port-ellery")
    assert built.returncode == 0, built.stderr
    index = (tmp_path / "port-ellery" / "output" / "index.html").read_text("utf-8")
    assert ">Port ellery</" in index
    assert "The harbour of Port Ellery opens" in index
    assert "The fish market moves inland" in index
    workflow = (tmp_path / "port-ellery" / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    assert "url: ${{ steps.deployment.outputs.page_url }}" in workflow
    assert "pip install" in workflow
    # an editor reads the first line, and finds the schema beside the file, without a network
    events = (tmp_path / "port-ellery" / "events.yaml").read_text("utf-8")
    assert events.startswith("# yaml-language-server: $schema=events.schema.json\n")
    schema = json.loads((tmp_path / "port-ellery" / "events.schema.json").read_text("utf-8"))
    jsonschema.validate(yaml.safe_load(events), schema)


def test_an_empty_one_waits_for_documents(tmp_path, timeline):
    site = tmp_path / "my town"
    made = timeline("new", "--empty", "--title", "Port: a town", site)
    assert f"cd '{site}'" in made.stdout.decode()
    assert list((site / "seeds").iterdir()) == []
    events = (site / "events.yaml").read_text("utf-8")
    assert events.endswith("\nevents:\n")
    assert yaml.safe_load(events)["site"]["title"] == "Port: a town"
    letter = tmp_path / "letter.txt"
    letter.write_text("The pier was opened on 4 May 1931.\n", "utf-8")
    assert timeline("add", letter, cwd=site).returncode == 0
    assert timeline("build", "--strict", cwd=site).returncode == 0
    assert timeline("check", "--strict", cwd=site).stdout == b"0 problems\n"


def test_a_folder_with_something_in_it_is_left_alone(project, timeline):
    before = sorted(project.rglob("*"))
    done = timeline("new", project)
    assert done.returncode == 1
    assert "is not empty" in done.stderr.decode()
    assert sorted(project.rglob("*")) == before


@pytest.fixture
def came_from(monkeypatch):
    """Let the program have come from somewhere, as pip notes it."""

    def note(origin):
        said = SimpleNamespace(read_text=lambda _: json.dumps(origin) if origin else None)
        monkeypatch.setattr(new, "distribution", lambda _: said)

    return note


@pytest.mark.parametrize(
    ("origin", "needed"),
    [
        (
            {"url": "https://example.org/timeline-1.whl", "archive_info": {}},
            " @ https://example.org/timeline-1.whl",
        ),
        (
            {"url": "https://example.org/t.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            " @ git+https://example.org/t.git@abc",
        ),
        ({"url": "file:///nowhere/timeline-1.whl", "archive_info": {}}, f"=={__version__}"),
        (None, f"=={__version__}"),
    ],
)
def test_the_workflow_installs_what_is_installed_here(came_from, origin, needed):
    came_from(origin)
    assert new._package() == (f"timeline[pdf,web]{needed}", None)


def test_the_workflow_installs_a_copy_of_the_wheel(came_from, tmp_path):
    wheel = tmp_path / "a wheel" / "timeline-1-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"wheel")
    came_from({"url": wheel.as_uri(), "archive_info": {}})
    new.command.main([str(tmp_path / "site")], standalone_mode=False)
    assert (tmp_path / "site" / ".github" / wheel.name).read_bytes() == b"wheel"
    workflow = (tmp_path / "site" / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    assert f'pip install "./.github/{wheel.name}[pdf,web]"' in workflow


def test_the_workflow_installs_the_clone_that_this_is(came_from, tmp_path):
    def git(*arguments):
        identity = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org")
        done = subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)
        return done.stdout.decode().strip()

    git("init")
    git("commit", "--allow-empty", "-m", "Begin")
    came_from({"url": tmp_path.as_uri(), "dir_info": {"editable": True}})
    assert new._package()[0] == f"timeline[pdf,web]=={__version__}"
    git("remote", "add", "origin", "git@example.org:us/timeline.git")
    commit = git("rev-parse", "HEAD")
    assert new._package()[0] == f"timeline[pdf,web] @ git+https://example.org/us/timeline.git@{commit}"
