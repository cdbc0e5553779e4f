"""What a template may see: plain records made from events and documents, with every date already in words.

Paths are site paths ("events/x.html", perhaps with a fragment); a template turns one into an address with
`link(path)`. Nothing here is HTML but `summary`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from markupsafe import Markup

from timeline.model.analysis import Analysis
from timeline.model.document import Document, DocumentId, Source, Span, Written
from timeline.model.event import Citation, Event, EventId, Kind, Mention, Origin
from timeline.render import links, summary
from timeline.render.addresses import Addresses
from timeline.render.dates import Dates
from timeline.times import edtf
from timeline.times.when import Date, Grain, Interval, Qualifier, When, qualifier_of

_FIELDS = {"date": "the date", "title": "the title", "kind": "its kind", "tags": "the tags"}
_ASSUMED = {
    "year": "the year",
    "month": "the month",
    "day": "the day",
    "week": "the week",
    "order": "the order of day and month",
}
KINDS = {
    Kind.EVENT: "Event",
    Kind.PLAN: "Planned",
    Kind.BACKGROUND: "Background",
    Kind.STATISTIC: "Figure",
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

    `placed` is the date as it stands in a sentence: "in January 2022", "on 12 August 2021".
    """

    date: str
    placed: str
    how: str
    steps: tuple[str, ...]


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
class Told:
    """A document that tells of an event: its title, the first passage, its publisher, if known, its own page, its language."""

    text: str
    path: str
    publisher: str
    page: str
    language: str


@dataclass(frozen=True, slots=True)
class Rival:
    """A date that contradicts the event's, and who gives it."""

    date: str
    edtf: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source outside the project. `url` is empty if it does not lead to the web."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event: what a list shows of it, and what its own page adds.

    `kind` and `origin` are the types' values ("event", "both"); `kind_name` and `who` say them in words.
    `doubt` is "approximate", "uncertain", both, or empty; `within` says that it happened somewhere in an
    interval, not all through it. `machine` is the date as read from the documents
    where the editor set another.
    """

    id: EventId
    path: str
    title: str
    when: When
    date: str
    edtf: str
    kind: str
    kind_name: str
    origin: str
    who: str
    edited: tuple[str, ...]
    dated_by_hand: bool
    doubt: str
    within: bool
    summary: Markup
    plain_summary: str
    tags: tuple[Link, ...]
    participants: tuple[str, ...]
    places: tuple[str, ...]
    sources: tuple[Told, ...]
    quotations: tuple[Quotation, ...]
    rivals: tuple[Rival, ...]
    references: tuple[Reference, ...]
    machine: str
    language: str


@dataclass(frozen=True, slots=True)
class Library:
    """What every view is made from: the paths, the documents by their ids, and how dates are said."""

    addresses: Addresses
    analyses: Mapping[DocumentId, Analysis]
    dates: Dates = Dates()
    converted: summary.Converted | None = None

    def document(self, name: DocumentId) -> Document | None:
        """A document of the project."""
        found = self.analyses.get(name)
        return found.document if found else None


def event(item: Event, library: Library) -> EventView:
    """An event with its evidence."""
    within = "date" not in item.edited and _found_within(item)
    told = summary.html(item.summary, library.converted)
    quotations = (
        *(quotation(mention.citation, library, mention) for mention in item.mentions),
        *(quotation(citation, library) for citation in item.citations),
    )
    return EventView(
        id=item.id,
        path=library.addresses.events[item.id],
        title=item.title,
        when=item.when,
        date=library.dates.words(item.when, within=within),
        edtf=edtf.text(item.when),
        kind=item.kind.value,
        kind_name=KINDS[item.kind],
        origin=item.origin.value,
        who=who(item),
        edited=tuple(_FIELDS.get(field, field) for field in item.edited if field in _FIELDS),
        dated_by_hand="date" in item.edited,
        doubt=_doubt(item.when),
        within=within,
        summary=told,
        plain_summary=told.striptags(),
        tags=tuple(Link(tag, library.addresses.tags[tag]) for tag in item.tags),
        participants=item.participants,
        places=item.places,
        sources=sources(item, library),
        quotations=quotations,
        rivals=tuple(
            Rival(
                library.dates.words(rival.when, within=_is_within(rival.when, rival.mentions)),
                edtf.text(rival.when),
                tuple(quotation(mention.citation, library, mention) for mention in rival.mentions),
            )
            for rival in item.rivals
        ),
        references=tuple(
            Reference(reference.title or reference.url, links.external(reference.url))
            for reference in item.references
        ),
        machine="" if item.machine is None else library.dates.words(item.machine, within=_found_within(item)),
        language=_language(item, library),
    )


def _language(item: Event, library: Library) -> str:
    """The language of the title: of the document it was read from, else the site's."""
    told = (mention.citation.document for mention in item.mentions if mention.title == item.title)
    documents = (library.document(document) for document in told)
    return next((document.language for document in documents if document), "") or library.dates.language


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
        date=library.dates.words(mention.when, within=_is_within(mention.when, [mention])) if mention else "",
        edtf=edtf.text(mention.when) if mention else "",
        steps=_steps(mention) if mention else (),
        assumed=tuple(_ASSUMED.get(part, part) for part in mention.dated.assumed) if mention else (),
        source=Link(
            document.title if document else citation.document,
            library.addresses.passage(citation.document, citation.span),
        ),
        publisher=metadata.publisher if metadata else "",
        language=document.language if document else "",
        written=dating(analysis.written, library.dates) if analysis else Dating("", "", "", ()),
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
    return Dating(date, placed, _WRITTEN[written.source], written.steps)


