"""An invented town in three years: what happens there, and the documents that tell of it, each in its own way.

What happens, and in which words, stands in `retold.toml`; how often that is found to be one, `retold.py` counts.
"""

import random
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.times import edtf
from timeline.times.calendar import civil, day_number
from timeline.times.when import Date, Grain
from timeline.times.words import MONTHS

Deed = dict[str, Any]


def deeds(name: str = "retold") -> list[Deed]:
    """What happens, and the ways to tell of it."""
    found: list[Deed] = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))["deed"]
    return found


TOWNS = ("Ellery", "Ostrow", "Marnhull", "Velden", "Cawsby", "Pellworm", "Tarnock", "Brissac", "Lunden", "Harwell")  # fmt: skip
ELSEWHERE = ("Kelso", "Rathmoor", "Dunlop", "Ashby", "Norrow")
GIVEN = (
    "Ilse",
    "Jonas",
    "Ada",
    "Viktor",
    "Clara",
    "Edmund",
    "Rosa",
    "Henrik",
    "Maud",
    "Anton",
    "Lena",
    "Piers",
)
SURNAMES = (
    "Marrow", "Tessel", "Quint", "Abelard", "Hobday", "Vanner", "Lindqvist", "Orsay", "Prentice", "Gadd", "Sorley",
    "Kastner", "Wickham", "Brandt", "Oakes", "Fennimore", "Delacourt", "Ritter",
)  # fmt: skip
FIRMS = (
    "Salt Company",
    "Steamship Company",
    "Cotton Works",
    "Gas and Light Company",
    "Trading Bank",
    "Water Board",
)
CLUBS = ("Rovers", "Wanderers", "Athletic")
BODIES = ("Space Agency", "Geological Society", "Academy of Sciences")
FILLERS = (
    "Nobody in the town speaks of it without lowering the voice.", "The papers on it fill four boxes.",
    "What it cost has never been made public.", "Older people like to argue about the reasons.",
    "The weather was blamed, as it often is.", "There are several photographs, none of them good.",
)  # fmt: skip
NOUNS = (
    "The {noun} {date} is still remembered.", "The {noun} came {date}.", "Nothing was the same after the {noun} {date}.",
    "Many letters mention the {noun} {date}.",
)  # fmt: skip
_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905
_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()  # noqa: SIM905
_GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """What is told: a number of its own and the day; what it looks like (`of`), and in which way it is not that."""

    number: int
    day: int
    deed: Deed
    names: dict[str, str]
    of: int
    unlike: str = ""
    clauses: tuple[str, ...] = ()
    twin: dict[str, str] | None = None  # the names of the same deed in another town on the same day

    def forms(self, way: str) -> list[str]:
        """The ways to tell it that do not fit another as well."""
        forms = self.clauses if way == "clause" or not self.deed else [*self.deed[way]]
        return [
            form for form in forms if not self.twin or form.format(**self.names) != form.format(**self.twin)
        ]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """Where a happening is told, in which way, and the date that is said."""

    happening: Happening
    way: str
    start: int
    end: int
    date: Date


@dataclass(slots=True)
class Text:
    """A document as it is written, with what its passages tell."""

    name: str
    published: int
    language: str = "en"
    text: str = ""
    told: list[Telling] = field(default_factory=list)

    def say(self, sentence: str, *told: tuple[Happening, str, str], after: str = " ") -> None:
        """A sentence more; and the happenings it tells, the way and the EDTF of each."""
        start = len(self.text)
        self.text += sentence[0].upper() + sentence[1:] + after
        for happening, way, date in told:
            when = edtf.parse(date)
            assert isinstance(when, Date)  # noqa: S101 - so it was made
            self.told.append(Telling(happening, way, start, len(self.text), when))


