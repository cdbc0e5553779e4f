"""Mentions and the editor's entries → events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from timeline.merge.figures import Counts, figures
from timeline.merge.overlay import overlaid
from timeline.merge.told import Told, told
from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId
from timeline.model.edit import Edited
from timeline.model.event import Event, EventId
from timeline.model.grouping import Grouping, Member
from timeline.model.problem import Outcome, Problem, Severity
from timeline.times.edtf import text
from timeline.times.when import extent

Groups = tuple[
    Sequence[tuple[Told, ...]], Mapping[Told, EventId], Counts
]  # the id of each mention, and what it counts

_TOLD = frozenset({"title", "summary"})  # fields in which an editor says how many there were


def grouping(analyses: Sequence[Analysis]) -> Grouping:
    """Which mentions of the documents tell of one happening, whatever the editor says of it."""
    groups, ids, counted = _grouped(analyses)
    return Grouping(
        tuple(
            tuple(
                Member(
                    one.mention.citation.document, one.order[-1], ids[one], counted.get(id(one.mention), ())
                )
                for one in group
            )
            for group in groups
        )
    )


def _grouped(analyses: Sequence[Analysis]) -> Groups:
    from timeline.merge import identity  # noqa: PLC0415 - a build that knows the groups needs no stems of words
    from timeline.merge.counts import COUNTED, counts  # noqa: PLC0415
    from timeline.merge.group import grouped  # noqa: PLC0415
    from timeline.merge.odds import Chances  # noqa: PLC0415
    from timeline.merge.rivals import reconciled  # noqa: PLC0415
    from timeline.merge.telling import tellings  # noqa: PLC0415

    all_told = tellings(analyses)
    chances = Chances(all_told)
    groups = reconciled(grouped(all_told, chances), chances)
    counted = {
        id(one.mention): found
        for one in all_told
        if not one.all.isdisjoint(COUNTED) and (found := counts(one.mention, one.spoken.words.code))
    }
    return groups, identity.named(groups), counted


def _known(found: Grouping, by_name: Mapping[DocumentId, Analysis]) -> Groups:
    groups: list[tuple[Told, ...]] = []
    ids: dict[Told, EventId] = {}
    for members in found.groups:
        group = tuple(told(by_name[one.document].mentions[one.number], one.number) for one in members)
        ids.update(zip(group, (one.id for one in members), strict=True))
        groups.append(group)
    return groups, ids, _counts_of(found, by_name)


def _counts_of(found: Grouping, by_name: Mapping[DocumentId, Analysis]) -> Counts:
    return {
        id(by_name[one.document].mentions[one.number]): one.counts
        for group in found.groups
        for one in group
        if one.counts
    }


def events(
    analyses: Sequence[Analysis], edited: Edited, known: Grouping | None = None
) -> Outcome[tuple[Event, ...]]:
    """The events of a project, sorted by time; those the editor hides are left out.

    The result does not depend on the order of the analyses. Problems: entries that join nothing ("orphan"),
    quotations that stand nowhere ("quote-not-found", "unknown-source"), two entries about one event
    ("same-event"), and sources that disagree on a date ("rival-dates") or a number ("rival-figures") that the editor
    has not settled. `known` is the grouping of these analyses, where it has been worked out before.
    """
    by_name = {analysis.document.id: analysis for analysis in analyses}
    groups, ids, counted = _known(known, by_name) if known else _grouped(analyses)
    documents = {name: analysis.document for name, analysis in by_name.items()}
    overlay = overlaid(groups, ids, edited.entries, documents, edited.settings.language)
    ordered = tuple(sorted((_with_figures(event, counted) for event in overlay.value), key=_by_time))
    return Outcome(ordered, (*overlay.problems, *_disagreements(ordered)))


def _with_figures(event: Event, counted: Counts) -> Event:
    found = figures(event.mentions, counted) if counted and len(event.mentions) > 1 else ()
    return replace(event, figures=found) if found else event


def _by_time(event: Event) -> tuple[float, float, str]:
    """By first day, then by last day; what has no beginning stands first."""
    of = extent(event.when)
    start = float("-inf") if of.start is None else of.start
    return start, float("inf") if of.end is None else of.end, event.id


def _disagreements(events: Iterable[Event]) -> list[Problem]:
    found: list[Problem] = []
    for event in events:
        if event.rivals and "date" not in event.edited:
            found.append(_disagreement(event))
        if event.figures and _TOLD.isdisjoint(event.edited):
            found.extend(_differing(event))
    return found


def _disagreement(event: Event) -> Problem:
    told = [(event.when, event.mentions), *((rival.when, rival.mentions) for rival in event.rivals)]
    parts = [f"{text(when)} ({_joined(m.citation.document for m in mentions)})" for when, mentions in told]
    hint = f"settle it in events.yaml: - {{id: {event.id}, date: {text(event.when)}}}"
    message = f"sources disagree on the date of {event.title!r}: {'; '.join(parts)}"
    return Problem(Severity.WARNING, "rival-dates", message, hint=hint)


def _differing(event: Event) -> list[Problem]:
    """What to say of an event's numbers, of those that count the same together."""
    found: list[Problem] = []
    for (what, who), said in groupby(event.figures, key=lambda one: (one.what, one.who)):
        parts = [f"{one.number} ({_joined(m.citation.document for m in one.mentions)})" for one in said]
        of = f"{what} {who}".rstrip()
        message = f"sources disagree on the number of {of} in {event.title!r}: {'; '.join(parts)}"
        hint = f"settle it in events.yaml, in words: - {{id: {event.id}, summary: …}}"
        found.append(Problem(Severity.WARNING, "rival-figures", message, hint=hint))
    return found


def _joined(names: Iterable[str]) -> str:
    return ", ".join(sorted(set(names)))
