"""Which side of the day of writing a weekday or month lies on, told by the verb of its own clause. Written on a Wednesday."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.times import edtf

ENGLISH = language("en")


def dates(text):
    document = Document(DocumentId("a text"), text, (), "en")
    timexes = resolve.dated(
        document, tag.expressions(document, ENGLISH), ENGLISH, edtf.parse("2010-06-16")
    ).timexes
    return [edtf.text(one.when) for one in timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The offer expires Tuesday.", "2010-06-22"),
        ("New swings were ordered on Friday and will be fitted soon.", "2010-06-11"),
        ("The unions called on the firm to pay by Friday.", "2010-06-18"),
        ("The talks, which open Friday, were postponed twice.", "2010-06-18"),
        ("The film opens in Paris on Friday.", "2010-06-18"),
        ("The trial begins Monday, the court said.", "2010-06-21"),
        ("The disputed election is Sunday.", "2010-06-20"),
        ("The minister said he would resign Monday.", "2010-06-21"),
        ("They were planning to march on Saturday.", "2010-06-19"),
        ("The club planned a large party in the park on Saturday.", "2010-06-19"),
        ("The court has scheduled a hearing for Monday.", "2010-06-21"),
        ("The team might arrive as soon as Tuesday, the manager said.", "2010-06-22"),
        ("He announced that she would be travelling to the United States Thursday.", "2010-06-17"),
        ("They agreed to repay half of the loan by February.", "2011-02"),
        ("They can take part in planning for the fair in April.", "2011-04"),
        ("She will attend Sunday's summit.", "2010-06-20"),
        ("He will meet them in London, on Friday, officials said.", "2010-06-18"),
        ("A museum to be opened Saturday.", "2010-06-19"),
        ("It signed an agreement to buy a mill near Leeds in January.", "2011-01"),
        ("It said it expected the sale to close in January.", "2011-01"),
        ("They leave for home on Friday.", "2010-06-18"),
        ("Please send your answer by 3 March.", "2011-03-03"),
        ("It would be paid on a still unspecified date in January.", "2011-01"),
        ("The mill will close in the first quarter.", "2011-33"),
    ],
)
def test_ahead(text, expected):
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said Monday he would resign.", "2010-06-14"),
        ("The agency on Sunday issued a warning to those who plan to travel.", "2010-06-13"),
        ("The offer had been due to expire Friday.", "2010-06-11"),
        ("The plan approved Friday will cut jobs.", "2010-06-11"),
        ("On Friday, when he put off his plans for the holiday, it rained.", "2010-06-11"),
        ("He will appeal, but on Friday the court ruled against him.", "2010-06-11"),
        ("They will look for ways to get around Monday's ruling.", "2010-06-14"),
        ("The move follows Tuesday's letter, which will please them.", "2010-06-15"),
        ("Because of a planned strike, trains stopped on Monday.", "2010-06-14"),
        ("It rained in august; more will follow.", "2009-08"),
        ("The house was sold in May. In June the council will vote.", "2010-05"),
        ("The firm, which in March agreed to buy a rival, closed a mill.", "2010-03"),
        ("It is near its record high set on Aug. 6.", "2009-08-06"),
        ("It will report first-quarter results on Friday.", "2010-33"),
        ("It expects a net loss for the first quarter.", "2010-33"),
    ],
)
def test_behind(text, expected):
    assert dates(text)[0] == expected


def test_whose_figures_they_are_ends_no_range():
    assert dates("After the change on Friday to December's figures, shares fell.") == [
        "2010-06-11",
        "2009-12",
    ]


def test_two_in_one_sentence():
    assert dates("She will speak Thursday, the club said Tuesday.") == ["2010-06-17", "2010-06-15"]
    assert dates("Ahead of Friday's vote, he spoke on Tuesday.") == ["2010-06-18", "2010-06-15"]
    assert dates("The board will meet on Friday to review what was decided Monday.") == [
        "2010-06-18",
        "2010-06-14",
    ]
    assert dates("It will meet on Thursday and Friday, officials said.") == ["2010-06-17", "2010-06-18"]
    assert dates("He told them Tuesday that the plant will close in March.") == ["2010-06-15", "2011-03"]


def test_a_date_may_open_its_sentence():
    assert dates("The house was sold in May. Sunday will be dry.") == ["2010-05", "2010-06-20"]


def test_a_quarter_ends_on_the_day_that_is_said():
    # on that day, whatever the calendar's quarters: the three months before it
    assert dates("In the quarter ended May 31, sales rose.") == ["2010-03/2010-05", "2010-05-31"]
    assert dates("Profit for the fourth quarter ended April 30 fell from a year earlier.") == [
        "2010-02/2010-04",
        "2010-04-30",
        "2009-36",
    ]
    assert dates("It lost money in the half ended March 31.") == ["2009-10/2010-03", "2010-03-31"]
