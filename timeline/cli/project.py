"""A project read from disk, for the commands that want the whole of it."""

from pathlib import Path

from timeline import gather, pipeline
from timeline.model.edit import Edited
from timeline.model.problem import Outcome, Problem, Severity, has_errors
from timeline.pipeline import Built


def read_project(folder: Path) -> Outcome[Built]:
    """Gather, read and merge a project. With errors in `events.yaml` nothing is merged."""
    place = gather.project(folder)
    if not place.seeds.is_dir() and not place.events.is_file():
        return Outcome(
            Built((), (), Edited()),
            (
                Problem(
                    Severity.ERROR,
                    "no-project",
                    "no seeds/ and no events.yaml here: nothing to read",
                    str(folder),
                    hint="put documents into seeds/, or name the project's folder",
                ),
            ),
        )
    edited = gather.edited(place)
    sources = gather.documents(place.seeds) if place.seeds.is_dir() else Outcome(())
    broken = (*edited.problems, *sources.problems)
    if has_errors(broken):
        return Outcome(Built((), (), edited.value), broken)
    built = pipeline.built(sources.value, edited.value)
    return Outcome(built.value, (*broken, *built.problems))
