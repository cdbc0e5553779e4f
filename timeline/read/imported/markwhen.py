"""Markwhen (https://markwhen.com): `date: what happened #tag`, with sections and comments."""

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.read.imported.record import Losses, Record, web

_HEADER = re.compile(r"---[ \t]*\n.*?^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"(?P<date>(?=[^:\n]*\d)[^:\n“\"\[]{1,60}?)\s*:(?:\s+|$)(?P<text>.*)")
_SECTION = re.compile(r"(?:#{1,6}\s+|section\s+|group\s+|end(?:Section|Group)\b)")
_TAG = re.compile(r"(?:^|\s)#([\w-]+)")
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]+)\)")
_EDTF = re.compile(
    r"\s*\([^()]*; EDTF ([^\s()]+)\)"
)  # as this program writes what markwhen has no notation for
_TO = re.compile(r"\s*/\s*|\s+[-–]\s+")


def markwhen(text: str, losses: Losses) -> Iterator[Record]:
    """The entries. A section's name is lost, and so are colours and views."""
    header = _HEADER.match(text)
    skipped = text[: header.end()].count("\n") if header else 0
    entry: Record | None = None
    for number, raw in enumerate(text.split("\n")[skipped:], skipped + 1):
        line = raw.strip()
        if line.startswith("//") or not line:
            continue
        found = _ENTRY.fullmatch(line)
        if found:
            if entry is not None:
                yield _finished(entry)
            entry = _entry(number, found["date"], found["text"])
        elif _SECTION.match(line):
            losses.add("a section")
        elif entry is not None:
            entry = replace(entry, summary=f"{entry.summary}\n{line}".strip())
        else:
            losses.add("a line before the first entry")
    if entry is not None:
        yield _finished(entry)


def _entry(line: int, date: str, text: str) -> Record:
    said = _EDTF.search(text)
    tags = tuple(_TAG.findall(text))
    title = _TAG.sub("", _EDTF.sub("", text)).strip()
    return Record(line, said[1] if said else "/".join(_TO.split(date.strip())), title, tags=tags)


def _finished(entry: Record) -> Record:
    """The entry with the links of its text as citations, where a line is nothing but a link."""
    kept, cites = [], list(entry.cites)
    for line in entry.summary.split("\n"):
        link = _LINK.fullmatch(line)
        cite = web(link[2], link[1]) if link else ()
        cites.extend(cite)
        if not cite:
            kept.append(line)
    return replace(entry, summary="\n".join(kept), cites=tuple(cites))
