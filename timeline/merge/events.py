"""Mentions and the editor's entries → events."""

from collections.abc import Iterable, Sequence

from timeline.merge import identity
from timeline.merge.group import grouped
from timeline.merge.overlay import overlaid
from timeline.merge.rivals import reconciled
from timeline.merge.telling import tellings
from timeline.model.analysis import Analysis
from timeline.model.edit import Edited
from timeline.model.event import Event
from timeline.model.problem import Outcome, Problem, Severity
from timeline.times.edtf import text
from timeline.times.when import extent


def events(analyses: Sequence[Analysis], edited: Edited) -> Outcome[tuple[Event, ...]]:
    """The events of a project, sorted by time; those the editor hides are left out.

    The result does not depend on the order of the analyses. Problems: entries that join nothing ("orphan"),
    quotations that stand nowhere ("quote-not-found", "unknown-source"), two entries about one event
    ("same-event"), and sources that disagree on a date the editor has not settled ("rival-dates").
    """
    groups = reconciled(grouped(tellings(analyses)))
    documents = {analysis.document.id: analysis.document for analysis in analyses}
    found = overlaid(groups, identity.named(groups), edited.entries, documents, edited.settings.language)
    ordered = tuple(sorted(found.value, key=_by_time))
    return Outcome(ordered, (*found.problems, *_disagreements(ordered)))


def _by_time(event: Event) -> tuple[float, float, str]:
    """By first day, then by last day; what has no beginning stands first."""
    of = extent(event.when)
    start = float("-inf") if of.start is None else of.start
    return start, float("inf") if of.end is None else of.end, event.id


def _disagreements(events: Iterable[Event]) -> list[Problem]:
    return [_disagreement(event) for event in events if event.rivals and "date" not in event.edited]


def _disagreement(event: Event) -> Problem:
    told = [(event.when, event.mentions), *((rival.when, rival.mentions) for rival in event.rivals)]
    parts = [f"{text(when)} ({_joined(m.citation.document for m in mentions)})" for when, mentions in told]
    hint = f"settle it in events.yaml: - {{id: {event.id}, date: {text(event.when)}}}"
    message = f"sources disagree on the date of {event.title!r}: {'; '.join(parts)}"
    return Problem(Severity.WARNING, "rival-dates", message, hint=hint)


def _joined(names: Iterable[str]) -> str:
    return ", ".join(sorted(set(names)))
