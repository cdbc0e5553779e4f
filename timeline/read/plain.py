"""Plain text and Markdown → Document. The text is the decoded file itself, so offsets need no map."""

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome
from timeline.read import laid
from timeline.read.blocks import blocks
from timeline.read.decoded import decoded


def text(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read plain text; see `timeline.read.document`."""
    found = decoded(content, id, metadata.encoding)
    if found.value is None:
        return Outcome(None, found.problems)
    read = _document(id, found.value, 0, metadata)
    return Outcome(read.value, (*found.problems, *read.problems))


def markdown(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read Markdown, with front matter or without."""
    from timeline.read import front  # noqa: PLC0415 - loads YAML, which plain text needs none of

    found = decoded(content, id, metadata.encoding)
    if found.value is None:
        return Outcome(None, found.problems)
    said = front.matter(found.value, id)
    read = _document(id, found.value, said.value.end, front.joined(metadata, said.value.metadata))
    return Outcome(read.value, (*found.problems, *said.problems, *read.problems))


def _document(id: DocumentId, text: str, start: int, metadata: Metadata) -> Outcome[Document]:  # noqa: A002
    return laid.of_blocks(id, text, blocks(text, start), metadata)
