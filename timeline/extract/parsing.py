"""Parsing: which words of a sentence belong to which of its verbs, walked from left to right."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.phrases import fresh_phrase, nominal_start, subject_in
from timeline.extract.tense import VerbGroup
from timeline.extract.verbs import verb_groups
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def parsed(tokens: Sequence[Token], words: EventWords) -> Parsed:
    """Read a sentence's tokens."""
    told = _without_age(_without_dateline(tuple(tokens)), words)
    return _Reader(_without_asides(told, words), words).read()


_TELLING = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PRESENT})


_FINITE = frozenset({Tag.PAST, Tag.PRESENT, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.PAST_OR_PARTICIPLE})


def _without_dateline(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without where and when a report was written: "Lisbon, 14 June 2019 (Reuters) – …"."""
    dash = next((i for i, t in enumerate(tokens) if t.tag is Tag.STOP and t.low not in {";", ":"}), 0)
    before = tokens[:dash]
    inside = {Tag.NAME, Tag.COMMA, Tag.OPEN, Tag.CLOSE, Tag.TIME, Tag.END}
    dated = any(token.tag is Tag.TIME for token in before)
    opens = dated and before[0].tag is Tag.NAME and all(token.tag in inside for token in before)
    opens = opens and sum((t.tag is Tag.OPEN) - (t.tag is Tag.CLOSE) for t in before) == 0
    return tokens[dash + 1 :] if opens else tokens


def _without_age(tokens: tuple[Token, ...], words: EventWords) -> tuple[Token, ...]:
    """Without what is said between commas of who speaks: "…," Ann Lee, now 81, said."""
    for index in range(3, len(tokens)):
        if tokens[index].low not in words.reporting or tokens[index - 1].tag is not Tag.COMMA:
            continue
        start = next((i for i in range(index - 2, 0, -1) if tokens[i].tag in {Tag.COMMA, Tag.QUOTE}), 0)
        name = start
        while name and tokens[name - 1].tag is Tag.NAME:
            name -= 1
        if tokens[start].tag is Tag.COMMA and 0 < name < start and tokens[name - 1].tag is Tag.QUOTE:
            return (*tokens[:start], *tokens[index:])
    return tokens


def _without_asides(tokens: tuple[Token, ...], words: EventWords) -> tuple[Token, ...]:
    """Without "…, the ministry said, …": who tells is no part of what is told."""
    for index, token in enumerate(tokens):
        if token.tag not in _TELLING or token.low not in words.reporting or index + 2 >= len(tokens):
            continue
        if tokens[index + 1].tag is not Tag.COMMA or tokens[index + 2].tag in {Tag.THAT, Tag.PREPOSITION}:
            continue
        start = index
        while (start and tokens[start - 1].tag in NOMINAL | {Tag.ADVERB}) or (
            start and tokens[start - 1].low == "of"
        ):
            start -= 1
        said = any(t.tag in _FINITE for t in tokens[: start - 1]) or tokens[0].tag in NOMINAL
        if said and 1 < start < index and index - start < 8 and tokens[start - 1].tag is Tag.COMMA:
            fronted = tokens[0].tag in {
                Tag.SUBORDINATOR,
                Tag.PREPOSITION,
                Tag.HAVE,
                Tag.BE,
                Tag.MODAL,
                Tag.TIME,
            }
            return tokens[: start - (not fronted)] + _without_asides(tokens[index + 2 :], words)
    return tokens


class _Reader:
    """Walks the verb groups from left to right, keeping the noun phrases that still await their verb."""

    def __init__(self, tokens: tuple[Token, ...], words: EventWords) -> None:
        self.tokens = tokens
        self.words = words
        self.clauses: list[Clause] = []
        self.owner = [-1] * len(tokens)
        self.awaiting: list[tuple[int, int]] = []  # stretches that have no verb yet
        self.at = 0  # tokens before this have an owner or await one

    def read(self) -> Parsed:
        for group in verb_groups(self.tokens, self.words):
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
            role is Role.RELATIVE
            and start > self.at
            and self.tokens[start - 1].tag in {Tag.PREPOSITION, Tag.TO}
        ):
            start -= 1  # "in which", "pursuant to which"
        if role is not Role.MAIN:
            self._leave(start)
        else:
            self._own(self.at, start + 1, len(self.clauses) - 1)
            self.awaiting.clear()
        antecedent = self._antecedent(start) if role is Role.RELATIVE else None
        if role is Role.RELATIVE and antecedent is None and self.clauses:
            antecedent = self.clauses[-1].antecedent  # "that they signed and that expired"
        subject = subject_in(self.tokens, opener + 1, group.first, self.words)
        if role is Role.RELATIVE and subject is None:
            subject = antecedent
            if self.tokens[opener].low == "whose":
                subject = (opener, group.first)
        self._add(Clause(role, group, start, subject, self._parent(role), antecedent), start)

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
        if previous is None and not self.clauses and self._is_fronted(group):
            comma = next(i for i, t in enumerate(self.tokens) if t.tag is Tag.COMMA)
            self._add(Clause(Role.REDUCED, group, 0, None), 0)
            self._own(self.at, comma + 1, 0)
            return
        if previous is None or previous.tag in {Tag.COORDINATOR, Tag.ADVERB}:
            return
        comma = previous.tag is Tag.COMMA or previous.tag is Tag.STOP
        end = first - 1 if comma else first
        going_on = self.tokens[group.head].tag is Tag.ING
        antecedent = self._last_subject() if going_on else self._antecedent(first)
        if comma and not going_on and not self.clauses:
            antecedent = subject_in(self.tokens, self.at, end, self.words) or antecedent
        if antecedent is None or end < self.at:
            return
        self._leave(end if comma else first)
        clause = Clause(Role.REDUCED, group, first, antecedent, self._parent(Role.REDUCED), antecedent)
        self._add(clause, end if comma else first)

    def _is_fronted(self, group: VerbGroup) -> bool:
        """Whether a participle with a date opens the sentence: "Founded in 1926 by Otto Brandt, the orchestra …"."""
        comma = next((i for i, t in enumerate(self.tokens) if t.tag is Tag.COMMA), 0)
        dated = any(token.tag is Tag.TIME for token in self.tokens[:comma])
        follows = self.tokens[comma + 1].tag if comma + 1 < len(self.tokens) else None
        return group.passive and dated and follows in NOMINAL

    def _with_fronted(self) -> tuple[Clause, ...]:
        """The clauses, a participle that opened the sentence with the subject of the main one."""
        first = self.clauses[0] if self.clauses else None
        if first is None or first.role is not Role.REDUCED or first.subject is not None:
            return tuple(self.clauses)
        main = next((i for i, c in enumerate(self.clauses) if c.role is Role.MAIN), None)
        subject = self.clauses[main].subject if main is not None else None
        return (replace(first, subject=subject, antecedent=subject, parent=main), *self.clauses[1:])

    def _last_subject(self) -> tuple[int, int] | None:
        return next((c.subject for c in reversed(self.clauses) if c.verb.finite and c.subject), None)

    def _unopened(self, group: VerbGroup) -> None:
        """A verb with no opening word: the main verb, one that shares a subject, or a matrix that goes on."""
        between = (self.at, group.first)
        if not self.clauses:
            subject = subject_in(self.tokens, 0, group.first, self.words)
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
        inserted = last.role not in {Role.MAIN, Role.JOINED}
        if self.awaiting and inserted and (direct is not Tag.COORDINATOR or last.role is Role.REDUCED):
            goes_on = last.role in {Role.ADVERBIAL, Role.CONDITIONAL} and self._linked(after, group)
            if subject is not None and goes_on:
                start = self._clause_start(subject[0])
                self._own(self.at, start, len(self.clauses) - 1)
                self._add(Clause(last.role, group, start, subject, last.parent), start)
            else:
                self._resume(group, last)
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

    def _linked(self, start: int, group: VerbGroup) -> bool:
        """Whether only a conjunction, no comma, parts two verbs: "when the mill burned and the owner left, …"."""
        tags = {token.tag for token in self.tokens[start : group.first]}
        return Tag.COORDINATOR in tags and Tag.COMMA not in tags

    def _second_clause(self, start: int, group: VerbGroup) -> bool:
        """Whether "and its navy tried" follows what a telling verb governs."""
        return any(
            self.tokens[i].low == "but"
            or (
                self.tokens[i].tag is Tag.COORDINATOR
                and self.tokens[i + 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN}
            )
            for i in range(start, group.first - 1)
        )

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
        fronted = subject_in(self.tokens, start, end, self.words)
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

    def _join(self, group: VerbGroup, between: tuple[int, int]) -> None:
        index = len(self.clauses)
        shared = index - 1
        while self.clauses[shared].role is Role.REDUCED and shared:
            shared -= 1
        start = group.first
        while start > between[0] and self.tokens[start - 1].tag is Tag.ADVERB:
            start -= 1
        timed = self._before_time(start, between[0])
        if timed < start and self.tokens[timed].tag in {Tag.COORDINATOR, Tag.COMMA}:
            start = timed
        links = [i for i in range(between[0], start) if self.tokens[i].tag is Tag.COORDINATOR]
        if links and not any(t.tag in NOMINAL for t in self.tokens[links[-1] + 1 : links[-1] + 2]):
            start = links[-1]  # "but within days | was repulsed"
        while start > between[0] and self.tokens[start - 1].tag in {Tag.ADVERB, Tag.COORDINATOR, Tag.COMMA}:
            start -= 1
        self._own(self.at, start, index - 1)
        head = self.clauses[shared]
        self._add(Clause(Role.JOINED, group, start, head.subject, shared, head.antecedent), start)

    # where things begin

    def _opener(self, group: VerbGroup) -> int | None:
        depth = 0
        comma = False
        index = group.first
        while index > self.at:
            index -= 1
            token = self.tokens[index]
            if token.tag is Tag.CLOSE:
                depth += 1
            elif token.tag is Tag.OPEN:
                depth -= 1
            if depth > 0:
                continue
            if token.tag in {Tag.RELATIVE, Tag.THAT, Tag.SUBORDINATOR}:
                return index
            if token.tag is Tag.STOP:
                opening = self._opening_dash(index)
                if opening is None:
                    return index
                index, comma = opening, True
                continue
            if (
                token.low in self.words.either_way
                and not comma
                and self._nominal_between(index + 1, group.first)
                and fresh_phrase(self.tokens, index + 1, group.first) is None
            ) and not (index and self.tokens[index - 1].low in {"such", "as"}):
                return index
            comma = comma or token.tag is Tag.COMMA
        return None

    def _after_condition(self, opener: int, group: VerbGroup) -> int | None:
        """Where the main clause begins after a condition whose verb looks like a noun: "if the court rules so, | work could begin"."""
        if self.tokens[opener].low not in self.words.conditional:
            return None
        commas = [i for i in range(opener + 1, group.first) if self.tokens[i].tag is Tag.COMMA]
        if len(commas) != 1 or not any(t.low in self.words.third for t in self.tokens[opener : commas[0]]):
            return None
        return commas[0] + 1 if self.tokens[commas[0] + 1].tag in NOMINAL else None

    def _opening_dash(self, closing: int) -> int | None:
        """The dash that opens the insertion that this one closes."""
        if self.tokens[closing].low in {";", ":"}:
            return None
        for index in range(closing - 1, self.at - 1, -1):
            if self.tokens[index].tag is Tag.STOP and self.tokens[index].low not in {";", ":"}:
                return index
        return None

    def _nominal_between(self, start: int, end: int) -> bool:
        inside = [t for t in self.tokens[start:end] if t.tag is not Tag.ADVERB]
        return (
            bool(inside)
            and inside[0].tag in NOMINAL | {Tag.TIME, Tag.THAT, Tag.QUOTE}
            and any(t.tag in NOMINAL for t in inside)
        )

    def _opened_as(self, opener: int, group: VerbGroup) -> Role:
        token = self.tokens[opener]
        previous = self.tokens[opener - 1] if opener else None
        if token.tag is Tag.STOP:
            return Role.MAIN
        if token.tag is Tag.THAT:
            return Role.TOLD if self._tells(opener, group) else Role.RELATIVE
        if token.tag is Tag.RELATIVE:
            return Role.RELATIVE
        if token.low in self.words.conditional:
            return Role.CONDITIONAL
        if token.low == "where" and previous is not None:
            return Role.ADVERBIAL
        return Role.ADVERBIAL

    def _tells(self, that: int, group: VerbGroup) -> bool:
        """Whether "that" opens what was told, not a relative clause."""
        index = that - 1
        while index >= 0 and self.tokens[index].tag in {
            Tag.TIME,
            Tag.ADVERB,
            Tag.PREPOSITION,
            Tag.COMMA,
            Tag.STOP,
        }:
            index -= 1
        if not self.clauses:
            return index >= 0 and self.tokens[index].tag is not Tag.NOUN
        last = self.clauses[-1]
        if index < last.verb.end:
            return True
        verb = self.tokens[last.verb.head].low
        following = self.tokens[that + 1] if that + 1 < len(self.tokens) else None
        if following is not None and following.tag in {
            Tag.BE,
            Tag.HAVE,
            Tag.MODAL,
            Tag.PAST,
            Tag.PAST_OR_PARTICIPLE,
        }:
            return False
        if verb in self.words.reporting or self.tokens[index].tag is Tag.ING:
            return True
        return self.tokens[index].low in self.words.telling_nouns and self._is_complete(group)

    def _is_complete(self, group: VerbGroup) -> bool:
        """Whether a verb lacks no object that a relative "that" could be."""
        following = self.tokens[group.end] if group.end < len(self.tokens) else None
        governs = following is not None and following.tag in NOMINAL | {Tag.QUOTE, Tag.TO, Tag.THAT}
        return group.passive or governs or self.tokens[group.head].low in self.words.intransitive

    def _parent(self, role: Role) -> int | None:
        if (
            role in {Role.TOLD, Role.RELATIVE, Role.REDUCED, Role.ADVERBIAL, Role.CONDITIONAL}
            and self.clauses
        ):
            return len(self.clauses) - 1
        return None

    def _antecedent(self, start: int) -> tuple[int, int] | None:
        end = self._before_insertion(start)
        while end > 0 and self.tokens[end - 1].tag in {
            Tag.COMMA,
            Tag.STOP,
            Tag.PREPOSITION,
            Tag.TIME,
            Tag.ADVERB,
        }:
            if self.tokens[end - 1].tag is Tag.PREPOSITION and self.tokens[end - 1].low == "of":
                break
            end -= 1
        first = nominal_start(self.tokens, end)
        return (first, end) if first < end else None

    def _before_insertion(self, start: int) -> int:
        """Where an insertion between dashes that ends right before `start` begins."""
        if (
            start > 0
            and self.tokens[start - 1].tag is Tag.STOP
            and self.tokens[start - 1].low not in {";", ":"}
        ):
            for index in range(start - 2, -1, -1):
                if self.tokens[index].tag is Tag.STOP and self.tokens[index].low not in {";", ":"}:
                    return index
        return start

    def _is_told(self, last: Clause, subject: int) -> bool:
        if self.tokens[last.verb.head].low not in self.words.bare_telling or last.role is Role.REDUCED:
            return False
        return not any(t.tag in {Tag.COMMA, Tag.COORDINATOR} for t in self.tokens[last.verb.end : subject])

    def _direct_before(self, group: VerbGroup) -> Tag | None:
        index = group.first - 1
        while index >= self.at and self.tokens[index].tag is Tag.ADVERB:
            index -= 1
        index = self._before_time(index + 1, self.at, links=False) - 1
        return self.tokens[index].tag if index >= self.at else None

    def _before_time(self, index: int, low: int, *, links: bool = True) -> int:
        """Back over a date phrase that ends before `index`, and over what links it to the words before."""
        if index - 1 >= low and self.tokens[index - 1].tag is Tag.TIME:
            index -= 1
            if index - 1 >= low and self.tokens[index - 1].tag is Tag.PREPOSITION:
                index -= 1
            while links and index - 1 >= low and self.tokens[index - 1].tag in {Tag.COORDINATOR, Tag.COMMA}:
                index -= 1
        return index

    def _after_verb(self, clause: Clause) -> int:
        return max(self.at, clause.verb.end)

    def _after_comma(self, start: int, end: int) -> int:
        commas = [i for i in range(start, end) if self.tokens[i].tag is Tag.COMMA]
        return commas[0] + 1 if commas else start

    def _last_comma(self, end: int) -> int:
        index = end
        while index > self.at and self.tokens[index - 1].tag in {Tag.ADVERB, Tag.COMMA, Tag.STOP}:
            index -= 1
        return index

    def _clause_start(self, subject: int) -> int:
        """Where a clause begins whose subject is known: its fronted date and its conjunction are its own."""
        start = subject
        if start - 1 >= self.at and self.tokens[start - 1].tag is Tag.COMMA:
            back = self._before_time(start - 1, self.at, links=False)
            if back < start - 1 and self.tokens[back - 1].tag in {Tag.COMMA, Tag.COORDINATOR}:
                start = back
        else:
            start = self._before_time(start, self.at)
        while start > self.at and self.tokens[start - 1].tag in {Tag.COORDINATOR, Tag.COMMA, Tag.ADVERB}:
            start -= 1
        return start

    # owners

    def _leave(self, end: int) -> None:
        """What stands before an inserted clause belongs to the clause before it, or awaits its verb."""
        that = self._told_so_far(end)
        if that is not None:
            self._own(self.at, that, len(self.clauses) - 1)
            self.awaiting.append((that, end))
        elif self.clauses and (front := self._fronted(end) or self._next_subject(end)) is not None:
            self._own(self.at, front, len(self.clauses) - 1)
            self.awaiting.append((front, end))
        elif self.clauses and not self._new_phrase(end):
            self._own(self.at, end, len(self.clauses) - 1)
        elif end > self.at or not self.clauses:
            self.awaiting.append((self.at, end))
        self.at = max(self.at, end)

    def _fronted(self, end: int) -> int | None:
        """Where a conjunction with a date begins whose clause is still to come: ", and in 1919, | when …, she left"."""
        index = end
        if index > self.at and self.tokens[index - 1].tag is Tag.COMMA:
            index -= 1
        date = self._before_time(index, self.at, links=False)
        if (
            date == index
            or date <= self.at
            or self.tokens[date - 1].tag is not Tag.COORDINATOR
            or index == end
        ):
            return None
        return date - 1

    def _next_subject(self, end: int) -> int | None:
        """Where a conjunction begins whose subject a relative clause parts from its verb: ", and the dam, | which …, was"."""
        index = end
        while index > self.at and (
            self.tokens[index - 1].tag in NOMINAL | {Tag.COMMA} or self.tokens[index - 1].low == "of"
        ):
            index -= 1
        linked = index - 1 > self.at and self.tokens[index - 1].tag is Tag.COORDINATOR
        if (
            not linked
            or self.tokens[index - 2].tag is not Tag.COMMA
            or self.tokens[end].tag is not Tag.RELATIVE
        ):
            return None
        verbs = {Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PAST}
        later = range(end, len(self.tokens) - 1)
        resumed = any(self.tokens[i].tag is Tag.COMMA and self.tokens[i + 1].tag in verbs for i in later)
        return index - 1 if resumed else None

    def _told_so_far(self, end: int) -> int | None:
        """The "that" before `end` whose clause still lacks its verb: "warned that the permit, granted in May, …"."""
        if not self.clauses or self.tokens[self.clauses[-1].verb.head].low not in self.words.reporting:
            return None
        stretch = range(max(self.at, self.clauses[-1].verb.end), end)
        that = next((i for i in stretch if self.tokens[i].tag is Tag.THAT), None)
        if that is None or not any(t.tag in NOMINAL for t in self.tokens[that + 1 : end]):
            return None
        return that

    def _new_phrase(self, end: int) -> bool:
        """Whether the stretch up to `end` begins a clause that still lacks its verb: ", and the man who …"."""
        last = self.clauses[-1]
        stretch = self.tokens[max(self.at, last.verb.end) : end]
        if last.role in {Role.ADVERBIAL, Role.CONDITIONAL} and not self._has_main():
            commas = [i for i, t in enumerate(stretch) if t.tag is Tag.COMMA]
            return bool(commas) and any(t.tag in NOMINAL for t in stretch[commas[0] + 1 :])
        return False

    def _has_main(self) -> bool:
        return any(clause.role is Role.MAIN for clause in self.clauses)

    def _own(self, start: int, end: int, clause: int) -> None:
        for index in range(start, end):
            if self.owner[index] == -1:
                self.owner[index] = max(clause, 0)
        self.at = max(self.at, end)

    def _add(self, clause: Clause, start: int) -> None:
        self.clauses.append(clause)
        self._own(min(start, clause.verb.first), clause.verb.end, len(self.clauses) - 1)
