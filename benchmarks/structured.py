"""How well lists, tables and headings are read: documents made of known happenings, in every layout that people use.

    python benchmarks/structured.py [--misses LAYOUT] [--documents 6] [--seed 1]

A document's right answer is known by construction: which date belongs to which happening, of which kind, and a word that its
title must have. For each layout the table says how many of a hundred were told rightly, under the right date with another
kind, under the right date in other words (`false`), not at all, and what was told besides. Pages that tell no happening
(prices, timetables, references, codes …) count what is told on them as an event.
"""

import argparse
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline import pipeline
from timeline.model.document import DocumentId, Metadata
from timeline.model.event import Kind, Mention
from timeline.times import edtf
from timeline.times.when import extent

_RECORDS = Path(__file__).with_name("structured_records.toml")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_TITLES = {
    "en": ("Chronicle of the Norham district", "Norham through the years", "History of Norham"),
    "de": ("Chronik des Kreises Norham", "Norham im Lauf der Jahre", "Geschichte von Norham"),
    "fr": ("Chronique du canton de Norham", "Norham au fil des ans", "Histoire de Norham"),
    "es": ("Crónica de la comarca de Norham", "Norham a lo largo de los años", "Historia de Norham"),
}
_HEADERS = {
    "en": ("Date", "Year", "Event", "Note", "Place", "Owner", "Action", "Due"),
    "de": ("Datum", "Jahr", "Ereignis", "Anmerkung", "Ort", "Zuständig", "Aufgabe", "Frist"),
    "fr": ("Date", "Année", "Événement", "Remarque", "Lieu", "Responsable", "Tâche", "Échéance"),
    "es": ("Fecha", "Año", "Acontecimiento", "Nota", "Lugar", "Responsable", "Tarea", "Plazo"),
}
_LEVELS = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A happening that a document tells: its date in EDTF, its kind, and words of which its title must have all."""

    date: str
    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A document, and all that it tells."""

    layout: str
    language: str
    name: str
    text: str
    wanted: tuple[Wanted, ...]
    published: str = "2024-06-30"


@dataclass(frozen=True, slots=True)
class Day:
    """A date of some precision."""

    year: int
    month: int
    day: int
    level: str

    def edtf(self) -> str:
        """As EDTF."""
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 3 - _LEVELS.index(self.level)])

    def said(self, language: str, *, year: bool = True) -> str:
        """As the language writes it."""
        month = _MONTHS[language].split()[self.month - 1]
        of = " de " if language == "es" else " "
        if self.level == "year":
            return str(self.year)
        said = month if self.level == "month" else f"{self.day}{'.' if language == 'de' else ''}{of}{month}"
        return f"{said}{of}{self.year}" if year else said


@dataclass(frozen=True, slots=True)
class Item:
    """A happening and its date."""

    date: Day
    record: Mapping[str, str]
    said: str

    def wanted(self, kind: str = "event", date: str = "") -> Wanted:
        """What is to be told of it."""
        return Wanted(date or self.date.edtf(), kind, (self.record["key"],))


class Maker:
    """Makes items, by chance but the same for a seed."""

    def __init__(self, language: str, seed: str) -> None:
        self.language = language
        self.random = random.Random(seed)  # noqa: S311  # no secret

    def day(self, level: str = "", first: int = 1890, last: int = 2019) -> Day:
        """A date; its precision by chance where none is asked for."""
        chosen = level or self.random.choice(_LEVELS)
        return Day(
            self.random.randint(first, last),
            self.random.randint(1, 12),
            self.random.randint(1, 28),
            chosen,
        )

    def items(self, many: int, form: str, level: str = "") -> list[Item]:
        """So many happenings in the order of their dates, all of one precision."""
        level = level or self.random.choice(_LEVELS)
        chosen = self.random.sample(_records()[self.language], many)
        days = sorted(
            {day.year: day for day in (self.day(level) for _ in range(40))}.values(), key=lambda d: d.year
        )
        days = sorted(self.random.sample(days, many), key=lambda d: d.year)
        return [
            Item(day, record, record[form or self.random.choice(("line", "noun", "clause"))])
            for day, record in zip(days, chosen, strict=True)
        ]

    def title(self) -> str:
        """A document's title."""
        return self.random.choice(_TITLES[self.language])


@cache
def _records() -> Mapping[str, list[dict[str, str]]]:
    return tomllib.loads(_RECORDS.read_text(encoding="utf-8"))


Layout = Callable[[Maker], tuple[str, str, list[Wanted]]]
_LAYOUTS: dict[str, tuple[Layout, tuple[str, ...]]] = {}


def _layout(name: str, languages: str = "en de fr es") -> Callable[[Layout], Layout]:
    def add(made: Layout) -> Layout:
        _LAYOUTS[name] = made, tuple(languages.split())
        return made

    return add


def _lines(name: str, pattern: str, form: str, level: str = "", file: str = "md") -> None:
    """A layout of one line an item: `D` is its date, `X` what happened."""

    def made(maker: Maker) -> tuple[str, str, list[Wanted]]:
        items = maker.items(5, form, level)
        lines = [
            pattern.replace("D", "\0").replace("X", item.said).replace("\0", item.date.said(maker.language))
            for item in items
        ]
        title = maker.title() if file == "txt" else f"# {maker.title()}"
        return f"{title}\n\n" + "\n".join(lines) + "\n", file, [item.wanted() for item in items]

    _LAYOUTS[name] = made, ("en", "de", "fr", "es")


