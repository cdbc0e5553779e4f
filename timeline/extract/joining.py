"""Joining: a verb without a subject of its own, which goes on from a clause before it."""

from timeline.extract.clauses import Clause, Role
from timeline.extract.openers import Openers
from timeline.extract.tense import VerbGroup
from timeline.extract.words import NOMINAL, Tag

_FRONT = 3  # tokens of a date that opens a clause, with its preposition and comma
_CLOSES = frozenset({Tag.STOP, Tag.RELATIVE, Tag.THAT, Tag.SUBORDINATOR})
_HOSTS = frozenset({Role.MAIN, Role.JOINED})
_MAINLY = frozenset({Role.MAIN, Role.JOINED, Role.RELATIVE})


class Joining(Openers):
    """Finds the clause whose subject a verb shares."""

    def _join(self, group: VerbGroup, between: tuple[int, int]) -> None:
        index = len(self.clauses)
        shared = index - 1
        while self.clauses[shared].role is Role.REDUCED and shared:
            shared -= 1
        start = group.first
        while start > between[0] and self.tokens[start - 1].tag is Tag.ADVERB:
            start -= 1
        shared = self._teller(self._around(shared, start, group), group)
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

    def _around(self, shared: int, start: int, group: VerbGroup) -> int:
        """The clause that goes on at ", and" behind one between commas: "was burned, when the army fled, and rebuilt".

        So too a passive behind one that has none: "was shut after workers complained and reopened in May".
        """
        clause = self.clauses[shared]
        if clause.role is Role.ADVERBIAL and not clause.verb.passive and clause.parent is not None:
            follows = self.tokens[group.end].tag if group.end < len(self.tokens) else Tag.END
            head = self.tokens[group.head]
            bare = group.first == group.head and head.tag is Tag.PAST_OR_PARTICIPLE and follows not in NOMINAL
            if bare and head.low not in self.words.intransitive and self.clauses[clause.parent].verb.passive:
                return clause.parent
        opened = self.tokens[clause.opener - 2 : clause.opener]
        linked = [token.tag for token in opened] == [Tag.COORDINATOR, Tag.COMMA]
        apart = self.tokens[start - 1].tag is Tag.COORDINATOR and self.tokens[start - 2].tag is Tag.COMMA
        if clause.role is Role.RELATIVE and apart and clause.subject != clause.antecedent:
            # "had three sons, two of whom died in 1950, and sold the mill"
            return next((i for i in range(shared - 1, -1, -1) if self.clauses[i].role in _HOSTS), shared)
        if clause.role is Role.ADVERBIAL and linked and clause.parent is not None:
            return clause.parent  # "was sold and, after the owner died, | in 1922 moved to Ashby"
        closed = self.tokens[start - 1].tag is Tag.COORDINATOR and self.tokens[start - 2].tag is Tag.COMMA
        inserted = clause.role is Role.ADVERBIAL and self.tokens[clause.opener - 1].tag is Tag.COMMA
        if closed and inserted and clause.parent is not None:
            return self._host(clause.parent)
        # "was sold before the talks began, and was rebuilt", "left after the mill burned, came back and died"
        fronted = clause.parent is None or clause.opener < self.clauses[clause.parent].verb.first
        apart = closed or self.tokens[start - 1].tag is Tag.COMMA
        if clause.role is Role.ADVERBIAL and apart and not fronted and clause.parent is not None:
            return self._host(clause.parent)
        return self._dated_before(shared, group)

    def _host(self, index: int) -> int:
        """The clause that a participle only describes something of: "moved to a house | built by Lind, where it stayed, and …"."""
        while self.clauses[index].role is Role.REDUCED and self.clauses[index].parent is not None:
            index = self.clauses[index].parent or 0
        return index

    def _teller(self, shared: int, group: VerbGroup) -> int:
        """Who hopes, where what is hoped "will" be and the verb joined has no "will": "are hoping rain will come but are | leaving"."""
        told, before = self.clauses[shared], self.clauses[shared - 1]
        modal = self.tokens[told.verb.first].tag is Tag.MODAL and self.tokens[group.first].tag in {
            Tag.BE,
            Tag.HAVE,
        }
        if (
            not shared
            or not modal
            or told.subject is None
            or before.subject is None
            or not before.verb.finite
        ):
            return shared
        plain = NOMINAL | {Tag.THAT, Tag.ADVERB, Tag.PREPOSITION, Tag.TIME}
        beside = all(token.tag in plain for token in self.tokens[before.verb.end : told.subject[0]])
        return (
            shared - 1
            if beside and self.tokens[before.verb.first].tag is self.tokens[group.first].tag
            else shared
        )

    def _dated_before(self, shared: int, group: VerbGroup) -> int:
        """The clause with a date, where one without stands between it and a verb with a date: "fell in 1920 as she left and rose in 1925"."""
        dates = [i for i, t in enumerate(self.tokens) if t.tag is Tag.TIME]
        parent, begin = shared, group.first
        while self._is_inner(parent):
            begin, parent = self.clauses[parent].opener, self.clauses[parent].parent or 0
        host = self.clauses[parent]
        if parent == shared or begin < host.verb.end:
            return shared
        link = next(
            (i for i in range(group.first, begin, -1) if self.tokens[i].tag is Tag.COORDINATOR), begin
        )
        first = host.subject[0] if host.subject else host.verb.first
        before = any(max(first - _FRONT, 0) <= at < begin for at in dates)
        between = any(begin < at < link for at in dates)
        later = next(
            (i for i in range(group.end, len(self.tokens)) if self.tokens[i].tag in _CLOSES), len(self.tokens)
        )
        own = any(link < at < later for at in dates)
        return parent if before and own and not between and host.role in _MAINLY else shared

    def _is_inner(self, index: int) -> bool:
        """Whether a clause is a part of another that may go on behind it: "as she left", "which nobody saw", "saying that …"."""
        clause = self.clauses[index]
        if clause.parent is None or clause.parent >= index:
            return False
        said = clause.role is Role.TOLD and self.clauses[clause.parent].role is Role.REDUCED
        seen = clause.role is Role.RELATIVE and clause.subject != clause.antecedent
        return said or seen or clause.role in {Role.ADVERBIAL, Role.REDUCED}