def project(source: random.Random, known: Sequence[Deed]) -> list[Text]:
    """The documents of one town."""
    town = source.choice(TOWNS)
    surnames = source.sample(SURNAMES, 6)
    people = [f"{source.choice(GIVEN)} {surname}" for surname in surnames]
    first = day_number(source.randrange(1890, 1995), 1, 1)
    happenings = list(_happenings(source, known, town, people, first))
    return [
        text
        for text in (
            _chronicle(source, happenings, first),
            _history(source, happenings, first),
            _listed(source, happenings, first),
            *_news(source, happenings),
            *(
                _foreign(source, happenings, first, language)
                for language in source.sample(("de", "fr", "es"), 1)
            ),
        )
        if text.told
    ]


def _happenings(
    source: random.Random, known: Sequence[Deed], town: str, people: Sequence[str], first: int
) -> Iterator[Happening]:
    firm, club, body = (f"{town} {source.choice(names)}" for names in (FIRMS, CLUBS, BODIES))
    number = 0
    for deed in source.sample(known, 13):
        one, two = source.sample(people, 2)
        org = {"sport": club, "science": body}.get(deed["domain"], firm)
        names = {"a": one, "b": two, "o": org, "p": town, "t": f"the {town} {str(deed['thing']).title()}"}
        day = first + source.randrange(3 * 365)
        number += 1
        own = number
        place = source.choice(ELSEWHERE)
        third = source.choice([person for person in people if person not in (one, two)])
        alike = {"a": third, "b": two, "p": place, "t": f"the {place} {str(deed['thing']).title()}"}
        alike["o"] = org.replace(town, place)
        twin = source.random() < 0.3 and not deed.get("alone")
        yield Happening(own, day, deed, names, own, "", tuple(deed["clause"]), alike if twin else None)
        for unlike, later in (("other", 0), ("reply", source.randrange(1, 15))):
            if deed[unlike] and source.random() < 0.5:
                number += 1
                yield Happening(number, day + later, deed, names, own, unlike, tuple(deed[unlike]))
        if twin:
            number += 1
            clauses = tuple(deed["clause"])
            yield Happening(number, day, deed, alike, own, "elsewhere", clauses, names)
    own = number + 1
    fair = source.choice(("Wool Fair", "Regatta", "Book Fair", "Music Festival"))
    for year in range(3):
        number += 1
        clauses = (
            f"the {town} {fair} was held",
            f"the {town} {fair} took place",
            f"the {town} {fair} opened",
        )
        day = first + 365 * year + 150 + source.randrange(6)
        yield Happening(number, day, {}, {"p": town}, own, f"{'' if not year else 'yearly'}", clauses)


def _short(names: dict[str, str]) -> dict[str, str]:
    """The same under other names: surnames, abbreviations."""
    short = dict(names)
    for key in "ab":
        if key in names:
            short[key] = names[key].split()[-1]
    if "o" in names:
        words = names["o"].split()
        short["o"] = (
            f"the {''.join(word[0] for word in words if word != 'and')}" if len(words) > 2 else words[-1]
        )
    return short


def _org(names: dict[str, str], form: str) -> dict[str, str]:
    """Names as a clause says them: a firm with its article, where none stands before it."""
    del form
    full = dict(names)
    if "o" in names and len(names["o"].split()) > 2:
        full["o"] = f"the {names['o']}"
    return full


def _clause(source: random.Random, one: Happening, *, short: bool = False) -> str:
    form = source.choice(one.forms("clause"))
    return form.format(**(_short(one.names) if short else _org(one.names, form)))


def iso(day: int) -> str:
    year, month, of = civil(day)
    return f"{year:04}-{month:02}-{of:02}"


def _dated(day: int, grain: Grain) -> tuple[str, str]:
    """A date in words with its preposition, and its EDTF."""
    year, month, of = civil(day)
    if grain is Grain.YEAR:
        return f"in {year}", f"{year:04}"
    if grain is Grain.MONTH:
        return f"in {MONTHS[month - 1]} {year}", f"{year:04}-{month:02}"
    return f"on {of} {MONTHS[month - 1]} {year}", iso(day)


def _sentence(source: random.Random, clause: str, date: str) -> str:
    return f"{date}, {clause}." if source.random() < 0.5 else f"{clause} {date}."


