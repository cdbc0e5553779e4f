"""`timeline new`: a small site that builds, to begin with."""

import json
import shlex
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from string import Template
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click

from timeline import __version__ as version
from timeline import branch
from timeline.cli import schema

_FILES = {  # in the package: in the project
    "events.yaml": "events.yaml",
    "seeds/example.txt": "seeds/example.txt",
    "seeds/sources.yaml": "seeds/sources.yaml",
    "workflows/pages.yml": ".github/workflows/pages.yml",
    "gitignore": ".gitignore",
}
_EXTRAS = "[pdf,web]"  # whatever documents come later, the workflow reads them as this machine does


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="The site's title [the folder's name].")
@click.option("--empty", is_flag=True, help="Without the example: no document and no entry.")
def command(folder: Path, title: str | None, *, empty: bool) -> None:
    """Make DIR a small site that builds: a commented events.yaml, one document, and the workflow for GitHub Pages.

    events.schema.json beside events.yaml lets an editor such as VS Code complete keys and mark mistakes, offline.
    The workflow installs this very program: from where it came, or from a copy of the wheel it was installed from.

    \b
    Examples:
      timeline new harbour && cd harbour && timeline build
      timeline new --empty town && cd town && timeline add ~/Documents/town
    """  # noqa: D301 - \b is click's mark
    if folder.exists() and any(folder.iterdir()):
        click.echo(f"{folder} is not empty: name a new folder, or an empty one.", err=True)
        sys.exit(1)
    said = title or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    package, wheel = _package()
    values = {"title": json.dumps(said, ensure_ascii=False), "package": package}
    starter = files("timeline") / "starter"
    try:
        (folder / "seeds").mkdir(parents=True, exist_ok=True)
        for name, place in _FILES.items():
            if empty and place.startswith("seeds/"):
                continue
            text = Template((starter / name).read_text("utf-8")).safe_substitute(values)
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_without_entries(text) if empty else text, "utf-8", newline="\n")
        (folder / schema.NAME).write_text(schema.text(), "utf-8", newline="\n")
        if wheel:
            shutil.copyfile(wheel, folder / ".github" / wheel.name)
    except OSError as error:
        click.echo(f"{error.filename}: error: {error.strerror}", err=True)
        sys.exit(1)
    click.echo(f"{folder}: {'an empty project' if empty else 'a site with one document'}. Next:")
    for line in (
        f"  cd {shlex.quote(str(folder))}",
        "  timeline add FILE or URL …     your own documents",
        "  timeline build                 and open output/index.html",
        "  timeline serve --edit --open   look at it, and put right what is wrong",
    ):
        click.echo(line)
    if package == f"timeline{_EXTRAS}=={version}":
        click.echo(
            "Before you publish with .github/workflows/pages.yml, say there where this program is to be had: "
            "it was not installed from the web or from a wheel."
        )


def _without_entries(text: str) -> str:
    """A file without what stands below its line `events:`."""
    head, line, _ = text.partition("\nevents:\n")
    return head + line


def _package() -> tuple[str, Path | None]:
    """What `pip install` needs to get this very program, by where it came from (PEP 610); a wheel to copy for that.

    A name alone would not do: what an index has under it may be somebody else's.
    """
    named = f"timeline{_EXTRAS}"
    try:
        origin = json.loads(distribution("timeline").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        origin = {}
    url = origin.get("url", "")
    if url.startswith(("http://", "https://")):
        vcs = origin.get("vcs_info", {})
        return f"{named} @ " + (f"{vcs['vcs']}+{url}@{vcs['commit_id']}" if vcs else url), None
    path = Path(url2pathname(urlsplit(url).path)) if url.startswith("file:") else None
    if path is not None and path.suffix == ".whl" and path.is_file():
        return f"./.github/{path.name}{_EXTRAS}", path
    if path is not None and path.is_dir() and (address := _cloned(path)):
        return f"{named} @ git+{address}", None
    return f"{named}=={version}", None


def _cloned(folder: Path) -> str:
    """Where on the web a folder was cloned from, and its commit; empty if it was not."""
    try:
        return branch.Repository(folder).address()
    except branch.GitError:
        return ""
