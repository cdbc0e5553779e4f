"""The shipped theme, and the sample built with it."""

from pathlib import Path

import pytest

from tests.render import sample
from timeline import render
from timeline.model.site import Site, Theme

_TEMPLATES = Path(__file__).parents[2] / "site_templates"


@pytest.fixture(scope="session")
def theme() -> Theme:
    files = {
        path.relative_to(_TEMPLATES).as_posix(): path
        for path in sorted(_TEMPLATES.rglob("*"))
        if path.is_file()
    }
    return Theme(
        {name: path.read_text("utf-8") for name, path in files.items() if name.endswith(".html")},
        {name: path.read_bytes() for name, path in files.items() if not name.endswith(".html")},
        b"/* a chart library */",
    )


@pytest.fixture(scope="session")
def site(theme: Theme) -> Site:
    return render.site(sample.EVENTS, sample.ANALYSES, sample.SETTINGS, theme)
