"""Render: events and documents become a site, a value of files; the same input gives the same bytes."""

from collections.abc import Iterable, MutableMapping, Sequence
from io import BytesIO
from itertools import chain
from typing import Any

from timeline.model.analysis import Analysis
from timeline.model.edit import Settings
from timeline.model.event import Event, Kind
from timeline.model.past import Moved, Past
from timeline.model.shares import Shares
from timeline.model.site import Memory, Site, Theme
from timeline.records import dataclass
from timeline.render import (
    choices,
    cutting,
    data,
    event_pages,
    exchange,
    moved,
    names,
    paging,
    picture,
    sitemap,
    view,
)
from timeline.render.addresses import Addresses, addresses
from timeline.render.chart import chart
from timeline.render.columns import columns
from timeline.render.dates import Dates
from timeline.render.heads import Heads
from timeline.render.keys import Keys
from timeline.render.marks import mark
from timeline.render.material import Material
from timeline.render.periods import Period, periods, span
from timeline.render.quotation import Library, Link
from timeline.render.source import SourceView
from timeline.render.summary import Converted
from timeline.render.templates import Pages, version
from timeline.render.tongues import Tongues
from timeline.render.view import EventView
from timeline.render.wardrobe import SCRIPT, STYLES, worn
from timeline.render.works import Works

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

    @property
    def count(self) -> int:
        """How many events it lists."""
        return sum(len(period.events) for period in self.periods)


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag, its page and its events, and the years these lie in."""

    name: str
    path: str
    events: tuple[EventView, ...]
    span: str


def site(
    events: Sequence[Event],
    analyses: Sequence[Analysis],
    settings: Settings,
    theme: Theme,
    past: Past = _NO_PAST,
    *,
    memory: Memory | None = None,
) -> Site:
    """The whole site. Events are listed in the order given; those of the `past` that are no more lead on.

    Pages that the last build made, by its `memory`, and that would come out the same are not made again.
    """
    theme = worn(theme, settings.theme)
    where = addresses(events, analyses, full=settings.quotations == "full")
    dates = Dates(settings.language)
    converted = Converted(memory.converted if memory else {})
    library = Library(where, {analysis.document.id: analysis for analysis in analyses}, dates, converted)
    keys = Keys(analyses, memory.documents, where, settings, memory.program) if memory else None
    keyed = [keys.event(event) if keys else b"" for event in events]
    shares = memory.shares if memory else Shares()
    views = shares.of("view", keyed, lambda number: view.event(events[number], library))
    material = Material(tuple(events), tuple(views), library.analyses, settings, where, tuple(keyed), shares)
    works = Works(material, dates, keys, shares)
    tags = _tags(views, where, dates)
    drawn = chart(events, views, settings.lanes, dates)
    main = [v for v in views if v.kind in {Kind.EVENT.value, Kind.PLAN.value}]
    columned = columns(views, drawn.marks, drawn.facets)
    english = Tongues(settings.language, names=dates.named).words
    plotly = f"assets/{theme.plotly_name}"
    files: MutableMapping[str, bytes] = memory.room() if memory else {}
    head = {**drawn.data, "looks": columned.looks, **({"own_words": english} if english else {})}
    loaded = data.files(head, columned.parts, material, drawn.facets)
    versions = _put_down(files, chain(((plotly, theme.plotly),), loaded))
    book = paging.book(views, dates)
    named = names.index(views)
    heads = Heads(material, works.heads)
    shared = _picture(material)
    pages = Pages(
        theme,
        files,
        versions,
        {
            "formats": exchange.offered(material),
            "picture": next(iter(shared), ""),
            "site": settings,
            "styles": [path for path in STYLES if path in theme.assets],
            "direction": dates.direction,
            "data": data.HEAD,
            "scripts": SCRIPT,
            "plotly": plotly,
            "has_tags": bool(tags),
            "has_periods": bool(book.leaves),
            "has_names": bool(named.pages),
            "counts": {"events": len(main), "sources": len(works.heads), "all": len(views)},
            "listed": book.listed,
            "contents": paging.CONTENTS if book.leaves else "index.html",
        },
        memory,
    )
    _know(pages, views, keyed)
    pages.add(
        "index.html",
        "index.html",
        periods=periods(main[: paging.FIRST] if book.leaves else main, dates),
        sections=() if book.leaves else _sections(views, dates),
        rest=book.contents(),
        chart=drawn,
        span=span(main, dates),
        edited=sum(v.origin == "edited" or v.dated_by_hand for v in main),
        kinds=choices.kinds(views),
        origins=choices.origins(views),
        certainties=choices.certainties(views, drawn.marks),
        linked=heads.index(),
    )
    pages.add("data.html", "data.html", annotations=exchange.ANNOTATIONS, height=drawn.still.height)
    pages.add("embed.html", "embed.html", chart=drawn, kinds=choices.kinds(views))
    event_pages.add(pages, material, keyed, shares, heads, book)
    _add_periods(pages, book)
    _add_catalogues(pages, named, works.heads, tags)
    works.add(pages, heads)
    for tag in tags:
        if memory:
            pages.know(tag)
        own = paging.cut_events(tag.events)
        places = cutting.paths(tag.path, len(own))
        for number, part in enumerate(own):
            pages.add(
                places[number], "tag.html", tag=tag, periods=periods(part, dates), pages=places, number=number
            )
    pages.add("404.html", "404.html")
    listed = [path for path in pages.paths if path not in _UNLISTED]
    gone = moved.moved(past, events, where.events)
    _add_moved(pages, gone.values(), views)
    for path, content in theme.assets.items():
        files.setdefault(path, content)  # a page goes before an asset of the same name
    del (
        keys,
        drawn,
        columned,
        works,
        heads,
        book,
        tags,
    )  # of many events as much again as what the next files are made from
    _write(files, exchange.files(material))
    _write(files, ((path, (text,)) for path, text in sitemap.files(material, listed).items()))
    files.update(shared | ({moved.RECORD: moved.record(gone)} if gone else {}) | {".nojekyll": b""})
    return Site(
        files,
        frozenset(pages.kept),
        pages.drawn,
        converted,
        pages.compiled,
    )


def _add_moved(pages: Pages, gone: Iterable[Moved], views: Sequence[EventView]) -> None:
    """The pages of events that are no more."""
    titles = {item.id: Link(f"{item.date}: {item.title}", item.path) for item in views}
    for one in gone:
        pages.add(one.page, "moved.html", target=titles[one.to] if one.to else None)


def _know(pages: Pages, views: Iterable[EventView], keys: Iterable[bytes]) -> None:
    """Let events be told from others by their keys, where they have any."""
    for item, key in zip(views, keys, strict=True):
        if key:
            pages.know(item, key)


def _put_down(files: MutableMapping[str, bytes], loaded: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Put what pages load among the files; its versions, by path."""
    versions = {}
    for path, content in loaded:
        files[path] = content
        versions[path] = version(content)
    return versions


