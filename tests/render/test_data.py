"""The script's data: columns that say every date, an index that finds every word, pages that hold every event."""

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser import many
from tests.render import sample
from timeline.render import cutting, paging, quotation, terms, view
from timeline.render.addresses import addresses
from timeline.render.chart import chart
from timeline.render.columns import columns
from timeline.render.level import LONGEST_LABEL, STEP

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_EVENTS = many.events(600)
_VIEWS = [view.event(e, quotation.Library(addresses(_EVENTS, ()), {})) for e in _EVENTS]


def _numbers(text):
    value, shift = 0, 0
    for letter in text:
        digit = _DIGITS.index(letter)
        value += (digit & 31) << shift
        shift += 5
        if not digit & 32:
            yield value
            value = shift = 0


def _posted(text):
    return list(accumulate(_numbers(text)))


def _signed(number):
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


@pytest.mark.parametrize("events", [_EVENTS[::4], sample.EVENTS], ids=["many", "of every look"])
def test_columns_say_every_date_and_look(events):
    known = {analysis.document.id: analysis for analysis in sample.ANALYSES}
    views = [view.event(e, quotation.Library(addresses(events, sample.ANALYSES), known)) for e in events]
    drawn = chart(events, views, "tag")
    found = columns(views, drawn.marks, drawn.facets)
    read = {key: _numbers("".join(part[key] for part in found.parts)) for key in found.parts[0]}
    last = 0
    for number, (event, mark) in enumerate(zip(views, drawn.marks, strict=True)):
        last += _signed(next(read["start"]))
        assert (last, last + next(read["length"])) == (mark.start, mark.end)
        look = found.looks[next(read["look"])]
        assert (look["doubt"], look["origin"], look["before"]) == (event.doubt, event.origin, mark.before)
        assert 0 <= STEP * next(read["steps"]) - min(len(event.title), LONGEST_LABEL) < STEP
        for facet in drawn.facets:
            assert tuple(next(read[facet.key]) for _ in range(next(read[facet.key]))) == facet.own[number]
        assert look["rivals"] == bool(mark.rivals)
        rivals = range(next(read["rivals"])) if mark.rivals else ()
        starts = [(last + _signed(next(read["rivals"])), next(read["rivals"])) for _ in rivals]
        assert [(start, start + days) for start, days in starts] == list(mark.rivals)
    assert all(next(numbers, None) is None for numbers in read.values())


def test_long_columns_come_in_parts(monkeypatch):
    drawn = chart(_EVENTS, _VIEWS, "tag")
    whole = columns(_VIEWS, drawn.marks, drawn.facets).parts
    monkeypatch.setattr("timeline.render.columns.MOST_LETTERS", 1000)
    parts = columns(_VIEWS, drawn.marks, drawn.facets).parts
    assert len(parts) > 3
    assert all(sum(map(len, part.values())) <= 1000 for part in parts)
    assert [{key: "".join(part[key] for part in parts) for key in parts[0]}] == list(whole)


@given(st.lists(st.sets(st.sampled_from("abcdefgh")), min_size=1, max_size=300))
def test_the_index_finds_each_word_where_it_is(texts):
    shards = terms.shards([terms.words_of(words) for words in texts], {"#e:x": [7]})
    found = dict(entry for shard in shards for entry in shard.entries)
    assert _posted(found.pop("#e:x")) == [7]
    assert {word: _posted(text) for word, text in found.items()} == {
        word: [n for n, words in enumerate(texts) if word in words] for word in set().union(*texts)
    }


def test_shards_are_in_the_order_of_their_words():
    shards = list(terms.shards([terms.words_of([f"word{n} " * 3]) for n in range(30_000)], {}))
    assert len(shards) > 1
    firsts = [shard.first for shard in shards]
    assert firsts == sorted(firsts)


def test_a_book_lists_every_event_once_and_says_where():
    book = paging.book(_VIEWS)
    assert [event.id for leaf in book.leaves for event in leaf.events] == [event.id for event in _VIEWS]
    assert len({leaf.path for leaf in book.leaves}) == len(book.leaves) > 3
    assert all(paging.weight(leaf.events) <= cutting.MOST_BYTES for leaf in book.leaves)
    assert all(re.fullmatch(r"periods/[\w-]+(\.\d+)?\.html", leaf.path) for leaf in book.leaves)
    assert sum(entry.count for entry in book.contents()) == len(_VIEWS)
    assert paging.book(_VIEWS[:20]).leaves == ()
