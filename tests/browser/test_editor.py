"""The editor in the browser: what is done there stands in events.yaml, byte for byte, and nothing else does."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

expect.set_options(timeout=30_000)  # machines are shared and noisy
EXECUTABLE = Path(sys.executable).parent / "timeline"
CHRONICLE = """The harbour bridge was opened by Mayor Anna Lindqvist on 4 May 1931.

The ferry company closed its last line on 17 May 1932.

A storm destroyed the eastern pier on 3 March 1944.

The lighthouse was rebuilt on 9 June 1946.
"""
LETTER = "Carts crossed the river dry for the first time on 5 May 1931.\n"
EVENTS = """# Kept by hand.
site: {title: The harbour}   # a small one

events:
  # the first
  - date: 1950~              # nobody knows the day
    title: The fish market moves

# the end
"""


class Served:
    """A project that is served with --edit, and a way to its pages."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.home = address.partition("?")[0]
        self.file = folder / "events.yaml"

    def events(self) -> list[dict[str, str]]:
        """The events as the server has them now."""
        with urlopen(f"{self.home}timeline.json") as reply:  # noqa: S310 - our own server
            return json.load(reply)

    @property
    def text(self) -> str:
        return self.file.read_text("utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "chronicle.txt").write_text(CHRONICLE, "utf-8")
    (folder / "seeds" / "letter.txt").write_text(LETTER, "utf-8")
    (folder / "events.yaml").write_text(EVENTS, "utf-8")
    command = [EXECUTABLE, "serve", "--edit", "--port", "0", "--quiet", folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        address = re.search(r"http\S+", process.stdout.readline())
        yield Served(folder, address[0])
        process.terminate()


@pytest.fixture
def desk(served) -> Served:
    """The project as it was at first. What its events are called is asked: better reading breaks no test."""
    served.file.write_text(EVENTS, "utf-8")
    for _ in range(600):
        found = served.events()
        if [event["origin"] for event in found].count("extracted") == 5 and len(found) == 6:
            served.ids = {event["date"]: event["id"] for event in found}
            return served
        time.sleep(0.05)
    raise AssertionError(found)


@pytest.fixture
def page(browser, desk) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(desk.address)
    yield page
    context.close()


def edit(page: Page, id_: str) -> None:
    page.locator(f"li[data-event='{id_}'] .edit-here").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def pressed(page: Page, name: str, undo: str) -> None:
    """Press a button, and wait until what it did can be undone on a new page."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".edit-undo")).to_contain_text(undo)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_redate_merge_hide_and_undo(page, desk):
    bridge, crossing = desk.ids["1931-05-04"], desk.ids["1931-05-05"]
    ferry, storm = desk.ids["1932-05-17"], desk.ids["1944-03-03"]

    edit(page, storm)
    page.locator("#edit-date").fill("31 Feb 1944")
    expect(page.locator("#edit-reading")).to_contain_text("1944-02-31")
    page.locator("#edit-date").fill("2–3 March 1944")
    expect(page.locator("#edit-reading")).to_have_text("2–3 March 1944 (1944-03-02/1944-03-03)")
    page.locator("#edit-summary").fill("A *great* storm.\n\nAnother line.")
    expect(page.locator("#edit-preview em")).to_have_text("great")
    page.locator("#edit-tags").fill("sea, weather")
    pressed(page, "Save", "changed date, summary, tags")

    page.goto(f"{desk.home}events/{bridge}.html")
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_text("Merge with another event").click()
    page.locator("#edit-merge").type("carts")
    page.locator(f"#edit-panel [data-event='{crossing}']").click()
    expect(page.locator(".edit-undo")).to_contain_text("merged")

    page.goto(desk.home)
    edit(page, ferry)
    pressed(page, "Hide", "hid")
    edit(page, storm)
    pressed(page, "Hide", "hid")
    page.get_by_role("button", name="Undo: hid").click()
    expect(page.locator(f"li[data-event='{storm}']")).to_be_visible()

    edit(page, next(event["id"] for event in desk.events() if event["date"] == "1950~"))
    page.locator("#edit-title").fill("The market: gone")
    pressed(page, "Save", "changed title")

    expected = EVENTS.replace("The fish market moves\n", f""""The market: gone"
  - id: {storm}
    date: 2–3 March 1944
    summary: |
      A *great* storm.

      Another line.
    tags: [sea, weather]
  - {{id: {bridge}, merge: [{crossing}]}}
  - {{id: {ferry}, hide: true}}
""")  # fmt: skip
    assert desk.text == expected
    subprocess.run([EXECUTABLE, "build", "--quiet", desk.folder], check=True)
    built = json.loads((desk.folder / "output" / "timeline.json").read_text("utf-8"))
    dates = {event["id"]: event["date"] for event in built}
    assert dates[storm] == "1944-03-02/1944-03-03"
    assert {ferry, crossing}.isdisjoint(dates)
    merged = next(event for event in built if event["id"] == bridge)
    assert [rival["date"] for rival in merged["rivals"]] == ["1931-05-05"]


def test_what_the_server_said_before_the_editor_had_come_is_heard(page, desk):
    page.get_by_role("button", name="New event", exact=True).click()
    page.locator("#edit-date").fill("1951")
    page.locator("#edit-title").fill("The fish market burns")
    pressed(page, "Save", "added")
    scripts = []
    page.route("**/edit.js*", lambda route: scripts.append(route))  # noqa: PLW0108 - it asks how many arguments
    page.goto(desk.home, wait_until="commit")
    for _ in range(600):  # the page's policy lets nobody wait for an expression in it
        if page.evaluate("Boolean(window.timelineNews)"):
            break
        page.wait_for_timeout(50)
    assert page.locator(".edit-undo").count() == 0
    scripts[0].continue_()
    expect(page.locator(".edit-undo")).to_have_text("Undo: added “The fish market burns”")


def test_two_editors_lose_nothing(browser, page, desk):
    bridge = desk.ids["1931-05-04"]
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    other = context.new_page()
    other.goto(desk.address)
    for one in (page, other):
        edit(one, bridge)
    page.locator("#edit-title").fill("The bridge opens")
    other.locator("#edit-title").fill("Bridge day")
    other.locator("#edit-tags").fill("bridge")
    pressed(page, "Save", "changed title")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.locator("#edit-clash")).to_contain_text("title is now: The bridge opens")
    assert "Bridge day" not in desk.text
    other.get_by_role("button", name="Take theirs").click()
    pressed(other, "Save", "changed tags")
    assert f"id: {bridge}\n    title: The bridge opens\n    tags: [bridge]\n" in desk.text
    context.close()


def test_words_selected_in_a_source_are_cited(page, desk):
    light = desk.ids["1946-06-09"]
    page.goto(f"{desk.home}sources/letter.html")
    page.locator("#document .block").first.click(click_count=3)
    page.get_by_role("button", name="Cite these words").click()
    page.locator("#edit-cite").fill("lighthouse")
    page.locator(f"#edit-panel [data-event='{light}']").click()
    expect(page.locator(".edit-undo")).to_contain_text("cited")
    quote = LETTER.strip()
    assert f'cites:\n      - {{source: letter.txt, quote: "{quote}"}}\n' in desk.text


def test_two_by_hand_become_one_a_citation_goes_and_what_was_hidden_comes_back(page, desk):
    light = desk.ids["1946-06-09"]
    page.get_by_role("button", name="New event", exact=True).click()
    page.locator("#edit-date").fill("1951")
    page.locator("#edit-title").fill("The fish market burns")
    pressed(page, "Save", "added")
    edit(page, next(event["id"] for event in desk.events() if event["date"] == "1951"))
    page.get_by_text("Merge with another event").click()
    page.locator("#edit-merge").type("fish market moves")
    page.locator("#edit-panel .edit-search [data-event]").first.click()
    expect(page.locator(".edit-undo")).to_contain_text("merged")
    assert desk.text == EVENTS.replace("  # the first\n  - date: 1950~              # nobody knows the day\n    title: The fish market moves\n", """  # the first
  - date: 1951
    title: The fish market burns
""")  # fmt: skip
    pressed(page, "Undo: merged “The fish market moves” into “The fish market burns”", "Undo: added")

    page.goto(f"{desk.home}sources/letter.html")
    page.locator("#document .block").first.click(click_count=3)
    page.get_by_role("button", name="Cite these words").click()
    page.locator("#edit-cite").fill("lighthouse")
    page.locator(f"#edit-panel [data-event='{light}']").click()
    expect(page.locator(".edit-undo")).to_contain_text("cited")
    cited = desk.text
    page.goto(desk.home)
    edit(page, light)
    expect(page.locator(".edit-cited")).to_contain_text("Carts crossed")
    page.get_by_role("button", name="Take out: “Carts crossed").click()
    expect(page.locator(".edit-undo")).to_contain_text("took a citation out")
    assert "letter.txt" in cited
    assert "letter.txt" not in desk.text
    without = desk.text

    edit(page, light)
    pressed(page, "Hide", "hid")
    expect(page.locator(f"li[data-event='{light}']")).to_have_count(0)
    page.get_by_role("button", name="Hidden", exact=True).click()
    page.get_by_role("button", name=f"Show again: {light}").click()
    expect(page.locator(".edit-undo")).to_contain_text("again")
    expect(page.locator(f"li[data-event='{light}']")).to_be_visible()
    assert desk.text == without


def test_a_mistake_lies_over_the_last_good_site_until_it_is_mended(page, desk):
    desk.file.write_text(EVENTS.replace("1950~", "1950-13"), "utf-8")
    expect(page.locator("#serve-trouble")).to_contain_text("events.yaml:6:11: error: no such month: 13")
    result = subprocess.run([EXECUTABLE, "build", desk.folder], check=False, capture_output=True, text=True)
    assert page.locator("#serve-trouble pre").inner_text().strip() == result.stderr.strip()
    expect(page.locator("#list")).to_contain_text("The fish market moves")
    desk.file.write_text(EVENTS.replace("moves", "burns"), "utf-8")
    expect(page.locator("#list")).to_contain_text("The fish market burns")
    expect(page.locator("#serve-trouble")).to_have_count(0)


def test_a_mark_has_an_editor_too(page, desk):
    page.locator("#chart-frame.answers").wait_for()
    box = page.locator("#chart-labels a").first.bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    page.locator("#chart-card .edit-here").click()
    expect(page.get_by_role("dialog")).to_contain_text("Edit this event")
    assert desk.text == EVENTS


def test_nobody_else_is_let_in(playwright, desk):
    asking = playwright.request.new_context()
    plain = asking.get(desk.home)
    assert "edit.js" not in plain.text()
    assert asking.get(desk.home, headers={"Host": "example.org"}).status == 403
    assert asking.get(f"{desk.home}?token=guess").status == 403
    asking.get(desk.address)  # who has the token's cookie …
    token = re.search(r'data-token="([^"]+)"', asking.get(desk.home).text())[1]
    question = {
        "data": {"text": "1999"},
        "headers": {"Origin": desk.home.rstrip("/"), "X-Timeline-Token": token},
    }
    assert asking.post(f"{desk.home}-/ask/date", **question).json()["edtf"] == "1999"
    for broken in ({"Origin": "http://evil.example"}, {"X-Timeline-Token": "guess"}, {"Origin": ""}):
        headers = question["headers"] | broken  # … but asks from elsewhere, or cannot read our pages
        assert asking.post(f"{desk.home}-/ask/date", data=question["data"], headers=headers).status == 403
    asking.dispose()
