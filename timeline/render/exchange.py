"""The files of a site that other programs read, each with its type and what it is good for."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from timeline.records import dataclass
from timeline.render import annotations, lines
from timeline.render.calendars import ics
from timeline.render.feeds import atom, csv
from timeline.render.json_text import ENCODED, list_pieces
from timeline.render.markwhen import markwhen
from timeline.render.material import Material
from timeline.render.slides import timelinejs


@dataclass(frozen=True, slots=True)
class Format:
    """A file for other programs: its site path and media type, its name, and who reads it.

    `absolute` says that a reader of the file must know the site's own address, so that it is left out of a
    site without `base_url`.
    """

    path: str
    media_type: str
    name: str
    use: str
    absolute: bool = False


FORMATS = (
    Format("timeline.json", "application/json", "JSON", "every event with its evidence, for programs"),
    Format("timeline.schema.json", "application/schema+json", "JSON Schema", "what that file holds"),
    Format("timeline.csv", "text/csv", "CSV", "one event a line, for spreadsheets"),
    Format("timeline.ics", "text/calendar", "iCalendar", "all-day entries, for calendars"),
    Format("timeline.atom", "application/atom+xml", "Atom", "for feed readers", absolute=True),
    Format(
        annotations.INDEX,
        "application/ld+json",
        "Web Annotations",
        "the passages, by their words and their place in the text",
    ),
    Format("timelinejs.json", "application/json", "TimelineJS", "slides for TimelineJS"),
    Format("timeline.mw", "text/plain", "markwhen", "a text to go on writing in markwhen"),
)


ANNOTATIONS = annotations.INDEX


def printed(material: Material, form: str) -> str:
    """One of the formats that are a single file, by the name the command line gives it."""
    return "".join(TEXTS[form](material))


def files(material: Material) -> Iterator[tuple[str, Iterable[str]]]:
    """The files by their site paths, one after the other and piece by piece, since they are long.

    The schema is an asset of the theme.
    """
    yield "timeline.json", _json(material)
    yield "timeline.csv", csv(material)
    yield "timeline.ics", ics(material)
    yield "timelinejs.json", timelinejs(material)
    yield "timeline.mw", markwhen(material)
    yield from annotations.files(material)
    if material.settings.base_url:
        yield "timeline.atom", (atom(material),)


def offered(material: Material) -> tuple[Format, ...]:
    """The formats that a site holds."""
    return tuple(item for item in FORMATS if material.settings.base_url or not item.absolute)


def _json(material: Material) -> Iterator[str]:
    urls = material.urls
    return list_pieces(
        material.of_each("json", lambda event, view: ENCODED({**lines.event(event, urls), "page": view.path}))
    )


TEXTS: Mapping[str, Callable[[Material], Iterable[str]]] = {
    "csv": csv,
    "ics": ics,
    "atom": atom,
    "timelinejs": timelinejs,
    "markwhen": markwhen,
}
