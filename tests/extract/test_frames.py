"""Sentences composed by frame: kinds, claims, plans and named happenings, right by construction."""

import importlib.util
import sys
from pathlib import Path

import pytest

SCORER = Path(__file__).parents[2] / "benchmarks" / "frames.py"


@pytest.fixture(scope="module")
def right():
    """The share of texts that are told rightly, by group of frames: two of each frame."""
    spec = importlib.util.spec_from_file_location("frames", SCORER)
    frames = sys.modules["frames"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(frames)
    found = {}
    for case in frames.cases(each=2, seed=20):
        group = case.frame.split(":")[0]
        found.setdefault(group, []).append(not list(frames.faults(case, frames.told(case))))
    return {group: sum(mine) / len(mine) for group, mine in found.items()}


@pytest.mark.parametrize(
    ("group", "floor"),
    [
        ("named", 0.96),
        ("claim", 0.96),
        ("negated", 0.88),
        ("plan", 0.96),
        ("statistic", 1.0),
        ("event", 1.0),
        ("neighbour", 0.75),
        ("reckoned", 0.9),
        ("alongside", 0.9),
        ("owned", 0.9),
        ("outcome", 0.9),
    ],
)
def test_composed_sentences_are_told_rightly(right, group, floor):
    assert right[group] >= floor
