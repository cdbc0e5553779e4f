"""`timeline import`, and round trips through every format: what comes back is what the format can hold."""

import json

import pytest

EVENTS = """# by hand
site:
  title: The harbour
events:
  - date: 1871-10-04
    title: The harbour opens   # a comment
    summary: It was a fine day.
    tags: [port]
    cites:
      - {url: "https://example.org/annals", title: Annals}

  - date: 1902/1904
    title: Decline, slowly; and "for good"
    kind: plan
"""


@pytest.fixture
def bare(tmp_path):
    """A project without documents."""
    (tmp_path / "events.yaml").write_text(EVENTS, "utf-8")
    return tmp_path


def test_entries_are_added_below_and_nothing_else_changes(bare, timeline):
    (bare / "more.csv").write_text(
        'date,title,tags\n1911,The pier burns,"port, fire"\n1902/1904,x,\n', "utf-8"
    )
    shown = timeline("import", bare / "more.csv", "-C", bare, "--dry-run")
    assert (bare / "events.yaml").read_text("utf-8") == EVENTS
    done = timeline("import", bare / "more.csv", "-C", bare)
    assert done.returncode == 0, done.stderr
    after = (bare / "events.yaml").read_text("utf-8")
    added = "\n  - date: 1911\n    title: The pier burns\n    tags: [port, fire]\n\n  - date: 1902/1904\n    title: x\n"
    assert after == EVENTS + added == shown.stdout.decode()
    assert timeline("import", bare / "more.csv", "-C", bare).stdout.decode().strip() == "Nothing to add."


def test_a_file_whose_name_says_nothing_is_read_as_it_is_told_to(bare, timeline):
    (bare / "more").write_text("date,title\n1911,The pier burns\n", "utf-8")
    refused = timeline("import", bare / "more", "-C", bare)
    assert refused.returncode != 0
    assert "--format" in refused.stderr.decode()
    assert timeline("import", bare / "more", "--format", "csv", "-C", bare).returncode == 0
    assert "The pier burns" in (bare / "events.yaml").read_text("utf-8")


def test_a_broken_file_leaves_events_yaml_as_it_was(bare, timeline):
    (bare / "more.json").write_text("[{", "utf-8")
    done = timeline("import", bare / "more.json", "-C", bare)
    assert done.returncode == 1
    assert b"more.json:1:3: error" in done.stderr
    assert (bare / "events.yaml").read_text("utf-8") == EVENTS


@pytest.mark.parametrize(
    "via",
    [
        ("jsonl", ".jsonl", ("date", "title", "kind", "summary", "tags")),
        ("json", ".json", ("date", "title", "kind", "summary", "tags")),
        ("csv", ".csv", ("date", "title", "kind", "tags")),
        ("timelinejs", ".json", ("date", "title", "tags")),
        ("ics", ".ics", ("date", "title", "tags")),
        ("markwhen", ".mw", ("date", "title", "tags")),
    ],
)
def test_a_round_trip_keeps_what_the_format_can_hold(bare, tmp_path_factory, timeline, via):
    form, suffix, kept = via
    first = [json.loads(line) for line in timeline("events", bare).stdout.splitlines()]
    there = tmp_path_factory.mktemp("there")
    (there / f"a{suffix}").write_bytes(timeline("events", bare, "--format", form).stdout)
    done = timeline("import", there / f"a{suffix}", "-C", there)
    assert done.returncode == 0, done.stderr
    second = [json.loads(line) for line in timeline("events", there).stdout.splitlines()]
    assert [{key: event[key] for key in kept} for event in second] == [
        {key: event[key] for key in kept} for event in first
    ]
