"""iCalendar (RFC 5545): a day, or days, for each entry."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from timeline.read.imported.record import Losses, Record, web

_ONE = timedelta(days=1)


def calendar(text: str, losses: Losses) -> Iterator[Record]:
    """The entries of a calendar. Raises ValueError."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to load, and other formats need none of it

    found = Calendar.from_ical(text)
    for entry in found.walk("VEVENT"):
        start, end = _value(entry, "DTSTART"), _value(entry, "DTEND")
        losses.add("a repetition (only the first is taken)", int("RRULE" in entry or "RDATE" in entry))
        losses.add("a time of day", int(isinstance(start, datetime)))
        losses.add("a place", int("LOCATION" in entry))
        yield Record(
            0,
            str(entry.get("X-EDTF") or _days(start, end)),
            str(entry.get("SUMMARY", "")),
            str(entry.get("DESCRIPTION", "")),
            tags=tuple(_categories(entry)),
            cites=web(str(entry.get("URL", ""))),
        )


def _value(entry: Any, name: str) -> Any:  # noqa: ANN401 - the library's
    return entry.decoded(name) if name in entry else None


def _days(start: Any, end: Any) -> str:  # noqa: ANN401 - the library's
    """EDTF; the end of whole days is the day after the last."""
    if not isinstance(start, date):
        return ""
    first = start.date() if isinstance(start, datetime) else start
    if isinstance(end, datetime):
        last = end.date()
    elif isinstance(end, date):
        last = end - _ONE
    else:
        last = first
    return first.isoformat() if last <= first else f"{first.isoformat()}/{last.isoformat()}"


def _categories(entry: Any) -> Iterator[str]:  # noqa: ANN401 - the library's
    said = entry.get("CATEGORIES", [])
    for group in said if isinstance(said, list) else [said]:
        yield from (str(category) for category in group.cats)
