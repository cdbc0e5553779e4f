"""Word's DOCX → Document (ECMA-376): paragraphs, headings, list items and table rows, as they now stand.

Deleted text of tracked changes is left out, inserted text is in. Notes, headers and text boxes are not read.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import front, laid
from timeline.read.archive import Archive, ArchiveError
from timeline.read.blocks import Markup
from timeline.read.laid import Piece

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CELLS = " | "
_HEADING = re.compile(r"heading ([1-6])")
_LEFT_OUT = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "instrText", "delText"))


def docx(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read a Word document; see `timeline.read.document`."""
    try:
        archive = Archive(content)
        body = archive.needed("word/document.xml")
        styles = _styles(archive.xml("word/styles.xml"))
        known = front.joined(metadata, _metadata(archive.xml("docProps/core.xml")))
    except ArchiveError as error:
        hint = "open it in a word processor and save it as .docx again"
        return Outcome(None, (Problem(Severity.ERROR, "unreadable-docx", str(error), id, hint=hint),))
    found = laid.document(id, _pieces(body, styles), known)
    return Outcome(found.value, found.problems)


def _pieces(body: Element, styles: Mapping[str, tuple[Markup, int]]) -> Iterator[Piece]:
    stack = list(reversed(body))
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}p":
            yield _paragraph(node, styles)
        elif node.tag == f"{_W}tr":
            cells = (" ".join(map(_text, cell.iter(f"{_W}p"))).strip() for cell in node.iter(f"{_W}tc"))
            yield Piece(_CELLS.join(filter(None, cells)), Markup.ROW)
        elif node.tag not in _LEFT_OUT:
            stack.extend(reversed(node))


def _paragraph(node: Element, styles: Mapping[str, tuple[Markup, int]]) -> Piece:
    properties = node.find(f"{_W}pPr")
    style = properties.find(f"{_W}pStyle") if properties is not None else None
    markup, level = styles.get(style.get(f"{_W}val", "") if style is not None else "", (Markup.NONE, 0))
    if markup is Markup.NONE and properties is not None and properties.find(f"{_W}numPr") is not None:
        markup = Markup.ITEM
    return Piece(_text(node), markup, level)


def _text(paragraph: Element) -> str:
    return "".join(_runs(paragraph))


def _runs(node: Element) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag not in _LEFT_OUT:
            yield from _runs(child)


def _styles(root: Element | None) -> dict[str, tuple[Markup, int]]:
    """What the styles mean, by their ids. The built-in ones have English names in every language of Word."""
    found: dict[str, tuple[Markup, int]] = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        named = style.find(f"{_W}name")
        name = (named.get(f"{_W}val", "") if named is not None else "").casefold()
        key = style.get(f"{_W}styleId", "")
        if heading := _HEADING.fullmatch(name):
            found[key] = (Markup.HEADING, int(heading[1]))
        elif name == "title":
            found[key] = (Markup.HEADING, 1)
        elif name == "caption":
            found[key] = (Markup.CAPTION, 0)
        elif name.startswith(("list bullet", "list number")):
            found[key] = (Markup.ITEM, 0)
    return found


def _metadata(core: Element | None) -> Metadata:
    """Title and author. The file's dates are those of the file: a template's, a copy's; not the text's."""
    if core is None:
        return Metadata()
    title, author = (core.findtext(f"{_DC}{name}", "").strip() for name in ("title", "creator"))
    return Metadata(title=title, authors=tuple(name.strip() for name in author.split(";") if name.strip()))
