"""The bytes of `events.yaml` with an edit in them, or the reason why not.

What is written is read again: it must mean what was meant, and every other entry what it meant before.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

from timeline import read
from timeline.amend import file
from timeline.amend.entry import UnwritableError
from timeline.model.change import Change, Cite, Edit
from timeline.model.document import DocumentId
from timeline.model.edit import Edited, Entry, Place, Quoted
from timeline.model.event import Kind, Reference
from timeline.model.problem import Outcome, Problem, Severity, has_errors
from timeline.read import dates
from timeline.read.tree import without_collection

_NOWHERE = Place("", 0, 0)
_MARK = b"\xef\xbb\xbf"
_SAID = tuple(name for name in Entry.__dataclass_fields__ if name not in ("place", "quotes"))


def amended(content: bytes, edit: Edit, name: str) -> Outcome[bytes | None]:
    """`events.yaml` with an edit in it; None, with problems, if that cannot be.

    All bytes outside the edited entry stay as they are. A date that cannot be read, a merge that contradicts
    another, a file that is broken already: nothing is written then.
    """
    return _amended(content, name, lambda text: file.edited(text, edit), lambda before: _wanted(before, edit))


def together(content: bytes, edits: Sequence[Edit], name: str) -> Outcome[bytes | None]:
    """`events.yaml` with several edits in it, each of an entry that no edit before it has moved; all or none."""
    there = [edit for edit in edits if edit.entry is not None]
    new = tuple(edit.change for edit in edits if edit.entry is None and edit.change is not None)

    def spliced(text: str) -> str:
        text = file.with_entries(text, new) if new else text
        return reduce(file.edited, there, text)

    def wanted(before: Edited) -> Edited:
        fresh = (_changed(Entry(_NOWHERE), change) for change in new)
        return reduce(_wanted, there, replace(before, entries=(*before.entries, *fresh)))

    return _amended(content, name, spliced, wanted)


def added(content: bytes, changes: tuple[Change, ...], name: str) -> Outcome[bytes | None]:
    """`events.yaml` with new entries below its last one; None, with problems, if that cannot be."""

    def wanted(before: Edited) -> Edited:
        new = (_changed(Entry(_NOWHERE), change) for change in changes)
        return replace(before, entries=(*before.entries, *new))

    return _amended(content, name, lambda text: file.with_entries(text, changes), wanted)


def _amended(
    content: bytes, name: str, spliced: Callable[[str], str], meant: Callable[[Edited], Edited]
) -> Outcome[bytes | None]:
    with without_collection():
        return _checked(content, name, spliced, meant)


def _checked(
    content: bytes, name: str, spliced: Callable[[str], str], meant: Callable[[Edited], Edited]
) -> Outcome[bytes | None]:
    before = read.edited(content, name)
    if has_errors(before.problems):
        return Outcome(None, before.problems)
    try:
        mark = _MARK if content.startswith(_MARK) else b""
        new = mark + spliced(content[len(mark) :].decode("utf-8")).encode("utf-8")
        wanted = meant(before.value)
    except UnicodeError:
        return Outcome(None, (_refusal("only a file in UTF-8 can be written to", name, "save it as UTF-8"),))
    except UnwritableError as error:
        return Outcome(None, (_refusal(str(error), name, "write it into the file by hand"),))
    except dates.DateError as error:
        return Outcome(None, (_refusal(str(error), "", error.hint, error.kind),))
    after = read.edited(new, name)
    if has_errors(after.problems):
        return Outcome(None, tuple(p for p in after.problems if p.severity is Severity.ERROR))
    if _meaning(after.value) != _meaning(wanted):
        return Outcome(
            None,
            (_refusal("the change does not fit into this layout", name, "write it into the file by hand"),),
        )
    return Outcome(new)


def _wanted(before: Edited, edit: Edit) -> Edited:
    """What the file should mean afterwards."""
    entries = list(before.entries)
    if edit.entry is None:
        if edit.change is not None:
            entries.append(_changed(Entry(_NOWHERE), edit.change))
    elif edit.change is None:
        del entries[edit.entry]
    else:
        entries[edit.entry] = _changed(entries[edit.entry], edit.change)
        left = entries[edit.entry]
        if left == Entry(left.place, id=left.id) and (edit.change.drop or edit.change.uncited):
            del entries[edit.entry]
    return replace(before, entries=tuple(entries))


def _changed(entry: Entry, change: Change) -> Entry:
    fields: dict[str, object] = {}
    for key in change.drop:
        fields |= {"quotes": (), "references": ()} if key == "cites" else {key: _NOTHING.get(key)}
    for key, value in change.put.items():
        if key == "date":
            fields[key] = dates.when(str(value))
        elif key == "kind":
            fields[key] = Kind(value)
        elif key == "tags" and isinstance(value, tuple):
            fields[key] = tuple(tag.strip() for tag in value)
        else:
            fields[key] = value.strip() if isinstance(value, str) else value
    gone = {_said_by(cite) for cite in change.uncited}
    entry = replace(
        entry,
        quotes=tuple(quoted for quoted in entry.quotes if (quoted.document, quoted.quote) not in gone),
        references=tuple(reference for reference in entry.references if ("", reference.url) not in gone),
    )
    changed: Entry = replace(entry, **fields)  # type: ignore[arg-type]  # by field
    return replace(
        changed,
        merge=(*changed.merge, *change.merge),
        quotes=(*changed.quotes, *(_quoted(cite) for cite in change.cites if "source" in cite)),
        references=(
            *changed.references,
            *(_reference(cite) for cite in change.cites if "source" not in cite),
        ),
    )


_NOTHING: dict[str, object] = {"hide": False, "merge": ()}


def _said_by(cite: Cite) -> tuple[str, str]:
    """What tells a citation from the others of an entry: words of a document, or an address."""
    return cite.get("source", ""), cite["quote"] if "source" in cite else cite["url"]


def _quoted(cite: Cite) -> Quoted:
    return Quoted(DocumentId(cite["source"].strip()), cite["quote"].strip(), _NOWHERE)


def _reference(cite: Cite) -> Reference:
    return Reference(cite["url"].strip(), cite.get("title", "").strip())


def _meaning(edited: Edited) -> tuple[object, ...]:
    """All but where it stands."""
    return edited.settings, [_said(entry) for entry in edited.entries]


def _said(entry: Entry) -> tuple[object, ...]:
    values = tuple(getattr(entry, name) for name in _SAID)
    return values, [(quoted.document, quoted.quote) for quoted in entry.quotes]


def _refusal(message: str, file_name: str, hint: str, kind: str = "not-written") -> Problem:
    return Problem(Severity.ERROR, kind, message, file_name, hint=hint)
