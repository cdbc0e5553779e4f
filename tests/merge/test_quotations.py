import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.merge import quotations
from timeline.model.document import Span

TEXT = "He said: “It’s over,\u00a0\nall of it” (in 1902). It's over (in 1902)."


@pytest.mark.parametrize(
    ("quote", "starts"),
    [
        ('"It\'s over, all of it"', [9]),
        ("it's over", []),
        ("It's over", [10, 44]),
        ("(in 1902).", [33, 54]),
        ("ver, all", [16]),
        ("over all", []),
        ("...", []),
    ],
)
def test_a_quotation_is_found_whatever_its_spaces_and_quotes(quote: str, starts: list[int]) -> None:
    assert [span.start for span in quotations.found(TEXT, quote)] == starts


@settings(deadline=None)  # the machine may be busy
@given(st.text(min_size=1, max_size=40), st.data())
def test_every_stretch_of_a_text_is_found_where_it_stands(text: str, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    if quote.strip():
        lead = len(quote) - len(quote.lstrip())
        assert Span(start + lead, start + len(quote.rstrip())) in quotations.found(text, quote) or any(
            span.overlaps(Span(start, end)) for span in quotations.found(text, quote)
        )
