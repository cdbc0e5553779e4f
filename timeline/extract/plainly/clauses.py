"""Clauses: a sentence cut where a new one begins, by its marks and by the words that open clauses."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.plainly.ellipsis import describes, goes_on, hangs, participle
from timeline.extract.plainly.frames import closes, is_open
from timeline.extract.plainly.openings import opened
from timeline.extract.plainly.roles import INSERTED, Clause, Role
from timeline.extract.plainly.segments import Segment, quoted_names, segments, whole_segments
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords


def clauses(tokens: Sequence[Token], words: TellingWords) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order of their first words."""
    reader = _Clauses(tokens, words)
    for segment in whole_segments(tokens, tuple(segments(tokens, words)), words):
        reader.take(segment)
    return tuple(reader.found)


class _Clauses:
    """Clauses as they come: `base` is the one that goes on when an inserted one, `inner`, ends."""

    def __init__(self, tokens: Sequence[Token], words: TellingWords) -> None:
        self.tokens, self.words = tokens, words
        self.named = quoted_names(tokens, words)
        self.found: list[Clause] = []
        self.base: int | None = None
        self.inner: int | None = None
        self.pending: int | None = None  # a clause that is told, and has not come to its verb
        self.end = 0

    def take(self, segment: Segment) -> None:
        """Take the next segment into a clause: one of its own, or one that is there."""
        span = tuple(range(segment.first, segment.last))
        verbs = self._is_verbal(span, segment)
        role, opener = opened(self.tokens, segment, self.words) if verbs else (None, 0)
        if segment.link == "hard":
            self.base = self.inner = self.pending = None
        if role is Role.RELATIVE and self._understood(span, segment):
            role, verbs = None, False
        if self.pending is not None and verbs and role is None and segment.link in {"comma", "aside"}:
            self._extend(self.pending, span)
            self.inner, self.pending = self.pending, None
        elif not verbs and self._waits(span, segment):
            self._add(Clause(Role.TOLD, span, 1, self.base))
            self.inner = self.pending = len(self.found) - 1
        elif role is not None:
            parent = self.inner if self.inner is not None and segment.link == "opener" else self.base
            antecedent = self._noun(segment) if role is Role.RELATIVE else ()
            if role is Role.RELATIVE and not antecedent and self._tells(span):
                role, opener = Role.TOLD, max(opener, 1)  # "nuk përjashtohet që …"
            self._add(Clause(role, span, opener, parent, antecedent))
            self.inner = len(self.found) - 1
        elif self.base is None and self.inner is not None and self._only_when(span):
            self._extend(self.inner, span)  # "Quand il mourut, le 3 mai 1901, …"
        elif self.base is None:
            self._main(span)
        elif verbs and self._ahead(span):
            before = self.found[self.base]
            self.found[self.base] = replace(before, role=Role.REDUCED, parent=None)
            self._main(span)
        elif self._reduced(span, segment):
            chained = self.found[self.inner] if self.inner is not None else None
            again = chained is not None and chained.role is Role.REDUCED
            noun = chained.antecedent if chained and again else self._antecedent(segment.first)
            self._add(Clause(Role.REDUCED, span, 0, self.base, noun))
            self.inner = len(self.found) - 1
        elif not self._has_verb(self.found[self.base].tokens):
            self._extend(self.base, span)
            self.inner = None
        elif verbs:
            self._joined(span, segment)
        elif self._elliptic(span, segment):
            self._add(Clause(Role.ELLIPTIC, span, 0, self.base))
        else:
            done = self.inner is None or (segment.link == "comma" and self._is_closed(self.inner))
            self._extend(self.base if done or self.inner is None else self.inner, span)
            self.inner = None if done else self.inner
        self.end = segment.last

    def _waits(self, span: tuple[int, ...], segment: Segment) -> bool:
        """Whether it opens what is told, whose verb comes after something inserted: "que la halle, …, a brûlé"."""
        known = self.base is not None and self._has_verb(self.found[self.base].tokens)
        return known and segment.link == "opener" and self._tells(span) and not self._dated(span)

    def _is_closed(self, inner: int) -> bool:
        """Whether an inserted clause has come to its verb, where that comes last."""
        last = next((i for i in reversed(self.found[inner].tokens) if is_word(self.tokens[i])), -1)
        return self.words.verb_second and last >= 0 and finite_at(self.tokens, last, self.words)

    def _main(self, span: tuple[int, ...]) -> None:
        self._add(Clause(Role.MAIN, span))
        self.base, self.inner = len(self.found) - 1, None
        for index, clause in enumerate(self.found[:-1]):
            if clause.parent is None and clause.role in INSERTED:
                self.found[index] = replace(clause, parent=self.base)

    def _joined(self, span: tuple[int, ...], segment: Segment) -> None:
        inner = self.found[self.inner] if self.inner is not None else None
        last_word = next((i for i in reversed(span) if is_word(self.tokens[i])), span[-1])
        goes_on = finite_at(self.tokens, last_word, self.words) or not self.words.verb_second
        if inner is not None and segment.link == "coordinator" and goes_on and inner.role is not Role.TOLD:
            self._add(Clause(inner.role, span, 0, inner.parent, inner.antecedent))
            self.inner = len(self.found) - 1
            return
        told = any(self.tokens[i].low in self.words.reported for i in span)
        self._add(Clause(Role.TOLD if told else Role.JOINED, span, 0, self.base))
        self.base, self.inner = (self.base, len(self.found) - 1) if told else (len(self.found) - 1, None)

    def _add(self, clause: Clause) -> None:
        self.found.append(clause)

    def _extend(self, at: int, span: tuple[int, ...]) -> None:
        """With the marks or the connective in between, if what is between is no other clause."""
        clause = self.found[at]
        between = range(clause.tokens[-1] + 1, span[0]) if clause.tokens[-1] + 1 >= self.end else ()
        self.found[at] = replace(clause, tokens=(*clause.tokens, *between, *span))

    def _has_verb(self, span: Sequence[int]) -> bool:
        return any(finite_at(self.tokens, i, self.words) for i in span)

    def _opens_like_clause(self, span: Sequence[int]) -> bool:
        """Whether its first word promises a verb that no list has: "falls das Geld nicht reicht"."""
        said = [self.tokens[i] for i in span if is_word(self.tokens[i])]
        if len(said) < 3:
            return False
        sub, last = said[0].low in self.words.subordinators, said[-1]
        by_place = self.words.verb_second and sub and last.tag is Tag.NOUN and last.low.endswith(("t", "en"))
        return said[0].low in self.words.conditional or by_place

    def _tells(self, span: Sequence[int]) -> bool:
        """Whether its first word may open what is told, too."""
        low = next((self.tokens[i].low for i in span if is_word(self.tokens[i])), "")
        return low in self.words.complementizers

    def _dated(self, span: Sequence[int]) -> bool:
        return any(self.tokens[i].tag is Tag.TIME for i in span)

    def _noun(self, segment: Segment) -> tuple[int, ...]:
        """What a relative clause hangs on: the noun before it, or that of the one before: "que quebró y | cuyos bienes …"."""
        noun = self._antecedent(segment.first)
        follows = segment.first > 0 and self.tokens[segment.first - 1].low in self.words.coordinators
        return self.found[self.inner].antecedent if follows and not noun and self.inner is not None else noun

    def _is_verbal(self, span: tuple[int, ...], segment: Segment) -> bool:
        """Whether it has a verb of its own, or promises one; not only the participle that the clause before waits for."""
        shares = segment.link != "hard" and (self._shares(span, segment) or self._closes(span))
        return not shares and (self._has_verb(span) or self._opens_like_clause(span))

    def _only_when(self, span: Sequence[int]) -> bool:
        """Whether it is a date, and no more than what ties it to its clause."""
        said = [self.tokens[i] for i in span]
        return self._dated(span) and all(t.tag is Tag.TIME or t.low in self.words.before_date for t in said)

    def _participle(self, span: Sequence[int]) -> int | None:
        return participle(self.tokens, span, self.words)

    def _shares(self, span: tuple[int, ...], segment: Segment) -> bool:
        """Whether the verb that ends it is a participle: "hatten Mängel festgestellt und | die Sperrung verlangt"."""
        undated = self.words.verb_second and self.base is not None and not self._dated(span)
        return undated and self._goes_on(span, segment)

    def _closes(self, span: tuple[int, ...]) -> bool:
        return self._is_open() and closes(self.tokens, span, self.words)

    def _understood(self, span: tuple[int, ...], segment: Segment) -> bool:
        """Whether "die" is an article where a verb is understood: ", die Schule 1964 eröffnet"."""
        article = next((self.tokens[i].low for i in span if is_word(self.tokens[i])), "")
        own = self.base is not None and self.words.verb_second and article in self.words.determiners
        inside = [i for i in span if is_word(self.tokens[i])][:-1]  # "eröffnet" may be either
        done = any(finite_at(self.tokens, i, self.words) for i in inside)
        return own and not done and self._elliptic(span, segment)

    def _elliptic(self, span: tuple[int, ...], segment: Segment) -> bool:
        """Whether it lacks only the auxiliary of the clause before: ", ratified in June"."""
        if segment.link == "opener":
            return False
        if not self._dated(span):
            return self._goes_on(span, segment)
        if self._participle(span) is None:
            return False
        if segment.link == "comma" and describes(self.tokens, span, self.words):
            return False
        before = next((c for c in reversed(self.found) if c.role in {Role.MAIN, Role.JOINED}), self.found[-1])
        if segment.link == "comma" and hangs(self.tokens, span, before.tokens, self.words):
            return False
        return self._participle(before.tokens) is not None and self._dated(before.tokens)

    def _goes_on(self, span: tuple[int, ...], segment: Segment) -> bool:
        """Whether a second deed without a date shares the auxiliary of the clause before."""
        before = self.found[-1] if self.found else None
        hosts = {Role.MAIN, Role.JOINED, Role.ELLIPTIC}
        joined = segment.link == "coordinator" and before is not None and before.role in hosts
        return joined and goes_on(self.tokens, span, self.found[-1].tokens, self.words)

    def _reduced(self, span: tuple[int, ...], segment: Segment) -> bool:
        """Whether it is a participle with a date that describes the noun before it: ", founded in 1907,"."""
        chained = self.inner is not None and self.found[self.inner].role is Role.REDUCED
        linked = segment.link == "comma" or (chained and segment.link == "coordinator")
        if not linked or self._elliptic(span, segment) or not self._dated(span):
            return False
        if self._is_open() or self._has_verb(span):
            return False
        at = self._participle(span)
        first = next((i for i in span if is_word(self.tokens[i])), None)
        if first is not None and self.tokens[first].low in self.words.attributive:
            first += 1  # "e themeluar"
        return at is not None and (at == first or (self.words.verb_second and at == span[-1]))

    def _is_open(self) -> bool:
        """Whether the clause so far waits for a participle."""
        return self.base is not None and is_open(self.tokens, self.found[self.base].tokens, self.words)

    def _ahead(self, span: tuple[int, ...]) -> bool:
        """Whether the clause so far is but a participle that goes with the subject to come: "Née à Rouen, elle …"."""
        clause, words = self.found[self.base or 0], self.words
        said = [i for i in clause.tokens if is_word(self.tokens[i])]
        first = next((self.tokens[i] for i in span if is_word(self.tokens[i])), None)
        if clause.role is not Role.MAIN or first is None or not said or self._has_verb(clause.tokens):
            return False
        subject = first.tag is Tag.NAME or first.low in words.pronouns or first.low in words.determiners
        return subject and is_participle(self.tokens, said[0], words) and self._dated(clause.tokens)

    def _antecedent(self, first: int) -> tuple[int, ...]:
        """The noun phrase that ends right before a clause."""
        tokens, words = self.tokens, self.words
        end = first
        while end and (tokens[end - 1].tag is Tag.COMMA or tokens[end - 1].low in words.separable):
            end -= 1
        start = end
        while start and end - start < 9:
            token = tokens[start - 1]
            if not (is_word(token) or token.tag is Tag.QUOTE) or finite_at(tokens, start - 1, words):
                break
            bound = token.low in words.prepositions and token.low not in words.attributive
            bound = bound or (token.low in words.reflexives and token.low not in words.determiners)
            bound = bound or (start < end and is_participle(tokens, start - 1, words))
            bound = bound or (token.low in words.adverbs and words.verb_second)
            bound = bound or (token.low in words.singular_pronouns and words.verb_second)
            if (bound or token.low in words.coordinators) and start - 1 not in self.named:
                break
            start -= 1
            opens = token.low in words.determiners and token.low not in words.genitives
            opens = opens and token.low not in words.attributive  # "l'électrification des fours"
            if opens and not (start and tokens[start - 1].low in words.attributive):
                break
        while start < end and (tokens[start].low in words.attributive or tokens[start].tag is Tag.NUMBER):
            start += 1
        placed = (
            start
            and tokens[start - 1].low in words.prepositions
            and tokens[start - 1].low not in words.attributive
        )
        bare = all(
            tokens[i].tag is Tag.NAME and tokens[i].low not in words.determiners for i in range(start, end)
        )
        if (
            words.verb_second
            and placed
            and bare
            and end - start == 1
            and (before := self._antecedent(start - 1))
        ):
            return before  # "ein Büro in Leipzig, das …": no place without an article
        return tuple(range(start, end))
