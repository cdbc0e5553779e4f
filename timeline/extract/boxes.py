"""Boxes: what a table or list about one thing says under the name of a deed: "Opened | 12 May 1921", "Born: 1931, Ninove"."""

import re
from collections.abc import Sequence

from timeline.extract.kinds import lies_ahead
from timeline.extract.stages import RANK
from timeline.extract.wording import LONGEST
from timeline.model.document import Document, Role, Span
from timeline.model.event import Kind
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass
from timeline.times.when import When

# no run of blanks or underscores is read twice: a form may have hundreds to write on
_FIELD = re.compile(
    r"[\s*_]*+(?P<label>[^\W\d_][^|:\n]{1,34}?)[\s*_]*+(?::[*_]*+\s++|\|[\s*_]*+)(?P<value>[^|\n]+)"
)
_LONGEST_TOPIC = 7  # words
_DATE = re.compile(
    r"\A(?:(?:date|year|datum|jahr|année|fecha|año)\s(?:of\s|der\s|des\s|de\s(?:la\s|l['’])?|d['’])?)|\s(?:date|year)\Z"
)
# fmt: off
_DEEDS = frozenset(["born", "died", "opened", "founded", "established", "incorporated", "formed", "built", "constructed", "completed", "closed", "demolished", "destroyed", "launched", "commissioned", "decommissioned", "christened", "ordered", "scrapped", "sunk", "wrecked", "refitted", "consecrated", "dedicated", "inaugurated", "dissolved", "disbanded", "abolished", "merged", "renamed", "relocated", "electrified", "rebuilt", "restored", "renovated", "enlarged", "extended", "discovered", "published", "released", "premiered", "introduced", "retired", "adopted", "signed", "ratified", "granted", "elected", "appointed", "ordained", "married", "baptised", "baptized", "buried", "executed", "crowned", "abdicated", "enthroned", "installed", "acquired", "sold", "chartered", "designated", "listed", "unveiled", "reopened", "recorded", "awarded", "converted", "privatised", "nationalised", "eröffnet", "gegründet", "geschlossen", "geboren", "gestorben", "gebaut", "erbaut", "errichtet", "abgerissen", "aufgelöst", "geweiht", "umgebaut", "renoviert", "entdeckt", "zerstört", "veröffentlicht", "unterzeichnet", "ratifiziert", "stillgelegt", "elektrifiziert", "uraufgeführt", "verheiratet", "ernannt", "gewählt", "ouvert", "ouverte", "fondé", "fondée", "fermé", "fermée", "né", "née", "mort", "morte", "construit", "construite", "démoli", "démolie", "dissous", "dissoute", "inauguré", "inaugurée", "abierto", "abierta", "fundado", "fundada", "cerrado", "cerrada", "nacido", "nacida", "fallecido", "fallecida", "construido", "construida", "disuelto", "disuelta", "inaugurado", "inaugurada", "demolido", "demolida", "hapur", "themeluar", "mbyllur", "lindur", "vdekur", "ndërtuar", "otvoren", "otvorena", "osnovan", "osnovana", "zatvoren", "zatvorena", "rođen", "rođena", "umro", "umrla", "izgrađen", "izgrađena"])
_NAMES = frozenset(["birth", "death", "opening", "closure", "foundation", "inauguration", "establishment", "dissolution", "demolition", "construction", "completion", "launch", "consecration", "coronation", "accession", "baptism", "marriage", "wedding", "burial", "electrification", "discovery", "groundbreaking", "premiere", "release", "commissioning", "decommissioning", "signing", "ratification", "publication", "geburt", "tod", "eröffnung", "schließung", "gründung", "auflösung", "einweihung", "abriss", "stapellauf", "indienststellung", "außerdienststellung", "weihe", "taufe", "hochzeit", "uraufführung", "baubeginn", "fertigstellung", "inbetriebnahme", "stilllegung", "erstflug", "grundsteinlegung", "entdeckung", "unterzeichnung", "naissance", "décès", "ouverture", "fermeture", "fondation", "création", "inauguration", "lancement", "dissolution", "démolition", "mariage", "baptême", "construction", "découverte", "parution", "signature", "nacimiento", "fallecimiento", "muerte", "inauguración", "fundación", "apertura", "cierre", "botadura", "disolución", "demolición", "bautismo", "matrimonio", "construcción", "descubrimiento", "publicación", "firma", "lindja", "vdekja", "themelimi", "hapja", "mbyllja", "rođenje", "smrt", "osnivanje", "otvaranje", "zatvaranje"])
_PHRASES = frozenset([
    "laid down", "first flight", "maiden flight", "maiden voyage", "first issue", "last issue", "final issue", "first published", "first broadcast",
    "last broadcast", "first edition", "first performance", "entered service", "in service", "broke ground", "topped out", "keel laid", "came into force",
    "entered into force", "entry into force", "took office", "left office", "struck off", "first train", "last train", "in kraft", "in kraft seit",
    "mise en service", "entrée en vigueur", "puesta en servicio", "entrada en vigor", "première pierre", "primera piedra",
])
_RECORDS = frozenset(["record", "records", "award", "awards", "prize", "prizes", "medal", "medals", "title", "titles", "championship", "championships", "victory", "victories", "win", "wins", "distinction", "rekord", "auszeichnung", "auszeichnungen", "preis", "preise", "titel", "meisterschaft", "sieg", "siege", "prix", "récompense", "récompenses", "distinctions", "médaille", "médailles", "titre", "titres", "victoire", "victoires", "premio", "premios", "medalla", "medallas", "título", "títulos", "victoria", "victorias", "récord", "distinciones"])
# fmt: on
# … and what a page says of itself
_PAGE = re.compile(
    r"""(?:last\s)?(?:updated|modified|revised|reviewed|checked|retrieved|accessed|viewed)(?:\son)?|(?:next|last|latest)\s(?:update|review|revision)
    |date\s(?:published|posted|accessed|of\s(?:publication|issue))|posted(?:\son)?|version|release\sdate|valid(?:\sfrom|\suntil)?
    |stand|(?:zuletzt\s)?aktualisiert(?:\sam)?|letzte\s(?:aktualisierung|änderung)|abgerufen(?:\sam)?|gültig(?:\sab|\sbis)?
    |(?:dernière\s)?mise\sà\sjour|mis\sà\sjour(?:\sle)?|consulté(?:\sle)?|(?:última\s)?actualización|actualizado(?:\sel)?|consultado(?:\sel)?
    |licen[cs]e|lizenz|licencia|encoding|copyright""",
    re.VERBOSE | re.IGNORECASE,
)
_PLACED = {"en": "in", "de": "in", "fr": "à", "es": "en", "it": "a", "sq": "në", "sr": "u"}
_BIRTHS = frozenset(["born", "died", "birth", "death", "geboren", "gestorben", "geburt", "tod", "né", "née", "mort", "morte", "naissance", "décès", "nacido", "nacida", "nacimiento", "fallecimiento", "fallecido", "fallecida", "muerte", "consecrated", "incorporated", "signed", "founded", "gegründet"])  # fmt: skip
_TRAILING = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*[.;]?\s*\Z")
_NUMBER = re.compile(r"[~c.\s]*[$€£¥]?\s?\d[\d.,'\s\u00a0]*(?:%|[^\W\d_]{1,12}²?)?")


