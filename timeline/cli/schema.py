"""`timeline schema`: the JSON Schema of events.yaml."""

import json
from pathlib import Path

import click

from timeline import publish
from timeline.cli import shared
from timeline.place import project as project_at
from timeline.read.schema import schema

NAME = "events.schema.json"
_LINE = f"# yaml-language-server: $schema={NAME}"


def text() -> str:
    """The schema as it is written."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


@click.command("schema")
@shared.folder
@click.option(
    "--write",
    is_flag=True,
    help=f"Write it to {NAME} beside events.yaml, and name it in the first line there.",
)
def command(folder: Path, *, write: bool) -> None:
    """Print the JSON Schema of events.yaml, by which an editor completes keys and marks mistakes.

    VS Code (with the YAML extension by Red Hat), Neovim, Emacs and others read the line that --write puts first
    into events.yaml.

    \b
    Examples:
      timeline schema --write
      timeline schema > events.schema.json
    """  # noqa: D301 - \b is click's mark
    if not write:
        click.echo(text(), nl=False)
        return
    place = project_at(folder)
    publish.replaced(folder / NAME, text().encode())
    content = place.events.read_bytes() if place.events.exists() else b""
    if b"yaml-language-server" not in content:
        end = b"\r\n" if b"\r\n" in content else b"\n"
        mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
        publish.replaced(place.events, mark + _LINE.encode() + end + content[len(mark) :])
    click.echo(f"Wrote {folder / NAME}; the first lines of {place.events} name it.")
