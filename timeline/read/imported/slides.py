"""TimelineJS: its JSON (https://timeline.knightlab.com/docs/json-format.html) and its spreadsheet's columns."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.read.imported.record import Losses, Record, field, plain, web


def timelinejs(text: str, losses: Losses) -> Iterator[Record]:
    """The slides but the title's, and eras as what they are: spans of time. Raises ValueError."""
    found = json.loads(text)
    if not isinstance(found, dict) or not isinstance(found.get("events"), list):
        raise ValueError("it is no timeline of TimelineJS: `events` is missing")
    losses.add("the title slide", int(bool(found.get("title"))))
    for slide in (*found["events"], *found.get("eras", ())):
        yield _slide(slide if isinstance(slide, dict) else {}, losses)


def _slide(slide: Mapping[str, Any], losses: Losses) -> Record:
    said = slide.get("text") or {}
    media = slide.get("media") or {}
    losses.add("a picture or film", int(bool(media)))
    losses.add("a background", int(bool(slide.get("background"))))
    losses.add("a time of day", int("hour" in (slide.get("start_date") or {})))
    group = str(slide.get("group") or "")
    return Record(
        0,
        _span(_date(slide.get("start_date") or {}), _date(slide.get("end_date") or {})),
        plain(str(said.get("headline", ""))),
        plain(str(said.get("text", ""))),
        tags=(group,) if group else (),
        cites=web(str(media.get("url", "")), plain(str(media.get("caption") or media.get("credit") or ""))),
    )


def is_spreadsheet(columns: Mapping[str, str]) -> bool:
    """Whether a table has TimelineJS's columns, by their names in small letters."""
    return "year" in columns and "headline" in columns


def spreadsheet_row(line: int, row: Mapping[str, str], losses: Losses) -> Record | None:
    """A row of TimelineJS's spreadsheet; None for the title's."""
    if row.get("type", "").strip().lower() == "title":
        losses.add("the title slide")
        return None
    losses.add("a time of day", int(bool(row.get("time", "").strip())))
    losses.add("a background", int(bool(row.get("background", "").strip())))
    losses.add("a picture or film", int(bool(row.get("media", "").strip())))
    group = field(row, ("group", "tag"))
    return Record(
        line,
        _span(
            _date({part: row.get(part, "") for part in ("year", "month", "day")}),
            _date({part: row.get(f"end {part}", "") for part in ("year", "month", "day")}),
        ),
        plain(row.get("headline", "")),
        plain(row.get("text", "")),
        tags=(group,) if group else (),
        cites=web(row.get("media", ""), plain(field(row, ("media caption", "media credit")))),
    )


def _date(parts: Mapping[str, Any]) -> str:
    """EDTF of a year, month and day, as far as they go; what is no number stays for the reader to refuse."""
    said = [str(parts.get(part) or "").strip() for part in ("year", "month", "day")]
    year, *rest = said[: next((n for n, part in enumerate(said) if not part), 3)] or [""]
    try:
        number = int(year)
        return "-".join([_year(number), *(f"{int(part):02d}" for part in rest)])
    except ValueError:
        return " ".join(filter(None, said))


def _year(number: int) -> str:
    """A year as EDTF writes it: four digits, or `Y` and more."""
    if abs(number) > 9999:
        return f"Y{number}"
    return f"{'-' if number < 0 else ''}{abs(number):04d}"


def _span(start: str, end: str) -> str:
    return f"{start}/{end}" if end and end != start else start
