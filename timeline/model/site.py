"""A site is a value: the same input gives the same bytes."""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import field

from timeline.model.document import DocumentId
from timeline.model.shares import Shares
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a page came about: the fingerprint of all that it shows, and the data files that it names, with their versions."""

    fingerprint: bytes
    loads: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """The pages of the last build: how each came about, and what they are, for those that are at hand.

    `converted` holds the texts of summaries and what their Markdown became, before it was sanitised; `compiled` the
    shipped templates as they were compiled, by names of the compiler's own. `shares` are what events gave to the files of
    all of them, by kind and key; `documents` are digests that stand for documents with all that was read from them.

    `room` makes the place where files wait until all are made.

    `program` stands for the code that makes pages: with another, none is as it would be made now.
    """

    program: str
    drawn: Mapping[str, Drawn] = field(default_factory=dict)
    bodies: Mapping[str, bytes] = field(default_factory=dict)
    converted: Mapping[str, str] = field(default_factory=dict)
    compiled: Mapping[str, bytes] = field(default_factory=dict)
    shares: Shares = field(default_factory=Shares)
    documents: Mapping[DocumentId, bytes] = field(default_factory=dict)
    room: Callable[[], MutableMapping[str, bytes]] = dict


@dataclass(frozen=True, slots=True)
class Site:
    """Files by path below the output folder, with forward slashes.

    `kept` are pages that are as the last build left them, and were not made again; `drawn` says of pages how they came about.
    `converted` and `compiled` are for the memory of the next build.
    """

    files: Mapping[str, bytes]
    kept: frozenset[str] = frozenset()
    drawn: Mapping[str, Drawn] = field(default_factory=dict, compare=False)
    converted: Mapping[str, str] = field(default_factory=dict, compare=False)
    compiled: Mapping[str, bytes] = field(default_factory=dict, compare=False)

    @property
    def names(self) -> frozenset[str]:
        """The paths of all its files."""
        return self.kept.union(self.files)


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
