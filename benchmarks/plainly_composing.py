"""Composing: clauses with dates, and the ways of joining them, in any language; `plainly_languages.py` says what each has."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a subject does: clitics (Serbian), the verb, what follows, what ends the clause (German).

    `ahead` says that the verb may stand before its subject, `passive` is its participle where it has one.
    """

    verb: str
    rest: str
    end: str = ""
    clitic: str = ""
    kind: str = "event"
    ahead: bool = False
    passive: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what did it; gender "m", "f" or "n"."""

    name: str
    gender: str
    predicates: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """What happened when; `said` is the title in full, `date` the words for when, `front` those that open a sentence."""

    subject: Subject
    did: Predicate
    date: str
    front: str
    year: int
    said: str

    @property
    def kind(self) -> str:
        """Its kind, as a mention has it."""
        return self.did.kind


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the clauses that it tells; `teller` are words that a title may have besides, `loose` frees auxiliaries."""

    text: str
    clauses: tuple[Clause, ...]
    teller: str = ""
    loose: bool = False


@dataclass(frozen=True)
class Language:
    """A language's words for joining, and its order of words."""

    code: str
    dates: Sequence[str]
    months: Sequence[str]
    and_: Sequence[str]
    but: Sequence[str]
    subordinators: Sequence[str]
    relatives: Mapping[str, str]
    subjects_pronouns: Mapping[str, str]
    tellers: Sequence[str]
    lists: Sequence[str]
    passives: re.Pattern[str]
    also: str
    in_months: Sequence[str] = ()
    auxiliaries: set[str] = field(default_factory=set)
    pronouns: set[str] = field(default_factory=set)
    pool: tuple[Subject, ...] = ()

    # -- what a language does in its own way ------------------------------------------------

    def main(self, clause: Clause, place: str) -> str:
        """A main clause with its date at "front", "middle" or "end"."""
        did, who = clause.did, clause.subject.name
        if place == "front":
            comma = "," if self.code == "fr" else ""
            if did.ahead:
                return f"{clause.front}{comma} {did.verb} {who} {did.rest}"
            return f"{clause.front}{comma} {who} {did.verb} {did.rest}"
        return f"{who} {self.shared(clause, place)}"

    def shared(self, clause: Clause, place: str) -> str:
        """A predicate with its date, behind a subject that stands elsewhere."""
        did = clause.did
        if place == "front":
            comma = "," if self.code == "fr" else ""
            lead = f", {clause.front}," if self.code == "fr" else clause.front
            return f"{lead} {did.verb} {did.rest}".replace(",,", comma)
        middle = (clause.date, did.rest) if place == "middle" else (did.rest, clause.date)
        return f"{did.verb} {middle[0]} {middle[1]}"

    def joining(self, clause: Clause, place: str) -> str:
        """A predicate behind "and"."""
        return self.shared(clause, place)

    def hanging(self, clause: Clause, place: str) -> str:
        """A clause behind a word that makes it hang on another."""
        return self.main(clause, "end" if place == "front" else place)

    def behind(self, clause: Clause, place: str) -> str:
        """A main clause behind one that hangs on it."""
        return self.main(clause, place)

    def relative(self, clause: Clause, place: str) -> str:
        """A relative clause whose pronoun is its subject."""
        return f"{self.relatives[clause.subject.gender]} {self.shared(clause, 'end' if place == 'front' else place)}"

    def again(self, clause: Clause, place: str) -> str:
        """A sentence that goes on with the subject of the one before, as a pronoun or not at all."""
        who = self.subjects_pronouns[clause.subject.gender]
        subject = replace(clause.subject, name=who)
        return self.main(replace(clause, subject=subject), place) if who else self.shared(clause, place)

    def participle(self, clause: Clause, place: str) -> str:
        """A participle with its date, without a verb of its own."""
        middle = (clause.date, clause.did.rest) if place == "middle" else (clause.did.rest, clause.date)
        return f"{clause.did.passive} {middle[0]} {middle[1]}"

    def title(self, subject: Subject, did: Predicate) -> str:
        """A clause without its date."""
        return " ".join(f"{subject.name} {did.clitic} {did.verb} {did.rest} {did.end}".split())

    # -- the pool and the dates -------------------------------------------------------------

    def clause(self, rng: random.Random, subject: Subject, did: Predicate, years: set[int]) -> Clause:
        """A clause with a date of its own, in one of the language's forms."""
        span = (2024, 2039) if did.kind == "plan" else (1841, 1989)
        year = rng.choice([y for y in range(*span) if y not in years])
        years.add(year)
        month, form = rng.randrange(12), rng.choice(self.dates)
        words = form.format(d=rng.randint(2, 28), m=month + 1, month=self.months[month], y=year,
                            inm=(self.in_months or self.months)[month])  # fmt: skip
        front, _, inside = words.partition(" / ")
        return Clause(subject, did, (inside or front).strip(), front.strip(), year, self.title(subject, did))

    def some(self, rng: random.Random, count: int, *, past: bool = False) -> tuple[Clause, ...]:
        """Clauses of different subjects."""
        years: set[int] = set()
        subjects = rng.sample(self.pool, count)
        return tuple(
            self.clause(rng, s, rng.choice([d for d in s.predicates if not past or d.kind != "plan"]), years)
            for s in subjects
        )

    def pair(self, rng: random.Random, *, passive: str = "") -> tuple[Clause, Clause]:
        """Two clauses of one subject; `passive`: the first ("one") or both ("two") with a participle."""
        fit = [
            (s, one, two)
            for s in self.pool
            for one, two in permutations(s.predicates, 2)
            if (not passive or one.passive) and (passive != "two" or self.alike(one, two))
        ]
        subject, one, two = rng.choice(fit)
        years: set[int] = set()
        return self.clause(rng, subject, one, years), self.clause(rng, subject, two, years)

    def alike(self, one: Predicate, two: Predicate) -> bool:
        """Whether two participles may share an auxiliary."""
        return bool(one.passive and two.passive) and self.helper(one) == self.helper(two)

    def helper(self, did: Predicate) -> str:
        """The auxiliary of a passive."""
        return did.clitic + did.verb.removesuffix(did.passive)

    def constructions(self) -> dict[str, Callable[["Language", random.Random], Text]]:
        """The ways to compose a text, by name."""
        known: dict[str, Callable[[Language, random.Random], Text]] = {
            "front": lambda lang, rng: _single(lang, rng, "front"),
            "middle": lambda lang, rng: _single(lang, rng, "middle"),
            "end": lambda lang, rng: _single(lang, rng, "end"),
            "and": _and,
            "semicolon": _semicolon,
            "main+sub": _main_sub,
            "sub+main": _sub_main,
            "relative": _relative,
            "shared": _shared,
            "again": _again,
            "that": _that,
            "colon": _colon,
            "two dates": _two_dates,
        }
        if any(d.passive for s in self.pool for d in s.predicates):
            known["participle"] = _participle
        if any(self.alike(*both) for s in self.pool for both in permutations(s.predicates, 2)):
            known["participles"] = _participles
        return known


