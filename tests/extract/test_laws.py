"""Laws: whatever the words, quotations are exact, titles are tidy, and reading ends."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

VOCABULARY = """the a of in on by and or but which who that was were signed held met said treaty king Bern Lyon Ann Lee he it
    its , ; : ( ) " – – company moved, founded, so only not also because once best course fact which began taking after before will may not never {1990=1990} {May 1990=1990-05}
    {last year=} $5 million percent than from to agreed visit during war he's U.S. Mr. “ ” ' … 4,000 up out"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_words_give_exact_quotations_and_tidy_titles(read, text):
    for mention in read(text + "."):
        assert mention.citation.quote.strip() == mention.citation.quote
        assert mention.dated.expression.text in mention.citation.quote
        assert mention.title == mention.title.strip()
        assert mention.title[-1] not in ",;:–"
        assert "  " not in mention.title
        assert 0 <= mention.confidence <= 1


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=string.printable, max_size=300))
def test_any_text_is_read(read, text):
    read(text.replace("{", "").replace("}", "") + " {1990=1990}")


@pytest.mark.parametrize(
    "text",
    [
        "In {1921=1921} it was so, of course,",
        "In {1921=1921} it was not only, in fact,",
        "In {1921=1921} they left because, of course,",
        "12 due taking of of together by riot two {May=2000-05} mill's having announced its because born born in held or with {1921=1921}",
    ],
)
def test_a_sentence_may_break_off_behind_what_is_said_besides_or_a_date(read, text):
    plain = text.replace("{1921=1921}", "1921").replace("{May=2000-05}", "May")
    assert all(mention.citation.quote == plain for mention in read(text))


@pytest.mark.parametrize("run", ["(" * 4000, "a" * 50_000, "( x " * 2000])
def test_what_is_never_closed_or_has_no_spaces_is_read_once(read, run):
    text = (
        f"A treaty of friendship was drafted in {{1921=1921}}. The treaty was shelved in {{1930=1930}} {run}."
    )
    assert read(text)
