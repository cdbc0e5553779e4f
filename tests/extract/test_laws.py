"""Laws: whatever the words, quotations are exact, titles are tidy, and reading ends."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

VOCABULARY = """the a of in on by and or but which who that was were signed held met said treaty king Bern Lyon Ann Lee he it
    its , ; : ( ) " – – company moved, founded, taking after before will may not never {1990=1990} {May 1990=1990-05}
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