def _place(rng: random.Random) -> str:
    return rng.choice(("front", "middle", "end"))


def sentence(text: str) -> str:
    """Words as a sentence."""
    text = re.sub(r"\s+", " ", text).strip().replace(" ,", ",")
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else text + "."


def _single(lang: Language, rng: random.Random, place: str) -> Text:
    (clause,) = lang.some(rng, 1)
    return Text(sentence(lang.main(clause, place)), (clause,))


def _and(lang: Language, rng: random.Random) -> Text:
    one, two = lang.some(rng, 2)
    second = lang.main(two, _place(rng))
    link = rng.choice((*lang.and_, *lang.but))
    return Text(sentence(f"{lang.main(one, _place(rng))}{joined(lang, link, second)}"), (one, two))


def joined(lang: Language, link: str, second: str) -> str:
    """A connective before what it joins; "y" is "e" before an i."""
    if lang.code == "es" and link.strip() == "y" and re.match(r"h?i(?!e)", second):
        link = link.replace("y", "e")
    return f"{link}{second}"


def _semicolon(lang: Language, rng: random.Random) -> Text:
    one, two = lang.some(rng, 2)
    return Text(sentence(f"{lang.main(one, _place(rng))}; {lang.main(two, _place(rng))}"), (one, two))


def _main_sub(lang: Language, rng: random.Random) -> Text:
    one, two = lang.some(rng, 2, past=True)
    comma = "," if lang.code in {"de", "fr", "es", "sq", "sr"} else ""
    word = rng.choice(lang.subordinators)
    text = f"{lang.main(one, _place(rng))}{comma} {word} {lang.hanging(two, _place(rng))}"
    return Text(sentence(text), (one, two))