def _known(when: When) -> Date:
    """A date, or the end of an interval that is one."""
    if isinstance(when, Date):
        return when
    return when.start if isinstance(when.start, Date) else cast("Date", when.end)


def _steps(mention: Mention) -> tuple[str, ...]:
    """The steps between the words and the date, which both stand beside them."""
    said = {f"“{mention.dated.expression.text}”", edtf.text(mention.dated.when)}
    return tuple(step for step in mention.dated.steps if step not in said)


def sources(item: Event, library: Library) -> tuple[Told, ...]:
    """The documents that tell of an event, in the order of its evidence, each once."""
    cited = [*(mention.citation for mention in item.mentions), *item.citations]
    found: dict[DocumentId, Told] = {}
    for citation in cited:
        document = library.document(citation.document)
        if document is not None:
            found.setdefault(
                citation.document,
                Told(
                    document.title,
                    library.addresses.passage(citation.document, citation.span),
                    document.metadata.publisher,
                    library.addresses.sources[citation.document],
                    document.language,
                ),
            )
    return tuple(found.values())


def who(item: Event) -> str:
    """Who says so, in words."""
    if item.origin is Origin.EDITED:
        return "Added by hand"
    documents = len({mention.citation.document for mention in item.mentions})
    read = f"Read by machine from {'one document' if documents == 1 else f'{documents} documents'}"
    if item.origin is Origin.EXTRACTED:
        return read
    return f"{read}, {'edited' if item.edited else 'checked'} by hand"


def _found_within(item: Event) -> bool:
    return _is_within(item.machine or item.when, item.mentions)


def _is_within(when: When, mentions: Sequence[Mention]) -> bool:
    """Whether an interval means "somewhere in it": a source's words name one date that is not known better."""
    return isinstance(when, Interval) and any(
        mention.when == when and mention.dated.range is None for mention in mentions
    )


def _doubt(when: When) -> str:
    return {
        Qualifier.NONE: "",
        Qualifier.APPROXIMATE: "approximate",
        Qualifier.UNCERTAIN: "uncertain",
        Qualifier.BOTH: "approximate uncertain",
    }[qualifier_of(when)]


def _cut(citation: Citation, expression: Span | None) -> tuple[str, str, str]:
    """A quotation in three: before, in and after the temporal expression, if that stands in it."""
    if expression is None or not citation.span.holds(expression):
        return citation.quote, "", ""
    start, end = expression.start - citation.span.start, expression.end - citation.span.start
    return citation.quote[:start], citation.quote[start:end], citation.quote[end:]
