"""Texts of which nobody knows when they were written: a date that leans on that day is left open rather than lent a year."""

import pytest

from timeline.languages import language
from timeline.model.document import Document, DocumentId, Passage, Role, Span
from timeline.model.expression import Dated
from timeline.resolve import dated
from timeline.tag import expressions
from timeline.times import edtf

PRESS = (
    "The museum announced today that its new wing will open to the public on Saturday 12 October. It has been under "
    "construction since March 2022. “Ten years ago this was a car park,” said the director. The museum, founded in 1891, "
    "last expanded in 1974. Tickets go on sale on Monday 2 September. The show of salt, which closed on 30 June, drew "
    "41,000 visitors. It will travel to Lisbon next spring."
)
HISTORY = (
    "The mill was built in 1811. In March 1817 it burned, and in July it was rebuilt. The new owners say it will be shown to "
    "visitors in September. In October 1820 a second wheel was set. It was sold on Tuesday 2 May."
)
DIARY = (
    "1916\n\nSat 1 July. Heavy guns all night.\n\nSunday. To chapel; he left on Thursday.\n\n3 July. No letter. He says he will have leave in August.\n\n"
    "Wed 5th. The list was in yesterday's paper.\n\n12 July. A letter came. It is the third this month."
)
RUSSIA = "Petitions were written in December 1904. The crowd was fired on on Sunday 9 January, and in February the strikes spread."


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        (PRESS, "Saturday 12 October", None),
        (PRESS, "30 June", None),
        (PRESS, "Monday 2 September", None),
        (PRESS, "March 2022", "2022-03"),
        (PRESS, "next spring", None),
        (HISTORY, "July", "1817-07"),
        (HISTORY, "September", None),  # it lies ahead of a day that is not known
        (HISTORY, "Tuesday 2 May", "1820-05-02"),
        (DIARY, "August", "1916-08"),
        (DIARY, "Sunday", "1916-07-02"),
        (DIARY, "Thursday", "1916-06-29"),
        (DIARY, "yesterday", "1916-07-04"),
        (DIARY, "this month", "1916-07"),
        (DIARY, "Wed 5th", "1916-07-05"),
        (DIARY, "12 July", "1916-07-12"),
        (RUSSIA, "Sunday 9 January", "1905-01-09"),  # a Sunday in old style
        (RUSSIA, "February", "1905-02"),
    ],
)
def test_a_date_that_leans_on_an_open_day_is_open(text: str, words: str, when: str | None) -> None:
    assert _dates(text)[words] == when


def test_a_weekday_that_does_not_fit_gives_no_year() -> None:
    """2 May 1951 was a Wednesday, and was a Monday in none of the years beside."""
    found = _dates("In March 1951 they came. It was sold in April, and on Monday 2 May they left.")
    assert found["Monday 2 May"] is None


def _dates(text: str) -> dict[str, str | None]:
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    words = language("en")
    found = dated(document, expressions(document, words), words).timexes
    return {one.expression.text: edtf.text(one.when) if isinstance(one, Dated) else None for one in found}
