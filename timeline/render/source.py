"""A source's page: what is known of a document, and its passages in place, linked to what was read from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.model.analysis import Analysis
from timeline.model.document import Role, Span
from timeline.model.event import EventId
from timeline.render import links, passages
from timeline.render.addresses import anchor
from timeline.render.dates import Dates
from timeline.render.view import Dating, Link, dating


@dataclass(frozen=True, slots=True)
class Note:
    """What stands at the end of a passage: an event that was read from it, by its number in the list."""

    anchor: str
    number: int
    event: Link


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a block.

    `passages` are the anchors of the passages they belong to, `opens` of those that start here; `notes`
    stand after them.
    """

    text: str
    passages: tuple[str, ...]
    opens: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading; `role` is "title", "heading", "prose", "item" and so on.

    `level` is a heading's on the page, 2 to 6, without gaps; 0 for anything else.
    """

    role: str
    level: int
    pieces: tuple[Piece, ...]
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document: `full` says that its whole text is shown; `original` is its address on the web."""

    id: str
    path: str
    title: str
    publisher: str
    authors: tuple[str, ...]
    original: str
    license: str
    language: str
    written: Dating
    full: bool
    events: tuple[Link, ...]
    passages: int
    blocks: tuple[Block, ...]


def source(
    analysis: Analysis,
    path: str,
    evidence: Mapping[Span, Sequence[EventId]],
    events: Mapping[EventId, Link],
    dates: Dates,
    *,
    full: bool,
) -> SourceView:
    """The view of a document. `evidence` are its passages with the events that stand on them."""
    document = analysis.document
    numbers: dict[EventId, int] = {}
    for name in (name for own in evidence.values() for name in own):
        numbers.setdefault(name, len(numbers) + 1)
    notes = {
        span: tuple(Note(anchor(span), numbers[name], events[name]) for name in own)
        for span, own in evidence.items()
    }
    return SourceView(
        id=document.id,
        path=path,
        title=document.title,
        publisher=document.metadata.publisher,
        authors=document.metadata.authors,
        original=links.external(document.metadata.url),
        license=document.metadata.license,
        language=document.language,
        written=dating(analysis.written, dates),
        full=full,
        events=tuple(events[name] for name in numbers),
        passages=len(evidence),
        blocks=tuple(
            Block(
                block.role.value,
                level,
                tuple(_piece(run, notes) for run in block.runs),
                block.before,
                block.after,
            )
            for block, level in _levelled(passages.blocks(document, evidence, full=full))
        ),
    )


def _levelled(blocks: Sequence[passages.Block]) -> list[tuple[passages.Block, int]]:
    """Each block with its heading's level: an outline never skips one, whatever the document did."""
    found = []
    last = 1  # the page's own
    for block in blocks:
        level = 0
        if block.role in {Role.TITLE, Role.HEADING}:
            level = last = min(max(block.level, 1) + 1, last + 1, 6)
        found.append((block, level))
    return found


def _piece(run: passages.Run, notes: Mapping[Span, tuple[Note, ...]]) -> Piece:
    return Piece(
        run.text,
        tuple(map(anchor, run.within)),
        tuple(map(anchor, run.opens)),
        tuple(note for span in run.closes for note in notes[span]),
    )
