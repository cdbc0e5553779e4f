"""`timeline import`: other programs' timelines into `events.yaml`."""

import sys
from pathlib import Path

import click

from timeline import amend, gather, publish
from timeline.cli import shared
from timeline.model.problem import has_errors
from timeline.read.imported import FORMATS, imported


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="What FILE is [by its name].")
@click.option(
    "-C",
    "--project",
    "folder",
    default=".",
    metavar="PROJECT",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder [here].",
)
@click.option("--dry-run", is_flag=True, help="Print what events.yaml would be, and write nothing.")
def command(file: Path, form: str | None, folder: Path, *, dry_run: bool) -> None:
    """Add the events in FILE to PROJECT's events.yaml, below what stands there.

    Reads CSV (columns date, title, summary, tags, kind, url, or those of TimelineJS's spreadsheet), TimelineJS's JSON,
    iCalendar, markwhen, and the JSON of `timeline events`. What the file holds and events.yaml cannot is said. An
    event that is there already, by its date and title, is left out.

    \b
    Examples:
      timeline import chronicle.csv
      timeline import timeline3.json --format timelinejs --dry-run
    """  # noqa: D301 - \b is click's mark
    place = gather.project(folder)
    edited = shared.value_or_exit(gather.edited(place))
    documents = gather.names(place.seeds)
    found = shared.value_or_exit(imported(file.read_bytes(), file.name, form or "", documents, edited))
    if not found:
        click.echo("Nothing to add.")
        return
    before = place.events.read_bytes() if place.events.exists() else b""
    after = amend.added(before, found, place.events.name)
    shared.say(after.problems)
    if after.value is None or has_errors(after.problems):
        sys.exit(1)
    if dry_run:
        click.echo(after.value.decode("utf-8"), nl=False)
        return
    publish.replaced(place.events, after.value)
    click.echo(f"{place.events}: {len(found):,} {'entry' if len(found) == 1 else 'entries'} added")
