"""Dates in the site's language: its names and order, with the words of doubt left as they are."""

import json

import pytest
from babel.localedata import locale_identifiers

from tests.render import sample
from tests.render.reading import Page
from timeline import render
from timeline.model.edit import Settings
from timeline.render.dates import Dates
from timeline.times import words as english
from timeline.times.calendar import day_number
from timeline.times.edtf import parse
from timeline.times.when import Date, Grain

SAID = {
    ("de", "2008-02-17"): "17. Februar 2008",
    ("de", "2008-02-17~"): "about 17. Februar 2008",
    ("de", "2008-02-17/2008-02-19"): "17. Februar 2008 – 19. Februar 2008",
    ("de", "2019/.."): "since 2019",
    ("de", "187X"): "the 1870s",
    ("de", "-0043-03-15"): "15. März 44 BC",
    ("de", "2008-33"): "1. Quartal 2008",
    ("fr", "1999-05?"): "perhaps mai 1999",
    ("sr", "2008-02-17"): "17. фебруар 2008.",
    ("sr-Latn", "2008-02-17"): "17. februar 2008.",
    ("he", "2008-02-17"): "17 בפברואר 2008",
    ("ja", "2008-02-17"): "2008年2月17日",
    ("ja", "1999~"): "about 1999年",
    ("fa", "2008-02/2008-04"): "فوریهٔ 2008 – آوریل 2008",
    ("en-GB", "2008-02-17/2008-02-19"): "17–19 February 2008",
    ("grc", "2008-02-17"): "17 February 2008",  # known to nobody here: English, not nonsense
}


@pytest.mark.parametrize(("language", "date"), SAID)
def test_a_date_is_said_in_its_language(language, date):
    assert Dates(language).words(parse(date)) == SAID[language, date]


def test_somewhere_within_is_said_of_any_language():
    assert Dates("es").words(parse("2024-05-08/2024-05-14"), within=True) == (
        "between 8 de mayo de 2024 and 14 de mayo de 2024"
    )


def test_no_language_takes_the_months_of_another():
    """Whatever was asked before, and for every twentieth language there is: twelve months, twelve names."""
    tags = [name.replace("_", "-") for name in locale_identifiers()[::-20]]
    alone = {tag: _year(tag) for tag in ("he", "fa", "ne", "ja")}
    for tag in tags:
        days = _year(tag)
        assert len({name for name, _ in days}) == 12, tag
        assert all("2008" in day and "17" in day for _, day in days), tag
    assert {tag: _year(tag) for tag in alone} == alone


def _year(tag):
    dates = Dates(tag)
    starts = [day_number(2008, month) for month in range(1, 13)]
    return [(dates.words(Date(at, Grain.MONTH)), dates.words(Date(at + 16, Grain.DAY))) for at in starts]


def test_english_needs_no_data_of_others():
    for event in sample.EVENTS:
        assert Dates("en").words(event.when) == english.words(event.when)


@pytest.fixture(scope="module")
def arabic(theme):
    return render.site(sample.RECENT, sample.ANALYSES, Settings(title="ميناء", language="ar"), theme).files


def test_pages_are_written_the_way_their_language_is(arabic, site):
    for path, body in arabic.items():
        if path.endswith(".html"):
            html = Page(body.decode()).all("html")[0].attributes
            assert (html["lang"], html["dir"]) == ("ar", "rtl"), path
    assert b' dir="rtl"' not in site.files["index.html"]


def test_list_and_chart_say_the_same_months(arabic):
    assert "3 فبراير 1953" in arabic["index.html"].decode()
    data = arabic["data/timeline.js"].decode().partition("=")[2].rstrip(";\n")
    assert json.loads(data)["months"][1] == "فبراير"
    assert len(json.loads(data)["months"]) == 12