for _form in ("clause", "line", "noun"):
    _lines(f"item date: {_form}", "- D: X", _form)
    _lines(f"item date – {_form}", "- D – X", _form)
    _lines(f"item **date** {_form}", "- **D** X.", _form)
    _lines(f"item **date** – {_form}", "- **D** – X", _form)
    _lines(f"item {_form}, date", "- X, D", _form)
    _lines(f"item {_form} (date)", "- X (D)", _form)
    _lines(f"item {_form} — date", "- X — D", _form)
    _lines(f"line • date: {_form}", "• D: X", _form, file="txt")
    _lines(f"line date – {_form}", "D – X", _form, file="txt")
    _lines(f"line date tab {_form}", "D\tX", _form, file="txt")
    _lines(f"line date. {_form}", "D. X.", _form, file="txt")
    _lines(f"paragraph **date.** {_form}", "**D.** X.\n", _form)
    _lines(f"definition: date, {_form}", "D\n: X\n", _form)


def _table(name: str, columns: str, form: str, file: str = "md") -> None:
    """A layout of one row an item: D date, X happening, P place, N note."""

    def made(maker: Maker) -> tuple[str, str, list[Wanted]]:
        items = maker.items(5, form)
        date, year, event, note, place = _HEADERS[maker.language][:5]
        heads = {"D": year if items[0].date.level == "year" else date, "X": event, "N": note, "P": place}
        rows = []
        for item in items:
            cells = {
                "D": item.date.said(maker.language),
                "X": item.said,
                "N": maker.random.choice(("", "–", "✓", "12 m")),
                "P": maker.random.choice(("Norham", "Tovey", "Ulm")),
            }
            rows.append([cells[column] for column in columns])
        return (
            _tabled(maker.title(), [heads[c] for c in columns], rows, file),
            file,
            [item.wanted() for item in items],
        )

    _LAYOUTS[name] = made, ("en", "de", "fr", "es")


