"""Works: the documents' pages, made only where somebody wants to see more of them than what a list says."""

from collections.abc import Sequence
from functools import partial

from timeline.model.analysis import Analysis
from timeline.model.event import EventId
from timeline.model.shares import Shares
from timeline.render.dates import Dates
from timeline.render.evidence import evidence
from timeline.render.heads import Heads
from timeline.render.keys import Keys
from timeline.render.material import Material
from timeline.render.quotation import Link
from timeline.render.sheets import Sheet
from timeline.render.source import SourceView, source
from timeline.render.templates import Pages


class Works:
    """Every document's pages. `heads` are these without their blocks and events, `keys` what they are made from."""

    def __init__(self, material: Material, dates: Dates, keys: Keys | None, shares: Shares) -> None:
        """Take what pages are made from; without `keys` nothing is taken from the last build."""
        self._material, self._dates = material, dates
        self._analyses = tuple(material.analyses.values())
        self._evidence = evidence(material.events)
        self._titles = {view.id: Link(f"{view.date}: {view.title}", view.path) for view in material.views}
        self._made: tuple[int, tuple[SourceView, ...]] = -1, ()
        self.keys = [self._key(analysis, keys) if keys else b"" for analysis in self._analyses]
        self.heads: list[tuple[SourceView, ...]] = shares.of("works", self.keys, self._heads)

    def pages(self, number: int) -> tuple[SourceView, ...]:
        """A document's pages with all that they show."""
        if self._made[0] != number:
            sheets = self._material.where.sheets.get(self._analyses[number].document.id, ())
            self._made = number, self._source(number, sheets)
        return self._made[1]

    def _source(self, number: int, sheets: Sequence[Sheet]) -> tuple[SourceView, ...]:
        analysis = self._analyses[number]
        name, where = analysis.document.id, self._material.where
        return source(
            analysis,
            where.sources[name],
            self._evidence.get(name, {}),
            self._titles,
            self._dates,
            full=self._material.settings.quotations == "full",
            sheets=sheets,
        )

    def add(self, pages: Pages, heads: Heads) -> None:
        """Give each its place in the site."""
        for work, about in enumerate(self.heads):
            for number, head in enumerate(about):
                made_of = self.keys[work], number
                pages.add_made_of(
                    head.path, "source.html", made_of, partial(self._values, work, number, heads)
                )

    def _values(self, work: int, number: int, heads: Heads) -> dict[str, object]:
        document = self.pages(work)[number]
        return {
            "source": document,
            "pages": document.pages,
            "number": number,
            "linked": heads.source(document),
        }

    def _heads(self, number: int) -> tuple[SourceView, ...]:
        pages = len(self._material.where.sheets.get(self._analyses[number].document.id, ()))
        return self._source(number, ((),) * max(1, pages))

    def _key(self, analysis: Analysis, keys: Keys) -> bytes:
        name = analysis.document.id
        passages = [
            (span.start, span.end, [(event, *self._title(event)) for event in events])
            for span, events in self._evidence.get(name, {}).items()
        ]
        return keys.of(keys.document(name), self._material.where.sources[name], passages)

    def _title(self, event: EventId) -> tuple[str, str]:
        link = self._titles[event]
        return link.text, link.path
