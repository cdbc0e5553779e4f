"""`timeline review`: a walk in a plain terminal, and a table for a spreadsheet."""

import csv
import io

LETTER = """The harbour bridge was opened by Mayor Anna Lindqvist on 4 May 1931.

The ferry company closed its last line in 1932.

A storm destroyed the eastern pier on 3 March 1944.
"""
EVENTS = "# by hand\nevents:\n  - {date: 1950~, title: The market moves}   # mine\n\n# end\n"


def ids(timeline, project):
    table = csv.DictReader(io.StringIO(timeline("events", project, "--format", "csv").stdout.decode()))
    return {row["date"]: row["id"] for row in table}


def prepared(project):
    (project / "seeds" / "letter.txt").write_text(LETTER, "utf-8")
    (project / "events.yaml").write_text(EVENTS, "utf-8")
    return project / "events.yaml"


def test_each_answer_is_written_at_once(timeline, project):
    events = prepared(project)
    names = ids(timeline, project)
    bridge, ferry, storm = (names[date] for date in ("1931-05-04", "1932", "1944-03-03"))
    # the year alone is the least certain; the others follow by their ids
    # a title typed where a letter is asked for does nothing, whatever it begins with
    said = "Hidden Harbour\nThe ferry ends\nd\nsoon\nd May 1932\na\nt Bridge: opened\nu\nh\nu\na\nm 1950\n"
    result = timeline("review", project, said=said)
    assert result.returncode == 0, result.stderr.decode()
    shown = result.stdout.decode()
    assert shown.index(ferry) < shown.index(bridge) < shown.index(storm)
    assert "why look: the date is wide" in shown
    assert "Undone: hid it" in shown
    assert "All is judged." in shown
    assert "no date: 'soon'" in result.stderr.decode()
    assert events.read_text("utf-8") == EVENTS.replace(
        "The market moves}   # mine\n",
        f"The market moves, merge: [{storm}]}}   # mine\n"
        f"  - id: {ferry}\n    date: May 1932\n"
        f"  - {{id: {bridge}}}\n",
    )
    timeline("build", project)
    page = (project / "output" / "events" / f"{bridge}.html").read_text("utf-8")
    assert "Read by machine from one document, checked by hand." in page


def test_a_table_is_filled_in_and_read_back(timeline, project, tmp_path):
    events = prepared(project)
    assert timeline("review", project, "--export", tmp_path / "r.csv").returncode == 0
    text = (tmp_path / "r.csv").read_text("utf-8-sig")
    rows = {row["date"]: row for row in csv.DictReader(io.StringIO(text))}
    assert set(rows) == {"1931-05-04", "1932", "1944-03-03"}
    rows["1932"] |= {"new_date": "spring", "decision": "perhaps"}
    rows["1944-03-03"] |= {"merge_into": "nobody"}
    filled(tmp_path, rows)
    result = timeline("review", project, "--import", tmp_path / "r.csv")
    assert result.returncode == 1
    message = result.stderr.decode()
    assert all(said in message for said in ("r.csv:2: error", "'spring'", "'perhaps'", "'nobody'"))
    assert events.read_text("utf-8") == EVENTS  # all or nothing
    rows["1932"] |= {"new_date": "1932-04", "decision": "", "new_title": "The ferry ends"}
    rows["1931-05-04"] |= {"decision": "accept"}
    rows["1944-03-03"] |= {"merge_into": rows["1931-05-04"]["id"]}
    filled(tmp_path, rows)
    assert timeline("review", project, "--import", tmp_path / "r.csv").returncode == 0
    bridge, ferry, storm = (rows[date]["id"] for date in ("1931-05-04", "1932", "1944-03-03"))
    assert events.read_text("utf-8") == EVENTS.replace(
        "# mine\n",
        f"# mine\n  - id: {ferry}\n    date: 1932-04\n    title: The ferry ends\n"
        f"  - {{id: {bridge}, merge: [{storm}]}}\n",
    )
    assert "All is judged." in timeline("review", project).stdout.decode()


def filled(folder, rows):
    """As a spreadsheet in Europe saves it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, next(iter(rows.values())), delimiter=";")
    writer.writeheader()
    writer.writerows(sorted(rows.values(), key=lambda row: row["date"] != "1932"))
    (folder / "r.csv").write_text(out.getvalue(), "utf-8-sig")
