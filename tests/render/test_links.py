"""Addresses: readable, safe, never colliding; and links into other people's pages."""

from posixpath import join, normpath
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model.document import DocumentId, Span
from timeline.model.event import Citation
from timeline.render.links import external, original, relative, slug, slugs, text_fragment

PARTS = st.lists(st.text("ab-é漢", min_size=1, max_size=4), min_size=1, max_size=3)
PATHS = PARTS.map(lambda parts: "/".join(parts) + ".html")


@settings(deadline=None)  # a busy machine is no fault of ours
@given(PATHS, PATHS)
def test_a_relative_address_leads_to_its_target(target, page):
    address = relative(target, page)
    assert address.endswith(".html")  # it names the file: folders need a server
    assert normpath(join(page.rpartition("/")[0], unquote(address))) == target


@settings(deadline=None)  # a busy machine is no fault of ours
@given(st.lists(st.text(max_size=100), max_size=20))
def test_every_name_has_an_address_of_its_own(names):
    found = slugs(names)
    assert set(found) == set(names)
    assert len({value.casefold() for value in found.values()}) == len(found)
    for value in found.values():
        assert value
        assert value == slug(value) or value[:-1]
        assert not set(value) & set('/\\.:?#%&<>"*| \x00')
        assert len(value.encode()) < 250


def test_a_clean_name_is_its_own_address():
    assert slug("2008-02-17-declaration-of-independence") == "2008-02-17-declaration-of-independence"


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "/", "a\x00b", "con|nul", "<script>"])
def test_a_name_never_leaves_its_folder(name):
    assert "/" not in slugs([name])[name]
    assert "." not in slugs([name])[name]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc",
        "//evil.example",
        "https://",
        "",
        "http://[",
    ],
)
def test_only_the_web_is_linked(url):
    assert external(url) == ""
    assert text_fragment(url, "words") == ""


def test_a_short_passage_is_named_whole():
    found = text_fragment("https://example.org/a?b=c", "well-known, “in 1999” & 100 %")
    address, _, directive = found.partition("#:~:text=")
    assert address == "https://example.org/a?b=c"
    assert unquote(directive) == "well-known, “in 1999” & 100 %"
    # these have a meaning of their own in a directive
    assert not set("-,&") & set(directive)


def test_a_long_passage_is_named_by_its_ends():
    words = [f"word{number}" for number in range(40)]
    directive = text_fragment("https://example.org", " ".join(words)).partition(":~:text=")[2]
    start, end = directive.split(",")
    assert unquote(start).split() == words[:6]
    assert unquote(end).split() == words[-6:]


def test_a_passage_over_two_lines_is_named_by_its_ends():
    directive = text_fragment("https://example.org", "first line\nsecond line").partition(":~:text=")[2]
    assert [unquote(part) for part in directive.split(",")] == ["first line", "second line"]


def test_an_address_that_has_a_fragment_keeps_it():
    assert text_fragment("https://example.org/#top", "word") == "https://example.org/#top:~:text=word"


@pytest.mark.parametrize(
    ("url", "locator", "address"),
    [
        ("https://example.org/a.pdf", "p. 3", "https://example.org/a.pdf#page=3"),
        ("https://example.org/a.pdf", "pp. 12–13", "https://example.org/a.pdf#page=12"),
        ("https://example.org/a.pdf#view", "p. 3", "https://example.org/a.pdf#view:~:text=words"),
        ("https://example.org/a", "", "https://example.org/a#:~:text=words"),
        ("javascript:alert(1)", "p. 3", ""),
        ("", "p. 3", ""),
    ],
)
def test_words_of_a_page_are_linked_to_that_page(url, locator, address):
    assert original(url, Citation(DocumentId("a.pdf"), Span(0, 5), "words", locator)) == address
