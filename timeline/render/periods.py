"""Periods: a list of events filed under years, decades, centuries or millennia, whichever reads best."""

from collections.abc import Sequence

from timeline.records import dataclass
from timeline.render.dates import Dates
from timeline.render.links import slugs
from timeline.render.view import EventView
from timeline.times.when import Grain, extent

MOST = 40  # headings in a list
_GRAINS = (Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)


@dataclass(frozen=True, slots=True)
class Period:
    """A heading of a list and the events under it, in the order given."""

    id: str
    name: str
    events: tuple[EventView, ...]


def periods(events: Sequence[EventView], dates: Dates = Dates()) -> tuple[Period, ...]:
    """The events under the finest headings that are not too many."""
    for grain in _GRAINS:
        filed: dict[str, list[EventView]] = {}
        for event in events:
            filed.setdefault(dates.heading(event.when, grain), []).append(event)
        if len(filed) <= MOST or grain is _GRAINS[-1]:
            break
    names = slugs(filed)
    return tuple(Period(f"p-{names[name]}", name, tuple(own)) for name, own in filed.items())


def span(events: Sequence[EventView], dates: Dates = Dates()) -> str:
    """The years that events lie in, in words."""
    known = [extent(event.when) for event in events]
    starts = [days.start for days in known if days.start is not None]
    ends = [days.end - 1 for days in known if days.end is not None]
    first, last = min([*starts, *ends], default=None), max([*starts, *ends], default=None)
    if first is None or last is None:
        return ""
    years = [dates.tick(day, Grain.YEAR) for day in (first, last)]
    return (
        years[0]
        if years[0] == years[1]
        else "–".join(years)
        if all(map(str.isdigit, years))
        else " – ".join(years)
    )
