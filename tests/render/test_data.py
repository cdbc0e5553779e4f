"""The script's data: columns that say every date, an index that finds every word, pages that hold every event."""

import base64
import re

from hypothesis import given
from hypothesis import strategies as st

from tests.browser import many
from timeline.render import cutting, paging, terms, view
from timeline.render.addresses import addresses
from timeline.render.chart import chart
from timeline.render.columns import columns

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_EVENTS = many.events(600)
_VIEWS = [view.event(e, view.Library(addresses(_EVENTS, ()), {})) for e in _EVENTS]


def _numbers(texts):
    for text in texts:
        value, unit = 0, 1
        for byte in base64.b64decode(text):
            value += (byte & 127) * unit
            unit *= 128
            if byte < 128:
                yield value
                value, unit = 0, 1


def _posted(text):
    found, last, value, shift = [], 0, 0, 0
    for letter in text:
        digit = _DIGITS.index(letter)
        value += (digit & 31) << shift
        shift += 5
        if not digit & 32:
            last += value
            found.append(last)
            value = shift = 0
    return found


def test_columns_say_every_date_and_look():
    drawn = chart(_EVENTS, _VIEWS, "tag")
    found = columns(_VIEWS, drawn.marks, drawn.facets)
    numbers = _numbers(found.parts)
    last = 0
    for event, mark, own in zip(
        _VIEWS, drawn.marks, zip(*(f.own for f in drawn.facets), strict=True), strict=True
    ):
        step, length, look, letters = (next(numbers) for _ in range(4))
        last += step // 2 if step % 2 == 0 else -(step + 1) // 2
        assert (last, last + length) == (mark.start, mark.end)
        assert found.looks[look]["doubt"] == event.doubt
        assert letters == len(event.title)
        for values in own:
            assert tuple(next(numbers) for _ in range(next(numbers))) == values
    assert next(numbers, None) is None


@given(st.lists(st.sets(st.sampled_from("abcdefgh")), min_size=1, max_size=300))
def test_the_index_finds_each_word_where_it_is(texts):
    shards = terms.shards([tuple(words) for words in texts], {"#e:x": [7]})
    found = dict(entry for shard in shards for entry in shard.entries)
    assert _posted(found.pop("#e:x")) == [7]
    assert {word: _posted(text) for word, text in found.items()} == {
        word: [n for n, words in enumerate(texts) if word in words] for word in set().union(*texts)
    }


def test_shards_are_in_the_order_of_their_words():
    shards = terms.shards([(f"word{n} " * 3,) for n in range(30_000)], {})
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
