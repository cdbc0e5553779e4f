"""A project read from disk and merged, for whoever wants the whole of it, and whether it can be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import gather, pipeline, workers
from timeline.model.edit import Edited
from timeline.model.problem import Outcome, Problem, Severity, has_errors
from timeline.pipeline import Built
from timeline.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import TemplateError

    from timeline.pipeline import Analyse, Group


def read_project(
    folder: Path,
    analyse: Analyse | None = None,
    edited: Outcome[Edited] | None = None,
    group: Group | None = None,
) -> Outcome[Built]:
    """Gather, read and merge a project. With errors in `events.yaml` only problems come of it.

    `analyse` reads the documents and `group` finds which mentions are of one happening; without them, what earlier
    builds have kept is not done again. `edited` stands for what is in `events.yaml`.
    """
    place = gather.project(folder)
    if analyse is None:
        kept = Store(place.cache / "cache", workers.analysed)
        analyse, group = kept.analysed, group or kept.grouped
    if not place.seeds.is_dir() and not place.events.is_file():
        return Outcome(
            Built((), (), Edited()),
            (
                Problem(
                    Severity.ERROR,
                    "no-project",
                    "no seeds/ and no events.yaml here: nothing to read",
                    str(folder),
                    hint="name the project's folder, or make a project with `timeline new DIR`",
                ),
            ),
        )
    edited = edited or gather.edited(place)
    sources = gather.documents(place.seeds) if place.seeds.is_dir() else Outcome(())
    broken = (*edited.problems, *sources.problems)
    read_from = pipeline.analyses(sources.value, analyse)
    del sources  # the bytes of all documents
    built = pipeline.merged(read_from, edited.value, group or pipeline.grouping)
    if has_errors(broken):
        # what the sound entries join is looked up all the same, so that every mistake is said at once
        others = (problem for problem in built.problems if problem.file == place.events.name)
        return Outcome(Built((), (), edited.value), (*broken, *others))
    return Outcome(built.value, (*broken, *built.problems))


def hindrance(read: Outcome[Built], *, strict: bool = False) -> str:
    """Why no site may be made of a project; empty if one may."""
    if has_errors(read.problems) and not read.value.analyses:
        return "nothing was built; the last good site is as it was."
    if any(problem.kind == "hides-nothing" for problem in read.problems):
        return "an entry should hide an event and finds none: nothing was built, lest it be published."
    if strict and read.problems:
        count = len(read.problems)
        return f"{count:,} problem{'' if count == 1 else 's'}: nothing was built (--strict)."
    return ""


def template_trouble(error: TemplateError | UnicodeDecodeError) -> str:
    """What is wrong with a template, where it is known with the file and line."""
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - most commands need no templates

    if isinstance(error, TemplateSyntaxError):
        said = f"site_templates/{error.name}:{error.lineno}: error: {error.message}"
    else:
        said = f"site_templates: error: {error}"
    return f"{said}; the last good site is as it was."
