"""Parsing: which words of a sentence belong to which of its verbs, walked from left to right."""

from collections.abc import Sequence

from timeline.extract.alike import said_in_full
from timeline.extract.asides import plainly_said, without_age, without_asides, without_dateline
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.inversion import uninverted, with_date_last, with_participle_first
from timeline.extract.participles import Participles
from timeline.extract.phrases import nominal_start
from timeline.extract.subject_phrase import subject_in
from timeline.extract.tense import VerbGroup
from timeline.extract.verbs import verb_groups
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def parsed(tokens: Sequence[Token], words: EventWords) -> Parsed:
    """Read a sentence's tokens."""
    told = uninverted(without_age(without_dateline(plainly_said(tuple(tokens))), words), words)
    said = with_participle_first(said_in_full(without_asides(told, words)))
    return _Reader(with_date_last(said), words).read()


class _Reader(Participles):
    """Walks the verb groups from left to right, keeping the noun phrases that still await their verb."""

    def read(self) -> Parsed:
        groups = verb_groups(self.tokens, self.words)
        self.verbs = tuple(group.first for group in groups if group.finite)
        self.last = max(self.verbs, default=0)
        for group in groups:
            if group.finite:
                self._finite(group)
            else:
                self._reduced(group)
        self._own(self.at, len(self.tokens), len(self.clauses) - 1)
        for start, end in self.awaiting:
            self._own(start, end, 0)
        return Parsed(self.tokens, self._with_fronted(), tuple(self.owner))

    def _finite(self, group: VerbGroup) -> None:
        opener = self._opener(group)
        if opener is None:
            self._unopened(group)
            return
        if (comma := self._after_condition(opener, group)) is not None:
            self._own(self.at, comma, len(self.clauses) - 1)
            subject = subject_in(self.tokens, comma, group.first, self.words)
            self._add(Clause(Role.MAIN, group, comma, subject), comma)
            return
        role = self._opened_as(opener, group)
        start = opener
        while (
            (role is Role.RELATIVE or self.tokens[opener].low == "what")
            and start > self.at
            and self.tokens[start - 1].tag in {Tag.PREPOSITION, Tag.TO}
        ):
            start -= 1  # "in which", "pursuant to which"
        part = self._part_of_which(start, opener) if role is Role.RELATIVE else start
        if part < start:
            self._leave(part)
            self._add(Clause(role, group, part, (part, opener + 1), None, self._antecedent(part)), part)
            return
        if role is not Role.MAIN:
            self._leave(start)
        else:
            self._own(self.at, start + 1, len(self.clauses) - 1)
            self.awaiting.clear()
        antecedent = self._who(start, self._antecedent(start)) if role is Role.RELATIVE else None
        if role is Role.RELATIVE and antecedent is None and self.clauses:
            antecedent = self.clauses[-1].antecedent  # "that they signed and that expired"
        subject = subject_in(self.tokens, opener + 1, group.first, self.words)
        if role is Role.RELATIVE and subject is None:
            subject = antecedent
            if self.tokens[opener].low == "whose":
                subject = (opener, group.first)
        self._add(Clause(role, group, start, subject, self._parent(role), antecedent), start)

    def _with_name(self, start: int, subject: tuple[int, int] | None) -> tuple[int, int] | None:
        """A subject with the name that it apposes: "Nigel Lee, the actor | known for …, died"."""
        if subject is None or subject[0] < start + 2 or self.tokens[subject[0] - 1].tag is not Tag.COMMA:
            return subject
        name = subject[0] - 1
        while name > start and self.tokens[name - 1].tag is Tag.NAME:
            name -= 1
        apposed = self.tokens[subject[0]].tag is Tag.DETERMINER and name == start < subject[0] - 1
        return (name, subject[1]) if apposed else subject

    def _part_of_which(self, start: int, opener: int) -> int:
        """Where the part begins of what is told of: ", | the first of which was built", ", | one of whom fled"; `start` where none does."""
        if (
            self.tokens[start].low != "of"
            or start + 1 != opener
            or self.tokens[opener].low not in {"which", "whom"}
        ):
            return start
        first = start
        while first > self.at and self.tokens[first - 1].tag in NOMINAL | {Tag.ADVERB}:
            first -= 1
        return first if first and self.tokens[first - 1].tag is Tag.COMMA else start

    def _unopened(self, group: VerbGroup) -> None:
        """A verb with no opening word: the main verb, one that shares a subject, or a matrix that goes on."""
        between = (self.at, group.first)
        if not self.clauses:
            subject = subject_in(self.tokens, 0, group.first, self.words)
            if subject is not None and self._opens_bare_relative(subject[0], group):
                antecedent = (nominal_start(self.tokens, subject[0]), subject[0])
                self.awaiting.append((0, subject[0]))
                self.at = subject[0]
                self._add(Clause(Role.RELATIVE, group, subject[0], None, None, antecedent), subject[0])
                return
            role = Role.CONDITIONAL if self._is_inverted_condition(group) else Role.MAIN
            self._add(Clause(role, group, 0, subject), 0)
            return
        last = self.clauses[-1]
        direct = self._direct_before(group)
        after = self._after_verb(last)
        objects = self.tokens[last.verb.head].low not in self.words.bare_telling or self._second_clause(
            after, group
        )
        subject = subject_in(self.tokens, after, group.first, self.words, objects=objects)
        inserted = last.role not in {Role.MAIN, Role.JOINED} or self._ends_relative(last, direct)
        if self.awaiting and inserted and (direct is not Tag.COORDINATOR or last.role is Role.REDUCED):
            goes_on = last.role in {Role.ADVERBIAL, Role.CONDITIONAL} and self._linked(after, group)
            if subject is not None and goes_on:
                start = self._clause_start(subject[0])
                self._own(self.at, start, len(self.clauses) - 1)
                self._add(Clause(last.role, group, start, subject, last.parent), start)
            else:
                self._resume(group, last)
            return
        if direct is Tag.COMMA and (named := self._apposed_subject(group)) is not None:
            self._own(self.at, named[0] - 1, len(self.clauses) - 1)
            self._add(Clause(Role.MAIN, group, named[0] - 1, named), named[0] - 1)
            return
        if direct in {Tag.COORDINATOR, Tag.COMMA} or subject is None:
            self._join(group, between)
            return
        if self.tokens[subject[0]].tag is Tag.PRONOUN and self._bare_relative(subject[0], last):
            self._own(self.at, subject[0], len(self.clauses) - 1)
            self._add(Clause(Role.RELATIVE, group, subject[0], None, len(self.clauses) - 1), subject[0])
            return
        told = self._is_told(last, subject[0])
        start = self._clause_start(subject[0])
        if told and start == last.verb.end:
            start = subject[0]  # "said in May it would not": a date right behind the verb is when it was said
        if told:
            self._own(self.at, start, len(self.clauses) - 1)
            self._add(Clause(Role.TOLD, group, start, subject, len(self.clauses) - 1), start)
            return
        self._own(self.at, start, len(self.clauses) - 1)
        self._add(Clause(Role.MAIN, group, start, subject), start)

    def _is_inverted_condition(self, group: VerbGroup) -> bool:
        """Whether a sentence opens with what is only supposed: "Had the drains been cleared, …"."""
        before = self.tokens[: group.first]
        follows = self.tokens[group.first + 1].tag if group.first + 1 < len(self.tokens) else None
        return (
            self.tokens[group.first].low in {"had", "were", "should"}
            and all(token.tag in {Tag.QUOTE, Tag.COORDINATOR} for token in before)
            and follows in NOMINAL
            and any(token.tag is Tag.MODAL for token in self.tokens[group.first :])
        )

    def _apposed_subject(self, group: VerbGroup) -> tuple[int, int] | None:
        """A new subject behind "and", with what or who it is between commas: ", and its books, nine crates of them, | were"."""
        links = [i for i in range(self.at, group.first) if self.tokens[i].tag is Tag.COORDINATOR]
        if not links or links[-1] + 2 >= group.first:
            return None
        link = links[-1]
        fresh = self.tokens[link + 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
        commas = [i for i in range(link, group.first) if self.tokens[i].tag is Tag.COMMA]
        if not fresh or len(commas) != 2:
            return None
        apart = self.tokens[link - 1].tag is Tag.COMMA
        named = all(token.tag is Tag.NAME for token in self.tokens[commas[0] + 1 : commas[1]])
        return (link + 1, group.first) if apart or named else None  # "and his deputy, Ann Lee, | went"

    def _ends_relative(self, last: Clause, direct: Tag | None) -> bool:
        """Whether the list of verbs that a relative clause has is over: "the mill, which burned in 1900 and was rebuilt, | closed"."""
        root: Clause = last
        while root.role is Role.JOINED and root.parent is not None:
            root = self.clauses[root.parent]
        over = direct is Tag.COMMA and self.tokens[last.opener].tag is Tag.COORDINATOR
        return over and root.role is Role.RELATIVE

    def _linked(self, start: int, group: VerbGroup) -> bool:
        """Whether only a conjunction, no comma, parts two verbs: "when the mill burned and the owner left, …"."""
        tags = {token.tag for token in self.tokens[start : group.first]}
        return Tag.COORDINATOR in tags and Tag.COMMA not in tags

    def _second_clause(self, start: int, group: VerbGroup) -> bool:
        """Whether "and its navy tried" follows what a telling verb governs."""
        return any(
            self.tokens[i].low == "but"
            or (self.tokens[i].tag is Tag.COORDINATOR and self._is_fresh(i))
            or (
                self.tokens[i].tag is Tag.COORDINATOR
                and self.tokens[i + 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN}
            )
            for i in range(start, group.first - 1)
        )

    def _is_fresh(self, link: int) -> bool:
        """Whether a conjunction begins anew, behind a comma or with a date: ", yet on 3 May | the mill closed"."""
        after = link + 1 + (self.tokens[link + 1].tag is Tag.PREPOSITION)
        return self.tokens[link - 1].tag is Tag.COMMA and self.tokens[after].tag is Tag.TIME

    def _opens_bare_relative(self, pronoun: int, group: VerbGroup) -> bool:
        """Whether a sentence's first verb is of a clause without its relative: "the road they came by | was closed"."""
        later = next((first for first in self.verbs if first > group.first), None)
        if self.tokens[pronoun].tag is not Tag.PRONOUN or not pronoun or later is None:
            return False
        apart = {Tag.COMMA, Tag.STOP, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.THAT, Tag.RELATIVE, Tag.QUOTE}
        between = self.tokens[group.end : later]
        plain = not any(token.tag in apart for token in between)
        plain = plain and self.tokens[group.head].low not in self.words.bare_telling
        opens = nominal_start(self.tokens, pronoun) == 0 and self.tokens[pronoun - 1].tag is Tag.NOUN
        return opens and plain and self.tokens[0].tag in {Tag.DETERMINER, Tag.POSSESSIVE}

    def _bare_relative(self, subject: int, last: Clause) -> bool:
        """Whether "the gains they made" has left out its relative pronoun."""
        if subject == 0 or self.tokens[last.verb.head].low in self.words.reporting:
            return False
        return self.tokens[subject - 1].tag is Tag.NOUN

    def _resume(self, group: VerbGroup, last: Clause) -> None:
        """The matrix goes on after an inserted clause, or begins after a fronted one."""
        start, end = self.awaiting.pop()
        index = len(self.clauses)
        if self.tokens[start].tag is Tag.THAT:
            parent = max((i for i, clause in enumerate(self.clauses) if clause.verb.end <= start), default=0)
            told = subject_in(self.tokens, start + 1, end, self.words)
            self._own(self.at, group.first, index - 1)
            self._add(Clause(Role.TOLD, group, start, told, parent), group.first)
            self._own(start, end, index)
            return
        fronted = self._with_name(start, subject_in(self.tokens, start, end, self.words))
        own = subject_in(
            self.tokens, self._after_comma(self._after_verb(last), group.first), group.first, self.words
        )
        fronted_clause = last.role in {Role.ADVERBIAL, Role.CONDITIONAL}
        if own is not None and (fronted is None or fronted_clause):
            begin = self._clause_start(own[0])
            self._own(self.at, begin, index - 1)
            self._add(Clause(Role.MAIN, group, begin, own), begin)
        else:
            comma = self._last_comma(group.first)
            self._own(self.at, comma, index - 1)
            self._add(Clause(Role.MAIN, group, start, fronted), comma)
        self._own(start, end, index)
        for begin, stop in self.awaiting:
            self._own(begin, stop, index)
        self.awaiting.clear()
