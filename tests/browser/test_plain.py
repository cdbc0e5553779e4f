"""Without JavaScript: every event is in the page, with its date, and leads to its own; the chart is a still with links."""

from itertools import permutations

import pytest
from playwright.sync_api import expect

from tests.browser import kinds
from tests.browser.reader import WAYS, Setting

pytestmark = pytest.mark.browser

PLAIN = [Setting(way, width, script=False) for way in WAYS for width in ("desk", "phone")]
plain = pytest.mark.parametrize("setting", PLAIN, ids=str)


@plain
@pytest.mark.parametrize("name", ["demo", "observatory"])
def test_the_whole_dated_list_can_be_read(read, site, name, setting):
    reader = read(name, setting)
    page = reader.open()
    told = {event["id"]: event for event in kinds.events(site(name))}
    items = page.locator("li.event").evaluate_all(
        """all => all.map(item => [item, item.querySelector(".event-title a"), item.querySelector(".event-date .date")])
          .map(([item, link, date]) => [item.dataset.event, link.checkVisibility() && link.innerText, date.innerText.trim()])"""
    )
    assert sorted(event for event, _, _ in items) == sorted(told)
    for event, title, date in items:
        assert title == told[event]["title"]
        assert date


def test_each_entry_leads_to_its_page(read, site):
    reader = read("observatory", Setting("file", script=False))
    page = reader.open()
    links = page.locator("li.event").evaluate_all(
        "all => all.map(e => [e.dataset.event, e.querySelector('.event-title a').getAttribute('href')])"
    )
    assert dict(links) == {event["id"]: event["page"] for event in kinds.events(site("observatory"))}
    for event in kinds.events(site("observatory"))[::5]:
        reader.open().locator(f'li.event[data-event="{event["id"]}"] .event-title a').click()
        expect(page.locator("h1")).to_have_text(event["title"])
        assert reader.place == event["page"]


@plain
def test_the_still_has_a_link_for_every_event(read, site, setting):
    page = read("observatory", setting).open()
    still = page.locator("#chart-still")
    assert still.is_visible()
    pages = {
        event["page"] for event in kinds.events(site("observatory")) if event["kind"] in ("event", "plan")
    }
    assert set(still.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")) == pages
    still.locator("a circle").first.click()
    expect(page.locator("article[data-event]")).to_have_count(1)


@plain
def test_nothing_that_needs_a_script_is_offered(read, setting):
    page = read("observatory", setting).open()
    assert [control for control in page.locator("button, input, select").all() if control.is_visible()] == []


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_the_still_says_what_happened_and_nothing_is_written_over_another(read, width):
    page = read("demo", Setting(width=width, script=False)).open()
    boxes = page.locator("#chart-still .still-caption").evaluate_all(
        """all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect())
          .map(({x, y, width}) => ({x, y: y + scrollY, width}))"""
    )
    assert len(boxes) > 12
    frame = page.locator("#chart-still").bounding_box()
    assert min(box["x"] for box in boxes) >= frame["x"] - 1
    assert max(box["x"] + box["width"] for box in boxes) <= frame["x"] + frame["width"] + 1
    for one, other in permutations(boxes, 2):
        beside = (
            abs(one["y"] - other["y"]) > 4 or one["x"] + one["width"] <= other["x"] or one["x"] > other["x"]
        )
        assert beside, (one, other)


def test_a_year_can_be_jumped_to(read):
    page = read("demo", Setting("web", "phone", script=False)).open()
    jump = page.get_by_role("navigation", name="Jump to a year")
    assert jump.bounding_box()["y"] < page.viewport_size["height"]
    years = page.locator("#list .period-name").all_inner_texts()
    assert [link.inner_text() for link in jump.get_by_role("link").all()][: len(years)] == years
    jump.get_by_role("link", name=years[-1]).click()
    period = page.locator("#list .period-name").last
    expect(period).to_be_in_viewport()
    assert 0 <= period.bounding_box()["y"] < page.viewport_size["height"]


def test_a_crowd_offers_its_periods_at_once(read):
    page = read("many", Setting(script=False)).open()
    pages = page.locator("nav.contents a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    jump = page.locator(".jump a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert jump == [*(pages if len(pages) <= 40 else []), "#contents-name"]
    page.get_by_role("link", name="All 1,500, by period").click()
    expect(page.locator("nav.contents a").first).to_be_visible()
    contents = page.locator("#contents-name")
    expect(contents).to_be_in_viewport()
    assert 0 <= contents.bounding_box()["y"] < page.viewport_size["height"]


def test_from_an_entry_to_its_passage_and_back(read):
    reader = read("observatory", Setting("web", "phone", script=False))
    page = reader.open()
    page.get_by_role("link", name="Soldiers hold the summit").last.click()
    page.get_by_role("link", name="See it in its place").first.click()
    passage = page.locator(".anchor:target + .passage")
    expect(passage).to_contain_text("On 17 August 1944 soldiers occupied the summit")
    expect(passage).to_be_in_viewport()
    assert 0 <= passage.bounding_box()["y"] < 844
    page.locator(".back a", has_text="").first.click()
    expect(page.locator("article[data-event]")).to_have_count(1)
