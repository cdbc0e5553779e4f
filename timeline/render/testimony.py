"""Testimony: an event with all that is quoted of it, on as many pages as that needs.

The first page has some of the words for the event's date and of those against it; what is left of both follows.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.render import cutting
from timeline.render.quotation import Quotation
from timeline.render.view import EventView

FIRST = 20  # quotations before those of the rivals
FIRST_OF_RIVAL = 4  # the page says who they are
_QUOTATION, _STEP = 2_000, 20  # bytes of markup, roughly
_LETTER = 8  # bytes of a letter at the most


def pages(event: EventView) -> list[EventView]:
    """The event as each of its pages shows it: with the quotations that stand there, and their sources."""
    if len(event.quotations) <= FIRST and not event.rivals and _fits(event.quotations):
        return [event]
    said = _in_order(event)
    parts = cutting.cut(said, lambda one: _weight(one[1]))
    return [_page(event, part, n) for n, part in enumerate(parts)] if len(parts) > 1 else [event]


def _fits(quotations: Sequence[Quotation]) -> bool:
    """Whether one page holds them; letters are counted one by one only where there are many."""
    letters = sum(len(one.text) + sum(map(len, (*one.steps, *one.written.steps))) for one in quotations)
    steps = sum(len(one.steps) + len(one.written.steps) for one in quotations)
    most = _QUOTATION * len(quotations) + _STEP * steps + _LETTER * letters
    return most <= cutting.MOST_BYTES or sum(map(_weight, quotations)) <= cutting.MOST_BYTES


_Said = tuple[int, Quotation]  # the number of the rival whose words they are, from 1; 0 for the event's own


def _in_order(event: EventView) -> list[_Said]:
    own = [(0, quotation) for quotation in event.quotations]
    rivals = [[(n, q) for q in rival.quotations] for n, rival in enumerate(event.rivals, 1)]
    return [
        *own[:FIRST],
        *(one for said in rivals for one in said[:FIRST_OF_RIVAL]),
        *own[FIRST:],
        *(one for said in rivals for one in said[FIRST_OF_RIVAL:]),
    ]


def _page(event: EventView, part: Sequence[_Said], number: int) -> EventView:
    told = {cutting.first_page(quotation.source.path) for _, quotation in part}
    return replace(
        event,
        path=cutting.numbered(event.path, number),
        quotations=tuple(quotation for n, quotation in part if n == 0),
        rivals=tuple(
            replace(rival, quotations=own)
            for n, rival in enumerate(event.rivals, 1)
            if (own := tuple(quotation for m, quotation in part if m == n))
        ),
        sources=tuple(source for source in event.sources if source.page in told),
    )


def _weight(quotation: Quotation) -> int:
    steps = (*quotation.steps, *quotation.written.steps)
    return (
        _QUOTATION + cutting.bytes_of(quotation.text) + sum(_STEP + cutting.bytes_of(step) for step in steps)
    )
