"""The gold documents: what the scorer finds may not fall below what was reached."""

import importlib.util
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
