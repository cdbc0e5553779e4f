"""The public JSON of what was read: one object for each expression, mention and event.

Other programs read these; their fields are documented in `docs/contracts.md` and do not change meaning.
Offsets count Unicode code points of the document's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.model.expression import Dated, Undated
from timeline.times import edtf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.document import DocumentId
    from timeline.model.event import Citation, Event, Mention

Line = dict[str, Any]


def timex(source: DocumentId, item: Dated | Undated) -> Line:
    """A temporal expression, as `timeline tag` prints it. `edtf` is null where no calendar date is meant."""
    expression = item.expression
    line: Line = {
        "source": source,
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.text,
        "type": expression.type.value,
        "value": item.value,
        "edtf": None,
        "steps": list(item.steps),
    }
    if isinstance(item, Dated):
        line["edtf"] = edtf.text(item.when)
        if item.mod:
            line["mod"] = item.mod
        if item.range:
            span = item.range.span
            line["range"] = {"start": span.start, "end": span.end, "edtf": edtf.text(item.range.when)}
    return line


def mention(item: Mention) -> Line:
    """A mention, as `timeline extract` prints it."""
    expression = item.dated.expression
    return {
        "source": item.citation.document,
        "start": item.citation.span.start,
        "end": item.citation.span.end,
        "quote": item.citation.quote,
        **_locator(item.citation),
        "expression": {
            "start": expression.span.start,
            "end": expression.span.end,
            "text": expression.text,
        },
        "date": edtf.text(item.when),
        "title": item.title,
        "kind": item.kind.value,
        "confidence": round(item.confidence, 3),
        "steps": list(item.dated.steps),
    }


def event(item: Event, urls: Mapping[DocumentId, str]) -> Line:
    """An event, as `timeline events` prints it. `urls` are the documents' original addresses."""
    return {
        "id": item.id,
        "date": edtf.text(item.when),
        "title": item.title,
        "kind": item.kind.value,
        "origin": item.origin.value,
        "summary": item.summary,
        "tags": list(item.tags),
        "participants": list(item.participants),
        "places": list(item.places),
        "rivals": [
            {"date": edtf.text(rival.when), "evidence": [_evidence(m, urls) for m in rival.mentions]}
            for rival in item.rivals
        ],
        **_figures(item, urls),
        "evidence": [
            *(_evidence(m, urls) for m in item.mentions),
            *(
                {
                    "source": cited.document,
                    "start": cited.span.start,
                    "end": cited.span.end,
                    "quote": cited.quote,
                    **_locator(cited),
                    "date": None,
                    "url": urls.get(cited.document, ""),
                }
                for cited in item.citations
            ),
            *(
                {"source": None, "title": reference.title, "url": reference.url}
                for reference in item.references
            ),
        ],
    }


def _figures(item: Event, urls: Mapping[DocumentId, str]) -> Line:
    """The numbers that sources give and that contradict each other; only where they do."""
    found = [
        {
            "what": one.what,
            "who": one.who,
            "number": one.number,
            "evidence": [_evidence(m, urls) for m in one.mentions],
        }
        for one in item.figures
    ]
    return {"figures": found} if found else {}


def _locator(citation: Citation) -> Line:
    """Where the words are to be found by hand; only where there is such a place."""
    return {"locator": citation.locator} if citation.locator else {}


def _evidence(item: Mention, urls: Mapping[DocumentId, str]) -> Line:
    return {
        "source": item.citation.document,
        "start": item.citation.span.start,
        "end": item.citation.span.end,
        "quote": item.citation.quote,
        **_locator(item.citation),
        "date": edtf.text(item.when),
        "url": urls.get(item.citation.document, ""),
    }
