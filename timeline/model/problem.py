"""Problems are values: a stage returns what it could do, and what somebody should mend."""

import unicodedata
from collections.abc import Iterable
from enum import Enum
from typing import Generic, TypeVar

from timeline.records import dataclass

T = TypeVar("T")

_SHOWN = 100  # characters of a long source line, about half before the column


class Severity(Enum):
    """An error means something asked for was not done; a warning, that it was done with a doubt."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person can mend, and where.

    `file` is relative to the project; `line` and `column` count from 1 (0: unknown). `source` is the
    line of the file itself, for the caret. `hint` says what to write instead. `kind` is a short stable
    name for counting ("unknown-key", "orphan", "rival-dates", …).
    """

    severity: Severity
    kind: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    source: str = ""
    hint: str = ""

    @property
    def place(self) -> str:
        """`file:line:column`, as far as known."""
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value with the problems met on the way to it."""

    value: T
    problems: tuple[Problem, ...] = ()


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything asked for was not done."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as they are best told: errors first, then by file and line."""
    severities = list(Severity)
    return sorted(problems, key=lambda p: (severities.index(p.severity), p.file, p.line, p.column))


def described(problem: Problem) -> str:
    r"""A problem for a terminal, without a last line end: what and where, the line with a caret, what to write.

    >>> print(described(Problem(Severity.ERROR, "impossible-date", "no such month: 13", "events.yaml", 8, 9,
    ...                         "  date: 1917-13", "the calendar has no such date")))
    events.yaml:8:9: error: no such month: 13
          date: 1917-13
                ^
        hint: the calendar has no such date
    """
    head = f"{problem.severity.value}: {_harmless(problem.message)}"
    lines = [f"{_harmless(problem.place)}: {head}" if problem.place else head]
    if problem.source.strip() and problem.column:
        shown, before = _window(problem.source, problem.column - 1)
        lines += [f"    {_harmless(shown)}", f"    {_blank(before)}^"]
    if problem.hint:
        lines.append(f"    hint: {_harmless(problem.hint)}")
    return "\n".join(lines)


def _window(source: str, at: int) -> tuple[str, str]:
    """What is shown of a line, and the part of that before the column."""
    start = 0 if len(source) <= _SHOWN else max(0, at - _SHOWN // 2)
    end = start + _SHOWN
    lead = "…" if start else ""
    return lead + source[start:end] + ("…" if end < len(source) else ""), lead + source[start:at]


def _harmless(text: str) -> str:
    """Text without what could steer a terminal or turn the direction of writing."""
    return "".join("\ufffd" if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    category = unicodedata.category(character)
    return character != "\t" and (
        category in ("Cc", "Zl", "Zp") or unicodedata.bidirectional(character) in _TURNS
    )


_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _blank(text: str) -> str:
    """White space as wide as a text, tabs kept."""
    return "".join(map(_blank_character, text))


def _blank_character(character: str) -> str:
    if character == "\t":
        return "\t"
    if unicodedata.category(character) in ("Mn", "Me", "Cf") and not _steers(character):
        return ""
    return "  " if unicodedata.east_asian_width(character) in "WF" else " "
