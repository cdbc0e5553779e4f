"""Columns: what a table's header row says of its cells: which is the date, which a figure, which a date that is only due."""

import re
from collections.abc import Sequence
from enum import StrEnum

from timeline.extract.rows import only_date
from timeline.extract.stages import RANK
from timeline.model.document import Document, Span
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass
from timeline.times.when import Date, Grain


class Naming(StrEnum):
    """What the name of a column says of it."""

    WHEN = "when"
    DUE = "due"
    TOLD = "told"  # what happened
    REFERENCE = "reference"  # numbers that count or find things, and are no figures
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the header row."""

    name: str
    naming: Naming


# fmt: off
_NAMED = {
    Naming.WHEN: """
        year years date dates day month quarter season period when time time/date date/time week
        jahr jahre datum tag monat quartal saison zeitraum wann zeit zeitpunkt woche
        année années annee an date jour mois trimestre saison période quand semaine
        año años ano fecha día dia mes trimestre temporada período cuándo cuando semana
        viti vitet data dita muaji tremujori sezoni periudha kur koha java
        godina godine datum dan mesec mjesec kvartal sezona razdoblje period kada vreme nedelja sedmica
        година године датум дан месец квартал сезона период када време недеља""",
    Naming.DUE: """
        due deadline target by due-by planned expected fällig frist termin bis geplant échéance délai prévu plazo vencimiento
        previsto afati rok planirano рок планирано""",
    Naming.TOLD: """
        event events happening happenings milestone milestones incident development what history achievement
        ereignis ereignisse geschehen meilenstein meilensteine vorfall was begebenheit
        événement événements évènement évènements fait faits étape incident quoi
        acontecimiento acontecimientos suceso sucesos evento eventos hecho hechos hito hitos incidente qué
        ngjarja ngjarje događaj događaji dogadjaj догађај догађаји""",
    Naming.REFERENCE: """
        no nr number num id ref reference code page pages p pp lot vol volume issue chapter room tel phone isbn rank place
        position pos score result item section owner responsible who lead assignee author zuständig verantwortlich responsable nummer seite seiten band heft kapitel zimmer platz rang los position n° numéro
        page pages tome lot chapitre rang número página páginas tomo lote capítulo puesto numri faqja vendi kreu broj strana
        strane mesto poglavlje број страна место поглавље""",
}
# fmt: on
_BY_NAME = {name: naming for naming, names in _NAMED.items() for name in names.split()}
_FIGURE = re.compile(
    r"(?:c(?:a|irca)?\.?\s)?[~≈<>+−-]?\s?(?:[$€£¥]|[A-Z]{2,3}[$]?\s)?\s?\d{1,3}(?:(?:[.,'’\s]\d{3})+|\d*)(?:[.,]\d+)?"
    r"\s?(?:%|‰|[$€£¥]|[^\W\d_]{1,12}\.?)?"
)
_NOTHING = re.compile(r"[\W_]*|n\.?\s?/?a\.?|k\.\s?A\.", re.IGNORECASE)
_LONGEST_NAME = 60  # characters


def columns(document: Document, header: Span) -> tuple[Column, ...]:
    """The columns that a header row names, in their order."""
    return columns_of(document.text[header.start : header.end].split("|"))


def columns_of(said: Sequence[str]) -> tuple[Column, ...]:
    """Columns by what their header says."""
    names = [name.strip(" \t*_") for name in said]
    return tuple(Column(name, _naming(name)) for name in names)


def _naming(name: str) -> Naming:
    words = re.findall(r"[^\s:.,()]+", name.lower())
    return _BY_NAME.get(words[0], Naming.OTHER) if len(words) == 1 else Naming.OTHER


def beside(document: Document, row: Span, named: Sequence[Column]) -> list[tuple[Column, Span]]:
    """The cells of a row that hold something, each with its column; [] where there are more than the header names.

    Empty cells at a row's end may have been left out of it.
    """
    said = document.text[row.start : row.end].split("|")
    if len(said) > len(named) or len(said) < len(named) - _LEFT_OUT:
        return []
    found: list[tuple[Column, Span]] = []
    start = row.start
    for column, cell in zip(named, said, strict=False):
        words = cell.strip()
        if words:
            at = start + cell.index(words)
            found.append((column, Span(at, at + len(words))))
        start += len(cell) + len("|")
    return found


_LEFT_OUT = 2  # empty cells at a row's end


def figures(
    document: Document, cells: Sequence[tuple[Column, Span]], timexes: Sequence[Dated | Undated]
) -> tuple[Dated, list[tuple[str, Span]]] | None:
    """A row's date and the figures of it, each with its column's name; None where it is no row of figures of a time.

    Its first cell is the date, and all others are figures or empty. A bare year needs a column that is named for one.
    """
    if len(cells) < len(("date", "figure")):
        return None
    first, *others = cells
    dated = only_date(document, first[1], [t for t in timexes if first[1].holds(t.span)])
    if dated is None or not (first[0].naming is Naming.WHEN or _is_fine(dated)):
        return None
    found: list[tuple[str, Span]] = []
    for column, cell in others:
        said = document.text[cell.start : cell.end].strip("*_ ")
        if _NOTHING.fullmatch(said):
            continue
        if not _FIGURE.fullmatch(said):
            return None
        if (
            column.naming is Naming.OTHER
            and 0 < len(column.name) <= _LONGEST_NAME
            and re.search(r"[^\W\d_]{2}", column.name)
        ):
            found.append((column.name, cell))
    return (dated, found) if found else None


def _is_fine(dated: Dated) -> bool:
    return isinstance(dated.when, Date) and dated.when.grain < Grain.YEAR


@dataclass(frozen=True, slots=True)
class Headed:
    """A row's date by the column that is named for it, its other cells, and whether it was only due by then."""

    dated: Dated
    others: tuple[Span, ...]
    due: bool


