"""A site of more events than anybody could tell apart: still whole, quick to look through, and nothing out of reach."""

import pytest
from playwright.sync_api import expect

from tests.browser import many
from tests.browser.chart import Chart
from tests.browser.reader import USUAL, Setting
from timeline.times.calendar import day_number

pytestmark = pytest.mark.browser
NUMBER = 1500


def titles(page):
    return page.locator("#list li.event:visible .event-title")


@pytest.fixture
def crowd(read):
    def crowd(setting=USUAL, path="index.html"):
        reader = read("many", setting)
        reader.open(path)
        return Chart(reader)

    return crowd


def test_no_page_and_no_script_grows_with_the_number_of_events(site):
    sizes = {path: path.stat().st_size for path in site("many").rglob("*") if path.suffix in (".html", ".js")}
    pages = [size for path, size in sizes.items() if path.suffix == ".html"]
    scripts = [size for path, size in sizes.items() if path.suffix == ".js" and "plotly" not in path.name]
    assert len(pages) > NUMBER
    assert max(pages) < 300_000
    assert max(scripts) < 500_000


def test_without_scripts_every_event_is_listed_on_some_page(read):
    reader = read("many", Setting(script=False))
    page = reader.open()
    contents = page.locator("nav.contents a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(contents) > 5
    listed = []
    for path in contents:
        listed += reader.open(path).locator("li.event").evaluate_all("all => all.map(e => e.dataset.event)")
    assert len(listed) == len(set(listed)) == NUMBER


@pytest.mark.parametrize("setting", [Setting(), Setting("web", "phone")], ids=str)
def test_what_cannot_be_told_apart_is_counted_and_listed_whole(crowd, setting):
    chart = crowd(setting)
    bars = [box for box in chart.boxes if box["dense"] and box["x0"] > 0]
    assert bars
    assert {box["number"] for box in bars} == {None}
    bar = max(bars, key=lambda box: (box["events"], box["key"]))
    top = chart.box()["y"] + 42  # below the axis
    x, y = chart.box()["x"] + (bar["x0"] + bar["x1"]) / 2, top + bar["bottom"] - 4
    if setting.touch:
        chart.page.touchscreen.tap(x, y)
    else:
        chart.page.mouse.click(x, y)
    expect(chart.card.locator(".card-title")).to_have_text(f"{bar['events']} events")
    entries = chart.card.locator(".card-all li")
    for _ in range(12):
        if entries.count() == bar["events"]:
            break
        chart.card.evaluate("card => { card.scrollTop = card.scrollHeight; }")
        chart.page.wait_for_timeout(60)
    assert entries.count() == bar["events"]


def test_going_closer_tells_events_apart(crowd):
    chart = crowd()
    lane = next(box["lane"] for box in chart.boxes if box["dense"])
    for _ in range(8):
        chart.page.locator("#zoom-in").click()
    own = [box for box in chart.boxes if box["lane"] == lane]
    assert own
    assert not any(box["dense"] for box in own)
    expect(chart.page.locator("#chart-labels a.label:not(:empty)").first).to_be_visible()


def test_the_keyboard_goes_into_a_cluster_and_back(crowd):
    chart = crowd()
    chart.page.locator("#chart-labels [tabindex='0']").focus()
    chart.page.keyboard.press("ArrowUp")  # to the lane above, which is all bars
    chart.reader.until("document.activeElement.matches('button.cluster')")
    cluster = chart.page.locator(":focus")
    expect(chart.card.locator(".card-title")).to_contain_text(" event")  # its card, as for any mark
    key = cluster.get_attribute("data-key")
    chart.page.keyboard.press("Enter")
    chart.reader.until("document.activeElement.closest('#chart-card .card-all')")
    title = chart.page.locator(":focus").inner_text()
    chart.page.keyboard.press("Escape")
    expect(chart.card).to_be_hidden()
    assert chart.page.locator(":focus").get_attribute("data-key") == key
    chart.page.keyboard.press("Enter")
    chart.reader.until("document.activeElement.closest('#chart-card .card-all')")
    chart.page.keyboard.press("Enter")
    expect(chart.page.locator("article[data-event] h1")).to_have_text(title)


def test_the_map_shows_the_whole_and_moves_the_view(crowd):
    chart = crowd()
    assert chart.page.locator("#chart-map path").get_attribute("d")
    for _ in range(4):
        chart.page.locator("#zoom-in").click()
    before = chart.sight
    chart.page.locator("#chart-map").scroll_into_view_if_needed()
    box = chart.page.locator("#chart-map").bounding_box()
    chart.page.mouse.click(box["x"] + 0.25 * box["width"], box["y"] + 10)
    after = chart.sight
    assert after[1] < before[0]
    assert after[1] - after[0] == pytest.approx(before[1] - before[0], rel=0.01)


@pytest.mark.parametrize("words", ["capek lantern", "MÜLLERSTRASSE", "mullerstr čap", "15 april 1912 lit"])
def test_search_is_blind_to_accents_and_case_and_takes_beginnings(crowd, words):
    chart = crowd()
    chart.page.get_by_label("Search").fill(words)
    expect(titles(chart.page)).to_have_text([many.NEEDLE])
    assert len(set(chart.links)) == 1


def test_a_long_answer_is_listed_step_by_step(crowd):
    page = crowd().page
    page.get_by_label("Search").fill("telescope")
    expect(titles(page)).to_have_count(60)
    page.locator("#found-more").click()
    expect(titles(page)).to_have_count(120)


def test_back_and_forward_go_from_choice_to_choice(crowd):
    chart = crowd()
    page = chart.page
    chart.reader.unfold()
    page.get_by_label("Search").fill("lantern")
    expect(titles(page)).to_have_count(1)
    page.get_by_label("Search").fill("")
    page.locator("#filter-kind").select_option("plan")
    expect(page.locator("#filter-count")).to_contain_text(" of 1,500 events")
    plans = page.locator("#filter-count").inner_text()
    page.locator("#filter-from").fill("1990")
    expect(page.locator("#filter-count")).not_to_have_text(plans)
    page.go_back()
    expect(page.locator("#filter-count")).to_have_text(plans)
    page.go_forward()
    expect(page.locator("#filter-count")).not_to_have_text(plans)
    assert page.locator("#filter-from").input_value() == "1990"


def test_a_period_is_every_event_that_touches_it(crowd):
    chart = crowd(path="index.html#from=1912-04-15&to=1912-04-15")
    day = day_number(1912, 4, 15)
    shown = {event["id"] for event in chart.events if event["start"] < day + 1 and event["end"] > day}
    assert len(shown) > 1
    expect(chart.page.locator("#filter-count")).to_have_text(f"{len(shown)} of 1,500 events")


def test_nothing_found_says_what_to_leave_out(crowd):
    page = crowd(path="index.html#q=lantern&from=1990").page
    expect(page.locator("#nothing")).to_contain_text("Nothing matches all of this.")
    page.get_by_role("button", name="Leave out the period: 1 event").click()
    expect(titles(page)).to_have_text([many.NEEDLE])
    page.locator("#filter-from").fill("yesterday")
    expect(page.locator("#filter-from")).to_have_attribute("aria-invalid", "true")


def test_an_event_deep_in_the_crowd_shows_itself(crowd):
    event = many.events(NUMBER)[-700]
    chart = crowd(path=f"index.html#event={event.id}")
    expect(chart.card.locator(".card-title")).to_have_text(event.title)
