"""`timeline new`: a small site that builds, to begin with."""

import json
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from string import Template

import click

_FILES = {  # in the package: in the project
    "events.yaml": "events.yaml",
    "seeds/example.txt": "seeds/example.txt",
    "seeds/sources.yaml": "seeds/sources.yaml",
    "workflows/pages.yml": ".github/workflows/pages.yml",
    "gitignore": ".gitignore",
}


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="The site's title [the folder's name].")
def command(folder: Path, title: str | None) -> None:
    """Make DIR a small site that builds: a commented events.yaml, one document, and the workflow for GitHub Pages.

    \b
    Example:
      timeline new harbour && cd harbour && timeline build
    """  # noqa: D301 - \b is click's mark
    if folder.exists() and any(folder.iterdir()):
        click.echo(f"{folder} is not empty: name a new folder, or an empty one.", err=True)
        sys.exit(1)
    said = title or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    values = {"title": json.dumps(said, ensure_ascii=False), "package": _package()}
    starter = files("timeline") / "starter"
    try:
        for name, place in _FILES.items():
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                Template((starter / name).read_text("utf-8")).safe_substitute(values), "utf-8", newline="\n"
            )
    except OSError as error:
        click.echo(f"{error.filename}: error: {error.strerror}", err=True)
        sys.exit(1)
    click.echo(f"{folder}: a site with one document. Next:")
    for line in (
        f"  cd {folder}",
        "  timeline build                 and open output/index.html",
        "  timeline add FILE or URL …     your own documents",
    ):
        click.echo(line)


def _package() -> str:
    """What `pip install` needs to get this very program: where it came from, if that is on the web (PEP 610)."""
    try:
        origin = json.loads(distribution("timeline").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        origin = {}
    url = origin.get("url", "")
    if not url.startswith(("http://", "https://")):
        return "timeline"
    version = origin.get("vcs_info", {})
    return f"timeline @ {version['vcs']}+{url}@{version['commit_id']}" if version else f"timeline @ {url}"
