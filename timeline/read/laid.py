"""Pieces → Document: what every reader of a rich format does once it knows the text's own structure.

A format such as HTML or DOCX says itself where a paragraph ends and what is a heading. The document's text is then
those pieces with a blank line between them, and its offsets count in that text.
"""

from collections.abc import Iterable
from dataclasses import replace

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import language
from timeline.read.blocks import Block, Markup
from timeline.read.cues import cues
from timeline.read.roles import assigned
from timeline.records import dataclass

_APART = "\n\n"
_EMPTY_HINT = "remove it, or fill it"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, list item, table row or caption of a file; `level` is a heading's, 1 to 6."""

    text: str
    markup: Markup = Markup.NONE
    level: int = 0


def document(id: DocumentId, pieces: Iterable[Piece], metadata: Metadata) -> Outcome[Document]:  # noqa: A002
    """The document that the pieces make, in their order; white pieces are left out."""
    parts: list[Block] = []
    words: list[str] = []
    at = 0
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        parts.append(Block(at, at + len(text), piece.markup, apart=True, level=piece.level))
        words.append(text)
        at += len(text) + len(_APART)
    return of_blocks(id, _APART.join(words), parts, metadata)


def of_blocks(
    id: DocumentId,  # noqa: A002
    text: str,
    parts: Iterable[Block],
    metadata: Metadata,
    hint: str = _EMPTY_HINT,
) -> Outcome[Document]:
    """The document of a text cut into blocks. Its title, where the metadata have none, is the one in the text."""
    blocks = tuple(parts)
    code = metadata.language or language.recognised(text[blocks[0].start :] if blocks else "")
    passages = assigned(text, blocks, metadata, cues(code))
    found = Document(id, text, passages, code, metadata)
    if not passages:
        return Outcome(found, (Problem(Severity.WARNING, "empty-document", "holds no text", id, hint=hint),))
    title = next((p for p in passages if p.role.value == "title"), None)
    if title and not metadata.title:
        said = " ".join(text[title.span.start : title.span.end].split())
        found = replace(found, metadata=replace(metadata, title=said))
    return Outcome(found)
