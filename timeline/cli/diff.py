"""`timeline diff`: what differs between two builds."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click

from timeline.review.difference import Difference, difference

_DATA = "timeline.json"
_NEEDED = {"id", "date", "title", "evidence"}
_MARKUP = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_[]<>|~#@&"})


@click.command("diff")
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="markdown: for a comment on a pull request.",
)
def command(old: Path, new: Path, form: str) -> None:
    """Compare the events of two builds: new, gone, merged, redated, retitled, otherwise changed.

    OLD and NEW are built sites, or their timeline.json. Exits with 0 if no event differs, with 1 if any does.

    \b
    Examples:
      timeline diff output.last output
      timeline diff main.json output --format markdown
    """  # noqa: D301 - \b is click's mark
    found = difference(_events(old), _events(new))
    if form == "json":
        click.echo(json.dumps([_record(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for line in _markdown(found) if form == "markdown" else _text(found):
            click.echo(line)
    sys.exit(1 if found else 0)


def _events(path: Path) -> list[dict[str, Any]]:
    """The events of a build; a folder holds them below itself, or in its output/."""
    places = (path / _DATA, path / "output" / _DATA) if path.is_dir() else (path,)
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        raise click.UsageError(f"{path} is no built site: it has no {_DATA}")
    try:
        found = json.loads(file.read_text("utf-8"))
    except ValueError as error:
        raise click.UsageError(f"{file} is no JSON: {error}") from error
    if not isinstance(found, list) or not all(
        isinstance(event, dict) and event.keys() >= _NEEDED for event in found
    ):
        raise click.UsageError(f"{file} holds no events")
    return [{"kind": "event", "summary": "", "tags": [], **event} for event in found]


def _record(one: Difference) -> dict[str, Any]:
    return {
        "what": one.what,
        "id": one.event["id"],
        "before": one.before,
        "after": one.after,
        "event": one.event,
    }


def _text(found: tuple[Difference, ...]) -> list[str]:
    return [_line(one) for one in found] + [_summary(found)]


def _line(one: Difference) -> str:
    name = f"{one.what:<9} {one.event['date']:<22} {one.event['title']}"
    return name if not one.before + one.after else f"{name}\n{'':10}{one.before} → {one.after}"


def _summary(found: tuple[Difference, ...]) -> str:
    counts = Counter(one.what for one in found)
    return ", ".join(f"{number} {what}" for what, number in counts.items()) or "no event differs"


def _markdown(found: tuple[Difference, ...]) -> list[str]:
    lines = [f"**Timeline:** {_summary(found)}."]
    if found:
        lines += ["", "| | date | event | before | after |", "|---|---|---|---|---|"]
    for one in found:
        cells = (one.what, one.event["date"], one.event["title"], one.before, one.after)
        lines.append(f"| {' | '.join(map(_cell, cells))} |")
    return lines


def _cell(text: str) -> str:
    """Text that stays text in a table of Markdown, whatever a document has put into it."""
    return " ".join(text.translate(_MARKUP).split())
