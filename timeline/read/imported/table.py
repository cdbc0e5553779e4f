"""CSV: our own columns, TimelineJS's, or any that are named in the usual way."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping

from timeline.model.change import Cite
from timeline.model.document import DocumentId
from timeline.read.imported.record import Losses, Record, field, web
from timeline.read.imported.slides import is_spreadsheet, spreadsheet_row

_DATE = ("date", "edtf", "when")
_START = ("start", "start date", "begin", "from", "first")
_END = ("end", "end date", "to", "until", "last")
_TITLE = ("title", "headline", "event", "name", "label", "what")
_SUMMARY = ("summary", "description", "text", "notes", "note")
_TAGS = ("tags", "tag", "group", "category", "categories")
_URL = ("url", "link", "reference")
_KNOWN = {*_DATE, *_START, *_END, *_TITLE, *_SUMMARY, *_TAGS, *_URL, "kind", "quote", "source"}
_OURS = {"id", "origin", "in_words", "page"}  # made anew on every build
_LONGEST = 1 << 24  # characters of a field


def table(text: str, losses: Losses, documents: Collection[DocumentId]) -> Iterator[Record]:
    """The rows below a line of column names; the delimiter is the likeliest. Raises ValueError."""
    csv.field_size_limit(_LONGEST)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        columns = dict.fromkeys(names, "")
        if not is_spreadsheet(columns):
            _check(columns)
            for name in columns.keys() - _KNOWN - _OURS - {""}:
                losses.add(f"the column {name!r}")
        before = reader.line_num
        for cells in reader:
            line, before = before + 1, reader.line_num
            row = dict(zip(names, cells, strict=False))
            if not any(cell.strip() for cell in cells):
                continue
            record = (
                spreadsheet_row(line, row, losses)
                if is_spreadsheet(columns)
                else _record(line, row, columns, documents)
            )
            if record is not None:
                yield record
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: {error}") from error


def _check(columns: Mapping[str, str]) -> None:
    for wanted in (_TITLE, (*_DATE, *_START)):
        if not columns.keys() & set(wanted):
            raise ValueError(
                f"its first line names no column {' or '.join(repr(name) for name in wanted[:3])}"
            )


def _record(
    line: int, row: Mapping[str, str], columns: Mapping[str, str], documents: Collection[DocumentId]
) -> Record:
    date = field(row, _DATE)
    if not date:
        start, end = field(row, _START), field(row, _END)
        date = f"{start}/{end}" if start and end and start != end else start
    tags = field(row, _TAGS)
    apart = ";" if ";" in tags else "," if "," in tags else " " if "id" in columns else "\n"
    return Record(
        line,
        date,
        field(row, _TITLE),
        field(row, _SUMMARY),
        row.get("kind", "").strip(),
        tuple(tags.split(apart)),
        _cites(row, documents),
    )


def _cites(row: Mapping[str, str], documents: Collection[DocumentId]) -> tuple[Cite, ...]:
    source, quote = row.get("source", "").strip(), row.get("quote", "").strip()
    if DocumentId(source) in documents and quote:
        return ({"source": source, "quote": quote},)
    return web(field(row, _URL), "" if DocumentId(source) in documents else source)