def _chosen(source: random.Random, happenings: Iterable[Happening], share: float) -> list[Happening]:
    return sorted(
        (one for one in happenings if source.random() < share), key=lambda one: (one.day, one.number)
    )


def _introduced(text: Text, happenings: Sequence[Happening]) -> None:
    """Who is who, before anything is told."""
    people = sorted({one.names[key] for one in happenings for key in "ab" if key in one.names})
    firms = sorted({one.names["o"] for one in happenings if len(one.names.get("o", "").split()) > 2})
    if people:
        text.say(f"This page names {', '.join(people)}.")
    for firm in firms:
        letters = "".join(word[0] for word in firm.split() if word != "and")
        text.say(f"The {firm} ({letters}) is written about at length.")
    text.text += "\n\n"


def _chronicle(source: random.Random, happenings: Sequence[Happening], first: int) -> Text:
    text = Text("chronicle.txt", first + 9000)
    chosen = _chosen(source, happenings, 0.75)
    _introduced(text, chosen)
    for one in chosen:
        said, date = _dated(one.day, Grain.DAY)
        text.say(_sentence(source, _clause(source, one), said), (one, "clause", date))
        if source.random() < 0.5:
            text.say(source.choice(FILLERS), after="\n\n")
    return text


def _history(source: random.Random, happenings: Sequence[Happening], first: int) -> Text:
    """What knows the month or the year, and often says it as a noun, by short names or from another side."""
    text = Text("history.txt", first + 15000)
    chosen = _chosen(source, happenings, 0.65)
    _introduced(text, chosen)
    for one in chosen:
        grain = source.choice((Grain.DAY, Grain.MONTH, Grain.YEAR))
        said, date = _dated(one.day, grain)
        how = source.random()
        plain = bool(one.deed) and not (one.unlike and one.unlike != "elsewhere")
        size = {Grain.DAY: "day", Grain.MONTH: "month", Grain.YEAR: "year"}[grain]
        if plain and how < 0.45 and one.forms("noun"):
            noun = source.choice(one.forms("noun")).format(**_org(one.names, ""))
            text.say(source.choice(NOUNS).format(noun=noun, date=said), (one, f"noun {size}", date))
        elif plain and how < 0.6 and one.forms("aspect"):
            clause = source.choice(one.forms("aspect")).format(**_org(one.names, ""))
            text.say(_sentence(source, clause, said), (one, f"aspect {size}", date))
        else:
            text.say(_sentence(source, _clause(source, one, short=True), said), (one, f"short {size}", date))
        if source.random() < 0.5:
            text.say(source.choice(FILLERS), after="\n\n")
    return text


def _listed(source: random.Random, happenings: Sequence[Happening], first: int) -> Text:
    text = Text("dates.md", first + 12000, text="# Dates\n\n")
    for one in _chosen(source, happenings, 0.5):
        grain = source.choice((Grain.DAY, Grain.DAY, Grain.MONTH, Grain.YEAR))
        said, date = _dated(one.day, grain)
        if one.deed and one.unlike in ("", "elsewhere") and one.forms("entry"):
            entry = source.choice(one.forms("entry")).format(**one.names)
        else:
            entry = source.choice(one.clauses).format(**one.names)
        entry = entry.removeprefix("the ")
        text.say(
            f"- {said.split(' ', 1)[1]}: {entry[0].upper()}{entry[1:]}", (one, "entry", date), after="\n"
        )
    return text


