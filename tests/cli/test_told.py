"""What the README and the guides tell to type can be typed: every command and every option they name is there."""

import re
from pathlib import Path

import click
import pytest

from timeline.cli import _COMMANDS, main

ROOT = Path(__file__).parents[2]
TOLD = re.compile(r"\btimeline ([a-z]+)\b([^`\n|#]*)")  # up to where the words go on


def _told():
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for span in re.findall(r"`([^`\n]+)`|^ {4,}(\S.*)$", path.read_text("utf-8"), re.MULTILINE):
            for name, rest in TOLD.findall(span[0] or span[1]):
                yield (
                    path.name,
                    name,
                    frozenset(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest.partition("&&")[0])),
                )


@pytest.mark.parametrize(("file", "name", "options"), sorted(set(_told()), key=str))
def test_what_is_told_can_be_typed(file, name, options):
    assert name in _COMMANDS, f"{file} tells of `timeline {name}`"
    command = main.get_command(click.Context(main), name)
    known = {option for parameter in command.params for option in parameter.opts} | {"-h", "--help"}
    assert options <= known, f"{file}: `timeline {name}`"


@pytest.mark.parametrize("name", sorted(_COMMANDS))
def test_help_teaches_by_an_example_that_can_be_typed(name):
    context = click.Context(main)
    command = main.get_command(context, name)
    text = command.get_help(click.Context(command, info_name=f"timeline {name}", parent=None))
    examples = re.findall(
        rf"^ +timeline {name}\b(.*)$", text.partition("Example")[2].partition("Options:")[0], re.MULTILINE
    )
    assert examples
    known = {option for parameter in command.params for option in parameter.opts}
    for example in examples:
        assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", example.partition("&&")[0])) <= known


def test_every_command_is_told_of():
    assert {name for file, name, _ in _told() if file == "README.md"} >= set(_COMMANDS)
