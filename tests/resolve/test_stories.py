"""Invented news and histories, whole: every expression of time in them, and its TIMEX3 value."""

import re
from pathlib import Path

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.times import edtf

ENGLISH = language("en")
STORIES = Path(__file__).with_name("stories.txt").read_text("utf-8").split("### ")[1:]
MARK = re.compile(r"\{([^{}]*?)(?:=([^{}=]*)|(!))\}")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.split(None, 1)[0])
def test_every_expression_of_a_story(story):
    head, marked = story.split("\n", 1)
    _, written = head.split()
    text, expected, left_open, at = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        start, at = len(text), mark.end()
        text += mark[1]
        if mark[3]:
            left_open.append(range(start, len(text)))
        else:
            expected.append((mark[1], mark[2]))
    text += marked[at:]
    document = Document(DocumentId("a story"), text, (), "en")
    given = None if written == "none" else edtf.parse(written)
    timexes = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, given).timexes
    found = [
        (one.expression.text, one.value)
        for one in timexes
        if not any(part.start < one.span.end and one.span.start < part.stop for part in left_open)
    ]
    assert found == expected
