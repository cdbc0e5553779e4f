"""EPUB → Document: the chapters in the order of the book's spine, and what the book says of itself (EPUB 3.3)."""

import posixpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import front, html, laid
from timeline.read.archive import LARGEST, Archive, ArchiveError
from timeline.read.laid import Piece
from timeline.times import edtf
from timeline.times.when import When

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XHTML = ("application/xhtml+xml", "text/html")


def epub(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read a book; see `timeline.read.document`."""
    try:
        archive = Archive(content)
        name = _package_name(archive)
        package = archive.needed(name)
        known = front.joined(metadata, _metadata(package))
        pieces = _pieces(archive, package, posixpath.dirname(name))
    except ArchiveError as error:
        hint = "convert it again, or save its text"
        return Outcome(None, (Problem(Severity.ERROR, "unreadable-epub", str(error), id, hint=hint),))
    found = laid.document(id, pieces, known)
    return Outcome(found.value, found.problems)


def _package_name(archive: Archive) -> str:
    root = archive.needed("META-INF/container.xml").find(f".//{_CONTAINER}rootfile")
    name = root.get("full-path") if root is not None else None
    if not name:
        raise ArchiveError("its META-INF/container.xml names no package: it is no EPUB")
    return name


def _pieces(archive: Archive, package: Element, folder: str) -> list[Piece]:
    files = {
        item.get("id", ""): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in package.iter(f"{_OPF}item")
        if item.get("media-type") in _XHTML and "nav" not in item.get("properties", "").split()
    }
    found: list[Piece] = []
    read = 0
    for reference in package.iter(f"{_OPF}itemref"):
        name = files.get(reference.get("idref", ""))
        content = archive.member(name) if name and reference.get("linear") != "no" else None
        if content is None:
            continue
        read += len(content)
        if read > LARGEST:
            raise ArchiveError(f"its chapters unpack to more than {LARGEST // 1_000_000} MB")
        page = html.parsed(content.decode("utf-8", "replace"))
        if page is not None:
            found.extend(html.pieces(page))
    return found


def _metadata(package: Element) -> Metadata:
    """Title, authors, publisher and language; of the dates only the publication's."""

    def said(name: str) -> list[str]:
        return [text.strip() for node in package.iter(f"{_DC}{name}") if (text := node.text) and text.strip()]

    return Metadata(
        title=next(iter(said("title")), ""),
        authors=tuple(said("creator")),
        publisher=next(iter(said("publisher")), ""),
        language=next((code[:2].lower() for code in said("language") if code[:2].isalpha()), ""),
        published=_published(package),
    )


def _published(package: Element) -> When | None:
    dates = list(package.iter(f"{_DC}date"))
    marked = [node for node in dates if node.get(f"{_OPF}event") == "publication"]
    for node in (*marked, *(node for node in dates if node.get(f"{_OPF}event") is None)):
        try:
            return edtf.parse((node.text or "").strip()[:10])
        except ValueError:
            continue
    return None
