"""Every page of a site, reached by its links: whole, named, in its width, and leading nowhere that is not there."""

import pytest

from tests.browser import checks, kinds
from tests.browser.crawl import crawled
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

CRAWLS = [
    ("demo", Setting("file", "phone")),
    ("observatory", Setting("web", "desk")),
    ("hostile", Setting("web", "phone")),
]


@pytest.mark.parametrize(("name", "setting"), CRAWLS, ids=str)
def test_every_page_is_as_it_should_be(read, site, name, setting):
    crawl = crawled(read(name, setting))
    faults = {check.__name__: check(crawl, site(name)) for check in checks.ALL}
    assert {check: found for check, found in faults.items() if found} == {}


@pytest.mark.parametrize("width", [320, 768, 1920])
def test_no_kind_of_page_is_wider_than_any_usual_window(read, site, width):
    reader = read("observatory")
    reader.page.set_viewport_size({"width": width, "height": 800})
    wide = {
        path: reader.open(path).evaluate("document.scrollingElement.scrollWidth - innerWidth")
        for path in kinds.pages(site("observatory")).values()
    }
    assert {path: pixels for path, pixels in wide.items() if pixels > 0} == {}


@pytest.mark.parametrize("path", ["nowhere.html", "a/b/c/nowhere.html"])
def test_a_missing_page_is_answered_with_our_own(read, path):
    reader = read("demo", Setting("web"))
    response = reader.page.goto(reader.home + path)
    assert response.status == 404
    assert reader.page.locator("h1").inner_text() == "There is no page here."
    assert reader.page.evaluate("getComputedStyle(document.body).display") == "grid"  # its style was let in
    reader.complaints[:] = [words for words in reader.complaints if "404 (Not Found)" not in words]
