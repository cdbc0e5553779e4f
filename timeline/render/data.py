"""Data for the page's scripts, in files that are loaded when they are wanted; none grows with the number of events.

Each file is a classic script, which works from file:// where fetching does not, and calls `timelineLoad` with its
kind and number. What is small and always needed (looks, lanes, which file holds what) stands in the head.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from timeline.render import cutting, terms
from timeline.render.columns import Part
from timeline.render.excerpts import excerpt
from timeline.render.giver import DATED, giver
from timeline.render.lanes import Facet
from timeline.render.material import Material
from timeline.render.view import EventView
from timeline.render.visible import visible

HEAD = "data/timeline.js"
MOST_BYTES = 350_000  # of a file
MOST_TITLES, MOST_CARDS = 128, 256  # events in a file
LONGEST_EXCERPT = 260  # letters of a quotation or summary in the card
MOST_SOURCES = 3  # named in the card

Json = dict[str, Any]


def files(
    head: Json,
    columns: Sequence[Part],
    material: Material,
    facets: Sequence[Facet],
) -> Iterator[tuple[str, bytes]]:
    """All data files by site path, one after the other; last the head, with what it has to say of the others."""
    views, language = material.views, material.settings.language
    named = material.of_each("title", lambda _, view: _json(_title(view, language)))
    cards = material.of_each("card", lambda _, view: _json(card(view, language)))
    words = material.of_each("words", lambda _, view: terms.words_of(_texts(view)))
    firsts: dict[str, list[int | str]] = {}
    version = sha256()
    parts: dict[str, Callable[[], Iterable[tuple[int | str, str]]]] = {
        "columns": lambda: ((number, _json(part)) for number, part in enumerate(columns)),
        "titles": lambda: _cut(named, MOST_TITLES),
        "cards": lambda: _cut(cards, MOST_CARDS),
        "terms": lambda: (
            (shard.first, _json(dict(_joined(shard.entries))))
            for shard in terms.shards(words, _names(views, facets))
        ),
    }
    for kind, texts in parts.items():
        own = firsts[kind] = []
        for number, (first, text) in enumerate(texts()):
            content = _script(f'timelineLoad("{kind}",{number},{text});\n')
            own.append(first)
            version.update(content)
            yield path(kind, number), content
    whole = {
        **head,
        "total": len(views),
        "version": version.hexdigest()[:8],
        "columns": len(columns),
        "titles": firsts["titles"],
        "cards": firsts["cards"],
        "terms": firsts["terms"],
        "letters": terms.LETTERS,
        "singles": terms.SINGLES,
        "longest_word": terms.LONGEST_WORD,
    }
    yield HEAD, _script(f"var timelineData = {_json(whole)};\n")


def path(kind: str, number: int) -> str:
    """The site path of a data file."""
    return f"data/{kind}-{number}.js"


def card(view: EventView, language: str) -> Json:
    """What a card or a list says of an event besides its title; what is empty is left out.

    So is a language that is the site's. The first source is the one that is quoted: `by` says what it did, where that is
    not to date the event, `dated` which of its words give the date, and `written` when it was written.
    """
    by = giver(view, LONGEST_EXCERPT // 2)
    said = by and by.quotation
    page = cutting.first_page(said.source.path) if said else ""
    sources = sorted(view.sources, key=lambda told: told.page != page)
    return _filled(
        quote=by.words.text if by else "",
        quote_language=said.language if said and said.language != language else "",
        dated=by.words.expression if by else "",
        by=by.label if by and by.label != DATED else "",
        written=said.written.placed if said else "",
        summary=excerpt(view.plain_summary, LONGEST_EXCERPT),
        sources=[
            [told.publisher or told.text, told.path, told.text, *_other(told.language, language)]
            for told in sources[:MOST_SOURCES]
        ],
        more=max(0, len(sources) - MOST_SOURCES),
        tags=[[tag.text, tag.path] for tag in view.tags],
        who=view.who if view.origin != "extracted" else "",
        by_hand=view.dated_by_hand,
        figures=bool(view.figures),
    )


def _other(language: str, site: str) -> list[str]:
    return [language] if language != site else []


def safe(text: str) -> str:
    """JSON that stays data wherever it is put: neither ends a script element nor a line."""
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _title(view: EventView, language: str) -> list[str]:
    """What a label needs; the page's name only where it is not the id, and a language where it is not the site's."""
    name = view.path.removeprefix("events/").removesuffix(".html")
    own = "" if name == view.id else name
    return [view.id, own, view.title, view.date, *_other(view.language, language)]


def _texts(view: EventView) -> tuple[str, ...]:
    """The words by which an event is found."""
    return (
        view.title,
        view.date,
        view.plain_summary,
        *(quotation.text for quotation in view.quotations),
        *(tag.text for tag in view.tags),
        *view.participants,
        *view.places,
        *(source.text for source in view.sources),
        *(source.publisher for source in view.sources),
        *(reference.title for reference in view.references),
    )


def _names(views: Sequence[EventView], facets: Sequence[Facet]) -> dict[str, list[int]]:
    found = {f"#e:{view.id}": [number] for number, view in enumerate(views)}
    for facet in facets:
        for number, value in enumerate(facet.ranked):
            found[f"#{facet.key}:{value.path or value.text}"] = [number]
            if facet.key == "tag":
                found[f"#{facet.key}:{value.text}"] = [number]
    return found


def _cut(texts: Iterable[str], most: int) -> Iterator[tuple[int, str]]:
    """The rows of all events in files that are not too long, each with the number of its first event."""
    rows: list[str] = []
    size = first = 0
    for number, text in enumerate(texts):
        weight = len(text.encode("utf-8", "replace"))
        if rows and (len(rows) >= most or size + weight > MOST_BYTES):
            yield first, f"[{','.join(rows)}]"
            rows, size, first = [], 0, number
        rows.append(text)
        size += weight
    if rows:
        yield first, f"[{','.join(rows)}]"


def _joined(entries: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str | list[str]]]:
    """Entries by word; a word that was cut has its pieces in a list."""
    found: dict[str, list[str]] = {}
    for word, numbers in entries:
        found.setdefault(word, []).append(numbers)
    for word, pieces in found.items():
        yield word, pieces[0] if len(pieces) == 1 else pieces


def _filled(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value}


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # json.dumps makes one each time


def _script(text: str) -> bytes:
    return visible(safe(text))
