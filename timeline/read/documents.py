"""Bytes → Document, by the file's suffix."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import plain

Reader = Callable[[DocumentId, bytes, Metadata], Outcome[Document | None]]


def _imported(module: str, extra: str = "") -> Reader:
    """A reader that is imported when it is needed, and that says which extra it wants where that is missing."""

    def read(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
        try:
            reader: Reader = getattr(import_module(f"timeline.read.{module}"), module)
        except ImportError as error:
            return Outcome(None, (_without_extra(id, extra, error.name or str(error)),))
        return reader(id, content, metadata)

    return read


READERS: dict[str, Reader] = {
    ".txt": plain.text,
    ".text": plain.text,
    ".md": plain.markdown,
    ".markdown": plain.markdown,
    ".html": _imported("html", "web"),
    ".htm": _imported("html", "web"),
    ".xhtml": _imported("html", "web"),
    ".mht": _imported("mail", "web"),
    ".mhtml": _imported("mail", "web"),
    ".eml": _imported("mail", "web"),
    ".pdf": _imported("pdf", "pdf"),
    ".docx": _imported("docx"),
    ".epub": _imported("epub", "web"),
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


def _without_extra(id: DocumentId, extra: str, missing: str) -> Problem:  # noqa: A002
    message = (
        f"files ending in {PurePosixPath(id).suffix!r} need the package {missing}, which is not installed"
    )
    hint = f"pip install 'timeline[{extra}]'"
    return Problem(Severity.ERROR, "missing-extra", message, id, hint=hint)
