"""Numbers and other phrases of several words, as values: "twenty-four", "two hundred", "1,200", "2 1/2"."""

from collections.abc import Sequence

from timeline.languages.lexicon import Lexicon


def number(tokens: Sequence[str], lexicon: Lexicon) -> float:
    """What a numeral means. The tokens are those of the phrase `number`, blanks and hyphens among them."""
    digits = "".join(token for token in tokens if token.isdigit())
    if digits:
        return int(digits)
    spelled = lexicon.values["spelled"]
    total, current = 0, 0
    for token in tokens:
        value = spelled.get(token.lower())
        if value is None:
            continue
        if value == 100:
            current = (current or 1) * 100
        elif value == 1000:
            total, current = total + (current or 1) * 1000, 0
        else:
            current += int(value)
    return total + current


def ordinal(tokens: Sequence[str], lexicon: Lexicon) -> int:
    """Which one: "third", "21st", "twenty-first"."""
    total = 0
    for token in tokens:
        for category in ("ordnum", "ordword", "tens"):
            value = lexicon.values.get(category, {}).get(token.lower())
            if value is not None:
                total += int(value)
                break
    return total


def spelled_year(tokens: Sequence[str], lexicon: Lexicon) -> int:
    """A year in words: "nineteen seventy-nine"."""
    spelled = lexicon.values["spelled"]
    values = [int(spelled[token.lower()]) for token in tokens if token.lower() in spelled]
    if 100 in values:
        return values[0] * 100 + sum(value for value in values[2:])
    return values[0] * 100 + sum(values[1:])


PHRASES = {"number": number, "ordinal": ordinal, "spelledyear": spelled_year}
