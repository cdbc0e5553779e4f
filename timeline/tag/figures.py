"""Figures that are no dates: what counts, prices, numbers or names something; scores, fractions, telephone numbers."""

import re
from typing import Final

from timeline.languages import telling
from timeline.tag.place import Place


def not_years(place: Place) -> bool:
    """Two numbers with a dash are years unless a mark says otherwise; a name may stand before them."""
    return _is_numbered(place) or (place.glued(-1) in tuple("$£€¥#№§+*\\_@=~%-/") and not _emphasised(place))


def not_year(place: Place) -> bool:
    """A bare number that counts or names something: a page, a price, a company, a resolution."""
    if not place.tokens[place.start].isdigit():
        return False
    before = place.glued(-1)
    if before and before in "$£€¥#№§+*\\_@=~%":
        return before not in "=~" and not _emphasised(place)
    if (
        before in (".", ",", ":")
        and place.tokens[place.start - 2 : place.start - 1]
        and place.tokens[place.start - 2].isdigit()
    ):
        return True
    if before in ("-", "/"):
        word = place.tokens[place.start - 2] if place.start > 1 else ""
        return not (word[-4:].isdigit() and len(word) == 4) and word.lower() not in (
            "mid",
            "post",
            "pre",
            "early",
            "late",
            "",
        )
    return _is_name(place) or _counts(place) or _is_dialled(place) or _is_side(place)


def _emphasised(place: Place) -> bool:
    """Whether Markdown's stars stand around it: "**1921**: the mill burns", "**1914–18**", "**1921.** The mill burns"."""
    after = place.glued(1)
    return place.glued(-1) in tuple("*_") and after in tuple("*_:-–—.,")


def _is_side(place: Place) -> bool:
    """A side of what has two: "2048 by 1080 pixels", "1600 × 1200"; not "in 1920 by 300 votes"."""
    for by, other, before in ((1, 2, -1), (-1, -2, -3)):
        figure, between = place.word(other), place.word(by)
        if figure.isdigit() and len(figure) >= _SIDE:
            led_in = place.word(before).lower() == "in"
            return between in ("x", "×") or (place.cue("sides", between) and not led_in)
    return False


_SIDE = 3  # digits


def _is_dialled(place: Place) -> bool:
    """A group of a telephone number: its first group has a plus before it, or begins with a nought."""
    at = place.start
    while at > 1 and place.tokens[at - 1] in (" ", "\u00a0") and place.tokens[at - 2].isdigit():
        at -= 2
        if place.start - at > 2 * _GROUPS:
            return False  # a row of a table, or worse: looking on would cost the square of its length
    if at == place.start:
        return False
    return place.tokens[at].startswith("0") or (at > 0 and place.tokens[at - 1] == "+")


def after_group(place: Place) -> bool:
    """Whether three figures and one blank stand before it: "Tel. 030 345 1990"; the line above has others."""
    before = place.tokens[place.start - 2] if place.start > 1 else ""
    blank = place.glued(-1)
    return blank.isspace() and "\n" not in blank and before.isdigit() and len(before) == _SIDE


_GROUPS = 8  # of digits, in a telephone number, which has fifteen digits at most


def _is_name(place: Place) -> bool:
    """A number right after a name belongs to it ("Resolution 1244", "Windows 2000"), unless a date may follow there."""
    word = place.word(-1)
    if _is_numbered(place) or _is_house(place):
        return True
    if not word.isalpha() or word.islower():
        return False
    if place.cue("before_year", word) or place.language.lexicon.classes.get(word) is not None:
        return False
    before = place.word(-2)
    return bool(before) and before not in '.!?"“' and "\n" not in place.glued(-1)


def _is_numbered(place: Place) -> bool:
    """A number of a thing that has one, or the next of several: "codes 1901 to 1999", "no. 1912", "telephone 2020 1863"."""
    offset = 1
    while offset < _LISTED and (
        place.word(-offset) == "." or (place.word(-offset).isdigit() and len(place.word(-offset)) >= _SIDE)
    ):
        offset += 1
    if offset == 1 and place.cue("links", place.word(-1)) and place.word(-2).isdigit():
        offset = 3
    return place.cue("numbered", place.word(-offset))


_LISTED: Final = 4  # words back from a number to the one that says what has it


def _is_house(place: Place) -> bool:
    """A number before the name of a street: "at 1914 Elm Street"; not "in 1914 Elm Street was paved", "the 1914 Elm Road Races"."""
    return (
        place.word(1).istitle()
        and place.cue("streets", place.word(2))
        and place.word(2).istitle()
        and not place.cue("before_year", place.word(-1))
        and not place.cue("determiners", place.word(-1))
    )


def _counts(place: Place) -> bool:
    """A number before a plural counts it: "1200 people", "1000 known cameras"."""
    word = place.word(1)
    if word in _UNITS:
        return True
    if not word.islower() or place.cue("after_year", word) or "," in place.text:
        return place.cue("measures", word)
    before = place.word(-1)
    if place.cue("at_least", before) or _is_counted(place, word):
        return True
    if place.cue("before_year", before):
        return place.cue("measures", word)
    return place.cue("measures", word) or _is_plural(word)


