"""`events.yaml` as text, with an entry changed, added or taken out, and everything else byte for byte."""

import re

from timeline.amend import entry, notation
from timeline.amend.entry import WIDTH, UnwritableError
from timeline.amend.layout import Mapping, Scalar, Sequence, Spot, layout
from timeline.amend.splice import column, line_end, line_start, newline, spliced, without_line
from timeline.model.change import Change, Edit

Changes = tuple[Change, ...]

_DASH = re.compile(r"^[ \t]*(?:- +)*-(?=\s)", re.MULTILINE)


def edited(text: str, edit: Edit) -> str:
    """The file with an edit in it; `UnwritableError` where its layout leaves no place for it."""
    top = layout(text)
    events = top.value("events") if isinstance(top, Mapping) else None
    if edit.entry is None:
        return text if edit.change is None else _with_entries(text, top, events, (edit.change,))
    if not isinstance(events, Sequence) or edit.entry >= len(events.items):
        raise UnwritableError("there is no such entry any more")
    if edit.change is None or _leaves_nothing(events.items[edit.entry], edit.change):
        return _without_entry(text, events, edit.entry)
    return _with_change(text, events, edit.entry, edit.change)


def with_entries(text: str, changes: Changes) -> str:
    """The file with new entries below the last one; `UnwritableError` where its layout leaves no place for them."""
    top = layout(text)
    events = top.value("events") if isinstance(top, Mapping) else None
    return _with_entries(text, top, events, changes) if changes else text


def _leaves_nothing(item: Spot, change: Change) -> bool:
    """Whether all that would be left of an entry is its id, and something is taken out."""
    if not isinstance(item, Mapping) or change.put or change.merge or change.cites:
        return False
    gone = set(change.drop)
    cites = item.value("cites")
    if isinstance(cites, Sequence) and all(
        any(entry.is_cite(one, cite) for cite in change.uncited) for one in cites.items
    ):
        gone.add("cites")
    names = {name.value for name, _ in item.pairs if isinstance(name, Scalar)}
    return bool(gone & names) and names - gone <= {"id"}


def _with_change(text: str, events: Sequence, number: int, change: Change) -> str:
    item = events.items[number]
    if not isinstance(item, Mapping):
        raise UnwritableError("this entry is a reference to another (*name): change that one")
    end = item.end if item.flow else line_end(text, item.end)
    start, pad = item.start, " " * column(text, item.start)
    old = pad + text[start:end]
    new = entry.changed(old, change)
    long = any(isinstance(value, str) and notation.is_long(value) for value in change.put.values())
    if item.flow and not events.flow and not old[len(pad) :].startswith("&") and (long or len(new) > WIDTH):
        new = entry.changed(entry.opened(old, newline(text)), change)
    return text[:start] + new[len(pad) :] + text[end:]


def _with_entries(text: str, top: Spot | None, events: Spot | None, changes: Changes) -> str:
    line = newline(text)
    if isinstance(events, Sequence) and events.items:
        return _after(text, events, changes, line)
    first = line.join(f"  - {entry.written(change, 4, line)}" for change in changes)
    if events is not None:  # `events:`, or `events: []`
        if not isinstance(events, Sequence) and not (isinstance(events, Scalar) and not events.value):
            raise UnwritableError("`events` is no list")
        new = line + first
        end = line_end(text, events.end)
        if isinstance(events, Sequence):
            return spliced(
                text, [(events.start - (text[events.start - 1] == " "), events.end, ""), (end, end, new)]
            )
        return spliced(text, [(end, end, new)])
    if isinstance(top, Mapping) and top.flow:
        raise UnwritableError("the file stands in braces: write `events:` on a line of its own")
    lead = "" if not text or text.endswith("\n") else line
    gap = line if text.strip() else ""
    return f"{text}{lead}{gap}events:{line}{first}{line}"


def _after(text: str, events: Sequence, changes: Changes, line: str) -> str:
    """New entries below the last one, each set off by an empty line where the others are."""
    last = events.items[-1]
    if events.flow:
        short = [entry.written(change, 0, line) for change in changes]
        if not all(new.startswith("{") for new in short):
            raise UnwritableError(
                "the entries stand in brackets: write each on a line of its own, after `- `"
            )
        return spliced(text, [(last.end, last.end, "".join(f", {new}" for new in short))])
    dash = _dash(text, events, len(events.items) - 1)
    indent = column(text, dash)
    between = text[events.items[-2].end : dash] if len(events.items) > 1 else ""
    gap = line if re.search(r"\n[ \t]*\r?\n", between) else ""
    end = line_end(text, last.end)
    lead = f"{line}{gap}{' ' * indent}- "
    new = "".join(lead + entry.written(change, indent + 2, line) for change in changes)
    return spliced(text, [(end, end, new)])


def _without_entry(text: str, events: Sequence, number: int) -> str:
    item = events.items[number]
    if events.flow:
        if number:
            return spliced(text, [(events.items[number - 1].end, item.end, "")])
        following = events.items[1].start if len(events.items) > 1 else item.end
        return spliced(text, [(item.start, following, "")])
    start, end, _ = without_line(text, _dash(text, events, number), item.end)
    above = text[: line_start(text, start)] if start else ""
    if text[line_start(text, start) : start].strip() == "" and start and not text[end:].strip("\r\n"):
        start = len(above.rstrip("\r\n")) if above else start
    elif (
        re.match(r"\r?\n[ \t]*(?:\r?\n|$)", text[end:]) and not text[line_start(text, start) : start].strip()
    ):
        # of the empty lines on either side one is enough
        end = line_end(text, end + len(newline(text)))
    return spliced(text, [(start, end, "")])


def _dash(text: str, events: Sequence, number: int) -> int:
    """Where the dash of an entry stands."""
    item = events.items[number]
    before = text[line_start(text, item.start) : item.start]
    if match := re.fullmatch(r"([ \t]*)-[ \t]+(?:[&!]\S+[ \t]+)*", before):
        return line_start(text, item.start) + len(match[1])
    since = events.items[number - 1].end if number else events.start
    found = [match.end() - 1 for match in _DASH.finditer(text, line_start(text, since), item.start)]
    if not found:
        raise UnwritableError("the dash of this entry stands where it is not looked for")
    return found[-1]
