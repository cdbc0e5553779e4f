"""A project of which every field holds a planted script: none runs, and what was planted can be read as text."""

import pytest

from tests.browser import kinds
from tests.browser.chart import Chart
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("setting", [Setting("web"), Setting("file", "phone")], ids=str)
def test_no_kind_of_page_runs_what_was_planted(read, site, setting):
    reader = read("hostile", setting)
    for kind, path in kinds.pages(site("hostile")).items():
        page = reader.open(path)
        page.wait_for_timeout(50)  # an image that fails to load says so a little later
        assert page.evaluate("typeof window.__pwned") == "undefined", kind
        assert (
            page.locator("main script, main iframe, main img, article [onclick], [onerror], [onload]").count()
            == 0
        )


def test_what_was_planted_is_shown_as_text(read, site):
    reader = read("hostile")
    planted = next(event for event in kinds.events(site("hostile")) if event["date"] == "1931-05-04")
    page = reader.open(planted["page"])
    assert page.locator("h1").inner_text() == " ".join(planted["title"].split())
    assert "<script>" in page.title()
    assert "<script>" in reader.open().locator("h1").inner_text()


def test_no_link_runs_a_script(read, site):
    reader = read("hostile")
    for path in sorted(
        path.relative_to(site("hostile")).as_posix() for path in site("hostile").rglob("*.html")
    ):
        schemes = reader.open(path).evaluate(
            "Array.from(document.links, link => new URL(link.href, location).protocol)"
        )
        assert set(schemes) <= {"file:", "https:", "http:"}, path


def test_cards_filters_and_addresses_take_it_for_text(read):
    reader = read("hostile", Setting("web"))
    page = reader.open("index.html#q=%3Cimg%20src%3Dx%20onerror%3Dwindow.__pwned%3D1%3E&event=%3Cscript%3E")
    assert page.get_by_label("Search").input_value() == "<img src=x onerror=window.__pwned=1>"
    page.locator("#filter-reset").click()
    page.locator("#filter-reset").wait_for(state="hidden")  # the list and the timeline have answered
    chart = Chart(reader)
    for event in chart.events:
        chart.point_at(event["id"])
        assert chart.card.locator(".card-title").inner_text() == " ".join(event["title"].split())
        assert chart.card.locator("script, img, iframe").count() == 0
    reader.unfold()
    for option in page.locator("#filter-tag option").all()[1:]:
        page.locator("#filter-tag").select_option(option.get_attribute("value"))
    assert page.evaluate("typeof window.__pwned") == "undefined"


def test_the_policy_would_stop_what_slipped_through(read):
    """The second lock: a script that did get into a page is not run by the browser."""
    reader = read("hostile")
    page = reader.open()
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.__pwned = 1";
      document.body.append(script);
      const image = document.createElement("div");
      image.innerHTML = "<img src=x: onerror='window.__pwned = 2'>";
      document.body.append(image);
    }""")
    page.wait_for_timeout(100)
    assert page.evaluate("typeof window.__pwned") == "undefined"
    assert any("Content Security Policy" in words for words in reader.complaints)
    reader.complaints.clear()
    reader.asked[:] = [url for url in reader.asked if not url.startswith("x:")]
