"""From the Big Bang to after the year 10000, and what is drawn besides marks: today, dates that contradict, names as lanes."""

import datetime as dt

import pytest

from tests.browser import many
from tests.browser.chart import Chart

pytestmark = pytest.mark.browser

TICKS = """() => {
  const {tickvals, ticktext, range} = document.getElementById("chart-plot").layout.xaxis, third = (range[1] - range[0]) / 3;
  return ticktext.filter((_, n) => tickvals[n] >= range[0] + third && tickvals[n] <= range[1] - third);
}"""
TODAY = """() => document.getElementById("chart-plot").layout.shapes.filter(shape => shape.line.dash === "dot")
  .map(shape => timelineChart.scale.day(shape.x0))"""


def test_the_axis_reaches_from_the_beginning_to_beyond_the_year_9999(read):
    ages = Chart(read("ages"))
    ages.reader.open()
    assert set(ages.links) == set(many.AGES)
    said = {}
    for name in many.AGES:
        ages.page.evaluate("name => { location.hash = `event=${name}`; }", name)
        ages.page.wait_for_selector(f'#chart-card[data-event="{name}"]', state="visible")
        if name not in ("bang", "ice"):
            ages.page.evaluate("timelineChart.zoom(1 / 400)")  # the mark stays in the middle
            ages.settle()
        said[name] = " ".join(ages.page.evaluate(TICKS))
    assert "bn years ago" in said["bang"]
    assert "13,0" in said["ice"]
    assert "BC" in said["ice"]
    assert "BC" in said["ides"]
    assert "1970" in said["moon"]
    assert "12,02" in said["clock"]


@pytest.mark.parametrize(("name", "reached"), [("observatory", True), ("library", False)])
def test_today_is_marked_only_where_the_data_reach_it(read, name, reached):
    reader = read(name)
    reader.open()
    today = (dt.datetime.now(dt.UTC) - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)) / dt.timedelta(days=1)
    assert reader.page.evaluate(TODAY) == ([pytest.approx(today, abs=0.1)] if reached else [])


def test_a_date_that_contradicts_is_drawn_beside_the_one_that_is_told(read):
    reader = read("observatory")
    reader.open()
    ends = reader.page.evaluate(
        "document.getElementById('chart-plot').data.filter(t => t.meta.look === 'rival end').map(t => [t.x, t.y])"
    )
    event = next(own for own in Chart(reader).events if own["rivals"])
    box = next(own for own in Chart(reader).boxes if own["number"] == event["number"])
    assert ends == [[[sum(event["rivals"][0]) / 2], [box["y"]]]]


def test_who_is_named_may_be_the_lanes(read):
    chart = Chart(read("demo"))
    chart.reader.open("index.html#lanes=participant")
    chart.reader.until("document.querySelector('#chart-lanes input:checked').value === 'participant'")
    named = chart.page.locator("#filter-participant option").evaluate_all(
        "all => all.map(one => one.dataset.name)"
    )
    assert len(set(chart.lanes) & set(named)) > 3
    assert "Nobody by name" in chart.lanes
