"""Every title is there for whoever cannot see the timeline: in the accessibility tree, and on paper."""

import pytest
from pypdfium2 import PdfDocument

from tests.browser import kinds
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser


def squeezed(text):
    """Without what lines, ligatures and hyphens do to words."""
    return "".join(letter for letter in text if letter.isalnum())


def test_screen_readers_and_paper_get_every_title(read, site):
    page = read("demo", Setting("web")).open()
    titles = [event["title"] for event in kinds.events(site("demo"))]
    assert len(titles) > 40
    told = page.locator("main").aria_snapshot().replace('\\"', '"')
    assert [title for title in titles if title not in told] == []
    printed = PdfDocument(page.pdf())
    paper = squeezed("".join(sheet.get_textpage().get_text_bounded() for sheet in printed))
    assert [title for title in titles if squeezed(title) not in paper] == []
    page.emulate_media(media="print")
    assert page.locator("#chart-still").is_visible()
    assert not page.locator("#chart-window .plot").first.is_visible()


def test_nothing_moves_for_those_who_ask_for_that(read):
    page = read("demo").open()
    smooth = "getComputedStyle(document.documentElement).scrollBehavior"
    moving = """Array.from(document.querySelectorAll("*"), one => getComputedStyle(one))
      .filter(style => style.transitionDuration !== "0s" || style.animationName !== "none").length"""
    assert (page.evaluate(smooth), page.evaluate(moving)) == ("auto", 0)
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(smooth) == "smooth"  # it is the wish that makes the difference
