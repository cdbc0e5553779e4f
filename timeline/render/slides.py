"""Events for TimelineJS (https://timeline.knightlab.com/docs/json-format.html)."""

from collections.abc import Iterator
from html import escape
from typing import Any

from timeline.model.event import Event
from timeline.render.json_text import ENCODED, Lines, record_pieces
from timeline.render.material import Material
from timeline.render.view import EventView
from timeline.times.calendar import civil
from timeline.times.when import Date, Grain, When, extent

_DEEP = 9999  # years from which TimelineJS wants its cosmological scale, which knows years alone

Json = dict[str, Any]


def timelinejs(material: Material) -> Iterator[str]:
    """A slide for each event, with its date in words, its first quotation and a link to its page."""
    deep = any(_is_deep(event.when) for event in material.events)
    found: Json = {
        "scale": "cosmological" if deep else "human",
        "title": {
            "text": {
                "headline": escape(material.settings.title),
                "text": escape(material.settings.description),
            }
        },
        "events": Lines(
            material.of_each(
                "slide deep" if deep else "slide",
                lambda event, view: ENCODED(_slide(event, view, material, deep=deep)),
            )
        ),
    }
    return record_pieces(found)


def _slide(event: Event, view: EventView, material: Material, *, deep: bool) -> Json:
    start, end = _ends(event.when, deep=deep)
    page = material.absolute(view.path)
    headline = escape(event.title)
    return {
        "unique_id": event.id,
        "start_date": {**start, "display_date": view.date},
        **({"end_date": {**end, "display_date": " "}} if end and end != start else {}),
        "text": {
            "headline": f'<a href="{escape(page)}">{headline}</a>' if page else headline,
            "text": _body(view),
        },
        **({"group": event.tags[0]} if event.tags else {}),
        "autolink": False,
    }


def _body(view: EventView) -> str:
    parts = [str(view.summary)] if view.summary else []
    if view.quotations:
        first = view.quotations[0]
        name = escape(first.publisher or first.source.text)
        named = f'<a href="{escape(first.original)}" rel="noopener">{name}</a>' if first.original else name
        parts.append(f"<blockquote>{escape(first.text)}</blockquote><p>{named}</p>")
    return "".join(parts)


def _ends(when: When, *, deep: bool) -> tuple[Json, Json]:
    """First and last moment, no finer than they are known; the end is empty for a single date."""
    if isinstance(when, Date):
        unit = _unit(when, deep=deep)
        return unit, ({} if when.grain in _FIELDS else _day(when.end - 1, when.grain, deep=deep))
    first = when.start if isinstance(when.start, Date) else when.end
    last = when.end if isinstance(when.end, Date) else when.start
    assert isinstance(first, Date)  # noqa: S101  an interval has at least one date
    assert isinstance(last, Date)  # noqa: S101
    return _unit(first, deep=deep), _day(last.end - 1, last.grain, deep=deep)


_FIELDS = {Grain.DAY: 3, Grain.MONTH: 2, Grain.YEAR: 1}


def _unit(date: Date, *, deep: bool) -> Json:
    return _day(date.start, date.grain, deep=deep)


def _day(number: int, grain: Grain, *, deep: bool) -> Json:
    """A day as TimelineJS counts it, cut to what the grain knows. Its years are astronomical."""
    fields = 1 if deep else _FIELDS.get(grain, 1 if grain > Grain.YEAR else 3)
    return dict(zip(("year", "month", "day"), civil(number)[:fields], strict=False))


def _is_deep(when: When) -> bool:
    days = extent(when)
    return any(abs(civil(day)[0]) > _DEEP for day in (days.start, days.end) if day is not None)
