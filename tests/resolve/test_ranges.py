"""Open ranges: what "since" and "until" make of a date, and where they belong to a noun instead."""

import pytest

from timeline import languages, resolve, tag
from timeline.model.document import Document, DocumentId, Passage, Role, Span
from timeline.model.expression import Dated
from timeline.times import edtf


def ranges(text):
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    language = languages.language("en")
    found = resolve.dated(document, tag.expressions(document, language), language, edtf.parse("2010-06-16"))
    return [edtf.text(t.range.when) for t in found.timexes if isinstance(t, Dated) and t.range]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has been closed since 1999.", ["1999/.."]),
        ("The mill has stood empty since 1999, and nobody minds.", ["1999/.."]),
        ("They worked there from May to July 2004.", ["2004-05/2004-07"] * 2),
        ("She served from 3 to 9 May 2004.", ["2004-05-03/2004-05-09"] * 2),
        ("She served from 27 to 3 May 2004.", ["2004-04-27/2004-05-03"] * 2),
        ("She served from May 27 to the 3rd, 2004.", ["2004-05-27/2004-06-03"] * 2),
        ("She served from 30 to 2 January 2004.", ["2003-12-30/2004-01-02"] * 2),
        ("She served on 5 and 3 May 2004.", []),
        ("He got there before the end of 1938.", ["../1938-12~"]),
        ("It fell shortly before 4 a.m. on 3 May 2004.", []),
        ("Entries are accepted on or after 3 May 2010.", ["2010-05-03/.."]),
        ("Entries are accepted on or before 3 May 2010.", ["../2010-05-03"]),
        ("The shop will be closed for two weeks starting 20 June 2010.", ["2010-06-20/2010-07-03"]),
        ("The truce will hold for a month, from 3 July 2010.", ["2010-07-03/2010-08-02"]),
        ("They agreed on a week starting tomorrow.", ["2010-06-17/2010-06-23"]),
        ("He was mayor from 1998 to the present.", ["1998/2010-06-16"]),
        ("Mayor (1998–present).", ["1998/2010-06-16"]),
        ("They have worked there from March to date.", ["2010-03/2010-06-16"]),
        ("They will meet between now and 21 June.", ["2010-06-16/2010-06-21"]),
        ("A letter from 1998 says so.", []),
        ("- Works – closed 1988\n- 2003: Sold", []),
        ("Exports grew 5 percent from a year earlier.", []),
        ("It has been shut since a year ago.", ["2009/.."]),
        ("A barn dating from 1850 burned.", []),
        ("He taught there from 1998.", ["1998/.."]),
        ("It opens on 3 May 2010 and after that it closes.", []),
        ("He was its head from 1925 until his death in 1934.", ["1925/1934"] * 2),
        ("He walked from 1925, until rain came in 1934.", ["1925/.."]),
        ("It lasted from 1934 until the peace of 1925.", ["1934/.."]),
        ("She died on 17 or 18 January 1945.", ["1945-01-17/1945-01-18"] * 2),
        ("Inspectors came on 25 and 26 October 2004.", ["2004-10-25/2004-10-26"] * 2),
        ("Inspectors came on 24, 25 and 26 October 2004.", []),
        ("It was built in 1451 and 1452.", []),
        ("It was built in 1451 or 1452.", ["1451/1452"] * 2),
        ("She comes on 3 May or 9 June 2004.", []),
        ("They came on 25 and 26 October 2004.", ["2004-10-25/2004-10-26"] * 2),
        ("They came on 24, 25 and 26 October 2004.", []),
        ("They came on Tuesday or Wednesday.", []),
        ("They came between 3 and 4 May 2004.", ["2004-05-03/2004-05-04"] * 2),
    ],
)
def test_a_preposition_opens_or_closes_a_range(text, expected):
    assert ranges(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The town has changed since the 1999 flood.",
        "Nobody has seen him since the 2004 election.",
        "It was built before the 1931 fire.",
    ],
)
def test_a_year_that_names_a_thing_dates_no_range(text):
    assert ranges(text) == []


def test_two_days_of_this_month_share_the_month_and_not_only_its_year():
    text = "The shop is shut from 4 to 22 this month."
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    language = languages.language("en")
    found = resolve.dated(document, tag.expressions(document, language), language, edtf.parse("2010-06-16"))
    assert [edtf.text(one.when) for one in found.timexes if isinstance(one, Dated)] == [
        "2010-06-04",
        "2010-06-22",
    ]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Er war von 1925 bis zu seinem Tod im Jahr 1934 Direktor.", "1925/1934"),
        ("fr", "Il fut directeur de 1925 jusqu'à sa mort en 1934.", "1925/1934"),
        ("es", "Fue director desde 1925 hasta su muerte en 1934.", "1925/1934"),
        ("sq", "Ishte drejtor nga viti 1925 deri në vdekjen më 1934.", "1925/1934"),
        ("sr", "Od 1974. do penzije 1984. letela je.", "1974/1984"),
        ("de", "Er starb am 3. oder 4. Mai 1901.", "1901-05-03/1901-05-04"),
    ],
)
def test_from_one_to_what_was_at_the_other(code, text, expected):
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), code)
    language = languages.language(code)
    found = resolve.dated(document, tag.expressions(document, language), language, None)
    assert {edtf.text(one.range.when) for one in found.timexes if isinstance(one, Dated) and one.range} == {
        expected
    }
