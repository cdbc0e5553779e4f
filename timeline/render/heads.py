"""What stands in the head of pages for machines: schema.org data, and the addresses that need the site's own."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from timeline.model.document import DocumentId
from timeline.model.event import Event
from timeline.render import exchange, linked
from timeline.render.links import relative
from timeline.render.material import Material
from timeline.render.source import SourceView
from timeline.render.view import EventView
from timeline.times.calendar import civil
from timeline.times.when import extent


class Heads:
    """JSON-LD for each kind of page; addresses are whole where the site knows its own, else relative."""

    def __init__(self, material: Material, sources: Sequence[Sequence[SourceView]]) -> None:
        self._material = material
        # as the pages of events name them, which all stand in one folder
        address = self._address("events/index.html")
        self._works = {own[0].path: linked.work(own[0], address) for own in sources}

    def index(self) -> Markup:
        """The first page: the events as a data set."""
        material = self._material
        files = [(item.path, item.media_type) for item in exchange.offered(material)]
        return _script(
            linked.dataset(material.settings, _coverage(material.events), files, self._address("index.html"))
        )

    def event(self, event: Event, view: EventView) -> Markup:
        """An event's page."""
        return _script(linked.event(event, view, self._works, self._address(view.path)))

    def source(self, view: SourceView) -> Markup:
        """A source's page."""
        analysis = self._material.analyses[DocumentId(view.id)]
        return _script(linked.source(view, analysis, self._address(view.path)))

    def _address(self, page: str) -> linked.Address:
        return self._material.absolute if self._material.settings.base_url else partial(relative, page=page)


def _coverage(events: Sequence[Event]) -> str:
    """The stretch of time in ISO 8601, in years."""
    ends = [
        day
        for event in events
        for day in (extent(event.when).start, extent(event.when).end)
        if day is not None
    ]
    if not ends:
        return ""
    years = [civil(day)[0] for day in (min(ends), max(ends) - 1)]
    return "/".join(f"{'-' if year < 0 else ''}{abs(year):04d}" for year in dict.fromkeys(years))


def _script(data: linked.Json) -> Markup:
    return Markup(linked.script(data))  # noqa: S704  every character that could end the element is escaped
