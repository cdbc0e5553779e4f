"""Reading: what is asked of a reader of any language, by those who read forms alike in all."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from timeline.extract.stages import Telling
from timeline.extract.telling import Told
from timeline.model.document import Document, Span, Written
from timeline.model.event import Mention
from timeline.model.expression import Dated, Undated


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

    def measured(self, span: Span) -> str:
        """What a sentence tells of: its subject; "" where that is a pronoun or not sure."""

    def stating(
        self, number: int, spans: Sequence[Span], timexes: Sequence[Dated | Undated], dated: Dated
    ) -> Told | None:
        """What the main clause of the last of some sentences says, by a date given to it; None where it has none.

        Where it says who reports it ("Ms Lee reported 212 pupils"), of what is reported, or None.
        """

    def mention(self, span: Span, one: Told) -> Mention:
        """What is told, cited by where it stands."""
