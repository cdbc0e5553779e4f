"""What "that year", "two years later", "the following decade" point back to: the date said last that they can mean."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf


def last(text, written=None, code="en"):
    """The last date of a text."""
    words = language(code)
    document = Document(DocumentId("a text"), text, (), code)
    given = edtf.parse(written) if written else None
    timexes = resolve.dated(document, tag.expressions(document, words), words, given).timexes
    return [edtf.text(one.when) if isinstance(one, Dated) else one.value for one in timexes][-1]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        # the date of a clause about a noun, in news that tells of no other year
        (
            "A letter came on 19 October 2012. A claim, made in May 2015, was looked into by Okoro, who was cleared that December.",
            "2016-10-07",
            "2015-12",
        ),
        # but not where the paragraph tells of a year that it may not follow
        (
            "The bank closed in January 1979. The team, named in 1938, left in September the same year.",
            "1997-11-12",
            "1979-09",
        ),
        # of a history, where what is said of a noun is the newest
        (
            "The bridge was opened in 1902. The tower, begun in 1905, was finished two years later.",
            None,
            "1907",
        ),
        (
            "In 1946 the mill, built in 1831, was sold; the same year the railway closed.",
            None,
            "1946",
        ),
        # the year of an event that a clause was at
        (
            "In June 1944 she was in Lorne. She was named in the birthday honours of 1946.\n\nShe left the same year.",
            None,
            "1946",
        ),
        # in the name of a prize, within its sentence
        ("She won the Holt Prize of 1931 and was elected to the academy two years later.", None, "1933"),
        # in brackets, and beside a title
        (
            "In 1912 she joined the firm of Holt (founded in 1877 and closed the following year).",
            None,
            "1878",
        ),
        ("In 1946 the firm bought the mill (built in 1831). The following year it was sold.", None, "1947"),
        # telling moves no year
        (
            "Profit rose to 3 million in 2014, the firm said on Friday, from 2 million a year earlier.",
            "2015-03-01",
            "2013",
        ),
        # nor does what a figure is compared with
        (
            "The share was 9 per cent in 2020, up 6 per cent on 2012. By train it was 3, compared with 2 ten years earlier.",
            "2021-06-01",
            "2010",
        ),
        # nor what had been earlier than the date of its own sentence
        (
            "It was built in 1927 by Loft, who had come three years earlier. It opened on 28 November of that year.",
            None,
            "1927-11-28",
        ),
        # of a year, the spring that follows is in the next; the winter begins in its own
        ("He joined the board in 1908. The following spring he left.", None, "1909-21"),
        ("He joined the board in 1908. The following winter he left.", None, "1908-24"),
        # of a month long before, the next one is meant
        ("He left on 24 November 1908, and that January he came back.", None, "1909-01"),
        ("He left in April 1908, and that January he had been ill.", None, "1908-01"),
        # decades
        ("A pact was made in 1930. Throughout the following decade nothing came of it.", None, "193X"),
        ("A pact was made in 1932. In the following decade nothing came of it.", None, "1933~/1942~"),
        ("Trade grew in the 1920s. In the following decade it fell by half.", None, "193X"),
    ],
)
def test_a_word_that_points_goes_back_to_what_it_can_mean(text, written, expected):
    assert last(text, written) == expected


HISTORY = (
    "In 1901 the pool was dug. In 1907 it was tiled, in 1911 roofed, in 1930 sold. In May 1932 it was shut. "
)


def test_what_is_usual_in_a_season_after_another_is_of_no_year():
    said = HISTORY + "\n\nThe season usually begins in December of the previous year."
    assert last(said) == "XXXX-12"
    assert last(HISTORY + "\n\nThe eggs are usually kept until the following spring.") == "XXXX-SP"
    assert last(HISTORY + "It was opened again the following spring.") == "1933-21"
    assert last(HISTORY + "\n\nThe eggs may be kept there until the following spring.") == "XXXX-SP"
    assert last(HISTORY + "\n\nOn 25 January, Loft's birthday is celebrated.") == "XXXX-01-25"


def test_a_main_clause_brings_a_story_to_its_month_however_far():
    assert last(HISTORY + "It was bought by Holt in May 1949. In June it burned.") == "1949-06"


def test_a_heading_begins_a_story_anew():
    said = "Ada Strand (1821 – 1894) was a surveyor. She died in 1894 and lies in Norrby.\n\nEarly life\n\n"
    assert last(said + "Strand built a lighthouse for Lorne in 1846. She sailed in March.") == "1846-03"


def test_a_finite_verb_behind_an_insertion_is_the_main_one():
    said = (
        HISTORY
        + "\n\nThe vote, along with that for the council, took place in August 1949, but was contested."
    )
    assert last(said + " Two months later it was held again.") == "1949-10"


def test_the_comma_of_a_number_encloses_no_date():
    said = "The mill closed in 1931. Of the 9,165 people there in July 1935, most were old. That year a school opened."
    assert last(said) == "1935"


def test_a_word_that_points_does_so_in_other_languages():
    german = "Das Haus wurde 1927 von Karl Treska gebaut, der drei Jahre zuvor gekommen war. Es öffnete am 28. Mai jenes Jahres."
    assert last(german, code="de") == "1927-05-28"
    french = "La salle fut bâtie en 1927 par Jean Treska, rentré trois ans plus tôt. Elle ouvrit le 28 mai de cette année-là."
    assert last(french, code="fr") == "1927-05-28"


def test_it_says_what_it_points_to():
    document = Document(
        DocumentId("a text"),
        "She won the Holt Prize of 1931 and was elected to the academy two years later.",
        (),
        "en",
    )
    english = language("en")
    found = resolve.dated(document, tag.expressions(document, english), english, None).timexes[-1]
    assert found.steps == (
        '"two years later" is two years after the date the text was telling of',
        "the text was telling of 1931",
        "so 1933",
    )
