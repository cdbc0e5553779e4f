"""The editor's questions without a browser: what they write, and that no question breaks anything."""

import http.client
import json
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.serve.answers import answer
from timeline.serve.desk import Desk
from timeline.serve.server import Server

EVENTS = "events:\n  - {date: 1950, title: The market moves}\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    root = tmp_path_factory.mktemp("desk")
    (root / "seeds").mkdir()
    (root / "seeds" / "note.txt").write_text("The bridge was opened on 4 May 1931.", "utf-8")
    (root / "events.yaml").write_text(EVENTS, "utf-8")
    desk = Desk(root, drawn=False)
    desk.rebuild()
    return desk


@pytest.fixture
def fresh(desk):
    desk.place.events.write_text(EVENTS, "utf-8")
    desk.rebuild()
    return desk


def named(desk, start):
    return next(event.id for event in desk.state.built.events if event.id.startswith(start))


def test_a_new_event_is_written_and_found(fresh):
    wanted = {"put": {"date": "7. Mai 2024", "title": "A vote", "tags": ["law"], "kind": "plan"}}
    cites = [{"source": "note.txt", "quote": "The  bridge was\nopened"}]
    reply = answer("save", {"id": None, **wanted, "cites": cites}, fresh)
    assert fresh.place.events.read_text("utf-8") == (
        f"{EVENTS}  - date: 7. Mai 2024\n    title: A vote\n    kind: plan\n    tags: [law]\n"
        '    cites:\n      - {source: note.txt, quote: "The bridge was opened"}\n'
    )
    assert fresh.event(reply["id"]).title == "A vote"


def test_accepting_hiding_and_merging(fresh):
    bridge, market = named(fresh, "1931"), named(fresh, "1950")
    assert answer("event", {"id": bridge}, fresh)["judged"] is False
    answer("accept", {"id": bridge}, fresh)
    assert f"  - {{id: {bridge}}}\n" in fresh.place.events.read_text("utf-8")
    assert "nothing to write" in answer("accept", {"id": bridge}, fresh)["error"]
    assert answer("undo", {}, fresh)["undone"].startswith("accepted")
    answer("merge", {"id": bridge, "other": market}, fresh)  # the editor's own event takes the other in
    assert fresh.place.events.read_text("utf-8") == EVENTS.replace("moves}", f"moves, merge: [{bridge}]}}")
    assert answer("undo", {}, fresh)["page"] == f"events/{bridge}.html"  # whoever undoes stays with the event
    answer("hide", {"id": market}, fresh)  # … and leaves the file when it is hidden
    assert fresh.place.events.read_text("utf-8") == "events:\n"
    assert answer("undo", {}, fresh)["id"] == market


def test_what_was_cited_can_be_taken_out(fresh):
    bridge = named(fresh, "1931")
    elsewhere = {"url": "https://example.org/a", "title": "A: paper"}
    fresh.place.events.write_text(
        f'{EVENTS}  - id: {bridge}\n    title: The bridge\n    cites:\n      - {{url: "https://example.org/a", title: "A: paper"}}\n'
    )
    fresh.rebuild()
    assert answer("event", {"id": bridge}, fresh)["cited"] == [elsewhere]
    answer("uncite", {"id": bridge, "cite": elsewhere}, fresh)
    assert fresh.place.events.read_text("utf-8") == f"{EVENTS}  - id: {bridge}\n    title: The bridge\n"
    assert "no such citation" in answer("uncite", {"id": bridge, "cite": elsewhere}, fresh)["error"]


def test_what_is_hidden_is_listed_and_shown_again(fresh):
    bridge = named(fresh, "1931")
    answer("hide", {"id": bridge}, fresh)
    (one,) = answer("hidden", {}, fresh)["events"]
    assert one == {"entry": 1, "line": 3, "title": bridge}
    assert "changed meanwhile" in answer("show", {"entry": 1, "title": "another"}, fresh)["error"]
    answer("show", {"entry": 1, "title": bridge}, fresh)
    assert fresh.place.events.read_text("utf-8") == EVENTS
    assert answer("hidden", {}, fresh)["events"] == []


