"""What was read out of one document; depends on that document alone, so it can be cached and computed anywhere."""

from timeline.model.document import Document, Written
from timeline.model.event import Mention
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its date, its temporal expressions in order, and the mentions read from it."""

    document: Document
    written: Written
    timexes: tuple[Dated | Undated, ...]
    mentions: tuple[Mention, ...]
