"""A site is a value: the same input gives the same bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Site:
    """Files by path below the output folder, with forward slashes."""

    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Theme:
    """What a site is dressed in: `site_templates/`, overlaid by a project's own files, as values.

    `templates` are Jinja2 sources by name ("index.html"); `assets` are files by their path in the site
    ("assets/site.css"); `plotly` is the bundle, published as `assets/<plotly_name>`; `own` are the names of the
    files that are the project's. What stands below `themes/NAME/` is worn only where that theme is chosen.
    """

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    plotly: bytes = field(repr=False)
    plotly_name: str = "plotly.min.js"
    own: frozenset[str] = frozenset()
