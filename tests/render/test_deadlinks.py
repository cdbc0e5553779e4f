"""No link inside a site leads nowhere: a build looks, and says which does."""

import pytest

from timeline.model.site import Site
from timeline.render.deadlinks import DeadLink, dead


def found(page: str, body: str, *others: str, beside=()) -> list[str]:
    site = Site(
        {page: body.encode(), "a/b.html": b'<p id="here"><p id="a&amp;b">', **dict.fromkeys(others, b"")}
    )
    assert all(link.page == page for link in dead(site, beside))
    return [link.address for link in dead(site, beside)]


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("index.html", "a/b.html"),
        ("index.html", "./a/b.html"),
        ("index.html", "a/b.html#here"),
        ("index.html", "a/b.html?v=1#a&amp;b"),
        ("index.html", "a/b.html#q=anything"),
        ("index.html", "a/../index.html"),
        ("index.html", "."),
        ("index.html", ""),
        ("a/c.html", "../index.html"),
        ("a/c.html", "../"),
        ("a/c.html", "b.html#here:~:text=x"),
        ("a/c.html", "%62.html"),
        ("a/c/d.html", "../b.html"),
        ("a/c/d.html", "../../index.html"),
        ("index.html", "https://example.org/gone.html"),
        ("index.html", "mailto:a@example.org"),
        ("index.html", "data:,"),
        ("index.html", "//example.org/"),
    ],
)
def test_a_link_that_leads_somewhere_is_none(page, address):
    assert found(page, f'<a href="{address}">x</a><p id="own">', "index.html", "a/c.html") == []


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("index.html", "gone.html"),
        ("index.html", "a/"),
        ("index.html", "b.html"),
        ("index.html", "#gone"),
        ("index.html", "a/b.html#gone"),
        ("a/c.html", "../b.html"),
        ("a/c.html", "../../index.html"),
        ("a/c.html", "b.html#q"),
        ("index.html", "../index.html"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(page, address):
    assert found(page, f'<a href="{address}">x</a><img src="{address}">') == [address]
    assert found(page, f'<a\nclass="x" href="{address}">x</a>') == [address]


def test_a_fragment_of_one_page_is_not_of_another():
    site = Site({"a.html": b'<p id="x"><a href="#x">', "b.html": b'<a href="#x">'})
    assert dead(site) == (DeadLink("b.html", "#x"),)


def test_what_only_looks_like_a_link_is_none():
    assert found("index.html", '<p>say href="gone.html" and src="gone.png"</p>') == []


def test_files_beside_the_site_may_be_linked():
    assert found("index.html", '<a href="scan.pdf">', beside={"scan.pdf"}) == []


def test_the_sample_has_none(site):
    assert dead(site) == ()
