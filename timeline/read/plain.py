"""Plain text and Markdown → Document. The text is the decoded file itself, so offsets need no map."""

from dataclasses import replace

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import front, language
from timeline.read.cues import cues
from timeline.read.decoded import decoded
from timeline.read.roles import passages


def text(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read plain text; see `timeline.read.document`."""
    found = decoded(content, id)
    if found.value is None:
        return Outcome(None, found.problems)
    read = _document(id, found.value, 0, metadata)
    return Outcome(read.value, (*found.problems, *read.problems))


def markdown(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read Markdown, with front matter or without."""
    found = decoded(content, id)
    if found.value is None:
        return Outcome(None, found.problems)
    said = front.matter(found.value, id)
    read = _document(id, found.value, said.value.end, front.joined(metadata, said.value.metadata))
    return Outcome(read.value, (*found.problems, *said.problems, *read.problems))


def _document(id: DocumentId, text: str, start: int, metadata: Metadata) -> Outcome[Document]:  # noqa: A002
    code = metadata.language or language.recognised(text[start:])
    parts = passages(text, start, metadata, cues(code))
    found = Document(id, text, parts, code, metadata)
    if not parts:
        warning = Problem(
            Severity.WARNING, "empty-document", "holds no text", id, hint="remove it, or fill it"
        )
        return Outcome(found, (warning,))
    title = next((p for p in parts if p.role.value == "title"), None)
    if title and not metadata.title:
        said = " ".join(text[title.span.start : title.span.end].split())
        found = replace(found, metadata=replace(metadata, title=said))
    return Outcome(found)
