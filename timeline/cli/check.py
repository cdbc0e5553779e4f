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
def command(folder: Path, form: str, *, strict: bool) -> None:
    """List every problem of the project: broken entries, orphans, sources that disagree, open dates."""
    problems = read_project(folder).problems
    if form == "json":
        click.echo(json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=2))
    elif form == "github":
        for problem in problems:
            click.echo(_annotation(problem))
    else:
        shared.say(problems)
        kinds = Counter(problem.kind for problem in problems)
        summary = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        click.echo(f"{shared.counted(len(problems), 'problem')}{': ' + summary if summary else ''}")
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


def _annotation(problem: Problem) -> str:
    """GitHub's workflow command; its escapes are %, CR and LF, and in properties also colon and comma."""
    place = ",".join(
        f"{name}={value}"
        for name, value in (("file", problem.file), ("line", problem.line), ("col", problem.column))
        if value
    )
    message = problem.message + (f" ({problem.hint})" if problem.hint else "")
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_GITHUB[problem.severity.value]} {place}::{escaped}"