def headed(
    document: Document, cells: Sequence[tuple[Column, Span]], timexes: Sequence[Dated | Undated]
) -> Headed | None:
    """The date of a row by the one column that is named for it, though its cell says an hour or a place too."""
    named = [(column, cell) for column, cell in cells if column.naming in {Naming.WHEN, Naming.DUE}]
    if len(named) != 1:
        return None
    column, place = named[0]
    dated = _opens(place, timexes)
    others = tuple(cell for other, cell in cells if _says(document, other, cell))
    counted = sum(_counts(document, other, cell) for other, cell in cells)
    happened = any(other.naming is Naming.TOLD and cell in others for other, cell in cells)
    listed = counted >= len(others) and not happened and _is_priced(document, cells, dated) if dated else True
    if dated is None or not others or listed:
        return None
    return Headed(dated, others, column.naming is Naming.DUE)


def _says(document: Document, column: Column, cell: Span) -> bool:
    """Whether a cell says something of what happened: in words, or the how-manyth somebody came."""
    said = document.text[cell.start : cell.end].strip("*_ ")
    words = column.naming in {Naming.OTHER, Naming.TOLD} and re.search(r"[^\W\d_]{3}", said) is not None
    return words or (
        column.naming is Naming.REFERENCE and said.lower() != "no" and RANK.fullmatch(said) is not None
    )


def _counts(document: Document, column: Column, cell: Span) -> bool:
    said = document.text[cell.start : cell.end].strip("*_ ")
    return column.naming is Naming.OTHER and _FIGURE.fullmatch(said) is not None


def _is_priced(document: Document, cells: Sequence[tuple[Column, Span]], dated: Dated) -> bool:
    """Whether a row lists a thing, with its year or its price, rather than what happened on a day."""
    text = "".join(document.text[cell.start : cell.end] for _, cell in cells)
    return (
        not (isinstance(dated.when, Date) and dated.when.grain is Grain.DAY)
        or re.search("[$€£¥]", text) is not None
    )


def _opens(cell: Span, timexes: Sequence[Dated | Undated]) -> Dated | None:
    """The date that a cell opens with, if all that it says of time is of it."""
    inside = [t for t in timexes if cell.holds(t.span)]
    dates = [t for t in inside if isinstance(t, Dated)]
    one = bool(dates) and inside[0] is dates[0] and all(t.when == dates[0].when for t in dates)
    return dates[0] if one and dates[0].span.start - cell.start <= _MARKS else None


_MARKS = 3  # characters of emphasis or quotation before a date


def told(document: Document, found: Sequence[tuple[str, Span]], longest: int) -> str:
    """A row's figures as a title of so many words: "Visitors: 447,100, of these, schools: 61,200"."""
    said = [f"{name}: {document.text[cell.start : cell.end].strip('*_ ')}" for name, cell in found]
    while len(said) > 1 and sum(len(one.split()) for one in said) > longest:
        said.pop()
    return _capital("; ".join(said))


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
