"""Sheets: what is shown of a document, on as many pages as it needs.

A page ends between blocks, and not after a heading. A block that no page could hold (a text without paragraphs, or a
thousand passages in one) is parted between two words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.model.document import Document, DocumentId, Role, Span
from timeline.model.event import EventId
from timeline.render import cutting
from timeline.render.evidence import Evidence
from timeline.render.passages import Block, Run, blocks

_LONGEST_RUN = 20_000  # letters that are not parted
_BLOCK, _RUN, _WITHIN = 60, 60, 25  # bytes of markup, roughly
MOST_NOTES = 100  # events that are named beside one passage
_NOTE, _TITLES = 650, 4  # an event beside its passage: markup, and how often the page says its title

Sheet = tuple[Block, ...]
_Notes = Mapping[Span, int]  # the passages, each with the bytes of the notes that stand after it


def sheets(
    documents: Iterable[Document], evidence: Evidence, titles: Mapping[EventId, str], *, full: bool
) -> dict[DocumentId, tuple[Sheet, ...]]:
    """The documents that one page does not hold, each with the blocks of its pages."""
    found = {}
    for document in documents:
        passages = evidence.get(document.id, {})
        notes = {
            span: sum(_note(titles[name]) for name in names[:MOST_NOTES]) for span, names in passages.items()
        }
        if not _fits(document, notes):
            found[document.id] = _sheets(document, notes, full=full)
    return found


def further(sheets: Mapping[DocumentId, Sequence[Sheet]]) -> dict[tuple[DocumentId, Span], int]:
    """The passages that do not begin on their document's first page, each with the number of its page, from 0."""
    return {
        (document, span): number
        for document, pages in sheets.items()
        for number, page in enumerate(pages)
        if number
        for block in page
        for run in block.runs
        for span in run.opens
    }


def _sheets(document: Document, notes: _Notes, *, full: bool) -> tuple[Sheet, ...]:
    parted = [part for block in blocks(document, notes, full=full) for part in _parted(block, notes)]
    pages = cutting.cut(_units(parted), lambda unit: sum(_weight(block, notes) for block in unit))
    return tuple(tuple(block for unit in page for block in unit) for page in pages)


def _note(title: str) -> int:
    """The bytes of naming an event that stands on a passage."""
    return _NOTE + _TITLES * cutting.bytes_of(title)


def _fits(document: Document, notes: _Notes) -> bool:
    """Whether one page holds it for certain; asked first, since nearly every document does."""
    markup = _BLOCK * len(document.passages) + (2 * _RUN + 4 * _WITHIN) * len(notes)
    return cutting.bytes_of(document.text) + markup + sum(notes.values()) <= cutting.MOST_BYTES


def _units(parted: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Blocks that stay together: headings with what follows them."""
    found: list[tuple[Block, ...]] = []
    held: list[Block] = []
    for block in parted:
        held.append(block)
        if block.role is not Role.HEADING:
            found.append(tuple(held))
            held = []
    return [*found, *((block,) for block in held)]


def _parted(block: Block, notes: _Notes) -> list[Block]:
    """A block as one or, if no page holds it, as several."""
    if _weight(block, notes) <= cutting.MOST_BYTES:
        return [block]
    runs = [part for run in block.runs for part in _cut(run)]
    pages = cutting.cut(runs, lambda run: _run_weight(run, notes))
    last = len(pages) - 1
    return [
        replace(block, runs=page, before=block.before and not n, after=block.after and n == last)
        for n, page in enumerate(pages)
    ]


def _cut(run: Run) -> Iterator[Run]:
    """A run as pieces that are not too long, cut before a word where there is one to cut before."""
    text = run.text
    starts = [0]
    while len(text) - starts[-1] > _LONGEST_RUN:
        most = starts[-1] + _LONGEST_RUN
        space = text.rfind(" ", starts[-1] + 1, most)
        starts.append(most if space < 0 else space + 1)
    for n, start in enumerate(starts):
        last = n + 1 == len(starts)
        yield replace(
            run,
            text=text[start:] if last else text[start : starts[n + 1]],
            opens=run.opens if n == 0 else (),
            closes=run.closes if last else (),
        )


def _weight(block: Block, notes: _Notes) -> int:
    return _BLOCK + sum(_run_weight(run, notes) for run in block.runs)


def _run_weight(run: Run, notes: _Notes) -> int:
    markup = _RUN + _WITHIN * (len(run.within) + 2 * len(run.opens))
    return markup + cutting.bytes_of(run.text) + sum(notes[span] for span in run.closes)
