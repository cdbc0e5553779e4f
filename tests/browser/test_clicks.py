"""Who first dated the Dahua deal, and in which words? The clicks that docs/accessibility.md writes down, one by one."""

import pytest

from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

TITLE = "A provisional Serb authority in Gjilan buys Dahua cameras"
WORDS = "signed a deal on December 16, 2021"


def found(page):
    """The event's page answers: who, from what, and in which words, those of the date marked."""
    assert page.locator("h1").inner_text() == TITLE
    assert page.locator(".one-date").inner_text().startswith("16 December 2021")
    assert page.locator(".one-who a").first.is_visible()
    quotation = page.locator(".quotation").first
    assert WORDS in quotation.locator("blockquote").inner_text()
    assert quotation.locator(".expression").inner_text() == "December 16, 2021"
    assert quotation.locator(".written").is_visible()


def in_place(reader, *, marked):
    """And the source's page shows them in their place, in sight."""
    page = reader.page
    assert reader.place.startswith("sources/")
    passage = page.locator(".passage.here" if marked else ".anchor:target + .passage").first
    assert WORDS in " ".join(page.locator("#document").inner_text().split())
    box = passage.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < page.viewport_size["height"]


@pytest.mark.parametrize("setting", [Setting("web"), Setting("file", "phone")], ids=str)
def test_by_mouse_or_finger(read, setting):
    reader = read("demo", setting)
    page = reader.open()
    page.get_by_role("searchbox", name="Search").fill("dahua deal")
    page.locator("#filter-count", has_text=" of ").wait_for()  # the list has answered
    page.get_by_role("link", name=TITLE, exact=True).locator("visible=true").last.click()
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
    stops = 0
    while page.evaluate("document.activeElement.textContent.trim()") != TITLE:
        press("Tab")
        stops += 1
        assert stops <= 8  # titles, and the source and tags of each
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
    reader = read("demo", Setting(width=width, script=False))
    page = reader.open()
    page.get_by_role("navigation", name="Jump to a year").get_by_role("link", name="2021", exact=True).click()
    listed = page.locator("#list").get_by_role("link", name=TITLE, exact=True)
    assert listed.bounding_box()["y"] < 2 * page.viewport_size["height"]
    listed.click()
    found(page)
    assert page.locator("details#correct summary").is_visible()
    page.get_by_role("link", name="See it in its place").first.click()
    in_place(reader, marked=False)
