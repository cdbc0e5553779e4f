"""Years that a heading, or the head of a line, gives to the dates below."""

import pytest

from timeline import read, resolve, tag
from timeline.languages import language
from timeline.model.document import DocumentId, Metadata
from timeline.model.expression import Dated
from timeline.times import edtf

ENGLISH = language("en")
CASE = """# The mill before the court

Compiled by the clerk. Version of 30 June 2021.

## Trial, 2014

### 3 May

The trial opened. The next day the owner spoke.

### 5 and 6 June

They saw the mill. The miller told of his letter of 9 July 2011. The next day he left. A week later it rained.

## Talks

In March they met.

## Why the mill of 2016 was never insured at all

In May they met again.
"""


def dates(text, name="case.md"):
    document = read.document(DocumentId(name), text.encode(), Metadata(language="en")).value
    found = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, edtf.parse("2021-06-30"))
    return {
        one.expression.text: edtf.text(one.when) for one in found.timexes if isinstance(one, Dated)
    }, found.timexes


def test_headings_of_days_stand_below_a_heading_of_their_year():
    found, _ = dates(CASE)
    assert found["3 May"] == "2014-05-03"
    assert (found["5"], found["6 June"]) == ("2014-06-05", "2014-06-06")
    assert found["A week later"] == "2014-06-14~"


def test_a_date_that_says_which_letter_is_meant_moves_no_day():
    _, timexes = dates(CASE)
    assert [edtf.text(one.when) for one in timexes if one.expression.text == "The next day"] == [
        "2014-05-04",
        "2014-06-07",
    ]


def test_the_next_heading_ends_it_and_a_headline_is_none():
    found, _ = dates(CASE)
    assert found["March"] == "2021-03"
    assert found["May"] == "2021-05"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- **1902** – It burns down in February. Work starts again in the autumn.",
            ["1902", "1902-02", "1902-23"],
        ),
        ("1902: Work starts again in May; it opens in July.", ["1902", "1902-05", "1902-07"]),
        ("1902. In May the mill opens.", ["1902", "1902-05"]),
        ("1902 brought rain. In October the mill will be let.", ["1902", "2021-10"]),
    ],
)
def test_the_head_of_an_entry_holds_for_all_of_it(line, expected):
    found, _ = dates(f"# The mill\n\nOur history.\n\n{line}\n")
    assert list(found.values()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Annual report 2007 of the mill\n\nIn May the roof fell.", "2007-05"),
        ("Annual report 2007 of the mill\n\nIt was sold in 2001. In May the roof fell.", "2007-05"),
        ("Annual report 2007 of the mill\n\nIt was sold in March 2001 and let in May.", "2001-05"),
        ("Annual report 2007 of the mill\n\nThe roof will be mended in August.", "2021-08"),
        ("Annual report 2006/07\n\nThe year ended 31 March 2007 was wet. In May the roof fell.", "2006-05"),
        ("Annual report 2006/07\n\nThe year to 31 March 2007 was wet. In January it rained.", "2007-01"),
        ("Annual report 2007\n\nThe year to June 2007 was wet. In July the roof fell.", "2006-07"),
        (
            "Annual report 2007\n\nIt closed in May. After the year-end, on 22 March, the roof fell.",
            "2008-03-22",
        ),
        ("Annual report 2007\n\nIt was voted in October. It would take effect on 1 March.", "2008-03-01"),
        ("Annual report 2007\n\nIt was voted in July. It would take effect on 1 July.", "2008-07-01"),
        ("The mill in 2007\n\nIn May the roof fell.", "2021-05"),
        ("Annual report 2006 and 2007\n\nIn May the roof fell.", "2021-05"),
    ],
)
def test_an_annual_report_is_of_its_year(text, expected):
    last = dates(text)[1][-1]
    assert edtf.text(last.when) == expected


DIARY = """# A keeper's log

## March 1888

**4 March.** The boat came. She had sailed yesterday.

**9 March.** Two men went down the cliff last night. Half rations from tomorrow. The gale went on.

**10 March.** Calm at noon.
"""


def test_the_day_before_is_counted_from_the_day_that_heads_the_entry_of_a_diary():
    found, _ = dates(DIARY)
    assert (found["yesterday"], found["last night"], found["tomorrow"]) == (
        "1888-03-03",
        "1888-03-08",
        "1888-03-10",
    )
    assert found["noon"] == "1888-03-10"


def test_two_days_at_the_head_of_lines_are_no_diary():
    found, _ = dates(DIARY.replace("**10 March.** ", ""))
    assert found["last night"] == "2021-06-29"


LOG = """# Log of the Ravn

## November 1923

### Tuesday 13 November

The lamp went out. On 3 May 1917 it had burned.

### 14 November, evening

Last night a trawler struck us. This morning the mate went down. It stands to this day.
"""


def test_lines_that_are_a_day_head_what_is_below_them_and_go_on_from_each_other():
    found, _ = dates(LOG)
    assert (found["Tuesday 13 November"], found["14 November"]) == ("1923-11-13", "1923-11-14")
    assert (found["Last night"], found["This morning"]) == ("1923-11-13", "1923-11-14")


def test_one_line_that_is_a_day_heads_no_diary():
    found, _ = dates(LOG.replace("Tuesday 13 November", "The lamp"))
    assert found["Last night"] == "2021-06-29"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Annual report 2017\n\nIn 2015 the roof had been declared unsafe. It was mended in October.", "2017-10"),
        ("en", "Vital statistics 2017\n\nUntil 1975 few married late. Most deaths were in January.", "2017-01"),
        ("en", "The year 2017 in the valley\n\nTwo schools were closed in July.", "2017-07"),
        ("en", "Vital statistics 2017\n\nThe next survey will be made in October.", "2018-10"),
        ("en", "Road casualties in Ashby, 2017\n\nUntil 1975 it was more. The worst month was July.", "2017-07"),
        ("de", "Jahresbericht 2017\n\nBis 1975 waren es mehr. Die meisten starben im Januar.", "2017-01"),
        ("fr", "Bilan 2017\n\nLe nombre de décès a été le plus élevé en janvier.", "2017-01"),
        ("sr", "Godišnji izveštaj za 2017. godinu\n\nBroj umrlih bio je najveći u januaru.", "2017-01"),
    ],
)  # fmt: skip
def test_a_page_about_a_year_gives_its_months_that_year(code, text, expected):
    words = language(code)
    document = read.document(DocumentId("page.txt"), text.encode(), Metadata(language=code)).value
    found = resolve.dated(document, tag.expressions(document, words), words, edtf.parse("2018-05-01"))
    assert [edtf.text(one.when) for one in found.timexes if isinstance(one, Dated)][-1] == expected
