"""What a user installs holds all that the program loads; tests run where everything is installed, and would not notice."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# modules that read what an extra is for; each says which one, where it is missing (`timeline.read.documents`)
EXTRAS = {"html.py": "web", "pdf.py": "pdf", "workers.py": "dask"}
BROUGHT = {"markupsafe": "jinja2"}  # by a package that cannot do without it


def _names(requirements):
    return {re.split(r"[^\w-]", requirement)[0].lower() for requirement in requirements}


def _imports():
    """Each package that is not Python's own or ours, with the file that loads it."""
    for path in (ROOT / "timeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules = [node.module]
            else:
                continue
            for module in modules:
                top = module.partition(".")[0]
                if top != "timeline" and top not in sys.stdlib_module_names:
                    yield path, top


def test_every_package_that_is_loaded_is_named():
    distributions = packages_distributions()
    core = _names(PROJECT["dependencies"])
    loaded = set(_imports())
    assert len(loaded) > 20
    for path, top in loaded:
        names = {name.lower() for name in distributions[top]}
        extra = PROJECT["optional-dependencies"].get(EXTRAS.get(path.name, ""), [])
        allowed = core | _names(extra)
        assert names & allowed or BROUGHT.get(top) in allowed, f"{path} loads {top}, which nobody installs"
