"""Listed: what lists and boxes tell by their form, in any language: fields, stages, and dates that end their items."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import partial
from typing import Protocol

from timeline.extract import boxes
from timeline.extract.stages import Telling, stages
from timeline.extract.tails import names_a_book, tail
from timeline.extract.telling import Told
from timeline.model.document import Document, Role, Span, Written
from timeline.model.event import Mention
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass

_AROUND = 12  # items before and after one that are read to see what kind of list it is
_HALF = 2
_FORMED = frozenset({Role.ITEM, Role.CELL, Role.PROSE})


class Reading(Protocol):
    """What is asked of a reader of any language."""

    @property
    def document(self) -> Document:
        """What is read."""

    @property
    def written(self) -> Written:
        """When that was written."""

    def split(self, number: int, timexes: Sequence[Dated | Undated]) -> list[Span]:
        """The sentences of a passage."""

    def telling(self, number: int, span: Span) -> Telling:
        """What words say by themselves: a clause, a deed, a happening, or nothing."""

    def under(self, number: int, span: Span, dated: Dated) -> Iterator[Told]:
        """What words without a date tell by one."""

    def mention(self, span: Span, one: Told) -> Mention:
        """What is told, cited by where it stands."""


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

    def ended(
        self, number: int, timexes: Sequence[Dated | Undated], found: Sequence[Mention]
    ) -> Iterator[Mention]:
        """What an item tells by the dates that end it, where nothing was told by these."""
        document = self.reader.document
        passage = document.passages[number]
        ends = tail(document, passage.span, timexes) if passage.role is Role.ITEM and timexes else None
        if ends is None or names_a_book(document, passage.span):
            return
        left = [one for one in ends.dates if not any(mention.dated is one for mention in found)]
        if (
            not left
            or any(mention.dated in ends.dates for mention in found)
            or not self._tells(number, ends.body)
        ):
            return
        for dated in left:
            for one in self.reader.under(number, ends.body, dated):
                yield self.reader.mention(passage.span, one)

    def _tells(self, number: int, body: Span) -> bool:
        """Whether an item says by itself that something happened, or half of those around it do."""
        if self._item_tells(number, body):
            return True
        passages = self.reader.document.passages
        others = []
        for step in (-1, 1):
            at = number + step
            while 0 <= at < len(passages) and passages[at].role is Role.ITEM and abs(at - number) <= _AROUND:
                others.append(at)
                at += step
        telling = sum(self._item_tells(at, passages[at].span) for at in others)
        return telling >= _HALF and telling * _HALF >= len(others)

    def _item_tells(self, number: int, span: Span) -> bool:
        if number not in self._known:
            self._known[number] = self.reader.telling(number, span) is not Telling.NOTHING
        return self._known[number]
