"""Every command through the real executable: what it prints, where, and with which exit code."""

import csv
import io
import json
import os
import re
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar


def lines(result):
    assert result.returncode == 0, result.stderr.decode()
    return [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]


def test_help_teaches(timeline):
    result = timeline("--help")
    assert result.returncode == 0
    text = result.stdout.decode()
    assert "timeline build" in text
    assert "Exit codes" in text
    for name in ("build", "check", "events", "extract", "tag"):
        assert name in text
        assert timeline(name, "--help").returncode == 0


def test_wrong_use_exits_with_2(timeline, project):
    near = timeline("buld")
    assert near.returncode == 2
    assert "Did you mean 'build'?" in near.stderr.decode()
    assert timeline("tag").returncode == 2
    assert timeline("tag", project / "missing.txt").returncode == 2
    result = timeline("tag", project / "seeds", "--published", "14.5.2024")
    assert result.returncode == 2
    assert "2024-05-14" in result.stderr.decode()  # what to write instead


def test_tag_prints_expressions(timeline, project):
    text = (project / "seeds" / "letter.txt").read_text("utf-8")
    found = lines(timeline("tag", project / "seeds" / "letter.txt"))
    assert [(line["text"], line["value"], line["edtf"]) for line in found] == [
        ("4 May 1931", "1931-05-04", "1931-05-04"),
        ("1932", "1932", "1932"),
    ]
    for line in found:
        assert set(line) >= {"source", "start", "end", "text", "type", "value", "edtf", "steps"}
        assert text[line["start"] : line["end"]] == line["text"]
        assert line["source"] == "letter.txt"


def test_published_overrides(timeline, tmp_path):
    (tmp_path / "note.txt").write_text("The council met on Tuesday.", "utf-8")
    found = lines(timeline("tag", tmp_path / "note.txt", "--published", "2024-05-16"))
    assert [line["edtf"] for line in found] == ["2024-05-14"]


def test_extract_prints_mentions(timeline, project):
    text = (project / "seeds" / "letter.txt").read_text("utf-8")
    found = lines(timeline("extract", project / "seeds"))
    assert [line["date"] for line in found] == ["1931-05-04", "1932"]
    for line in found:
        assert set(line) >= {
            "source", "start", "end", "quote", "expression", "date", "title", "kind", "confidence", "steps",
        }  # fmt: skip
        assert text[line["start"] : line["end"]] == line["quote"]
        assert line["start"] <= line["expression"]["start"] < line["expression"]["end"] <= line["end"]
    told = timeline("extract", project / "seeds", "--format", "text").stdout.decode()
    assert all(line["date"] in told and line["title"] in told for line in found)


def test_events_join_the_edit(timeline, project):
    found = lines(timeline("events", project))
    assert [(line["date"], line["origin"]) for line in found] == [
        ("1931-05-04", "both"),
        ("1932", "extracted"),
    ]
    assert found[0]["title"] == "The harbour bridge opens"
    assert found[0]["tags"] == ["bridge"]
    assert "Anna Lindqvist" in found[0]["evidence"][0]["quote"]


def test_events_in_other_formats(timeline, project):
    ids = [line["id"] for line in lines(timeline("events", project))]
    assert [e["id"] for e in json.loads(timeline("events", project, "--format", "json").stdout)] == ids
    table = csv.DictReader(io.StringIO(timeline("events", project, "--format", "csv").stdout.decode()))
    assert [(row["first"], row["last"]) for row in table] == [
        ("1931-05-04", "1931-05-04"),
        ("1932-01-01", "1932-12-31"),
    ]
    calendar = Calendar.from_ical(timeline("events", project, "--format", "ics").stdout)
    starts = [str(entry["dtstart"].dt) for entry in calendar.walk("VEVENT")]
    assert starts == ["1931-05-04", "1932-01-01"]
    feed = ET.fromstring(timeline("events", project, "--format", "atom").stdout)  # noqa: S314 - our own
    titles = [e.text for e in feed.iterfind(".//{*}entry/{*}title")]
    assert "The harbour bridge opens" in titles
    assert len(titles) == 2


def test_build_says_what_it_did(timeline, project):
    result = timeline("build", project)
    assert result.returncode == 0, result.stderr.decode()
    assert "1 document, 2 mentions, 2 events, 0 problems" in result.stdout.decode()
    assert (project / "output" / "index.html").is_file()
    assert (project / "output" / "timeline.json").is_file()
    assert (project / "output" / ".nojekyll").is_file()
    assert (project / "output" / "404.html").is_file()


def test_each_stage_is_told_if_one_wants_to_know(timeline, project):
    told = timeline("build", "-v", project).stdout.decode()
    assert "  letter.txt: en, written 1932/.. (inferred), 2 dates, 2 mentions\n" in told
    assert re.search(
        r"^read     1 document \(1 anew, 0 kept from earlier builds\), [\d.]+ s$", told, re.MULTILINE
    )
    assert "merged   2 mentions and 1 entry into 2 events" in told
    letter = project / "seeds" / "letter.txt"
    letter.with_name("other.txt").write_text("On 5 May 1933 a storm destroyed the pier.", "utf-8")
    assert "(1 anew, 1 kept from earlier builds)" in timeline("build", "--verbose", project).stdout.decode()
    assert "read " not in timeline("build", "--clean", project).stdout.decode()


