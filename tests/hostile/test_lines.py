"""A line of any length costs its length, and no more."""

import sys

import pytest

from timeline import pipeline
from timeline.model.document import DocumentId, Metadata
from timeline.pipeline import Input

SENTENCE = "On 4 October 1871 the council opened the harbour and the pier burned down. "


def _calls(content: bytes, suffix: str) -> int:
    """Calls of functions, Python's and C's, which no busy machine changes."""
    count = 0

    def counting(*_):
        nonlocal count
        count += 1

    sys.setprofile(counting)
    try:
        pipeline.analysed(Input(DocumentId(f"long{suffix}"), content, Metadata(language="en")))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("piece", "suffix"),
    [
        ("x", ".txt"),
        ("1999 ", ".txt"),
        ("0 1999 ", ".txt"),
        (SENTENCE, ".txt"),
        ("<b>", ".html"),
        ("a-", ".md"),
        ("“", ".txt"),
    ],
)
def test_the_work_grows_as_the_line(piece, suffix):
    small, large = (_calls((piece * (size // len(piece))).encode(), suffix) for size in (1_000, 4_000))
    assert large <= 4.6 * small + 1000
