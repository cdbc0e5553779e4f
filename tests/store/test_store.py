"""What is kept between builds is what would be read again, or it is not there."""

import json
import pickle
from pathlib import Path

import pytest

from timeline import pipeline, store
from timeline.model.document import DocumentId, Metadata
from timeline.model.grouping import Grouping
from timeline.pipeline import Input
from timeline.store import Store
from timeline.times import edtf

TEXT = b"""The harbour

On 4 October 1871 the council opened the harbour with a regatta. It had been dug in the late 1860s, and from 1902 to
1904 nobody used it. The pier, 12 metres long, burned down last week. The council will meet on Monday.
"""
SOURCES = (
    Input(DocumentId("a.txt"), TEXT, Metadata(title="A", published=edtf.parse("1911-05-12"))),
    Input(DocumentId("b.txt"), b"", Metadata()),
    Input(DocumentId("c.xyz"), TEXT),
)


def read(*sources: Input) -> list[store.Analysed]:
    return list(pipeline.one_by_one(sources))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("??/*") if path.is_file())


def test_what_comes_back_is_what_was_read(tmp_path: Path) -> None:
    first, second = Store(tmp_path, read_many), Store(tmp_path, read_many)
    assert list(first.analysed(SOURCES)) == read(*SOURCES)
    assert list(second.analysed(SOURCES)) == read(*SOURCES)
    assert (first.read, second.read) == (3, 0)


def read_many(sources):
    return read(*sources)


@pytest.mark.parametrize(
    "other",
    [
        Input(DocumentId("b.txt"), TEXT, SOURCES[0].metadata),
        Input(DocumentId("a.txt"), TEXT + b"\n", SOURCES[0].metadata),
        Input(DocumentId("a.txt"), TEXT, Metadata(title="B", published=edtf.parse("1911-05-12"))),
        Input(DocumentId("a.txt"), TEXT, SOURCES[0].metadata, edtf.parse("1912")),
    ],
)
def test_what_an_analysis_depends_on_is_told_apart(tmp_path: Path, other: Input) -> None:
    list(Store(tmp_path, read_many).analysed(SOURCES[:1]))
    again = Store(tmp_path, read_many)
    assert list(again.analysed([other])) == read(other)
    assert again.read == 1


def test_other_rules_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(Store(tmp_path, read_many).analysed(SOURCES))
    monkeypatch.setattr(store, "rules", lambda: "others")
    again = Store(tmp_path, read_many)
    list(again.analysed(SOURCES))
    assert again.read == 3


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda _: b"",
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda _: b"another program's file",
    ],
)
def test_a_damaged_file_is_read_anew_and_mended(tmp_path: Path, damage) -> None:
    list(Store(tmp_path, read_many).analysed(SOURCES[:1]))
    (path,) = files(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    again = Store(tmp_path, read_many)
    assert list(again.analysed(SOURCES[:1])) == read(*SOURCES[:1])
    assert again.read == 1
    whole = Store(tmp_path, read_many)
    list(whole.analysed(SOURCES[:1]))
    assert whole.read == 0


class Evil:
    """Makes a file when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self):
        return (Path.touch, (self.mark,))


@pytest.mark.parametrize("planted", [Evil, {"a": 1}, print, ("x",)], ids=str)
def test_a_planted_file_runs_nothing(tmp_path: Path, planted: object) -> None:
    cache, mark = tmp_path / "cache", tmp_path / "was-here"
    list(Store(cache, read_many).analysed(SOURCES[:1]))
    (path,) = files(cache)
    payload = pickle.dumps(Evil(mark) if planted is Evil else planted, protocol=5)
    path.write_bytes(store._MARK + store.hashlib.sha256(payload).digest() + payload)
    again = Store(cache, read_many)
    assert list(again.analysed(SOURCES[:1])) == read(*SOURCES[:1])
    assert again.read == 1
    assert not mark.exists()


def test_what_no_document_needs_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_SPARE", 0)
    list(Store(tmp_path, read_many).analysed(SOURCES))
    now = Store(tmp_path, read_many)
    list(now.analysed(SOURCES[:1]))
    now.prune()
    assert len(files(tmp_path)) == 1


def test_a_folder_that_may_not_be_written_to_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    assert list(Store(tmp_path / "cache", read_many).analysed(SOURCES)) == read(*SOURCES)


def grouped(folder: Path, *sources: Input) -> tuple[Grouping, Store]:
    kept = Store(folder, read_many)
    return kept.grouped([found.value for found in kept.analysed(sources) if found.value]), kept


@pytest.mark.parametrize(
    "damage",
    [
        None,
        lambda content: content[:-1],
        lambda content: content.replace(b"a.txt", b"b.txt"),
        lambda _: b"",
        lambda _: sealed(b'["key", []]'),
        lambda content: sealed(content[len(store._MARK) + 32 :].replace(b", 0, ", b", 1, ", 1)),
        lambda content: sealed(
            json.dumps([json.loads(content[len(store._MARK) + 32 :])[0], [[["a.txt", 0, "x"]]]]).encode()
        ),
    ],
)
def test_groups_are_those_found_anew(tmp_path: Path, damage, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = grouped(tmp_path, SOURCES[0])
    assert sum(map(len, first.groups)) > 1
    path = tmp_path / "groups"
    asked = []
    monkeypatch.setattr(
        pipeline, "grouping", lambda found, find=pipeline.grouping: asked.append(1) or find(found)
    )
    if damage:
        path.write_bytes(damage(path.read_bytes()))
    assert grouped(tmp_path, SOURCES[0])[0] == first
    assert bool(asked) == bool(damage)


def sealed(payload: bytes) -> bytes:
    return store._MARK + store.hashlib.sha256(payload).digest() + payload


def test_groups_of_other_documents_are_found_anew(tmp_path: Path) -> None:
    first, _ = grouped(tmp_path, SOURCES[0])
    other = Input(DocumentId("d.txt"), TEXT, SOURCES[0].metadata)
    both, _ = grouped(tmp_path, SOURCES[0], other)
    assert {one.document for group in both.groups for one in group} == {"a.txt", "d.txt"}
    assert grouped(tmp_path, SOURCES[0])[0] == first
