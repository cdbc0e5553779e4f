"""Reading a text in a language, as a whole document would be."""

from collections.abc import Callable

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

Read = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def read() -> Read:
    """Words and EDTF of each expression of a text; where there is no calendar date, TIMEX3's value."""

    def reading(text: str, code: str, published: str | None = None) -> list[tuple[str, str]]:
        document = Document(DocumentId("a text"), text, (), code)
        spoken = language(code)
        written = edtf.parse(published) if published else None
        found = resolve.dated(document, tag.expressions(document, spoken), spoken, written).timexes
        for timex in found:
            assert text[timex.span.start : timex.span.end] == timex.expression.text
        return [
            (timex.expression.text, edtf.text(timex.when) if isinstance(timex, Dated) else timex.value)
            for timex in found
        ]

    return reading