def _sub_main(lang: Language, rng: random.Random) -> Text:
    one, two = lang.some(rng, 2, past=True)
    word = rng.choice([w for w in lang.subordinators if w not in {"jer", "sepse", "porque", "denn"}])
    main = lang.behind(two, rng.choice(("middle", "end")))
    return Text(sentence(f"{word} {lang.hanging(one, _place(rng))}, {main}"), (one, two))


def _relative(lang: Language, rng: random.Random) -> Text:
    one, two = lang.pair(rng)
    main = lang.shared(two, rng.choice(("middle", "end")))
    return Text(sentence(f"{one.subject.name}, {lang.relative(one, _place(rng))}, {main}"), (one, two))


def _shared(lang: Language, rng: random.Random) -> Text:
    one, two = lang.pair(rng)
    shares = one.did.clitic in {"", "je"}  # an auxiliary is left out only after another
    second = lang.joining(two, _place(rng) if shares else "front")
    return Text(
        sentence(f"{lang.main(one, _place(rng))}{joined(lang, rng.choice(lang.and_), second)}"), (one, two)
    )


def _again(lang: Language, rng: random.Random) -> Text:
    one, two = lang.pair(rng)
    first = lang.main(one, rng.choice(("middle", "end")))
    return Text(f"{sentence(first)} {sentence(lang.again(two, _place(rng)))}", (one, two))


def _that(lang: Language, rng: random.Random) -> Text:
    (clause,) = lang.some(rng, 1)
    teller = rng.choice(lang.tellers)
    return Text(sentence(f"{teller} {lang.hanging(clause, _place(rng))}"), (clause,), teller=teller)


def _colon(lang: Language, rng: random.Random) -> Text:
    one, two = lang.some(rng, 2)
    lead = rng.choice(lang.lists)
    return Text(sentence(f"{lead}: {lang.main(one, _place(rng))}; {lang.main(two, _place(rng))}"), (one, two))


def _two_dates(lang: Language, rng: random.Random) -> Text:
    subject = rng.choice(lang.pool)
    did = rng.choice([d for d in subject.predicates if d.kind == "event"])
    years: set[int] = set()
    one, two = lang.clause(rng, subject, did, years), lang.clause(rng, subject, did, years)
    both = replace(one, date=f"{one.date}{lang.also}{two.date}", front=f"{one.front}{lang.also}{two.date}")
    return Text(sentence(lang.main(both, _place(rng))), (one, two))


def _participle(lang: Language, rng: random.Random) -> Text:
    one, two = lang.pair(rng, passive="one")
    main = lang.shared(two, rng.choice(("middle", "end")))
    text = f"{one.subject.name}, {lang.participle(one, rng.choice(('middle', 'end')))}, {main}"
    return Text(sentence(text), (one, two), loose=True)


def _participles(lang: Language, rng: random.Random) -> Text:
    one, two = lang.pair(rng, passive="two")
    second = lang.participle(two, rng.choice(("middle", "end")))
    first = lang.main(one, rng.choice(("middle", "end")))
    return Text(sentence(f"{first}{joined(lang, lang.and_[0], second)}"), (one, two), loose=True)
