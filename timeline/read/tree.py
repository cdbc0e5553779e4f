"""YAML → a tree of strings with places: no tags, no types, no surprises.

Every scalar is the text that was written, so `no`, `0044`, `12:30` and `1917-03-15` stay what they are. The
tree is built from libyaml's events rather than by its loader, which crashes on deep nesting and expands
aliases without bound.
"""

import gc
from collections.abc import Iterator
from collections.abc import Sequence as Sequence_
from contextlib import contextmanager
from typing import Any, NamedTuple

import yaml

from timeline.model.edit import Place
from timeline.model.problem import Outcome, Problem, Severity
from timeline.records import dataclass

_BROKEN = "broken-yaml"
_DEEPEST = 40
_MOST_ALIASED = 10_000  # values that aliases may repeat, all together
_Events = Iterator[Any]  # PyYAML's event classes are told apart at run time
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Page:
    """A text by its lines, to show one; `first_line` is the line of the file that it begins on."""

    file: str
    lines: Sequence_[str]
    first_line: int

    def place(self, line: int, column: int) -> Place:
        """A place, from the line and column as libyaml counts them."""
        source = self.lines[line] if 0 <= line < len(self.lines) else ""
        return Place(self.file, line + self.first_line, column + 1, source)


# Tuples, since there are many: ten thousand entries have some two hundred thousand of these, and few are asked
# for their place.


class Scalar(NamedTuple):
    """A single value as written; `empty` if nothing was (`key:`), which "" in quotes is not."""

    text: str
    mark: Any
    page: _Page
    empty: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.page.place(self.mark.line, self.mark.column)


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    mark: Any
    page: _Page

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.page.place(self.mark.line, self.mark.column)


