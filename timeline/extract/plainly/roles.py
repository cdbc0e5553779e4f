"""Roles: what a clause is to its sentence, and its own tokens."""

from enum import StrEnum

from timeline.records import dataclass


class Role(StrEnum):
    """What a clause is to the sentence."""

    MAIN = "main"
    JOINED = "joined"  # may share the subject of the one it hangs on
    ELLIPTIC = "elliptic"  # shares the auxiliary too: "signed in May, ratified in June"
    RELATIVE = "relative"
    REDUCED = "reduced"  # "founded in 1907"
    ADVERBIAL = "adverbial"
    CONDITIONAL = "conditional"
    TOLD = "told"


INSERTED = frozenset({Role.RELATIVE, Role.REDUCED, Role.ADVERBIAL, Role.CONDITIONAL, Role.TOLD})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause's own tokens, by index, in order; the first `opener` of them tie it to the clause `parent`.

    `antecedent` are the tokens that a relative or reduced clause hangs on.
    """

    role: Role
    tokens: tuple[int, ...]
    opener: int = 0
    parent: int | None = None
    antecedent: tuple[int, ...] = ()
