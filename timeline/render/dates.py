"""Dates in the site's language: its names and order of day, month and year (Unicode CLDR, by Babel).

The words that say how sure a date is ("about", "between … and", "or later") are the site's own, and stay English
with the rest of them; so do decades and centuries, seasons, and years before Christ.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from timeline.times import words as english
from timeline.times.calendar import civil
from timeline.times.when import Date, Grain, When

if TYPE_CHECKING:
    from babel import Locale

_LEAP = 2008  # a year that has every day
_FIRST, _LAST = 1000, 9999  # years that need no word beside them


@dataclass(frozen=True)
class Dates:
    """`language` is a BCP 47 tag, as a page's `lang` has it."""

    language: str = "en"

    def words(self, when: When, *, within: bool = False) -> str:
        """A date in words; `within` says of an interval that the thing happened somewhere in it.

        >>> from timeline.times.edtf import parse
        >>> Dates("de").words(parse("2024-05-08/2024-05-14")), Dates("fr").words(parse("1999-05~"))
        ('8. Mai 2024 – 14. Mai 2024', 'about mai 1999')
        """
        return english.words(when, within=within, names=self._names)

    def heading(self, when: When, grain: Grain) -> str:
        """The name of the period a list files a date under."""
        return english.heading(when, grain, self._names)

    def tick(self, day: int, grain: Grain) -> str:
        """A point on an axis, named at a grain: "2008", "Feb 2008", "17 Feb 2008"."""
        year, month, day_of_month = civil(day)
        if self._locale is None or not _FIRST <= year <= _LAST:
            return english.tick(day, grain)
        pattern = "y" if grain >= Grain.YEAR else "yMMM" if grain is Grain.MONTH else "yMMMd"
        return _said(self._locale, pattern, date(year, month, day_of_month))

    @property
    def direction(self) -> str:
        """Which way the language is written: "ltr" or "rtl"."""
        return str(self._locale.text_direction) if self._locale else "ltr"

    @property
    def named(self) -> bool:
        """Whether dates use the names of a language other than English."""
        return self._names is not None

    @property
    def months(self) -> tuple[str, ...]:
        """The twelve months, short."""
        if self._locale is None:
            return tuple(name[:3] for name in english.MONTHS)
        return tuple(self._locale.months["format"]["abbreviated"][n] for n in range(1, 13))

    @cached_property
    def _locale(self) -> "Locale | None":
        """None for English, whose dates are the site's own, and for a language without data."""
        return None if self.language.partition("-")[0].lower() == "en" else _known(self.language)

    @cached_property
    def _names(self) -> english.Names | None:
        locale = self._locale
        if locale is None:
            return None
        return english.Names(
            unit=lambda when: _unit(locale, when),
            # whole, both: Babel's intervals name wrong months in some languages
            ends=lambda first, last: (_unit(locale, first), _unit(locale, last)),
        )


@lru_cache(maxsize=64)
def _known(language: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError, localedata  # noqa: PLC0415 - a site in English needs none

    # Babel writes what one language takes from another into data that all languages share: the second language
    # in a process may get months of the first. With its cache emptied, each has data of its own.
    localedata._cache.clear()  # noqa: SLF001
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    return locale if locale.text_direction else None  # asked here, so that it is loaded here


def _unit(locale: "Locale", when: Date) -> str:
    year, month, day = civil(when.start)
    if when.grain in {Grain.WEEK, Grain.SEASON, Grain.HALF} or when.grain > Grain.YEAR:
        own = _unit(locale, Date(when.start, Grain.DAY)) if when.grain is Grain.WEEK else ""
        return f"the week of {own}" if own else english.ENGLISH.unit(when)
    if not _FIRST <= year <= _LAST:
        patterns = {Grain.DAY: "MMMMd", Grain.MONTH: "MMMM"}
        if when.grain not in patterns:
            return english.ENGLISH.unit(when)
        said = _said(locale, patterns[when.grain], date(_LEAP, month, day))
        return f"{said} {english.year_words(year)}"
    if when.grain is Grain.DAY:
        return _long(locale, date(year, month, day))
    pattern = {Grain.MONTH: "yMMMM", Grain.QUARTER: "yQQQQ", Grain.YEAR: "y"}[when.grain]
    return _said(locale, pattern, date(year, month, day))


@lru_cache(maxsize=8192)
def _said(locale: "Locale", skeleton: str, day: date) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415

    return str(format_skeleton(skeleton, day, locale=locale))


@lru_cache(maxsize=8192)
def _long(locale: "Locale", day: date) -> str:
    from babel.dates import format_date  # noqa: PLC0415

    return str(format_date(day, "long", locale=locale))
