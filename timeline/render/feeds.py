"""Events for other programs: CSV, iCalendar (RFC 5545) and Atom (RFC 4287).

iCalendar and Atom cannot say years before 1 or after 9999, nor how sure a date is; the EDTF text goes
along in a field of its own, and events that do not fit are left out of those two.
"""

import csv as csv_module
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from timeline.model.document import DocumentId
from timeline.model.edit import Settings
from timeline.model.event import Event
from timeline.times import edtf
from timeline.times.calendar import civil
from timeline.times.when import extent

Urls = Mapping[DocumentId, str]

_ATOM = "http://www.w3.org/2005/Atom"
_UNKNOWN_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


def csv(events: Sequence[Event], settings: Settings, urls: Urls) -> str:
    """One event a line; `first` and `last` are its first and last day, empty where open."""
    del settings
    out = io.StringIO()
    writer = csv_module.writer(out, lineterminator="\n")
    writer.writerow(
        ["id", "date", "first", "last", "title", "kind", "origin", "tags", "quote", "source", "url"]
    )
    for event in events:
        start, end = extent(event.when).start, extent(event.when).end
        best = event.mentions[0].citation if event.mentions else None
        writer.writerow(
            [
                event.id,
                edtf.text(event.when),
                "" if start is None else _iso(start),
                "" if end is None else _iso(end - 1),
                _cell(event.title),
                event.kind.value,
                event.origin.value,
                " ".join(event.tags),
                _cell(best.quote) if best else "",
                best.document if best else "",
                urls.get(best.document, "") if best else "",
            ]
        )
    return out.getvalue()


def ics(events: Sequence[Event], settings: Settings, urls: Urls) -> str:
    """An all-day calendar entry for each event that the calendar can hold."""
    from icalendar import Calendar  # noqa: PLC0415 - a tenth of a second that only this command needs
    from icalendar import Event as Entry  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//timeline//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", settings.title)
    for event in events:
        days = _days(event)
        if days is None:
            continue
        entry = Entry()
        entry.add("uid", f"{event.id}@timeline")
        entry.add("dtstamp", _UNKNOWN_MOMENT)
        entry.add("dtstart", days[0])
        entry.add("dtend", days[1])
        entry.add("summary", event.title)
        entry.add("description", _description(event, urls))
        entry.add("categories", list(event.tags))
        entry.add("x-edtf", edtf.text(event.when))
        if settings.base_url:
            entry.add("url", urljoin(settings.base_url, f"events/{event.id}.html"))
        calendar.add_component(entry)
    text: str = calendar.to_ical().decode()
    return text


def atom(events: Sequence[Event], settings: Settings, urls: Urls) -> str:
    """A feed with an entry for each event, newest happening first."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _add(feed, "title", settings.title)
    _add(feed, "id", settings.base_url or "urn:timeline")
    dated = [(days, event) for event in events if (days := _days(event)) is not None]
    newest = max((days[0] for days, _ in dated), default=_UNKNOWN_MOMENT.date())
    _add(feed, "updated", _moment(newest))
    _add(_add(feed, "author"), "name", settings.title)
    if settings.base_url:
        _add(feed, "link", href=settings.base_url)
    for days, event in reversed(dated):
        entry = _add(feed, "entry")
        _add(entry, "title", _legal(event.title))
        _add(entry, "id", urljoin(settings.base_url or "urn:timeline:", f"events/{event.id}.html"))
        _add(entry, "updated", _moment(days[0]))
        _add(entry, "summary", _legal(_description(event, urls)))
        for tag in event.tags:
            _add(entry, "category", term=_legal(tag))
        if settings.base_url:
            _add(entry, "link", href=urljoin(settings.base_url, f"events/{event.id}.html"))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


FEEDS: Mapping[str, Callable[[Sequence[Event], Settings, Urls], str]] = {"csv": csv, "ics": ics, "atom": atom}


def _days(event: Event) -> tuple[date, date] | None:
    """First day and the day after the last; an open side is taken as a single day."""
    days = extent(event.when)
    first = days.start if days.start is not None else (days.end or 0) - 1
    end = days.end if days.end is not None else first + 1
    try:
        return date(*civil(first)), date(*civil(end))
    except ValueError:
        return None


def _iso(number: int) -> str:
    year, month, day = civil(number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _description(event: Event, urls: Urls) -> str:
    said = [
        f"“{mention.citation.quote}” ({urls.get(mention.citation.document) or mention.citation.document})"
        for mention in event.mentions[:3]
    ]
    return "\n".join([f"Date: {edtf.text(event.when)}", *([event.summary] if event.summary else []), *said])


def _cell(text: str) -> str:
    """A cell that a spreadsheet will not run as a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in tuple("=+-@") else flat


def _legal(text: str) -> str:
    """Text without the control characters that XML 1.0 cannot hold."""
    return "".join(
        c
        for c in text
        if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text or None
    return child