def _is_counted(place: Place, word: str) -> bool:
    """A number before a plural that ends its clause, or that another number follows: "before 1764 spectators.", "of 1329 members 461"."""
    after = place.word(2)
    if not _is_plural(word):
        return False
    return after.isdigit() or (after in _CLAUSE_ENDS and place.word(-1).islower())


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORT


_SHORT: Final = 3  # letters of "was"
_CLAUSE_ENDS: Final = frozenset((".", ",", ";", ":", ")", "!", "?", ""))


# Signs of units that stand behind a figure and begin no other word.
_UNITS: Final = frozenset(
    [
        "m", "mm", "cm", "km", "nm", "µm", "μm", "mg", "kg", "ml", "cl", "km²", "km2", "kW", "MW", "GW", "kWh", "MWh",
        "GWh", "kHz", "MHz", "GHz", "kJ", "kPa", "hPa", "mbar", "dB", "dpi", "px", "kcal", "ppm", "rpm", "mph",
        "kph", "hp", "bhp",
    ]
)  # fmt: skip


def not_ordinal_year(place: Place) -> bool:
    """A number after a name, or one that numbers what was named a few words before ("rezolucijom Saveta 1244.")."""
    for offset in range(1, 6):
        word = place.word(-offset)
        if word == "." and offset == 1 and len(place.word(-2)) <= 3:
            continue  # an abbreviation: "br. 1244"
        if word in ("", ".", "(", ";"):
            break
        if place.cue("numbered", word):
            return True
    return _is_name(place) and not _goes_on(place)


def _goes_on(place: Place) -> bool:
    """Whether a verb follows an ordinal's full stop, so that what is before it is its subject: "Turci 1690. zapalili"."""
    after = place.word(2) if place.word(1) == "." else ""
    patterns = place.language.cues.get("after_verb", ())
    return after.islower() and any(re.fullmatch(one, after) for one in patterns)


def not_named_after(place: Place) -> bool:
    """A day that a street, a square or a school is called after: "Bulevar 27. marta", "ul. 7. jula"."""
    before = place.word(-2) if place.word(-1) == "." else place.word(-1)
    return place.cue("named_after", before)


def before_other(place: Place) -> bool:
    """A number that may count the unknown noun after it."""
    word = place.word(1)
    # scripts without capitals show no difference between a noun and a name
    other = word[:1].isalpha() and not word[0].isupper() and word not in place.language.lexicon.classes
    return other and not _is_uncounted(word, place.language.code)


def _is_uncounted(word: str, code: str) -> bool:
    """Whether a word is a verb, or has a form that no counted noun has: "në 1921 fotografoi", "në 1904 klubi"."""
    words = telling.words(code)
    low = words.plain(word)
    never = (
        words.finite,
        words.reflexives,
        words.uncounted,
        words.prepositions,
        words.oblique,
        words.determiners,
    )
    return bool(words.uncounted) and any(low in group for group in never)


def not_numeric(place: Place) -> bool:
    """Fractions ("4 5/8", "fell 7/8"), parts of longer numbers, prices."""
    if place.glued(-1) in ("-", "/", ".", "$", ":", "+") or place.glued(1) == "%":
        return True
    if place.cue("numbered", place.word(-1) if place.word(-1) != "." else place.word(-2)):
        return True
    tokens = place.tokens[place.start : place.end]
    if len(tokens) != 3 or tokens[1] != "/":
        return False
    before = place.word(-1)
    if before.isdigit():
        return True
    fraction = tokens[2] in _DENOMINATORS and int(tokens[0]) < int(tokens[2])
    return fraction and not place.cue("before_month", before)


_DENOMINATORS: Final = frozenset(("2", "3", "4", "8", "16", "32", "64"))


def not_time(place: Place) -> bool:
    """Scores, ratios, verses and running times."""
    before, after = place.glued(-1), place.glued(1)
    if before and not before.isspace() and before not in "(\"“‘'[–—":
        return True
    if place.text.istitle() and place.text.isalpha() and place.word(-1) not in ("", ".", "\n"):
        return True
    if before in (":", ".", "-", "/", "$") or (after in (":", "/") and not place.text[-1:].isalpha()):
        return True
    text = place.text
    if text[-1].isdigit() and ":" in text:
        return not (place.cue("before_time", place.word(-1)) or len(text) == 5)
    return False


def not_quarter(place: Place) -> bool:
    """A letter and a figure of a longer name, or of more quarters or halves than a year has; without a year, a model's: "the Kora Q3"."""
    figure, before = place.tokens[place.start + 1], place.word(-1)
    if place.glued(-1) not in ("", " ", "\n", "(", "\u00a0"):
        return True
    if figure.isdigit() and int(figure) > (_HALVES if place.tokens[place.start] == "H" else _QUARTERS):
        return True
    alone = place.end - place.start == _ALONE
    half = place.tokens[place.start] == "H"  # "a molecule (H2)"
    return alone and (half or before[:1].isalpha()) and not place.cue("before_quarter", before)


_QUARTERS: Final = 4
_HALVES: Final = 2
_ALONE: Final = 2  # tokens of Q3 without its year
