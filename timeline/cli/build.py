"""`timeline build`: the site."""

import sys
import time
from pathlib import Path
from typing import NoReturn

import click
from jinja2 import TemplateError

from timeline import gather, pipeline, project, publish
from timeline.cli import shared
from timeline.gather import Project
from timeline.model.problem import Problem
from timeline.pipeline import Built


@click.command("build")
@shared.folder
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put the site [output/].",
)
@shared.strict
@click.option(
    "--keep-foreign", is_flag=True, help="Keep files in the output folder that are not of the site."
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
def command(folder: Path, output: Path | None, *, strict: bool, keep_foreign: bool, quiet: bool) -> None:
    """Build the site from PROJECT's seeds/ and events.yaml into its output/.

    A build that fails leaves the last good site as it was: a broken events.yaml stops it, and an entry that
    should hide something and finds nothing. Other entries that join nothing are reported, and the site is built.
    """
    started = time.perf_counter()
    place = gather.project(folder, output)
    _refuse_to_overwrite(place)
    built = project.read_project(folder)
    shared.say(built.problems)
    if hindrance := project.hindrance(built, strict=strict):
        _fail(hindrance)
    try:
        theme = gather.theme(place)
        site = pipeline.site(built.value, theme)
    except (TemplateError, UnicodeDecodeError) as error:
        _fail(project.template_trouble(error))
    try:
        publish.site(site, place.output, keep_foreign=keep_foreign)
    except publish.ForeignFilesError as error:
        _fail(f"{error}\nMove them away, choose another --output, or keep them with --keep-foreign.")
    except OSError as error:
        _fail(f"could not write {place.output}: {error.strerror}; the last good site is as it was.")
    if not quiet:
        click.echo(_summary(built.value, built.problems, time.perf_counter() - started))
        click.echo(f"Chart: {theme.plotly_name}, {len(theme.plotly) / 1e6:.1f} MB")
        click.echo(f"Open {(place.output / 'index.html').resolve()}")


def _summary(built: Built, problems: tuple[Problem, ...], seconds: float) -> str:
    mentions = sum(len(analysis.mentions) for analysis in built.analyses)
    return ", ".join(
        (
            shared.counted(len(built.analyses), "document"),
            shared.counted(mentions, "mention"),
            shared.counted(len(built.events), "event"),
            shared.counted(len(problems), "problem"),
            f"{seconds:.1f} seconds",
        )
    )


def _refuse_to_overwrite(place: Project) -> None:
    """A site replaces the whole of its folder, so that must not hold, or be, what the site is made from."""
    output, root = place.output.resolve(), place.root.resolve()
    inside = next((f for f in (place.seeds, place.templates) if output.is_relative_to(f.resolve())), None)
    if inside is not None:
        raise click.BadParameter(
            f"{output} is in {inside}, which the site is made from.", param_hint="--output"
        )
    if root.is_relative_to(output):
        raise click.BadParameter(f"{output} holds the project itself.", param_hint="--output")


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
