"""Events as a calendar (iCalendar, RFC 5545).

A calendar cannot say years before 1 or after 9999, nor how sure a date is: events out of its reach are left
out, and the date stands in words and in EDTF beside each. Nothing here makes anybody busy.
"""

from collections.abc import Iterable, Iterator

from timeline.model.event import Event
from timeline.render.describe import description
from timeline.render.material import Material
from timeline.render.spans import days
from timeline.render.view import EventView
from timeline.times import edtf

_LONGEST = 75  # octets of a line, its end not counted
_STAMP = "19700101T000000Z"  # when the entry was made: no clock goes into a site


def ics(material: Material) -> Iterator[str]:
    """An all-day entry for each event that a calendar can hold."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timeline//timeline//EN",
        f"X-WR-CALNAME:{_text(material.settings.title)}",
    ]
    yield _lines(head)
    yield from material.of_each("ics", lambda event, view: _lines(_entry(event, view, material)))
    yield _lines(["END:VCALENDAR"])


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _entry(event: Event, view: EventView, material: Material) -> list[str]:
    found = days(event.when)
    if found is None:
        return []
    first, end = (day.isoformat().replace("-", "") for day in found)
    page = material.absolute(view.path)
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(event.id)}@timeline",
        f"DTSTAMP:{_STAMP}",
        f"DTSTART;VALUE=DATE:{first}",
        f"DTEND;VALUE=DATE:{end}",
        f"SUMMARY:{_text(event.title)}",
        f"DESCRIPTION:{_text(description(event, view, material))}",
        *([f"CATEGORIES:{','.join(map(_text, event.tags))}"] if event.tags else []),
        *([f"URL:{page}"] if page else []),
        "TRANSP:TRANSPARENT",
        f"X-EDTF:{edtf.text(event.when)}",
        "END:VEVENT",
    ]


def _text(text: str) -> str:
    r"""A TEXT value (section 3.3.11): what would end it is escaped, and no control character stays.

    >>> _text("one, two; three")
    'one\\, two\\; three'
    """
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = "\\n".join(escaped.splitlines())
    if lines.isprintable():
        return lines
    return "".join(letter for letter in lines if letter.isprintable() or letter in "\t\u200e\u200f\u200d")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets (section 3.1), never cut within a letter."""
    if len(line) <= _LONGEST and line.isascii():
        return line
    raw = line.encode("utf-8", "replace")
    if len(raw) <= _LONGEST:
        return raw.decode()
    pieces = []
    room = _LONGEST
    while raw:
        cut = min(room, len(raw))
        while cut < len(raw) and raw[cut] & 0xC0 == 0x80:  # the middle of a letter
            cut -= 1
        pieces.append(raw[:cut].decode())
        raw = raw[cut:]
        room = _LONGEST - 1  # the space that begins a line which goes on
    return "\r\n ".join(pieces)
