"""The switch that shows in full the stretches in which nothing happens: `library` has one of eighteen centuries, then a few decades."""

import pytest

from tests.browser.chart import Chart
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser


def shares(chart):
    """Where what is drawn stands, as shares of the width, from the left."""
    width = chart.page.evaluate("timelineChart.width")
    return sorted((box["x0"] + box["x1"]) / 2 / width for box in chart.boxes)


TICKS = """() => {
  const {tickvals, ticktext, range} = document.getElementById("chart-plot").layout.xaxis, third = (range[1] - range[0]) / 3;
  return ticktext.filter((_, n) => tickvals[n] >= range[0] + third && tickvals[n] <= range[1] - third);
}"""  # those in sight: what is drawn is three views wide


@pytest.mark.parametrize("setting", [Setting(), Setting("web", "phone")], ids=str)
def test_an_empty_age_is_folded_away_until_one_asks_for_it(read, setting):
    chart = Chart(read("library", setting))
    page = chart.reader.open()
    switch, folds = page.get_by_label("Empty stretches in full"), page.locator(".fold-name")
    assert not switch.is_checked()
    first, second, *_ = folded = shares(chart)
    assert second - first < 0.2
    assert folded[-1] - second > 0.5  # the few decades have most of the room
    assert folds.all_inner_texts() == ["1,799 years"]
    assert (
        page.evaluate(TICKS)[0] == "AD 123"
    )  # not only beyond the edge, however little of that time is in sight
    assert "folded away" in folds.get_attribute("title")
    opened = chart.sight

    switch.focus()
    page.keyboard.press("Space")
    stone, *later = shares(chart)
    assert later
    assert (min(later) - stone) / (max(later) - stone) > 0.95  # as far away as they are
    assert folds.count() == 0
    assert set(chart.links) | set(chart.clustered) == {event["id"] for event in chart.events}

    page.keyboard.press("Space")
    assert shares(chart) == pytest.approx(folded, abs=0.01)
    assert folds.all_inner_texts() == ["1,799 years"]
    assert chart.sight == pytest.approx(opened, abs=1)


def test_without_an_empty_age_there_is_nothing_to_switch(read):
    page = read("observatory").open()
    assert page.locator("#chart-to-scale").count() == 0
