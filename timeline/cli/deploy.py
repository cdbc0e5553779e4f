"""`timeline deploy`: the site, checked and built, as the newest commit of a branch."""

import sys
from pathlib import Path

import click

from timeline.branch import GitError, Repository
from timeline.cli import build, shared
from timeline.publish import MANIFEST


@click.command("deploy")
@shared.folder
@click.option("--remote", default="origin", show_default=True, help="The repository to push to.")
@click.option(
    "--branch", default="gh-pages", show_default=True, help="The branch that the pages are served from."
)
@click.option(
    "-m", "--message", default="Publish the timeline", show_default=True, help="What the commit says."
)
@click.option("--keep-foreign", is_flag=True, help="Publish what else is in output/, such as a CNAME.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
def command(folder: Path, remote: str, branch: str, message: str, *, keep_foreign: bool, quiet: bool) -> None:
    """Build PROJECT's site and push output/ to a branch for GitHub Pages or another host.

    Nothing is pushed while there is any problem: see `timeline check`. The branch keeps its history, your working
    tree and its branches stay as they are, and a site that has not changed is not pushed again.

    \b
    Examples:
      timeline deploy
      timeline deploy --remote https://example.org/site.git --branch pages
    """  # noqa: D301 - \b is click's mark
    options = ["--strict", *(["--keep-foreign"] if keep_foreign else []), *(["--quiet"] if quiet else [])]
    try:
        build.command.main([str(folder), *options], standalone_mode=False)
    except SystemExit:
        click.echo("nothing was pushed: mend what is said above; `timeline check` lists it again", err=True)
        raise
    output = (folder / "output").resolve()
    try:
        commit = Repository(folder).push(output, remote, branch, message, leave_out=MANIFEST)
    except GitError as error:
        click.echo(f"nothing was pushed: {error}", err=True)
        if hint := _hint(str(error), remote):
            click.echo(f"    hint: {hint}", err=True)
        sys.exit(1)
    if not quiet:
        click.echo(f"Pushed {commit[:10]} to {branch}" if commit else f"{branch} holds this site already")


def _hint(said: str, remote: str) -> str:
    """What to do about what git says, where it does not say so itself."""
    if "not a git repository" in said:
        return f"`git init`, then `git remote add {remote} ADDRESS` with the address of the repository to push to"
    if "does not appear to be a git repository" in said:
        return f"`git remote add {remote} ADDRESS` with the address of the repository to push to, or name it with --remote"
    return ""
