"""One entry of `events:` as text, and the same entry with a field set, taken out or added to.

Each function takes the entry's text, beginning with as many spaces as it stands in, and returns it changed.
"""

from timeline.amend import notation
from timeline.amend.layout import Mapping, Scalar, Sequence, Spot, layout
from timeline.amend.splice import Splice, column, line_end, newline, spliced, without_line
from timeline.model.change import FIELDS, Change, Cite, Value

WIDTH = 110  # letters that an entry in braces may have


class UnwritableError(ValueError):
    """A text laid out in a way that no change can be spliced into; the message says what to do."""


def changed(text: str, change: Change) -> str:
    """The entry with everything a change asks for."""
    for key in change.drop:
        text = without(text, key)
    for key in FIELDS:
        if key in change.put:
            text = with_field(text, key, change.put[key])
    if change.merge:
        text = with_items(text, "merge", [notation.scalar(id_, flow=True) for id_ in change.merge])
    if change.cites:
        text = with_items(text, "cites", [notation.cite(cite) for cite in change.cites], on_lines=True)
    for cite in change.uncited:
        text = without_cite(text, cite)
    return text


def written(change: Change, indent: int, line: str) -> str:
    """A new entry, without its dash: in braces if it is short, else a field a line. `line` ends a line."""
    short = [
        f"{key}: {notation.inline(key, change.put[key], flow=True)}" for key in FIELDS if key in change.put
    ]
    merge = notation.inline("merge", tuple(change.merge), flow=True)
    short += [f"merge: {merge}"] if change.merge else []
    if set(change.put) <= {"id", "hide"} and not change.cites and sum(map(len, short)) < WIDTH:
        return "{" + ", ".join(short) + "}"
    pad = " " * indent
    lines = {key: _lines(key, change.put[key], indent, line) for key in FIELDS if key in change.put}
    if change.merge:
        lines["merge"] = f"merge: {merge}"
    if change.cites:
        lines["cites"] = "cites:" + "".join(f"{line}{pad}  - {notation.cite(cite)}" for cite in change.cites)
    return f"{line}{pad}".join(lines[key] for key in FIELDS if key in lines)


def opened(text: str, line: str) -> str:
    """An entry in braces on one line, with a field a line instead; any other stays as it is."""
    entry = _entry(text)
    if not entry.flow or "\n" in text or text[entry.end :].strip():
        return text
    pad = text[: entry.start]
    return pad + f"{line}{pad}".join(text[name.start : value.end] for name, value in entry.pairs)


def with_field(text: str, key: str, value: Value) -> str:
    """The entry with a field set."""
    entry = _entry(text)
    old = entry.value(key)
    if isinstance(value, tuple) and isinstance(old, Sequence) and (kept := _edited_list(text, old, value)):
        return kept
    if old is None:
        return _with_new(text, entry, key, value)
    style = old.style if isinstance(old, Scalar) else ""
    if entry.flow:
        new = notation.inline(key, value, flow=True, style=style)
        return spliced(text, [(old.start, old.end, _led(text, old.start, new))])
    if isinstance(value, str) and notation.is_long(value):
        return _with_literal(text, old, value, column(text, entry.start) + 2)
    new = notation.inline(key, value, flow=False, style=style if style in ("'", '"') else "")
    return spliced(text, _replaced(text, entry, key, old, new))


def without(text: str, key: str) -> str:
    """The entry without a field."""
    entry = _entry(text)
    position = entry.position(key)
    if position is None:
        return text
    name, value = entry.pairs[position]
    last = max(name.end, value.end)
    if entry.flow and position:
        return spliced(text, [(entry.pairs[position - 1][1].end, last, "")])
    following = entry.pairs[position + 1][0].start if position + 1 < len(entry.pairs) else None
    if entry.flow or position == 0:
        if following is None:
            raise UnwritableError("nothing would be left of the entry")
        kept = "" if entry.flow else text[line_end(text, last) : following].lstrip()
        return spliced(text, [(name.start, following, kept)])
    return spliced(text, [without_line(text, name.start, last)])


def with_items(text: str, key: str, items: list[str], *, on_lines: bool = False) -> str:
    """The entry with more in one of its lists; the items are written already."""
    entry = _entry(text)
    old = entry.value(key)
    line = newline(text)
    if isinstance(old, Sequence) and old.items:
        last = old.items[-1].end
        if old.flow:
            return spliced(text, [(last, last, "".join(f", {item}" for item in items))])
        pad = " " * column(text, old.start)
        end = line_end(text, last)
        return spliced(text, [(end, end, "".join(f"{line}{pad}- {item}" for item in items))])
    if isinstance(old, Scalar) and old.value:
        items = [notation.scalar(old.value, flow=True), *items]
    if old is None and on_lines and not entry.flow:
        pad = " " * (column(text, entry.start) + 2)
        return _inserted(text, entry, key, f"{key}:" + "".join(f"{line}{pad}- {item}" for item in items))
    new = f"[{', '.join(items)}]"
    if old is None:
        return _inserted(text, entry, key, f"{key}: {new}")
    return spliced(text, _replaced(text, entry, key, old, new))


def without_cite(text: str, cite: Cite) -> str:
    """The entry without one of its citations, and without `cites` if that was the last."""
    cites = _entry(text).value("cites")
    items = cites.items if isinstance(cites, Sequence) else ()
    number = next((number for number, item in enumerate(items) if is_cite(item, cite)), None)
    if number is None or not isinstance(cites, Sequence):
        raise UnwritableError("there is no such citation any more")
    item = items[number]
    if len(items) == 1:
        return without(text, "cites")
    if not cites.flow:
        return spliced(text, [without_line(text, item.start, item.end)])
    if number + 1 < len(items):
        return spliced(text, [(item.start, items[number + 1].start, "")])
    return spliced(text, [(items[number - 1].end, item.end, "")])


