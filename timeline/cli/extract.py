"""`timeline extract`: what documents tell of."""

from pathlib import Path

import click

from timeline import gather, pipeline
from timeline.cli import shared
from timeline.render import lines
from timeline.times.when import When


@click.command("extract")
@shared.paths
@shared.published
@click.option("--format", "form", type=click.Choice(["jsonl", "text"]), default="jsonl", show_default=True)
def command(paths: tuple[Path, ...], published: When | None, form: str) -> None:
    """Print what FILES or folders tell of, one happening a line, each with the words it was read from.

    \b
    Example:
      timeline extract seeds --format text
    """  # noqa: D301 - \b is click's mark
    sources = gather.files(paths, published)
    shared.say(sources.problems)
    found = pipeline.analyses(sources.value)
    shared.say(found.problems)
    out = [lines.mention(mention) for analysis in found.value for mention in analysis.mentions]
    if form == "jsonl":
        shared.write_lines(out)
        return
    for line in out:
        click.echo(f"{line['date']:<24}{line['kind']:<12}{line['title']}")