@dataclass(frozen=True, slots=True)
class Field:
    """What a field of a box tells, with its date."""

    title: str
    kind: Kind
    when: When
    dated: Dated


def topic(document: Document) -> str:
    """What a box is about: the document's title, where that is a name and no sentence; "" where it is not."""
    titles = (document.text[p.span.start : p.span.end] for p in document.passages if p.role is Role.TITLE)
    said = next(titles, document.metadata.title)
    said = " ".join(re.sub(r"\([^)]*\)", "", said).strip("*_# .").split())
    plain = re.fullmatch(r"[^:;,?!.|\d]+", said) is not None
    return said if plain and len(said.split()) <= _LONGEST_TOPIC and said[:1].isupper() else ""


def is_of_page(document: Document, span: Span) -> bool:
    """Whether a line says when its page was written or looked at, or what holds for it: "Last updated: 3 May 2024"."""
    said = _FIELD.fullmatch(document.text, span.start, span.end)
    return said is not None and _PAGE.fullmatch(said["label"].strip(" *_")) is not None


def field(
    document: Document, span: Span, timexes: Sequence[Dated | Undated], about: str, written: When | None
) -> Field | None:
    """What a row or a line tells under its label, of what the box is about; None where it is no such field."""
    said = _FIELD.fullmatch(document.text, span.start, span.end)
    if said is None or not about or not timexes:
        return None
    value = Span(*said.span("value"))
    dates = [t for t in timexes if isinstance(t, Dated) and value.holds(t.span)]
    if not dates or len(dates) != len(timexes):
        return None
    first = dates[0]
    if any(one.range is None or one.range != first.range for one in dates[1:]):
        return None
    when = first.range.when if first.range else first.when
    label = said["label"].strip(" *_")
    low = label.lower()
    bare = _DATE.sub("", low).strip()
    if bare in _DEEDS | _NAMES | _PHRASES and not re.search(
        r"\w", document.text[value.start : first.span.start]
    ):
        title = _named(
            about, bare if bare != low else label, _rest(document, value, dates[-1]), document.language
        )
        what = Kind.PLAN if lies_ahead(when, written) else Kind.EVENT
    else:
        title, what = _measured(document, value, about, label, dates)
    return Field(title, what, when, first) if title and len(title.split()) <= LONGEST else None


