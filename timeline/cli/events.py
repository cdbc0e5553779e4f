"""`timeline events`: the project's merged events."""

import json
from pathlib import Path

import click

from timeline import pipeline
from timeline.cli import shared
from timeline.project import read_project
from timeline.render import lines


@click.command("events")
@shared.folder
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "json", "csv", "ics", "atom", "timelinejs", "markwhen", "text"]),
    default="jsonl",
    show_default=True,
)
def command(folder: Path, form: str) -> None:
    """Print the merged events of PROJECT, in order of time.

    \b
    Examples:
      timeline events --format text
      timeline events --format csv > events.csv
    """  # noqa: D301 - \b is click's mark
    built = shared.value_or_exit(read_project(folder))
    urls = pipeline.urls(built.analyses)
    found = [lines.event(event, urls) for event in built.events]
    if form == "jsonl":
        shared.write_lines(found)
    elif form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif form == "text":
        for line in found:
            click.echo(f"{line['date']:<24}{line['kind']:<12}{line['title']}")
    else:
        click.echo(pipeline.printed(built, form), nl=False)