def _write(files: MutableMapping[str, bytes], texts: Iterable[tuple[str, Iterable[str]]]) -> None:
    for path, pieces in texts:
        whole = BytesIO()
        for piece in pieces:
            whole.write(piece.encode("utf-8", "replace"))
        files[path] = whole.getvalue()


def _add_periods(pages: Pages, book: paging.Book) -> None:
    """The pages of the list of all events, and what names them all."""
    places = [leaf.path for leaf in book.leaves]
    for number, leaf in enumerate(book.leaves):
        around = [book.leaves[n].name if 0 <= n < len(places) else "" for n in (number - 1, number + 1)]
        pages.add(
            leaf.path,
            "period.html",
            leaf=leaf,
            pages=places,
            number=number,
            before=around[0],
            after=around[1],
        )
    if book.leaves:
        parts = cutting.cut(book.leaves, lambda leaf: 150 + 3 * len(leaf.name))
        _add_list(pages, paging.CONTENTS, "periods.html", "leaves", parts)


def _add_catalogues(
    pages: Pages, named: names.Index, works: Sequence[Sequence[SourceView]], tags: Sequence[TagView]
) -> None:
    """The lists of all names, sources and tags."""
    if named.pages:
        _add_list(pages, names.CONTENTS, "names.html", "names", named.pages, initials=named.initials)
    sources = cutting.cut([about[0] for about in works], _weight)
    _add_list(pages, "sources/index.html", "sources.html", "sources", sources)
    if tags:
        _add_list(pages, "tags/index.html", "tags.html", "tags", cutting.cut(tags, _weight))


def _add_list(
    pages: Pages, path: str, template: str, name: str, parts: Sequence[Sequence[Any]], **more: object
) -> None:
    """A list on as many pages as it needs, of which each is given its part and the same of all else."""
    places = cutting.paths(path, len(parts))
    for number, part in enumerate(parts):
        pages.add(places[number], template, **{name: part}, **more, pages=places, number=number)


def _weight(item: SourceView | TagView) -> int:
    """The bytes of a line of a catalogue, roughly."""
    if isinstance(item, TagView):
        return 400 + 6 * len(item.name)
    return 500 + 3 * len(item.title + item.publisher + "".join(item.authors)) + len(item.path)


def _tags(views: Sequence[EventView], where: Addresses, dates: Dates) -> list[TagView]:
    """Every tag, by name, with its events."""
    tagged: dict[str, list[EventView]] = {}
    for item in views:
        for own in item.tags:
            tagged.setdefault(own.text, []).append(item)
    return [
        TagView(tag, where.tags[tag], tuple(own), span(own, dates))
        for tag, own in sorted(tagged.items(), key=lambda item: (item[0].casefold(), item[0]))
    ]


def _sections(views: Sequence[EventView], dates: Dates) -> list[Section]:
    found = []
    for kinds, name, title in _SECTIONS:
        own = [v for v in views if v.kind in {kind.value for kind in kinds}]
        if own:
            found.append(Section(name, title, periods(own, dates)))
    return found


def _picture(material: Material) -> dict[str, bytes]:
    """What stands for the site elsewhere, by its path; nothing for a site that cannot say where it is."""
    if not (material.settings.base_url and material.events):
        return {}
    return {picture.PATH: picture.png([(mark(event, view), view.kind) for event, view in material.pairs])}
