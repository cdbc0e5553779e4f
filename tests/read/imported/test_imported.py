"""Other programs' timelines, small ones of our own."""

import json

import pytest

from timeline.model.document import DocumentId
from timeline.model.problem import has_errors
from timeline.read import edited
from timeline.read.imported import imported


def entries(text: str, file: str, **more):
    outcome = imported(text.encode(), file, **more)
    assert not has_errors(outcome.problems), outcome.problems
    return [dict(change.put) for change in outcome.value], [p.message for p in outcome.problems]


def test_a_table_with_the_usual_columns() -> None:
    text = "Date;Title;Description;Tags;Mood\n7–8 May 2024;A visit;He came;one, two;good\n1999~;A war;;;\n"
    found, said = entries(text, "a.csv")
    assert found == [
        {"date": "2024-05-07/2024-05-08", "title": "A visit", "summary": "He came", "tags": ("one", "two")},
        {"date": "1999~", "title": "A war"},
    ]
    assert said == ["1 × the column 'mood': left out"]


def test_a_table_with_start_and_end() -> None:
    assert entries("start,end,event\n1914,1918,The war\n2001-02-03,2001-02-03,A day\n", "a.csv")[0] == [
        {"date": "1914/1918", "title": "The war"},
        {"date": "2001-02-03", "title": "A day"},
    ]


def test_timelinejs_columns() -> None:
    head = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type,Group\n"
    rows = ',,,,,,,,,The title,"",,title,\n-44,3,15,,,,,,,<b>Caesar</b> dies,"a<br>b",https://example.org/p,,Rome\n'
    outcome = imported((head + rows).encode(), "sheet.csv")
    (change,) = outcome.value
    assert change.put == {"date": "-0044-03-15", "title": "Caesar dies", "summary": "a\nb", "tags": ("Rome",)}
    assert change.cites == ({"url": "https://example.org/p"},)
    assert "the title slide" in outcome.problems[0].message


def test_timelinejs_json() -> None:
    slide = {
        "start_date": {"year": "1999", "month": 5},
        "end_date": {"year": 2000},
        "text": {"headline": "A &amp; B"},
    }
    found, said = entries(json.dumps({"title": {"text": {}}, "events": [slide]}), "a.json")
    assert found == [{"date": "1999-05/2000", "title": "A & B"}]
    assert said == ["1 × the title slide: left out"]


CALENDAR = """BEGIN:VCALENDAR\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20240507\r
DTEND;VALUE=DATE:20240509\r
SUMMARY:A visit\\, of two days\r
CATEGORIES:one,two\r
RRULE:FREQ=YEARLY\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20240510T220000Z\r
SUMMARY:An evening\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_a_calendar() -> None:
    found, said = entries(CALENDAR, "a.ics")
    assert found == [
        {"date": "2024-05-07/2024-05-08", "title": "A visit, of two days", "tags": ("one", "two")},
        {"date": "2024-05-10", "title": "An evening"},
    ]
    assert said == ["1 × a repetition (only the first is taken): left out", "1 × a time of day: left out"]


MARKWHEN = """---
title: The harbour
---
// a comment 1999: no
# Section
1871-10-04: The harbour opens #port
It was a fine day.
[The annals](https://example.org/annals)
1902 / 1904: Decline
the first quarter: nothing said
2 pigeons
1905-13: Never
"""


def test_markwhen() -> None:
    outcome = imported(MARKWHEN.encode(), "a.mw")
    first, second = outcome.value
    assert first.put == {
        "date": "1871-10-04",
        "title": "The harbour opens",
        "summary": "It was a fine day.",
        "tags": ("port",),
    }
    assert first.cites == ({"url": "https://example.org/annals", "title": "The annals"},)
    assert second.put["date"] == "1902/1904"
    (never,) = [p for p in outcome.problems if p.kind == "impossible-date"]
    assert never.line == 12


def test_our_own_json_keeps_quotations_of_the_documents_that_are_here() -> None:
    evidence = [
        {"source": "a.txt", "quote": "he came", "url": ""},
        {"source": "b.txt", "quote": "he went", "url": "https://example.org/b"},
        {"source": "c.txt", "quote": "he stayed", "url": ""},
        {"source": None, "title": "Annals", "url": "https://example.org/annals"},
    ]
    event = {"id": "x", "date": "1999", "title": "He", "kind": "plan", "evidence": evidence, "rivals": [{}]}
    outcome = imported(json.dumps([event]).encode(), "a.json", documents={DocumentId("a.txt")})
    (change,) = outcome.value
    assert change.put == {"date": "1999", "title": "He", "kind": "plan"}
    assert change.cites == (
        {"source": "a.txt", "quote": "he came"},
        {"url": "https://example.org/b"},
        {"url": "https://example.org/annals", "title": "Annals"},
    )
    assert len(outcome.problems) == 2
    assert entries(json.dumps(event) + "\n" + json.dumps(event), "a.jsonl")[0] == [change.put]


def test_what_is_there_already_is_left_out() -> None:
    there = edited(b"events:\n  - {date: 1999, title: a war}\n", "events.yaml").value
    found, said = entries("date,title\n1999,A  War\n2000,Peace\n", "a.csv", edited=there)
    assert [entry["title"] for entry in found] == ["Peace"]
    assert said == ["1 × an event that events.yaml has already: left out"]


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("a.csv", "one,two\n1,2\n", "names no column 'title'"),
        ("a.csv", "title\nx\n", "names no column 'date'"),
        ("a.json", "{nothing", "cannot be read"),
        ("a.json", '{"events": 3}', "no timeline of TimelineJS"),
        ("a.json", "[3]", "an event is"),
        ("a.ics", "BEGIN:VEVENT\nno", "cannot be read"),
        ("a.doc", "x", "name it with --format"),
    ],
)
def test_what_cannot_be_imported_is_said(file: str, text: str, words: str) -> None:
    outcome = imported(text.encode(), file)
    assert outcome.value == ()
    assert words in outcome.problems[0].message


@pytest.mark.parametrize(
    ("date", "kind"), [("03/04/2008", "ambiguous-date"), ("", "unread-date"), ("soon", "unread-date")]
)
def test_a_date_that_is_none_is_said_with_its_line(date: str, kind: str) -> None:
    outcome = imported(f"date,title\n1999,A war\n{date},Peace\n".encode(), "a.csv")
    assert [change.put["title"] for change in outcome.value] == ["A war"]
    assert [(p.kind, p.line) for p in outcome.problems] == [(kind, 3)]
