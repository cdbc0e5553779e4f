"""How five languages say when, and join clauses: what `benchmarks/plainly.py` composes sentences by."""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations
from pathlib import Path

_FOLDER = Path(__file__).with_name("plainly")
_KINDS = {"+": "plan", "%": "statistic"}


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
    main = lang.inverted(two) if isinstance(lang, German) else lang.main(two, rng.choice(("middle", "end")))
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


class German(Language):
    """The verb comes second, and last in a clause that hangs on another."""

    def main(self, clause: Clause, place: str) -> str:  # noqa: D102
        did, who = clause.did, clause.subject.name
        if place == "front":
            return f"{clause.front} {self._behind(did, who, '')}"
        return f"{who} {self.shared(clause, place)}"

    def _behind(self, did: Predicate, who: str, date: str) -> str:
        reflexive, rest = (
            ("sich", did.rest.removeprefix("sich")) if did.rest.startswith("sich") else ("", did.rest)
        )
        return f"{did.verb} {who} {reflexive} {date} {rest} {did.end}"

    def inverted(self, clause: Clause) -> str:
        """A main clause behind one that hangs on it."""
        return self._behind(clause.did, clause.subject.name, clause.date)

    def shared(self, clause: Clause, place: str) -> str:  # noqa: D102
        did = clause.did
        if place == "front":
            return (
                f"{did.verb} {clause.date} {did.rest} {did.end}"
                if "sich" not in did.rest
                else self._late(did, clause.date)
            )
        return (
            self._late(did, clause.date)
            if place == "end" or "sich" in did.rest
            else f"{did.verb} {clause.date} {did.rest} {did.end}"
        )

    def _late(self, did: Predicate, date: str) -> str:
        words = did.rest.split()
        if words[:1] == ["sich"]:
            return f"{did.verb} sich {date} {' '.join(words[1:])} {did.end}"
        nouns = not words or words[0].lower() in _PREPOSITIONS
        return (
            f"{did.verb} {date} {did.rest} {did.end}" if nouns else f"{did.verb} {did.rest} {date} {did.end}"
        )

    def hanging(self, clause: Clause, place: str) -> str:  # noqa: D102
        return f"{clause.subject.name} {self._last(clause, place)}"

    def relative(self, clause: Clause, place: str) -> str:  # noqa: D102
        return f"{self.relatives[clause.subject.gender]} {self._last(clause, place)}"

    def _last(self, clause: Clause, place: str) -> str:
        did = clause.did
        words = did.rest.split()
        late = place == "end" and words and words[0].lower() not in _PREPOSITIONS and words[0] != "sich"
        middle = f"{did.rest} {clause.date}" if late else f"{clause.date} {did.rest}"
        if words[:1] == ["sich"]:
            middle = f"sich {clause.date} {' '.join(words[1:])}"
        separable = did.end in _PARTICLES
        verb = f"{did.end}{did.verb}" if separable else f"{did.end} {did.verb}"
        return f"{middle} {verb}"

    def participle(self, clause: Clause, place: str) -> str:  # noqa: D102
        del place
        return f"{clause.date} {clause.did.rest} {clause.did.passive}"


_PREPOSITIONS = frozenset(
    "in um bei vor von an mit zum zur auf als bis durch für nach dem einen einer vom im".split()
) - {"dem", "einen", "einer"}
_PARTICLES = frozenset("auf ein an um ab frei über nieder".split())


class Serbian(Language):
    """Clitics come second."""

    def main(self, clause: Clause, place: str) -> str:  # noqa: D102
        did, who = clause.did, clause.subject.name
        if place == "front":
            return f"{clause.front} {who} {did.clitic} {did.verb} {did.rest}"
        return f"{who} {self.shared(clause, place)}"

    def shared(self, clause: Clause, place: str) -> str:  # noqa: D102
        did = clause.did
        if place == "end":
            return f"{did.clitic} {did.verb} {did.rest} {clause.date}"
        return f"{did.clitic} {clause.date} {did.verb} {did.rest}"

    def joining(self, clause: Clause, place: str) -> str:  # noqa: D102
        did = clause.did
        if place == "front":
            return f"{clause.date} {did.clitic} {did.verb} {did.rest}"
        clitic = "" if did.clitic == "je" else did.clitic
        if clitic == "će":
            return f"će {did.verb} {did.rest} {clause.date}"
        return f"{did.verb} {clitic} {did.rest} {clause.date}"

    def hanging(self, clause: Clause, place: str) -> str:  # noqa: D102
        did, who = clause.did, clause.subject.name
        if place == "end":
            return f"{did.clitic} {who} {did.verb} {did.rest} {clause.date}"
        return f"{did.clitic} {who} {clause.date} {did.verb} {did.rest}"

    def again(self, clause: Clause, place: str) -> str:  # noqa: D102
        did = clause.did
        if place == "front" or did.clitic == "će":
            return f"{clause.front} {did.clitic} {did.verb} {did.rest}"
        return f"{did.verb} {did.clitic} {did.rest} {clause.date}"


