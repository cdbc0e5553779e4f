"""What every file for other programs is made from: the events, how pages show them, and their documents."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypeVar

from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId
from timeline.model.edit import Settings
from timeline.model.event import Event
from timeline.model.shares import Shares
from timeline.records import dataclass
from timeline.render import view
from timeline.render.addresses import Addresses, addresses
from timeline.render.dates import Dates
from timeline.render.links import external, relative
from timeline.render.quotation import Library
from timeline.render.view import EventView

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Material:
    """`views` are of the events, in the same order; `where` knows the site path of every page.

    `keys` say what each event's share of a file is made from, and `shares` what the last build made of it.
    """

    events: tuple[Event, ...]
    views: tuple[EventView, ...]
    analyses: Mapping[DocumentId, Analysis]
    settings: Settings
    where: Addresses
    keys: tuple[bytes, ...] = ()
    shares: Shares = field(default_factory=Shares)

    def of_each(self, kind: str, make: Callable[[Event, EventView], T]) -> Iterator[T]:
        """What each event gives to a file of all events, one by one: the last build's, or what is made now."""
        return self.shares.each(kind, self.keys, lambda number: make(self.events[number], self.views[number]))

    @property
    def pairs(self) -> list[tuple[Event, EventView]]:
        """Each event with its view."""
        return list(zip(self.events, self.views, strict=True))

    @property
    def urls(self) -> dict[DocumentId, str]:
        """The documents' original addresses, as their metadata say them."""
        return {name: analysis.document.metadata.url for name, analysis in self.analyses.items()}

    def original(self, document: DocumentId) -> str:
        """A document's address on the web; empty without one."""
        analysis = self.analyses.get(document)
        return external(analysis.document.metadata.url) if analysis else ""

    def named(self, document: DocumentId) -> str:
        """A document by its address on the web, or else by its name."""
        return self.original(document) or document

    def absolute(self, path: str) -> str:
        """The whole address of a site path; empty where the site does not know its own (`base_url`)."""
        if not self.settings.base_url:
            return ""
        return self.settings.base_url + ("" if path == "index.html" else relative(path, ""))

    def address(self, path: str, file: str = "") -> str:
        """The whole address of a site path where it is known, else the one as seen from a file of the site."""
        return self.absolute(path) or relative(path, file)


def material(events: Sequence[Event], analyses: Sequence[Analysis], settings: Settings) -> Material:
    """For a command that prints one of the files without making the site."""
    where = addresses(events, analyses, full=settings.quotations == "full")
    documents = {analysis.document.id: analysis for analysis in analyses}
    library = Library(where, documents, Dates(settings.language))
    views = tuple(view.event(event, library) for event in events)
    return Material(tuple(events), views, documents, settings, where, (b"",) * len(views))
