"""PDF → Document: the words of every page in order, with the places where pages begin.

A PDF knows letters and where they stand, no paragraphs. Lines come from PDFium; a wider step between two of them, or
another size of letters, is read as a blank line, and the blocks are told as in wrapped plain text. What stands again
at the head or foot of most pages is left out, and a word broken at a line's end is put together.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

import pypdfium2 as pdfium

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import front, laid, streams
from timeline.read.blocks import blocks
from timeline.records import dataclass

_LARGEST_TEXT = 50_000_000  # characters: no book, and no bomb beyond it
_WIDE_STEP = 1.3  # times the usual distance of two lines
_OTHER_SIZE = 1.12  # times the size of the line above
_FILLED = 0.9  # of the way to the right edge: a shorter line ends a paragraph
_EDGE = 2  # lines at the head and at the foot of a page that may be furniture
_SHARE = 0.5  # of the pages that repeat it
_FEWEST = 3  # pages, before anything is said to be repeated
_BREAK = "\x02"  # PDFium's sign for a hyphen that only breaks a word
_LINE = re.compile(r"[^\s][^\r\n]*")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_MARK = re.compile(r"(?:[-*•‣◦▪●–·]|\(?\d{1,3}[.)])\s")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    foot: float  # points above the page's foot
    right: float  # points from the page's left edge to the line's end
    size: float  # points


def pdf(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read a PDF; see `timeline.read.document`."""
    if streams.is_bomb(content):
        message = f"a part of it unpacks to more than {streams.LARGEST // 1_000_000} MB"
        return Outcome(None, (_problem(message, "print it to a new PDF", id),))
    try:
        file = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        return Outcome(None, (_unreadable(error, id),))
    with file:
        known = front.joined(metadata, _metadata(file))
        pages: list[tuple[_Line, ...]] = []
        length = 0
        for number in range(len(file)):
            try:
                pages.append(_lines(file[number]))
            except pdfium.PdfiumError:
                pages.append(())
            length += sum(len(line.text) for line in pages[-1])
            if length > _LARGEST_TEXT:
                message = f"holds more than {_LARGEST_TEXT // 1_000_000} million characters"
                return Outcome(None, (_problem(message, "split it", id),))
    text, starts = _text(_without_furniture(pages))
    hint = "it may be a scan: run it through OCR (ocrmypdf) first"
    found = laid.of_blocks(id, text, blocks(text), known, hint)
    return Outcome(replace(found.value, pages=starts), found.problems)


def _lines(page: pdfium.PdfPage) -> tuple[_Line, ...]:
    words = page.get_textpage()
    said = words.get_text_range()
    placed = len(said) == words.count_chars()  # not so where a letter takes two of PDFium's units
    found: list[_Line] = []
    for match in _LINE.finditer(said):
        text = match[0].rstrip()
        if placed:
            foot = words.get_charbox(match.start(), loose=True)[1]
            right = words.get_charbox(match.start() + len(text) - 1, loose=True)[2]
            size = pdfium.raw.FPDFText_GetFontSize(words, match.start())
            found.append(_Line(text, foot, right, size))
        else:
            found.append(_Line(text, 0.0, 0.0, 0.0))
    return tuple(found)


def _without_furniture(pages: Sequence[tuple[_Line, ...]]) -> list[tuple[_Line, ...]]:
    """The pages without what most of them repeat at their edges, but for its numbers."""
    if len(pages) < _FEWEST:
        return list(pages)
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    again = {key for key, count in counts.items() if count >= max(_FEWEST, _SHARE * len(pages))}
    return [page[_head(page, again) : len(page) - _head(page[::-1], again)] for page in pages]


def _head(page: tuple[_Line, ...], again: Collection[str]) -> int:
    """How many lines at the head of a page are repeated ones."""
    return next((n for n, line in enumerate(page[:_EDGE]) if _key(line) not in again), len(page[:_EDGE]))


def _edges(page: tuple[_Line, ...]) -> tuple[_Line, ...]:
    return (*page[:_EDGE], *page[_EDGE:][-_EDGE:])


def _key(line: _Line) -> str:
    return _NUMBER.sub("#", line.text)


def _text(pages: Sequence[tuple[_Line, ...]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, and the offset at which each begins."""
    steps = [a.foot - b.foot for page in pages for a, b in pairwise(page) if a.foot > b.foot]
    usual = median_low(steps) if steps else 0.0
    ends = sorted(line.right for page in pages for line in page)
    edge = ends[len(ends) * 9 // 10] if ends else 0.0
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    before: _Line | None = None
    for page in pages:
        starts.append(length)
        for number, line in enumerate(page):
            if before is None or before.text.endswith(_BREAK):
                between = ""
            elif _apart(before, line, usual, edge, new_page=number == 0):
                between = "\n\n"
            else:
                between = "\n" if _MARK.match(line.text) else " "
            if number == 0:
                starts[-1] = length + len(between)
            parts.append(between + line.text.replace(_BREAK, ""))
            length += len(parts[-1])
            before = line
    return "".join(parts), tuple(starts)


def _apart(before: _Line, line: _Line, usual: float, edge: float, *, new_page: bool) -> bool:
    """Whether a paragraph ends between two lines: by their sizes, the step between them, or a line not filled."""
    if before.size and not 1 / _OTHER_SIZE <= line.size / before.size <= _OTHER_SIZE:
        return True
    ended = _ENDS.search(before.text) is not None
    if new_page or before.foot <= line.foot:  # the next page, or the next column
        return ended
    return before.foot - line.foot > _WIDE_STEP * usual or (ended and before.right < _FILLED * edge)


def _metadata(file: pdfium.PdfDocument) -> Metadata:
    """Title and author. Its dates are those of the file, which may be a scan of an old text."""
    said = file.get_metadata_dict()
    return Metadata(title=said["Title"].strip(), authors=tuple(_names(said["Author"])))


def _names(said: str) -> Iterator[str]:
    return (name.strip() for name in said.split(";") if name.strip())


def _unreadable(error: Exception, file: str) -> Problem:
    if "password" in str(error).lower():
        return _problem("is protected by a password", "save it without one", file)
    return _problem("is damaged, or no PDF", "open it in a viewer and print it to a PDF", file)


def _problem(message: str, hint: str, file: str) -> Problem:
    return Problem(Severity.ERROR, "unreadable-pdf", message, file, hint=hint)
