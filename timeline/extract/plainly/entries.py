"""Entries in a language without a grammar: what stands under the date at their head, and on which day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.extract.headed_by import within
from timeline.extract.plainly.passing import FEWEST, is_attribute
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.standing import whole_time
from timeline.extract.plainly.telling import phrase
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.wording import kept
from timeline.extract.stages import Telling
from timeline.extract.telling import Told
from timeline.extract.words import Tag
from timeline.model.event import Kind
from timeline.model.expression import Dated, Undated
from timeline.times.when import Date, Grain, Interval, extent


def on_its_day(
    told: Iterable[Told], head: Dated, timexes: Sequence[Dated | Undated], text: str, scene: PlainScene
) -> Iterator[Told]:
    """What is told by the date at an entry's head, by the one finer date of it that the entry says.

    That stands in a bracket of its own ("Pillage du magasin (14 août)"), or no verb could have it. A finer date with
    something of its own to tell takes nothing from the head, nor does one behind a semicolon.
    """
    all_told = list(told)
    dates = [t for t in timexes if isinstance(t, Dated) and t is not head and t.range is None]
    finer = dates[0] if len(dates) == 1 and within(extent(dates[0].when), extent(head.when)) else None
    if finer is not None:
        between = text[head.span.end : finer.span.start]
        plain = between.rstrip().endswith("(") or not has_verb(scene)
        alone = all(one.dated is head for one in all_told)
        finer = finer if plain and alone and ";" not in between else None
    for one in all_told:
        yield replace(one, when=finer.when, dated=finer) if finer is not None else one


def spans_days(dated: Dated) -> bool:
    """Whether a date is a month or more, so that what stands under it may say its days."""
    return isinstance(dated.when, Date | Interval) and not (
        isinstance(dated.when, Date) and dated.when.grain <= Grain.DAY
    )


def named_on(scene: PlainScene, head: Dated) -> Iterator[Told]:
    """What a line without a verb names, under the date of its entry, by the one finer date of it that the line says.

    As in "Im Herbst Umzug nach Fulda" or "Umwandlung in eine GmbH zum 1. Juli", under "1927"; not what stands beside a
    semicolon's other date, nor what only has a date ("Brief vom 3. Mai").
    """
    at = [i for i in range(len(scene.tokens)) if scene.is_time(i)]
    dates = [dated for i in at if (dated := scene.dated(i)) is not None]
    one = dates[0] if dates else None
    if (
        one is None
        or any(is_attribute(scene, i) for i in at)
        or denies(scene)
        or has_verb(scene)
        or telling_of(scene) is not Telling.NAMED
    ):
        return
    when = whole_time(one)
    both = one.range is not None and all(dated.range == one.range for dated in dates)
    if (len(dates) > 1 and not both) or len(at) > len(dates) or not within(extent(when), extent(head.when)):
        return
    title = phrase(scene, range(len(scene.tokens)))
    if len(title.split()) >= FEWEST:
        yield Told(title, Kind.EVENT, when, one, (), 0.5)


def denies(scene: PlainScene) -> bool:
    """Whether a line without a verb says what was not: "Pas de production", "Sin cosecha"."""
    first = next((t for t in scene.tokens if t.tag is not Tag.TIME and t.low.isalpha()), None)
    return first is not None and first.low in _NONE and not has_verb(scene)


def has_verb(scene: PlainScene) -> bool:
    """Whether a sentence has a finite verb."""
    return any(finite_at(scene.tokens, at, scene.words) for at in range(len(scene.tokens)))


def telling_of(scene: PlainScene) -> Telling:
    """What a line says by itself: by its verb, a participle, or a noun that names what happened."""
    words, tokens = scene.words, scene.tokens
    if tokens and tokens[0].low in words.participles and tokens[0].tag is Tag.NOUN:
        return Telling.DEED
    if has_verb(scene):
        return Telling.CLAUSE
    done = any(
        is_participle(tokens, at, words) or token.low in words.participles or token.low in words.happenings
        for at, token in enumerate(tokens)
    )
    return Telling.NAMED if done or _names_deed(scene) else Telling.NOTHING


def _names_deed(scene: PlainScene) -> bool:
    """Whether the first noun of a line is made of a verb, so that it names what somebody did: "Verlegung", "rachat"."""
    words = scene.words
    said = kept(scene, range(len(scene.tokens)))
    noun = next((t.low for t in said if t.low.isalpha() and t.low not in words.determiners), "")
    return noun.endswith(_DEEDS.get(words.code, ())) and not noun.endswith(_THINGS)


_DEEDS = {
    "de": ("ung", "nahme", "gang", "kauf", "bau", "weihe", "schluss", "antritt", "fund", "tritt", "abgabe", "übergabe", "bruch", "lauf", "zug"),
    "fr": ("tion", "sion", "ment", "age", "achat", "ture", "vente", "décès", "naissance", "départ", "arrivée", "retour", "prise", "reprise"),
    "es": ("ción", "sión", "miento", "aje", "tura", "compra", "venta", "cierre", "llegada", "salida", "regreso", "toma", "entrega", "mudanza"),
    "it": ("zione", "sione", "mento", "aggio", "tura", "acquisto", "vendita", "arrivo", "partenza", "ritorno", "consegna", "nascita"),
    "sr": ("anje", "enje", "ање", "ење", "gradnja", "градња", "kupovina", "prodaja", "dolazak", "odlazak", "куповина", "продаја", "долазак", "одлазак"),
    "sq": ("imi", "hapja", "blerja", "shitja", "mbyllja", "futja", "ardhja", "ngritja", "lindja", "vdekja"),
}  # fmt: skip
# … though these end as such nouns do
_THINGS = (
    "zeitung", "sammlung", "wohnung", "siedlung", "stiftung", "abteilung", "verwaltung", "regierung", "rechnung", "festung", "leistung",
    "bildung", "leitung", "kleidung", "nahrung", "bâtiment", "monument", "document", "appartement", "logement", "instrument", "équipement",
    "gouvernement", "département", "élément", "village", "image", "page", "étage", "garage", "ménage", "station", "population", "nation",
    "section", "direction", "collection", "question", "voiture", "nature", "culture", "littérature", "peinture", "estación", "canción",
    "colección", "habitación", "población", "nación", "sección", "dirección", "cultura", "literatura", "pintura", "paisaje", "monumento",
    "personaje", "equipaje", "documento", "appartamento", "elemento", "dipartimento", "stazione", "popolazione", "nazione",
    "sezione", "direzione", "collezione", "natura", "cultura", "letteratura", "villaggio", "paesaggio", "personaggio", "imanje", "stanje",
    "znanje", "zdanje", "имање", "стање", "знање", "здање", "kuptimi", "vëllimi", "mësimi",
)  # fmt: skip


# "no", "none" and "without" at the head of a line, in the languages that are read so
_NONE = frozenset(
    [
        "kein", "keine", "keinen", "keinerlei", "ohne", "pas", "aucun", "aucune", "sans", "sin", "ningún", "ninguna", "no",
        "asnjë", "pa", "bez", "nema", "nijedan", "nijedna", "nikakav", "без", "нема",
    ]
)  # fmt: skip