def test_two_entries_about_one_happening_become_one(fresh):
    bridge = named(fresh, "1931")
    fresh.place.events.write_text(
        f"events:\n  # kept\n  - {{id: {bridge}, tags: [river]}}\n"
        "  - date: 1931-05\n    title: The bridge opens\n    summary: At last.\n    tags: [bridge, river]\n    cites:\n"
        '      - {url: "https://example.org/a"}\n  - {date: 1951, title: Bridge feast, summary: Late., kind: plan}\n'
    )
    fresh.rebuild()
    reply = answer("merge", {"id": bridge, "other": named(fresh, "1931-05-bridge")}, fresh)
    assert fresh.event(reply["id"]).title == "The bridge opens"  # the editor's word goes before what was read
    reply = answer("merge", {"id": named(fresh, "1951"), "other": reply["id"]}, fresh)
    assert fresh.place.events.read_text("utf-8") == (
        "events:\n  # kept\n  - date: 1951\n    title: Bridge feast\n    summary: |\n      Late.\n\n      At last.\n"
        f'    kind: plan\n    tags: [river, bridge]\n    cites:\n      - {{url: "https://example.org/a"}}\n    merge: [{bridge}]\n'
    )
    assert [event.title for event in fresh.state.built.events] == ["Bridge feast"]
    assert fresh.event(reply["id"]).mentions
    answer("undo", {}, fresh)
    assert len(fresh.state.built.events) == 2


@pytest.mark.parametrize(
    ("put", "said"),
    [
        ({"date": "02/03/2008"}, "2008-03-02 or 2008-02-03"),
        ({"title": " "}, "the title is empty"),
        ({"kind": "rumour"}, "no kind 'rumour'"),
        ({"colour": "red"}, "an event has no 'colour'"),
    ],
)
def test_what_is_wrong_is_said_and_not_written(fresh, put, said):
    reply = answer("save", {"id": named(fresh, "1931"), "put": put, "base": {}}, fresh)
    assert said in reply["error"]
    assert fresh.place.events.read_text("utf-8") == EVENTS


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("1931"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "put"]), inner),
    max_leaves=4,
)
_KEYS = [
    "id",
    "other",
    "text",
    "put",
    "drop",
    "cites",
    "base",
    "title",
    "date",
    "source",
    "quote",
    "cite",
    "entry",
]
_NAMES = [
    "event",
    "date",
    "preview",
    "search",
    "save",
    "merge",
    "hide",
    "hidden",
    "show",
    "uncite",
    "accept",
    "undo",
    "nothing",
]


@settings(max_examples=150)
@given(st.sampled_from(_NAMES), st.dictionaries(st.sampled_from(_KEYS), _JSON, max_size=6))
def test_no_question_breaks_the_desk(desk, name, question):
    reply = answer(name, question, desk)
    assert (reply is None) == (name == "nothing")
    assert reply is None or json.dumps(reply)
    assert not desk.state.trouble


def test_no_request_gets_at_other_files(fresh):
    server = Server(fresh, 0, editing=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    paths = (
        "/-/../../../../etc/passwd",
        "/-/%2e%2e/desk.py",
        "/-//etc/passwd",
        "/../events.yaml",
        "/-/edit.js%00",
        "//x",
    )
    for path in paths:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
        connection.request("GET", path)
        reply = connection.getresponse()
        assert reply.status == 404, path
        assert reply.getheader("X-Frame-Options") == "DENY"
        connection.close()
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request("POST", "/-/ask/undo", body=b"{}", headers={"Content-Length": "9999999999"})
    assert connection.getresponse().status == 413
    connection.close()
    server.shutdown()
    server.server_close()


def test_a_browser_that_goes_away_is_no_mistake(fresh, capsys):
    server = Server(fresh, 0, editing=False)
    for error in (ConnectionResetError("gone"), ValueError("ours")):
        try:
            raise error
        except type(error):
            server.handle_error(None, ("127.0.0.1", 1))
    server.server_close()
    said = capsys.readouterr().err
    assert "ValueError: ours" in said
    assert "ConnectionResetError" not in said