def _tabled(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], file: str) -> str:
    if file == "md":
        lines = [
            "| " + " | ".join(heads) + " |",
            "|" + "---|" * len(heads),
            *("| " + " | ".join(row) + " |" for row in rows),
        ]
        return f"# {title}\n\n" + "\n".join(lines) + "\n"
    head = "".join(f"<th>{one}</th>" for one in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><body><h1>{title}</h1><table><tr>{head}</tr>{body}</table></body></html>"


for _form in ("clause", "line", "noun"):
    for _columns in ("DX", "XD", "DXN", "XPD", "PDX"):
        _table(f"table {_columns} {_form}", _columns, _form)
    _table(f"html table DXN {_form}", "DXN", _form, "html")
    _table(f"html table NXD {_form}", "NXD", _form, "html")


@_layout("heading year, paragraph")
def _heading_paragraph(maker: Maker) -> tuple[str, str, list[Wanted]]:
    items = maker.items(4, "clause", "year")
    parts = [f"## {item.date.year}\n\n{item.said}.\n" for item in items]
    return f"# {maker.title()}\n\n" + "\n".join(parts), "md", [item.wanted() for item in items]


def _grouped(maker: Maker, form: str, level: str) -> list[list[Item]]:
    """Happenings, two a year, in their order."""
    items = maker.items(6, form, level)
    groups = []
    for at in range(0, 6, 2):
        year = items[at].date.year
        one, two = sorted((item.date.month, item.date.day) for item in items[at : at + 2])
        days = (
            Day(year, one[0], one[1], level),
            Day(year, max(two[0], min(one[0] + 1, 12)), max(two[1], 2) if one[0] < 12 else 28, level),
        )
        groups.append(
            [Item(day, item.record, item.said) for day, item in zip(days, items[at : at + 2], strict=True)]
        )
    return groups


def _grouping(name: str, lines: tuple[str, str], form: str, level: str, file: str = "md") -> None:
    """Happenings under a year, each on a line; of `lines` one is the year's (`Y`), one theirs (`D` their day without it)."""
    head, line = lines

    def made(maker: Maker) -> tuple[str, str, list[Wanted]]:
        groups = _grouped(maker, form, level)
        text = maker.title() + "\n\n" if file == "txt" else f"# {maker.title()}\n\n"
        for group in groups:
            text += head.replace("Y", str(group[0].date.year))
            for item in group:
                day = item.date.said(maker.language, year=False)
                text += line.replace("D", "\0").replace("X", item.said).replace("\0", day)
            text += "\n"
        return text, file, [item.wanted() for group in groups for item in group]

    _LAYOUTS[name] = made, ("en", "de", "fr", "es")


for _form in ("clause", "line", "noun"):
    _grouping(f"heading year, items {_form}", ("## Y\n\n", "- X\n"), _form, "year")
    _grouping(f"heading year, items date: {_form}", ("## Y\n\n", "- D: X\n"), _form, "day")
    _grouping(f"heading year, items {_form} (month)", ("## Y\n\n", "- X (D)\n"), _form, "month")
    _grouping(f"heading year, items {_form}, date", ("## Y\n\n", "- X, D\n"), _form, "day")
    _grouping(f"bold year, items {_form}", ("**Y**\n\n", "- X\n"), _form, "year")
    _grouping(f"nested items {_form}", ("- Y\n", "  - X\n"), _form, "year")
    _grouping(f"nested items date {_form}", ("- **Y**\n", "  - D: X\n"), _form, "day")
    _grouping(f"plain year, lines date: {_form}", ("Y\n\n", "D: X.\n\n"), _form, "day", "txt")


@_layout("nested html")
def _nested_html(maker: Maker) -> tuple[str, str, list[Wanted]]:
    groups = _grouped(maker, "", "year")
    inner = "".join(
        f"<li>{group[0].date.year}<ul>" + "".join(f"<li>{item.said}</li>" for item in group) + "</ul></li>"
        for group in groups
    )
    text = f"<html><body><h1>{maker.title()}</h1><ul>{inner}</ul></body></html>"
    return text, "html", [item.wanted() for group in groups for item in group]


@_layout("definition html")
def _definition_html(maker: Maker) -> tuple[str, str, list[Wanted]]:
    items = maker.items(5, "")
    inner = "".join(f"<dt>{item.date.said(maker.language)}</dt><dd>{item.said}</dd>" for item in items)
    return (
        f"<html><body><h1>{maker.title()}</h1><dl>{inner}</dl></body></html>",
        "html",
        [item.wanted() for item in items],
    )


@_layout("several a year: semicolons")
def _several_a_year(maker: Maker) -> tuple[str, str, list[Wanted]]:
    groups = _grouped(maker, maker.random.choice(("line", "noun")), "year")
    lines = [f"- {group[0].date.year}: {group[0].said}; {_small(group[1], maker)}" for group in groups]
    return (
        f"# {maker.title()}\n\n" + "\n".join(lines) + "\n",
        "md",
        [item.wanted() for group in groups for item in group],
    )


@_layout("several a year: sentences")
def _sentences_a_year(maker: Maker) -> tuple[str, str, list[Wanted]]:
    groups = _grouped(maker, "clause", "year")
    lines = [f"- {group[0].date.year}: {group[0].said}. {group[1].said}." for group in groups]
    return (
        f"# {maker.title()}\n\n" + "\n".join(lines) + "\n",
        "md",
        [item.wanted() for group in groups for item in group],
    )


def _small(item: Item, maker: Maker) -> str:
    """Words as they stand within a line: German nouns and names keep their capital."""
    first = item.said.split()[0]
    keep = maker.language == "de" or first in {
        item.record["key"],
        "Hana",
        "Ilse",
        "Bishop",
        "Parliament",
        "Banker",
    }
    return item.said if keep else item.said[:1].lower() + item.said[1:]


@_layout("log after a colon")
def _log(maker: Maker) -> tuple[str, str, list[Wanted]]:
    year = maker.day().year
    items = maker.items(3, maker.random.choice(("line", "noun")), "day")
    months = sorted(maker.random.sample(range(1, 13), 3))
    items = [
        Item(Day(year, month, item.date.day, "day"), item.record, item.said)
        for month, item in zip(months, items, strict=True)
    ]
    lead = {
        "en": f"Three reports in {year}",
        "de": f"Drei Meldungen {year}",
        "fr": f"Trois signalements en {year}",
        "es": f"Tres avisos en {year}",
    }[maker.language]
    said = "; ".join(f"{i.date.said(maker.language, year=False)}, {_small(i, maker)}" for i in items)
    return f"# {maker.title()}\n\n{lead}: {said}.\n", "md", [item.wanted() for item in items]


@_layout("range date: line")
def _ranges(maker: Maker) -> tuple[str, str, list[Wanted]]:
    items = maker.items(4, "line", "year")
    found, lines = [], []
    for item in items:
        end = item.date.year + maker.random.randint(1, 4)
        lines.append(f"- {item.date.year}–{end}: {item.said}")
        found.append(item.wanted(date=f"{item.date.year}/{end}"))
    return f"# {maker.title()}\n\n" + "\n".join(lines) + "\n", "md", found


_LIVES = {
    "en": [
        ("opened", "rebuilt", "closed"),
        ("founded", "sold", "dissolved"),
        ("launched", "refitted", "scrapped"),
    ],
    "de": [("eröffnet", "umgebaut", "geschlossen"), ("gegründet", "verkauft", "aufgelöst")],
    "fr": [("ouvert", "reconstruit", "fermé"), ("fondé", "vendu", "dissous")],
    "es": [("abierto", "reconstruido", "cerrado"), ("fundado", "vendido", "disuelto")],
}
_THINGS = {
    "en": ("Tovey lighthouse", "Ferry Kittiwake", "Greyrock school", "Orchard Bank"),
    "de": ("Leuchtturm Tauern", "Museum Graustein", "Kino Kranich"),
    "fr": ("Phare de Tovey", "Musée Marlot", "Cinéma Cormoran"),
    "es": ("Faro de Tovar", "Museo Marlo", "Cine Cormorán"),
}


def _life(name: str, date: str, between: str, lead: str) -> None:
    def made(maker: Maker) -> tuple[str, str, list[Wanted]]:
        lines, found = [], []
        for thing in maker.random.sample(_THINGS[maker.language], 3):
            year, said = maker.random.randint(1890, 1930), []
            for deed in maker.random.choice(_LIVES[maker.language]):
                year += maker.random.randint(4, 25)
                said.append(date.replace("X", deed).replace("D", str(year)))
                found.append(Wanted(str(year), "event", (thing.split()[-1], deed)))
            lines.append(lead.replace("T", thing) + between.join(said))
        return f"# {maker.title()}\n\n" + "\n".join(lines) + "\n", "md", found

    _LAYOUTS[name] = made, ("en", "de", "fr", "es")


_life("a thing's life: deed date, …", "X D", ", ", "- T: ")
_life("a thing's life: deed date; …", "X D", "; ", "- **T** – ")
_life("a thing's life (deed date, …)", "X D", ", ", "- T: ")


@_layout("places and years", "en de fr es")
def _places(maker: Maker) -> tuple[str, str, list[Wanted]]:
    races = {
        "en": "Circuit of Ulm|Tour of Norham|Grand Prix Tovey",
        "de": "Rund um Ulm|Norham-Rundfahrt|Großer Preis von Tauern",
        "fr": "Circuit d'Ulm|Tour de Norham|Grand Prix de Tovey",
        "es": "Circuito de Ulm|Vuelta a Norham|Gran Premio de Tovar",
    }[maker.language].split("|")
    first = {"en": "1st", "de": "1. Platz", "fr": "1er", "es": "1.º"}[maker.language]
    lines, found = [], []
    for race in races:
        years = sorted(maker.random.sample(range(1920, 2015), maker.random.randint(1, 3)))
        lines.append(f"- {race}: {first} ({', '.join(map(str, years))})")
        found += [Wanted(str(year), "event", (race.split()[-1].removeprefix("d'"),)) for year in years]
    who = "Ilse Brandt"
    heading = {"en": "Results", "de": "Erfolge", "fr": "Palmarès", "es": "Palmarés"}[maker.language]
    return f"# {who}\n\n## {heading}\n\n" + "\n".join(lines) + "\n", "md", found


_BOX = {
    "en": {
        "Born": "D, Ninove", "Died": "D, Ghent (aged 71)", "Opened": "D", "Founded": "D", "Built": "Y–Z", "Closed": "D",
        "Incorporated": "D, Norham", "Launched": "D", "Hour record": "40.1 km (Milan, Y)", "Electrified": "Y",
        "Demolished": "Y", "Consecrated": "D by Bishop Arlen", "Commissioned": "D",
    },
    "de": {
        "Geboren": "D, Ninove", "Gestorben": "D, Gent", "Eröffnet": "D", "Gegründet": "D", "Geschlossen": "D",
        "Stapellauf": "D", "Eröffnung": "D", "Gründung": "Y",
    },
    "fr": {"Naissance": "D, Ninove", "Décès": "D, Gand", "Ouverture": "D", "Fondation": "Y", "Fermeture": "D", "Lancement": "D"},
    "es": {
        "Nacimiento": "D, Ninove", "Fallecimiento": "D, Gante", "Inauguración": "D", "Fundación": "Y", "Cierre": "D", "Botadura": "D",
    },
}  # fmt: skip
_PLAIN = {
    "en": {
        "Location": "Norham, Ulm county",
        "Length": "84 m",
        "Owner": "Orchard Trust",
        "Population": "4,210 (2011)",
    },
    "de": {"Ort": "Norham, Kreis Ulm", "Länge": "84 m", "Eigentümer": "Obststiftung"},
    "fr": {"Lieu": "Norham, canton d'Ulm", "Longueur": "84 m", "Propriétaire": "Fondation du Verger"},
    "es": {"Lugar": "Norham, comarca de Ulm", "Longitud": "84 m", "Propietario": "Fundación del Huerto"},
}


def _infobox(name: str, file: str) -> None:
    def made(maker: Maker) -> tuple[str, str, list[Wanted]]:
        thing = maker.random.choice(_THINGS[maker.language])
        chosen = maker.random.sample(list(_BOX[maker.language].items()), 3)
        rows, found = list(_PLAIN[maker.language].items()), []
        year = maker.random.randint(1890, 1950)
        for label, pattern in chosen:
            year += maker.random.randint(3, 20)
            day = maker.day("day", year, year)
            rows.append(
                (
                    label,
                    pattern.replace("D", day.said(maker.language))
                    .replace("Y", str(year))
                    .replace("Z", str(year + 2)),
                )
            )
            date = f"{year}/{year + 2}" if "Z" in pattern else day.edtf() if "D" in pattern else str(year)
            found.append(Wanted(date, "event", (thing.split()[-1], label)))
            year += 2
        if "Population" in _PLAIN[maker.language]:
            found.append(Wanted("2011", "statistic", (thing.split()[-1], "4,210")))
        maker.random.shuffle(rows)
        if file == "html":
            body = "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in rows)
            return (
                f"<html><body><h1>{thing}</h1><table class='infobox'>{body}</table></body></html>",
                file,
                found,
            )
        if file == "txt":
            return f"{thing}\n\n" + "\n".join(f"{a}: {b}" for a, b in rows) + "\n", file, found
        mark = {"md": ("| ", " | ", " |"), "list": ("- **", ":** ", ""), "bare": ("- ", ": ", "")}[file]
        head = "| | |\n|---|---|\n" if file == "md" else ""
        lines = [f"{mark[0]}{a}{mark[1]}{b}{mark[2]}" for a, b in rows]
        return f"# {thing}\n\n{head}" + "\n".join(lines) + "\n", "md", found

    _LAYOUTS[name] = made, ("en", "de", "fr", "es")


_infobox("infobox md", "md")
_infobox("infobox html", "html")
_infobox("infobox list", "list")
_infobox("infobox bare list", "bare")
_infobox("infobox lines", "txt")


@_layout("actions table")
def _actions(maker: Maker) -> tuple[str, str, list[Wanted]]:
    tasks = {
        "en": [("Repair the Tovey slipway", "Tovey"), ("Write to the Orchard Trust", "Orchard"), ("Order paint for the Kestrel", "Kestrel")],
        "de": [("Slip in Tauern reparieren", "Tauern"), ("Brief an die Obststiftung", "Obststiftung"), ("Farbe für den Kranich bestellen", "Kranich")],
        "fr": [("Réparer la cale de Tovey", "Tovey"), ("Écrire à la fondation du Verger", "Verger"), ("Commander la peinture du Cormoran", "Cormoran")],
        "es": [("Reparar la rampa de Tovar", "Tovar"), ("Escribir a la fundación del Huerto", "Huerto"), ("Encargar pintura para el Cormorán", "Cormorán")],
    }[maker.language]  # fmt: skip
    owner, action, due = _HEADERS[maker.language][5:]
    rows, found = [], []
    for task, key in tasks:
        day = Day(2024, maker.random.randint(7, 11), maker.random.randint(1, 28), "day")
        rows.append((action[0] + ". B.", task, day.said(maker.language)))
        found.append(Wanted(day.edtf(), "plan", (key,)))
    return _tabled(maker.title(), (owner, action, due), rows, "md"), "md", found


@_layout("minutes: actions by a date", "en")
def _minutes(maker: Maker) -> tuple[str, str, list[Wanted]]:
    days = [Day(2024, month, maker.random.randint(1, 28), "day") for month in (7, 8, 9)]
    said = [day.said("en", year=False) for day in days]
    form = maker.random.choice(("Action: A to B by D.", "**Action:** A to B by D", "A to B by D."))
    tasks = (
        ("Ms Bell", "repair the Tovey slipway"),
        ("Treasurer", "write to the Orchard Trust"),
        ("Mr Roe", "order paint"),
    )
    lines = [
        f"{n}. Item {n}. The committee noted the report. "
        + form.replace("D", "\0").replace("A to B", f"{who} to {what}").replace("\0", day)
        for n, ((who, what), day) in enumerate(zip(tasks, said, strict=True), 1)
    ]
    found = [
        Wanted(day.edtf(), "plan", (what.split()[-1],)) for day, (_, what) in zip(days, tasks, strict=True)
    ]
    return "# Minutes of the meeting of 25 June 2024\n\n" + "\n\n".join(lines) + "\n", "md", found


@_layout("company list with money", "en")
def _company(maker: Maker) -> tuple[str, str, list[Wanted]]:
    year = maker.random.randint(2005, 2015)
    month = _MONTHS["en"].split()[maker.random.randint(0, 11)]
    number = _MONTHS["en"].split().index(month) + 1
    lines = [
        f"- **{year}** – Investment from the Orchard Trust (£2m, {month})",
        f"- **{year + 1}** – New office in Malmö; *Moth 2* ({month})",
        f"- **{year + 2}** – Version 1.0, 14 {month}; two million players by the end of the year",
        f"- **{year + 3}** – First profit; acquired by Torvald Games",
    ]
    found = [
        Wanted(f"{year}-{number:02}", "event", ("Orchard",)),
        Wanted(f"{year + 1}", "event", ("Malmö",)),
        Wanted(f"{year + 1}-{number:02}", "event", ("Moth",)),
        Wanted(f"{year + 2}-{number:02}-14", "event", ("1.0",)),
        Wanted(f"{year + 3}", "event", ("profit",)),
        Wanted(f"{year + 3}", "event", ("Torvald",)),
    ]
    return "# Lantern Games: our story\n\n" + "\n".join(lines) + "\n", "md", found


_MEASURED = {
    "en": ("Turnout", "Membership", "Output", "The number of visits", "The herring catch", "Unemployment"),
    "de": ("Die Wahlbeteiligung", "Die Zahl der Besuche", "Die Produktion", "Die Arbeitslosigkeit"),
    "fr": ("La participation", "Le nombre de visites", "La production", "Le chômage"),
    "es": ("La participación", "El número de visitas", "La producción", "El desempleo"),
}
_COMPARED = {
    "en": (
        "{s} rose from {a} in {x} to {b} in {y}.",
        "{s} fell to {b} in {y}, down from {a} in {x}.",
        "{s} stood at {b} in {y}, against {a} in {x}.",
        "{s} was {b} in {y}, compared with {a} in {x}.",
        "In {y} {l} was {b}, as against {a} in {x}.",
        "{s} was {b} in {y} (in {x}: {a}).",
        "{s}: {b} ({y}), {a} ({x}).",
        "{s} was {b} in {y}, up from {a} in {x}.",
    ),
    "de": (
        "{s} stieg von {a} im Jahr {x} auf {b} im Jahr {y}.",
        "{s} sank {y} auf {b}, nach {a} im Jahr {x}.",
        "{s} lag {y} bei {b}, gegenüber {a} im Jahr {x}.",
        "{s} lag {y} bei {b} ({x}: {a}).",
    ),
    "fr": (
        "{s} est passé de {a} en {x} à {b} en {y}.",
        "En {y}, {l} était de {b}, contre {a} en {x}.",
        "{s} s'élevait à {b} en {y} ({x} : {a}).",
    ),
    "es": (
        "{s} pasó de {a} en {x} a {b} en {y}.",
        "En {y}, {l} fue de {b}, frente a {a} en {x}.",
        "{s} fue de {b} en {y} ({x}: {a}).",
    ),
}


@_layout("figures compared")
def _figures_compared(maker: Maker) -> tuple[str, str, list[Wanted]]:
    lines, found = [], []
    patterns = maker.random.sample(_COMPARED[maker.language], 3)
    for subject, pattern in zip(maker.random.sample(_MEASURED[maker.language], 3), patterns, strict=True):
        one, two = maker.random.sample(range(110, 990), 2)
        first = maker.random.randint(1990, 2005)
        last = first + maker.random.randint(1, 15)
        mark = "," if maker.language == "en" else {"de": ".", "fr": "\u00a0", "es": "."}[maker.language]
        amounts = [f"{n}{mark}{maker.random.randint(100, 999)}" for n in (one, two)]
        low = subject[:1].lower() + subject[1:]
        lines.append(pattern.format(s=subject, l=low, a=amounts[0], b=amounts[1], x=first, y=last))
        noun = subject.split()[-1]
        found += [
            Wanted(str(first), "statistic", (noun, amounts[0].replace("\u00a0", " "))),
            Wanted(str(last), "statistic", (noun, amounts[1].replace("\u00a0", " "))),
        ]
    return f"# {maker.title()}\n\n" + "\n\n".join(lines) + "\n", "md", found


@_layout("figures by year, in rows")
def _figures_rows(maker: Maker) -> tuple[str, str, list[Wanted]]:
    names = {"en": ("Visitors", "Loans"), "de": ("Besucher", "Ausleihen"), "fr": ("Visiteurs", "Prêts"), "es": ("Visitantes", "Préstamos")}  # fmt: skip
    year = maker.random.randint(1990, 2010)
    heads = (_HEADERS[maker.language][1], *names[maker.language])
    rows = [
        (str(year + n), str(maker.random.randint(300, 999)), str(maker.random.randint(300, 999)))
        for n in range(4)
    ]
    found = [Wanted(row[0], "statistic", (heads[1], row[1])) for row in rows]
    return _tabled(maker.title(), heads, rows, "md"), "md", found


@_layout("figures by year, aligned", "en")
def _figures_aligned(maker: Maker) -> tuple[str, str, list[Wanted]]:
    names = {"en": ("Visitors", "Loans"), "de": ("Besucher", "Ausleihen"), "fr": ("Visiteurs", "Prêts"), "es": ("Visitantes", "Préstamos")}  # fmt: skip
    year = maker.random.randint(1990, 2010)
    gap = maker.random.choice(("\t", "    "))
    heads = (_HEADERS[maker.language][1], *names[maker.language])
    rows = [(str(year + n), *(str(maker.random.randint(300, 999)) for _ in names["en"])) for n in range(4)]
    found = [Wanted(row[0], "statistic", (heads[1], row[1])) for row in rows]
    return f"{maker.title()}\n\n" + "\n".join(gap.join(row) for row in (heads, *rows)) + "\n", "txt", found


_YEARBOOK = {
    "en": ("Vital statistics {y}", "{n} {w} were recorded", "{N} {w} were recorded, compared with {m} in {x}", ("births", "deaths", "weddings", "divorces")),
    "de": ("Statistik {y}", "Es wurden {n} {w} gezählt", "Es wurden {n} {w} gezählt, gegenüber {m} im Jahr {x}", ("Geburten", "Todesfälle", "Hochzeiten", "Scheidungen")),
    "fr": ("Statistiques {y}", "{n} {w} ont été enregistrés", "{n} {w} ont été enregistrés, contre {m} en {x}", ("mariages", "décès", "divorces", "accidents")),
    "es": ("Estadísticas {y}", "Se registraron {n} {w}", "Se registraron {n} {w}, frente a {m} en {x}", ("nacimientos", "matrimonios", "divorcios", "accidentes")),
}  # fmt: skip


@_layout("page of a year's figures")
def _year_page(maker: Maker) -> tuple[str, str, list[Wanted]]:
    title, plain, against, things = _YEARBOOK[maker.language]
    year = maker.random.randint(1995, 2019)
    lines, found = [], []
    for at, thing in enumerate(maker.random.sample(things, 3)):
        one, two = maker.random.sample(range(210, 990), 2)
        said = (against if at % 2 else plain).format(n=one, N=one, m=two, w=thing, x=year - 8)
        lines.append(f"- {said}.")
        found.append(Wanted(str(year), "statistic", (thing, str(one))))
        found += [Wanted(str(year - 8), "statistic", (thing, str(two)))] if at % 2 else []
    return f"# {title.format(y=year)}\n\n" + "\n".join(lines) + "\n", "md", found


_NOTHING = {
    "prices": "# Prices\n\n| Item | Price |\n|---|---|\n| Adult ticket | £12.50 |\n| Child (under 16) | £6.00 |\n| Group of 10 or more | £9.50 |\n\nPrices valid from 1 April 2024. Season ticket 2024: £65.\n",
    "opening hours": "# Opening hours\n\n- Monday to Friday: 9.00–17.00\n- Saturday: 10.00–16.00\n- Sunday: closed\n- 24 December: 9.00–12.00\n- 1 January: closed\n\nLast entry 16.30. The café closes on Mondays.\n",
    "timetable": "# Line 12, valid from 10 December 2023\n\n| Stop | Mon–Fri | Sat |\n|---|---|---|\n| Norham, station | 06.12 | 07.12 |\n| Tovey, church | 06.31 | 07.31 |\n| Ulm, bridge | 06.45 | 07.45 |\n\nRuns daily except 25 December and 1 January.\n",
    "references": '# Norham\n\nNorham is a town on the river Ulm.\n\n## Literature\n\n- Vale, O. (1987). *The mills of Norham*. Tovey: Orchard Press.\n- Brandt, I.: "Rope and tar". In: *Journal of Coastal History* 12 (1994), pp. 33–61.\n- Roe, P., Bell, A.: A survey of river ports. 2nd edition, London 2003. ISBN 0-14-020652-9.\n',
    "footnotes": "# Norham\n\nNorham is a town on the river Ulm.\n\n## Notes\n\n1. Norham Record Office, MS 1204, f. 12, letter of 3 May 1871.\n2. *Ulm Gazette*, 14 June 1893, p. 3.\n3. Retrieved 12 March 2021.\n4. Vale 1987, pp. 12–14.\n",
    "menu": "<html><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/jobs'>Jobs</a></li><li><a href='/2023'>Archive 2023</a></li></ul></nav><main><h1>Contact</h1><p>Write to the office at 12 Mill Lane, Norham. Telephone 01871 204 1999.</p></main><footer>© 2012–2024 Norham Council. Last updated 3 May 2024.</footer></body></html>",
    "codes": "# Codes\n\n| Code | Meaning |\n|---|---|\n| 0 | none |\n| 1901 to 1999 | coastal parishes |\n| 2000 | unknown |\n| 2010 to 2024 | river parishes |\n\nCodes 1901 to 1999 are used for parishes. Series B, sheets 1850–1862.\n",
    "release metadata": "# Changelog metadata\n\n- File: norham-2024-03-02.csv\n- Version: 2024.3\n- Licence: CC BY 4.0 (2013)\n- Encoding: ISO 8859-1:1998\n- Last updated: 2024-03-02\n- Next update: March 2025\n- Contact: data@norham.example\n",
    "statistics note": "# Population by parish\n\nTable 4. Resident population by parish, 1991 to 2021\n\n| Parish | 1991 | 2001 | 2011 | 2021 |\n|---|---|---|---|---|\n| Tovey | 1,204 | 1,187 | 1,090 | 1,034 |\n| Ulm | 3,401 | 3,388 | 3,517 | 3,620 |\n\nAll figures relate to 31 December. Source: census. Figures for 2011 are estimates. Totals may not add up.\n",
    "specification": "# Pump station 3\n\n| Part | Type | Number |\n|---|---|---|\n| Pump | P 1200 | 1998-A |\n| Valve | EN 1092-1 | 2016 |\n| Motor | ABB 1904 | 22 kW |\n\nNorms: EN 12056:2000, ISO 9001:2015.\n",
    "colophon": "# Norham Quarterly\n\nVolume 12, No. 3, Autumn 2019. ISSN 1754-1999. Published quarterly. © 2019 the authors. Subscription 2019/20: £24. Printed by Orchard Press, Norham.\n",
    "calendar": "# Term dates\n\n| Term | Begins | Ends |\n|---|---|---|\n",
    "glossary": "# Abbreviations\n\n- AGM: annual general meeting\n- CEO: chief executive officer\n- FY23: the financial year 2023\n- Q1: January to March\n- H2: July to December\n",
    "Preise": "# Preise\n\n| Angebot | Preis |\n|---|---|\n| Erwachsene | 12,50 € |\n| Kinder bis 16 | 6,00 € |\n| Jahreskarte 2024 | 65 € |\n\nPreise gültig ab 1. April 2024. Montags geschlossen.\n",
    "Öffnungszeiten": "# Öffnungszeiten\n\n- Montag bis Freitag: 9–17 Uhr\n- Samstag: 10–16 Uhr\n- 24. Dezember: 9–12 Uhr\n- 1. Januar: geschlossen\n\nStand: 3. Mai 2024\n",
    "Literatur": "# Norham\n\nNorham ist eine Stadt an der Ulm.\n\n## Literatur\n\n- O. Vale: *Die Mühlen von Norham*. Verlag Obst, Tauern 1987.\n- I. Brandt: Seil und Teer. In: *Küstenhefte* 12 (1994), S. 33–61.\n",
    "horaires": "# Horaires\n\n- Lundi au vendredi : 9 h – 17 h\n- Samedi : 10 h – 16 h\n- 24 décembre : 9 h – 12 h\n- 1er janvier : fermé\n\nTarifs en vigueur au 1er avril 2024. Mis à jour le 3 mai 2024.\n",
    "bibliographie": "# Norham\n\nNorham est une ville sur l'Ulm.\n\n## Bibliographie\n\n- O. Vale, *Les moulins de Norham*, Tovey, Verger, 1987.\n- I. Brandt, « Corde et goudron », *Revue des côtes*, n° 12, 1994, p. 33-61.\n",
    "horario": "# Horario\n\n- Lunes a viernes: 9.00–17.00\n- Sábado: 10.00–16.00\n- 24 de diciembre: 9.00–12.00\n- 1 de enero: cerrado\n\nTarifas vigentes desde el 1 de abril de 2024. Actualizado el 3 de mayo de 2024.\n",
}  # fmt: skip


def nothing() -> Iterator[Made]:
    """Pages that tell of no happening."""
    for name, text in _NOTHING.items():
        file = "html" if text.startswith("<") else "md"
        yield Made(f"nothing: {name}", "", f"page.{file}", text, ())


def layouts() -> tuple[str, ...]:
    """The names of all layouts."""
    return tuple(_LAYOUTS)


def made(documents: int, seed: int, only: str = "", code: str = "") -> Iterator[Made]:
    """So many documents of each layout that has `only` in its name, in each language or in that of `code` alone."""
    for name, (layout, languages) in _LAYOUTS.items():
        chosen = [language for language in languages if only in name and language.startswith(code)]
        for language in chosen or (languages[:1] if only == name else ()):
            for number in range(documents):
                text, file, wanted = layout(Maker(language, f"{seed} {name} {language} {number}"))
                yield Made(name, language, f"{language}{number}.{file}", text, tuple(wanted))


def mentions(one: Made) -> tuple[Mention, ...]:
    """What is told of a document."""
    source = pipeline.Input(
        DocumentId(one.name), one.text.encode(), Metadata(language=one.language), edtf.parse(one.published)
    )
    found = pipeline.analysed(source).value
    return found.mentions if found is not None else ()


def graded(one: Made) -> tuple[list[tuple[str, Wanted | None, Mention | None]], Counter[str]]:
    """Each thing wanted with its grade and what tells it; and what was told besides, as `besides`."""
    told = list(mentions(one))
    found: list[tuple[str, Wanted | None, Mention | None]] = []
    grades = (
        ("right", lambda w, m: _dated(w, m) and _worded(w, m) and m.kind.value == w.kind),
        ("kind", lambda w, m: _dated(w, m) and _worded(w, m)),
        ("false", _dated),
    )
    left = list(one.wanted)
    for grade, fits in grades:
        for wanted in list(left):
            mention = next((m for m in told if fits(wanted, m)), None)
            if mention is not None:
                left.remove(wanted)
                told.remove(mention)
                found.append((grade, wanted, mention))
    found += [("missed", wanted, None) for wanted in left]
    counts = Counter(grade for grade, _, _ in found)
    besides = [m for m in told if one.wanted or m.kind is not Kind.STATISTIC]
    found += [("besides", None, mention) for mention in besides]
    counts["besides"] = len(besides)
    return found, counts


def _dated(wanted: Wanted, mention: Mention) -> bool:
    return extent(mention.when) == extent(edtf.parse(wanted.date))


def _worded(wanted: Wanted, mention: Mention) -> bool:
    said = mention.title.replace("\u00a0", " ").lower()
    return all(word.lower() in said for word in wanted.words)


def scores(documents: int, seed: int, only: str = "") -> Mapping[tuple[str, str], Counter[str]]:
    """The counts of each layout and language."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    pages = nothing() if not only or only.startswith("nothing") else ()
    for one in (*made(documents, seed, only), *pages):
        found[one.layout, one.language] += graded(one)[1]
    return found


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Score lists, tables and headings of known happenings.")
    parser.add_argument("--documents", type=int, default=6, help="of each layout and language")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--misses", default="", help="list what is wrong in the layouts with these words in their names"
    )
    arguments = parser.parse_args()
    if arguments.misses:
        pages = nothing() if arguments.misses.startswith("nothing") else ()
        for one in (*made(arguments.documents, arguments.seed, arguments.misses), *pages):
            found = [row for row in graded(one)[0] if row[0] != "right"]
            if found:
                print(f"--- {one.layout} {one.language}\n{one.text}")
            for grade, wanted, mention in found:
                told = (edtf.text(mention.when), mention.kind.value, mention.title) if mention else ""
                print(f"  {grade:8} wanted {wanted and (wanted.date, wanted.kind, wanted.words)} told {told}")
        return 0
    _print(scores(arguments.documents, arguments.seed))
    return 0


_GRADES = ("right", "kind", "false", "missed", "besides")


def _print(found: Mapping[tuple[str, str], Counter[str]]) -> None:
    layouts = list(dict.fromkeys(layout for layout, _ in found))
    print(
        f"{'right of 100, by layout':46}{'en':>6}{'de':>6}{'fr':>6}{'es':>6}   of all: kind false missed besides"
    )
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for layout in layouts:
        rows = {language: counts for (name, language), counts in found.items() if name == layout}
        whole = sum(rows.values(), Counter[str]())
        if layout.startswith("nothing"):
            print(f"{layout:46}{'':24}   told {whole['besides']}")
            totals["nothing"] += whole
            continue
        for language, counts in rows.items():
            totals[language] += counts
        print(_row(layout, rows, whole))
    languages = {k: v for k, v in totals.items() if k != "nothing"}
    print(_row("all", languages, sum(languages.values(), Counter[str]())))
    print(f"told on pages of nothing: {totals['nothing']['besides']}")


def _row(name: str, rows: Mapping[str, Counter[str]], whole: Counter[str]) -> str:
    shares = "".join(
        f"{_share(rows[code], 'right') if code in rows else '':>6}" for code in ("en", "de", "fr", "es")
    )
    rest = "".join(f"{_share(whole, grade):>6}" for grade in _GRADES[1:])
    return f"{name:46}{shares}           {rest}"


def _share(counts: Counter[str], grade: str) -> int:
    wanted = sum(counts[g] for g in _GRADES[:-1])
    return round(100 * counts[grade] / max(1, wanted))


if __name__ == "__main__":
    raise SystemExit(main())
