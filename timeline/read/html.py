"""HTML → Document: the article's text in the order of reading, and what the page says of itself.

The text is made of the page's blocks. Navigation, forms, scripts and what is hidden are no part of it; which part of
the page is the article, its own markup says (`article`, `main`), and where that is silent, the whole body counts.
Title, author, site and date come from trafilatura, which knows JSON-LD, Open Graph and the habits of publishers.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import lxml.html
from lxml.etree import ParserError, _Element
from trafilatura import extract_metadata

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import front, laid
from timeline.read.blocks import Markup
from timeline.read.decoded import decoded
from timeline.read.laid import Piece
from timeline.times import edtf
from timeline.times.when import When


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DROPPED = _names(
    "script style noscript template svg math iframe object embed canvas audio video map nav form button select "
    "textarea input label dialog menu head title aside"
)
_OUTSIDE_ARTICLE = frozenset({"header", "footer"})  # of the page; an article's own are part of it
_INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data dfn del em font i img ins kbd mark meter output picture q ruby rb rp "
    "rt s samp small source span strike strong sub sup time track tt u var wbr br"
)
_CELLS = frozenset({"td", "th"})
_OF_TABLES = frozenset({"table", "thead", "tbody", "tfoot", "tr", "caption"})
_BETWEEN_CELLS = " | "
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FURNITURE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:reference|mw-editsection|noprint|navbox|nav|menu|breadcrumbs?|share|sharing|social|cookie|"
    r"newsletter|related|sidebar|comments?|advert(?:isement)?|ads?|promo|hidden|sr-only|screen-reader-text|"
    r"visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_SNIFFED = 4096  # bytes within which a page must name its encoding
_LINKED = 0.7  # of a list item's letters in links: it leads away, it tells nothing
_FEWEST_LINKED = 3  # such items on end, before they are a menu
_ARTICLE = 250  # letters an article holds at least
_SPACES = re.compile(r"[ \t\n\r\f\v\u200b]+")


def html(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read a page, saved or fetched; see `timeline.read.document`."""
    text = _text(content, id, metadata.encoding)
    if text.value is None:
        return Outcome(None, text.problems)
    page = parsed(text.value)
    if page is None:
        message = "holds no HTML that could be read"
        return Outcome(
            None,
            (*text.problems, Problem(Severity.ERROR, "unreadable-html", message, id, hint="save it again")),
        )
    known = front.joined(metadata, _metadata(page))
    found = laid.document(id, pieces(page), known)
    return Outcome(found.value, (*text.problems, *found.problems))


def parsed(text: str) -> _Element | None:
    """The page's tree, or None where there is none. Never fetches anything."""
    try:
        # libxml2 refuses a text that names its encoding, once it is text: hence the bytes
        parser = lxml.html.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
        )
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ParserError, ValueError):
        return None
    return root


def pieces(page: _Element) -> tuple[Piece, ...]:
    """The blocks of a page's article, in the order of reading."""
    walk = _Walk()
    walk.block(_article(page))
    return tuple(_without_menus(walk.found))


def _text(content: bytes, file: str, encoding: str) -> Outcome[str | None]:
    """The page as text, in the encoding that is known or that it names, where it is not UTF-8 anyway."""
    if encoding:
        return decoded(content, file, encoding)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decoded(content, file)
    named = _CHARSET.search(content[:_SNIFFED])
    with suppress(UnicodeDecodeError):
        return Outcome(content.replace(b"\0", b"").decode("utf-8-sig"))
    if named:
        with suppress(LookupError):
            return Outcome(content.decode(named[1].decode("ascii"), "replace"))
    return decoded(content.replace(b"\0", b""), file)


def _metadata(page: _Element) -> Metadata:
    said = extract_metadata(page, date_config={"extensive_search": False, "original_date": True})
    if said is None:
        return Metadata()
    return Metadata(
        title=_spaced(said.title or ""),
        publisher=_spaced(said.sitename or ""),
        authors=tuple(_spaced(name) for name in (said.author or "").split(";") if name.strip()),
        url=url if (url := said.url or "").startswith(("http://", "https://")) else "",
        published=_published(said.date or "", page),
    )


def _published(said: str, page: _Element) -> When | None:
    """The day found; only the year of a first of January that stands nowhere, which then was filled in."""
    try:
        found = edtf.parse(said)
    except ValueError:
        return None
    if not said.endswith("-01-01"):
        return found
    written = any(said in value for node in page.iter() for value in (*node.attrib.values(), node.text or ""))
    return found if written else edtf.parse(said[:4])


def _article(page: _Element) -> _Element:
    """The element that holds the article: the only `article`, `main`, or the body."""
    for path in ("//article[not(ancestor::article)]", "//main", "//*[@role='main']"):
        found = [node for node in page.xpath(path) if len(_spaced("".join(node.itertext()))) >= _ARTICLE]
        if len(found) == 1:
            return found[0]
    body: _Element | None = page.find("body")
    return page if body is None else body


