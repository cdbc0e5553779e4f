"""`timeline explain`: where an event comes from, step by step."""

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from timeline.cli import shared
from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId, Written
from timeline.model.event import Citation, Event, Mention
from timeline.pipeline import Built
from timeline.project import read_project
from timeline.times import edtf, words

_MOST = 5


@click.command("explain")
@click.argument("event")
@shared.folder
def command(event: str, folder: Path) -> None:
    """Print where an EVENT of PROJECT comes from: each source's words and how they were dated, and what the editor set.

    EVENT is an id, the beginning of one, or some words of a title.

    \b
    Examples:
      timeline explain 2008-02-17-parliament-adopted
      timeline explain "xi belgrade"
    """  # noqa: D301 - \b is click's mark
    read = read_project(folder)
    built = read.value
    found = _named(event, built.events)
    if len(found) != 1:
        shared.say(read.problems if not built.events else ())
        click.echo(
            f"{'no event is' if not found else shared.counted(len(found), 'event') + ' are'} called {event!r}",
            err=True,
        )
        for one in found[:_MOST] or _near(event, built.events):
            click.echo(f"  {one.id}  {one.title}", err=True)
        sys.exit(1)
    for line in _told(found[0], built):
        click.echo(line)


def _named(name: str, events: Sequence[Event]) -> list[Event]:
    exact = [event for event in events if event.id == name]
    begun = [event for event in events if event.id.startswith(name)]
    said = name.casefold().split()
    holding = [
        event for event in events if all(word in f"{event.title} {event.id}".casefold() for word in said)
    ]
    return exact or begun or holding


def _near(name: str, events: Sequence[Event]) -> list[Event]:
    by_id = {str(event.id): event for event in events}
    return [by_id[id_] for id_ in difflib.get_close_matches(name, by_id, n=_MOST, cutoff=0.5)]


def _told(event: Event, built: Built) -> Iterator[str]:
    analyses = {analysis.document.id: analysis for analysis in built.analyses}
    yield click.style(event.title, bold=True)
    yield f"{words.words(event.when)} ({edtf.text(event.when)}), {event.kind.value}, {event.origin.value}"
    yield f"id: {event.id}"
    documents = len({mention.citation.document for mention in event.mentions})
    if event.mentions:
        tellings = shared.counted(len(event.mentions), "telling")
        yield ""
        yield f"Read from {tellings} in {shared.counted(documents, 'document')}"
        for mention in event.mentions:
            yield from _mention(mention, analyses)
    for rival in event.rivals:
        yield ""
        yield f"Another date is given: {words.words(rival.when)} ({edtf.text(rival.when)})"
        for mention in rival.mentions:
            yield from _mention(mention, analyses)
    for figure in event.figures:
        names = ", ".join(sorted({mention.citation.document for mention in figure.mentions}))
        yield ""
        yield f"Of several numbers: {figure.number} {figure.what} {figure.who}".rstrip() + f" ({names})"
    yield from _entries(event, built, analyses)


def _mention(mention: Mention, analyses: dict[DocumentId, Analysis]) -> Iterator[str]:
    analysis = analyses[mention.citation.document]
    yield f"  {_place(mention.citation, analysis)}  {mention.title}"
    yield f"    “{mention.citation.quote}”"
    yield f"    {mention.kind.value}, confidence {mention.confidence:.2f}, dated {edtf.text(mention.when)}:"
    yield from (f"      {step}" for step in mention.dated.steps)
    if mention.dated.range:
        yield f"      part of a range: {edtf.text(mention.dated.range.when)}"
    if mention.dated.assumed:
        yield f"      not in the words, but worked out: {', '.join(mention.dated.assumed)}"
        yield from _written(analysis.written)


def _written(written: Written) -> Iterator[str]:
    when = "at a time that is not known" if written.when is None else words.words(written.when, within=True)
    yield f"      the document was written {when} ({written.source.value})"
    yield from (f"        {step}" for step in written.steps)


def _place(citation: Citation, analysis: Analysis) -> str:
    """Where the words stand: of a text its line and column, else what the document calls the place."""
    if citation.locator:
        return f"{citation.document}, {citation.locator}"
    before = analysis.document.text[: citation.span.start]
    return f"{citation.document}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def _entries(event: Event, built: Built, analyses: dict[DocumentId, Analysis]) -> Iterator[str]:
    if not event.entries:
        return
    yield ""
    yield "From the editor"
    for number in event.entries:
        place = built.edited.entries[number].place
        yield f"  {place.file}:{place.line}:{place.column}"
    if event.edited:
        yield f"  set: {', '.join(event.edited)}"
    if event.machine:
        yield f"  by the documents alone it would be dated {words.words(event.machine)} ({edtf.text(event.machine)})"
    for citation in event.citations:
        yield f"  cited: {_place(citation, analyses[citation.document])}  “{citation.quote}”"
    for reference in event.references:
        yield f"  see also: {reference.title} {reference.url}".replace("  ", " ")
