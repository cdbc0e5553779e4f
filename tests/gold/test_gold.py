"""The gold documents: what the scorer finds may not fall below what was reached."""

import importlib.util
import json
from functools import cache
from pathlib import Path

import pytest

SCORER = Path(__file__).parents[2] / "benchmarks" / "events.py"


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("events_scorer", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scored(scorer):
    return cache(scorer.scored)


@pytest.mark.parametrize(
    ("figure", "floor"),
    [
        ("strict", 0.87),
        ("found", 0.92),
        ("kind", 0.93),
        ("f1", 0.87),
        ("link precision", 0.95),
        ("links of those told", 0.6),
    ],
)
def test_happenings_are_found(scored, figure, floor):
    assert scored()[figure] >= floor


@pytest.mark.parametrize("language", ["de", "es", "fr", "sr", "sq", "it"])
def test_happenings_are_found_in_every_language(scored, language):
    assert scored("tuned", language)["f1"] >= 0.83


def test_each_annotation_quotes_its_document_once(scorer):
    folder = scorer.GOLD / "documents"
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    for happening in scorer._gold(texts):
        assert texts[happening.document].count(happening.quote) == 1


def test_each_document_is_described_and_of_both_parts_there_are_some(scorer):
    about = scorer._about(None)
    assert about.keys() == {path.name for path in (scorer.GOLD / "documents").iterdir()} - {"sources.yaml"}
    assert {row["part"] for row in about.values()} == {"tuned", "kept"}
    assert all(row.keys() == {"kind", "language", "part"} for row in about.values())


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Gold of two short documents, English and German."""
    folder = tmp_path_factory.mktemp("gold")
    texts = {
        "pier.txt": "The town built a pier in 1898. It burnt down on 3 May 1911.\n",
        "mole.txt": "Die Stadt baute 1898 eine Mole.\n",
    }
    rows = [
        {"document": "pier.txt", "quote": "built a pier", "date": "1898", "kind": "event", "gist": "Town builds a pier"},
        {"document": "pier.txt", "quote": "burnt down", "date": "1911-05-03", "kind": "event", "gist": "Pier burns down"},
        {"document": "mole.txt", "quote": "baute 1898", "date": "1898", "kind": "event", "gist": "Stadt baut eine Mole"},
    ]  # fmt: skip
    (folder / "documents").mkdir()
    for name, text in texts.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    about = {name: {"kind": "news", "language": "en", "part": "kept"} for name in texts}
    (folder / "documents.yaml").write_text(json.dumps(about), encoding="utf-8")
    (folder / "annotations.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    half = rows[:2]
    (folder / "other.jsonl").write_text("\n".join(map(json.dumps, half)), encoding="utf-8")
    return folder


def _printed(scorer, monkeypatch, capsys, *options):
    monkeypatch.setattr("sys.argv", ["events.py", *map(str, options)])
    assert scorer.main() == 0
    return capsys.readouterr().out


def test_the_naive_ways_are_scored_in_every_language(scorer, small, monkeypatch, capsys):
    out = _printed(scorer, monkeypatch, capsys, "--gold", small, "--baselines")
    assert "date that `timeline tag` reads          3 |      100  100  100" in out


def test_another_person_is_scored_as_the_program_is(scorer, small, monkeypatch, capsys):
    out = _printed(scorer, monkeypatch, capsys, "--gold", small, "--other", small / "other.jsonl")
    assert "all               2     3     2 |      100   67   80 |     80 |" in out
