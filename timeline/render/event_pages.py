"""The pages of events, most of which are as the last build left them and are only looked at by their keys."""

from collections.abc import Sequence
from functools import partial

from timeline.model.edit import Settings
from timeline.model.event import Event
from timeline.model.shares import Shares
from timeline.render import correct, cutting, testimony
from timeline.render.giver import giver
from timeline.render.heads import Heads
from timeline.render.material import Material
from timeline.render.paging import Book
from timeline.render.templates import Pages
from timeline.render.view import EventView


def add(  # noqa: PLR0917  all that they are made from
    pages: Pages, material: Material, keys: Sequence[bytes], shares: Shares, heads: Heads, book: Book
) -> None:
    """Each event's pages; `keys` are the events', and the book has the list of all."""
    events, views = material.events, material.views
    counts = shares.of("sheets", keys, lambda number: len(testimony.pages(views[number])))
    around = [None, *views, None]
    for number, item in enumerate(views):
        before, after, place = around[number], around[number + 2], book.listed(item)
        for sheet in range(counts[number]):
            pages.add_made_of(
                cutting.numbered(item.path, sheet),
                "event.html",
                (sheet, before, item, after, place),
                partial(_values, events[number], item, sheet, before, after, place, material.settings, heads),
            )


def _values(  # noqa: PLR0917  all that the page shows
    event: Event,
    item: EventView,
    sheet: int,
    before: EventView | None,
    after: EventView | None,
    place: str,
    settings: Settings,
    heads: Heads,
) -> dict[str, object]:
    parts = testimony.pages(item)
    return {
        "event": item,
        "part": parts[sheet],
        "giver": giver(item),
        "pages": [one.path for one in parts],
        "number": sheet,
        "linked": heads.event(event, parts[sheet]),
        "correction": correct.correction(event, settings),
        "previous": before,
        "next": after,
        "place": place,
    }
