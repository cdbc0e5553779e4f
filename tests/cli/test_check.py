"""`timeline check`: what a person's slips are answered with, and how it is told."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.model.problem import described
from timeline.project import read_project

HEAD = "site: {title: The harbour}\nevents:\n"


@pytest.mark.parametrize(
    ("entries", "place", "said"),
    [
        ("  - {id: 1932, hide: true}\n", "3:5", "no event is called 1932"),
        ("  - {title: x, cites: [{source: leter.txt, quote: bridge}]}\n", "3:33", "did you mean letter.txt?"),
        (
            '  - {title: x, cites: [{source: letter.txt, quote: "bridge was closed by Mayor Anna"}]}\n',
            "3:52",
            "the nearest words are: bridge was opened by Mayor Anna",
        ),
        ("  - {id: FERRY, merge: [BRIDGE]}\n  - {id: BRIDGE, hide: true}\n", "3:5", "line 4 hides all of what"),
        ("  - {date: 3 March – 2 March 1944, title: x}\n", "3:12", "did you mean 1944-03-02/1944-03-03?"),
        ("  - {date: 1999-02-29, title: x}\n", "3:12", "no such date: 1999-02-29"),
        ("  - {date: Tuesday 4 May 1931, title: x}\n", "3:12", "1931-05-04 was a Monday, not a Tuesday"),
    ],
)  # fmt: skip
def test_a_slip_is_placed_and_answered(project, entries, place, said):
    ids = [
        event.id for event in read_project(project).value.events
    ]  # in this process: the words are the same
    bridge, ferry = (next(id_ for id_ in ids if id_.startswith(year)) for year in ("1931", "1932"))
    entries = entries.replace("BRIDGE", bridge).replace("FERRY", ferry)
    (project / "events.yaml").write_text(HEAD + entries, "utf-8")
    message = "\n".join(map(described, read_project(project).problems))
    assert f"events.yaml:{place}" in message
    assert said in message
    assert "^" in message


def test_every_slip_is_said_at_once(project):
    (project / "events.yaml").write_text(
        HEAD + "  - {date: 1917-13, title: x}\n  - {id: 1900-never-was, tags: [y]}\n"
        "  - {date: 1917, title: z, merge: [qqq]}\n  - {titel: w}\n"
        "  - {title: v, cites: [{source: letter.txt, quote: on 5 May}]}\n",
        "utf-8",
    )
    found = read_project(project)
    assert [(problem.line, problem.kind) for problem in sorted(found.problems, key=lambda p: p.line)] == [
        (3, "impossible-date"), (4, "orphan"), (5, "orphan"), (6, "unknown-key"), (6, "missing-key"),
        (7, "quote-not-found"),
    ]  # fmt: skip
    assert not found.value.events  # nothing is made of a file that is half understood
    assert "take it out of `merge`" in "\n".join(map(described, found.problems))


def test_a_list_without_its_key_is_told_the_keys(project):
    (project / "events.yaml").write_text("- {date: 1950, title: x}\n", "utf-8")
    message = "\n".join(map(described, read_project(project).problems))
    assert "events.yaml:1:1: error: events.yaml must be made of `key: value` lines" in message
    assert "the keys are site, events" in message


def test_a_document_that_was_taken_away_is_named_with_what_to_do(project):
    (project / "seeds" / "sources.yaml").write_text("- {file: gone.txt, title: Gone}\n", "utf-8")
    message = "\n".join(map(described, read_project(project).problems))
    assert "describes 'gone.txt', which is not there" in message
    assert "take its lines out" in message


def test_colours_are_for_terminals_and_can_be_refused(project):
    (project / "events.yaml").write_text("evnts: []\n", "utf-8")

    def told(**more):
        ours, theirs = pty.openpty()
        command = [Path(sys.executable).parent / "timeline", "check", "--quiet", project]
        subprocess.run(
            command, stderr=theirs, check=False, env={"PATH": "/usr/bin:/bin", "TERM": "xterm"} | more
        )
        os.close(theirs)
        return os.read(ours, 10_000)

    assert b"\x1b[31m" in told()
    assert b"\x1b" not in told(NO_COLOR="1")


def test_annotations_name_files_from_where_the_command_runs(timeline, project):
    (project / "seeds" / "broken.txt").write_bytes(b"\x00\x01")
    result = timeline("check", project.name, "--format", "github", cwd=project.parent)
    assert f"::error file={project.name}/seeds/broken.txt" in result.stdout.decode()
    assert result.stderr.decode().startswith("1 problem: 1 undecodable")
    assert "letter.txt: en, written" in timeline("check", project, "-v").stdout.decode()
