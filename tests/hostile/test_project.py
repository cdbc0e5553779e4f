"""A project in which everything is hostile builds, and what it publishes deceives and runs nothing."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest

from timeline import gather, pipeline
from timeline.project import read_project

FLIP = "\u202e"
ILL = f"</title></script><script>alert(1)</script>{FLIP}gpj\u2028exe\u0007"
NAMES = (
    f"a{FLIP}txt.txt",
    "<img src=x onerror=alert(1)>.txt",
    "'\"><svg onload=alert(1)>.md",
    "line\nbreak.txt",
    "%2e%2e%2fup.txt",
    "-rf.txt",
    "CON.txt",
    b"latin\xff.txt".decode("utf-8", "surrogateescape"),
    "deep/index.txt",
    "\u2028.txt",
)
EDGES = (
    *("0000", "Y-13800000000", "-9999", "9999-12-31", "9999-12-31/..", "../0001", "Y1000000000"),
    *("-0001-12-31/0001-01-01", "Y170000002", "0000-02-29", "0000/0000"),
)


def quoted(text: str) -> str:
    return json.dumps(text)  # which YAML reads


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    for name in NAMES:
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"Report\n\nThe bridge {ILL} was opened by the mayor on 4 May 1931. {FLIP} Then it fell.\n"
        )
    about = "".join(
        f"- {{file: {quoted(name)}, title: {quoted(ILL)}, publisher: {quoted(ILL)}, license: {quoted(ILL)}}}\n"
        for name in NAMES
        if "\udcff" not in name
    )
    (folder / "seeds" / "sources.yaml").write_text(about)
    edges = "".join(f"  - {{date: {quoted(date)}, title: {quoted(date + ILL)}}}\n" for date in EDGES)
    (folder / "events.yaml").write_text(
        f"""site: {{title: {quoted(ILL)}, description: {quoted(ILL)}, base_url: "https://example.org/"}}
events:
{edges}  - date: 1950
    title: {quoted(ILL)}
    summary: {quoted(ILL + " [a](JaVaScRiPt:alert(1)) <a href='data:text/html,x'>b</a> <style>*{}</style>")}
    tags: [{", ".join(quoted(tag) for tag in ("../../x", "..", "/etc/passwd", ILL, "a" + chr(0) + "b", "index"))}]
    cites: [{{url: "https://example.org/\\"onmouseover=alert(1)", title: {quoted(ILL)}}}]
"""
    )
    return folder


@pytest.fixture(scope="module")
def site(project):
    read = read_project(project)
    assert not [problem for problem in read.problems if problem.severity.value == "error"]
    assert len(read.value.analyses) == len(NAMES)
    return pipeline.site(read.value, gather.theme(gather.project(project)))


def pages(site):
    return {name: body for name, body in site.files.items() if name.endswith(".html")}


def test_every_name_stays_inside_and_is_one_that_any_disk_can_hold(site):
    for name in site.files:
        assert ".." not in Path(name).parts
        assert not set(name) & set('\\:?*"<>|\n%\u2028\u202e\0')
        name.encode("utf-8")
    assert len({name.casefold() for name in site.files}) == len(site.files)


def test_every_edge_of_time_is_an_event_of_its_own(site):
    events = json.loads(site.files["timeline.json"])
    assert len([event for event in events if event["title"].endswith(ILL) and event["title"] != ILL]) == len(
        EDGES
    )


def test_no_page_runs_or_fetches_what_was_planted(site):
    for name, body in pages(site).items():
        tree = html5lib.parse(body.decode("utf-8"), namespaceHTMLElements=False)
        for element in tree.iter():
            assert element.tag not in {"iframe", "object", "embed"}, name
            if element.tag == "script":
                assert (element.text or "").strip() == "" or element.get("type") == "application/ld+json", (
                    name
                )
            if element.tag == "a":
                assert not re.match(
                    r"\s*(javascript|data|vbscript):", element.get("href", ""), re.IGNORECASE
                ), name
            assert not any(str(key).startswith("on") for key in element.attrib), name
        assert "alert(1)" in body.decode("utf-8") or name in {"404.html", "data.html"}


def test_nothing_is_turned_around_and_what_would_have_is_shown(site):
    for name, body in pages(site).items():
        text = body.decode("utf-8")
        assert not re.search("[\u202d\u202e\x00-\x08\x0b\x0e-\x1f\x7f]", text), name
    assert "\ufffdgpj" in pages(site)["index.html"].decode("utf-8")
    for name in (name for name in site.files if name.startswith("data/")):
        assert FLIP.encode() not in site.files[name]
        assert b"</script" not in site.files[name]
        assert "\u2028".encode() not in site.files[name]


def test_files_for_other_programs_are_well_formed_and_exact(site):
    ET.fromstring(site.files["timeline.atom"])  # noqa: S314 - ours
    ET.fromstring(site.files["sitemap.xml"])  # noqa: S314
    assert any(event["title"] == ILL for event in json.loads(site.files["timeline.json"]))
    assert all(len(line) <= 75 for line in site.files["timeline.ics"].split(b"\r\n"))
