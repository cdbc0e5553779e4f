"""The entry that a reader may copy is one that `events.yaml` takes, and changes what it says and nothing else."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.render import sample
from tests.render.reading import Page
from timeline import read, render
from timeline.model.event import EventId
from timeline.render import correct
from timeline.render.links import slug
from timeline.times import edtf


def _read(entry, *fields):
    """The entry as read once the `#` was taken away before some fields."""
    lines = []
    for line in entry.splitlines():
        if line.startswith("  # ") and (
            line[4:].partition(":")[0] in fields or ("cites" in fields and "  - {" in line)
        ):
            lines.append("  " + line[4:])
        else:
            lines.append(line)
    text = "events:\n" + "\n".join("  " + line for line in lines) + "\n"
    return read.edited(text.encode(), "events.yaml")


@pytest.mark.parametrize("event", sample.EVENTS, ids=lambda event: event.id[:20])
def test_the_entry_is_read_as_it_was_meant(event):
    event = replace(event, id=EventId(slug(event.id)))  # as ids are
    text = correct.entry(event)
    bare = _read(text)
    assert bare.problems == ()
    (only,) = bare.value.entries
    assert (only.id, only.date, only.title, only.tags, only.hide) == (event.id, None, None, None, False)
    fields = (
        "date",
        "title",
        "kind",
        "hide",
        "cites",
        *(["summary"] if event.summary else []),
        *(["tags"] if event.tags else []),
    )
    whole = _read(text, *fields)
    assert whole.problems == ()
    (entry,) = whole.value.entries
    assert (edtf.text(entry.date), entry.title, entry.kind) == (
        edtf.text(event.when),
        event.title,
        event.kind,
    )
    assert (entry.summary or "", entry.tags or ()) == (event.summary.strip(), event.tags)
    assert entry.hide
    assert [reference.title for reference in entry.references] == ["Who says so"]


@pytest.mark.parametrize(
    ("repository", "start", "field"),
    [
        ("https://github.com/a/b.git", "https://github.com/a/b/issues/new?", "body"),
        ("https://codeberg.org/a/b/", "https://codeberg.org/a/b/issues/new?", "body"),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/issues/new?", "issue[description]"),
    ],
)
def test_a_report_holds_the_entry(repository, start, field):
    event = sample.EVENTS[5]
    found = correct.correction(event, replace(sample.SETTINGS, repository=repository))
    assert found.report.startswith(start)
    assert correct.entry(event) in parse_qs(urlsplit(found.report).query)[field][0]
    assert found.file.endswith("/blob/HEAD/events.yaml")


def test_every_event_offers_it_without_scripts(site, theme):
    for path, body in site.files.items():
        if path.startswith("events/"):
            page = Page(body.decode())
            assert page.all("pre", id="entry")[0].text.startswith("- id: ")
            assert page.all("details", id="correct")
            assert not page.all("a", id="report")
    settings = replace(sample.SETTINGS, repository="https://github.com/a/b")
    files = render.site(sample.EVENTS, sample.ANALYSES, settings, theme).files
    links = Page(files["events/2005-06-17-east-basin.html"].decode()).all("a", id="report")
    assert links[0].attributes["href"].startswith("https://github.com/a/b/issues/new?")
