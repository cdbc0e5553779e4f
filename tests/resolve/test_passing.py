"""Dates said in passing, and quotations in a history: what the story does not come to."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

ENGLISH = language("en")


def dates(text, written=None):
    document = Document(DocumentId("a text"), text, (), "en")
    given = edtf.parse(written) if written else None
    timexes = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, given).timexes
    return [edtf.text(one.when) if isinstance(one, Dated) else one.value for one in timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # in the name of a thing
            "In June 1811 the town fell. Adler, who had led the May 1809 rising, was shot. In August the army left.",
            ["1811-06", "1809-05", "1811-08"],
        ),
        (  # the end of what a clause tells
            "On 20 October 1811 a siege began that lasted until February 1812. By the start of July they had crossed.",
            ["1811-10-20", "1812-02", "1811-07-01~/1811-07-10~"],
        ),
        (  # the next full date shows that the year has not turned
            "In December 1811 the council met. In the early summer the fleet sailed, and it took Lom on 17 June 1811.",
            ["1811-12", "1811-06~", "1811-06-17"],
        ),
        (  # a day's night, not that of a year said in passing
            "On 12 May 1811 they took the fort, built in 1709. That night it burned. Two days later they left.",
            ["1811-05-12", "1709", "1811-05-12", "1811-05-14"],
        ),
    ],
)
def test_a_story_does_not_come_to_it(text, expected):
    assert dates(text) == expected


def test_a_date_that_names_something_opens_no_aside():
    text = "Since the August 1988 truce trade had grown. On May 2 the border was shut."
    assert dates(text, "1990-06-15")[-1] == "1990-05-02"


def test_a_speaker_in_a_history_speaks_on_the_day_it_has_come_to():
    text = (
        "The fort fell on 14 January 1844. In 1850 a road was built, in 1851 a bridge, in 1852 a mill and in 1860 a dam."
        ' On 2 February 1861 the mayor spoke. "Today," he said, "we bury our dead. Two years ago we were half a million."'
    )
    for written in (None, "2009-12-19"):
        assert dates(text, written)[-2:] == ["1861-02-02", "1859"]


def test_why_a_speaker_is_dated_so():
    text = 'On 2 February 1861 the mayor spoke. "Today," he said, "we bury our dead."'
    document = Document(DocumentId("a text"), text, (), "en")
    timexes = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH).timexes
    assert timexes[1].steps == (
        '"Today" is the day the text was telling of',
        "the text was telling of 2 February 1861",
        "so 2 February 1861",
    )


def test_a_length_that_is_all_that_is_said_lies_ahead():
    assert dates("In two weeks.", "2010-06-16") == ["2010-06-30~"]
    assert dates("Within three days", "2010-06-16") == ["2010-06-16/2010-06-19"]
    assert dates("Third fire in two weeks", "2010-06-16") == ["P2W"]


def test_a_weekday_of_a_story_that_has_come_to_a_month_is_open():
    text = (
        "They met in 1843, 1844, 1845, 1846, 1847, 1848 and 1849. In May 1850 it burned. They left on Sunday."
    )
    assert dates(text, "2009-12-19")[-1] == "XXXX-WXX-7"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The October Rising of 1817 failed.", ["1817-10", "1817"]),
        ("Nothing like the Ash Wednesday storm of March 1962 had come.", ["1962-03-07", "1962-03"]),
        ("The winter campaign of 1812 was hard.", ["1812-24", "1812"]),
        ("In October the crisis of 2008 deepened.", ["2012-10", "2008"]),
    ],
)
def test_what_is_named_by_its_month_has_the_year_that_is_said_of_it(text, expected):
    assert dates(text, "2012-11-13") == expected


def test_an_aside_that_has_gone_on_may_step_a_little_back():
    aside = "The mayor saw the dam on 9 May 1984. The plan was approved on 20 June. "
    letter = "In a letter of 30 May an engineer had warned of the rock. The work began on 4 August."
    assert dates(aside + letter, "1991-03-06")[-2:] == ["1984-05-30", "1984-08-04"]
    once = "The dam was approved on 20 June 1984. In a letter of 30 May an engineer warned of it."
    assert dates(once, "1991-03-06")[-1] == "1990-05-30"


def test_a_day_after_a_far_off_date_of_its_own_sentence_is_of_that_year():
    story = "The dam was begun on 3 May 1921. On 9 July 1922 it broke. The new one stood. "
    far = "After years of talk the engineers were to have come in December 1958; the visit was put off on 1 November."
    assert dates(story + far, "1960-02-01")[-2:] == ["1958-12", "1958-11-01"]
    aside = "The wall, raised after the August 1871 flood, held, and on 2 September it was praised."
    assert dates(story + aside, "1960-02-01")[-1] == "1922-09-02"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # what had been before
            "On 4 May 1904 the Alder sailed. She had been launched in 1871 and rebuilt in 1889. On 6 June she sank.",
            ["1904-05-04", "1871", "1889", "1904-06-06"],
        ),
        (  # what is only remembered, or spoken of
            "Lind came in 1931. He remembered the strike of 1912, when he was a boy. That autumn the mill was sold.",
            ["1931", "1912", "1931-23"],
        ),
        (
            "In 1838 the dam was built. A man said that the wall of 1821 had never been sound. By December it leaked.",
            ["1838", "1821", "1838-12"],
        ),
        (  # brackets, wherever in them it stands
            "In May 1968 they flew. They saw the rim (a probe had, on 23 August 1949, seen it first). On 2 June they landed.",
            ["1968-05", "1949-08-23", "1968-06-02"],
        ),
        (  # which of somebody's things
            "In 1904 the Alder sank. In her 1951 book Lind wrote of it. In March a buoy was laid.",
            ["1904", "1951", "1904-03"],
        ),
        (  # the subject of its sentence is what the story is of
            "In 1904 the Alder sank. The strike of 1912 closed the yard. In March it opened again.",
            ["1904", "1912", "1912-03"],
        ),
    ],
)
def test_a_history_stays_where_it_is(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 18 March the town celebrates its day.", "XXXX-03-18"),
        ("There is a 56% chance of snow at Christmas.", "XXXX"),
        ("The fair usually begins on 3 May.", "XXXX-05-03"),
        ("The fair was held every year on 3 May.", "XXXX-05-03"),
        ("On 18 March the tower fell.", "1981-03-18"),
        ("On 18 March it set sail; why is disputed.", "1981-03-18"),
        ("In 1984 the fair is on 3 May.", "1984-05-03"),
    ],
)
def test_what_is_so_every_year_is_of_none(text, expected):
    before = "The club was founded in 1902, moved in 1951 and built a hall in 1981.\n\n"
    assert dates(before + text)[-1] == expected


def test_what_is_so_every_year_is_of_none_in_news():
    assert dates("The fair is held every year on 3 May.", "2026-03-02")[-1] == "XXXX-05-03"
    assert dates("The fair opens on 3 May.", "2026-03-02")[-1] == "2026-05-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # main clauses, one after the other
        ("The club was founded in 1902, moved in 1951 and built a hall in 1981. In March it fell.", "1981-03"),
        ("In 1959 one line was closed, in 1968 the other. The last train ran on 12 July.", "1968-07-12"),
        ("She came in 1881.\n\nShe qualified as a teacher in 1909. In March she left.", "1909-03"),
        ("He sailed in 1909. During the great outbreak of 1924 he set traps, as was told in March.", "1924-03"),
        ("She taught in 1909, and in the early months of 1914 sailed for Hull. In August war came.", "1914-08"),
        # and others, which tell of something else
        ("In 1921 it was built by Holt, who died in 1926. In March it was opened.", "1921-03"),
        ("In 1921 the king pulled down the fine old hall of 1788. In March he built another.", "1921-03"),
        ("In 1921 it was built. The hall, burnt in 1788, was near. In March it was sold.", "1921-03"),
        ("In May 1940 it fell. The king would die in Rome in December 1942. On 10 June peace came.", "1940-06-10"),
        # what has been since a month of the year before
        ("In February 1940 they met. They had spoken of it since December.", "1939-12"),
        ("In February 1940 they met. They had spoken of it since January.", "1940-01"),
        # a feast by which something was so comes after what was told, but in the months that follow it
        ("On 4 May 1926 they struck. There was light by Christmas.", "1926-12-25"),
        ("In 1938 he came. In February 1940 they met. He had been gone by Christmas.", "1939-12-25"),
        # a summer that is any one
        ("In 1938 he told it.\n\nHe had built it in 1838, in one summer. His engineer left that autumn.", "1838-23"),
    ],
)  # fmt: skip
def test_the_year_a_history_has_come_to(text, expected):
    assert dates(text)[-1] == expected


def test_an_hour_on_a_day_without_its_month_goes_on_from_the_day_before():
    text = "On 11 April 1806 the cavalry came. By nightfall on the 13th the town was cut off. At dawn on the 14th it fell."
    assert dates(text) == ["1806-04-11", "1806-04-13", "1806-04-14"]


def test_a_day_without_its_month_goes_on_from_no_date_between_commas():
    text = "Mr Holt, who took over in May 2020, said that he had learned of it on the evening of the 18th."
    assert dates(text, "2022-11-25")[-1] == "2022-11-18"


def test_what_low_quotation_marks_open_the_high_ones_close():
    german = language("de")
    text = "Er las „Wind“ 1999, 2001, 2003, 2005 und 2008. Vor zwei Jahren starb er."
    document = Document(DocumentId("a text"), text, (), "de")
    found = resolve.dated(
        document, tag.expressions(document, german), german, edtf.parse("2018-10-08")
    ).timexes
    assert edtf.text(found[-1].when) == "2016"
