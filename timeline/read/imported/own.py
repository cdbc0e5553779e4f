"""Our own JSON, as `timeline.json` and `timeline events` give it."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from timeline.model.change import Cite
from timeline.model.document import DocumentId
from timeline.read.imported.record import Losses, Record, web


def own(text: str, losses: Losses, documents: Collection[DocumentId]) -> Iterator[Record]:
    """The events of a list, or one a line. Raises ValueError.

    A quotation of a document that this project has stays one; of others their address does.
    """
    for line, event in _events(text):
        if not isinstance(event, dict):
            raise ValueError(f"line {line}: an event is {{…}}, not {type(event).__name__}")
        evidence = [item for item in event.get("evidence", ()) if isinstance(item, dict)]
        cites = [tuple(_cites(item, documents)) for item in evidence]
        losses.add("a quotation of a document that is not here and has no address", cites.count(()))
        losses.add(
            "a date that contradicts another (it stands in the documents)", len(event.get("rivals", ()))
        )
        yield Record(
            line,
            str(event.get("date", "")),
            str(event.get("title", "")),
            str(event.get("summary", "")),
            str(event.get("kind", "")),
            tuple(str(tag) for tag in event.get("tags", ())),
            tuple(cite for found in cites for cite in found),
        )


def _events(text: str) -> Iterable[tuple[int, Any]]:
    if text.lstrip().startswith("["):
        return ((0, event) for event in json.loads(text))
    return ((number, json.loads(line)) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _cites(item: dict[str, Any], documents: Collection[DocumentId]) -> Iterator[Cite]:
    source, quote = item.get("source"), str(item.get("quote", ""))
    if source in documents and quote.strip():
        yield {"source": str(source), "quote": quote}
    else:
        yield from web(str(item.get("url", "")), str(item.get("title", "")))
