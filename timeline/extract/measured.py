"""Measured: figures of other times that one is held against, each with its date: "fell to 102, down from 139 in 2011".

So too "rose from 190,000 in 2018 to 266,000 in 2023", "contre 212 000 en 2017", "(2016: 57.2 per cent)", and "41 casualties, nine
fewer than in 2022", which were fifty. The words are those of seven languages; what the figures are of, whoever reads the
sentence knows.
"""

import re
from collections.abc import Sequence

from timeline.model.document import Span
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass

# Small numbers in words, from two on: one language after the other.
_COUNTS = [
    "two three four five six seven eight nine ten eleven twelve",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "dy tre katër pesë gjashtë shtatë tetë nëntë dhjetë njëmbëdhjetë dymbëdhjetë",
    "dva tri četiri pet šest sedam osam devet deset jedanaest dvanaest",
    "два три четири пет шест седам осам девет десет једанаест дванаест",
]
_WORTH = {word: number for line in _COUNTS for number, word in enumerate(line.split(), 2)}
_WORDS = "|".join(sorted(_WORTH, key=len, reverse=True))
_SCALE = (
    r"[%‰€£$]|per\s?cent|percent|million|billion|mio\.?|mrd\.?|millionen|milliarden|prozent|millions?|milliards?|pour\scent|por\sciento"
    r"|millones|per\scento|milion[ei]|miliard[oi]|për\sqind|milionë?|odsto|miliona|милиона|одсто"
)
_DIGITS = r"[$€£¥]?\s?\d+(?:[.,\u00a0\u202f ]\d{2,3})*(?:[.,]\d+)?"
_AMOUNT = rf"(?P<amount>(?:{_DIGITS}|(?:{_WORDS})\b)(?:[\s\u00a0]?(?:{_SCALE})(?!\w))?)"
_ABOUT = (
    r"(?:(?:the|i|le|gli|les|los|las|die|some|about|around|only|just|nearly|almost|over|rund|etwa|nur|noch|environ|quelque|seulement|unos|unas|sólo|solo|circa"
    r"|oltre|appena|rreth|vetëm|oko|samo|око|само)\s)?"
)
_OF = r"(?:(?:in|for|im\sjahre?|en|im|zum|am|el|la|l|the|at|of|on|a|al|de|del|nel|në|vitin|u|godine|у|only|just)\s|l['’]|nell['’]|dell['’])*"
_SAYS_SO = (
    r"(?:up|down)\sfrom|as\sagainst|against|compared\s(?:with|to)|instead\sof|gegenüber|statt|contre|au\slieu\sde|par\srapport\sà"
    r"|frente\sa|respecto\s(?:a|de)|comparad[oa]s?\scon|contro|rispetto\s(?:ai|alle|agli|al)|krahasuar\sme|kundrejt|u\sodnosu\sna"
    r"|u\spoređenju\ssa|naspram|у\sодносу\sна|у\sпоређењу\sса|im\svergleich\szu"
)
_AGAINST = rf"(?:(?P<plain>{_SAYS_SO})|(?:from|von|nach|de|da|contra|nga|prema|sa)|(?P<link>and|to|auf|und|à|et|a|y|në|na))"
# An amount right before its date, behind what holds it against another: "from 190,000 in 2018". A few words may say of what it is.
_BEFORE = re.compile(
    rf"(?<!\w){_AGAINST}\s{_ABOUT}{_AMOUNT}(?P<unit>(?:\s[^\W\d_]{{2,}}){{0,3}}?)[\s,(]+{_OF}\Z",
    re.IGNORECASE,
)
# A date and its amount in a bracket: "(2016: 57.2 per cent)", "(against 41 in 2016)".
_IN_BRACKET = re.compile(rf"\s?[:–-]\s?{_AMOUNT}[^()\d]{{0,24}}\)", re.IGNORECASE)
_BRACKET = re.compile(r"\((?:(?:in|im|en|vs\.?|cf\.?)\s)?\Z", re.IGNORECASE)
# By how much it was less or more than at a date: "nine fewer than in 2022", "12 de moins qu'en 2022".
_BY = re.compile(
    rf"(?<![\w.,])(?P<amount>\d+(?:[.,\u00a0\u202f ]\d{3})*|(?:{_WORDS}))(?:\s[^\W\d_]{{2,}})?\s"
    r"(?:(?P<less>fewer|less|weniger|de\smoins|menos|in\smeno|më\spak|manje|мање)|(?:more|mehr|de\splus|más|in\spiù|më\sshumë|više|више))\s"
    rf"(?:than|als|que|qu['’]|rispetto\sa|se|nego|него)\s?{_OF}\Z",
    re.IGNORECASE,
)
_ANY = re.compile(r"(?<![\w.,])" + _AMOUNT.replace("(?P<amount>", "(?:"), re.IGNORECASE)
_WINDOW = 90  # characters before a date in which what it is compared by stands


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, its unit in words if any, and its date; `start` is where what holds it against another begins.

    `plain` says that no other word could mean the comparison; `by` that the amount is only the difference, which is to be
    added to the other figure, or taken from it.
    """

    amount: str
    unit: str
    dated: Dated
    start: int
    plain: bool = True
    by: int = 0


def figures(text: str, span: Span, timexes: Sequence[Dated | Undated]) -> list[Figure]:
    """The figures of a sentence that are held against another, or are each of a time; [] where none is, or only one amount stands there."""
    found: list[Figure] = []
    linked = True  # whether each is only joined to another
    for timex in timexes:
        if not isinstance(timex, Dated) or timex.range is not None:
            continue
        start = max(span.start, timex.span.start - _WINDOW)
        before = text[start : timex.span.start]
        if (less := _BY.search(before)) is not None and (count := _whole(less["amount"])):
            by = count if less["less"] else -count
            found.append(Figure(less["amount"], "", timex, start + less.start(), by=by))
            linked = False
            continue
        held = _BEFORE.search(before)
        aside = _IN_BRACKET.match(text, timex.span.end, span.end) if _BRACKET.search(before) else None
        said = held or aside
        if said is None or (said is held and not _is_parted(before, said, timex)):
            continue
        linked = linked and said is held and said["link"] is not None
        at = said.start("amount") + (start if said is held else 0)
        if not any(t.span.start <= at < t.span.end for t in timexes):
            unit = " ".join((said["unit"] or "").split()) if said is held else ""
            opens = start + said.start() if said is held else timex.span.start
            plain = said is held and said["plain"] is not None and _is_held(before, said)
            found.append(
                Figure(
                    " ".join(said["amount"].split()),
                    unit if unit.islower() else "",
                    timex,
                    opens,
                    plain=plain,
                )
            )
    return found if found and not linked and _amounts(text, span, timexes) > 1 else []


def instead(said: str, figure: Figure) -> str:
    """A line with the one amount in it, or the one in the same unit, put out for a figure's: "41 deaths" as "50 deaths"; or ""."""
    amount = figure.amount
    unit = "" if figure.by else _unit(amount)
    places = [
        place for place in _ANY.finditer(said) if _unit(place[0]) == unit or (not unit and not figure.by)
    ]
    bare = [place for place in places if _unit(place[0]) == unit]
    places = bare if len(bare) == 1 else places
    if len(places) != 1 or _PRICED.search(said):
        return ""
    place = places[0]
    if figure.by:
        other = _whole(place[0])
        if not other or other + figure.by <= 0:
            return ""
        amount = str(other + figure.by)
    before = _BOUND.sub("", said[: place.start()])
    if _TO.search(before):
        return ""  # it "fell to 102", and not to what it was before
    put = f"{before}{amount[:1].upper() + amount[1:] if not before else amount}{said[place.end() :]}"
    return " ".join(put.split())