def _pool(code: str, passives: re.Pattern[str]) -> Iterator[Subject]:
    for block in (_FOLDER / f"{code}.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.strip().splitlines() if not line.startswith("#")]
        words = [word for word in lines[0].split() if word != "person"]
        yield Subject(
            " ".join(words[:-1]), words[-1], tuple(_did(code, line, passives) for line in lines[1:])
        )


def _did(code: str, line: str, passives: re.Pattern[str]) -> Predicate:
    mark, ahead = line[0], line.startswith("~")
    parts = [part.strip() for part in line.lstrip("+%~ ").split("|")]
    kind = _KINDS.get(mark, "event")
    if code == "sr":
        passive = parts[1] if passives.fullmatch(parts[1]) and parts[0] == "je" else ""
        return Predicate(parts[1], parts[2], clitic=parts[0], kind=kind, passive=passive)
    if code == "de":
        passive = parts[2] if parts[0] == "wurde" and parts[2] else ""
        return Predicate(parts[0], parts[1], parts[2], kind=kind, passive=passive)
    found = passives.match(parts[0])
    passive = parts[0][found.end() :] if found else ""
    return Predicate(parts[0], parts[1], kind=kind, ahead=ahead, passive=passive)


def _made(language: Language) -> Language:
    return replace(language, pool=tuple(_pool(language.code, language.passives)))


LANGUAGES = {
    one.code: _made(one)
    for one in (
        German(
            code="de",
            months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
            dates=("am {d}. {month} {y}", "im {month} {y}", "{y}", "im Jahr {y}", "am {d:02}.{m:02}.{y}", "im Frühjahr {y}",
                   "Ende {month} {y}", "bereits {y}"),
            and_=(" und ", ", und "), but=(", aber ", ", doch "),
            subordinators=("nachdem", "bevor", "während", "obwohl", "weil", "als"),
            relatives={"m": "der", "f": "die", "n": "das"},
            subjects_pronouns={"m": "er", "f": "sie", "n": "es"},
            tellers=("die Sprecherin teilte mit, dass", "der Bericht erwähnt, dass", "die Behörde bestätigte, dass"),
            lists=("zwei Vorgänge sind belegt", "die Akte nennt zweierlei"),
            passives=re.compile("wurde"), also=" und ",
            auxiliaries={"wurde", "ist", "war", "worden"}, pronouns={"er", "sie", "es"},
        ),
        Language(
            code="fr",
            months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
            dates=("le {d} {month} {y}", "en {month} {y}", "en {y}", "dès {y}", "au printemps {y}", "fin {month} {y}", "le {d:02}/{m:02}/{y}"),
            and_=(" et ",), but=(", mais ",),
            subordinators=("après que", "tandis que", "lorsque", "alors que", "parce que"),
            relatives={"m": "qui", "f": "qui"},
            subjects_pronouns={"m": "il", "f": "elle"},
            tellers=("la préfecture a annoncé que", "le rapport indique que", "le maire confirma que"),
            lists=("deux faits sont attestés", "le dossier mentionne deux faits"),
            passives=re.compile(r"(?:fut|a été|est) (?=\w+(?:ée?|is|it|us|ert)$)"), also=" et ",
            auxiliaries={"fut", "est", "été", "a"}, pronouns={"il", "elle"},
        ),
        Language(
            code="es",
            months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
            dates=("el {d} de {month} de {y}", "en {month} de {y}", "en {y}", "ya en {y}", "en la primavera de {y}",
                   "a finales de {month} de {y}", "el {d:02}/{m:02}/{y}"),
            and_=(" y ",), but=(", pero ",),
            subordinators=("después de que", "mientras que", "cuando", "aunque", "porque"),
            relatives={"m": "que", "f": "que"},
            subjects_pronouns={"m": "", "f": ""},
            tellers=("la portavoz anunció que", "el informe señala que", "el alcalde confirmó que"),
            lists=("constan dos hechos", "el expediente recoge dos hechos"),
            passives=re.compile(r"(?:fue|ha sido) (?=\w+$)"), also=" y ",
            auxiliaries={"fue", "ha", "sido"}, pronouns={"él", "ella"},
        ),
        Serbian(
            code="sr",
            months="januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra".split(),
            in_months="januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru".split(),
            dates=("{d}. {month} {y}. godine", "{d}. {month} {y}.", "u {inm} {y}. godine", "{y}. godine", "u proleće {y}. godine",
                   "krajem {month} {y}.", "{d:02}.{m:02}.{y}. godine"),
            and_=(" i ",), but=(", ali ", ", a "),
            subordinators=("nakon što", "pre nego što", "dok", "kada", "iako", "jer"),
            relatives={"m": "koji", "f": "koja"},
            subjects_pronouns={"m": "", "f": ""},
            tellers=("portparol je saopštio da", "izveštaj navodi da", "opština je potvrdila da"),
            lists=("zabeležena su dva događaja", "u spisu su dva podatka"),
            passives=re.compile(r"\w+(?:en|an|ut|ena|ana|uta|data)"), also=" i ",
            auxiliaries={"je", "su"}, pronouns={"on", "ona"},
        ),
        Language(
            code="sq",
            months="janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor".split(),
            dates=("më {d} {month} {y}", "në {month} {y}", "në vitin {y}", "në {y}", "në pranverën e vitit {y}", "në fund të vitit {y}",
                   "më {d:02}.{m:02}.{y}"),
            and_=(" dhe ", " e "), but=(", por ", ", kurse "),
            subordinators=("pasi", "kur", "ndërsa", "megjithëse", "sepse"),
            relatives={"m": "që", "f": "që"},
            subjects_pronouns={"m": "", "f": ""},
            tellers=("zëdhënësja njoftoi se", "raporti thotë se", "bashkia konfirmoi se"),
            lists=("dihen dy ngjarje", "dosja përmend dy ngjarje"),
            passives=re.compile(r"(?!)"), also=" dhe ",
            auxiliaries={"u", "është"}, pronouns={"ai", "ajo"},
        ),
    )
}  # fmt: skip
