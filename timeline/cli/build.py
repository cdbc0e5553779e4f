"""`timeline build`: the site."""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from timeline import stamp
from timeline.cli import shared
from timeline.cli.stages import Stages
from timeline.place import project as project_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.memory import Recalled
    from timeline.model.analysis import Analysis
    from timeline.model.past import Past
    from timeline.model.problem import Outcome, Problem
    from timeline.model.site import Site, Theme
    from timeline.pipeline import Analyse, Built, Input
    from timeline.place import Project
    from timeline.render.deadlinks import DeadLink

_NAMED = 5  # dead links

_MANY = 50  # documents, from which one wants to know how long it takes


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
@click.option("--clean", is_flag=True, help="Read every document anew, whatever is kept from earlier builds.")
@click.option(
    "--scheduler", metavar="ADDRESS", help="Read documents on a Dask scheduler's workers: tcp://host:8786."
)
@shared.quiet
@click.option("-v", "--verbose", is_flag=True, help="Say what each stage did, and how long it took.")
def command(
    folder: Path,
    output: Path | None,
    scheduler: str | None,
    *,
    strict: bool,
    keep_foreign: bool,
    clean: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site from PROJECT's seeds/ and events.yaml into its output/.

    A build that fails leaves the last good site as it was: a broken events.yaml stops it, and an entry that
    should hide something and finds nothing. Other entries that join nothing are reported, and the site is built.

    \b
    Examples:
      timeline build
      timeline build ~/harbour --strict -o /var/www/harbour
    """  # noqa: D301 - \b is click's mark
    started = time.perf_counter()
    place = project_at(folder, output)
    _refuse_to_overwrite(place)
    options = (str(place.output.resolve()), str(strict), str(keep_foreign))
    taken = "" if clean else stamp.taken((place.seeds, place.events, place.templates), options)
    last = stamp.last(place.cache / "last.json", taken, place.output)
    if last is None:
        stages = Stages(verbose=verbose)
        last = _built(
            place, scheduler, stages, strict=strict, keep_foreign=keep_foreign, clean=clean, quiet=quiet
        )
        stamp.keep(place.cache / "last.json", taken, place.output, last)
    else:
        shared.say(last.problems)
        last = replace(last, said=("Nothing has changed since the last build.", *last.said[1:]))
    if not quiet:
        click.echo(f"{last.said[0]} ({time.perf_counter() - started:.1f} seconds)")
        for line in last.said[1:]:
            click.echo(line)
    gc.freeze()  # what is left goes with the process, and is not looked through once more
    gc.enable()


def _watched(analyse: Analyse, sources: Sequence[Input]) -> Iterator[Outcome[Analysis | None]]:
    """The outcomes as they come, with a bar and an estimate on a terminal when there are many."""
    if len(sources) < _MANY or not sys.stderr.isatty():
        yield from analyse(sources)
        return
    outcomes = analyse(sources)
    with click.progressbar(
        outcomes, len(sources), "Reading documents", show_pos=True, file=sys.stderr
    ) as bar:
        yield from bar


def _built(
    place: Project,
    scheduler: str | None,
    stages: Stages,
    *,
    strict: bool,
    keep_foreign: bool,
    clean: bool,
    quiet: bool,
) -> stamp.Last:
    """Make the site, and say what it came to; exits where it cannot be made."""
    from jinja2 import TemplateError  # noqa: PLC0415 - a build that changes nothing needs none of these

    from timeline import gather, memory, project, publish, store, workers  # noqa: PLC0415

    try:
        analyse = stages.counting(workers.scheduled(scheduler) if scheduler else workers.analysed)
    except ModuleNotFoundError:
        _fail("--scheduler needs Dask: pip install 'timeline[dask]'")
    except (OSError, ValueError) as error:
        _fail(f"no scheduler answers at {scheduler}: {error}")
    # what a build makes stays until it is published: looking again and again for what could go costs a tenth of it
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    kept = store.Store(place.cache / "cache", analyse)
    reader = kept.afresh if clean else kept.analysed
    reading = stages.reading(reader if quiet else partial(_watched, reader))
    beside = publish.foreign_files(place.output) if keep_foreign else ()
    pages = place.cache / "cache" / "pages.json"
    recalled = memory.recalled(pages, place.output, beside, anew=clean)
    built = project.read_project(
        place.root,
        reading,
        gather.edited(place, recalled.memory.shares),
        group=None if clean else kept.grouped,
    )
    gc.disable()  # pages leave no rubbish that goes round in circles
    stages.done("merged", _merged(built.value))
    shared.say(built.problems)
    if hindrance := project.hindrance(built, strict=strict):
        _fail(hindrance)
    recalled = memory.reading(recalled, kept.digests)
    try:
        theme = gather.theme(place)
        past = gather.past(place.output, {event.id for event in built.value.events})
        try:
            site, changed = _published(
                place, built.value, theme, past, recalled, stages=stages, keep_foreign=keep_foreign
            )
        except publish.StaleError:  # somebody changed the site: no page of it is taken for good
            recalled = memory.forgotten(recalled)
            site, changed = _published(
                place, built.value, theme, past, recalled, stages=stages, keep_foreign=keep_foreign
            )
    except (TemplateError, UnicodeDecodeError) as error:
        _fail(project.template_trouble(error))
    stages.done("written", f"{shared.counted(len(site.files), 'file')}, {changed:,} of them changed or gone")
    memory.keep(pages, place.output, site, recalled)
    if not clean:
        kept.prune()
    said = (
        _summary(built.value, built.problems, changed),
        f"Chart: {theme.plotly_name}, {len(theme.plotly) / 1e6:.1f} MB",
        *_left_out(built.value.edited.settings.base_url),
        f"Open {(place.output / 'index.html').resolve()}",
    )
    return stamp.Last(built.problems, said)


def _published(
    place: Project,
    built: Built,
    theme: Theme,
    past: Past,
    recalled: Recalled,
    *,
    stages: Stages,
    keep_foreign: bool,
) -> tuple[Site, int]:
    """The site, and how many of its files are new, other or gone; exits where it cannot be published."""
    from timeline import pipeline, publish  # noqa: PLC0415 - as above

    beside = publish.foreign_files(place.output) if keep_foreign else ()
    site = pipeline.site(built, theme, past, memory=recalled.memory)
    stages.done("rendered", shared.counted(len(site.files), "file"))
    _refuse_dead_links(pipeline.dead_links(site, beside, publish.Published(place.output)))
    stages.done("checked", "every link inside the site leads somewhere")
    try:
        return site, publish.site(site, place.output, keep_foreign=keep_foreign, last=recalled.kept)
    except publish.ForeignFilesError as error:
        _fail(f"{error}\nMove them away, choose another --output, or keep them with --keep-foreign.")
    except publish.BusyError as error:
        _fail(f"{error}; the last good site is as it was. Try again when it is done.")
    except OSError as error:
        _fail(f"could not write {place.output}: {error.strerror}; the last good site is as it was.")


def _merged(built: Built) -> str:
    """How many events came of how much."""
    mentions = sum(len(analysis.mentions) for analysis in built.analyses)
    entries = shared.counted(len(built.edited.entries), "entry", "entries")
    told = f"{shared.counted(mentions, 'mention')} and {entries}"
    return f"{told} into {shared.counted(len(built.events), 'event')}"


def _left_out(base_url: str) -> tuple[str, ...]:
    """What a site that does not know its own address has to do without."""
    return () if base_url else ("Without `site: base_url:` no Atom feed, site map and picture for sharing.",)


def _summary(built: Built, problems: tuple[Problem, ...], changed: int) -> str:
    mentions = sum(len(analysis.mentions) for analysis in built.analyses)
    return ", ".join(
        (
            shared.counted(len(built.analyses), "document"),
            shared.counted(mentions, "mention"),
            shared.counted(len(built.events), "event"),
            shared.counted(len(problems), "problem"),
            f"{shared.counted(changed, 'file')} changed",
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


def _refuse_dead_links(dead: tuple[DeadLink, ...]) -> None:
    """A link that leads nowhere is a fault of a template, of a summary, or ours: nothing is published with it."""
    if dead:
        named = [
            f"{link.page}: error: links to {link.address!r}, which is not there" for link in dead[:_NAMED]
        ]
        more = [f"… and {len(dead) - _NAMED:,} more"] if len(dead) > _NAMED else []
        hint = "Mend the summary or the template that says so; the last good site is as it was."
        _fail("\n".join((*named, *more, hint)))


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
