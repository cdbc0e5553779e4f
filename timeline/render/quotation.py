"""A passage quoted, as a template may see it: its words in three, its date and how that was worked out, and where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import cast

from timeline.model.analysis import Analysis
from timeline.model.document import Document, DocumentId, Source, Span, Written
from timeline.model.event import Citation, Mention
from timeline.records import dataclass
from timeline.render import links, summary
from timeline.render.addresses import Addresses
from timeline.render.dates import Dates
from timeline.times import edtf
from timeline.times.when import Date, Grain, Interval, When, extent

_ASSUMED = {
    "year": "the year",
    "month": "the month",
    "day": "the day",
    "week": "the week",
    "order": "the order of day and month",
}
_WRITTEN = {
    Source.GIVEN: "as given when this site was built",
    Source.METADATA: "as stated with the document",
    Source.DATELINE: "from the document’s own dateline",
    Source.INFERRED: "inferred from the document’s own words",
    Source.OPEN: "not known",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the site path it leads to."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Dating:
    """When a document was written: the date in words (empty: not known), how that is known, and the steps.

    `placed` is the date as it stands in a sentence: "in January 2022", "on 12 August 2021"; `days` the first day on which it
    may have been written and the first after that, as day numbers, if both are known.
    """

    date: str
    placed: str
    how: str
    steps: tuple[str, ...]
    days: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage quoted: the words before, in and after the temporal expression, and where they stand.

    `original` is the address of the words in the publisher's page, or empty. `date` is what this source
    says of the event. `assumed` names what the words leave unsaid; without that and without
    `steps`, the words give the date themselves.
    """

    before: str
    expression: str
    after: str
    date: str
    edtf: str
    steps: tuple[str, ...]
    assumed: tuple[str, ...]
    source: Link
    publisher: str
    language: str
    written: Dating
    original: str
    locator: str

    @property
    def text(self) -> str:
        """The whole quotation."""
        return self.before + self.expression + self.after


@dataclass(frozen=True, slots=True)
class Library:
    """What every view is made from: the paths, the documents by their ids, and how dates are said."""

    addresses: Addresses
    analyses: Mapping[DocumentId, Analysis]
    dates: Dates = Dates()
    converted: summary.Converted | None = None
    datings: dict[DocumentId, Dating] = field(default_factory=dict)

    def document(self, name: DocumentId) -> Document | None:
        """A document of the project."""
        found = self.analyses.get(name)
        return found.document if found else None

    def dating(self, analysis: Analysis | None) -> Dating:
        """When a document was written, in words; the same record for all that is quoted from it."""
        if analysis is None:
            return Dating("", "", "", ())
        name = analysis.document.id
        if name not in self.datings:
            self.datings[name] = dating(analysis.written, self.dates)
        return self.datings[name]


def quotation(citation: Citation, library: Library, mention: Mention | None = None) -> Quotation:
    """A passage with its source; with the mention that was read from it, also its date."""
    document = library.document(citation.document)
    analysis = library.analyses.get(citation.document)
    metadata = document.metadata if document else None
    before, expression, after = _cut(citation, mention.dated.span if mention else None)
    return Quotation(
        before=before,
        expression=expression,
        after=after,
        date=library.dates.words(mention.when, within=is_within(mention.when, [mention])) if mention else "",
        edtf=edtf.text(mention.when) if mention else "",
        steps=_steps(mention) if mention else (),
        assumed=tuple(_ASSUMED.get(part, part) for part in mention.dated.assumed) if mention else (),
        source=Link(
            document.title if document else citation.document,
            library.addresses.passage(citation.document, citation.span),
        ),
        publisher=metadata.publisher if metadata else "",
        language=document.language if document else "",
        written=library.dating(analysis),
        original=links.original(metadata.url, citation) if metadata else "",
        locator=citation.locator,
    )


def dating(written: Written, dates: Dates) -> Dating:
    """A document's own date in words."""
    if written.when is None:
        return Dating("", "", _WRITTEN[written.source], written.steps)
    date = dates.words(written.when, within=True)
    if date.startswith("between "):
        placed = date
    elif _known(written.when).grain is Grain.DAY:
        placed = f"on {date}"
    else:
        placed = f"in {date}"
    days = extent(written.when)
    known = None if days.start is None or days.end is None else (int(days.start), int(days.end))
    return Dating(date, placed, _WRITTEN[written.source], written.steps, known)


def _known(when: When) -> Date:
    """A date, or the end of an interval that is one."""
    if isinstance(when, Date):
        return when
    return when.start if isinstance(when.start, Date) else cast("Date", when.end)


def _steps(mention: Mention) -> tuple[str, ...]:
    """The steps between the words and the date, which both stand beside them."""
    said = {f"“{mention.dated.expression.text}”", edtf.text(mention.dated.when)}
    return tuple(step for step in mention.dated.steps if step not in said)


def is_within(when: When, mentions: Sequence[Mention]) -> bool:
    """Whether an interval means "somewhere in it": a source's words name one date that is not known better."""
    return isinstance(when, Interval) and any(
        mention.when == when and mention.dated.range is None for mention in mentions
    )


def _cut(citation: Citation, expression: Span | None) -> tuple[str, str, str]:
    """A quotation in three: before, in and after the temporal expression, if that stands in it."""
    if expression is None or not citation.span.holds(expression):
        return citation.quote, "", ""
    start, end = expression.start - citation.span.start, expression.end - citation.span.start
    return citation.quote[:start], citation.quote[start:end], citation.quote[end:]
