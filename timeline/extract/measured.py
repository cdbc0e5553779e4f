"""Measured: figures of other times that one is held against, each with its date: "fell to 102, down from 139 in 2011".

So too "rose from 190,000 in 2018 to 266,000 in 2023", "contre 212 000 en 2017", "(2016: 57.2 per cent)". The words are those of six
languages; what the figures are of, whoever reads the sentence knows.
"""

import re
from collections.abc import Sequence

from timeline.model.document import Span
from timeline.model.expression import Dated, Undated
from timeline.records import dataclass

_AMOUNT = (
    r"(?P<amount>[$€£¥]?\s?\d+(?:[.,\u00a0\u202f ]\d{2,3})*(?:[.,]\d+)?"
    r"(?:\s?[%‰€£$]|[\s\u00a0](?:per\s?cent|percent|million|billion|mio\.?|mrd\.?|millionen|milliarden|prozent|millions?|milliards?|pour\scent|por\sciento|millones|për\sqind|milionë?))?)"
)
_AGAINST = (
    r"(?:(?:(?:(?:up|down)\s)?from|(?:as\s)?against|compared\s(?:with|to)|instead\sof|von|gegenüber|nach|statt"
    r"|contre|au\slieu\sde|de|frente\sa|respecto\sa|contra|krahasuar\sme|nga|prema|sa)"
    r"|(?P<link>and|to|auf|und|à|et|a|y|në|na))"  # go on with what another word compares
)
# An amount right before its date, behind what holds it against another: "from 190,000 in 2018".
_BEFORE = re.compile(
    rf"(?<!\w){_AGAINST}\s(?:(?:some|about|only|around|rund|etwa|environ|unos)\s)?{_AMOUNT}(?P<unit>\s[^\W\d_]{{3,}})?[\s,(]+(?:(?:in|for|im\sjahre?|en|im|el|la|l|the|at|of|në|u)\s)*\Z",
    re.IGNORECASE,
)
# A date and its amount in a bracket: "(2016: 57.2 per cent)", "(against 41 in 2016)".
_IN_BRACKET = re.compile(rf"\s?[:–-]\s?{_AMOUNT}[^()\d]{{0,24}}\)", re.IGNORECASE)
_BRACKET = re.compile(r"\((?:(?:in|im|en|vs\.?|cf\.?)\s)?\Z", re.IGNORECASE)
_ANY = re.compile(r"(?<![\w.,])" + _AMOUNT.replace("(?P<amount>", "(?:"), re.IGNORECASE)
_WINDOW = 70  # characters before a date in which what it is compared by stands


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount and its date."""

    amount: str
    dated: Dated


def figures(text: str, span: Span, timexes: Sequence[Dated | Undated]) -> list[Figure]:
    """The figures of a sentence that are held against another, or are each of a time; [] where none is, or only one amount stands there."""
    found: list[Figure] = []
    linked = True  # whether each is only joined to another
    for timex in timexes:
        if not isinstance(timex, Dated):
            continue
        start = max(span.start, timex.span.start - _WINDOW)
        before = text[start : timex.span.start]
        held = _BEFORE.search(before)
        aside = _IN_BRACKET.match(text, timex.span.end, span.end) if _BRACKET.search(before) else None
        said = held or aside
        if said is None or timex.range is not None or (said is held and not _is_parted(before, said, timex)):
            continue
        linked = linked and said is held and said["link"] is not None
        at = said.start("amount") + (start if said is held else 0)
        if not any(t.span.start <= at < t.span.end for t in timexes):
            unit = (said["unit"] or "") if said is held else ""
            found.append(Figure(" ".join(f"{said['amount']}{unit if unit.islower() else ''}".split()), timex))
    return found if found and not linked and _amounts(text, span, timexes) > 1 else []


def _is_parted(before: str, said: re.Match[str], timex: Dated) -> bool:
    """Whether an amount is none of its date's own figures, as in "to 14 July", and is of it: not "49% between 1995 and 2008"."""
    between = before[said.end("amount") :].strip()
    unit = (said["unit"] or "").strip().lower()
    return unit not in _SPANNING and (bool(between) or not timex.expression.text[:1].isupper())


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
        "zwischen",
        "seit",
        "entre",
        "depuis",
        "desde",
        "vor",
        "bis",
    ]
)


def says_so(text: str, span: Span) -> bool:
    """Whether a sentence itself says that one figure is held against another, whatever these are of."""
    return _EXPLICIT.search(text, span.start, span.end) is not None


_EXPLICIT = re.compile(
    r"\b(?:contre|gegenüber|frente\sa|respecto\sa|comparad[oa]s?\scon|par\srapport\sà|im\sVergleich\szu|pass(?:é|ée|és|ées|a|ait|er)\sde|pas(?:ó|aron)\sde"
    r"|krahasuar\sme|kundrejt|u\sodnosu\sna|naspram)\s(?:[^\W\d_]+\s){0,2}[$€£]?\d"
)


def _amounts(text: str, span: Span, timexes: Sequence[Dated | Undated]) -> int:
    """How many amounts stand in a sentence, besides its dates."""
    places = (match.start() for match in _ANY.finditer(text, span.start, span.end))
    return sum(not any(t.span.start <= at < t.span.end for t in timexes) for at in places)