def _is_held(before: str, said: re.Match[str]) -> bool:
    """Whether "against" holds figures against each other, and not people: "212, against 139 in 2011", not "against two men in 2016"."""
    if said["plain"].lower() not in _OPPOSING:
        return True
    return not said["unit"] or before[: said.start()].rstrip()[-1:] in {",", "("}


_OPPOSING = frozenset({"against", "contre", "contro"})


def has_amount(said: str) -> bool:
    """Whether a line has an amount."""
    return _ANY.search(said) is not None


def opens(said: str) -> bool:
    """Whether a line opens with its amount: "566 marriages took place"."""
    place = _ANY.search(said)
    return place is not None and not _BOUND.sub("", said[: place.start()]).strip()


# at a price, something was sold
_PRICED = re.compile(
    r"\b(?:for|für|pour|por|per|za)\s[$€£¥]|\b(?:for|für|pour|por|per|za)\s\d[^a-z]*[$€£¥]", re.IGNORECASE
)

# what only says how exact the one amount was
_BOUND = re.compile(
    r"\b(?:(?:more|fewer|less)\sthan|at\s(?:least|most)|(?:just\s)?(?:over|under)|about|around|some|nearly|almost|only|rund|etwa|knapp"
    r"|über|mehr\sals|weniger\sals|environ|près\sde|plus\sde|moins\sde|quelque|unos|unas|más\sde|menos\sde|cerca\sde|circa|oltre|quasi"
    r"|rreth|mbi|oko|preko|око|преко)\s\Z",
    re.IGNORECASE,
)


