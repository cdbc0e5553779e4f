"""The command line: arguments in, lines out, exit codes. Each command is imported only when it is called."""

import difflib
import gc
import os
from importlib import import_module

import click

import timeline

_COMMANDS = {
    "add": "Put documents into the project.",
    "build": "Build the site.",
    "check": "List every problem of the project.",
    "deploy": "Publish the site on a branch.",
    "diff": "Compare two builds.",
    "events": "Print the project's merged events.",
    "explain": "Print where an event comes from, step by step.",
    "extract": "Print what documents tell of, one happening a line.",
    "import": "Add the events of another program's file to events.yaml.",
    "new": "Make a small site to begin with.",
    "review": "Go through what was read and not yet judged.",
    "schema": "Print the JSON Schema of events.yaml.",
    "serve": "Serve the site on this machine, and edit it in the browser.",
    "tag": "Print the temporal expressions of documents, one a line.",
}
_MODULES = {"import": "import_"}  # a word of Python's own


class _Lazy(click.Group):
    """A group that knows its commands' names and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"timeline.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], _COMMANDS, n=1)
            if near and args[0] not in _COMMANDS:
                raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 problems (a build that could not be made, or any problem under --strict); "
    '2 wrong use. NO_COLOR is honoured. Completion: eval "$(_TIMELINE_COMPLETE=bash_source timeline)", or '
    "zsh_source, fish_source.",
)
@click.version_option(timeline.__version__, "-V", "--version", prog_name="timeline")
@click.pass_context
def main(context: click.Context) -> None:
    """What happened when, and who says so: documents in, a timeline site out.

    \b
      timeline new DIR            begin
      timeline add FILE           put a document in
      timeline serve --edit       look at it, and put right what is wrong
      timeline check              what needs a look before you publish
      timeline build              build output/ from seeds/ and events.yaml
      timeline extract FILE       what a document tells of
    """  # noqa: D301 - \b is click's mark, not an escape of ours
    if os.environ.get("NO_COLOR"):  # https://no-color.org; in a pipe there is none anyway
        context.color = False
    gc.set_threshold(
        100_000, 50, 50
    )  # what is read is mostly kept: looking through it for rubbish is in vain
