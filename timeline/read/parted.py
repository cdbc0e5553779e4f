"""`events.yaml` in parts: what stands above the entries, and each entry by itself, so that one can be read without the others.

Most files are a few lines of settings and then a list, each of whose entries begins with a hyphen at the same column. Where
that is so, and each entry is whole by itself, its text means alone what it means in its place. All else (an entry that
is not closed, a name for a value that another entry uses, a second document) is for whoever reads the whole.
"""

import re

from timeline.records import dataclass

HEAD = "events:\n"
_HEAD = re.compile(r"^events:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*", re.MULTILINE)
_FIRST = re.compile(r" *- ")
# lines that YAML, Python or both count otherwise than by line feeds
_OTHER_LINES = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)")
_DOCUMENT = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """An entry's text, the number of its first line in the file, from 1, and how far in its hyphen stands."""

    text: str
    line: int
    indent: int


def parted(text: str) -> tuple[str, tuple[Part, ...]] | None:
    """What stands above the entries, up to `events:` and comments below it, and the entries; None where it cannot be told so easily."""
    heads = list(_HEAD.finditer(text))
    if len(heads) != 1:
        return None
    start = heads[0].end()
    first = _FIRST.match(text, start)
    head = text[:start]
    if first is None or _OTHER_LINES.search(head):
        return None
    indent = len(first[0]) - 2
    starts = [
        match.start() for match in re.compile(rf"^{' ' * indent}- ", re.MULTILINE).finditer(text, start)
    ]
    found = []
    line = 1 + head.count("\n")
    for begin, end in zip(starts, [*starts[1:], len(text)], strict=True):
        entry = text[begin:end]
        found.append(Part(entry, line, indent))
        line += entry.count("\n")
    return head, tuple(found)


def is_alone(part: Part) -> bool:
    """Whether no line of an entry belongs to something else; it may still not be whole, which reading it tells."""
    if _OTHER_LINES.search(part.text) or _DOCUMENT.search(part.text):
        return False
    lines = part.text.split("\n")[1:]
    room = part.indent + 1
    return all(
        line[:room].isspace() or line.lstrip().startswith("#")
        for line in lines
        if line and not line.isspace()
    )
