"""Which events an entry of `events.yaml` is about: those it names, and those its quotations were read in."""

import difflib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.merge import quotations
from timeline.merge.days import compatible, days
from timeline.merge.told import Told
from timeline.model.document import Document, DocumentId, Span
from timeline.model.edit import Entry, Place, Quoted
from timeline.model.event import Citation, EventId
from timeline.model.problem import Problem, Severity
from timeline.records import dataclass

if TYPE_CHECKING:
    from timeline.merge.suggest import Suggestions

_MISSPELT = 0.8  # how like an id must be to be a slip of the pen


@dataclass(frozen=True, slots=True)
class Joined:
    """An entry, the groups it joins (the first bears its fields), and its quotations where nothing was read."""

    entry: Entry
    groups: tuple[int, ...] = ()
    citations: tuple[Citation, ...] = ()
    problems: tuple[Problem, ...] = ()


class Joiner:
    """Finds groups by id and by quotation."""

    def __init__(
        self,
        groups: Sequence[Sequence[Told]],
        ids: Mapping[Told, EventId],
        documents: Mapping[DocumentId, Document],
    ) -> None:
        self._groups, self._ids, self._documents = groups, ids, documents

    @cached_property
    def _by_id(self) -> Mapping[EventId, int]:
        return {self._ids[telling]: number for number, group in enumerate(self._groups) for telling in group}

    @cached_property
    def _by_document(self) -> Mapping[DocumentId, Sequence[tuple[Told, int]]]:
        found: dict[DocumentId, list[tuple[Told, int]]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            for telling in group:
                found[telling.mention.citation.document].append((telling, number))
        return found

    def joined(self, entry: Entry) -> Joined:
        """What an entry joins; what it looks for in vain becomes problems."""
        groups: list[int] = []
        citations: list[Citation] = []
        problems: list[Problem] = []
        if entry.id is not None and entry.id in self._by_id:
            groups.append(self._by_id[entry.id])
        for quoted in entry.quotes:
            spans = self._spans(quoted)
            if not spans:
                problems.append(self._not_there(quoted))
            elif (number := self._read_at(quoted, spans, entry, groups)) is None:
                citations.append(Citation.of(self._documents[quoted.document], spans[0]))
            else:
                groups.append(number)
        problems.extend(self._orphan(entry, id_) for id_ in entry.merge if id_ not in self._by_id)
        groups.extend(self._by_id[id_] for id_ in entry.merge if id_ in self._by_id)
        problems.extend(self._alone(entry, citations) if not groups else ())
        if entry.hide and not groups:
            # what should be hidden may now stand on the site under another id: a case of its own
            problems = [replace(problem, kind="hides-nothing") for problem in problems]
        return Joined(entry, tuple(dict.fromkeys(groups)), tuple(citations), tuple(problems))

    def _spans(self, quoted: Quoted) -> tuple[Span, ...]:
        document = self._documents.get(quoted.document)
        return quotations.found(document.text, quoted.quote) if document else ()

    def _read_at(
        self, quoted: Quoted, spans: Sequence[Span], entry: Entry, chosen: Sequence[int]
    ) -> int | None:
        """The group read at a quotation, or None; where several were, the one the entry fits best."""
        read = [
            (telling, span, number)
            for telling, number in self._by_document[quoted.document]
            for span in spans
            if telling.mention.citation.span.overlaps(span)
        ]
        if not read or any(number in chosen for *_, number in read):
            return chosen[0] if read else None
        if len(read) == 1:
            return read[0][2]
        fits = [
            (_fit(entry, quoted.quote, telling, span), telling.order, number)
            for telling, span, number in read
        ]
        best = max(fit for fit, _, _ in fits)
        return min((order, number) for fit, order, number in fits if fit == best)[1]

    def _alone(self, entry: Entry, citations: Sequence[Citation]) -> list[Problem]:
        """The problem of an entry that joined nothing, unless it plainly stands on its own."""
        stands = entry.date is not None and entry.title is not None and not entry.hide
        if entry.id and stands:
            near = self._suggestions.near(entry, entry.id)
            slip = difflib.get_close_matches(entry.id, near, n=1, cutoff=_MISSPELT)
            return [self._orphan(entry, entry.id, Severity.WARNING)] if slip else []
        if entry.id:
            return [self._orphan(entry, entry.id)]
        if stands or not citations:
            return []
        lacking = " and a ".join(name for name in ("date", "title") if getattr(entry, name) is None)
        add = "remove the entry" if entry.hide else f"add a {lacking}, and it stands on its own"
        hint = self._suggestions.hint(self._suggestions.near(entry))
        message = "no event was read at this quotation"
        return [_problem("orphan", message, entry.place, f"{add}; {hint}" if hint else add)]

    def _orphan(self, entry: Entry, id_: EventId, severity: Severity = Severity.ERROR) -> Problem:
        near = self._suggestions.near(entry, id_) or self._suggestions.near(entry)
        mend = "remove the entry, or give it a date and a title of its own"
        if id_ in entry.merge:
            mend = "take it out of `merge`, which names events that were read"
        hint = self._suggestions.hint(near) or mend
        return _problem("orphan", f"no event is called {id_}", entry.place, hint, severity)

    def _not_there(self, quoted: Quoted) -> Problem:
        document = self._documents.get(quoted.document)
        if document is None:
            names = difflib.get_close_matches(quoted.document, self._documents, n=1, cutoff=0.4)
            hint = f"did you mean {names[0]}?" if names else "name a file below seeds/"
            place = quoted.named or quoted.place
            return _problem("unknown-source", f"there is no document {quoted.document!r}", place, hint)
        words = quotations.nearest(document, quoted.quote)
        hint = f"the nearest words are: {words}" if words else "quote its exact words"
        return _problem("quote-not-found", f"{document.id} has no such words", quoted.place, hint)

    @cached_property
    def _suggestions(self) -> "Suggestions":
        from timeline.merge.suggest import Suggestions  # noqa: PLC0415 - most builds have nothing to suggest

        return Suggestions(self._groups, self._ids)


def _fit(entry: Entry, quote: str, telling: Told, span: Span) -> tuple[bool, float, bool, float]:
    """How well an entry fits a telling that its quotation overlaps: date, title, the date's words, other words."""
    title = telling.mention.title
    return (
        entry.date is not None and compatible(days(entry.date), telling.extent),
        _shared(entry.title or "", title),
        span.overlaps(telling.mention.dated.span),
        _shared(quote, title),
    )


def _shared(one: str, other: str) -> float:
    """The share of words that two titles have in common."""
    from timeline.merge.words import folded, tokens  # noqa: PLC0415 - most entries have one event at their quotation

    first, second = ({folded(word) for word in tokens(text)} for text in (one, other))
    return len(first & second) / max(1, len(first | second))


def _problem(
    kind: str, message: str, place: Place, hint: str, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(severity, kind, message, place.file, place.line, place.column, place.source, hint)
