"""Splices: pieces of a text replaced by others, and the lines they stand in."""

from collections.abc import Iterable

Splice = tuple[int, int, str]


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with each piece [start, end) replaced; pieces do not overlap."""
    for start, end, new in sorted(splices, key=lambda splice: splice[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def newline(text: str) -> str:
    """How lines end in a text."""
    return "\r\n" if "\r\n" in text else "\n"


def line_end(text: str, position: int) -> int:
    """Where the line ends that a position stands in, before its line end."""
    end = text.find("\n", position)
    if end < 0:
        return len(text)
    return end - 1 if end > position and text[end - 1] == "\r" else end


def line_start(text: str, position: int) -> int:
    """Where the line begins that a position stands in."""
    return text.rfind("\n", 0, position) + 1


def column(text: str, position: int) -> int:
    """How far in its line a position stands, from 0."""
    return position - line_start(text, position)


def without_line(text: str, start: int, end: int) -> Splice:
    """The removal of the lines from that of `start` to that of `end`."""
    first, last = line_start(text, start), line_end(text, end)
    if first:
        before = first - 2 if text[:first].endswith("\r\n") else first - 1
        return before, last, ""
    return first, last + len(text[last:].partition("\n")[0]) + 1, ""
