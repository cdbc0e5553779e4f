"""Without JavaScript: every event is in the page, with its date, and leads to its own; the chart is a still with links."""

import pytest

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
    items = page.locator("li.event")
    assert sorted(items.evaluate_all("all => all.map(e => e.dataset.event)")) == sorted(told)
    for item in items.all():
        link = item.locator(".event-title a")
        assert link.is_visible()
        assert link.inner_text() == told[item.get_attribute("data-event")]["title"]
        assert item.locator(".event-date .date").inner_text().strip()


def test_each_entry_leads_to_its_page(read, site):
    reader = read("observatory", Setting("file", script=False))
    page = reader.open()
    links = page.locator("li.event").evaluate_all(
        "all => all.map(e => [e.dataset.event, e.querySelector('.event-title a').getAttribute('href')])"
    )
    assert dict(links) == {event["id"]: event["page"] for event in kinds.events(site("observatory"))}
    for event in kinds.events(site("observatory"))[::5]:
        reader.open().locator(f'li.event[data-event="{event["id"]}"] .event-title a').click()
        assert reader.place == event["page"]
        assert page.locator("h1").inner_text() == event["title"]


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
    assert page.locator("article[data-event]").count() == 1


@plain
def test_nothing_that_needs_a_script_is_offered(read, setting):
    page = read("observatory", setting).open()
    assert [control for control in page.locator("button, input, select").all() if control.is_visible()] == []


def test_from_an_entry_to_its_passage_and_back(read):
    reader = read("observatory", Setting("web", "phone", script=False))
    page = reader.open()
    page.get_by_role("link", name="Soldiers hold the summit").last.click()
    page.get_by_role("link", name="See it in its place").first.click()
    passage = page.locator(".anchor:target + .passage")
    assert "On 17 August 1944 soldiers occupied the summit" in passage.inner_text()
    assert 0 <= passage.bounding_box()["y"] < 844
    page.locator(".back a", has_text="").first.click()
    assert page.locator("article[data-event]").count() == 1
