"""One event of another program, as text in fields, and the entry it becomes."""

import html
import re
from collections.abc import Iterable, Mapping

import nh3

from timeline.model.change import Change, Cite, Value
from timeline.model.event import Kind
from timeline.model.problem import Problem, Severity
from timeline.read import dates
from timeline.read.fields import is_web_address
from timeline.records import dataclass
from timeline.times import edtf

_BREAKS = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/blockquote)\b[^>]*>", re.IGNORECASE)
_KINDS = {kind.value for kind in Kind}


@dataclass(frozen=True, slots=True)
class Record:
    """What a foreign file says of an event; `line` is where, from 1 (0: unknown). Every field may be empty."""

    line: int
    date: str
    title: str
    summary: str = ""
    kind: str = ""
    tags: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()


class Losses:
    """What a format holds and `events.yaml` does not, counted, so that each is said once."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._counts: dict[str, int] = {}

    def add(self, what: str, number: int = 1) -> None:
        """Count something that is left out."""
        if number:
            self._counts[what] = self._counts.get(what, 0) + number

    def problems(self) -> tuple[Problem, ...]:
        """A note for each kind of loss."""
        return tuple(
            Problem(Severity.NOTE, "not-imported", f"{number} × {what}: left out", self._file)
            for what, number in self._counts.items()
        )


def change(record: Record, file: str) -> tuple[Change | None, Problem | None]:
    """The entry of a record; None, with a problem, if it has no title or no date that can be read."""
    title = " ".join(record.title.split())
    if not title:
        return None, _problem("missing-key", "an event without a title", file, record.line, "give it one")
    try:
        when = dates.when(record.date)
    except dates.DateError as error:
        message = (
            f"{title!r} was left out: {error}" if record.date else f"{title!r} was left out: it has no date"
        )
        return None, _problem(error.kind, message, file, record.line, error.hint)
    put: dict[str, Value] = {"date": edtf.text(when), "title": title}
    if record.summary.strip():
        put["summary"] = record.summary.strip()
    if record.kind in _KINDS and record.kind != Kind.EVENT.value:
        put["kind"] = record.kind
    if tags := tuple(dict.fromkeys(tag.strip() for tag in record.tags if tag.strip())):
        put["tags"] = tags
    return Change(put=put, cites=record.cites), None


def web(url: str, title: str = "") -> tuple[Cite, ...]:
    """A citation of a page, if the address leads to the web."""
    address = url.strip()
    if not is_web_address(address):
        return ()
    named: Mapping[str, str] = {"url": address, "title": title} if title else {"url": address}
    return (named,)


def plain(markup: str) -> str:
    """The text of HTML, its paragraphs set off by line ends."""
    text = html.unescape(nh3.clean(_BREAKS.sub("\n", markup), tags=set()))
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def field(values: Mapping[str, str], names: Iterable[str]) -> str:
    """The first of some fields that says something."""
    return next((said for name in names if (said := values.get(name, "").strip())), "")


def _problem(kind: str, message: str, file: str, line: int, hint: str) -> Problem:
    return Problem(Severity.WARNING, kind, message, file, line, hint=hint)
