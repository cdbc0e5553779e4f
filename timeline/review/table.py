"""A review as a table for a spreadsheet, and a table that was filled in as edits of `events.yaml`."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.amend import accepted, hidden, revised
from timeline.model.analysis import Analysis
from timeline.model.change import Change, Edit, Value
from timeline.model.event import Event, EventId
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import dates
from timeline.render.feeds import cell
from timeline.review.doubts import doubts, unjudged
from timeline.review.neighbours import neighbour
from timeline.times import edtf

_SHOWN = ("id", "date", "title", "kind", "why_look", "source", "quote", "resembles")
_FILLED = ("decision", "new_date", "new_title", "merge_into")
_DECISIONS = ("accept", "hide", "skip")
_MARKS = ",;\t"


def table(events: Sequence[Event], analyses: Sequence[Analysis]) -> str:
    """What is not judged yet as CSV, least certain first. The last four columns are to be filled in."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*_SHOWN, *_FILLED))
    for event in unjudged(events, analyses):
        best = event.mentions[0].citation if event.mentions else None
        near = neighbour(event, events)
        shown = (
            event.id,
            edtf.text(event.when),
            event.title,
            event.kind.value,
            "; ".join(doubts(event, analyses)),
            best.document if best else "",
            best.quote if best else "",
            near.id if near else "",
        )
        writer.writerow((*map(cell, shown), *("" for _ in _FILLED)))
    return out.getvalue()


@dataclass(slots=True)
class _Wish:
    """What the table says of one event."""

    put: dict[str, Value] = field(default_factory=dict)
    merge: list[EventId] = field(default_factory=list)
    accept: bool = False
    hide: bool = False


def edits(text: str, events: Sequence[Event], file: str) -> Outcome[tuple[Edit, ...]]:
    """The edits that a filled-in table asks for, one for an event; rows left empty ask for nothing.

    Removals come last, the lowest entry first, so that they can be applied in order. Commas, semicolons or tabs may stand between the cells. Every wrong row is a problem with its line; then
    the edits are not complete.
    """
    known = {event.id: event for event in events}
    lines = text.splitlines()
    mark = max(_MARKS, key=lines[0].count) if lines else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=mark)
    problems: list[Problem] = []
    wishes: dict[EventId, _Wish] = {}

    def report(message: str, hint: str) -> None:
        problems.append(Problem(Severity.ERROR, "review", message, file, reader.line_num, hint=hint))

    missing = [name for name in ("id", "decision") if name not in (reader.fieldnames or ())]
    if missing:
        hint = "begin with the file that `timeline review --export` writes"
        return Outcome(
            (), (Problem(Severity.ERROR, "review", f"no column {missing[0]!r}", file, 1, hint=hint),)
        )
    for row in reader:
        said = {name: (row.get(name) or "").strip() for name in ("id", *_FILLED)}
        if not any(said[name] for name in _FILLED):
            continue
        event = known.get(EventId(said["id"]))
        if event is None:
            report(
                f"no event is called {said['id']!r}", "export anew: it may have been merged or hidden since"
            )
        else:
            _read_row(said, event, known, wishes, report)
    return Outcome(tuple(_edits(wishes, known)), tuple(problems))


def _read_row(
    said: Mapping[str, str],
    event: Event,
    known: Mapping[EventId, Event],
    wishes: dict[EventId, _Wish],
    report: Callable[[str, str], None],
) -> None:
    wish = wishes.setdefault(event.id, _Wish())
    decision = said["decision"].casefold()
    if decision and decision not in _DECISIONS:
        report(f"{said['decision']!r} is no decision", f"write one of {', '.join(_DECISIONS)}, or nothing")
    wish.accept, wish.hide = decision == "accept", decision == "hide"
    if said["new_date"]:
        try:
            dates.when(said["new_date"])
            wish.put["date"] = said["new_date"]
        except dates.DateError as error:
            report(str(error), error.hint)
    if said["new_title"]:
        wish.put["title"] = said["new_title"]
    if not said["merge_into"]:
        return
    into = EventId(said["merge_into"])
    if into not in known or into == event.id:
        report(f"no other event is called {into!r}", "name the event it is part of, by its id")
    elif wish.put or wish.hide:
        report(
            "an event that becomes part of another keeps no date or title", f"put them into the row of {into}"
        )
    else:
        wishes.setdefault(into, _Wish()).merge.append(event.id)


def _edits(wishes: Mapping[EventId, _Wish], known: Mapping[EventId, Event]) -> list[Edit]:
    found: list[Edit | None] = []
    for id_, wish in wishes.items():
        event = known[id_]
        if wish.hide:
            found.append(hidden(event))
        elif wish.put or wish.merge:
            found.append(revised(event, Change(wish.put, merge=tuple(wish.merge))))
        elif wish.accept:
            found.append(accepted(event))
    edits = [edit for edit in found if edit is not None]
    # an entry that goes changes the numbers of those below it
    return sorted(edits, key=lambda edit: -(edit.entry or 0) if edit.change is None else float("-inf"))