class Mapping(NamedTuple):
    """Keys and values in order; keys are distinct."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    mark: Any
    page: _Page

    @property
    def place(self) -> Place:
        """Where its first key stands."""
        return self.page.place(self.mark.line, self.mark.column)


Node = Scalar | Sequence | Mapping


def tree(text: str, file: str, first_line: int = 1) -> Outcome[Node | None]:
    """Read one YAML document; None if it is empty or broken.

    `first_line` is the line of `file` that `text` begins on. A key given twice is reported; its first value
    counts.
    """
    return _Builder(text, file, first_line).built()


def alone(text: str, file: str, first_line: int) -> Outcome[Node | None] | None:
    """The same of a part of a document; None if it may mean something else in its place: it is broken, or names values."""
    builder = _Builder(text, file, first_line)
    found = builder.built()
    return None if builder.anchors or any(one.kind == _BROKEN for one in found.problems) else found


class _Refused(Exception):  # noqa: N818 - no error of ours: control flow within this module
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Builder:
    """Turns a stream of events into a tree; one use each."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.text = text
        self.page = _Page(file, text.splitlines(), first_line)
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.aliased = 0
        self.problems: list[Problem] = []

    def built(self) -> Outcome[Node | None]:
        try:
            with without_collection():
                root = self._root(iter(_Loader(self.text).get_event, None))
        except _Refused as refused:
            return Outcome(None, (*self.problems, refused.problem))
        except yaml.YAMLError as error:
            return Outcome(None, (*self.problems, self._broken(error)))
        return Outcome(root, tuple(self.problems))

    def _root(self, events: _Events) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self._refusal(event, "a second document begins here", "keep to one; remove the `---`")
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 0)[0]
        return None if isinstance(root, Scalar) and root.empty else root

    def _node(self, event: Any, events: _Events, depth: int) -> tuple[Node, int]:  # noqa: ANN401 - PyYAML's
        """A node and the number of values in it."""
        if depth > _DEEPEST:
            raise self._refusal(event, f"nested more than {_DEEPEST} deep", "close what is open above")
        found: tuple[Node, int]
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            empty = value in ("", "~") and not event.style
            found = Scalar(value, event.start_mark, self.page, empty), 1
        elif kind is yaml.SequenceStartEvent:
            found = self._sequence(event, events, depth + 1)
        elif kind is yaml.MappingStartEvent:
            found = self._mapping(event, events, depth + 1)
        else:
            return self._alias(event)
        if event.anchor:
            self.anchors[event.anchor] = found
        return found

    def _sequence(self, start: Any, events: _Events, depth: int) -> tuple[Sequence, int]:  # noqa: ANN401
        items, size = [], 1
        for event in events:
            if type(event) is yaml.SequenceEndEvent:
                break
            item, count = self._node(event, events, depth)
            items.append(item)
            size += count
        return Sequence(tuple(items), start.start_mark, self.page), size

    def _mapping(self, start: Any, events: _Events, depth: int) -> tuple[Mapping, int]:  # noqa: ANN401
        pairs: dict[str, tuple[Scalar, Node]] = {}
        size = 1
        for event in events:
            if type(event) is yaml.MappingEndEvent:
                break
            key, _ = self._node(event, events, depth)
            value, count = self._node(next(events), events, depth)
            size += count
            if not isinstance(key, Scalar):
                self._report("wrong-type", "a key must be a single word", key.place, "write `key: value`")
            elif key.text in pairs:
                first = pairs[key.text][0].place.line
                message = f"the key {key.text!r} stands here for the second time"
                self._report("duplicate-key", message, key.place, f"keep one; the first is in line {first}")
            else:
                pairs[key.text] = key, value
        return Mapping(tuple(pairs.values()), start.start_mark, self.page), size

    def _alias(self, event: Any) -> tuple[Node, int]:  # noqa: ANN401
        if event.anchor not in self.anchors:
            raise self._refusal(event, f"nothing is named &{event.anchor} above", "write the value out")
        node, size = self.anchors[event.anchor]
        self.aliased += size
        if self.aliased > _MOST_ALIASED:
            raise self._refusal(event, "aliases repeat too many values", "write the values out")
        return node, size

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return self.page.place(mark.line, mark.column) if mark else self.page.place(0, 0)

    def _report(self, kind: str, message: str, place: Place, hint: str) -> None:
        self.problems.append(problem(kind, message, place, hint))

    def _refusal(self, event: yaml.Event, message: str, hint: str) -> _Refused:
        return _Refused(problem(_BROKEN, message, self._place(event), hint))

    def _broken(self, error: yaml.YAMLError) -> Problem:
        context = getattr(error, "context", None) or ""
        opened = "flow" in context or "quoted" in context  # what is not closed is better shown where it opens
        marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
        mark = next((mark for mark in (marks if opened else reversed(marks)) if mark), None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        place = self.page.place(mark.line, mark.column) if mark else self._place_of_character(error)
        hint = "close what opens here" if opened else _YAML_HINTS.get(str(what), _YAML_HINT)
        return problem(_BROKEN, f"this is no YAML: {what}", place, hint)

    def _place_of_character(self, error: yaml.YAMLError) -> Place:
        """A reader's error counts characters only."""
        before = self.text[: getattr(error, "position", 0) or 0]
        return self.page.place(before.count("\n"), len(before) - before.rfind("\n") - 1)


@contextmanager
def without_collection() -> Iterator[None]:
    """Spare the garbage collector: it would look through all that is read again and again, and find nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_YAML_HINT = "check the indentation and the quotes above here"
_YAML_HINTS = {
    "found a tab character that violates indentation": "indent with spaces",
    "mapping values are not allowed in this context": 'put a value that holds ": " in quotes',
    "found character that cannot start any token": "indent with spaces, and put a value that begins with @, ` or % in quotes",
    "did not find expected key": "check the indentation of this line, and that quotes are closed above it",
    "did not find expected '-' indicator": "begin this line with `- `, as far in as the entries above",
    "control characters are not allowed": "remove the invisible character",
}


def problem(kind: str, message: str, place: Place, hint: str, severity: Severity = Severity.ERROR) -> Problem:
    """A problem at a place of a file of the user's."""
    return Problem(severity, kind, message, place.file, place.line, place.column, place.source, hint)
