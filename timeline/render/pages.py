"""Render: events and documents become a site, a value of files; the same input gives the same bytes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.analysis import Analysis
from timeline.model.edit import Settings
from timeline.model.event import Event, Kind
from timeline.model.past import Past
from timeline.model.site import Site, Theme
from timeline.render import correct, exchange, moved, picture, sitemap, view
from timeline.render.addresses import Addresses, addresses
from timeline.render.chart import chart
from timeline.render.dates import Dates
from timeline.render.heads import Heads
from timeline.render.marks import mark
from timeline.render.material import Material
from timeline.render.periods import Period, periods, span
from timeline.render.source import SourceView, source
from timeline.render.templates import Pages
from timeline.render.view import EventView, Library, Link
from timeline.render.wardrobe import STYLES, worn

DATA = "data/timeline.js"
_NO_PAST = Past()
_UNLISTED = {"404.html", "embed.html"}  # by search engines
_SECTIONS = (
    ((Kind.BACKGROUND,), "background", "In the background"),
    ((Kind.STATISTIC,), "figures", "Figures"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """Events listed apart from the others."""

    id: str
    name: str
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag, its page and its events."""

    name: str
    path: str
    events: tuple[EventView, ...]


def site(
    events: Sequence[Event],
    analyses: Sequence[Analysis],
    settings: Settings,
    theme: Theme,
    past: Past = _NO_PAST,
) -> Site:
    """The whole site. Events are listed in the order given; those of the `past` that are no more lead on."""
    theme = worn(theme, settings.theme)
    where = addresses(events, analyses)
    dates = Dates(settings.language)
    library = Library(where, {analysis.document.id: analysis for analysis in analyses}, dates)
    views = [view.event(event, library) for event in events]
    sources = _sources(events, views, analyses, where, settings)
    tags = _tags(views, where)
    drawn = chart(events, views, settings.lanes, dates)
    main = [v for v in views if v.kind in {Kind.EVENT.value, Kind.PLAN.value}]
    data = _script(drawn.data)
    plotly = f"assets/{theme.plotly_name}"
    material = Material(tuple(events), tuple(views), library.analyses, settings, where)
    heads = Heads(material, sources)
    shared = _picture(material)
    pages = Pages(
        theme,
        {DATA: data, plotly: theme.plotly},
        {
            "formats": exchange.offered(material),
            "picture": next(iter(shared), ""),
            "site": settings,
            "styles": [path for path in STYLES if path in theme.assets],
            "direction": dates.direction,
            "data": DATA,
            "plotly": plotly,
            "has_tags": bool(tags),
            "counts": {"events": len(main), "sources": len(sources)},
        },
    )
    pages.add(
        "index.html",
        "index.html",
        periods=periods(main, dates),
        sections=_sections(views, dates),
        chart=drawn,
        tags=tags,
        sources=sources,
        span=span(main, dates),
        edited=sum(v.origin == "edited" or v.dated_by_hand for v in main),
        kinds=_kinds(views),
        linked=heads.index(),
    )
    pages.add("data.html", "data.html", annotations=exchange.ANNOTATIONS, height=drawn.still.height)
    pages.add("embed.html", "embed.html", chart=drawn, kinds=_kinds(views))
    for number, item in enumerate(views):
        pages.add(
            item.path,
            "event.html",
            event=item,
            linked=heads.event(events[number], item),
            correction=correct.correction(events[number], settings),
            previous=views[number - 1] if number else None,
            next=views[number + 1] if number + 1 < len(views) else None,
        )
    pages.add("sources/index.html", "sources.html", sources=sources)
    for document in sources:
        pages.add(document.path, "source.html", source=document, linked=heads.source(document))
    if tags:
        pages.add("tags/index.html", "tags.html", tags=tags)
    for tag in tags:
        pages.add(tag.path, "tag.html", tag=tag, periods=periods(tag.events, dates))
    pages.add("404.html", "404.html")
    listed = [path for path in pages.files if path not in _UNLISTED]
    gone = moved.moved(past, events, where.events)
    titles = {item.id: Link(f"{item.date}: {item.title}", item.path) for item in views}
    for one in gone.values():
        pages.add(one.page, "moved.html", target=titles[one.to] if one.to else None)
    return Site(
        {
            **theme.assets,
            plotly: theme.plotly,
            DATA: data,
            **pages.files,
            **_encoded(exchange.files(material)),
            **_encoded(sitemap.files(material, listed)),
            **shared,
            **({moved.RECORD: moved.record(gone)} if gone else {}),
            ".nojekyll": b"",
        }
    )


def _sources(
    events: Sequence[Event],
    views: Sequence[EventView],
    analyses: Sequence[Analysis],
    where: Addresses,
    settings: Settings,
) -> list[SourceView]:
    evidence = view.evidence(events)
    titles = {item.id: Link(f"{item.date}: {item.title}", item.path) for item in views}
    return [
        source(
            analysis,
            where.sources[analysis.document.id],
            evidence.get(analysis.document.id, {}),
            titles,
            Dates(settings.language),
            full=settings.quotations == "full",
        )
        for analysis in analyses
    ]


def _tags(views: Sequence[EventView], where: Addresses) -> list[TagView]:
    """Every tag, by name, with its events."""
    tagged: dict[str, list[EventView]] = {}
    for item in views:
        for own in item.tags:
            tagged.setdefault(own.text, []).append(item)
    return [
        TagView(tag, where.tags[tag], tuple(own))
        for tag, own in sorted(tagged.items(), key=lambda item: (item[0].casefold(), item[0]))
    ]


def _sections(views: Sequence[EventView], dates: Dates) -> list[Section]:
    found = []
    for kinds, name, title in _SECTIONS:
        own = [v for v in views if v.kind in {kind.value for kind in kinds}]
        if own:
            found.append(Section(name, title, periods(own, dates)))
    return found


def _kinds(views: Sequence[EventView]) -> list[tuple[str, str, int]]:
    """The kinds there are, with their names and the number of their events."""
    counted = [(kind.value, view.KINDS[kind], sum(v.kind == kind.value for v in views)) for kind in Kind]
    return [item for item in counted if item[2]]


def _script(data: Mapping[str, Any]) -> bytes:
    """Data as a classic script, which works from file:// where fetching does not."""
    return (
        f"var timelineData = {_safe(json.dumps(data, ensure_ascii=False, separators=(',', ':')))};\n".encode(
            "utf-8", "replace"
        )
    )


def _safe(text: str) -> str:
    """JSON that stays data wherever it is put: neither ends a script element nor a line."""
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _picture(material: Material) -> dict[str, bytes]:
    """What stands for the site elsewhere, by its path; nothing for a site that cannot say where it is."""
    if not (material.settings.base_url and material.events):
        return {}
    return {picture.PATH: picture.png([(mark(event, view), view.kind) for event, view in material.pairs])}


def _encoded(files: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode("utf-8", "replace") for path, text in files.items()}
