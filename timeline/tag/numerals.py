"""Phrases of several words as values: "twenty-four", "1,200", "2 1/2", "twenty-first", "nineteen ninety", "New Year's Eve"."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from timeline.languages.lexicon import Lexicon

Phrase = Callable[[Sequence[str], Lexicon], int | float | str]


def number(tokens: Sequence[str], lexicon: Lexicon) -> int | float:
    """What a numeral means, in figures or words. Marks before three figures part thousands, else decimals."""
    figures = [token for token in tokens if token.isdigit()]
    if len(figures) > 1 and len(figures[-1]) != 3 and tokens[-2] in (",", "."):
        return float("".join(figures[:-1]) + "." + figures[-1])
    return int("".join(figures)) if figures else _spelled(tokens, lexicon)


def halves(tokens: Sequence[str], lexicon: Lexicon) -> float:
    """A number and a fraction: "2 1/2", "two and a half"."""
    digits = [int(token) for token in tokens if token.isdigit()]
    if len(digits) == 3 and digits[2]:
        return digits[0] + digits[1] / digits[2]
    return (digits[0] if digits else _spelled(tokens, lexicon)) + 0.5


def ordinal(tokens: Sequence[str], lexicon: Lexicon) -> int:
    """Which one: "third", "21st", "twenty-first", "21."."""
    categories = [lexicon.values.get(name, {}) for name in ("ordnum", "ordword", "tens")]
    return sum(
        int(token)
        if token.isdigit()
        else next((int(words[token.lower()]) for words in categories if token.lower() in words), 0)
        for token in tokens
    )


def spelled_year(tokens: Sequence[str], lexicon: Lexicon) -> int:
    """A year in words: "nineteen seventy-nine", "two thousand and five", "seventeen hundred"."""
    spelled = lexicon.values["spelled"]
    values = [int(spelled[token.lower()]) for token in tokens if token.lower() in spelled]
    if 1000 in values:
        return int(_spelled(tokens, lexicon))
    return values[0] * 100 + sum(value for value in values[1:] if value != 100)


def holiday(tokens: Sequence[str], lexicon: Lexicon) -> str:
    """The day a holiday's name stands for, as `algebra.holiday` takes it."""
    return lexicon.holidays["".join(" " if token.isspace() else token for token in tokens).lower()]


def period(tokens: Sequence[str], lexicon: Lexicon) -> str:
    """The years of a named period, as EDTF."""
    return lexicon.periods["".join(" " if token.isspace() else token for token in tokens).lower()]


def half_day(tokens: Sequence[str], _: Lexicon) -> str:
    """The words "a" or "p", of "a.m." and "p.m."."""
    return tokens[0][0].lower()


def many(tokens: Sequence[str], lexicon: Lexicon) -> int | float | str:
    """The words "Several" and "a few" are X, "a couple" is 2."""
    return next(
        lexicon.values["quantity"][token.lower()]
        for token in tokens
        if token.lower() in lexicon.values["quantity"]
    )


def _spelled(tokens: Sequence[str], lexicon: Lexicon) -> int | float:
    spelled = lexicon.values["spelled"]
    total: int | float = 0
    current: int | float = 0
    last: int | float = 0
    for token in tokens:
        value = spelled.get(token.lower(), 0)
        assert not isinstance(value, str)  # noqa: S101 - the category holds numbers only
        if value == 100:
            current = (current or 1) * 100
        elif value == 1000:
            total, current = total + (current or 1) * 1000, 0
        elif 0 < last < value < 100:
            current += last * (value - 1)  # "quatre-vingts": four twenties
        else:
            current += value
        last = value or last
    return total + current


PHRASES: Final[Mapping[str, Phrase]] = {
    "number": number,
    "halves": halves,
    "many": many,
    "ordinal": ordinal,
    "spelledyear": spelled_year,
    "holiday": holiday,
    "namedperiod": period,
    "spelledage": number,
    "twodigits": number,
    "apm": half_day,
}
