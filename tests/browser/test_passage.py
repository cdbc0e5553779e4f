"""From an event to the exact words it was read from, in their place, and to where they were published."""

import html
import re
from itertools import groupby
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser import kinds, places
from tests.browser.chart import Chart
from tests.browser.reader import ANYWHERE, WAYS, Setting, anywhere

pytestmark = pytest.mark.browser

# What the demo must be able to show: a sentence of each of its main happenings.
FIVE = (
    "1999 NATO bombing of Yugoslavia",
    "was enacted on Sunday, 17 February 2008",
    "China entered a process before the International Court of Justice",
    "signed a deal on December 16, 2021",
    "Xi Jinping was in Belgrade last week",
)

# the words that the passage of an address marks, as they stand in the page, and whether they are in sight
_MARKED = """name => {
  const own = Array.from(document.querySelectorAll(".passage"))
    .filter(piece => piece.dataset.passages.split(" ").includes(name));
  const boxes = own.flatMap(piece => Array.from(piece.getClientRects()));
  return {
    text: own.map(piece => piece.textContent).join(" "),
    top: Math.min(...boxes.map(box => box.top)),
    height: innerHeight,
    marked: own.length > 0 && own.every(piece => piece.classList.contains("here")),
    colour: own.length ? getComputedStyle(own[0]).backgroundColor : "",
    others: Array.from(document.querySelectorAll(".passage.here")).length - own.length,
  };
}"""


def plain(text):
    """Words alone: a page breaks lines and passages where it likes."""
    return re.sub(r"\s+", "", text)


def events_with_words(folder):
    return [
        event
        for event in kinds.events(folder)
        if any(found.get("start") is not None for found in event["evidence"])
    ]


@pytest.mark.parametrize("words", FIVE)
@pytest.mark.parametrize("setting", [Setting("web"), Setting("file", "phone")], ids=str)
def test_each_main_happening_can_be_clicked_through(read, site, words, setting):
    told = [
        (event, evidence)
        for event in events_with_words(site("demo"))
        for evidence in event["evidence"]
        if words in " ".join(evidence.get("quote", "").split())
    ]
    assert told, f"no event was read from “{words}”"
    event, evidence = told[0]
    reader = read("demo", setting)
    reader.open()
    _show_all_kinds(reader.page)
    Chart(reader).follow(event)
    _from_event_to_passage_and_back(reader, event, evidence)


@anywhere
def test_from_a_mark_to_its_passage_and_back(read, site, setting):
    reader = read("observatory", setting)
    reader.open()
    event = next(
        event
        for event in events_with_words(site("observatory"))
        if event["title"] == "Soldiers hold the summit"
    )
    Chart(reader).follow(event)
    _from_event_to_passage_and_back(reader, event, event["evidence"][0])


def _show_all_kinds(page):
    for box in page.locator("#chart-kinds label").all():
        if not box.locator("input").is_checked():
            box.click()


def _from_event_to_passage_and_back(reader, event, evidence):
    page = reader.page
    figure = page.locator("figure.quotation").filter(has_text=" ".join(evidence["quote"].split())[:60]).first
    assert plain(figure.locator("blockquote").inner_text()) == plain(evidence["quote"])
    figure.get_by_role("link", name="See it in its place").click()
    page.wait_for_selector("article[data-source]")
    assert reader.place.startswith("sources/")
    name = unquote(reader.place.partition("#")[2])
    assert name == f"m-{evidence['start']}-{evidence['end']}"
    page.wait_for_selector(".passage.here")
    marked = page.evaluate(_MARKED, name)
    assert plain(marked["text"]) == plain(evidence["quote"])
    assert 0 <= marked["top"] < marked["height"]
    assert marked["marked"]
    assert marked["others"] == 0
    page.locator(f'.back a[data-passage="{name}"][title*="{event["title"][:20]}"]').first.click()
    page.wait_for_selector("article[data-event]")
    expect(page.locator("h1")).to_have_text(event["title"])


