"""The desk without a browser: what is refused is not written, and the published pages stay as strict as they are."""

import json

import pytest

from timeline import amend, pipeline, workers
from timeline.model.change import Change, Edit
from timeline.render.templates import POLICY
from timeline.serve import page
from timeline.serve.desk import Desk, RefusedError

EVENTS = "events:\n  - {date: 1950, title: The market moves}\n"


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "note.txt").write_text("The bridge was opened on 4 May 1931.", "utf-8")
    (tmp_path / "events.yaml").write_text(EVENTS, "utf-8")
    desk = Desk(tmp_path)
    desk.rebuild()
    return desk


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change({"id": "a"}, merge=("1900-never-was",)), "no event is called 1900-never-was"),
        (Change({"id": "a"}), "no event is called a"),
        (Change({"date": "1999", "title": "x"}, cites=({"source": "note.txt", "quote": "no"},)), "no such words"),
        (Change({"date": "1999-13", "title": "x"}), "no such month"),
    ],
)  # fmt: skip
def test_what_would_break_something_is_not_written(desk, change, said):
    version = desk.state.version
    with pytest.raises(RefusedError, match=said):
        desk.edit("", lambda _: Edit(None, change))
    assert desk.place.events.read_text("utf-8") == EVENTS
    assert desk.state.version == version
    assert not desk.state.trouble


def test_an_edit_is_made_of_the_file_as_it_stands(desk):
    desk.place.events.write_text("# new\n" + EVENTS, "utf-8")  # by hand, and not yet noticed
    event = next(event for event in desk.state.built.events if event.mentions)
    entry = desk.edit("hid it", lambda _: amend.hidden(event))
    hidden = f"# new\n{EVENTS}  - {{id: {event.id}, hide: true}}\n"
    assert desk.place.events.read_text("utf-8") == hidden
    assert entry == 1
    assert [found.title for found in desk.state.built.events] == ["The market moves"]
    desk.place.events.write_text(hidden + "# end\n", "utf-8")
    assert desk.undo().what == "hid it"
    assert desk.place.events.read_text("utf-8") == "# new\n" + EVENTS + "# end\n"
    assert len(desk.state.built.events) == 2


def test_what_earlier_builds_have_read_is_not_read_again(desk, monkeypatch):
    again = []
    monkeypatch.setattr(
        workers, "analysed", lambda sources: again.extend(sources) or map(pipeline.analysed, sources)
    )
    monkeypatch.setattr(pipeline, "grouping", None)
    state = Desk(desk.place.root).rebuild()
    assert again == []
    assert state.built == desk.state.built
    monkeypatch.undo()
    (desk.place.seeds / "note.txt").write_text("The bridge was closed on 4 May 1932.", "utf-8")
    assert [event.title for event in desk.rebuild().built.events] == ["Bridge was closed", "The market moves"]


def test_an_event_that_was_published_and_is_gone_leads_on(desk):
    published = ({"id": "1949-the-market", "title": "The market", "page": "events/1949-the-market.html",
                  "date": "1949", "evidence": []},)  # fmt: skip
    desk.place.output.mkdir()
    (desk.place.output / "timeline.json").write_text(json.dumps(published), "utf-8")
    assert "events/1949-the-market.html" in desk.rebuild().site.files
    (desk.place.output / "timeline.json").unlink()
    assert "events/1949-the-market.html" not in desk.rebuild().site.files


def test_only_the_page_as_served_may_ask_the_server(desk):
    published = desk.state.site.files["index.html"]
    assert b"/-/" not in published
    assert b"connect-src" not in published
    served = page.served(published, 7, "secret").decode()
    assert f"{POLICY}; connect-src 'self'" in served.replace("&#39;", "'").replace("&#x27;", "'")
    assert 'src="/-/edit.js" data-token="secret"' in served
    assert "edit.js" not in page.served(published, 7).decode()
