"""`timeline diff` and `timeline explain`."""

import json


def test_two_builds_are_compared(timeline, project, tmp_path):
    timeline("build", project, "-o", tmp_path / "old")
    same = timeline("diff", tmp_path / "old", tmp_path / "old" / "timeline.json")
    assert (same.returncode, same.stdout.decode()) == (0, "no event differs\n")
    events = project / "events.yaml"
    events.write_text(
        events.read_text().replace("date: 1931-05-04", "date: 1931-05-05").replace("opens", "*opens*")
        + "  - {date: 1950, title: The market moves}\n"
    )
    timeline("build", project)
    result = timeline("diff", tmp_path / "old", project)
    assert result.returncode == 1
    told = result.stdout.decode()
    assert "new       1950" in told
    assert "1931-05-04 → 1931-05-05" in told
    assert "1 new, 1 redated, 1 retitled" in told
    table = timeline("diff", tmp_path / "old", project, "--format", "markdown").stdout.decode()
    assert "| redated | 1931-05-05 | The harbour bridge &#42;opens&#42; | 1931-05-04 | 1931-05-05 |" in table
    records = json.loads(timeline("diff", project, tmp_path / "old", "--format", "json").stdout)
    assert [record["what"] for record in records] == ["gone", "redated", "retitled"]
    assert timeline("diff", project / "seeds", project).returncode == 2


def test_an_event_is_explained(timeline, project):
    events = project / "events.yaml"
    events.write_text(events.read_text().replace("date: 1931-05-04", "date: 1931-05-03"))
    result = timeline("explain", "bridge opens", project)
    assert result.returncode == 0, result.stderr.decode()
    told = result.stdout.decode()
    for said in (
        "3 May 1931 (1931-05-03)",
        "letter.txt:3:",
        "Anna Lindqvist on 4 May 1931",
        "events.yaml:4:5",
        "set: date, title, tags",
        "by the documents alone it would be dated 4 May 1931",
    ):
        assert said in told
    missed = timeline("explain", "bridges", project)
    assert missed.returncode == 1
    assert "no event is called 'bridges'" in missed.stderr.decode()
