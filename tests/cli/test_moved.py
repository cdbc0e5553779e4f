"""Links to events outlive the events: an id that is no more leaves a page that leads on."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli.build import command

TEXT = "The harbour of Tarn was opened on 4 May 1911.\n\nThe lighthouse of Tarn burned down on 9 June 1932.\n"
QUOTE = "The harbour of Tarn was opened on 4 May 1911."


@pytest.fixture
def harbour(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT, "utf-8")
    build(tmp_path)
    return tmp_path


def build(folder: Path) -> None:
    done = CliRunner().invoke(command, [str(folder), "-q"])
    assert done.exit_code == 0, done.output


def named(folder: Path, id_: str) -> None:
    """The opening of the harbour gets another id."""
    entry = f'events:\n  - id: {id_}\n    cites: [{{source: a.txt, quote: "{QUOTE}"}}]\n'
    (folder / "events.yaml").write_text(entry, "utf-8")
    build(folder)


def opening(folder: Path) -> str:
    events = json.loads((folder / "output" / "timeline.json").read_text("utf-8"))
    return next(event["id"] for event in events if event["date"] == "1911-05-04")


def page(folder: Path, id_: str) -> str:
    return (folder / "output" / "events" / f"{id_}.html").read_text("utf-8")


def leads_to(text: str) -> str:
    """Where a browser without scripts is sent, which is also where the link leads."""
    refresh = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', text)
    link = re.search(r'<a href="([^"]+)"', text)
    assert link
    return refresh[1] if refresh and refresh[1] == link[1] else ""


def test_an_old_id_leads_to_the_event_that_has_its_evidence_now(harbour):
    old = opening(harbour)
    named(harbour, "harbour-opened")
    assert opening(harbour) == "harbour-opened"
    assert leads_to(page(harbour, old)) == "harbour-opened.html"


def test_a_redirect_is_kept_and_follows_on(harbour):
    old = opening(harbour)
    for id_ in ("first-name", "second-name", "third-name"):
        named(harbour, id_)
    for id_ in (old, "first-name", "second-name"):
        assert leads_to(page(harbour, id_)) == "third-name.html"
    (harbour / "seeds" / "b.txt").write_text("The mill of Tarn was closed on 2 May 1950.", "utf-8")
    build(harbour)
    assert leads_to(page(harbour, old)) == "third-name.html"


def test_an_event_without_heir_leaves_a_page_that_says_so(harbour):
    old = opening(harbour)
    (harbour / "seeds" / "a.txt").write_text(TEXT.replace(QUOTE, ""), "utf-8")
    build(harbour)
    text = page(harbour, old)
    assert "no longer" in text
    assert "refresh" not in text
    assert 'href="../index.html"' in text
    assert "harbour" not in text.replace(old, "")  # nothing is told of what is gone


def test_what_is_hidden_does_not_lead_to_another_event_of_its_sentence(harbour):
    (harbour / "seeds" / "a.txt").write_text(
        "The quay of Tarn was raised in 1979, and again in 1991.", "utf-8"
    )
    build(harbour)
    events = json.loads((harbour / "output" / "timeline.json").read_text("utf-8"))
    assert [event["date"] for event in events] == ["1979", "1991"]
    (harbour / "events.yaml").write_text(f"events:\n  - {{id: {events[0]['id']}, hide: true}}\n", "utf-8")
    build(harbour)
    assert "no longer" in page(harbour, events[0]["id"])


def test_an_event_that_comes_back_has_its_page_again(harbour):
    old = opening(harbour)
    named(harbour, "harbour-opened")
    (harbour / "events.yaml").unlink()
    build(harbour)
    assert opening(harbour) == old
    assert "refresh" not in page(harbour, old)
    assert leads_to(page(harbour, "harbour-opened")) == f"{old}.html"


def test_a_merged_event_leads_to_what_it_was_merged_into(harbour):
    events = json.loads((harbour / "output" / "timeline.json").read_text("utf-8"))
    first, second = (event["id"] for event in events)
    (harbour / "events.yaml").write_text(f"events:\n  - {{id: {first}, merge: [{second}]}}\n", "utf-8")
    build(harbour)
    assert leads_to(page(harbour, second)) == f"{first}.html"


@pytest.mark.parametrize("name", ["timeline.json", "moved.json"])
@pytest.mark.parametrize(
    "content",
    ["", "[", "{}", "[3, {}]", '[{"id": "x", "page": "../../x.html"}]', '{"x": {"page": "/etc/x"}}'],
)
def test_a_damaged_record_stops_nothing(harbour, name, content):
    (harbour / "output" / name).write_text(content, "utf-8")
    (harbour / "seeds" / "b.txt").write_text("The mill of Tarn was closed on 2 May 1950.", "utf-8")
    done = CliRunner().invoke(command, [str(harbour), "-q", "--keep-foreign"])
    assert done.exit_code == 0, done.output
    assert not (harbour.parent / "x.html").exists()
