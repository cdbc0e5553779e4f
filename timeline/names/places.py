"""Countries and cities by name in any language of CLDR, called in English: so "Deutschland" and "Germany" are one."""

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from timeline.names.inflected import inflected
from timeline.names.words import data

_AREAS = frozenset({"Europe", "Asia", "Africa", "America", "Australia"})
_MANY = frozenset({"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"})  # codes of no country
_EITHER = frozenset({"Georgia", "Jersey", "Guernsey"})  # as often something else
_SHORTEST = 4
_ALSO = {"sr": ("sr_Latn",), "bs": ("bs_Cyrl",)}  # languages written in two scripts


@lru_cache(maxsize=16)
def places(code: str) -> Mapping[str, str]:
    """From each name that texts in a language use to the English name of the country or city."""
    english = Locale.parse("en")
    known = data("en")
    try:
        locales = [Locale.parse(name) for name in (code, *_ALSO.get(code, ()))]
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, str] = {}
    called_in_english = _cities(english)
    cities = [city for locale in locales for city in _cities(locale).items()]
    for zone, city in cities:
        name = called_in_english.get(zone)
        if name and len(city) >= _SHORTEST and name not in known["cities"]["not"]:
            found[city] = known["cities"]["spelt"].get(name, name)
    if code == "en":
        found |= {called: called for called in known["cities"]["spelt"].values()}
        found |= {name: name for name in (*known["cities"]["names"], *known["former"]["names"])}
    territories = [named for locale in locales for named in locale.territories.items()]
    for country, name in territories:
        if country.isalpha() and country not in _MANY and country in english.territories:
            called = _plain(english.territories[country])[0]
            others = known["countries"].get(country, ()) if code == "en" else ()
            found |= dict.fromkeys((*_plain(name), *others), called)
    nominative = {name: called for name, called in found.items() if name not in _EITHER}
    return nominative | inflected(nominative, code)


def _cities(locale: Locale) -> dict[str, str]:
    """By time zone the city it is named for."""
    said = locale.time_zones
    cities: dict[str, str] = {}
    for zone in get_global("zone_territories"):
        area, _, city = zone.partition("/")
        if area in _AREAS and "/" not in city:
            name = said.get(zone, {}).get("city")
            if name or locale.language == "en":
                cities[zone] = name or city.replace("_", " ")
    return cities


def _plain(name: str) -> list[str]:
    """A territory's name as texts have it.

    >>> _plain("Myanmar (Burma)"), _plain("Hong Kong SAR China"), _plain("Bosnia & Herzegovina")
    (['Myanmar', 'Burma'], ['Hong Kong'], ['Bosnia and Herzegovina', 'Bosnia & Herzegovina'])
    """
    parts = [part.strip() for part in re.split(r"[()]", name.removesuffix(" SAR China")) if part.strip()]
    if " & " in name:
        parts.insert(0, name.replace(" & ", " and "))
    return parts
