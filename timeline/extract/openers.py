"""Openers: where a verb's clause begins, which word opens it, and so what it is to the sentence."""

from timeline.extract.candidate import is_person_noun
from timeline.extract.clauses import Clause, Role
from timeline.extract.owners import Owners
from timeline.extract.phrases import fresh_phrase, nominal_start
from timeline.extract.tense import VerbGroup
from timeline.extract.words import NOMINAL, Tag


class Openers(Owners):
    """Finds the beginnings of clauses in what has been read."""

    def _opener(self, group: VerbGroup) -> int | None:
        depth = 0
        comma = linked = False
        shared = self._direct_before(group) is Tag.COORDINATOR  # "was held after the raid and released"
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
                and token.tag is not Tag.NUMBER  # "more than 30 people"
                and not (
                    (comma and not self._apposed_within(index + 1, group.first))
                    or shared
                    or self._has_no_other(index, group)
                )
                and not (linked and token.low == "as" and self.tokens[index + 1].low in {"a", "an"})
                and self._nominal_between(index + 1, group.first)
                and fresh_phrase(self.tokens, index + 1, group.first) is None
            ) and not (index and self.tokens[index - 1].low in {"such", "as"}):
                return index
            if token.low in {"as", "what"} and index + 1 == group.first and index > self.at:
                return index  # "as | had been promised", "in what | was then a suburb"
            comma = comma or token.tag is Tag.COMMA or self._joins_to_date(index)
            linked = linked or token.tag is Tag.COORDINATOR
        return None

    def _apposed_within(self, start: int, end: int) -> bool:
        """Whether the commas before a verb only set a name apart: "after | her grandfather, Stefan Vos, | arrived"."""
        commas = [i for i in range(start, end) if self.tokens[i].tag is Tag.COMMA]
        if len(commas) != 2 or commas[1] != end - 1 or commas[0] + 1 == commas[1]:
            return False
        named = all(token.tag is Tag.NAME for token in self.tokens[commas[0] + 1 : commas[1]])
        return named and self.tokens[commas[0] - 1].tag is Tag.NOUN

    def _joins_to_date(self, index: int) -> bool:
        """Whether an "and" stands behind a date, and so joins no two subjects: "opened as an inn in 1931 but | few came"."""
        before = self.tokens[index - 1].tag if index else None
        return self.tokens[index].tag is Tag.COORDINATOR and before is Tag.TIME

    def _has_no_other(self, index: int, group: VerbGroup) -> bool:
        """Whether a verb is the sentence's only one, for the phrase before too: "the peace after the war | was signed"."""
        before = self.tokens[self.at : index]
        waits = (
            any(t.tag in {Tag.NOUN, Tag.NAME} for t in before) and before[-1].low not in self.words.date_parts
        )
        alone = group.first >= self.last and not any(clause.verb.finite for clause in self.clauses)
        return waits and alone and self.tokens[index].low in {"after", "before", "since", "until", "till"}

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
        if index < last.verb.end or self._judged(last, index):
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
        would = self.tokens[group.first].tag is Tag.MODAL  # "gave notice that she would leave"
        return self.tokens[index].low in self.words.telling_nouns and (would or self._is_complete(group))

    def _judged(self, last: Clause, before: int) -> bool:
        """Whether "it is … that" judges what follows: "it is not true that the mill burned"."""
        it = last.subject is not None and self.tokens[last.subject[0]].low == "it"
        return it and self.tokens[last.verb.head].tag is Tag.BE and self._is_verdict(before)

    def _is_verdict(self, index: int) -> bool:
        """Whether a word judges what is told: "it is *true* that the mill burned"."""
        words = self.words
        return self.tokens[index].low in words.true | words.untrue | words.likely

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
        first = nominal_start(self.tokens, self._quoted(end))
        aged = 1 < first < end and all(token.tag is Tag.NUMBER for token in self.tokens[first:end])
        if aged and self.tokens[first - 1].tag is Tag.COMMA:  # "Reeve, 58, who was elected"
            end = first - 1
            first = nominal_start(self.tokens, end)
        if (
            first == end - 1
            and self.tokens[first].tag is Tag.PRONOUN
            and (to := self._before_infinitive(first))
        ):
            return nominal_start(self.tokens, to), end
        return (first, end) if first < end else None

    def _with_named(self, start: int, first: int, end: int) -> tuple[int, int]:
        """The phrase that a "that" is of with the name that ends it, since no name takes one: "a firm from Tarn | that left"."""
        named = all(token.tag is Tag.NAME for token in self.tokens[first:end]) and end == start
        before = self.tokens[first - 1] if first else None
        if not named or before is None or before.tag is not Tag.PREPOSITION or before.low == "of":
            return first, end
        wider = nominal_start(self.tokens, first - 1)
        indefinite = wider < first - 1 and self.tokens[wider].low in {"a", "an", "some", "two", "three"}
        return (wider, end) if indefinite and self.tokens[first - 2].tag is Tag.NOUN else (first, end)

    def _quoted(self, end: int) -> int:
        """Where a name in quotation marks begins that ends here, if a noun stands before it: "the play | “Day and Night”"."""
        if not end or self.tokens[end - 1].tag is not Tag.QUOTE:
            return end
        opening = next((i for i in range(end - 2, 0, -1) if self.tokens[i].tag is Tag.QUOTE), end)
        named = opening < end and self.tokens[opening + 1].text[:1].isupper()
        return opening if named and self.tokens[opening - 1].tag is Tag.NOUN else end

    def _who(self, start: int, found: tuple[int, int] | None) -> tuple[int, int] | None:
        """Whom a "who" means where the phrase right before is of nobody: "two | men from the Home Office, | who were given tea"."""
        if found is None:
            return found
        first, end = found
        if self.tokens[start].low not in {"who", "whom"}:
            return self._with_named(start, first, end)
        last, before = self.tokens[end - 1], self.tokens[first - 1] if first else None
        if before is None or any(t.tag in {Tag.POSSESSIVE, Tag.PRONOUN} for t in self.tokens[first:end]):
            return found
        numbered = last.tag is Tag.NUMBER and end - first > 1  # "Mrs Hart, plot 9, who"
        nobody = numbered or last.low in self.words.organizations
        link = before.tag is Tag.COMMA or (before.tag is Tag.PREPOSITION and before.low != "of")
        if not nobody or not link:
            return found
        wider = nominal_start(self.tokens, first - 1)
        head = self.tokens[first - 2]
        person = head.tag is Tag.NAME if before.tag is Tag.COMMA else is_person_noun(head.low, self.words)
        return (wider, first - 1) if wider < first - 1 and person else found

    def _before_infinitive(self, pronoun: int) -> int | None:
        """Where an infinitive begins behind a noun, whose object is a pronoun: "a campaign | to save it"."""
        to = pronoun - 2
        noun = to > 0 and self.tokens[to].tag is Tag.TO and self.tokens[to - 1].tag in {Tag.NOUN, Tag.NAME}
        return to if noun else None

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

    def _before_adjunct(self, subject: int) -> int | None:
        """Where a conjunction begins a clause with something before its subject: ", and for six years | the club shared"."""
        index = subject
        while index > self.at and self.tokens[index - 1].tag in NOMINAL | {Tag.PREPOSITION, Tag.TIME, Tag.TO}:
            index -= 1
        linked = index - 1 > self.at and self.tokens[index - 1].tag is Tag.COORDINATOR
        fronted = index < subject and self.tokens[index].tag in {Tag.PREPOSITION, Tag.TO}
        return index - 1 if linked and fronted and self.tokens[index - 2].tag is Tag.COMMA else None

    def _clause_start(self, subject: int) -> int:
        """Where a clause begins whose subject is known: its fronted date and its conjunction are its own."""
        start = subject
        if start - 1 >= self.at and self.tokens[start - 1].tag is Tag.COMMA:
            back = self._before_time(start - 1, self.at, links=False)
            if back < start - 1 and self.tokens[back - 1].tag in {Tag.COMMA, Tag.COORDINATOR}:
                start = back
        elif (link := self._before_adjunct(start)) is not None:
            start = link
        else:
            start = self._before_time(start, self.at)
        while start > self.at and self.tokens[start - 1].tag in {Tag.COORDINATOR, Tag.COMMA, Tag.ADVERB}:
            start -= 1
        return start
