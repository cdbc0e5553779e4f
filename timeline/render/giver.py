"""Who gives an event its date: the document that a page, a card and an answer to a search name first, and its words."""

from collections.abc import Sequence

from timeline.records import dataclass
from timeline.render import excerpts
from timeline.render.cutting import first_page
from timeline.render.excerpts import Words
from timeline.render.quotation import Quotation
from timeline.render.view import EventView

SIDE = 80
WHOLE = 200  # letters before the date that are not cut: who did it is told first
FIRST, DATED, TOLD = "First dated by", "Dated by", "Told by"


@dataclass(frozen=True, slots=True)
class Giver:
    """What is claimed of it (`label`), its quotation, some words of that, and how many other documents tell of the event."""

    label: str
    quotation: Quotation
    words: Words
    others: int

    @property
    def name(self) -> str:
        """The publisher, if known, else the document."""
        return self.quotation.publisher or self.quotation.source.text


def giver(event: EventView, side: int = SIDE) -> Giver | None:
    """The earliest document that gives the date shown, as far as it is known which was written first; nothing without any.

    "First" is only said of one that was surely written before every other that dates the event, to whatever day. Its words have some `side`
    letters on either side of the date.
    """
    if not event.quotations:
        return None
    dated = () if event.dated_by_hand else tuple(said for said in event.quotations if said.date)
    exact = tuple(said for said in dated if said.edtf == event.edtf)
    said = min(exact or dated or event.quotations, key=_written)
    if not dated:
        label = TOLD
    elif _is_first(said, (*dated, *(one for rival in event.rivals for one in rival.quotations))):
        label = FIRST
    else:
        label = DATED
    words = excerpts.around(said.before, said.expression, said.after, side, WHOLE)
    return Giver(label, said, words, len({_document(one) for one in event.quotations}) - 1)


def _written(said: Quotation) -> tuple[bool, int]:
    """The earliest day on which a document may have been written; those of which that is not known come last."""
    days = said.written.days
    return days is None, days[0] if days else 0


def _is_first(said: Quotation, dated: Sequence[Quotation]) -> bool:
    own = said.written.days
    others = [one.written.days for one in dated if _document(one) != _document(said)]
    return bool(others) and own is not None and all(days is not None and own[1] <= days[0] for days in others)


def _document(said: Quotation) -> str:
    return first_page(said.source.path) or said.source.text
