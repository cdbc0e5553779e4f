"""Problems are values: a stage returns what it could do, and what somebody should mend."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


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
