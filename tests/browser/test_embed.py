"""The timeline in somebody else's page: as wide as it is let, as high as it needs, and its links lead out of it."""

import pytest

from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

_HOST = "<!DOCTYPE html><html lang=en><title>Host</title><body style='margin: 0'><div id=box style='width: 1000px'>{}</div>"
_HEIGHTS = """() => { const frame = document.querySelector("iframe");
  return [frame.clientHeight, Math.ceil(frame.contentDocument.body.getBoundingClientRect().height)]; }"""
_FITS = f"((found) => Math.abs(found[0] - found[1]) < 2 && found[1] > 150)(({_HEIGHTS})())"


@pytest.fixture
def host(read):
    reader = read("observatory", Setting("web"))
    reader.open("data.html")
    snippet = reader.page.locator("#snippet").inner_text().replace("https://…/", reader.home)
    body = _HOST.format(snippet)
    reader.context.route(
        f"{reader.home}host", lambda route: route.fulfill(body=body, content_type="text/html")
    )
    reader.page.goto(f"{reader.home}host")
    return reader


def test_the_snippet_shows_the_timeline_and_its_height_follows_the_width(host):
    page = host.page
    frame = page.frame_locator("iframe")
    frame.locator("#chart-frame.answers").wait_for()
    host.until(_FITS)
    wide = page.evaluate(_HEIGHTS)[0]
    page.evaluate("document.getElementById('box').style.width = '340px'")
    host.until(f"({_HEIGHTS})()[0] !== {wide}")
    host.until(_FITS)
    assert (
        page.evaluate("document.querySelector('iframe').contentDocument.scrollingElement.scrollWidth") <= 340
    )
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_a_mark_opens_its_page_outside(host):
    frame = host.page.frame_locator("iframe")
    frame.locator("#chart-frame.answers").wait_for()
    with host.context.expect_page() as opened:
        frame.locator("#chart-labels a").first.press("Enter")
    opened.value.wait_for_selector("article[data-event]")
    assert host.page.url.endswith("/host")


def test_alone_it_is_a_page_like_any(read):
    reader = read("observatory")
    page = reader.open("embed.html")
    page.wait_for_selector("#chart-frame.answers")
    assert page.locator("h1 a").inner_text() == "The observatory on Mount Ister"