def _news(source: random.Random, happenings: Sequence[Happening]) -> Iterator[Text]:
    """Reports of a few: headline, lead, the same once more in the body, and something of before."""
    plain = [one for one in happenings if one.deed and not one.unlike]
    for number, one in enumerate(source.sample(plain, min(4, len(plain)))):
        text = Text(f"news-{number}.txt", one.day + source.choice((1, 2)))
        text.say(str(one.deed["head"]).format(**one.names), after="\n\n")
        said = f"on {_WEEKDAYS[(one.day + _MONDAY) % 7]}"
        text.say(f"{_clause(source, one)} {said}.", (one, "lead", iso(one.day)))
        text.say(source.choice(FILLERS))
        for other in happenings:
            if other.of == one.number and other.unlike == "other":
                text.say(f"{_clause(source, other)} {said}.", (other, "lead", iso(one.day)))
        text.say(source.choice(FILLERS), after="\n\n")
        if source.random() < 0.6 and one.forms("noun"):
            noun = source.choice(one.forms("noun")).format(**_short(one.names))
            frame = source.choice(
                ("The {noun} {date} surprised many.", "Witnesses described the {noun} {date}.")
            )
            text.say(frame.format(noun=noun, date=said), (one, "again", iso(one.day)))
        before = [other for other in plain if 20 < one.day - other.day < 700]
        if before:
            other = source.choice(before)
            said, date = _dated(other.day, source.choice((Grain.MONTH, Grain.YEAR)))
            text.say(f"{_clause(source, other)} {said}.", (other, "recalled", date))
        yield text
    for number, one in enumerate(source.sample(plain, min(5, len(plain)))):
        if one.deed["plan"]:
            told = one.day - source.randrange(40, 90)
            text = Text(f"plans-{number}.txt", told + 1)
            announced = Happening(-one.number, told, one.deed, one.names, one.number, "announced")
            plan = str(one.deed["plan"]).format(**_org(one.names, ""))
            said, date = _dated(one.day, source.choice((Grain.DAY, Grain.MONTH)))
            weekday = f"on {_WEEKDAYS[(told + _MONDAY) % 7]}"
            text.say(
                f"{weekday}, {plan} {said}.", (announced, "announced", iso(told)), (one, "planned", date)
            )
            text.say(source.choice(FILLERS))
            yield text


def _foreign(source: random.Random, happenings: Sequence[Happening], first: int, language: str) -> Text:
    text = Text(f"chronicle.{language}.txt", first + 10000, language)
    for one in _chosen(source, happenings, 0.8):
        if (
            one.unlike in ("", "elsewhere")
            and one.deed
            and one.deed.get(language)
            and (forms := one.forms(language))
        ):
            clause = source.choice(forms).format(**{**one.names, "t": _thing(one.names["t"], language)})
            year, month, of = civil(one.day)
            said = {
                "de": f"am {of}. {_GERMAN[month - 1]} {year}",
                "fr": f"le {of} {_FRENCH[month - 1]} {year}",
                "es": f"el {of} de {_SPANISH[month - 1]} de {year}",
            }[language]
            text.say(f"{said}: {clause}.", (one, language, iso(one.day)), after="\n\n")
    return text


_THINGS = {
    "de": {"Airfield": "den Flugplatz von {}", "Bridge": "die {}-Brücke", "Theatre": "das Theater von {}", "Mill": "die Mühle von {}", "Tower": "der Turm von {}", "Brewery": "die Brauerei von {}", "Shipyard": "die Werft von {}", "Church": "die Kirche von {}", "Museum": "das Museum von {}", "Dam": "der Damm von {}"},
    "fr": {"Airfield": "l’aérodrome de {}", "Bridge": "le pont de {}", "Theatre": "le théâtre de {}", "Mill": "le moulin de {}", "Tower": "la tour de {}", "Brewery": "la brasserie de {}", "Shipyard": "le chantier naval de {}", "Church": "l'église de {}", "Museum": "le musée de {}", "Dam": "le barrage de {}"},
    "es": {"Airfield": "el aeródromo de {}", "Bridge": "el puente de {}", "Theatre": "el teatro de {}", "Mill": "el molino de {}", "Tower": "la torre de {}", "Brewery": "la cervecería de {}", "Shipyard": "el astillero de {}", "Church": "la iglesia de {}", "Museum": "el museo de {}", "Dam": "la presa de {}"},
}  # fmt: skip


def _thing(thing: str, language: str) -> str:
    _, town, what = thing.split(" ", 2)
    return _THINGS[language].get(what, "{}").format(town)


_MONDAY = -day_number(2024, 1, 1) % 7  # the first of January 2024 was a Monday
