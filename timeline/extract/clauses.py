"""Clauses: which words of a sentence belong to which of its verbs.

A shallow reading, not a grammar: each verb group opens a clause; what stands before it back to the nearest
opener (a relative, a subordinator, "that", a semicolon) is searched for its subject; every word is owned by
exactly one clause.
"""

from collections.abc import Iterator
from enum import StrEnum

from timeline.extract.tense import VerbGroup
from timeline.extract.words import Tag, Token
from timeline.records import dataclass


class Role(StrEnum):
    """What a clause is to the sentence."""

    MAIN = "main"
    JOINED = "joined"  # shares the subject of the clause before: "… and signed"
    RELATIVE = "relative"
    REDUCED = "reduced"  # "founded by …"
    ADVERBIAL = "adverbial"
    CONDITIONAL = "conditional"
    TOLD = "told"  # what a telling verb tells: "said that …"


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its company. `subject` is a range of tokens, or None; `parent` an index into the clauses.

    `opener` is the token that opens it (its own first word where nothing does); `antecedent` is the range a
    relative or reduced clause hangs on.
    """

    role: Role
    verb: VerbGroup
    opener: int
    subject: tuple[int, int] | None
    parent: int | None = None
    antecedent: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence read: its tokens, its clauses in the order of their verbs, and each token's clause."""

    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    owner: tuple[int, ...]

    def owned_by(self, clause: int, *, told: bool = False) -> Iterator[int]:
        """The tokens of a clause after its verb; with `told`, those of what it tells as well."""
        group = self.clauses[clause].verb
        inside = {clause} | (self._told(clause) if told else set())
        left = False
        for index in range(group.end, len(self.tokens)):
            if self.owner[index] in inside:
                if left and told and self._goes_on(index):
                    left = False
                main = self.clauses[clause].role is Role.MAIN
                if left and not (main and self.tokens[index].tag is Tag.END):
                    return  # what follows an inserted clause is too far from its verb
                yield index
            else:
                left = True

    def _goes_on(self, index: int) -> bool:
        """Whether a token belongs to something told whose subject stands before an inserted clause."""
        clause = self.clauses[self.owner[index]]
        return (
            clause.role is Role.TOLD
            and clause.subject is not None
            and self.owner[index - 1] != self.owner[index]
        )

    def _told(self, clause: int) -> set[int]:
        inside = {clause}
        for index, other in enumerate(self.clauses):
            to_be_done = other.role is Role.REDUCED and self.tokens[other.verb.first].tag is Tag.TO
            if other.parent in inside and index > clause and to_be_done:
                inside.add(index)
            elif other.parent in inside and other.role in {Role.TOLD, Role.JOINED} and index > clause:
                parent = other.parent
                if other.role is Role.TOLD or parent != clause:
                    inside.add(index)
        return inside
