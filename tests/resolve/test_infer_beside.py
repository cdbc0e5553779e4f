"""The day of writing, from what says one time twice: from that day, and with its date; from an age; from a label."""

import pytest

from timeline import read, resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId, Metadata, Passage, Role, Span
from timeline.times import edtf

ENGLISH = language("en")


def written(text: str) -> str:
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    when = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH).written.when
    return edtf.text(when) if when is not None else ""


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Last year (2019), 40 people came.", "2020"),
        ("Last month, in May 2019, 40 people came.", "2019-06"),
        ("The talks of yesterday, 4 May 2021, went on.", "2021-05-05"),
        ("Next year, in 2028, voters go to the polls.", "2027"),
        ("Five years ago, in 2015, the mill was sold.", "2019-07-02/2021-07-02"),
        (
            "Today, Tuesday 4 May, it opened. It was closed in March 2019. It will be let in 2024.",
            "2021-05-04",
        ),
        # each says two times, or may
        ("Last year and 2019 were dry.", "2019/.."),
        ("Last year, 2019 people came.", ""),
        ("Last year, 2 million came.", ""),
    ],
)
def test_two_names_of_one_time_tell_the_day_of_writing(text: str, when: str) -> None:
    assert written(text) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ada Lee, born in 1950 and now 74, lives by the river.", "2024-01/2025-12"),
        ("She was born on 3 May 1950; she is now 74.", "2024-05-03/2025-05-03"),
        ("Ada Lee, born in 1950, died aged 74.", "1950/.."),
        ("Ada Lee, born in 1950, has now 74 boats.", ""),
    ],
)
def test_an_age_and_a_birth_tell_the_year_of_writing(text: str, when: str) -> None:
    assert written(text) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The bridge\n\nPublished: May 2019\n\nIt was opened last month.", "2019-05"),
        ("The bridge\n\nUpdated 2019\n\nIt was opened last month.", "2019"),
        ("The bridge\n\nThe list published in May 2019 was long.", "2019-05/.."),
    ],
)
def test_a_month_behind_a_label_is_the_texts_own(text: str, when: str) -> None:
    assert written(text) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On 12 October 2024 it will open. It was begun in March 2022.", "2022-03-01/2024-10-12"),
        ("A second boat could sail in 2030 if the harbour is dredged, as was said.", ""),
        # what "would" be lies ahead of a day of the past, not of this
        ("It was voted in October 2017, and would begin on 1 March. Last week it began.", ""),
    ],
)
def test_what_looks_ahead_bounds_only_from_the_day_of_writing(text: str, when: str) -> None:
    found = written(text)
    assert found == when


def test_a_report_of_a_year_is_written_when_that_is_over() -> None:
    text = "Annual report 2006/07\n\nThe year ended 31 March 2007 was wet. In May the roof fell.\n"
    document = read.document(DocumentId("a.txt"), text.encode(), Metadata(language="en")).value
    assert document is not None
    when = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH).written.when
    assert when is not None
    assert edtf.text(when) == "2007-04/2008-09"
