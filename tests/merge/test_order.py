"""Laws over real tellings: the order of documents changes nothing, and ids are answered to when documents are added."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.merge.reading import NAMES, analysed
from timeline import merge
from timeline.model.edit import Edited, Entry, Place

_MOST = 8  # documents at once


@pytest.fixture(scope="module")
def read():
    """Every document of every file, analysed."""
    return analysed(NAMES)


def passages(event):
    rivals = (mention for rival in event.rivals for mention in rival.mentions)
    return {(mention.citation.document, mention.citation.span) for mention in (*event.mentions, *rivals)}


@settings(deadline=None, max_examples=8)
@given(st.data())
def test_the_order_of_documents_changes_nothing(read, data) -> None:
    some = data.draw(st.lists(st.sampled_from(range(len(read))), min_size=1, max_size=_MOST, unique=True))
    found = merge.events([read[number] for number in some], Edited())
    assert merge.events([read[number] for number in data.draw(st.permutations(some))], Edited()) == found


@settings(deadline=None, max_examples=8)
@given(st.data())
def test_an_id_finds_its_event_among_more_documents(read, data) -> None:
    few = data.draw(st.lists(st.sampled_from(range(len(read))), min_size=1, max_size=_MOST, unique=True))
    before = merge.events([read[number] for number in few], Edited()).value
    entries = tuple(Entry(Place("events.yaml", n, 1), id=event.id) for n, event in enumerate(before, 1))
    outcome = merge.events(read, Edited(entries=entries))
    assert not [problem for problem in outcome.problems if problem.kind == "orphan"]
    after = {number: event for event in outcome.value for number in event.entries}
    for number, event in enumerate(before):
        assert passages(event) & passages(after[number])
