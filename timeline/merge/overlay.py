"""The editor's word over what was read: entries join events, and their fields go before the machine's."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.merge.fuse import fused
from timeline.merge.join import Joined, Joiner
from timeline.merge.told import Told, root
from timeline.model.document import Document, DocumentId
from timeline.model.edit import Entry, Place
from timeline.model.event import Event, EventId, Kind, Origin
from timeline.model.problem import Outcome, Problem, Severity
from timeline.times.when import When

Group = tuple[Told, ...]
_LISTS = ("references", "merge")
_FIELDS = ("date", "title", "summary", "kind", "tags", *_LISTS)


def overlaid(
    groups: Sequence[Group],
    ids: Mapping[Told, EventId],
    entries: Sequence[Entry],
    documents: Mapping[DocumentId, Document],
    language: str,
) -> Outcome[tuple[Event, ...]]:
    """The events as the editor wants them, in no order; hidden ones left out."""
    joiner = Joiner(groups, ids, documents)
    joined = [joiner.joined(entry) for entry in entries]
    numbers = {entry.place: number for number, entry in enumerate(entries)}
    united = _united(len(groups), joined)
    by_group: dict[int, list[Joined]] = defaultdict(list)
    for one in joined:
        if one.groups:
            by_group[united[one.groups[0]]].append(one)
    problems = [problem for one in joined for problem in one.problems]
    events: list[Event] = []
    for first, members in _members(united).items():
        tellings = [telling for number in members for telling in groups[number]]
        event = fused(tellings, ids[root(tellings)])
        problems.extend(_twice(by_group.get(first, ()), event))
        if not any(one.entry.hide for one in by_group.get(first, ())):
            events.append(_edited(event, by_group.get(first, ()), numbers))
    alone = [one for one in joined if not one.groups]
    return Outcome((*events, *_own(alone, events, language, numbers)), tuple(problems))


def _united(count: int, joined: Sequence[Joined]) -> list[int]:
    """For each group the first of those that an entry puts together with it."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for one in joined:
        for number in one.groups[1:]:
            first, second = sorted((root(one.groups[0]), root(number)))
            parent[second] = first
    return [root(number) for number in range(count)]


def _members(united: Sequence[int]) -> dict[int, list[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for number, first in enumerate(united):
        members[first].append(number)
    return members


def _edited(event: Event, joined: Sequence[Joined], numbers: Mapping[Place, int]) -> Event:
    """An event with the fields of the entries that joined it; of two that set one field, the first counts."""
    if not joined:
        return event
    entries = tuple(numbers[one.entry.place] for one in joined)
    for one in reversed(joined):
        event = _with(event, one, entries)
    return event


def _with(event: Event, joined: Joined, entries: tuple[int, ...]) -> Event:
    entry = joined.entry
    edited = [name for name in _FIELDS if _sets(entry, name)]
    machine = event.machine or event.when
    when = entry.date or event.when
    return replace(
        event,
        id=entry.id or event.id,
        when=when,
        title=entry.title or event.title,
        summary=entry.summary if entry.summary is not None else event.summary,
        kind=entry.kind or event.kind,
        tags=entry.tags if entry.tags is not None else event.tags,
        origin=Origin.BOTH if event.mentions else Origin.EDITED,
        citations=tuple(dict.fromkeys((*joined.citations, *event.citations))),
        references=tuple(dict.fromkeys((*entry.references, *event.references))),
        edited=tuple(dict.fromkeys((*event.edited, *edited))),
        machine=machine if event.mentions and when != machine else None,
        entries=entries,
    )


def _sets(entry: Entry, name: str) -> bool:
    value = getattr(entry, name)
    return bool(value) if name in _LISTS else value is not None


def _own(
    alone: Sequence[Joined], events: Sequence[Event], language: str, numbers: Mapping[Place, int]
) -> list[Event]:
    """The editor's own events: entries that joined nothing and have a date and a title."""
    taken = {event.id for event in events} | {one.entry.id for one in alone if one.entry.id}
    own: list[Event] = []
    for one in alone:
        entry = one.entry
        if entry.date is None or entry.title is None or entry.hide:
            continue
        id_ = entry.id or _new_id(entry.date, entry.title, language, taken)
        taken.add(id_)
        bare = Event(id_, entry.date, entry.title, entry.kind or Kind.EVENT, Origin.EDITED)
        own.append(_edited(bare, [one], numbers))
    return own


def _new_id(when: When, title: str, language: str, taken: set[EventId]) -> EventId:
    from timeline.merge import identity  # noqa: PLC0415 - what cuts words and knows languages takes long to load

    return identity.of_entry(when, title, language, taken)


def _twice(joined: Sequence[Joined], event: Event) -> list[Problem]:
    """Two entries about one event: nothing is lost, but the editor should know, above all if one hides it."""
    hiding = [one.entry.place.line for one in joined if one.entry.hide]
    if hiding and len(hiding) < len(joined):
        other = next(one.entry.place for one in joined if not one.entry.hide)
        message = f"line {hiding[0]} hides all of what this entry is about: {event.title}"
        hint = "remove the one or the other; to leave out a part, take its id out of `merge`"
        return [_problem("contradictory-hide", message, other, hint)]
    return [
        _problem(
            "same-event",
            f"this entry is about the event of line {joined[0].entry.place.line}: {event.title}",
            one.entry.place,
            "put both entries into one; where both set a field, the first counts",
        )
        for one in joined[1:]
    ]


def _problem(kind: str, message: str, place: Place, hint: str) -> Problem:
    return Problem(Severity.WARNING, kind, message, place.file, place.line, place.column, place.source, hint)
