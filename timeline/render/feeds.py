"""Events for other programs: CSV (RFC 4180) and Atom (RFC 4287).

Atom cannot say years before 1 or after 9999, nor how sure a date is; the EDTF text goes along in the summary,
and events that do not fit are left out.
"""

from __future__ import annotations

import csv as csv_module
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from timeline.render.describe import description
from timeline.render.spans import days, iso
from timeline.times import edtf
from timeline.times.when import extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree import ElementTree as ET

    from timeline.model.document import DocumentId
    from timeline.model.event import Event
    from timeline.render.material import Material
    from timeline.render.view import EventView

_ATOM = "http://www.w3.org/2005/Atom"
_ILLEGAL = "[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_UNKNOWN_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = (
    *("id", "date", "first", "last", "title", "kind", "origin", "tags", "quote", "source", "url"),
    *("in_words", "page"),
)


def csv(material: Material) -> Iterator[str]:
    """One event a line; `first` and `last` are its first and last day, empty where open."""
    urls = material.urls
    yield _line(_COLUMNS)
    yield from material.of_each("csv", lambda event, view: _line(_cells(event, view, material, urls)))


class _Echo:
    """A file for the writer of CSV that hands each line back."""

    def write(self, line: str) -> str:
        return line


_WRITER: Any = csv_module.writer(_Echo(), lineterminator="\n")  # its rows are what the file makes of them


def _line(cells: Iterable[str]) -> str:
    """A line with its end."""
    line: str = _WRITER.writerow(cells)
    return line


def _cells(
    event: Event, view: EventView, material: Material, urls: Mapping[DocumentId, str]
) -> Iterable[str]:
    start, end = extent(event.when).start, extent(event.when).end
    best = event.mentions[0].citation if event.mentions else None
    return (
        event.id,
        edtf.text(event.when),
        "" if start is None else iso(start),
        "" if end is None else iso(end - 1),
        cell(event.title),
        event.kind.value,
        event.origin.value,
        cell(" ".join(event.tags)),
        cell(best.quote) if best else "",
        cell(best.document) if best else "",
        cell(urls.get(best.document, "")) if best else "",
        cell(view.date),
        material.address(view.path),
    )


def atom(material: Material) -> str:
    """A feed with an entry for each event, newest happening first."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - few sites have a feed

    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    home = material.settings.base_url
    _add(feed, "title", legal(material.settings.title))
    _add(feed, "id", home or "urn:timeline:site")
    dated = [(found, *pair) for pair in material.pairs if (found := days(pair[0].when)) is not None]
    newest = max((found[0] for found, *_ in dated), default=_UNKNOWN_MOMENT.date())
    _add(feed, "updated", _moment(newest))
    _add(_add(feed, "author"), "name", legal(material.settings.title))
    if home:
        _add(feed, "link", href=home)
        _add(feed, "link", rel="self", href=material.absolute("timeline.atom"))
    for found, event, view in reversed(dated):
        page = material.absolute(view.path)
        entry = _add(feed, "entry")
        _add(entry, "title", legal(event.title))
        _add(entry, "id", page or f"urn:timeline:{quote(event.id)}")
        _add(entry, "updated", _moment(found[0]))
        _add(entry, "summary", legal(description(event, view, material)))
        for tag in event.tags:
            _add(entry, "category", term=legal(tag))
        if page:
            _add(entry, "link", href=page)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def cell(text: str) -> str:
    """A cell that a spreadsheet will not run as a formula.

    >>> cell("=HYPERLINK(1)"), cell("Treaty")
    ("'=HYPERLINK(1)", 'Treaty')
    """
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(("=", "+", "-", "@")) else flat


def legal(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return re.sub(_ILLEGAL, "", text)  # compiled when it is wanted: few sites have a feed


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - likewise

    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text or None
    return child
