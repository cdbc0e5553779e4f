"""How five languages say when, and join clauses: what `benchmarks/plainly.py` composes sentences by."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.plainly_composing import Clause, Language, Predicate, Subject

_FOLDER = Path(__file__).with_name("plainly")
_KINDS = {"+": "plan", "%": "statistic"}


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

    def behind(self, clause: Clause, place: str) -> str:  # noqa: D102
        del place
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
    [
        "in",
        "um",
        "bei",
        "vor",
        "von",
        "an",
        "mit",
        "zum",
        "zur",
        "auf",
        "als",
        "bis",
        "durch",
        "für",
        "nach",
        "dem",
        "einen",
        "einer",
        "vom",
        "im",
    ]
) - {"dem", "einen", "einer"}
_PARTICLES = frozenset(["auf", "ein", "an", "um", "ab", "frei", "über", "nieder"])


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
            months=["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
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
            months=["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
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
            months=["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
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
            months=["januara", "februara", "marta", "aprila", "maja", "juna", "jula", "avgusta", "septembra", "oktobra", "novembra", "decembra"],
            in_months=["januaru", "februaru", "martu", "aprilu", "maju", "junu", "julu", "avgustu", "septembru", "oktobru", "novembru", "decembru"],
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
            months=["janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor"],
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
