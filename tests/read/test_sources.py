import pytest

from timeline import read
from timeline.model.document import Metadata
from timeline.times import edtf


def test_metadata_stand_by_file() -> None:
    content = b"- file: a.txt\n  title: T\n  authors: [A, B]\n  published: 2024-04-29\n- file: sub/b.txt\n  author: C\n  language: en-GB\n"
    outcome = read.sources(content, "seeds/sources.yaml")
    assert not outcome.problems
    assert outcome.value == {
        "a.txt": Metadata(title="T", authors=("A", "B"), published=edtf.parse("2024-04-29")),
        "sub/b.txt": Metadata(authors=("C",), language="en", region="GB"),
    }


@pytest.mark.parametrize("named", ["klingon", "base64", "a b", "ö"])
def test_an_encoding_is_one_that_texts_are_written_in(named: str) -> None:
    known = read.sources(b"- file: a.txt\n  encoding: cp1251\n", "s.yaml")
    assert (known.value, known.problems) == ({"a.txt": Metadata(encoding="cp1251")}, ())
    refused = read.sources(f"- file: a.txt\n  encoding: {named}\n".encode(), "s.yaml").problems
    assert [(p.line, p.column, p.kind) for p in refused] == [(2, 13, "unknown-encoding")]


def test_every_mistake_is_placed() -> None:
    content = b"- file: a.txt\n  titel: T\n- title: T\n- file: a.txt\n- file: b.txt\n  published: 2024-02-30\n  url: nowhere\n  language: English!\n"
    outcome = read.sources(content, "s.yaml")
    assert [(p.line, p.kind) for p in outcome.problems] == [
        (2, "unknown-key"), (3, "missing-key"), (4, "duplicate-file"),
        (7, "bad-url"), (8, "unknown-language"), (6, "impossible-date"),
    ]  # fmt: skip
    assert "title" in outcome.problems[0].hint
    assert set(outcome.value) == {"a.txt", "b.txt"}


def test_an_empty_file_and_one_of_another_shape() -> None:
    assert read.sources(b"", "s.yaml").value == {}
    assert [p.kind for p in read.sources(b"a: b", "s.yaml").problems] == ["wrong-type"]
