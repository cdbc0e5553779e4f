"""Who first dated the Dahua deal, and in which words? The clicks that docs/accessibility.md writes down, one by one."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

TITLE = "A provisional Serb authority in Gjilan buys Dahua cameras"
WORDS = "signed a deal on December 16, 2021"
GIVER = "Dated by RFE/RL, written in January 2022: "


def said(line):
    """Who gives the date, when that was written, and in which words, the date marked: all of it in one line."""
    words = " ".join(line.inner_text().split())
    assert words.startswith(GIVER)
    assert WORDS in words
    assert line.locator(".expression").inner_text() == "December 16, 2021"


def found(page):
    """The event's page answers: who, from what, and in which words, those of the date marked."""
    expect(page.locator("h1")).to_have_text(TITLE)
    assert page.locator(".one-date").inner_text().startswith("16 December 2021")
    said(page.locator(".one-who"))
    quotation = page.locator(".quotation").first
    assert WORDS in quotation.locator("blockquote").inner_text()
    assert quotation.locator(".expression").inner_text() == "December 16, 2021"
    expect(quotation.locator(".written")).to_be_visible()


def in_place(reader, *, marked):
    """And the source's page shows them in their place, in sight."""
    page = reader.page
    page.wait_for_selector("article[data-source]")
    assert reader.place.startswith("sources/")
    passage = page.locator(".passage.here" if marked else ".anchor:target + .passage").first
    expect(passage).to_be_in_viewport()
    assert 0 <= passage.bounding_box()["y"] < page.viewport_size["height"]
    assert WORDS in " ".join(page.locator("#document").inner_text().split())


@pytest.mark.parametrize("setting", [Setting("web"), Setting("file", "phone")], ids=str)
def test_by_mouse_or_finger(read, setting):
    reader = read("demo", setting)
    page = reader.open()
    page.get_by_role("searchbox", name="Search").fill("dahua deal")
    first = page.locator("#found .event").first
    said(first.locator(".said"))  # the answer, before anything is clicked
    assert first.locator(".hit").all_inner_texts()[:2] == ["Dahua", "deal"]
    first.get_by_role("link", name=TITLE, exact=True).click()
    found(page)
    page.get_by_role("link", name="See it in its place").first.click()
    in_place(reader, marked=True)
    page.go_back()
    found(page)


def test_by_keyboard(read):
    reader = read("demo")
    page = reader.open()
    press = page.keyboard.press
    press("Tab")
    press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to search"
    press("Enter")
    reader.until("document.activeElement.id === 'filter-text'")
    page.keyboard.type("dahua deal")
    page.locator("#filter-count", has_text=" of ").wait_for()  # the list has answered
    press("Enter")  # to what was found
    said(page.locator("#found .event .said").first)
    press("Tab")
    assert page.locator(":focus").inner_text() == TITLE
    press("Enter")
    page.wait_for_selector("article[data-event]")
    found(page)
    for _ in range(40):
        press("Tab")
        if page.evaluate("document.activeElement.textContent") == "See it in its place":
            break
    press("Enter")
    page.wait_for_selector("article[data-source]")
    in_place(reader, marked=True)


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_without_scripts(read, width):
    """By the index of names, where nobody has to guess a year."""
    reader = read("demo", Setting(width=width, script=False))
    page = reader.open()
    way = page.get_by_role("navigation", name="Site").get_by_role("link", name="Names")
    assert way.bounding_box()["y"] < page.viewport_size["height"] / 2
    way.click()
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="D", exact=True).click()
    name = page.get_by_role("heading", name=re.compile("^Dahua"))
    assert 0 <= name.bounding_box()["y"] < page.viewport_size["height"] / 2
    told = name.locator("+ ul > li").filter(has=page.get_by_role("link", name=TITLE, exact=True))
    assert "16 December 2021" in told.inner_text()
    assert "RFE/RL" in told.inner_text()
    told.get_by_role("link").click()
    found(page)
    page.get_by_role("link", name="Show in the list").click()
    assert TITLE in page.locator("li.event:target").inner_text()  # it is marked there
    page.go_back()
    page.go_back()
    page.go_back()
    page.go_back()
    page.get_by_role("navigation", name="Jump to a year").get_by_role("link", name="2021", exact=True).click()
    listed = page.locator("#list").get_by_role("link", name=TITLE, exact=True)
    assert listed.bounding_box()["y"] < 2 * page.viewport_size["height"]
    listed.click()
    found(page)
    expect(page.locator("details#correct summary")).to_be_visible()
    page.get_by_role("link", name="See it in its place").first.click()
    in_place(reader, marked=False)
