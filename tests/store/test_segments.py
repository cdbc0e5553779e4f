"""What is kept at the end of a file is there again, unless the file is damaged or somebody else's."""

import shutil
from pathlib import Path

import pytest
from markupsafe import Markup

from timeline import pickled, segments
from timeline.publish import signature
from timeline.render.quotation import Link
from timeline.times.edtf import parse

FIRST = {
    "view": {b"1": (Link("war", "tags/war.html"), parse("1999~/2001")), b"2": ("plain", Markup("<p>safe"))}
}
MORE = {"view": {**FIRST["view"], b"3": ("new", ["list"])}, "cards": {b"3": "{}"}}


def kept(file: Path, wanted: dict, by: tuple[int, ...] = ()) -> tuple[tuple[int, ...], int]:
    """By what the file is known after a build that wants so much, and how much of that it had to make."""
    made = []
    log = segments.Segments(file, by)
    for kind, values in wanted.items():
        parts = list(values.values())
        found = log.shares.of(kind, list(values), lambda n, parts=parts: made.append(n) or parts[n])
        assert found == parts
        assert list(map(type, found)) == list(map(type, parts))
    return log.finish(), len(made)


def test_what_is_new_is_added(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "shares"
    first, made = kept(file, FIRST)
    assert made == 2
    size = file.stat().st_size
    second, made = kept(file, MORE, first)
    assert made == 2
    assert 0 < file.stat().st_size - size < size
    assert kept(file, MORE, second) == (second, 0)
    assert [*file.parent.iterdir()] == [file]


def test_what_is_of_no_use_goes_some_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "_SPARE", 0)
    file = tmp_path / "shares"
    first, _ = kept(file, MORE)
    size = file.stat().st_size
    few = {"cards": MORE["cards"]}
    second, made = kept(file, few, first)
    assert made == 0
    assert file.stat().st_size < size / 2
    assert kept(file, few, second) == (second, 0)


@pytest.mark.parametrize(
    "damage", [lambda c: c[:-1], lambda c: c[:40] + b"x" + c[41:], lambda _: b"", lambda c: c + b"\0" * 20]
)
def test_a_damaged_file_is_not_there(tmp_path: Path, damage) -> None:
    file = tmp_path / "shares"
    kept(file, FIRST)
    file.write_bytes(damage(file.read_bytes()))
    assert 1 <= kept(file, FIRST, signature(file))[1] <= 2
    assert kept(file, FIRST, kept(file, FIRST, signature(file))[0])[1] == 0


def test_a_file_that_was_sent_is_not_there(tmp_path: Path) -> None:
    """It can be a copy to the byte, of the same size and time: its place on the disk is another."""
    file = tmp_path / "shares"
    by, _ = kept(file, FIRST)
    shutil.copy2(file, tmp_path / "sent")
    (tmp_path / "sent").replace(file)
    assert kept(file, FIRST, by)[1] == 2
    assert kept(file, FIRST)[1] == 2


def test_where_nothing_may_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    with pytest.raises(OSError, match="cache"):
        kept(tmp_path / "cache" / "shares", FIRST)


class Evil:
    """Makes a file when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self):
        return (Path.touch, (self.mark,))


def test_nothing_but_values_of_ours_comes_back(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="is no value of this program"):
        pickled.loaded(pickled.dumped(Evil(tmp_path / "was-here")))
    assert not (tmp_path / "was-here").exists()
