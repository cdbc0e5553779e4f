"""A language's words, sorted into categories, and every token's class: one character for one set of categories.

A text becomes a string of classes, one character a token, so that the grammar is regular expressions over
a few dozen characters instead of over words. Punctuation and the single space stand for themselves.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.languages import tokens
from timeline.records import dataclass

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
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# what is neither punctuation nor a letter of a pattern: first the few that `re` keeps sets of in a table of 256 bits
_CLASSES = (
    *(
        chr(n)
        for n in (*range(1, 9), *range(14, 28), *range(127, 256))
        if chr(n) not in f"{_MARKS}\x85\xa0ªº"
    ),
    *map(chr, range(0x4E00, 0x9FFF)),
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`classes`: a token as written → its class. `members`: a category → its classes. `values`: category → word → value.

    `holidays`: a name of several words, in lower case → the day, as `algebra.holiday` takes it.
    `periods`: the same for a war and its like → its years, as EDTF.
    `token`: where a text is cut.
    """

    classes: Mapping[str, str]
    members: Mapping[str, str]
    values: Mapping[str, Mapping[str, Value]]
    holidays: Mapping[str, str]
    periods: Mapping[str, str]
    token: re.Pattern[str] = tokens.TOKEN

    def value(self, category: str, token: str) -> Value:
        """What a token means as a member of a category."""
        return self.values[category][token.lower()]


def lexicon(words: Mapping[str, Any], literals: Iterable[str] = ()) -> Lexicon:
    """The lexicon of a `words.toml`; `literals` are words that patterns name, each a category of its own."""
    tables = [*_tables(words), *_marked_figures().items(), *_suffixed(words.get("suffixes", {}))]
    figures = [*_in_other_digits(words, _figures(words.get("earliest_year", 0)))]
    known = {category for category, table in (*tables, *figures) if table}
    tables += [(word, {word: word}) for word in sorted(literals) if word not in known]
    values: dict[str, dict[str, Value]] = defaultdict(dict)
    bits: dict[str, int] = {}  # a category's bit; a token's categories are the sum of theirs
    sets: dict[str, int] = {}
    for category, table in tables:
        bit = bits.setdefault(category, 1 << len(bits))
        values[category].update({form.lower(): value for form, value in table.items()})
        for form in table:
            for token in _forms(form):
                sets[token] = sets.get(token, 0) | bit
    cut = tokens.pattern(sets)
    for category, table in figures:  # thousands, and written in one way only
        bit = bits.setdefault(category, 1 << len(bits))
        values[category].update(table)
        for text in table:
            sets[text] = sets.get(text, 0) | bit
    atoms = dict(zip(_ranked(set(sets.values()), bits.values()), _CLASSES, strict=False))
    members = dict.fromkeys(bits, "")
    category_of = {bit: category for category, bit in bits.items()}
    for of, atom in atoms.items():
        for bit in _parts(of):
            members[category_of[bit]] += atom
    classes = {mark: mark for mark in _MARKS} | dict.fromkeys(_blanks(), SPACE)
    classes |= {token: atoms[of] for token, of in sets.items()}
    return Lexicon(classes, members, dict(values), holidays(words), names(words, "periods"), cut)


def _ranked(sets: Iterable[int], bits: Iterable[int]) -> list[int]:
    """Sets of categories, those first that share most of their categories with others."""
    shared = Counter(bit for of in sets for bit in _parts(of))
    many = sum(bit for bit in bits if shared[bit] > 1)
    return sorted(sets, key=lambda of: (-(of & many).bit_count(), of))


def _parts(bits: int) -> Iterator[int]:
    """The single bits of a sum of bits."""
    while bits:
        yield bits & -bits
        bits &= bits - 1


def holidays(words: Mapping[str, Any]) -> dict[str, str]:
    """The names of holidays, several to a key, and their days."""
    return names(words, "holidays")


def names(words: Mapping[str, Any], table: str) -> dict[str, str]:
    """The names of a table, several to a key, and what each means."""
    return {name.strip(): value for key, value in words.get(table, {}).items() for name in key.split(",")}


