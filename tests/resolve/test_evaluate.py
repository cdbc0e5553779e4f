"""What phrases mean: by example in news and in histories, and by laws over anchors that are intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import algebra, edtf
from timeline.times import when as w
from timeline.times.when import Date, Grain, Interval, Qualifier

ENGLISH = language("en")
RELATIVE = (
    "yesterday",
    "last week",
    "last month",
    "this year",
    "next year",
    "three days ago",
    "25 years ago",
    "last summer",
    "on 3 May",
    "in October",
    "last Tuesday",
    "in the past decade",
    "late last year",
    "the first week of last month",
    "on Christmas Day",
)
DAYS = st.integers(w.day(1900, 1, 1).start, w.day(2100, 1, 1).start)


def read(text, written):
    document = Document(DocumentId("a text"), text, (), "en")
    return resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, written).timexes


def dates(text, written="2010-06-16"):
    timexes = read(text, edtf.parse(written) if written else None)
    return [edtf.text(one.when) if isinstance(one, Dated) else one.value for one in timexes]


@given(st.sampled_from(RELATIVE), DAYS, st.integers(0, 400), st.integers(0, 400))
def test_an_interval_s_answer_contains_the_answer_for_every_day_in_it(phrase, first, size, at):
    text = f"It happened {phrase}."
    whole = read(text, algebra.interval(Date(first, Grain.DAY), Date(first + size, Grain.DAY)))
    one = read(text, Date(first + min(at, size), Grain.DAY))
    assert algebra.covers(whole[0].when, one[0].when)


@given(st.sampled_from(RELATIVE), DAYS)
def test_an_open_interval_s_answer_does_too(phrase, first):
    text = f"It happened {phrase}."
    whole = read(text, Interval(Date(first, Grain.DAY), w.Limit.OPEN))
    one = read(text, Date(first + 100, Grain.DAY))
    if isinstance(whole[0], Dated):
        assert algebra.covers(whole[0].when, one[0].when)


@given(st.integers(1, 90), st.sampled_from(("days", "weeks", "months", "years")), DAYS)
def test_so_long_ago_lies_so_far_back(number, unit, day):
    (one,) = read(f"It began {number} {unit} ago.", Date(day, Grain.DAY))
    grain = {"days": Grain.DAY, "weeks": Grain.WEEK, "months": Grain.MONTH, "years": Grain.YEAR}[unit]
    if grain is Grain.WEEK:  # about that day
        assert one.when == Date(day - 7 * number, Grain.DAY, Qualifier.APPROXIMATE)
    else:
        assert w.unit(algebra.moved(w.unit(day, grain).start, grain, -number), grain) == one.when


@pytest.mark.parametrize("phrase", RELATIVE)
def test_nothing_is_dated_by_today_s_clock(phrase):
    assert not [one for one in read(f"It happened {phrase}.", None) if isinstance(one, Dated)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met them on Tuesday.", ["2010-06-15"]),
        ("He will meet them on Tuesday.", ["2010-06-22"]),
        ("A dividend payable Dec. 7 to holders.", ["2010-12-07"]),
        ("The rule takes effect June 1.", ["2010-06-01"]),
        ("It was sold in November.", ["2009-11"]),
        ("Two days before Christmas 2009 it burned.", ["2009-12-23"]),
        ("In the late 1990s.", ["1997~/1999~"]),
        ("In the early 5th century BC.", ["-0499~/-0467~"]),
        ("In early 2008.", ["2008-01~/2008-04~"]),
        ("Sales for the year ended 31 March were up.", ["P1Y", "2010-03-31"]),
        ("Over the past decade the port grew.", ["2000-06-16/2010-06-15"]),
        ("Expect rain today and Thursday.", ["2010-06-16", "2010-06-17"]),
        ("They warned of storms Wednesday and Thursday.", ["2010-06-16", "2010-06-17"]),
        (
            "It came 65 years after the treaty of 29 November 1945. On Monday it ended.",
            ["P65Y", "1945-11-29", "2010-06-14"],
        ),
        (
            "It starts on 3 August 2011. The judge retires at the end of the month.",
            ["2011-08-03", "2010-06-21~/2010-06-30~"],
        ),
        ("Late last week it rained.", ["2010-06-10~/2010-06-13~"]),
        ("Early next week it will rain.", ["2010-06-21~/2010-06-23~"]),
        ("Earlier this month it rained.", ["2010-06-01/2010-06-15"]),
        ("Later this month it will rain.", ["2010-06-16/2010-06-30"]),
        ("She will be back within ten days.", ["2010-06-16/2010-06-26"]),
        ("From this Friday to this Monday.", ["2010-06-18", "2010-06-21"]),
        ("In mid-May 2008.", ["2008-05-11~/2008-05-20~"]),
        ("About 1850.", ["1850~"]),
        ("In the winter of 2008.", ["2008-24"]),
        ("On Sunday, 17 February 2008.", ["2008-02-17"]),
        ("On 30 February 2008.", ["2008-02-30"]),
    ],
)
def test_in_news(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned on Monday. In March 1999 it was bought; in July it was sold.", "1999-07"),
        (
            "The mill burned on Monday. It was bought in December 1999. On 4 February it was sold.",
            "2000-02-04",
        ),
        ("The mill was founded in 1994 and in July it was sold.", "1994-07"),
        ("The mill was founded in 1994. In May it was sold.", "2010-05"),
        ("The mill was bought in March 1999. It burned on Monday. In May it was insured.", "2010-05"),
        ("In 1999 the mill was bought. In May it was sold.", "1999-05"),
        ("In 1999 the mill was bought. It did well. It was let. In May it was sold.", "2010-05"),
        ("In March 1999 he drank a wine, made in 1975, and in July he sold it.", "1999-07"),
        ("The mill was bought in May last year, and sold in July.", "2009-07"),
        ("It was announced in January 1999. He came on the first Sunday in February.", "1999-02-07"),
        # what was to come, when that was said
        ("In 2009 it was to move. The move was planned for August, then postponed to October.", "2009-10"),
        ("In 2009 it was sold. It will move in October.", "2010-10"),
        (
            "On Friday they found that a bolt, replaced in March, had broken. They stopped it the same day.",
            "2010-06-11",
        ),
        ("The mill was bought in March 1999.\n\nIn May it was insured.", "2010-05"),
        ("The mill was bought in March 1999. It will be sold in July.", "2010-07"),
    ],
)
def test_where_news_looks_back_its_months_go_on_from_the_year_it_said(text, expected):
    assert dates(text)[-1] == expected


def test_a_text_that_says_this_year_and_the_last_is_no_history():
    said = "It met in March 2009, May 2009, March 2010, in 2009 and in 2010, and for the first time in 1950. "
    assert dates(said + "\n\nIt was sold in December.")[-1] == "2009-12"


def test_a_history_that_comes_to_the_day_of_writing_goes_on_from_there():
    years = "It was built in 1950, sold in 1960, in 1970, in 1980 and in 1990. "
    told = years + "In 1991 it burned. This month the gates were shut. On June 10 engineers came."
    assert dates(told)[-1] == "2010-06-10"


def test_what_is_told_on_a_day_is_not_the_story():
    told = "The bridge fell on Monday, the mayor said on Tuesday. "
    assert dates(told + "Two days later the river rose.")[2] == "2010-06-16"
    assert dates(told + "A day earlier he was in Rome.")[2] == "2010-06-14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In May 1923 the line opened. In July a second followed. In December of the same year both were closed.",
            ["1923-05", "1923-07", "1923-12"],
        ),
        (
            "He was detained on 30 November 1918. On 4 February he was released, and the next day he left.",
            ["1918-11-30", "1919-02-04", "1919-02-05"],
        ),
        (
            "In March 1951 they crossed the river, a plan drawn up in 1937. In April they held the town.",
            ["1951-03", "1937", "1951-04"],
        ),
        (
            "He was detained on 30 November 1918. Two weeks later he was freed.",
            ["1918-11-30", "1918-12-14~"],
        ),
        ("In 490 BC they sailed. Ten years later they came again.", ["-0489", "-0479"]),
        (
            "== 1942 ==\n\nIn January they reached the pass. On the 14th it snowed.",
            ["1942", "1942-01", "1942-01-14"],
        ),
    ],
)
def test_in_a_history(text, expected):
    assert dates(text, written=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 3 to 9 May 2008", "2008-05-03/2008-05-09"),
        ("from November to February", "2009-11/2010-02"),
        ("between 1820 and 1823", "1820/1823"),
        ("since 2019", "2019/.."),
        ("until May 2008", "../2008-05"),
        ("after 2018", "2019-01-01/.."),
    ],
)
def test_ranges(text, expected):
    ranges = {
        one.range for one in read(f"It was shut {text}.", edtf.parse("2010-06-16")) if isinstance(one, Dated)
    }
    assert [edtf.text(one.when) for one in ranges if one is not None] == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "assumed"),
    [
        ("Signed on 03/04/2008.", "2008-03-04", ("order",)),
        ("Signed on 03/04/2008, sealed on 25/04/2008.", "2008-04-03", ()),
        ("Signed on 03/04/2008, sealed on 04/25/2008.", "2008-03-04", ()),
        ("Signed on 03/04/2008, sealed on 25/04/2008 and 04/26/2008.", "2008-03-04", ("order",)),
        ("Signed on 03/03/2008.", "2008-03-03", ()),
    ],
)
def test_a_text_s_own_dates_tell_whether_the_day_comes_first(text, expected, assumed):
    first, *_ = read(text, edtf.parse("2010-06-16"))
    assert (edtf.text(first.when), first.assumed) == (expected, assumed)
    assert ("other dates" in first.steps[0]) is (not assumed and "03/04" in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pilots called a two-day strike for Friday.", "2010-06-18"),
        ("The council convened a special session for Monday.", "2010-06-21"),
        ("The pilots called off their strike on Friday.", "2010-06-11"),
    ],
)
def test_what_is_called_for_a_weekday_is_to_come(text, expected):
    assert dates(text)[-1] == expected


STORY = "Founded in 1924. Moved in 1931. Burnt in 1940. Rebuilt in 1951. Sold in 1960. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hall will be let in February.", "2011-02"),
        ("The hall was let in February.", "1960-02"),
        ("It would be let in February.", "1960-02"),
    ],
)
def test_what_will_be_is_ahead_of_the_writing_not_of_the_story(text, expected):
    assert dates(STORY + text)[-1] == expected


def test_a_story_does_not_come_to_what_it_looks_back_to():
    story = STORY + "On 3 May 1961 it shut. No rent had been paid since April 1958. It was sold in July."
    assert dates(story)[-1] == "1961-07"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left 2 years, 1 month and 11 days ago.", "2008-05-05"),
        ("They left one year and two months ago.", "2009-04"),
        ("In May 1920 it opened; two years and three months later it closed.", "1922-08"),
        ("They left two Sundays ago.", "2010-06-06"),
        ("They left on Monday two weeks ago.", "2010-05-31"),
        ("They will meet on the next working day.", "2010-06-17"),
        ("They will rest for the rest of the week.", "2010-06-16/2010-06-20"),
        ("Sales in the year to date fell.", "2010-01-01/2010-06-16"),
        ("They will leave two weeks from today.", "2010-06-30"),
        ("On 12 May 45 people were hurt.", "2010-05-12"),
        ("It rained in the first ten days of May 2009.", "2009-05-01/2009-05-10"),
        ("It rained in the last two weeks of 2009.", "2009-12-21/2010-01-03"),
        ("It rained over the past fortnight.", "2010-06-02/2010-06-15"),
        ("She came on Monday and left on the 15th, tired.", "2010-06-15"),
    ],
)
def test_distances_and_rests(text, expected):
    assert dates(text)[-1] == expected


def test_a_compound_distance_tells_all_its_steps():
    first, *_ = read("They left 2 years and 1 month ago.", edtf.parse("2010-06-16"))
    assert "two years and one month before the text was written" in first.steps[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This Wednesday we will sail.", "2010-06-23"),
        ("This Wednesday we sailed.", "2010-06-16"),
        ("It will open this Saturday.", "2010-06-26"),
    ],
)
def test_this_weekday_said_on_a_sunday_is_to_come_unless_the_verb_looks_back(text, expected):
    assert dates(text, "2010-06-20") == [expected]


def test_nobody_knows_the_day_three_days_after_the_middle_of_a_month():
    told = "In mid-January 1643 a convoy came. Three days later it left. It was back on the 29th."
    assert dates(told, None) == ["1643-01-11~/1643-01-20~", "XXXX-XX-XX", "1643-01-29"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day of the month that was said, not of the one in which the page was published
        ("On 3 October 1642 the siege began. On the 15th they attacked.", "1642-10-15"),
        # a history need not be long, if nothing in it is of the day of writing
        ("It began on 3 October 1642.\n\nIt ended on 9 May 1643.\n\nIn June they left.", "1643-06"),
        (
            "It began on 3 October 1642.\n\nIt ended on 9 May 1643.\n\nOn Monday he rose. In May they left.",
            "2010-05",
        ),
        # bare years are in every account of a company
        ("It was founded in 1994 and sold in 2003.\n\nIn May it was insured.", "2010-05"),
        # the day of publication over a long history
        (
            "16 June 2010\n\nIn 1801, 1809, 1811, 1820 and 1830 it burned. In May 1850 it rose. In June it fell.",
            "1850-06",
        ),
    ],
)
def test_a_history_that_was_published_leans_on_its_story(text, expected):
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    "text", ["The lender has asked for its return by April.", "The bank demanded repayment by April."]
)
def test_by_when_something_is_asked_for_lies_ahead(text):
    assert dates(text) == ["2011-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was arrested on 1 May and released on the 4th.", ["2010-05-01", "2010-05-04"]),
        ("It was sold in May. On the 9th it burned.", ["2010-05", "2010-05-09"]),
        ("It was sold on 9 May.\n\nIt burned on the 4th.", ["2010-05-09", "2010-06-04"]),
    ],
)
def test_a_day_without_its_month_is_of_the_one_just_said(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a history tells of had been when it was written
        ("In May 1999 it burned. In June 2001 it rose. In March 2010 it fell. In December it was sold.", "2009-12"),
        # what it says will be, or puts in brackets, does not move it
        ("In May 1999 it burned. In June 2001 it fell and will be rebuilt by May 2030. In July it was sold.", "2001-07"),
        ("In May 1999 it burned. In June 2001 sales rose (June 1998: 20). In July it was sold.", "2001-07"),
    ],
)  # fmt: skip
def test_what_does_not_move_a_history(text, expected):
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [  # written on Wednesday 16 June 2010
        ("We need another four thousand by the end of July.", "2010-07-21~/2010-07-31~"),
        ("The roof could take till October.", "2010-10"),
        ("She wishes to retire in August.", "2010-08"),
        ("The grant is lost if work did not start by October.", "2010-10"),
        ("On Friday, if the bridge is open, we take the bus.", "2010-06-18"),
        ("A hearing has been set for 12 January.", "2011-01-12"),
        ("A hearing had been set for 12 January.", "2010-01-12"),
        ("The fair is on 24 July; there is a dance the Saturday before.", "2010-07-17"),
        ("He died two years ago this month.", "2008-06"),
        # overnight looks up from the writing, where it is not the night that followed what was told
        ("He was told on Sunday. The works were searched overnight.", "2010-06-16"),
        ("The storm came on Tuesday. They worked overnight.", "2010-06-15"),
        # the end of the year that was told of
        ("It was put off in June 2008, and then again to the end of the year.", "2008-09~/2008-12~"),
        ("* 2004: In March it was said that the mill will close at the end of the year.", "2004-09~/2004-12~"),
    ],
)  # fmt: skip
def test_what_news_looks_ahead_to(text, expected):
    assert dates(text)[-1] == expected
