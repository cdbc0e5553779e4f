"""Templates as they were compiled: kept beside Python's own compiled files, never trusted when damaged."""

import sys
from pathlib import Path

import pytest

from timeline import compiled, gather, pipeline
from timeline.model.edit import Edited
from timeline.model.site import Memory
from timeline.pipeline import Built
from timeline.place import project

CODES = {"a": b"first", "b": b"second"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    compiled.keep(CODES)
    (made,) = tmp_path.rglob("*.jinja")
    return made


def test_what_is_kept_is_known_again(file: Path) -> None:
    assert file.stat().st_size
    assert compiled.known() == CODES


def test_what_is_damaged_is_not_there(file: Path) -> None:
    content = file.read_bytes()
    for at in range(len(content)):
        file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert not compiled.known(), at
        file.write_bytes(content[:at])
        assert not compiled.known(), at
    file.write_bytes(content)
    assert compiled.known() == CODES


def test_of_another_version_it_is_not_there(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert file.is_file()
    monkeypatch.setattr("timeline.program.digest", lambda *_: "another")
    assert not compiled.known()


def test_where_python_may_not_write_nothing_is_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled.keep({"c": b"third"})
    assert file.is_file()
    assert compiled.known() == CODES


def test_templates_of_a_project_are_never_kept(tmp_path: Path) -> None:
    (tmp_path / "site_templates").mkdir()
    (tmp_path / "site_templates" / "404.html").write_text("planted {{ page }}", "utf-8")
    theme = gather.theme(project(tmp_path))
    site = pipeline.site(Built((), (), Edited()), theme, memory=Memory("program"))
    assert b"planted" in site.files["404.html"]
    assert site.compiled
    assert not any(b"planted" in code for code in site.compiled.values())