# what was come to, or by how much, and verbs of coming to it
_TO = re.compile(
    r"\b(?:to|by|at|auf|um|bei|à|de|a|al|di|në|me|na|za|reach(?:ed|es)?|exceed(?:ed|s)?|pass(?:ed|es)?|topp?(?:ed|s)?|hit|hits|surpass(?:ed|es)?|erreichten?"
    r"|überschritt(?:en)?|dépass\w+|attein\w+|atteigni\w+|super[óo]|superaron|alcanz\w+|raggiun\w+|arriti|arritën|dosti\w+|prema\w+|prešla?o?)\s\Z",
    re.IGNORECASE,
)


def _unit(amount: str) -> str:
    """In what an amount says in a word or sign that it is: "per cent" of "8 per cent", "£" of "£5"; "" where it does not."""
    if amount.strip().lower() in _WORTH:
        return ""
    said = re.search(r"[$€£¥%‰]|[^\W\d_][^\d]*", amount)
    return said[0].strip().lower() if said is not None else ""


def _whole(said: str) -> int:
    """A whole number, by its figures or word; 0 where it is a fraction, or has a unit."""
    said = said.strip().lower()
    if said in _WORTH:
        return _WORTH[said]
    plain = re.fullmatch(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*|\d+", said)
    return int(re.sub(r"\D", "", said)) if plain else 0


def _is_parted(before: str, said: re.Match[str], timex: Dated) -> bool:
    """Whether an amount is none of its date's own figures, as in "to 14 July", and is of it: not "49% between 1995 and 2008"."""
    between = before[said.end("amount") :].strip()
    unit = (said["unit"] or "").lower().split()
    return not _SPANNING.intersection(unit) and (bool(between) or not timex.expression.text[:1].isupper())


_SPANNING = frozenset(
    [
        "between",
        "since",
        "until",
        "during",
        "after",
        "before",
        "from",
        "over",
        "under",
        "and",
        "zwischen",
        "seit",
        "nach",
        "vor",
        "bis",
        "während",
        "und",
        "entre",
        "depuis",
        "desde",
        "hasta",
        "avant",
        "après",
        "pendant",
        "et",
        "y",
        "tra",
        "fra",
        "dal",
        "prima",
        "dopo",
        "e",
        "midis",
        "gjatë",
        "që",
        "pas",
        "para",
        "dhe",
        "između",
        "od",
        "do",
        "posle",
        "pre",
        "i",
    ]
)


def says_so(text: str, span: Span) -> bool:
    """Whether a sentence itself says that one figure is held against another, whatever these are of."""
    return _EXPLICIT.search(text, span.start, span.end) is not None


def without(said: str) -> str:
    """A line up to what one figure in it is held against: "Lock fell to 102 boats compared with 139", "12 wrecks, 3 per cent fewer"."""
    place = _HELD.search(said) or _FEWER.search(said)
    return said[: place.start()].rstrip(" ,") if place is not None else said


_EXPLICIT = re.compile(
    rf"(?<!\w)(?:{_SAYS_SO}|pass(?:é|ée|és|ées|a|ait|er)\sde|pas(?:ó|aron)\sde)\s(?:[^\W\d_]+\s){{0,2}}[$€£]?(?:\d|(?:{_WORDS})\b)",
    re.IGNORECASE,
)


_HELD = re.compile(
    rf"(?<!\w)(?:{_SAYS_SO})\s(?:[^\W\d_]+\s){{0,2}}[$€£]?(?:\d|(?:{_WORDS})\b)", re.IGNORECASE
)
_FEWER = re.compile(
    rf",\s{_ABOUT}{_AMOUNT.replace('(?P<amount>', '(?:')}\s(?:fewer|less|more|higher|lower|weniger|mehr|de\s(?:moins|plus)|menos|más)\b",
    re.IGNORECASE,
)


def _amounts(text: str, span: Span, timexes: Sequence[Dated | Undated]) -> int:
    """How many amounts stand in a sentence, besides its dates."""
    places = (match.start() for match in _ANY.finditer(text, span.start, span.end))
    return sum(not any(t.span.start <= at < t.span.end for t in timexes) for at in places)
