"""Names and numbers that look like dates, by class, in frames that say nothing of a date: none is marked; and some that are dates."""

from itertools import product

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

ENGLISH = language("en")
WRITTEN = edtf.parse("2021-05-12")
LOOKALIKES = {
    "codes": ("codes 1901 to 1999", "code 1850", "section 1983", "rule 2004", "form 1040", "lot 1890", "no. 1912"),
    "telephones": ("telephone 2020 1863", "tel. 0171 946 1999", "fax 1999 2001"),
    "books": ("ISSN 1931-1999", "issue 2020/1", "folio 1871", "page 1999"),
    "standards": ("ISO 9001:2015", "EN 1991", "Regulation 1907/2006", "Resolution 1244", "order no. 2019/2004"),
    "vehicles": ("bus 1912", "flight 1975", "platform 2012", "locomotive 1934"),
    "houses": ("the house at 1914 Elm Street", "the shop at 1850 Harbour Road"),
    "measures": ("a height of 1987 m", "a load of 1950 kg", "a crowd of 1930 people"),
    "places": ("Easter Moss", "Easter Island", "May Street", "Friday Harbor", "Christmas Common", "Sunday Island"),
    "papers and clubs": ("the Sunday Times", "the Thursday Club", "the Friday Gazette", "the Saturday Post"),
    "persons": ("August Sander", "May Tolland"),
    "seasons of things": ("winter wheat", "spring water", "the summer palace", "winter sports"),
    "some weekend": ("a weekend of work",),
}  # fmt: skip
FRAMES = ("The board wrote to {} again.", "Nobody had asked for {}, it seems.", "They spoke of {} at length.")
DATES = {
    "They met on Remembrance Sunday 2014 in the hall.": ["2014-11-09"],
    "In May Holt was elected chairman.": ["2021-05"],
    "On Friday Holt resigned.": ["2021-05-07"],
    "In 1920 elections were held.": ["1920"],
    "Before 1914 Elm was a village.": ["1914"],
    "It has stood since 1850 and cost 2000 crowns.": ["1850"],
    "In April Jones sang for the troops.": ["2021-04"],
    "At Easter Holt came home.": ["2021-04-04"],
    "The winter offensive failed.": ["2020-24"],
    "They stayed over the weekend.": ["2021-05-08/2021-05-09"],
}


def dates(text):
    document = Document(DocumentId("a sentence"), text, (), "en")
    timexes = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, WRITTEN).timexes
    return [edtf.text(one.when) for one in timexes if isinstance(one, Dated)]


@pytest.mark.parametrize("name", LOOKALIKES)
def test_what_looks_like_a_date_and_is_none(name):
    told = {
        text: dates(text) for one, frame in product(LOOKALIKES[name], FRAMES) if (text := frame.format(one))
    }
    assert {text: found for text, found in told.items() if found} == {}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_what_is_a_date_though_a_name_follows(text, expected):
    assert dates(text) == expected
