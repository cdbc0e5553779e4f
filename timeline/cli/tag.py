"""`timeline tag`: the temporal expressions of documents."""

from pathlib import Path

import click

from timeline import gather, pipeline
from timeline.cli import shared
from timeline.render import lines
from timeline.times.when import When


@click.command("tag")
@shared.paths
@shared.published
@click.option("--format", "form", type=click.Choice(["jsonl", "text"]), default="jsonl", show_default=True)
def command(paths: tuple[Path, ...], published: When | None, form: str) -> None:
    """Print the temporal expressions of FILES or folders, one a line, with what each means and why.

    \b
    Example:
      timeline tag seeds/report.txt --published 2024-05-14
    """  # noqa: D301 - \b is click's mark
    sources = gather.files(paths, published)
    shared.say(sources.problems)
    found = pipeline.timexes(sources.value)
    shared.say(found.problems)
    out = [lines.timex(name, item) for name, items in found.value for item in items]
    if form == "jsonl":
        shared.write_lines(out)
        return
    for line in out:
        click.echo(f"{line['source']}:{line['start']}\t{line['text']}\t{line['value']}")
