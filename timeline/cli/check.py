"""`timeline check`: every problem of the project."""

import json
import sys
from collections import Counter
from pathlib import Path

import click

from timeline.cli import shared
from timeline.model.problem import Problem, has_errors
from timeline.project import read_project

_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


@click.command("check")
@shared.folder
@shared.strict
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="github: annotations for a workflow.",
)
@shared.quiet
@click.option("-v", "--verbose", is_flag=True, help="Say also what was read of each document.")
def command(folder: Path, form: str, *, strict: bool, quiet: bool, verbose: bool) -> None:
    """List every problem of the project: broken entries, orphans, sources that disagree, open dates.

    The last line counts them by kind; with json or github it goes to standard error.

    \b
    Examples:
      timeline check
      timeline check --strict --format github
    """  # noqa: D301 - \b is click's mark
    read = read_project(folder)
    problems = read.problems
    if form == "json":
        click.echo(json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=2))
    elif form == "github":
        for problem in problems:
            click.echo(_annotation(problem, folder))
    else:
        shared.say(problems)
    if verbose:
        for analysis in read.value.analyses:
            click.echo(shared.summary(analysis), err=form != "text")
    if not quiet:
        kinds = Counter(problem.kind for problem in problems)
        summary = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        counted = f"{shared.counted(len(problems), 'problem')}{': ' + summary if summary else ''}"
        click.echo(counted, err=form != "text")
    if has_errors(problems) or (strict and problems):
        sys.exit(1)


def _record(problem: Problem) -> dict[str, str | int]:
    return {
        "severity": problem.severity.value,
        "kind": problem.kind,
        "message": problem.message,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "hint": problem.hint,
    }


def _annotation(problem: Problem, folder: Path) -> str:
    """GitHub's workflow command; its escapes are %, CR and LF, and in properties also colon and comma."""
    file = _from_here(problem.file, folder) if problem.file else ""
    place = ",".join(
        f"{name}={value}"
        for name, value in (("file", _property(file)), ("line", problem.line), ("col", problem.column))
        if value
    )
    message = problem.message + (f" ({problem.hint})" if problem.hint else "")
    return f"::{_GITHUB[problem.severity.value]} {place}::{_escaped(message)}"


def _from_here(file: str, folder: Path) -> str:
    """A problem's file as it is called where the command runs; of a project elsewhere, as the project calls it."""
    named = (folder / file, folder / "seeds" / file)
    found = next((path.absolute() for path in named if path.is_file()), None)
    if found is None:
        return file
    here = Path.cwd()
    return found.relative_to(here if found.is_relative_to(here) else folder.absolute()).as_posix()


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
