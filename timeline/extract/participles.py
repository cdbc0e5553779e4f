"""Participles: clauses without a finite verb, and whose subject they take: "the treaty | signed in May"."""

from dataclasses import replace

from timeline.extract.clauses import Clause, Role
from timeline.extract.joining import Joining
from timeline.extract.participial import absolute, link_before
from timeline.extract.subject_phrase import subject_in
from timeline.extract.tense import Tense, VerbGroup
from timeline.extract.words import NOMINAL, Tag

_LINKS = frozenset({Tag.COMMA, Tag.COORDINATOR})


class Participles(Joining):
    """Reads a verb group that is not finite."""

    def _reduced(self, group: VerbGroup) -> None:
        first = group.first
        while first > self.at and self.tokens[first - 1].tag is Tag.ADVERB:
            first -= 1
        previous = self.tokens[first - 1] if first else None
        if (
            previous is not None
            and previous.tag is Tag.COORDINATOR
            and self.tokens[group.head].tag is Tag.ING
        ):
            first -= 1
            previous = self.tokens[first - 1]
        if (alone := absolute(self.tokens, group.first)) is not None and not group.finite:
            self._with_own_subject(group, alone)
            return
        link = link_before(self.tokens, group.first) if self._goes_on(group) else None
        if link is not None:
            first = link
            previous = self.tokens[first - 1] if first else None
        if previous is None and not self.clauses and self._is_fronted(group, linked=link is not None):
            comma = next(i for i, t in enumerate(self.tokens) if t.tag is Tag.COMMA)
            self._add(Clause(Role.REDUCED, group, 0, None), 0)
            self._own(self.at, comma + 1, 0)
            return
        if link is None and previous is not None and previous.tag in _LINKS and self._understood(group):
            done = replace(group, tense=Tense.PAST)
            self._join(done, (self.at, group.first))
            return
        if (
            link is None
            and previous is not None
            and previous.tag is Tag.COORDINATOR
            and self._goes_on_done(group)
        ):
            last = self.clauses[-1]
            self._own(self.at, first - 1, len(self.clauses) - 1)
            self._add(replace(last, verb=group, opener=first), first - 1)
            return
        if previous is None or (link is None and previous.tag in {Tag.COORDINATOR, Tag.ADVERB}):
            return
        if previous.low == ";" and not any(clause.verb.finite for clause in self.clauses):
            return  # "In the depot at Ashby; recovered in May": not Ashby was recovered
        comma = previous.tag is Tag.COMMA or previous.tag is Tag.STOP
        end = first - 1 if comma else first
        antecedent = self._last_subject(apart=comma) if self._goes_on(group) else self._antecedent(first)
        if comma and self.tokens[group.head].low in _PHASES and (near := self._antecedent(end)) is not None:
            happens = self.tokens[near[1] - 1].low in self.words.happenings
            antecedent = near if happens else antecedent  # "discussed at a conference, | starting today"
        if not self.clauses and (
            comma or link is not None or not self.verbs
        ):  # "New mill in Marl opened by the mayor"
            antecedent = subject_in(self.tokens, self.at, end, self.words) or antecedent
        if antecedent is None or end < self.at:
            return
        self._leave(end if comma else first)
        clause = Clause(Role.REDUCED, group, first, antecedent, self._parent(Role.REDUCED), antecedent)
        self._add(clause, end if comma else first)

    def _goes_on(self, group: VerbGroup) -> bool:
        """Whether a participle tells what the subject of the clause did, or what was done to it."""
        return self.tokens[group.head].tag is Tag.ING or self.tokens[group.first].low in {"having", "being"}

    def _with_own_subject(self, group: VerbGroup, start: int) -> None:
        """A participle whose subject stands before it: ", with the rest going in May", "The king having died in 1901, …"."""
        subject = start + (self.tokens[start].low == "with")
        if start:
            self._leave(start - (self.tokens[start - 1].tag is Tag.COMMA))
        self._add(
            Clause(Role.REDUCED, group, start, (subject, group.first), self._parent(Role.REDUCED)), start
        )
        if not start and (comma := next((i for i, t in enumerate(self.tokens) if t.tag is Tag.COMMA), None)):
            self._own(self.at, comma + 1, 0)

    def _understood(self, group: VerbGroup) -> bool:
        """Whether "was" is understood before a participle: "taken in 1643, retaken in 1644"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or not (last.verb.finite and last.verb.passive and group.passive):
            return False
        dated = any(token.tag is Tag.TIME for token in self.tokens[last.verb.end : group.first])
        return dated and self.tokens[group.head].tag is Tag.PARTICIPLE

    def _had_been_done(self, group: VerbGroup) -> bool:
        """Whether a participle tells what its subject did before: "having closed its mission in 1989"."""
        return self.tokens[group.first].low == "having"

    def _goes_on_done(self, group: VerbGroup) -> bool:
        """Whether a participle goes on from one with a date of its own: "built in 1822 and enlarged in 1865"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or last.role is not Role.REDUCED or not (last.verb.passive and group.passive):
            return False
        return any(token.tag is Tag.TIME for token in self.tokens[last.verb.end : group.first])

    def _is_fronted(self, group: VerbGroup, *, linked: bool) -> bool:
        """Whether a participle with a date opens the sentence: "Founded in 1926 by Otto Brandt, the orchestra …"."""
        comma = next((i for i, t in enumerate(self.tokens) if t.tag is Tag.COMMA), 0)
        dated = any(token.tag is Tag.TIME for token in self.tokens[:comma])
        follows = self.tokens[comma + 1].tag if comma + 1 < len(self.tokens) else None
        tag = self.tokens[group.end].tag if group.end < len(self.tokens) else None
        governs = tag in {Tag.DETERMINER, Tag.POSSESSIVE}
        if self._had_been_done(group) or linked:
            return dated and follows in NOMINAL | {Tag.TIME, Tag.PREPOSITION}
        if governs and self.tokens[group.head].low not in self.words.naming:
            return False  # "Crossed the line on the 16th, nobody knew why": who did so is left out
        return group.passive and dated and follows in NOMINAL

    def _with_fronted(self) -> tuple[Clause, ...]:
        """The clauses, a participle that opened the sentence with the subject of the main one."""
        first = self.clauses[0] if self.clauses else None
        if first is None or first.role is not Role.REDUCED or first.subject is not None:
            return tuple(self.clauses)
        main = next((i for i, c in enumerate(self.clauses) if c.role is Role.MAIN), None)
        subject = self.clauses[main].subject if main is not None else None
        return (replace(first, subject=subject, antecedent=subject, parent=main), *self.clauses[1:])

    def _last_subject(self, *, apart: bool) -> tuple[int, int] | None:
        """The subject of the last verb; behind a comma that of the last that is no other clause's part, if there is one."""
        done = [clause for clause in self.clauses if clause.verb.finite and clause.subject]
        main = [clause for clause in done if clause.role in {Role.MAIN, Role.JOINED}] if apart else []
        return next((clause.subject for clause in reversed(main or done)), None)


_PHASES = frozenset({"starting", "beginning", "opening", "ending", "closing", "commencing"})
