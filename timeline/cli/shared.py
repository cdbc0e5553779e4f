"""What several commands say the same way: options, problems, and lines of JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from timeline.model.problem import Outcome, Problem, Severity, described, has_errors, ordered
from timeline.times import edtf
from timeline.times.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.analysis import Analysis

T = TypeVar("T")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


class EdtfType(click.ParamType[When]):
    """An EDTF date on the command line."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:  # noqa: ANN401 - click's
        """Read the date, or fail as click does."""
        try:
            return edtf.parse(str(value))
        except ValueError as error:
            self.fail(
                f"{error}. Write EDTF, such as 2024-05-14, 2024-05 or 2024-05-08/2024-05-14.", param, ctx
            )


published = click.option(
    "--published",
    type=EdtfType(),
    help="When the documents were written (EDTF), over what they say themselves.",
)
paths = click.argument(
    "paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(exists=True, path_type=Path)
)
folder = click.argument(
    "folder",
    default=".",
    metavar="[PROJECT]",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
strict = click.option("--strict", is_flag=True, help="Exit with 1 if there is any problem.")


def say(problems: Iterable[Problem]) -> None:
    """Print problems to the terminal, errors first."""
    for problem in ordered(problems):
        word = f"{problem.severity.value}:"
        styled = click.style(word, fg=_COLOURS[problem.severity], bold=True)
        click.echo(described(problem).replace(word, styled, 1), err=True)


def value_or_exit(outcome: Outcome[T]) -> T:
    """The value, with its problems said; exits with 1 where something is broken."""
    say(outcome.problems)
    if has_errors(outcome.problems):
        sys.exit(1)
    return outcome.value


def write_lines(lines: Iterable[dict[str, Any]]) -> None:
    """JSON lines on standard output, in UTF-8 whatever the locale."""
    out = sys.stdout.buffer
    for line in lines:
        out.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    out.flush()


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 event`, `2 events`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def summary(analysis: Analysis) -> str:
    """A document in a line: its language, when it was written, and what was read of it."""
    written = analysis.written
    when = "not known" if written.when is None else edtf.text(written.when)
    return (
        f"{analysis.document.id}: {analysis.document.language}, written {when} ({written.source.value}), "
        f"{counted(len(analysis.timexes), 'date')}, {counted(len(analysis.mentions), 'mention')}"
    )
