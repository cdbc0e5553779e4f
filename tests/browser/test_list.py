"""The list and its filters: what is chosen narrows list and chart alike, and stands in the address."""

import pytest
from playwright.sync_api import expect

from tests.browser.chart import Chart
from tests.browser.reader import Setting, anywhere

pytestmark = pytest.mark.browser


def titles(page):
    return page.locator("#list li.event:visible .event-title")


def listed(page):
    return titles(page).all_inner_texts()


@anywhere
def test_search_narrows_the_list_and_the_chart(read, setting):
    reader = read("observatory", setting)
    page = reader.open()
    whole = len(listed(page))
    page.get_by_label("Search").fill("DÓME southern")  # any case, any accent, any order
    expect(titles(page)).to_have_text(["Mount Ister: Ministry closed the southern dome"])
    assert page.locator("#filter-count").inner_text() == f"1 of {len(Chart(reader).events)} events"
    assert len(Chart(reader).links) == 1
    page.locator("#filter-reset").click()
    expect(titles(page)).to_have_count(whole)
    assert len(set(Chart(reader).links)) == whole


def test_tags_sources_and_origins_narrow_it_further(read):
    reader = read("observatory")
    page = reader.open()
    page.locator("#filter-tag").select_option("people")
    expect(titles(page)).to_have_count(3)
    page.locator("#filter-source").select_option(
        label=page.locator("#filter-source option:not([disabled])").nth(1).inner_text()
    )
    expect(titles(page)).to_have_text(["Halla Brandt founds the observatory"])
    page.locator("#filter-origin option[value=extracted]").evaluate("option => { option.disabled = false; }")
    page.get_by_label("Whose word").select_option("extracted")
    expect(titles(page)).to_have_count(0)
    assert page.locator("#nothing").is_visible()


@pytest.mark.parametrize("way", ["file", "web"])
def test_what_is_chosen_can_be_sent_to_somebody(read, way):
    reader = read("observatory", Setting(way))
    page = reader.open()
    page.locator("#filter-tag").select_option("instruments")
    page.get_by_label("Search").fill("eclipse")
    found = ["A total eclipse is watched from the terrace"]
    expect(titles(page)).to_have_text(found)
    other = read("observatory", Setting(way, "phone"))
    other.open(reader.place)
    expect(titles(other.page)).to_have_text(found)
    assert other.page.get_by_label("Search").input_value() == "eclipse"


def test_a_tag_leads_to_its_page_and_from_there_to_the_timeline(read):
    reader = read("observatory")
    page = reader.open()
    page.locator("li.event a.tag", has_text="war").first.click()
    expect(page.locator("li.event .event-title")).to_have_text(["Soldiers hold the summit"])
    assert reader.place == "tags/war.html"
    page.get_by_role("link", name="Show on the timeline").click()
    page.wait_for_selector("#chart-frame.drawn")
    expect(titles(page)).to_have_text(["Soldiers hold the summit"])


def test_the_skip_link_is_the_first_stop_and_leads_to_the_text(read):
    page = read("observatory").open()
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the text"
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
