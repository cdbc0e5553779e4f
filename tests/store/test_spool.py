"""What is spooled is there as it was put, whether the disk takes it or not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import spool
from timeline.spool import Spool

STEPS = st.lists(st.tuples(st.sampled_from("abc"), st.binary(max_size=50) | st.none()))


@settings(max_examples=30)
@given(STEPS)
def test_it_is_a_dictionary(tmp_path_factory: pytest.TempPathFactory, steps) -> None:
    found, plain = Spool(tmp_path_factory.getbasetemp() / "spool"), {}
    for name, content in steps:
        for one in (found, plain):
            if content is None:
                one.pop(name, None)
            else:
                one[name] = content
        assert dict(found) == plain
    assert found == plain
    assert "d" not in found
    with pytest.raises(KeyError):
        found["d"]


@pytest.mark.parametrize("taken", [0, 3, OSError(28, "no space left on device")])
def test_a_full_disk_costs_only_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken) -> None:
    found = Spool(tmp_path)
    found["a"] = b"first"

    def full(*_):
        if isinstance(taken, OSError):
            raise taken
        return taken

    monkeypatch.setattr(spool.os, "pwrite", full)
    found["b"] = b"second"
    monkeypatch.undo()
    found["c"] = b"third"
    assert dict(found) == {"a": b"first", "b": b"second", "c": b"third"}


def test_where_nothing_may_be_written_it_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    found = Spool(tmp_path / "cache")
    found["a"] = b"first"
    assert dict(found) == {"a": b"first"}
