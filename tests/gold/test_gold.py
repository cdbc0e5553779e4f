"""The gold documents: what the scorer finds may not fall below what was reached."""

import importlib.util
from pathlib import Path

import pytest

SCORER = Path(__file__).parents[2] / "benchmarks" / "events.py"


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("events_scorer", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("figure", "floor"), [("strict", 0.75), ("found", 0.85), ("kind", 0.9)])
def test_happenings_are_found(scorer, figure, floor):
    assert scorer.scored()[figure] >= floor


def test_each_annotation_quotes_its_document_once(scorer):
    folder = scorer.GOLD / "documents"
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    for happening in scorer._gold(texts):
        assert texts[happening.document].count(happening.quote) == 1