def is_cite(item: Spot, cite: Cite) -> bool:
    """Whether this is a citation, laid out somehow: the same words of the same document, or the same address."""
    if not isinstance(item, Mapping):
        return False
    said = {name: item.value(name) for name in ("source", "quote", "url")}
    return all(
        (value.value.strip() if isinstance(value, Scalar) else "") == cite.get(name, "")
        for name, value in said.items()
    )


def _entry(text: str) -> Mapping:
    found = layout(text)
    if not isinstance(found, Mapping):
        raise UnwritableError("the entry is not made of `key: value`")
    return found


def _lines(key: str, value: Value, indent: int, line: str) -> str:
    """A field of a block entry."""
    if isinstance(value, str) and notation.is_long(value):
        return f"{key}: |{notation.literal(value, indent + 2, line)}"
    return f"{key}: {notation.inline(key, value, flow=False)}"


def _with_new(text: str, entry: Mapping, key: str, value: Value) -> str:
    if entry.flow:
        return _inserted(text, entry, key, f"{key}: {notation.inline(key, value, flow=True)}")
    return _inserted(text, entry, key, _lines(key, value, column(text, entry.start), newline(text)))


def _inserted(text: str, entry: Mapping, key: str, written_field: str) -> str:
    """A new field at its place in the usual order."""
    before = [
        max(name.end, value.end)
        for name, value in entry.pairs
        if isinstance(name, Scalar) and name.value in FIELDS[: FIELDS.index(key)]
    ]
    lead = newline(text) + " " * column(text, entry.start)
    if entry.flow:
        if not entry.pairs:
            return spliced(text, [(entry.start, entry.end, "{" + written_field + "}")])
        if before:
            return spliced(text, [(before[-1], before[-1], f", {written_field}")])
        first = entry.pairs[0][0].start
        return spliced(text, [(first, first, f"{written_field}, ")])
    if before:
        end = line_end(text, before[-1])
        return spliced(text, [(end, end, lead + written_field)])
    return spliced(text, [(entry.start, entry.start, written_field + lead)])


def _replaced(text: str, entry: Mapping, key: str, old: Spot, new: str) -> list[Splice]:
    """A value replaced by one on one line; a comment beside the old one stays."""
    if entry.flow:
        return [(old.start, old.end, _led(text, old.start, new))]
    head = line_end(text, old.start)
    if isinstance(old, Scalar) and old.style in ("|", ">"):
        mark = old.start + len(_header(text, old))
        return [(old.start, mark, new), (head, old.end, "")]
    if isinstance(old, Sequence | Mapping) and not old.flow:
        name = entry.pairs[entry.position(key) or 0][0]
        colon = text.index(":", name.end) + 1
        return [(colon, colon, f" {new}"), (line_end(text, colon), old.end, "")]
    return [(old.start, old.end, _led(text, old.start, new))]


def _with_literal(text: str, old: Spot, value: str, indent: int) -> str:
    """A value replaced by one of several lines below `|`; a comment beside the old one stays beside the `|`."""
    lines = notation.literal(value, indent, newline(text))
    if isinstance(old, Scalar) and old.style in ("|", ">"):
        mark = old.start + len(_header(text, old))
        return spliced(text, [(old.start, mark, "|"), (line_end(text, old.start), old.end, lines)])
    if isinstance(old, Sequence | Mapping):
        raise UnwritableError("a list stands where the text should be")
    end = line_end(text, old.end)
    if end == old.end:
        return spliced(text, [(old.start, old.end, _led(text, old.start, "|") + lines)])
    return spliced(text, [(old.start, old.end, _led(text, old.start, "|")), (end, end, lines)])


def _header(text: str, old: Scalar) -> str:
    """`|`, `>-`, `|2+`: what a block scalar begins with."""
    return text[old.start : line_end(text, old.start)].split(maxsplit=1)[0]


def _led(text: str, position: int, new: str) -> str:
    """A value with the space that it needs after a colon."""
    return f" {new}" if text[:position].endswith(":") else new


def _edited_list(text: str, old: Sequence, values: tuple[str, ...]) -> str | None:
    """A list with some items gone and others at its end; None where it must be written anew."""
    if not values or not all(isinstance(item, Scalar) for item in old.items):
        return None
    current = [item.value for item in old.items if isinstance(item, Scalar)]
    kept = [value for value in current if value in values]
    added = [value for value in values if value not in current]
    if not kept or (*kept, *added) != values:
        return None
    last = max(number for number, value in enumerate(current) if value in values)
    splices: list[Splice] = []
    for number, item in enumerate(old.items):
        if current[number] in values:
            continue
        if not old.flow:
            splices.append(without_line(text, item.start, item.end))
        elif number > last:
            splices.append((old.items[number - 1].end, item.end, ""))
        else:
            splices.append((item.start, old.items[number + 1].start, ""))
    new = [notation.scalar(value, flow=True) for value in added]
    if new:
        line, pad = newline(text), " " * column(text, old.start)
        at = old.items[last].end if old.flow else line_end(text, old.items[last].end)
        splices.append((at, at, "".join(f", {item}" if old.flow else f"{line}{pad}- {item}" for item in new)))
    return spliced(text, splices)
