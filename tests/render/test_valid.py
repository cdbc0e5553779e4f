"""Pages are parsed by HTML's own rules, and nothing in them is an error."""

import html5lib
import pytest

from tests.render.reading import Page
from timeline.render.filters import moment

KINDS = ("index.html", "data.html", "embed.html", "404.html", "sources/index.html", "tags/index.html")


def _faults(body):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(body.decode())
    return [(place, fault, about) for place, fault, about in parser.errors]


def test_every_kind_of_page_is_html(site):
    richest = [
        max(
            (p for p in site.files if p.startswith(folder) and p.endswith(".html")),
            key=lambda p: len(site.files[p]),
        )
        for folder in ("events/", "sources/", "tags/")
    ]
    faulty = {path: found for path in (*KINDS, *richest) if (found := _faults(site.files[path]))}
    assert faulty == {}


def test_a_fault_would_be_found():
    assert _faults(b"<!DOCTYPE html><title>a</title><p><table><p></table>")


def test_a_time_element_holds_what_html_calls_a_time(site):
    times = [
        e
        for path, body in site.files.items()
        if path.endswith(".html")
        for e in Page(body.decode()).all("time")
    ]
    assert len(times) > 30
    for element in times:
        assert moment(element.attributes["datetime"]) == element.attributes["data-edtf"]


@pytest.mark.parametrize(
    "edtf", ["0000", "1999~", "2008-21", "199X", "2008/2009", "-0043", "Y12000", "2008-13"]
)
def test_no_other_date_is_said_to_be_one(edtf):
    assert moment(edtf) == ""