@pytest.mark.parametrize("name", ["demo", "observatory"])
def test_every_quotation_is_marked_word_for_word_in_its_source(read, site, name):
    reader = read(name)
    documents = {}
    for path in sorted((site(name) / "sources").glob("*.html")):
        page = reader.open(f"sources/{path.name}")
        source = page.locator("article[data-source]")
        if source.count():
            documents[source.get_attribute("data-source")] = path.name
    cited = [
        found for event in kinds.events(site(name)) for found in event["evidence"] if found.get("source")
    ]
    assert len(cited) > 5
    for document, own in groupby(
        sorted(cited, key=lambda found: found["source"]), key=lambda found: found["source"]
    ):
        reader.open(f"sources/{documents[document]}")
        for found in own:
            anchor = f"m-{found['start']}-{found['end']}"
            assert plain(reader.page.evaluate(_MARKED, anchor)["text"]) == plain(found["quote"])


@pytest.mark.parametrize("setting", [setting for setting in ANYWHERE if setting.width == "desk"], ids=str)
def test_a_passage_is_marked_when_its_address_changes_and_without_scripts(read, site, setting):
    event = next(
        event
        for event in events_with_words(site("observatory"))
        if event["title"] == "Soldiers hold the summit"
    )
    first = event["evidence"][0]
    name = f"m-{first['start']}-{first['end']}"
    path = next(p for p in kinds.pages(site("observatory")).items() if p[0] == "source")[1]
    scripted = read("observatory", setting)
    plainly = read("observatory", Setting(setting.way, script=False))
    colours = []
    for reader in (scripted, plainly):
        page = reader.open(path)
        before = page.evaluate(_MARKED, name)["colour"]
        page.goto(f"{reader.home}{path}#{name}")
        marked = page.evaluate(_MARKED, name)
        assert 0 <= marked["top"] < marked["height"]
        assert marked["colour"] != before
        colours.append(marked["colour"])
    assert colours[0] == colours[1]


def test_the_original_is_only_ever_a_link_with_a_text_fragment(read, site):
    reader = read("demo")
    addresses = 0
    for event in events_with_words(site("demo"))[:12]:
        page = reader.open(event["page"])
        for link in page.locator("a.original").all():
            assert "#:~:text=" in link.get_attribute("href")
            assert "noopener" in link.get_attribute("rel")
            addresses += 1
    assert addresses > 5
    assert reader.strangers == []


@pytest.mark.parametrize(
    "document", sorted((places.ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem[:3]
)
def test_a_text_fragment_finds_its_words_in_a_page_of_the_same_text(read, site, document):
    """The publisher's page, as far as we have it: the browser itself must find the passage there, and go to it."""
    reader = read("demo", Setting("web"))
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in document.read_text("utf-8").splitlines())
    original = site("demo") / f"original-{document.stem}.html"
    original.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><div style="height:5000px"></div>{paragraphs}'
    )
    try:
        for quote, fragment in _fragments(reader, site, document.name):
            reader.page.goto("about:blank")
            reader.page.goto(f"{reader.home}{original.name}#{fragment}")
            reader.until("scrollY > 1000")
            assert _in_sight(reader.page, quote), fragment
    finally:
        original.unlink()


def _fragments(reader, site, document):
    """The words of each quotation from a document, and the fragment of the link to where they were published."""
    found = []
    for event in events_with_words(site("demo")):
        for number, evidence in enumerate(event["evidence"]):
            if evidence.get("source") == document and number == 0:
                figure = reader.open(event["page"]).locator("figure.quotation").first
                address = figure.locator("a.original").get_attribute("href")
                found.append((evidence["quote"], address.partition("#")[2]))
    return found


def _in_sight(page, quote):
    """Whether the paragraph that begins a quotation can be seen."""
    return page.evaluate(
        """words => Array.from(document.querySelectorAll("p")).some(p => {
          const box = p.getBoundingClientRect();
          return p.textContent.includes(words) && box.bottom > 0 && box.top < innerHeight;
        })""",
        quote.splitlines()[0][:40],
    )


@pytest.mark.parametrize("way", WAYS)
def test_an_event_says_how_its_date_was_worked_out(read, site, way):
    event = next(event for event in events_with_words(site("observatory")) if event["origin"] == "extracted")
    page = read("observatory", Setting(way)).open(event["page"])
    details = page.locator("details.dating").first
    assert details.get_attribute("open") is not None
    assert details.inner_text().strip() != details.locator("summary").inner_text().strip()
