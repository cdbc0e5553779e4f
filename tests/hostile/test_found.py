"""What `make fuzz` has found stays mended, and a handful of its cases runs every day.

`found/TARGET/` holds an input for each fault that there was.
"""

from pathlib import Path

import pytest

from benchmarks import fuzz

FOUND = sorted(path for path in (Path(__file__).parent / "found").glob("*/*") if path.is_file())


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_a_handful_of_cases(name, tmp_path, monkeypatch):
    monkeypatch.setattr(fuzz, "FOUND", tmp_path)
    for example in fuzz.TARGETS[name].examples:
        fuzz.TARGETS[name].run(example)
    assert fuzz.hypothesised(name, 5)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_fault_that_was_found_stays_mended(path):
    fuzz.TARGETS[path.parent.name].run(path.read_bytes())


def test_a_fault_would_be_found(tmp_path, monkeypatch, capsys):
    def faulty(content):
        if b"\0" in content:
            raise IndexError

    monkeypatch.setitem(fuzz.TARGETS, "faulty", fuzz.Target(faulty, (b"1999",)))
    monkeypatch.setattr(fuzz, "FOUND", tmp_path)
    assert not fuzz.hypothesised("faulty", 100)
    assert b"\0" in next((tmp_path / "faulty").iterdir()).read_bytes()
    assert "IndexError" in capsys.readouterr().err
