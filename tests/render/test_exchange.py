"""The files for other programs: read by other people's readers, or held to what their formats' own papers say."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from icalendar import Calendar
from PIL import Image

from tests.render import sample
from tests.render.reading import Page
from timeline import render
from timeline.model.event import Event, EventId, Kind, Origin
from timeline.render import calendars, exchange, material, sitemap
from timeline.times import edtf
from timeline.times.when import extent

HOME = "https://example.org/lindisport/"
AT_HOME = replace(sample.SETTINGS, base_url=HOME)


@pytest.fixture(scope="module")
def away(theme):
    """The sample, published at an address it knows."""
    return render.site(sample.EVENTS, sample.ANALYSES, AT_HOME, theme).files


@pytest.fixture(scope="module")
def stuff():
    return material.material(sample.EVENTS, sample.ANALYSES, AT_HOME)


def _meant(address, file):
    """The site path that a relative address means in a file."""
    return unquote(urljoin(file, address))


def _reach(event):
    """Whether a calendar can hold it."""
    days = extent(event.when)
    return all(day is None or abs(day) < 700_000 for day in (days.start, days.end))


def test_the_json_is_as_its_schema_says(site):
    schema = json.loads(site.files["timeline.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    events = json.loads(site.files["timeline.json"])
    assert [error.message for error in validator.iter_errors(events)] == []
    for spoilt in (
        {"kind": "rumour"},
        {"date": "5 May"},
        {"evidence": [{"source": "a.txt"}]},
        {"page": None},
    ):
        assert not validator.is_valid([{**events[0], **spoilt}])


def test_the_schema_names_every_field(site):
    schema = json.loads(site.files["timeline.schema.json"])
    named = set(schema["$defs"]["event"]["properties"])
    for event in json.loads(site.files["timeline.json"]):
        assert set(event) <= named


def test_a_calendar_is_read_by_others(site):
    body = site.files["timeline.ics"]
    entries = {str(e["uid"]): e for e in Calendar.from_ical(body.decode()).walk("VEVENT")}
    held = [event for event in sample.EVENTS if _reach(event) and extent(event.when).start is not None]
    assert len(held) > 15
    for event in held:
        assert str(entries[f"{event.id}@timeline"]["summary"]) == event.title
    flood = entries["1953-02-03-sea-wall-gives-way;-41-p@timeline"]
    assert (flood["dtstart"].dt, flood["dtend"].dt) == (date(1953, 2, 3), date(1953, 2, 4))
    assert "Date: 3 February 1953 (1953-02-03)" in str(flood["description"])
    assert not any("trilobite" in str(entry["summary"]) for entry in entries.values())
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    assert b"\n" not in body.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "title", ["a; b, c\\n d", "é" * 90, "\N{GRINNING FACE}" * 60, "a\r\nEND:VCALENDAR", "x\x00y"]
)
def test_a_calendar_takes_any_title(title):
    event = Event(EventId("a"), edtf.parse("1999"), title, Kind.EVENT, Origin.EDITED)
    text = "".join(calendars.ics(material.material([event], (), sample.SETTINGS)))
    (entry,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(entry["summary"]) == title.replace("\r\n", "\n").replace("\x00", "")


def test_a_table_runs_nothing(site):
    rows = list(csv.DictReader(io.StringIO(site.files["timeline.csv"].decode())))
    assert [row["id"] for row in rows] == [event.id for event in sample.EVENTS]
    assert {row["date"]: row["in_words"] for row in rows}["-0043/.."] == "44 BC or later"
    event = Event(
        EventId("a"), edtf.parse("1999"), '=HYPERLINK("x")', Kind.EVENT, Origin.EDITED, tags=("@sum",)
    )
    (row,) = csv.DictReader(io.StringIO(exchange.printed(material.material([event], (), AT_HOME), "csv")))
    assert (row["title"], row["tags"]) == ('\'=HYPERLINK("x")', "'@sum")


def test_a_feed_needs_and_knows_the_address(site, away):
    assert "timeline.atom" not in site.files
    feed = ET.fromstring(away["timeline.atom"])  # noqa: S314 - our own
    atom = "{http://www.w3.org/2005/Atom}"
    ids = [entry.findtext(f"{atom}id") for entry in feed.iterfind(f"{atom}entry")]
    assert len(ids) == len(set(ids)) > 15
    assert all(name.startswith(f"{HOME}events/") for name in ids)
    for entry in feed.iterfind(f"{atom}entry"):
        path = entry.find(f"{atom}link").get("href").removeprefix(HOME)
        assert path in {json.loads(f'"{name}"') for name in away}
        assert entry.findtext(f"{atom}updated").endswith("T00:00:00Z")


def test_annotations_quote_the_text_and_count_in_it(site):
    index = json.loads(site.files["annotations.json"])
    assert index["type"] == "AnnotationCollection"
    texts = {document.title: document.text for document in sample.DOCUMENTS}
    path, seen, before = _meant(index["first"], "annotations.json"), 0, None
    while path:
        page = json.loads(site.files[path])
        assert (page["type"], page["startIndex"]) == ("AnnotationPage", seen)
        assert _meant(page["partOf"], path) == "annotations.json"
        assert ("prev" in page) == (before is not None)
        assert before is None or _meant(page["prev"], path) == before
        for item in page["items"]:
            text = texts[item["target"]["source"]["title"]]
            words, place = item["target"]["selector"]
            assert (words["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert text[place["start"] : place["end"]] == words["exact"]
            assert words["prefix"] + words["exact"] + words["suffix"] in text
            assert _meant(item["body"][1]["source"], path) in site.files
        seen += len(page["items"])
        before, path = path, _meant(page["next"], path) if "next" in page else None
    cited = sum(
        len(e.mentions) + len(e.citations) + sum(len(r.mentions) for r in e.rivals) for e in sample.EVENTS
    )
    assert index["total"] == seen == cited
    ids = [
        i["id"]
        for name, body in site.files.items()
        if name.endswith(".annotations.json")
        for i in json.loads(body)["items"]
    ]
    assert len(ids) == len(set(ids))


def test_slides_are_no_finer_than_their_dates(site):
    slides = {slide["unique_id"]: slide for slide in json.loads(site.files["timelinejs.json"])["events"]}
    assert len(slides) == len(sample.EVENTS)
    assert json.loads(site.files["timelinejs.json"])["scale"] == "cosmological"
    assert all(set(slide["start_date"]) == {"year", "display_date"} for slide in slides.values())
    recent = exchange.printed(material.material(sample.RECENT, sample.ANALYSES, AT_HOME), "timelinejs")
    slides = {slide["start_date"]["display_date"]: slide for slide in json.loads(recent)["events"]}
    assert slides["3 February 1953"]["start_date"].items() >= {"year": 1953, "month": 2, "day": 3}.items()
    assert slides["about 1820"]["start_date"] == {"year": 1820, "display_date": "about 1820"}
    decade = slides["the 1870s"]
    assert (decade["start_date"]["year"], decade["end_date"]["year"]) == (1870, 1879)
    assert "<img" not in recent


def test_markwhen_says_a_doubt_in_words(stuff):
    lines = exchange.printed(stuff, "markwhen").splitlines()
    assert lines[:3] == ["---", 'title: "Lindisport: a harbour and its town"', "---"]
    assert "1953-02-03: Sea wall gives way; 41 people drown #flood" in lines
    assert any(
        line.startswith("1820-01-01/1820-12-31: ") and "(about 1820; EDTF 1820~)" in line for line in lines
    )
    assert any(line.startswith("// about 13,000 BC: ") for line in lines)
    entries = [line for line in lines if line[:1].isdigit()]
    assert len(entries) + sum(line.startswith("// ") for line in lines) == len(sample.EVENTS)


def test_pages_say_what_they_are_about(away):
    def said(path):
        scripts = Page(away[path].decode()).all("script", type="application/ld+json")
        return json.loads(scripts[0].text)

    event = said("events/2005-06-17-east-basin.html")
    assert (event["@type"], event["startDate"]) == ("Event", "2005-06-17")
    assert event["subjectOf"][0]["url"] == "https://example.org/harbour?a=1&b=2"
    doubted = next(said(path) for path in away if path.startswith("events/1820-"))
    assert "startDate" not in doubted
    assert doubted["disambiguatingDescription"] == "about 1820"
    work = said("sources/press-courier-2021.html")
    assert (work["@type"], work["datePublished"]) == ("CreativeWork", "2021-08-12")
    assert work["url"].startswith(HOME)  # the document's own is no address of the web
    inferred = next(
        said(path)
        for path, body in away.items()
        if path.startswith("sources/") and b'id="document" lang="he"' in body
    )
    assert "datePublished" not in inferred
    data = said("index.html")
    assert data["@type"] == "Dataset"
    assert {d["contentUrl"].removeprefix(HOME) for d in data["distribution"]} <= set(away)


def test_what_needs_the_address_is_left_out_without_it(site, away):
    needs = {"sitemap.xml", "robots.txt", "timeline.atom", "assets/timeline.png"}
    assert needs <= set(away)
    assert not needs & set(site.files)
    assert b"og:image" in away["index.html"]
    assert b"og:image" not in site.files["index.html"]
    assert b'id="left-out"' in site.files["data.html"]
    assert b'id="left-out"' not in away["data.html"]


def test_the_site_map_holds_every_page_and_no_other(away):
    found = [e.text for e in ET.fromstring(away["sitemap.xml"]).iter() if e.tag.endswith("loc")]  # noqa: S314
    canonical = [
        e.attributes["href"]
        for path, body in away.items()
        if path.endswith(".html")
        for e in Page(body.decode()).all("link", rel="canonical")
    ]
    assert sorted(found) == sorted(canonical)
    assert HOME in found
    assert away["robots.txt"].decode().endswith(f"Sitemap: {HOME}sitemap.xml\n")


def test_a_large_site_map_is_cut(stuff):
    files = sitemap.files(stuff, [f"events/{n}.html" for n in range(sitemap.MOST + 1)])
    assert set(files) == {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "robots.txt"}
    assert files["sitemap-2.xml"].count("<loc>") == 1
    assert f"<sitemap><loc>{HOME}sitemap-1.xml</loc>" in files["sitemap.xml"]


def test_the_picture_shows_the_events(away):
    image = Image.open(io.BytesIO(away["assets/timeline.png"])).convert("RGB")
    assert image.size == (1200, 630)
    colours = {colour for _, colour in image.getcolors(1 << 20)}
    assert len(colours) > 8
    assert any(red > 140 and green < 70 and blue < 60 for red, green, blue in colours)  # an event's red
    assert len(away["assets/timeline.png"]) < 60_000
