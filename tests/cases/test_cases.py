"""Whole small sites: what each project in this folder builds, page by page, byte for byte.

`pytest tests/cases --update-cases` rewrites `expected/`; the diff is the review. Styles, scripts and Plotly are
left out: they are the same for every site and have tests of their own.
"""

import shutil
from pathlib import Path

import pytest

from timeline import gather, pipeline
from timeline.model.problem import described
from timeline.project import read_project

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/seeds"))


def built(case):
    """The pages of a case's site, and the problems of its project, as a reader would meet them."""
    project = read_project(HERE / case)
    site = pipeline.site(project.value, gather.theme(gather.project(HERE / case)))
    pages = {name: content for name, content in site.files.items() if not name.startswith("assets/")}
    pages["problems.txt"] = "".join(described(p) + "\n" for p in project.problems).encode()
    return pages


@pytest.mark.parametrize("case", CASES)
def test_a_small_site_is_what_it_was(case, request):
    expected = HERE / case / "expected"
    pages = built(case)
    if request.config.getoption("--update-cases"):
        shutil.rmtree(expected, ignore_errors=True)
        for name, content in pages.items():
            path = expected / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    found = {p.relative_to(expected).as_posix(): p.read_bytes() for p in expected.rglob("*") if p.is_file()}
    assert sorted(pages) == sorted(found)
    for name, content in pages.items():
        assert content.decode("utf-8") == found[name].decode("utf-8"), name
