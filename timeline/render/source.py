"""A source's pages: what is known of a document, and its passages in place, linked to what was read from them."""

from collections.abc import Mapping, Sequence

from timeline.model.analysis import Analysis
from timeline.model.document import Role, Span
from timeline.model.event import EventId
from timeline.records import dataclass
from timeline.render import cutting, links, passages
from timeline.render.addresses import anchor
from timeline.render.dates import Dates
from timeline.render.quotation import Dating, Link, dating
from timeline.render.sheets import MOST_NOTES, Sheet


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
class Numbered:
    """An event in the list of those that were read from a document; its number stands beside its passages, too."""

    number: int
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A page about a document: `full` says that the whole text is shown; `original` is its address on the web.

    `pages` are the paths of all that are about it. `blocks` and `events` are those of this page, `count` and
    `passages` how many events and passages all of them have.
    """

    id: str
    path: str
    pages: tuple[str, ...]
    title: str
    publisher: str
    authors: tuple[str, ...]
    original: str
    license: str
    language: str
    written: Dating
    full: bool
    events: tuple[Numbered, ...]
    count: int
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
    sheets: Sequence[Sheet] = (),
) -> tuple[SourceView, ...]:
    """The pages about a document. `evidence` are its passages with the events that stand on them.

    `sheets` are the blocks of its pages, if it needs several.
    """
    document = analysis.document
    numbers: dict[EventId, int] = {}
    for name in (name for own in evidence.values() for name in own):
        numbers.setdefault(name, len(numbers) + 1)
    notes = {
        span: tuple(Note(anchor(span), numbers[name], events[name]) for name in own[:MOST_NOTES])
        for span, own in evidence.items()
    }
    shown = sheets or (passages.blocks(document, evidence, full=full),)
    paths = cutting.paths(path, len(shown))
    written = dating(analysis.written, dates)
    found = []
    for own, blocks in zip(paths, shown, strict=True):
        made = tuple(
            Block(
                block.role.value,
                level,
                tuple(_piece(run, notes) for run in block.runs),
                block.before,
                block.after,
            )
            for block, level in _levelled(blocks)
        )
        found.append(
            SourceView(
                id=document.id,
                path=own,
                pages=paths,
                title=document.title,
                publisher=document.metadata.publisher,
                authors=document.metadata.authors,
                original=links.external(document.metadata.url),
                license=document.metadata.license,
                language=document.language,
                written=written,
                full=full,
                events=_told(made),
                count=len(numbers),
                passages=len(evidence),
                blocks=made,
            )
        )
    return tuple(found)


def _told(blocks: Sequence[Block]) -> tuple[Numbered, ...]:
    """The events that the notes of a page name, in the order of their numbers."""
    notes = [note for block in blocks for piece in block.pieces for note in piece.notes]
    told = {note.number: note.event for note in notes}
    return tuple(Numbered(number, event.text, event.path) for number, event in sorted(told.items()))


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
