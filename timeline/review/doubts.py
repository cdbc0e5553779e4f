"""Why an event is in need of a look, and which of them most."""

from collections.abc import Mapping, Sequence

from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId, Source
from timeline.model.event import Event, Kind
from timeline.times.when import Qualifier, extent, qualifier_of

_MAIN = (Kind.EVENT, Kind.PLAN)
_WIDE = 31  # days from which a date is worth looking for a better one
_SURE = 0.8  # confidence below which it is said that the reading is unsure
_ASSUMED = {"order": "the order of day and month"}


def unjudged(events: Sequence[Event], analyses: Sequence[Analysis]) -> tuple[Event, ...]:
    """The events that no entry is about, least certain first; those that the timeline opens with before the rest."""
    written = {analysis.document.id: analysis.written.source for analysis in analyses}
    found = [event for event in events if not event.entries]
    return tuple(sorted(found, key=lambda event: _need(event, written)))


def doubts(event: Event, analyses: Sequence[Analysis]) -> tuple[str, ...]:
    """What is uncertain about an event, in words, the gravest first."""
    written = {analysis.document.id: analysis.written.source for analysis in analyses}
    return tuple(words for _, words in _weighed(event, written))


def _need(event: Event, written: Mapping[DocumentId, Source]) -> tuple[bool, float, str]:
    weight = sum(weight for weight, _ in _weighed(event, written))
    return event.kind not in _MAIN, -weight, event.id


def _weighed(event: Event, written: Mapping[DocumentId, Source]) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if event.rivals:
        found.append((4.0, "sources disagree on the date"))
    if event.figures:
        found.append((3.0, "sources disagree on a number"))
    if not event.mentions:
        return found
    best = event.mentions[0]
    if best.confidence < _SURE:
        found.append((3 * (1 - best.confidence), "unsure whether the words tell of an event"))
    if best.dated.assumed:
        parts = [_ASSUMED.get(part, f"the {part}") for part in best.dated.assumed]
        found.append((1.5, f"{' and '.join(parts)} had to be worked out"))
    if best.dated.assumed and written.get(best.citation.document) is Source.INFERRED:
        found.append((1.0, "when the document was written was inferred"))
    if qualifier_of(event.when) is not Qualifier.NONE:
        found.append((0.5, "the date is approximate or uncertain"))
    of = extent(event.when)
    if of.start is None or of.end is None or of.end - of.start > _WIDE:
        found.append((0.5, "the date is wide"))
    return sorted(found, key=lambda pair: -pair[0])
