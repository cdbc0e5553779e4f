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


def test_what_is_new_is_added(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "shares"
    first = segments.keep(file, FIRST, {})
    size = file.stat().st_size
    assert segments.known(file, first) == FIRST
    second = segments.keep(file, MORE, FIRST)
    assert segments.known(file, second) == MORE
    assert 0 < file.stat().st_size - size < size
    assert segments.keep(file, MORE, MORE) == second
    assert type(segments.known(file, second)["view"][b"2"][1]) is Markup


def test_what_is_of_no_use_goes_some_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "_SPARE", 0)
    file = tmp_path / "shares"
    segments.keep(file, MORE, {})
    few = {"cards": {b"3": "{}"}}
    assert segments.known(file, segments.keep(file, few, MORE)) == few


@pytest.mark.parametrize(
    "damage", [lambda c: c[:-1], lambda c: c[:40] + b"x" + c[41:], lambda _: b"", lambda c: c + b"\0" * 20]
)
def test_a_damaged_file_is_not_there(tmp_path: Path, damage) -> None:
    file = tmp_path / "shares"
    segments.keep(file, FIRST, {})
    file.write_bytes(damage(file.read_bytes()))
    assert segments.known(file, signature(file)) == {}


def test_a_file_that_was_sent_is_not_there(tmp_path: Path) -> None:
    """It can be a copy to the byte, of the same size and time: its place on the disk is another."""
    file = tmp_path / "shares"
    by = segments.keep(file, FIRST, {})
    shutil.copy2(file, tmp_path / "sent")
    (tmp_path / "sent").replace(file)
    assert segments.known(file, by) == {}
    assert segments.known(file, ()) == {}


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
