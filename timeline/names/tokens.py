"""Capitalised words in a row: what a name may be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-’'](?=[^\W\d_a-z])[^\W\d_]+|-[^\W\d_]+)*")


class Token(NamedTuple):
    """A word, where it stands, and whether it is capitalised and follows the one before after one space."""

    text: str
    start: int
    end: int
    capital: bool
    joined: bool


def tokens(text: str) -> list[Token]:
    """The words of a text; a possessive "s" is one of its own."""
    found: list[Token] = []
    last = -1
    for match in _WORD.finditer(text):
        start, end = match.span()
        joined = start == last + 1 and text[last] == " "
        found.append(Token(match[0], start, end, match[0][0].isupper(), joined))
        last = end
    return found


def runs(found: list[Token]) -> Iterator[tuple[int, int]]:
    """Rows of capitalised words, as places in the list: from, up to."""
    number = 0
    while number < len(found):
        if not found[number].capital:
            number += 1
            continue
        end = number + 1
        while end < len(found) and found[end].capital and found[end].joined:
            end += 1
        yield number, end
        number = end
