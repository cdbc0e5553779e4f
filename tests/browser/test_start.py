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


def test_search_needs_no_plotly_either(early):
    chart, _ = early(Setting("web"))
    chart.page.fill("#filter-text", "reflector")
    chart.reader.until("document.querySelectorAll('#found .event').length > 0")
    assert 0 < len(chart.links) < len(chart.events)
