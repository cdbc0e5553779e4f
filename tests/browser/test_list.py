"""The list and its filters: what is chosen narrows list and chart alike, and stands in the address."""

import re

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
    assert page.locator("#filter-count").inner_text() == f"1 of {len(Chart(reader).events)} entries"
    assert len(Chart(reader).links) == 1
    page.locator("#filter-reset").click()
    expect(titles(page)).to_have_count(whole)
    assert len(set(Chart(reader).links)) == whole


@pytest.mark.parametrize("setting", [Setting(), Setting(width="phone")], ids=str)
def test_search_is_in_sight_and_what_it_finds_stands_together(read, setting):
    """Lanes of which nothing is left go, so that the list comes up to the search."""
    reader = read("demo", setting)
    page = reader.open()
    box = page.get_by_label("Search").bounding_box()
    assert box["y"] + box["height"] < page.viewport_size["height"]
    lanes, high = Chart(reader).lanes, page.locator("#chart-frame").bounding_box()["height"]
    page.get_by_label("Search").fill("dahua deal")
    expect(page.locator("#list-name")).to_have_text(re.compile("^Found [1-9].* with “dahua”, “deal”$"))
    first = page.locator("#found .event .words").first.bounding_box()  # nobody has to scroll to the words
    assert first["y"] + first["height"] < page.viewport_size["height"]
    assert 0 < len(Chart(reader).lanes) < len(lanes)
    assert page.locator("#chart-frame").bounding_box()["height"] < high / 2
    page.keyboard.press("Enter")  # on to what was found
    assert page.evaluate("document.activeElement.id") == "list-name"
    assert 0 <= page.locator("#list-name").bounding_box()["y"] < page.viewport_size["height"] / 2
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == titles(page).first.inner_text()


def test_arrows_lead_into_what_was_found_and_clearing_can_be_undone(read):
    reader = read("observatory")
    page = reader.open()
    search, whole = page.get_by_label("Search"), len(listed(page))
    search.fill("reflector")
    search.press("ArrowDown")
    focused = page.locator(":focus")
    expect(focused).to_have_text(listed(page)[0])
    page.keyboard.press("ArrowDown")
    expect(focused).to_have_text(listed(page)[1])
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(search).to_be_focused()
    some = listed(page)
    page.locator("#filter-reset").press("Enter")
    expect(titles(page)).to_have_count(whole)
    page.keyboard.press("Enter")  # the same key again
    expect(titles(page)).to_have_text(some)
    expect(search).to_have_value("reflector")
    expect(page.locator("#filter-undo")).to_be_hidden()


def test_an_answer_shows_why_and_which_words_to_leave_out(read):
    reader = read("observatory")
    page = reader.open()
    search, apart = page.get_by_label("Search"), page.locator("#found .period-name")
    search.fill("reflector light")  # all of it
    expect(page.locator("#list-name")).to_have_text(re.compile("^Found .*“reflector”, “light”$"))
    first = page.locator("#found .event").first
    first.wait_for()
    assert {hit.casefold() for hit in first.locator(".hit").all_inner_texts()} >= {"reflector", "light"}
    whole = listed(page)
    fewer = page.locator("#found-fewer").get_by_role("button", name=re.compile("^Without “light”: [1-9]"))
    more = int(fewer.inner_text().split()[2])
    fewer.click()
    expect(titles(page)).to_have_count(len(whole) + more)
    assert search.input_value() == "reflector"
    search.fill(
        "the reflector xyzzy light"
    )  # nothing has all of it: what has most of it comes first, and says what it lacks
    expect(page.locator("#nothing")).to_contain_text(
        "Nothing here has all of “the”, “reflector”, “xyzzy”, “light”."
    )
    assert apart.all_inner_texts()[0] in {"Without “xyzzy”", "Without “the”, “xyzzy”"}
    assert listed(page)[0] in whole
    assert len(set(Chart(reader).links)) == titles(page).count()  # the timeline shows the same
    search.fill("xyzzy")
    expect(page.locator("#nothing")).to_contain_text("Leave out the words searched for")
    assert listed(page) == []


def test_all_counts_are_of_the_same_entries(read):
    """What the page says first is what the kinds add up to, what the filters leave of, and what is listed."""
    reader = read("demo")
    page = reader.open()
    said = page.locator(".facts > span").first.inner_text()
    whole = len(Chart(reader).events)
    assert said.startswith(f"{whole} entries: ")
    kinds = [int(text) for text in page.locator("#chart-kinds small").all_inner_texts()]
    assert sum(kinds) == whole == page.locator("li.event").count()
    assert sorted(int(number) for number in re.findall(r"\d+", said)[1:]) == sorted(kinds)
    page.get_by_label("Search").fill("dahua")
    expect(page.locator("#filter-count")).to_have_text(re.compile(f" of {whole} entries$"))


def test_tags_sources_and_origins_narrow_it_further(read):
    reader = read("observatory")
    page = reader.open()
    reader.unfold()
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
    reader.unfold()
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
    page.wait_for_selector("#chart-frame.answers")
    expect(titles(page)).to_have_text(["Soldiers hold the summit"])


def test_the_skip_link_is_the_first_stop_and_leads_to_the_text(read):
    page = read("observatory").open()
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the text"
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
