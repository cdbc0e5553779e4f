"""The chart as data: a figure Plotly accepts, marks as wide as their dates, lanes and rows that hold still."""

import plotly.io
import pytest

from tests.render import sample
from timeline.model.event import Event, EventId, Kind, Origin
from timeline.render import chart as charts
from timeline.render import quotation, view
from timeline.render.addresses import addresses
from timeline.render.columns import columns
from timeline.render.marks import fitted, mark
from timeline.render.ticks import ticks
from timeline.times import edtf
from timeline.times.calendar import civil, day_number


def _chart(events=sample.EVENTS, wanted="tag"):
    library = quotation.Library(
        addresses(events, sample.ANALYSES), {analysis.document.id: analysis for analysis in sample.ANALYSES}
    )
    return charts.chart(events, [view.event(event, library) for event in events], wanted)


def sample_views():
    library = quotation.Library(
        addresses(sample.EVENTS, sample.ANALYSES), {a.document.id: a for a in sample.ANALYSES}
    )
    return [view.event(event, library) for event in sample.EVENTS]


def _made(date, title="A", tags=()):
    return Event(EventId(f"{date}-{title}"), edtf.parse(date), title, Kind.EVENT, Origin.EDITED, tags=tags)


def _mark(date):
    event = _made(date)
    return mark(event, view.event(event, quotation.Library(addresses((event,), ()), {})))


def test_plotly_accepts_the_figure():
    figure = _chart().data["figure"]
    assert plotly.io.to_json(figure, validate=True)
    assert figure["config"]["showSendToCloud"] is False


def test_every_event_has_a_trace_that_draws_it():
    chart = _chart()
    drawn = {trace["meta"]["look"] for trace in chart.data["figure"]["data"]}
    looks = columns(sample_views(), chart.marks, chart.facets).looks
    assert {f"{look['shape']} {look['kind']} {look['doubt']}".strip() for look in looks} <= drawn


@pytest.mark.parametrize(
    ("date", "days", "shape"),
    [
        ("2008-02-17", 1, "point"),
        ("2008-02", 29, "within"),
        ("2008", 366, "within"),
        ("199X", 3652, "within"),
        ("2024-05-07/2024-05-08", 2, "span"),
        ("1911/1946", 36 * 365 + 9, "span"),
        ("-0043", 365, "within"),
    ],
)
def test_a_mark_is_as_wide_as_its_date(date, days, shape):
    found = _mark(date)
    assert (found.end - found.start, found.shape) == (days, shape)


def test_open_ends_are_marked_and_not_drawn_as_lengths():
    found = _mark("2019/..")
    assert (found.start, found.end) == (day_number(2019), day_number(2020))
    assert (found.before, found.after) == ("", "open")
    assert (_mark("/2031-06").before, _mark("/2031-06").after) == ("unknown", "")


def test_the_opening_view_holds_every_event():
    marks = [_mark(date) for date in ("1911/1946", "2024-05-07", "1820~")]
    first, last = fitted(marks)
    assert all(first < found.start and found.end < last for found in marks)


def test_an_event_stands_in_each_of_its_lanes():
    (tags,) = [way for way in _chart().groupings if way.key == "tag"]
    lanes = {
        lane.name: {sample.EVENTS[number].id for number in lane.events}
        for lane in tags.lanes
        if not lane.apart
    }
    assert all("2005-06-17-east-basin" in lanes[tag] for tag in ("harbour", "law", "money"))
    assert "harbour-day" in lanes["harbour"]
    assert "2024-quarter" in lanes["Without a tag"]
    shown = set().union(*lanes.values())
    assert shown == {event.id for event in sample.EVENTS if event.kind in {Kind.EVENT, Kind.PLAN}}


def test_what_is_kept_apart_has_lanes_of_its_own():
    for way in _chart().groupings:
        apart = [lane for lane in way.lanes if lane.apart]
        assert {lane.apart for lane in apart} == {"background", "statistic"}
        for lane in apart:
            assert all(sample.EVENTS[number].kind.value == lane.apart for number in lane.events)


def test_sources_of_the_same_title_keep_their_lanes():
    (way,) = [way for way in _chart().groupings if way.key == "source"]
    assert len({lane.path for lane in way.lanes if lane.path}) == len(sample.DOCUMENTS)


def test_lanes_are_not_without_end():
    events = [_made("1999", f"Event {number}", (f"tag {number}",)) for number in range(30)]
    (way,) = [way for way in _chart(events).groupings if way.key == "tag"]
    assert len(way.lanes) <= 8
    assert way.lanes[-1].name == "Other tags"
    assert sum(len(lane.events) for lane in way.lanes) == 30


def test_without_tags_the_lanes_are_sources():
    events = [event for event in sample.EVENTS if not event.tags]
    assert _chart(events, "tag").grouping == "source"
    assert _chart([_made("1999")], "tag").grouping == "kind"


def test_marks_far_apart_share_a_row_and_marks_at_one_place_do_not():
    apart = _chart([_made(f"{year}-01-01", "A", ("t",)) for year in (1900, 1950, 2000)])
    assert [{mark.y - lane.y for mark in lane.marks} for lane in apart.still.lanes] == [{33}]
    crowd = _chart([_made("1999-01-01", f"A {number}", ("t",)) for number in range(4)])
    assert [len({mark.y for mark in lane.marks}) for lane in crowd.still.lanes] == [4]


def test_the_still_shows_what_the_chart_opens_with():
    found = _chart()
    paths = {mark.path for lane in found.still.lanes for mark in lane.marks}
    clustered = {cluster.event.path for lane in found.still.lanes for cluster in lane.clusters}
    assert paths | clustered == {v.path for v in sample_views() if v.kind in found.data["shown"]}
    for lane in found.still.lanes:
        for drawn in lane.marks:
            assert 0 <= float(drawn.x.rstrip("%")) <= 100
            assert lane.y < drawn.y < lane.y + lane.height <= found.still.height


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("1504", "2031"),
        ("2008-02-17", "2008-03-20"),
        ("2005", "2024"),
        ("-0499", "2020"),
        ("Y-449999999", "2031"),
        ("2023-11", "2025-02"),
    ],
)
def test_ticks_are_few_even_and_inside(start, end):
    first, last = edtf.parse(start).start, edtf.parse(end).start
    found = ticks(first, last, 6)
    assert len(found) <= 8
    assert [day for day, _ in found] == sorted({day for day, _ in found})
    assert all(first <= day <= last for day, _ in found)
    assert all(civil(day)[2] == 1 for day, _ in found)
    assert len({name for _, name in found}) == len(found)


def test_ticks_before_christ_are_round():
    found = dict(ticks(day_number(-549), day_number(600), 6))
    assert [name for _, name in sorted(found.items())] == [
        "400 BC",
        "200 BC",
        "1 BC",
        "AD 200",
        "AD 400",
        "AD 600",
    ]
