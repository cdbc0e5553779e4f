"""The site as a value: what stands in it, where its links lead, what it asks for, and what it lets through."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from posixpath import join, normpath
from urllib.parse import unquote

import jsonschema
import pytest

from tests.render import sample
from tests.render.reading import Page
from timeline import render
from timeline.model.document import Source, Written
from timeline.model.edit import Settings
from timeline.model.event import Event, EventId, Figure, Kind, Origin
from timeline.render import quotation
from timeline.render.dates import Dates
from timeline.times import edtf

KINDS_OF_PAGE = ("index", "events/", "sources/", "sources/index", "tags/", "tags/index", "404")


@pytest.fixture(scope="module")
def pages(site):
    return {path: Page(body.decode()) for path, body in site.files.items() if path.endswith(".html")}


def _page(pages, event):
    return next(
        page for page in pages.values() if page.all("article") and page.all("article", data_event=event)
    )


def _target(page, address):
    path, _, fragment = address.partition("#")
    path = unquote(path.partition("?")[0])
    return (normpath(join(page.rpartition("/")[0], path)) if path else page), unquote(fragment)


# Whole and the same ------------------------------------------------------------------------------------------


def test_every_kind_of_page_is_there(site):
    for kind in KINDS_OF_PAGE:
        assert any(path.startswith(kind) for path in site.files), kind
    for path in (".nojekyll", "timeline.json", "assets/plotly.min.js", "assets/favicon.svg"):
        assert path in site.files


def test_the_same_input_gives_the_same_bytes(site, theme):
    again = render.site(sample.EVENTS, sample.ANALYSES, sample.SETTINGS, theme)
    assert again.files == site.files


def test_pages_nest_and_name_nothing_twice(pages):
    for path, page in pages.items():
        assert page.faults == [], path
        assert len(page.ids) == len(set(page.ids)), path


def test_every_page_has_a_title_a_language_and_one_heading(pages):
    for path, page in pages.items():
        assert page.all("title")[0].text.strip(), path
        assert page.all("html")[0].attributes["lang"] == "en"
        assert len(page.all("h1")) == 1, path
        levels = [int(e.tag[1]) for e in page.elements if re.fullmatch(r"h[1-6]", e.tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


# Links -------------------------------------------------------------------------------------------------------


def test_every_link_inside_leads_somewhere(site, pages):
    checked = 0
    for path, page in pages.items():
        for element in page.elements:
            address = element.attributes.get("href", element.attributes.get("src"))
            if address is None or re.match(r"[a-z]+:", address):
                continue
            target, fragment = _target(path, address)
            assert target in site.files, f"{path}: {address}"
            assert not address.startswith("/")
            if fragment and "=" not in fragment:  # "#event=…" is read by the page's script
                assert fragment in pages[target].ids, f"{path}: {address}"
            checked += 1
    assert checked > 300


def test_data_for_the_script_leads_to_pages_too(site, pages):
    data = _data(site)
    titles, cards = _part(site, "titles"), _part(site, "cards")
    assert len(titles) == len(cards) == data["total"] == len(sample.EVENTS)
    for (name, page, *_), card in zip(titles, cards, strict=True):
        assert f"events/{page or name}.html" in pages
        for source in card.get("sources", ()):
            path, _, fragment = source[1].partition("#")
            assert fragment in pages[path].ids
    for grouping in data["groupings"]:
        for lane in grouping["lanes"]:
            assert not lane["path"] or lane["path"] in pages


def test_links_name_files_so_that_no_server_is_needed(pages):
    for page in pages.values():
        for element in page.all("a"):
            address = element.attributes.get("href", "").partition("#")[0]
            is_file = address.endswith((".html", ".json", ".csv", ".ics", ".mw"))
            assert not address or is_file or address.startswith("https://")


def test_a_quotation_and_its_passage_lead_to_each_other(pages):
    event = _page(pages, "2005-06-17-east-basin")
    link = event.all("a", class_="passage-link")[0].attributes["href"]
    assert link.startswith("../sources/harbour.html#m-")
    source = pages["sources/harbour.html"]
    fragment = link.partition("#")[2]
    marked = "".join(e.text for e in source.all("mark", data_passages=fragment))
    assert marked == "“We signed for eleven million on 17 June 2005,” he told the Courier"
    back = [e for e in source.all("a") if e.attributes.get("data-passage") == fragment]
    assert [e.attributes["href"] for e in back] == ["../events/2005-06-17-east-basin.html"]


def test_the_original_is_linked_with_a_text_fragment(pages):
    event = _page(pages, "2005-06-17-east-basin")
    address = event.all("a", class_="original")[0].attributes["href"]
    assert address.startswith("https://example.org/harbour?a=1&b=2#:~:text=%E2%80%9CWe%20signed")
    assert "," not in address


# Trust -------------------------------------------------------------------------------------------------------


def test_nothing_is_asked_of_the_network(site, pages):
    for path, page in pages.items():
        for element in page.elements:
            if element.tag == "a" or (element.tag == "link" and element.attributes.get("rel") == "canonical"):
                continue
            for name, value in element.attributes.items():
                if name in {"href", "src", "srcset", "data", "action", "poster", "background"}:
                    assert not re.match(r"([a-z]+:)?//", value), f"{path}: <{element.tag} {name}={value}>"
            assert element.tag not in {"img", "iframe", "object", "embed"}
            assert element.tag != "base" or "href" not in element.attributes
    style = site.files["assets/site.css"].decode()
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_lets_nothing_inline_run(pages):
    for path, page in pages.items():
        (policy,) = [
            e.attributes["content"]
            for e in page.all("meta")
            if e.attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy.startswith("default-src 'none'"), path
        assert "unsafe" not in policy
        assert "*" not in policy
        for element in page.elements:
            assert "style" not in element.attributes, path
            assert not any(name.startswith("on") for name in element.attributes), path
            if element.tag == "script" and element.attributes.get("type") == "application/ld+json":
                json.loads(element.text)  # data, which no browser runs
            elif element.tag == "script":
                assert not element.text.strip()
                assert element.attributes["src"]
                assert element.attributes.get("type") != "module"  # which file:// refuses


def test_what_is_hostile_is_only_text(site, pages):
    for path, body in site.files.items():
        if path.endswith(".html"):
            assert b"<img" not in body, path
            assert b"alert(2)</script>" not in body, path
            for element in pages[path].elements:
                assert not any("javascript:" in value for value in element.attributes.values()), path
    assert _page(pages, "hostile").all("h1")[0].text == sample.HOSTILE
    assert b"</script" not in site.files["data/timeline.js"]
    assert any(title == sample.HOSTILE for _, _, title, *_ in _part(site, "titles"))
    for path, body in site.files.items():
        assert not path.startswith("data/") or b"</script" not in body


def test_text_from_others_keeps_its_direction_to_itself(pages):
    for path in ("index.html", "events/st-marks.html"):
        for element in pages[path].elements:
            if element.tag in {"h1", "a"} and element.text == sample.HEBREW:
                assert element.attributes["dir"] == "auto"


# Events ------------------------------------------------------------------------------------------------------


def test_the_list_holds_every_event_without_scripts(pages):
    listed = [e.attributes["data-event"] for e in pages["index.html"].all("li", class_="event")]
    assert sorted(listed) == sorted(event.id for event in sample.EVENTS)
    main = [event.id for event in sample.EVENTS if event.kind in {Kind.EVENT, Kind.PLAN}]
    assert listed[: len(main)] == main  # in the order given, what is kept apart after them


def test_statistics_and_background_stand_apart(pages):
    index = pages["index.html"]
    apart = {s.attributes["id"]: s.text for s in index.all("section", class_="listing-apart")}
    assert set(apart) == {"background", "figures"}
    assert "Cargo: 212,000 tonnes" in apart["figures"]
    assert "Mirror bought at auction" in apart["background"]
    assert "Cargo" not in index.all("section", id="list")[0].text


def test_a_page_says_everything_of_its_event(pages):
    page = _page(pages, "2005-06-17-east-basin")
    text = " ".join(page.all("main")[0].text.split())
    assert "17 June 2005" in text
    assert "In 2005 the council sold the east basin to a consortium led by Orrin Vale." in text
    assert "“and I have regretted it since.”" in text
    assert "Read by machine from one document, edited by hand. The editor set the title and the tags." in text
    assert "Council minutes, June 2005" in text
    rivals = page.all("section", id="rivals")[0].text
    assert "19 June 2005" in rivals
    assert "Harbour deal was signed in secret" in rivals
    assert [e.text for e in page.all("a", class_="tag")] == ["harbour", "law", "money"]
    assert page.all("a", rel="prev")[0].attributes["href"] == "hostile.html"
    assert page.all("a", rel="next")[0].text.split()[:4] == ["After", "21", "June", "2005"]
    marked = [e.text for e in page.all("mark", class_="expression")]
    assert marked == [
        "17 June 2005",
        "17 June 2005",
        "2005",
        "19 June 2005",
    ]  # at the top first, then in each quotation


def test_a_page_names_who_says_so_before_anything_else(pages):
    head = _page(pages, "2005-06-17-east-basin").all("header", class_="one-head")[0]
    words = " ".join(head.text.split())
    assert "First dated by Lindisport Historical Society, written in 2020: “" in words
    assert "17 June 2005" in words.partition("written in 2020: “")[2].partition("”")[0]
    assert "Read by machine from one document, edited by hand. Sources disagree" in words
    assert words.endswith(
        "Sources disagree on the date : 19 June 2005, says The Courier .".replace(" :", ":").replace(
            " .", "."
        )
    )


def test_dates_that_sources_disagree_about_stand_side_by_side(pages):
    (table,) = _page(pages, "2005-06-17-east-basin").all("table", class_="dates")
    words = " ".join(table.text.split())
    assert "17 June 2005shown hereLindisport Historical Society: “17 June 2005”, written in 2020" in words
    assert "19 June 2005The Courier: “19 June 2005”, written on 12 August 2021" in words


def test_numbers_that_sources_disagree_about_stand_side_by_side(theme):
    flood = next(event for event in sample.EVENTS if event.id.startswith("1953-02-03"))
    (told,) = flood.mentions
    other = sample.mention(sample.COURIER, "the consortium".capitalize() + " has been", "has", "1953-02-03")
    figures = (Figure("dead", "", 41, (told,)), Figure("dead", "<sailors>", 43, (other,)))
    differing = replace(flood, mentions=(told, other), figures=figures)
    site = render.site((differing,), sample.ANALYSES, sample.SETTINGS, theme)
    (path,) = (path for path in site.files if path.startswith("events/1953"))
    section = site.files[path].decode().partition('id="figures"')[2].partition("</section>")[0]
    rows = [" ".join(row.text.split()) for row in Page(section).all("tr")[1:]]
    assert rows == [
        "41 deadLindisport Historical Society, written in 2020",
        "43 dead (<sailors>)The Courier, written on 12 August 2021",
    ]
    passages = [link.attributes["href"] for link in Page(section).all("a")]
    assert [normpath(join("events", href.partition("#")[0])) in site.files for href in passages] == [
        True,
        True,
    ]
    assert all(
        f'id="{href.partition("#")[2]}"'
        in site.files[normpath(join("events", href.partition("#")[0]))].decode()
        for href in passages
    )
    (line,) = json.loads(site.files["timeline.json"])
    assert [(one["number"], one["evidence"][0]["source"]) for one in line["figures"]] == [
        (41, "harbour.txt"),
        (43, "press/courier-2021.txt"),
    ]
    schema = json.loads(site.files["timeline.schema.json"])
    jsonschema.validate([line], schema)


def test_a_page_says_how_its_date_was_worked_out(pages):
    page = next(page for path, page in pages.items() if path.startswith("events/2021-07-council"))
    dating = " ".join(page.all("details", class_="dating")[0].text.split())
    assert "July 2021" in dating
    assert "the document was written on 12 August 2021 the month before is July 2021" in dating
    assert "The words do not say the month, the year" in dating
    assert "written on 12 August 2021, from the document’s own dateline" in dating


def test_a_date_set_by_hand_shows_what_was_read(pages):
    page = next(page for page in pages.values() if page.all("h1")[0].text.startswith("Mayor calls"))
    text = " ".join(page.all("aside")[0].text.split())
    assert "Date 4 August 2021" in text
    assert "By the documents alone it would be dated between 2 and 8 August 2021." in text


def test_sources_show_excerpts_or_all(pages, theme):
    left_out = "For years, the harbour was the only employer"
    page = pages["sources/press-courier-2021.html"]
    assert left_out not in page.html
    assert page.all("p", class_="gap")
    full = render.site(
        sample.EVENTS, sample.ANALYSES, replace(sample.SETTINGS, quotations="full"), theme
    ).files["sources/press-courier-2021.html"]
    assert left_out in full.decode()
    assert "[…]" not in full.decode()


def test_the_data_file_holds_the_same_events(site):
    events = json.loads(site.files["timeline.json"])
    assert [event["id"] for event in events] == [event.id for event in sample.EVENTS]
    basin = next(event for event in events if event["id"] == "2005-06-17-east-basin")
    assert basin["date"] == "2005-06-17"
    assert basin["page"] == "events/2005-06-17-east-basin.html"
    evidence = basin["evidence"][0]
    assert sample.HARBOUR.text[evidence["start"] : evidence["end"]] == evidence["quote"]


# Edges -------------------------------------------------------------------------------------------------------


def test_an_empty_project_is_a_site(theme):
    files = render.site((), (), Settings(), theme).files
    assert "No dated events yet" in files["index.html"].decode()
    assert Page(files["index.html"].decode()).faults == []


def test_events_without_tags_need_no_tags(theme):
    event = Event(EventId("a"), edtf.parse("1999"), "A", Kind.EVENT, Origin.EDITED)
    files = render.site((event,), (), Settings(), theme).files
    assert not any(path.startswith("tags/") for path in files)
    assert b"tags/index.html" not in files["index.html"]


@pytest.mark.parametrize("name", ["../../evil", "index", "a/b", "A?b#c", "..", "with space", "CON"])
def test_an_id_never_leaves_its_folder(theme, name):
    event = Event(EventId(name), edtf.parse("1999"), "A", Kind.EVENT, Origin.EDITED)
    files = render.site((event,), (), Settings(), theme).files
    assert sum(re.fullmatch(r"events/[^/.]+\.html", path) is not None for path in files) == 1
    assert not any(".." in path for path in files)


def test_the_page_that_is_not_found_works_at_any_depth(theme):
    def page(url):
        settings = Settings(title="T", base_url=url)
        return Page(render.site((), (), settings, theme).files["404.html"].decode())

    for found in (page(""), page("https://example.org/t/")):
        for element in found.elements:
            address = element.attributes.get("href", "")
            assert address.startswith(("https://", "data:")) or not address
    assert page("https://example.org/t/").all("a")[0].attributes["href"] == "https://example.org/t/"


def _part(site, kind):
    script = site.files[f"data/{kind}-0.js"].decode()
    return json.loads(re.fullmatch(rf'timelineLoad\("{kind}",0,(.*)\);\n', script, re.DOTALL)[1])


def _data(site):
    script = site.files["data/timeline.js"].decode()
    return json.loads(re.fullmatch(r"var timelineData = (.*);\n", script, re.DOTALL)[1])


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2021-08-12", "on 12 August 2021"),
        ("2022-01", "in January 2022"),
        ("2023-05-30/..", "on 30 May 2023 or later"),
        ("../2023-05", "in May 2023 or earlier"),
        ("2003-05/2004", "between May 2003 and 2004"),
    ],
)
def test_when_a_document_was_written_stands_in_a_sentence(date, said):
    written = Written(edtf.parse(date), Source.INFERRED, ())
    assert quotation.dating(written, Dates("en")).placed == said
