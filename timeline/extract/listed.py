"""Listed: what lists and boxes tell by their form, in any language: fields, stages, and dates that end their items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from functools import partial

from timeline.extract import boxes
from timeline.extract.dating import whole_time
from timeline.extract.headed_by import within
from timeline.extract.kinds import lies_ahead
from timeline.extract.reading import Reading
from timeline.extract.rows import cells
from timeline.extract.stages import Telling, stages
from timeline.extract.tails import names_a_book, tail
from timeline.extract.telling import Told
from timeline.model.document import Role, Span
from timeline.model.event import Mention
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass
from timeline.times.when import extent

_AROUND = 12  # items before and after one that are read to see what kind of list it is
_HALF = 2
_NEAR = 4  # items around one that show what kind of list it is
_HOURS = re.compile(
    r"[:\s|]\d{1,2}(?:[.:h]\d\d|\sh)?(?:\s?(?:[ap]m|uhr|h))?\s*(?:[–-]|to|bis|à|a)\s*\d{1,2}(?:[.:h]\d\d|\s?(?:[ap]m|uhr|h)\b)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"[:|–-]\s*(?:closed|geschlossen|fermée?|cerrad[oa]|mbyllur|zatvoreno)\W*\Z", re.IGNORECASE
)
_FORMED = frozenset({Role.ITEM, Role.CELL, Role.PROSE})


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one document."""

    reader: Reading
    _about: str
    _known: dict[int, bool] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, reader: Reading) -> "Lists":
        """Of a document, by its reader."""
        return cls(reader, boxes.topic(reader.document))

    def formed(self, number: int, timexes: Sequence[Dated | Undated]) -> list[Mention] | None:
        """What a passage tells by its form alone, instead of what its sentences seem to: a field, or stages; None where it has none."""
        document, written = self.reader.document, self.reader.written.when
        passage = document.passages[number]
        if passage.role not in _FORMED or not timexes:
            return None
        if passage.role is not Role.PROSE and (
            boxes.is_of_page(document, passage.span) or self._is_open(number)
        ):
            return []
        box = (
            boxes.field(document, passage.span, timexes, self._about, written)
            if passage.role is not Role.PROSE
            else None
        )
        if box is not None:
            told = Told(box.title, box.kind, box.when, box.dated, (), 0.6)
            return [self.reader.mention(passage.span, told)]
        if (
            document.text.find(":", passage.span.start, passage.span.end) < 0
            and passage.role is not Role.ITEM
        ):
            return None
        spans = self.reader.split(number, timexes) if passage.role is Role.PROSE else [passage.span]
        found: list[Mention] = []
        for span in spans:
            inside = [t for t in timexes if span.holds(t.span)]
            read = (
                stages(document, span, inside, partial(self.reader.telling, number), written)
                if inside
                else []
            )
            if inside and not read:
                return None
            found += [
                self.reader.mention(span, Told(one.title, one.kind, one.when, one.dated, (), 0.5))
                for one in read
            ]
        return found or None

    def in_cells(
        self, number: int, timexes: Sequence[Dated | Undated], found: Sequence[Mention]
    ) -> list[Mention]:
        """What a table's row tells, as `found`, with the stages that one of its cells lists: "Four calls: 29 June, yacht adrift; …"."""
        document, written = self.reader.document, self.reader.written.when
        passage = document.passages[number]
        told: list[Mention] = []
        for cell in cells(document, passage.span):
            inside = [t for t in timexes if cell.holds(t.span)]
            read = (
                stages(document, cell, inside, partial(self.reader.telling, number), written)
                if len(inside) > 1
                else []
            )
            told += [
                self.reader.mention(cell, Told(one.title, one.kind, one.when, one.dated, (), 0.5))
                for one in read
            ]
        own = [one.dated for one in told]
        return [*(one for one in found if not any(one.dated is dated for dated in own)), *told]

    def ended(
        self, number: int, timexes: Sequence[Dated | Undated], found: Sequence[Mention], above: Dated | None
    ) -> Iterator[Mention]:
        """What a passage tells, as `found`, and as an item by the dates that end it.

        What is told by the date `above` it is of the finer one that ends it: "Chapel consecrated (March)" under a year.
        """
        document = self.reader.document
        passage = document.passages[number]
        ends = tail(document, passage.span, timexes) if passage.role is Role.ITEM and timexes else None
        if ends is None:
            yield from found
            return
        own = [mention for mention in found if any(mention.dated is one for one in ends.dates)]
        if (
            above is not None
            and len(ends.dates) == 1
            and within(extent(whole_time(ends.dates[0])), extent(above.when))
        ):
            yield from own or (
                _on(mention, ends.dates[0]) if mention.dated is above else mention for mention in found
            )
            found = own = own or list(found)
        else:
            yield from found
        ahead = all(lies_ahead(whole_time(one), self.reader.written.when) for one in ends.dates)
        if not own and not names_a_book(document, passage.span) and (ahead or self._tells(number, ends.body)):
            for dated in ends.dates:
                for one in self.reader.under(number, ends.body, dated):
                    yield self.reader.mention(passage.span, one)

    def _is_open(self, number: int) -> bool:
        """Whether an item says only from which hour to which, or that something is closed, in a list of such: opening hours."""
        passages, text = self.reader.document.passages, self.reader.document.text

        def hours(at: int) -> bool:
            of_list = 0 <= at < len(passages) and passages[at].role in {Role.ITEM, Role.CELL}
            return of_list and _HOURS.search(text, passages[at].span.start, passages[at].span.end) is not None

        span = passages[number].span
        own = hours(number) or _CLOSED.search(text, span.start, span.end) is not None
        return own and sum(map(hours, range(number - _NEAR, number + _NEAR + 1))) >= _HALF

    def _tells(self, number: int, body: Span) -> bool:
        """Whether an item says by itself that something happened, or half of those around it do."""
        if self._item_tells(number, body):
            return True
        passages = self.reader.document.passages
        listed = {Role.ITEM, Role.HEADING}  # a list goes on below the next year
        others = []
        for step in (-1, 1):
            at = number + step
            while 0 <= at < len(passages) and passages[at].role in listed and abs(at - number) <= _AROUND:
                others += [at] if passages[at].role is Role.ITEM else []
                at += step
        telling = sum(self._item_tells(at, passages[at].span) for at in others)
        return telling >= _HALF and telling * _HALF >= len(others)

    def _item_tells(self, number: int, span: Span) -> bool:
        if number not in self._known:
            self._known[number] = self.reader.telling(number, span) is not Telling.NOTHING
        return self._known[number]


def _on(mention: Mention, dated: Dated) -> Mention:
    return replace(mention, when=whole_time(dated), dated=dated)
