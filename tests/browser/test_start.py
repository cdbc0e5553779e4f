"""How the timeline starts: it answers before Plotly has come, and nothing moves when Plotly takes over."""

import io

import pytest
from PIL import Image, ImageChops

from tests.browser.chart import Chart
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

# what has moved on the page without anybody's doing
SHIFTS = """window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().filter(one => !one.hadRecentInput).map(one => one.value)))
  .observe({type: "layout-shift", buffered: true});"""


@pytest.fixture
def early(read):
    """The index of a site while Plotly is still on its way; calling what comes with it lets Plotly arrive."""

    def sit_down(setting):
        reader, held = read("observatory", setting), []
        reader.context.add_init_script(SHIFTS)
        reader.context.route("**/plotly*", lambda route: held.append(route))  # noqa: PLW0108  Playwright marks what it calls
        reader.page.goto(f"{reader.home}index.html")
        reader.page.wait_for_selector("#chart-frame.answers")
        reader.page.locator("#chart-frame").dispatch_event("focusin")  # somebody reaches for it
        reader.until("window.Plotly === undefined && document.querySelector('script[src*=plotly]') !== null")

        def arrive():
            held.pop().continue_()
            reader.page.wait_for_selector("#chart-frame.drawn")

        return Chart(reader), arrive

    return sit_down


def seen(chart):
    """The timeline as it looks."""
    return Image.open(io.BytesIO(chart.page.locator("#chart-frame").screenshot())).convert("RGB")


@pytest.mark.parametrize(
    ("setting", "closer"), [(Setting("web"), 0), (Setting("web", "phone", scheme="dark"), 3)], ids=str
)
def test_nothing_moves_when_plotly_takes_over(early, setting, closer):
    chart, arrive = early(setting)
    for _ in range(closer):
        chart.page.locator("#zoom-in").click()
    chart.settle()
    before, links = seen(chart), chart.links
    assert len(before.getcolors(1 << 20)) > 20  # it is drawn
    arrive()
    after = seen(chart)
    assert chart.links == links
    assert before.size == after.size
    strongest = max(high for _, high in ImageChops.difference(before, after).getextrema())
    assert strongest < 48  # of 255: what rounding does to an edge
    assert sum(chart.page.evaluate("shifts")) < 0.01  # nor did it when the still of the page made way


def test_it_answers_before_plotly_is_there(early):
    chart, arrive = early(Setting("web"))
    event = next(own for own in chart.events if own["shape"] == "point")
    chart.point_at(event["id"])
    assert chart.card.locator(".card-title").inner_text() == event["title"]
    chart.page.keyboard.press("Escape")
    start, end = chart.sight
    chart.page.locator("#zoom-in").click()
    closer = chart.sight
    assert closer[1] - closer[0] < 0.7 * (end - start)
    chart.page.locator("#chart-lanes label", has_text="Source").click()
    assert "The observatory on Mount Ister" in chart.lanes
    chart.page.locator("#chart-labels a[tabindex='0']").focus()
    chart.page.keyboard.press("ArrowRight")
    focused = chart.page.evaluate("document.activeElement.dataset.event")
    assert focused
    sight, lanes = chart.sight, chart.lanes
    arrive()
    assert (chart.sight, chart.lanes) == (sight, lanes)
    assert chart.page.evaluate("document.activeElement.dataset.event") == focused
    assert chart.card.is_visible()


def test_who_only_reads_and_searches_is_spared_plotly(read):
    reader = read("observatory", Setting("web"))
    page = reader.page
    page.goto(f"{reader.home}index.html")
    page.wait_for_selector("#chart-frame.answers")
    page.fill("#filter-text", "reflector")
    reader.until("document.querySelectorAll('#found .event').length > 0")
    chart = Chart(reader)
    assert 0 < len(chart.links) < len(chart.events)
    page.mouse.move(600, 10)
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(1500)  # longer than it would wait for the page to rest
    assert not any("plotly" in address for address in reader.asked)


REACHES = {
    "pointer": lambda page: page.mouse.move(600, 500, steps=8),
    "key": lambda page: page.locator("#chart-labels a[tabindex='0']").focus(),
    "choice": lambda page: page.locator("#zoom-in").click(),
}


@pytest.mark.parametrize("way", REACHES)
def test_plotly_comes_whichever_way_somebody_reaches_for_the_timeline(read, way):
    reader = read("observatory", Setting("web"))
    reader.page.goto(f"{reader.home}index.html")
    reader.page.wait_for_selector("#chart-frame.answers")
    REACHES[way](reader.page)
    reader.page.wait_for_selector("#chart-frame.drawn")
    assert reader.page.locator("#chart-plot .main-svg").count() > 0
    assert reader.page.locator("#chart-sketch").count() == 0


def test_what_cannot_be_had_is_done_without(read):
    """Where Plotly's file is missing, the timeline goes on as it is, and asks again at the next reach."""
    reader = read("observatory", Setting("web"))
    lost = []
    reader.context.route(
        "**/plotly*", lambda route: lost.append(route.abort()) if len(lost) < 1 else route.continue_()
    )
    reader.page.goto(f"{reader.home}index.html")
    reader.page.wait_for_selector("#chart-frame.answers")
    with reader.page.expect_event("requestfailed"):
        reader.page.locator("#zoom-in").click()
    reader.until("document.querySelector('script[src*=plotly]') === null")
    assert len(lost) == 1
    reader.page.locator("#zoom-in").click()
    reader.page.wait_for_selector("#chart-frame.drawn")
    reader.complaints.clear()  # the browser says that it could not load the file
