"""Owners: which clause owns a word, and the stretches that still await their verb."""

from timeline.extract.clauses import Clause, Role
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_VERBS = frozenset({Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PAST, Tag.PAST_OR_PARTICIPLE})


class Owners:
    """What has been read of a sentence so far, from left to right."""

    def __init__(self, tokens: tuple[Token, ...], words: EventWords) -> None:
        self.tokens = tokens
        self.words = words
        self.clauses: list[Clause] = []
        self.owner = [-1] * len(tokens)
        self.awaiting: list[tuple[int, int]] = []  # stretches that have no verb yet
        self.last = 0  # where the last finite verb begins
        self.verbs: tuple[int, ...] = ()  # where each finite verb begins
        self.at = 0  # tokens before this have an owner or await one

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
        """Where a conjunction begins whose subject something inserted parts from its verb.

        As in ", and the dam, | which …, was" and in ", and on 5 May the crew, | reduced to nine, left".
        """
        index = end
        while index > self.at and (
            self.tokens[index - 1].tag in NOMINAL | {Tag.COMMA} or self.tokens[index - 1].low == "of"
        ):
            index -= 1
        index = self._before_time(index, self.at, links=False)
        linked = index - 1 >= self.at and index > 1 and self.tokens[index - 1].tag is Tag.COORDINATOR
        apart = linked and (self.tokens[index - 2].tag is Tag.COMMA or self.clauses[-1].verb.end == index - 1)
        apart = apart or (
            linked and self.tokens[index].tag is Tag.POSSESSIVE
        )  # "and their report, | published …"
        if not apart or not self._is_insertion(end):
            return None
        later = range(end + 1, len(self.tokens) - 1)
        resumed = any(self.tokens[i].tag is Tag.COMMA and self.tokens[i + 1].tag in _VERBS for i in later)
        return index - 1 if resumed else None

    def _is_insertion(self, start: int) -> bool:
        """Whether a relative clause begins at a token, or behind its comma a participle."""
        while self.tokens[start].tag in {Tag.PREPOSITION, Tag.TO} and start + 1 < len(self.tokens):
            start += 1  # "to which", "with whom"
        tag = self.tokens[start].tag
        following = self.tokens[start + 1].tag if start + 1 < len(self.tokens) else None
        return tag is Tag.RELATIVE or (tag is Tag.COMMA and following is Tag.PAST_OR_PARTICIPLE)

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

    def _before_time(self, index: int, low: int, *, links: bool = True) -> int:
        """Back over a date phrase that ends before `index`, and over what links it to the words before."""
        if index - 1 >= low and self.tokens[index - 1].tag is Tag.TIME:
            index -= 1
            if index - 1 >= low and self.tokens[index - 1].tag is Tag.PREPOSITION:
                index -= 1
            while links and index - 1 >= low and self.tokens[index - 1].tag in {Tag.COORDINATOR, Tag.COMMA}:
                index -= 1
        return index
