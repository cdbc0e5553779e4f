"""A foreign file's bytes → entries for `events.yaml`, and what could not be kept."""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress

from timeline.model.change import Change
from timeline.model.document import DocumentId
from timeline.model.edit import Edited
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read.decoded import decoded
from timeline.read.imported.calendar import calendar
from timeline.read.imported.markwhen import markwhen
from timeline.read.imported.own import own
from timeline.read.imported.record import Losses, Record, change
from timeline.read.imported.slides import timelinejs
from timeline.read.imported.table import table
from timeline.times import edtf

FORMATS = ("json", "csv", "timelinejs", "ics", "markwhen")
_SUFFIXES: Mapping[str, str] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".ics": "ics",
    ".ical": "ics",
    ".mw": "markwhen",
    ".jsonl": "json",
    ".ndjson": "json",
}


def imported(
    content: bytes,
    file: str,
    form: str = "",
    documents: Collection[DocumentId] = (),
    edited: Edited | None = None,
) -> Outcome[tuple[Change, ...]]:
    """New entries from a file. `form` is one of FORMATS, or told by the name and the content.

    `documents` are the project's, so that quotations of them stay quotations. What `edited` has already, by its
    date and title, is left out, so that a file can be imported again.
    """
    text = decoded(content, file)
    if text.value is None:
        return Outcome((), text.problems)
    losses = Losses(file)
    changes: list[Change] = []
    problems: list[Problem] = list(text.problems)
    known = {_key(edtf.text(e.date), e.title) for e in (edited or Edited()).entries if e.date and e.title}
    try:
        for record in _records(text.value, form or _form(text.value, file), losses, documents):
            new, problem = change(record, file)
            if problem is not None:
                problems.append(problem)
            if new is None:
                continue
            key = _key(str(new.put["date"]), str(new.put["title"]))
            if key in known:
                losses.add("an event that events.yaml has already")
            else:
                known.add(key)
                changes.append(new)
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        return Outcome((), (_unreadable(error, file),))
    return Outcome(tuple(changes), (*problems, *losses.problems()))


def _records(text: str, form: str, losses: Losses, documents: Collection[DocumentId]) -> Iterator[Record]:
    match form:
        case "json":
            return own(text, losses, documents)
        case "csv":
            return table(text, losses, documents)
        case "timelinejs":
            return timelinejs(text, losses)
        case "ics":
            return calendar(text, losses)
        case "markwhen":
            return markwhen(text, losses)
    raise ValueError("its kind is not known; name it with --format")


def _form(text: str, file: str) -> str:
    suffix = file[file.rfind(".") :].lower() if "." in file else ""
    if suffix == ".json":
        with suppress(json.JSONDecodeError):  # one object a line is no object
            found = json.loads(text)
            return "timelinejs" if isinstance(found, dict) and "events" in found else "json"
        return "json"
    return _SUFFIXES.get(suffix, "")


def _key(date: str, title: str) -> tuple[str, str]:
    return date, " ".join(title.casefold().split())


def _unreadable(error: Exception, file: str) -> Problem:
    line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
    column = error.colno if isinstance(error, json.JSONDecodeError) else 0
    reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    message = f"cannot be read: {reason}"
    hint = "nothing was imported; see `timeline import --help` for what is read"
    return Problem(Severity.ERROR, "unreadable-import", message, file, line, column, hint=hint)
