"""What a template may see: plain records made from events and documents, with every date already in words.

Paths are site paths ("events/x.html", perhaps with a fragment); a template turns one into an address with
`link(path)`. Nothing here is HTML but `summary`.
"""

from markupsafe import Markup

from timeline.model.event import Event, EventId, Kind, Origin
from timeline.records import dataclass
from timeline.render import links, summary
from timeline.render.quotation import Library, Link, Quotation, is_within, quotation
from timeline.times import edtf
from timeline.times.when import Qualifier, When, qualifier_of

_FIELDS = {"date": "the date", "title": "the title", "kind": "its kind", "tags": "the tags"}
KINDS = {
    Kind.EVENT: "Event",
    Kind.PLAN: "Planned",
    Kind.BACKGROUND: "Background",
    Kind.STATISTIC: "Figure",
}


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
class Figure:
    """A number that contradicts another of the same (`what`: dead, injured; of whom, if said: `who`), and who gives it."""

    what: str
    who: str
    number: int
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
    figures: tuple[Figure, ...]
    references: tuple[Reference, ...]
    machine: str
    language: str


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
                library.dates.words(rival.when, within=is_within(rival.when, rival.mentions)),
                edtf.text(rival.when),
                tuple(quotation(mention.citation, library, mention) for mention in rival.mentions),
            )
            for rival in item.rivals
        ),
        figures=tuple(
            Figure(
                one.what,
                one.who,
                one.number,
                tuple(quotation(mention.citation, library, mention) for mention in one.mentions),
            )
            for one in item.figures
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


def sources(item: Event, library: Library) -> tuple[Told, ...]:
    """The documents that tell of an event, in the order of its evidence, each once."""
    cited = [*(mention.citation for mention in item.mentions), *item.citations]
    found: dict[str, Told] = {}
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
    return is_within(item.machine or item.when, item.mentions)


def _doubt(when: When) -> str:
    return {
        Qualifier.NONE: "",
        Qualifier.APPROXIMATE: "approximate",
        Qualifier.UNCERTAIN: "uncertain",
        Qualifier.BOTH: "approximate uncertain",
    }[qualifier_of(when)]
