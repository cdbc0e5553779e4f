"""What pages say of themselves to machines: schema.org as JSON-LD.

Only what is known is said. A date that is doubted, or that lies somewhere in an interval, is no `startDate`:
it stands in words in `disambiguatingDescription`, as EDTF in the site's other files.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from timeline.model.analysis import Analysis
from timeline.model.document import Source
from timeline.model.edit import Settings
from timeline.model.event import Event, Kind
from timeline.render.cutting import first_page
from timeline.render.source import SourceView
from timeline.render.spans import bounds, plain
from timeline.render.view import EventView
from timeline.times.when import Date

Json = dict[str, Any]
Address = Callable[[str], str]  # of a site path, as it stands in the page

_CONTEXT = "https://schema.org"
_ENCODED = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":")
).encode  # json.dumps makes one each time
_STATED = {Source.GIVEN, Source.METADATA, Source.DATELINE}  # not what was worked out from other words


def event(item: Event, view: EventView, works: Mapping[str, Json], address: Address) -> Json:
    """An event's page: a schema.org Event (a dated figure is an Observation), and those of the `works` that tell of it."""
    first, last = ("", "") if view.within else bounds(item.when)
    is_figure = item.kind is Kind.STATISTIC
    dates = (
        {"observationDate": first}
        if is_figure
        else {"startDate": first, "endDate": last if last != first else ""}
    )
    told = dict.fromkeys(first_page(quotation.source.path) for quotation in view.quotations)
    own = address(view.path)
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Observation" if is_figure else "Event",
            "@id": own,
            "url": own,
            "name": item.title,
            **dates,
            "disambiguatingDescription": "" if first else view.date,
            "description": view.plain_summary,
            "eventStatus": f"{_CONTEXT}/EventScheduled" if item.kind is Kind.PLAN else "",
            "keywords": list(item.tags),
            "subjectOf": [
                *(works[path] for path in told if path in works),
                *(
                    {"@type": "CreativeWork", "name": cited.title, **_known({"url": cited.url})}
                    for cited in view.references
                ),
            ],
        }
    )


def source(view: SourceView, analysis: Analysis, address: Address) -> Json:
    """A source's page: the work, and the events that it tells of."""
    written = analysis.written
    stated = written.when if written.source in _STATED else None
    return _known(
        {
            "@context": _CONTEXT,
            **work(view, address),
            "datePublished": plain(stated) if isinstance(stated, Date) else "",
            "author": [{"@type": "Person", "name": name} for name in view.authors],
            "license": view.license,
            "about": [
                {"@type": "Event", "@id": address(link.path), "name": link.text} for link in view.events
            ],
        }
    )


def dataset(settings: Settings, coverage: str, files: Sequence[tuple[str, str]], address: Address) -> Json:
    """The first page: all events as a Dataset. `files` are site paths and media types, `coverage` the years."""
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "@id": address("index.html"),
            "url": address("index.html"),
            "name": settings.title,
            "description": settings.description,
            "inLanguage": settings.language,
            "temporalCoverage": coverage,
            "distribution": [
                {"@type": "DataDownload", "contentUrl": address(path), "encodingFormat": kind}
                for path, kind in files
            ],
        }
    )


def script(data: Json) -> str:
    """JSON that can stand in a page: nothing in it ends the script element."""
    text = _ENCODED(data)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def work(view: SourceView, address: Address) -> Json:
    """A document as a work, by the address of its first page."""
    return _known(
        {
            "@type": "CreativeWork",
            "@id": address(view.pages[0]),
            "name": view.title,
            "url": view.original or address(view.pages[0]),
            "inLanguage": view.language,
            "publisher": {"@type": "Organization", "name": view.publisher} if view.publisher else "",
        }
    )


def _known(record: Json) -> Json:
    """The record without what is empty."""
    return {key: value for key, value in record.items() if value not in ("", [], None)}
