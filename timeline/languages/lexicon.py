"""A language's words, sorted into categories, and every token's class: one character for one set of categories.

A text becomes a string of classes, one character a token, so that the grammar is regular expressions over
a few dozen characters instead of over words. Punctuation and the single space stand for themselves.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.languages import tokens

Value = int | float | str

UNKNOWN = "w"
SPACE = " "
_MARKS = ",.:;/-–—−'’‘\"“”()[]$£€¥#%&+@*<>|~°?!_=^\\{}©•·§`´…"
_SUFFIXED = {
    "yyy0s": range(1000, 2100, 10),
    "decade2": range(0, 100, 10),
    "ordnum": range(1, 151),
    "dayord": range(1, 32),
    "clockhour": range(25),
}
_FIRST_CLASS = 0x4E00  # a long run of letters that are neither punctuation nor special in patterns


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`classes`: a token as written → its class. `members`: a category → its classes. `values`: category → word → value.

    `holidays`: a name of several words, in lower case → the day, as `algebra.holiday` takes it.
    `token`: where a text is cut.
    """

    classes: Mapping[str, str]
    members: Mapping[str, str]
    values: Mapping[str, Mapping[str, Value]]
    holidays: Mapping[str, str]
    token: re.Pattern[str] = tokens.TOKEN

    def value(self, category: str, token: str) -> Value:
        """What a token means as a member of a category."""
        return self.values[category][token.lower()]


def lexicon(words: Mapping[str, Any], literals: Iterable[str] = ()) -> Lexicon:
    """The lexicon of a `words.toml`; `literals` are words that patterns name, each a category of its own."""
    categories: dict[str, set[str]] = defaultdict(set)
    values: dict[str, dict[str, Value]] = defaultdict(dict)
    figures = (*_numerals(words), *_suffixed(words.get("suffixes", {})))
    known = (*_entries(words), *figures)
    names = {category for category, _, _ in known}
    own = ((word, word, word) for word in sorted(literals) if word not in names)
    for category, form, value in (*known, *own):
        for token in _forms(form):
            categories[token].add(category)
        values[category][form.lower()] = value
    sets = {token: frozenset(of) for token, of in categories.items()}
    atoms = {of: chr(_FIRST_CLASS + i) for i, of in enumerate(sorted(set(sets.values()), key=sorted))}
    members: dict[str, str] = defaultdict(str)
    for of, atom in atoms.items():
        for name in of:
            members[name] += atom
    classes = {mark: mark for mark in _MARKS} | dict.fromkeys(_blanks(), SPACE)
    classes |= {token: atoms[of] for token, of in sets.items()}
    return Lexicon(classes, dict(members), dict(values), holidays(words), tokens.pattern(categories))


def holidays(words: Mapping[str, Any]) -> dict[str, str]:
    """The names of holidays, several to a key, and their days."""
    return {
        name.strip(): day for names, day in words.get("holidays", {}).items() for name in names.split(",")
    }


def _entries(words: Mapping[str, Any]) -> Iterator[tuple[str, str, Value]]:
    """(category, word, value) of each table but the cues, which are phrases; "_" is a blank inside a word."""
    for category, table in words.items():
        if isinstance(table, Mapping) and category not in ("cues", "holidays", "suffixes"):
            for key, value in table.items():
                yield from ((category, word.replace("_", " "), value) for word in str(key).split())


def _forms(word: str) -> Iterable[str]:
    """A word in lower case is also read capitalised; one written with a capital only so."""
    if word[0].isupper():
        return {word, word.upper()}
    return {word, word[0].upper() + word[1:], word.upper()}


def _blanks() -> Iterator[str]:
    yield from ("\t", "\r\n", "\u00a0", "\u202f", "\u2009", " \u00a0", "\u00a0 ")
    for size in range(9):
        yield from ("\n" + " " * size, " " * (size + 1), " " * size + "\n", "\r\n" + " " * size)


def _numerals(words: Mapping[str, Any]) -> Iterator[tuple[str, str, Value]]:
    """The numerals, and once more in the `digits` of other scripts; `yyyy` from the `earliest_year` on."""
    for category, text, value in _numbers():
        if category != "yyyy" or int(text) >= words.get("earliest_year", 0):
            yield category, text, value
            if text.isdigit():
                for digits in words.get("digits", ()):
                    yield category, text.translate(str.maketrans("0123456789", digits)), value


def _suffixed(suffixes: Mapping[str, str]) -> Iterator[tuple[str, str, Value]]:
    """Figures with the endings a language gives them ("1990er", "19e", "1er"), by the category they are of."""
    for category, endings in suffixes.items():
        yield from (
            (category, f"{number:02d}{ending}" if category == "decade2" else f"{number}{ending}", number)
            for number in _SUFFIXED[category]
            for ending in endings.split()
        )


def _numbers() -> Iterator[tuple[str, str, Value]]:
    """The numerals a date can be written with, and the categories each may stand for."""
    for number in range(10000):
        text = str(number)
        yield "num", text, number
        if 1000 <= number <= 2199:
            yield "yyyy", text, number
            if number % 10 == 0:
                yield "yyy0", text, number
        if 1 <= number <= 12:
            yield "monthnum", text, number
        if 1 <= number <= 31:
            yield "daynum", text, number
        if number <= 24:
            yield "hour", text, number
        if number <= 999:
            yield "small", text, number
        if 100 <= number <= 999:
            yield "three", text, number
    for number in range(100):
        text = f"{number:02d}"
        yield "yy", text, number
        if number <= 59:
            yield "minute", text, number
        if number < 10:
            yield "padded", text, number
            yield "hour", text, number
            if number:
                yield "daynum", text, number
                yield "monthnum", text, number
    for number in range(100):
        yield "three", f"{number:03d}", number
    for number in range(1, 151):
        suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        yield "ordnum", f"{number}{suffix}", number
        if number <= 31:
            yield "dayord", f"{number}{suffix}", number
            if number < 10:
                yield "dayord", f"{number:02d}{suffix}", number
    for decade in range(1000, 2100, 10):
        yield "yyy0s", f"{decade}s", decade
    for decade in range(100, 1000, 10):
        yield "decade3", f"{decade}s", decade
    for decade in range(0, 100, 10):
        yield "decade2", f"{decade:02d}s", decade
    for hour in range(1, 13):
        for half, shift in (("am", 0), ("pm", 12)):
            yield "hour12", f"{hour}{half}", hour % 12 + shift
    for minute in range(60):
        for half in ("am", "pm"):
            yield "minute12", f"{minute:02d}{half}", f"{minute:02d}{half}"
