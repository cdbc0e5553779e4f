"""An event in a few plain lines, for programs that have one field for everything."""

from timeline.model.event import Event
from timeline.render.material import Material
from timeline.render.view import EventView
from timeline.times import edtf

MOST_QUOTATIONS = 3


def description(event: Event, view: EventView, material: Material) -> str:
    """The date as exactly as it is known, the editor's summary, and the first words that tell of it."""
    said = [
        f"“{' '.join(mention.citation.quote.split())}” ({material.named(mention.citation.document)})"
        for mention in event.mentions[:MOST_QUOTATIONS]
    ]
    rivals = [f"Another date is given: {rival.date}" for rival in view.rivals]
    date = f"Date: {view.date} ({edtf.text(event.when)})"
    return "\n".join([date, *([view.plain_summary] if view.plain_summary else []), *said, *rivals])
