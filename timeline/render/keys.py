"""Keys: by what a later build knows that an event, or a document, would be shown just as it was.

An event's key is a digest of all that its own pages, and its share of the files of all events, are made from: the event
itself, the documents that it cites, the addresses that it names, and the settings. Mentions are not taken apart for
it: a document's digest and a mention's number say as much. Two builds of one key may take one's work for the other's.
"""

import marshal
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId
from timeline.model.edit import Settings
from timeline.model.event import Citation, Event, Mention
from timeline.render.addresses import Addresses
from timeline.render.evidence import cited
from timeline.render.fingerprint import Fingerprints
from timeline.times.when import Date, Limit, When

SIZE = 16  # bytes


class Keys:
    """The keys of one site's events and documents."""

    def __init__(
        self,
        analyses: Sequence[Analysis],
        known: Mapping[DocumentId, bytes],
        where: Addresses,
        settings: Settings,
        program: str,
    ) -> None:
        """Take what was read; `known` are digests of documents with all that was read from them, as far as there are.

        Others are taken apart.
        """
        self._where = where
        self._values = Fingerprints()
        self._common = self._values.of(program, settings)
        self._documents = {
            analysis.document.id: known.get(analysis.document.id) or self._values.of(analysis)
            for analysis in analyses
        }
        # by identity: the analyses hold them as long as this is in use
        self._mentions = {
            id(mention): (self._documents[analysis.document.id], number)
            for analysis in analyses
            for number, mention in enumerate(analysis.mentions)
        }

    def of(self, *values: Any) -> bytes:  # noqa: ANN401 - what marshal writes
        """A key of text, numbers and tuples of these, under this program and these settings."""
        return blake2b(marshal.dumps((self._common, values), 2), digest_size=SIZE).digest()

    def document(self, name: DocumentId) -> bytes:
        """What stands for a document and all that was read from it; empty for one that is not there."""
        return self._documents.get(name, b"")

    def event(self, item: Event) -> bytes:
        """An event's key."""
        where = self._where
        return self.of(
            (item.id, _when(item.when), item.title, item.kind.value, item.origin.value, item.summary),
            item.tags,
            [self._mention(mention) for mention in item.mentions],
            [(_when(rival.when), [self._mention(one) for one in rival.mentions]) for rival in item.rivals],
            [
                (one.what, one.who, one.number, [self._mention(m) for m in one.mentions])
                for one in item.figures
            ],
            [(one.span.start, one.span.end, one.quote, one.locator) for one in item.citations],
            [(one.url, one.title) for one in item.references],
            item.edited,
            None if item.machine is None else _when(item.machine),
            item.participants,
            item.places,
            where.events[item.id],
            [where.tags[tag] for tag in item.tags],
            [self._place(citation) for citation in cited(item)],
        )

    def _mention(self, mention: Mention) -> tuple[bytes, int]:
        known = self._mentions.get(id(mention))
        return known or (self._values.of(mention), -1)

    def _place(self, citation: Citation) -> tuple[Any, ...]:
        """Where cited words are shown, and the document they stand in."""
        name = citation.document
        return (
            name,
            self._documents.get(name, b""),
            self._where.sources.get(name, ""),
            self._where.further.get((name, citation.span), 0) if name in self._where.sheets else 0,
        )


def _when(when: When) -> tuple[Any, ...]:
    if isinstance(when, Date):
        return int(when.start), int(when.grain), when.qualifier.value
    return tuple(end.name if isinstance(end, Limit) else _when(end) for end in (when.start, when.end))
