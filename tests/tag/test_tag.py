"""What is found where, whatever stands around it; and that the work grows with the text and no faster."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.tag import scan

ENGLISH = language("en")
SAID = (
    "On 17 February 2008 the assembly voted.",
    "The mill closed last spring, and two days later the bank.",
    "From 3 to 9 May the harbour froze.",
    "In the late 1990s, about a decade earlier, nobody had asked.",
    "Profits fell in the third quarter from a year ago.",
    "They met on Tuesday at 9 a.m. for three hours.",
    "No date stands here, only Resolution 1244 and $1,200.",
)


def found(text, words=ENGLISH):
    expressions = tag.expressions(Document(DocumentId("a text"), text, (), "en"), words)
    return [(one.span.start, one.span.end, one.reading, one.type) for one in expressions]


def spans(text):
    return [text[start:end] for start, end, *_ in found(text)]


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_spans_are_in_order_and_apart_in_any_text(text):
    expressions = tag.expressions(Document(DocumentId("any text"), text, (), "en"), ENGLISH)
    assert all(text[one.span.start : one.span.end] == one.text for one in expressions)
    assert all(one.span.end <= other.span.start for one, other in pairwise(expressions))


@pytest.mark.parametrize(
    "text", ["file 74a8-1687-4ea7", "they sold $DEC and $MAY", "write to @sunday", "abc1999"]
)
def test_a_piece_of_a_longer_name_is_no_date(text):
    assert spans(text) == []


def test_letters_that_lead_in_a_year_are_no_name():
    assert spans("built c1850 and altered mid1990") == ["c1850", "1990"]


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=4), st.lists(st.sampled_from(SAID), max_size=3))
def test_what_follows_after_a_paragraph_changes_nothing(first, after):
    text = " ".join(first)
    whole = text + "\n\n" + " ".join(after)
    assert [one for one in found(whole) if one[1] <= len(text)] == found(text)


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=6), st.integers(160, 400))
def test_where_the_text_is_cut_into_chunks_changes_nothing(sentences, size):
    text = "\n".join(sentences)
    whole = found(text)
    before, scan._CHUNK = scan._CHUNK, size
    try:
        assert found(text) == whole
    finally:
        scan._CHUNK = before


@pytest.mark.parametrize(
    "text",
    [
        "page 1917 of 2000 pages",
        "Resolution 1244 and flight 1812",
        "Harbour Works 2020 was wound up",
        "you may march into the sun",
        "he ran 3/4 of it, then 5/8",
        "3500 additional cameras and 1,900 soldiers",
        "0:00 0:02:29 0:00",
        "a 37-year-old man, 52 years old",
        "it cost $1999, or £1,850",
        "call 555-2010 or 0800-2008-02-175",
        "version 2.1.2004 of it",
    ],
)
def test_near_misses_are_no_dates(text):
    dates = [one for one in spans(text) if any(character.isdigit() for character in one)]
    assert dates == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1914–18", ["1914", "18"]),
        ("May 3–9, 2008", ["May 3", "9, 2008"]),
        ("18 August – 15 September 1951", ["18 August", "15 September 1951"]),
        ("between 1820 and 1823", ["1820", "1823"]),
        ("in March and September 2011", ["March", "September 2011"]),
        ("late last year", ["late last year"]),
        ("in October 2020", ["October 2020"]),
        ("two days before Christmas", ["two days before Christmas"]),
        ("It ended in July. In May it began.", ["July", "May"]),
    ],
)
def test_spans_are_timeml_s(text, parts):
    assert spans(text) == parts


HOSTILE = (
    "the the the the ",
    "May May May ",
    "1 1 1 1 ",
    "one hundred and one hundred and ",
    "the first of the second of the ",
    "two days before two days before ",
    "the end of the end of the ",
    "1999-1999-1999-",
    "12/12/12/",
    "last last next next this ",
    "'98'98'98",
    "twenty-one twenty-one-",
    "a.m. p.m. 12:12:12:",
    "early late mid early-",
    "year-earlier quarter's year-",
    "of of of in in on on ",
    "\n \n \n",
    "((((((((",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_on_near_misses_grows_no_faster_than_the_text(piece):
    """Counted in calls of Python functions, which no busy machine changes; patterns run on windows of bounded length."""
    small, large = (_calls(piece * (size // len(piece))) for size in (10_000, 100_000))
    assert large <= 14 * small + 2000


def _calls(text):
    count = 0

    def counting(frame, event, argument):  # noqa: ARG001 - what sys.setprofile calls
        nonlocal count
        count += 1

    sys.setprofile(counting)
    try:
        found(text)
    finally:
        sys.setprofile(None)
    return count


def test_the_work_on_a_list_of_years_grows_no_faster_than_the_list():
    # each was held against all others, and looked for among those before
    small, large = (_calls(", ".join(str(1000 + number) for number in range(count))) for count in (50, 400))
    assert large <= 11 * small