@dataclass(slots=True)
class _Walk:
    """Goes through a tree and collects its blocks, each with the share of its letters that are in links."""

    found: list[tuple[Piece, float]] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _linked: int = 0
    _links: int = 0  # how deep in links we are
    _markup: tuple[Markup, int] = (Markup.NONE, 0)
    _names: bool = False  # whether the row we are in only names a table's columns

    def block(self, root: _Element) -> None:
        """Collect a block element and all in it. A stack, not recursion: pages nest as deep as they like."""
        stack: list[tuple[_Element, tuple[Markup, int] | None]] = [(root, None)]
        while stack:
            node, before = stack.pop()
            if before is not None:
                self._leave(node, before)
            elif node is not root and _dropped(node):
                self._say(node.tail)
            else:
                stack.append((node, self._markup))
                self._enter(node)
                stack.extend((child, None) for child in reversed(node))
        self._cut()

    def _enter(self, node: _Element) -> None:
        if self._stands_alone(node.tag):
            self._cut()
            self._markup = _markup(node.tag, self._markup)
        if node.tag == "tr":
            self._names = _names_columns(node)
        if node.tag == "a":
            self._links += 1
        self._say(node.text)

    def _leave(self, node: _Element, before: tuple[Markup, int]) -> None:
        if node.tag == "a":
            self._links -= 1
        if node.tag == "br":
            self._words.append("\n")
        elif node.tag in _CELLS:
            self._words.append("\t")
        if self._stands_alone(node.tag):
            self._cut()
            self._markup = before
        self._say(node.tail)

    def _stands_alone(self, tag: str) -> bool:
        """Whether an element is a block of its own; what stands in a table's cell belongs to the row."""
        if tag in _INLINE or tag in _CELLS:
            return False
        return self._markup[0] is not Markup.ROW or tag in _OF_TABLES

    def _say(self, words: str | None) -> None:
        if words:
            said = _SPACES.sub(" ", words)
            self._words.append(said)
            self._linked += len(said.strip()) if self._links else 0

    def _cut(self) -> None:
        text = "".join(self._words)
        if self._markup[0] is Markup.ROW:
            cells = [
                _spaced(cell) for cell in text.split("\t")
            ]  # an empty one keeps the others in their columns
            text = _BETWEEN_CELLS.join(cells).rstrip(" |") if any(cells) else ""
        else:
            text = "\n".join(filter(None, (_spaced(line) for line in text.split("\n"))))
        if text:
            markup = (Markup.CAPTION, 0) if self._names and self._markup[0] is Markup.ROW else self._markup
            self.found.append((Piece(text, *markup), self._linked / len(text)))
        self._words.clear()
        self._linked = 0


def _markup(name: str, outer: tuple[Markup, int]) -> tuple[Markup, int]:
    if name in _HEADINGS:
        return Markup.HEADING, _HEADINGS[name]
    if name in ("li", "dd", "dt"):
        return Markup.ITEM, 0
    if name == "tr":
        return Markup.ROW, 0
    if name in ("figcaption", "caption"):
        return Markup.CAPTION, 0
    if name in ("p", "div", "section") and outer[0] in (Markup.CAPTION, Markup.ITEM):
        return outer
    return Markup.NONE, 0


def _names_columns(row: _Element) -> bool:
    """Whether a row holds but the names of columns, of which there are several."""
    cells = [cell.tag for cell in row if cell.tag in _CELLS]
    return len(cells) > 1 and set(cells) == {"th"}


def _dropped(node: _Element) -> bool:
    name = node.tag if isinstance(node.tag, str) else ""
    if not name or name in _DROPPED or "hidden" in node.attrib or node.get("aria-hidden") == "true":
        return True
    if name in _OUTSIDE_ARTICLE and next(node.iterancestors("article"), None) is None:
        return next(iter(node.iterdescendants("h1")), None) is None
    if node.get("role") in ("navigation", "banner", "contentinfo", "search", "complementary", "dialog"):
        return True
    style = node.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    said = " ".join((node.get("class") or "", node.get("id") or ""))
    return name not in ("body", "html", "main", "article") and _FURNITURE_CLASS.search(said) is not None


def _without_menus(found: Iterable[tuple[Piece, float]]) -> Iterator[Piece]:
    """The pieces, runs of list items that are little but links marked as what they are."""
    run: list[Piece] = []
    for piece, linked in (*found, (Piece(""), 0.0)):
        if piece.markup is Markup.ITEM and linked >= _LINKED:
            run.append(piece)
            continue
        menu = len(run) >= _FEWEST_LINKED
        yield from (Piece(item.text, Markup.FURNITURE if menu else item.markup) for item in run)
        run = []
        yield piece


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
