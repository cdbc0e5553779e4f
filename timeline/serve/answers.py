"""What the editor in the browser may ask, and what it is answered: values in, values out.

Each question is a mapping, as the browser sent it; what is no such thing is refused. An answer with `error` says
why nothing was done, one with `conflict` what somebody else has changed meanwhile.
"""

from collections.abc import Callable, Mapping
from typing import Any

from timeline import amend
from timeline.model.change import Change, Edit, Value
from timeline.model.edit import Entry
from timeline.model.event import Event, EventId
from timeline.pipeline import Built
from timeline.read import dates
from timeline.render import summary
from timeline.render.addresses import addresses
from timeline.serve import asked
from timeline.serve.asked import Question
from timeline.serve.desk import Desk, RefusedError
from timeline.times import edtf, words

Answer = dict[str, Any]

_FOUND = 12


class ConflictError(Exception):
    """Fields that are no longer what the editor saw; `now` is what they are."""

    def __init__(self, now: Mapping[str, Value]) -> None:
        super().__init__("changed meanwhile")
        self.now = now


def answer(name: str, question: Question, desk: Desk) -> Answer | None:
    """The answer to a question; None if there is no such question."""
    reply = _QUESTIONS.get(name)
    if reply is None:
        return None
    try:
        return reply(question, desk)
    except RefusedError as error:
        return {"error": str(error)}
    except ConflictError as error:
        return {"conflict": dict(error.now)}


def _event(question: Question, desk: Desk) -> Answer:
    """An event's fields, and which of them are the editor's."""
    event = desk.event(asked.text(question, "id"))
    if event is None:
        raise RefusedError("there is no such event any more")
    return {
        "id": event.id,
        "fields": _fields(event),
        "edited": list(event.edited),
        "words": words.words(event.when),
        "machine": None if event.machine is None else edtf.text(event.machine),
        "own": not (event.mentions or event.rivals),
        "judged": bool(event.entries),
        "quotations": [
            {"source": citation.document, "quote": citation.quote}
            for citation in (*(mention.citation for mention in event.mentions), *event.citations)
        ],
        "cited": [dict(cite) for _, cite in amend.cited(event, desk.state.built.edited.entries)]
        if desk.state.built
        else [],
    }


def _date(question: Question, _: Desk) -> Answer:
    """What a date means, as it is typed."""
    try:
        when = dates.when(asked.text(question, "text"))
    except dates.DateError as error:
        return {"problem": str(error), "hint": error.hint}
    return {"edtf": edtf.text(when), "words": words.words(when)}


def _preview(question: Question, _: Desk) -> Answer:
    """Markdown as the site will show it."""
    return {"html": str(summary.html(asked.text(question, "text")))}


def _search(question: Question, desk: Desk) -> Answer:
    """Events by words of their titles, dates and ids; those that begin so first."""
    wanted = asked.text(question, "text").casefold().split()
    found = [
        event
        for event in (desk.state.built.events if desk.state.built else ())
        if all(word in f"{event.title} {event.id} {words.words(event.when)}".casefold() for word in wanted)
    ]
    return {"events": [_named(event) for event in found[:_FOUND]], "more": max(0, len(found) - _FOUND)}


def _save(question: Question, desk: Desk) -> Answer:
    """Write what was changed of an event, or a new one; where it stands then."""
    change = asked.change(question)
    if question.get("id") is None:
        if not {"date", "title"} <= set(change.put):
            raise RefusedError("an event needs a date and a title")
        entry = desk.edit(f"added “{change.put['title']}”", lambda _: Edit(None, change))
    else:
        id_ = asked.text(question, "id")
        what = _what(change, _title(desk, id_))
        entry = desk.edit(
            what, lambda built: _revised(built, id_, change, asked.fields(question, "base")), id_
        )
    return _where(desk, entry)


def _merge(question: Question, desk: Desk) -> Answer:
    """Make two events one."""
    one, other = asked.text(question, "id"), asked.text(question, "other")

    def edit(built: Built) -> tuple[Edit, ...]:
        return amend.merged(_known(built, one), _known(built, other), built.edited.entries)

    what = f"merged “{_title(desk, other)}” into “{_title(desk, one)}”"
    return _where(desk, desk.edit(what, edit, one))


def _hide(question: Question, desk: Desk) -> Answer:
    """Leave an event out."""
    id_ = asked.text(question, "id")
    desk.edit(f"hid “{_title(desk, id_)}”", lambda built: amend.hidden(_known(built, id_)), id_)
    return _where(desk, None)