def test_building_twice_gives_the_same_bytes(timeline, project, tmp_path):
    timeline("build", project, "-o", tmp_path / "one")
    timeline("build", project, "-o", tmp_path / "two")
    names = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file())
    assert names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_a_correction_survives_the_rebuild(timeline, project):
    timeline("build", project)
    events = project / "events.yaml"
    events.write_text(events.read_text().replace("The harbour bridge opens", "Bridge day"))
    assert timeline("build", project).returncode == 0
    assert "Bridge day" in (project / "output" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("broken", "line", "said"),
    [
        ("date: 1931-13-04", 4, "1931-13-04"),
        ("date: [1931", 4, ""),
        ("daet: 1931-05-04", 4, "date"),
    ],
)
def test_a_broken_events_yaml_points_and_keeps_the_last_site(timeline, project, broken, line, said):
    timeline("build", project)
    before = (project / "output" / "index.html").read_bytes()
    events = project / "events.yaml"
    events.write_text(events.read_text().replace("date: 1931-05-04", broken))
    result = timeline("build", project)
    message = result.stderr.decode()
    assert result.returncode == 1
    assert message.startswith(f"events.yaml:{line}:"), message
    assert "^" in message
    assert said in message
    assert "Traceback" not in message
    assert (project / "output" / "index.html").read_bytes() == before


def test_strict_exits_with_1_on_any_problem(timeline, project):
    (project / "seeds" / "broken.txt").write_bytes(b"\x00\x01\x02\x00")
    assert timeline("build", project).returncode == 0
    assert timeline("build", project, "--strict").returncode == 1
    assert timeline("check", project).returncode in (0, 1)
    assert timeline("check", project, "--strict").returncode == 1


def test_check_lists_and_counts(timeline, project):
    events = project / "events.yaml"
    events.write_text(events.read_text() + "  - {id: 1900-never-was, title: Lost}\n")
    result = timeline("check", project)
    assert "orphan" in result.stdout.decode()
    assert "1900-never-was" in result.stderr.decode()
    records = json.loads(timeline("check", project, "--format", "json").stdout)
    assert any(record["kind"] == "orphan" and record["line"] for record in records)
    assert "file=events.yaml,line=" in timeline("check", project, "--format", "github").stdout.decode()


def test_a_folder_without_a_project_says_so(timeline, tmp_path):
    result = timeline("build", tmp_path)
    assert result.returncode == 1
    assert "seeds/" in result.stderr.decode()


def refused(timeline, project, *arguments, code=1):
    """A build that must fail without a traceback and leave everything as it was; what it says."""
    before = {
        path: path.read_bytes()
        for path in project.rglob("*")
        if path.is_file() and ".timeline" not in path.parts
    }
    result = timeline("build", project, *arguments)
    message = result.stderr.decode()
    assert result.returncode == code, message
    assert "Traceback" not in message
    assert {
        path: path.read_bytes()
        for path in project.rglob("*")
        if path.is_file() and ".timeline" not in path.parts
    } == before
    return message


@pytest.mark.parametrize("name", ["events.yaml", "seeds/sources.yaml"])
def test_a_file_that_cannot_be_read_is_not_taken_for_none(timeline, project, name):
    timeline("build", project)
    (project / name).unlink(missing_ok=True)
    (project / name).symlink_to("gone")
    assert f"{name}: error: cannot be read" in refused(timeline, project)


def test_what_nobody_may_read_is_named(timeline, project):
    folder, file = project / "seeds" / "secret", project / "seeds" / "secret.txt"
    folder.mkdir(mode=0)
    file.write_text("On 4 May 1931 it rained.")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    assert "secret: error: cannot be read: Permission denied" in timeline("build", project).stderr.decode()
    folder.rmdir()
    assert (
        "secret.txt: error: cannot be read: Permission denied" in timeline("build", project).stderr.decode()
    )


@pytest.mark.parametrize("place", [".", "..", "seeds", "seeds/site", "site_templates"])
def test_a_site_never_replaces_what_it_is_made_from(timeline, project, place):
    message = refused(timeline, project, "--keep-foreign", "-o", project / place, code=2)
    assert "--output" in message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{{ open", "site_templates/event.html:1: error"),
        (b"a\n{{ nothing }}", "site_templates/event.html:2: error: 'nothing' is undefined"),
        (b"\n\n{{ nothing|round }}", "site_templates/event.html:3: error"),
        (b"{% extends 'none.html' %}", "site_templates/event.html:1: error: there is no template none.html"),
        (b"\xff", "utf-8"),
    ],
)
def test_a_broken_template_of_the_projects_own_is_named(timeline, project, content, said):
    timeline("build", project)
    (project / "site_templates").mkdir()
    (project / "site_templates" / "event.html").write_bytes(content)
    assert said in refused(timeline, project)


def test_a_hide_that_finds_nothing_publishes_nothing(timeline, project):
    timeline("build", project)
    before = (project / "output" / "index.html").read_bytes()
    events = project / "events.yaml"
    events.write_text(events.read_text() + "  - {id: 1932-ferry-clozed, hide: true}\n")
    result = timeline("build", project)
    assert result.returncode == 1
    assert "1932-ferry-clozed" in result.stderr.decode()
    assert "nothing was built" in result.stderr.decode()
    assert (project / "output" / "index.html").read_bytes() == before


def test_the_id_to_copy_stands_on_the_events_page(timeline, project):
    timeline("build", project)
    for line in lines(timeline("events", project)):
        page = (project / "output" / "events" / f"{line['id']}.html").read_text("utf-8")
        assert f">{line['id']}</code>" in page
