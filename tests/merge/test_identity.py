import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import merge
from timeline.model.edit import Edited
from timeline.model.event import Kind


def ids(project, documents, language="en"):
    return [event.id for event in merge.events(project(documents, language), Edited()).value]


@pytest.mark.parametrize(
    ("date", "sentence", "expected"),
    [
        ("2008-02-17", "Ravia declared independence on [17 February 2008], said Ostland.", "2008-02-17-ravia-declared-independence-said-ostland"),
        ("1999", "Trade has grown since the [1999] flood of Tarn.", "1999-grown-flood-tarn"),
        ("2021-09", "It paid Nova 2020, which was registered with the court in [September].", "2021-09-registered-court"),
        ("2009-12", "In [December 2009], Ravia went to court.", "2009-12-ravia-went-court"),
        ("199X", "Roads were built in the [1990s].", "199x-roads-built"),
        ("2024-04-29/2024-05-12", "Li Wen came to Tarn [last week].", "2024-li-wen-came-tarn"),
        ("-0043-03-15", "Caesar died on [15 March 44 BC].", "44bc-03-15-caesar-died"),
        ("../1950", "The mine was worked until [1950].", "1950-mine-worked"),
        ("2008-21", "Đorđe Škarić left Priština in the [spring of 2008].", "2008-dorde-skaric-left-pristina"),
    ],
)  # fmt: skip
def test_an_id_is_made_of_the_date_and_the_words_beside_it(
    project, date: str, sentence: str, expected: str
) -> None:
    assert ids(project, {"a.txt": [(date, "Whatever", sentence)]}) == [expected]


def test_other_scripts_are_spelt_in_latin(project) -> None:
    told = {"a.txt": [("2008-02-17", "Х", "Косово је прогласило независност [17. фебруара 2008].")]}
    assert ids(project, told, "sr") == ["2008-02-17-kosovo-je-proglasilo-nezavisnost"]


def test_no_words_at_all_still_give_an_id(project) -> None:
    assert ids(project, {"a.txt": [("2008", "中", "中文在[2008]年。")]}) == ["2008"]


def test_a_better_title_changes_no_id(project) -> None:
    sentence = "Ravia declared independence on [17 February 2008]."
    assert ids(project, {"a.txt": [("2008-02-17", "A", sentence)]}) == ids(
        project, {"a.txt": [("2008-02-17", "Ravia declares independence", sentence)]}
    )


def test_two_of_the_same_words_are_told_apart_and_the_first_keeps_its_name(project) -> None:
    told = ("1999", "Flood hit {}", "A flood came in [1999].")
    one = {"a.txt": [("1999", "Flood hit Tarn", told[2])]}
    both = one | {"b.txt": [("1999", "Strike began", told[2])]}
    assert ids(project, one) == ["1999-flood-came"]
    assert [
        re.fullmatch(r"1999-flood-came(-[0-9a-f]{6})?", id_) is not None for id_ in ids(project, both)
    ] == [True] * 2
    assert "1999-flood-came" in ids(project, both)


def test_two_of_one_sentence_are_told_apart(project) -> None:
    sentence = "The flood of [1999] ended the strike."
    told = [("1999", "Flood hit Tarn", sentence, Kind.BACKGROUND), ("1999", "Strike ended", sentence)]
    assert len(set(ids(project, {"a.txt": told}))) == 2


_SENTENCES = [
    (f"1999-05-0{n}", f"{who} {did} {where}", f"{who} {did} {where} on [{n} May 1999].")
    for n, (who, did, where) in enumerate(
        [("Ravia", "left", "Tarn"), ("Brann", "opened", "Ellery"), ("Ostland", "won", "Cup"), ("Odo", "met", "Li")], 1
    )
]  # fmt: skip


@settings(deadline=None)  # the machine may be busy
@given(st.permutations(_SENTENCES), st.integers(1, 3))
def test_added_documents_change_no_id(project, told, keep: int) -> None:
    few = {f"{n}.txt": [one] for n, one in enumerate(told[:keep])}
    all_ = few | {f"9{n}.txt": [one] for n, one in enumerate(told[keep:])}
    assert set(ids(project, few)) <= set(ids(project, all_))
