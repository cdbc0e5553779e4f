"""Themes: whole looks below `themes/NAME/`, each laid over the shipped pages file by file; and scripts as one file."""

import difflib
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import rjsmin
from jinja2 import TemplateNotFound

from timeline.model.site import Theme

DEFAULT = "paper"  # the shipped pages as they are
STYLES = (
    "assets/site.css",
    "assets/one.css",  # not for the chart and the list
    "assets/theme.css",
    "assets/own.css",
)  # loaded in this order, those that are there
SCRIPT = "assets/timeline.js"  # of these, in their order: one file is smaller and sooner there than many
_PARTS = tuple(
    f"assets/{name}.js"
    for name in (
        "store",
        "said",
        "axis",
        "level",
        "lanes",
        "ruler",
        "figure",
        "sketch",
        "painter",
        "labels",
        "names",
        "motion",
        "chart",
        "card",
        "hand",
        "map",
        "found",
        "list",
    )
)
_FOLDER = "themes/"

T = TypeVar("T")


def worn(theme: Theme, name: str) -> Theme:
    """The theme of that name laid over the shipped files; a project's own files stay above both.

    Raises `TemplateNotFound`, with the names there are, if there is none of that name.
    """
    known = sorted({DEFAULT, *(path.split("/")[1] for path in _paths(theme) if path.startswith(_FOLDER))})
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
        raise TemplateNotFound(name, f"events.yaml says `theme: {name}`, and there is no such theme; {hint}")
    return replace(
        theme,
        templates=_overlaid(theme.templates, name, theme.own),
        assets=_joined(_overlaid(theme.assets, name, theme.own)),
    )


def _joined(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with the scripts of chart and list as one, without comments and indentation."""
    whole = b";\n".join(assets[path] for path in _PARTS if path in assets)
    return {
        **{path: content for path, content in assets.items() if path not in _PARTS},
        SCRIPT: rjsmin.jsmin(whole),
    }


def _paths(theme: Theme) -> list[str]:
    return [*theme.templates, *theme.assets]


def _overlaid(files: Mapping[str, T], name: str, own: frozenset[str]) -> dict[str, T]:
    folder = f"{_FOLDER}{name}/"
    base = {path: content for path, content in files.items() if not path.startswith(_FOLDER)}
    over = {path.removeprefix(folder): content for path, content in files.items() if path.startswith(folder)}
    return {**base, **{path: content for path, content in over.items() if path not in own}}