def _tables(words: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Value]]]:
    """Category and words of each table but the cues, which are phrases; "_" is a blank inside a word."""
    for category, table in words.items():
        if isinstance(table, Mapping) and category not in ("cues", "holidays", "periods", "suffixes"):
            yield (
                category,
                {word.replace("_", " "): value for key, value in table.items() for word in str(key).split()},
            )


def _forms(word: str) -> Iterable[str]:
    """A word in lower case is also read capitalised; one written with a capital only so."""
    if word[0].isupper():
        return {word, word.upper()}
    return {word, word[0].upper() + word[1:], word.upper()}


def _blanks() -> Iterator[str]:
    yield from ("\t", "\r\n", "\u00a0", "\u202f", "\u2009", " \u00a0", "\u00a0 ")
    for size in range(9):
        yield from ("\n" + " " * size, " " * (size + 1), " " * size + "\n", "\r\n" + " " * size)


def _in_other_digits(
    words: Mapping[str, Any], figures: Mapping[str, Mapping[str, Value]]
) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """Figures, and the bare numerals among them once more in the `digits` of other scripts."""
    scripts = [str.maketrans("0123456789", digits) for digits in words.get("digits", ())]
    for category, table in figures.items():
        yield category, table
        for script in scripts:
            yield category, {text.translate(script): value for text, value in table.items() if text.isdigit()}


def _suffixed(suffixes: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """Figures with the endings a language gives them ("1990er", "19e", "1er"), by the category they are of."""
    for category, endings in suffixes.items():
        digits = 2 if category == "decade2" else 1
        yield (
            category,
            {
                f"{number:0{digits}d}{ending}": number
                for number in _SUFFIXED[category]
                for ending in endings.split()
            },
        )


def _figures(earliest_year: int) -> dict[str, Mapping[str, Value]]:
    """The numerals a date can be written with, by the categories they may stand for."""
    padded = {f"{number:02d}": number for number in range(10)}
    return {
        "num": _plain(range(10000)),
        "yyyy": _plain(range(max(1000, earliest_year), 2200)),
        "yyy0": _plain(range(1000, 2200, 10)),
        "monthnum": _plain(range(1, 13)) | {text: number for text, number in padded.items() if number},
        "daynum": _plain(range(1, 32)) | {text: number for text, number in padded.items() if number},
        "hour": _plain(range(25)) | padded,
        "small": _plain(range(1000)),
        "three": {f"{number:03d}": number for number in range(1000)},
        "yy": {f"{number:02d}": number for number in range(100)},
        "minute": {f"{number:02d}": number for number in range(60)},
        "padded": dict(padded),
    }


def _plain(numbers: Iterable[int]) -> dict[str, Value]:
    return {str(number): number for number in numbers}


def _marked_figures() -> dict[str, Mapping[str, Value]]:
    """Numerals with English letters to them: 3rd, 1990s, 10am."""
    # "21th" is how many write who have another mother tongue
    ordinals = {f"{number}{ending}": number for number in range(1, 151) for ending in {_ending(number), "th"}}
    return {
        "ordnum": ordinals,
        "dayord": {
            f"{number:0{digits}d}{ending}": number
            for number in range(1, 32)
            for ending in (_ending(number), "th")
            for digits in (1, 2)
        },
        "daymonth": {
            f"{day:0{digits}d}{form}": 100 * number + day
            for number, month in enumerate(_MONTHS, 1)
            for form in (month, month.title())
            for day in range(1, 32)
            for digits in (1, 2)
        },
        "yyy0s": {f"{decade}s": decade for decade in range(1000, 2100, 10)},
        "decade3": {f"{decade}s": decade for decade in range(100, 1000, 10)},
        "decade2": {f"{decade:02d}s": decade for decade in range(0, 100, 10)},
        "hour12": {
            f"{hour}{half}": hour % 12 + shift
            for hour in range(1, 13)
            for half, shift in (("am", 0), ("pm", 12))
        },
        "minute12": {
            f"{minute:02d}{half}": f"{minute:02d}{half}" for minute in range(60) for half in ("am", "pm")
        },
    }


def _ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
