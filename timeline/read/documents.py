"""Bytes → Document, by the file's suffix."""

from collections.abc import Callable
from pathlib import PurePosixPath

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import plain

Reader = Callable[[DocumentId, bytes, Metadata], Outcome[Document | None]]

READERS: dict[str, Reader] = {
    ".txt": plain.text,
    ".text": plain.text,
    ".md": plain.markdown,
    ".markdown": plain.markdown,
}


def document(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read a document; None, with a problem that names it, if it cannot be read.

    `metadata` is the project's word on it and goes before what the file says of itself.
    """
    reader = READERS.get(PurePosixPath(id).suffix.lower())
    if reader is None:
        return Outcome(None, (_unknown(id),))
    return reader(id, content, metadata)


def _unknown(id: DocumentId) -> Problem:  # noqa: A002
    suffix = PurePosixPath(id).suffix
    message = (
        f"no reader for files ending in {suffix!r}" if suffix else "no reader for a file without a suffix"
    )
    return Problem(
        Severity.ERROR, "unknown-type", message, id, hint=f"save it as one of {', '.join(READERS)}"
    )