def _accept(question: Question, desk: Desk) -> Answer:
    """Say that an event is right."""
    id_ = asked.text(question, "id")
    what = f"accepted “{_title(desk, id_)}”"
    return _where(desk, desk.edit(what, lambda built: amend.accepted(_known(built, id_)), id_))


def _uncite(question: Question, desk: Desk) -> Answer:
    """Take out something that the editor cited; what was read of a document stays."""
    id_ = asked.text(question, "id")
    wanted = {name: str(value) for name, value in asked.fields(question, "cite").items() if name != "title"}

    def edit(built: Built) -> Edit:
        for number, cite in amend.cited(_known(built, id_), built.edited.entries):
            if wanted == {name: value for name, value in cite.items() if name != "title"}:
                return Edit(number, Change(uncited=(cite,)))
        raise RefusedError("there is no such citation any more")

    return _where(desk, desk.edit(f"took a citation out of “{_title(desk, id_)}”", edit, id_))


def _hidden(_: Question, desk: Desk) -> Answer:
    """What is hidden, by the words of its entry."""
    entries = desk.state.built.edited.entries if desk.state.built else ()
    return {
        "events": [
            {"entry": number, "line": entry.place.line, "title": _called(entry)}
            for number, entry in enumerate(entries)
            if entry.hide
        ]
    }


def _show(question: Question, desk: Desk) -> Answer:
    """Show again what an entry hides; it is known by the words it was listed with."""
    number, title = question.get("entry"), asked.text(question, "title")

    def edit(built: Built) -> Edit:
        entries = built.edited.entries
        if not isinstance(number, int) or not 0 <= number < len(entries):
            raise RefusedError("there is no such entry any more")
        if not entries[number].hide or _called(entries[number]) != title:
            raise RefusedError("events.yaml has changed meanwhile: open the list again")
        return Edit(number, Change(drop=("hide",)))

    return _where(desk, desk.edit(f"showed “{title}” again", edit))


def _called(entry: Entry) -> str:
    """What an entry is about, as far as it says so itself."""
    return entry.title or entry.id or next((quoted.quote for quoted in entry.quotes), "")


def _undo(_: Question, desk: Desk) -> Answer:
    """Take the last edit back; the event it was made on is looked at again."""
    step = desk.undo()
    return {"undone": step.what, **_shown(desk, desk.event(step.about) if step.about else None)}


_QUESTIONS: Mapping[str, Callable[[Question, Desk], Answer]] = {
    "event": _event,
    "date": _date,
    "preview": _preview,
    "search": _search,
    "save": _save,
    "merge": _merge,
    "uncite": _uncite,
    "hide": _hide,
    "hidden": _hidden,
    "show": _show,
    "accept": _accept,
    "undo": _undo,
}


def _revised(built: Built, id_: str, change: Change, base: Mapping[str, Any]) -> Edit:
    event = _known(built, id_)
    now = _fields(event)
    touched = (*change.put, *change.drop)
    different = {
        name: now[name] for name in touched if name in base and _bare(base[name]) != _bare(now[name])
    }
    if different:
        raise ConflictError(different)
    return amend.revised(event, change)


def _bare(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _fields(event: Event) -> dict[str, Value]:
    return {
        "date": edtf.text(event.when),
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind.value,
        "tags": event.tags,
    }


def _known(built: Built, id_: str) -> Event:
    event = next((event for event in built.events if event.id == EventId(id_)), None)
    if event is None:
        raise RefusedError("there is no such event any more")
    return event


def _title(desk: Desk, id_: str) -> str:
    event = desk.event(id_)
    return event.title if event else id_


def _what(change: Change, title: str) -> str:
    """An edit in words."""
    if change.cites and not change.put and not change.drop:
        return f"cited words for “{title}”"
    return f"changed {', '.join((*change.put, *change.drop))} of “{title}”"


def _where(desk: Desk, entry: int | None) -> Answer:
    """The page of what was edited."""
    return _shown(desk, desk.event_of_entry(entry))


def _shown(desk: Desk, event: Event | None) -> Answer:
    """An event's id and page; without an event, or where it is left out, none."""
    built = desk.state.built
    page = ""
    if event is not None and built is not None:
        page = addresses(built.events, built.analyses).events[event.id]
    return {"id": event.id if event else None, "page": page}


def _named(event: Event) -> Answer:
    return {"id": event.id, "title": event.title, "date": words.words(event.when)}