def _rest(document: Document, value: Span, last: Dated) -> str:
    """What a value says behind its date, without what it adds in brackets."""
    said = re.sub(r"\([^)]*\)?", "", document.text[last.span.end : value.end])
    return " ".join(said.strip(" *_,;.–—-").split())


def _named(about: str, label: str, rest: str, language: str) -> str:
    """A title: "Tovey lighthouse opened by Bishop Arlen", "Ilse Brandt born in Ninove", "Phare de Tovey : ouverture"."""
    low = label.lower()
    placed = _PLACED.get(language.partition("-")[0], "")
    if rest and rest[0].isupper() and low in _BIRTHS and not re.search(r"\d", rest):
        rest = f" {placed} {rest}" if placed else f", {rest}"
    elif rest and rest[0].islower() and not re.search(r"[\d;:]", rest):
        rest = f" {rest}"
    else:
        rest = ""
    if low in _DEEDS:
        said = f"{about} {low}"
    else:
        colon = " : " if language.startswith("fr") else ": "
        said = f"{about}{colon}{label if language.startswith('de') else low}"
    return f"{said}{rest}" if len(f"{said}{rest}".split()) <= LONGEST else said


def _measured(
    document: Document, value: Span, about: str, label: str, dates: Sequence[Dated]
) -> tuple[str, Kind]:
    """A record, a prize or a figure whose bracket ends in its date: "Hour record | 40.1 km (Milan, 1956)"."""
    text = document.text[value.start : value.end]
    bracket = _TRAILING.search(text)
    if bracket is None or value.start + bracket.start("inside") > dates[0].span.start:
        return "", Kind.EVENT
    body = " ".join(text[: bracket.start()].strip(" *_").split())
    place = document.text[value.start + bracket.start("inside") : dates[0].span.start].strip(" ,;*_")
    if (
        not body
        or re.search(r"[.;:!?]", body.replace(".", "", 1))
        or (place and not place.replace(" ", "").replace("-", "").isalpha())
    ):
        return "", Kind.EVENT
    if label.lower().split()[-1] in _RECORDS:
        return f"{about}: {label.lower()}, {body}{f' ({place})' if place else ''}", Kind.EVENT
    if _NUMBER.fullmatch(body) and not place and not RANK.fullmatch(body):
        return f"{about}: {label.lower()} {body}", Kind.STATISTIC
    return "", Kind.EVENT
