"""Dates in words."""

import pytest

from timeline.times import edtf
from timeline.times import words as dates
from timeline.times.when import Date, Grain, Interval

WORDS = {
    "2008-02-17": "17 February 2008",
    "2008-02": "February 2008",
    "2008": "2008",
    "1999~": "about 1999",
    "1504?": "perhaps 1504",
    "1504%": "perhaps about 1504",
    "2008-21": "spring 2008",
    "2008-24": "winter 2008–09",
    "1999-24": "winter 1999–2000",
    "2008-33": "the first quarter of 2008",
    "2008-41": "the second half of 2008",
    "199X": "the 1990s",
    "19XX": "the 20th century",
    "10XX": "the 11th century",
    "1XXX": "the 2nd millennium",
    "00XX": "the 1st century",
    "0079": "AD 79",
    "0000": "1 BC",
    "-0043-03-15": "15 March 44 BC",
    "-0043": "44 BC",
    "Y-12999": "13,000 BC",
    "Y-12999~": "about 13,000 BC",
    "Y-449999999~": "about 450 million years ago",
    "Y-13799999999~": "about 13.8 billion years ago",
    "Y-199999": "200,000 years ago",
    "Y12026": "12,026",
    "2024-05-07/2024-05-08": "7–8 May 2024",
    "2024-05-30/2024-06-02": "30 May – 2 June 2024",
    "2023-12-30/2024-01-02": "30 December 2023 – 2 January 2024",
    "2011-03/2011-05": "March–May 2011",
    "2010-11/2011-05": "November 2010 – May 2011",
    "1911/1946": "1911–1946",
    "1997~/1999~": "the late 1990s (about 1997–1999)",
    "1990~/1992~": "the early 1990s (about 1990–1992)",
    "1993~/1996~": "the mid-1990s (about 1993–1996)",
    "1992~/1998~": "about 1992–1998",
    "1997/1999": "1997–1999",
    "1999~/2001": "about 1999 – 2001",
    "2008/2008": "2008",
    "-0499/-0400": "the 5th century BC",
    "1801/1900": "the 19th century (1801–1900)",
    "-0489/-0478": "490–479 BC",
    "-0026/0014": "27 BC – AD 14",
    "2019/..": "since 2019",
    "../2019": "until 2019",
    "2019~/..": "since about 2019",
    "2019/": "from 2019, end unknown",
    "/2031-06": "until June 2031, start unknown",
}

WITHIN = {
    "2024-05-08/2024-05-14": "between 8 and 14 May 2024",
    "2024-05-30/2024-06-02": "between 30 May and 2 June 2024",
    "2011-03/2011-05": "between March and May 2011",
    "2024/2025": "between 2024 and 2025",
    "-0489/-0478": "between 490 and 479 BC",
    "1999~/2001": "between about 1999 and 2001",
    "1997~/1999~": "the late 1990s (about 1997–1999)",
    "2019/..": "2019 or later",
    "../2019": "2019 or earlier",
    "2008-02-17": "17 February 2008",
}


@pytest.mark.parametrize(("date", "words"), WORDS.items())
def test_a_date_reads_as_people_write_it(date, words):
    assert dates.words(edtf.parse(date)) == words


@pytest.mark.parametrize(("date", "words"), WITHIN.items())
def test_a_date_somewhere_in_an_interval_says_so(date, words):
    assert dates.words(edtf.parse(date), within=True) == words


def test_a_week_is_named_by_its_monday():
    assert dates.words(Date(edtf.parse("2024-05-06").start, Grain.WEEK)) == "the week of 6 May 2024"


@pytest.mark.parametrize(
    ("date", "grain", "name"),
    [
        ("2008-02-17", Grain.YEAR, "2008"),
        ("2008-02-17", Grain.DECADE, "2000s"),
        ("2008-02-17", Grain.CENTURY, "21st century"),
        ("199X", Grain.YEAR, "1990s"),  # not filed under 1990, which it does not say
        ("1911/1946", Grain.YEAR, "1911"),
        ("../2019", Grain.YEAR, "2019"),
        ("-0043", Grain.YEAR, "44 BC"),
        ("-0043", Grain.CENTURY, "1st century BC"),
        ("-0099", Grain.CENTURY, "1st century BC"),
        ("-0100", Grain.CENTURY, "2nd century BC"),
        ("Y-449999999", Grain.MILLENNIUM, "450 million years ago"),
    ],
)
def test_a_list_files_a_date_under_its_period(date, grain, name):
    assert dates.heading(edtf.parse(date), grain) == name


def test_weeks_in_an_interval_are_said_in_days():
    first, last = (Date(edtf.parse(day).start, Grain.WEEK) for day in ("2024-05-06", "2024-05-20"))
    assert dates.words(Interval(first, last), within=True) == "between 6 and 26 May 2024"
    assert dates.words(Interval(first, first)) == "the week of 6 May 2024"


def test_no_two_dates_of_the_table_read_alike():
    said = [dates.words(edtf.parse(date)) for date in WORDS if date != "2008/2008"]
    assert len(said) == len(set(said))


def test_an_interval_is_never_said_as_less_than_it_is():
    for date in WORDS:
        when = edtf.parse(date)
        if isinstance(when, Interval) and date not in {"2008/2008", "-0499/-0400"}:
            words = dates.words(when)
            assert "–" in words or words.split()[0] in {"since", "until", "from"}
