"""Numbers as text: fives of bits as letters, the lowest first; a letter of the second half says that more follow.

Small enough as text that gzip can work on it, since equal numbers look equal. `store.js` reads it.
"""

from collections.abc import Iterable

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _written(number: int) -> str:
    letters = ""
    while number > 31:
        letters += _DIGITS[number & 31 | 32]
        number >>= 5
    return letters + _DIGITS[number]


_USUAL = tuple(map(_written, range(4096)))


def fives(number: int) -> str:
    """A number from 0 on.

    >>> fives(3), fives(32), fives(1000)
    ('D', 'gB', 'of')
    """
    return _USUAL[number] if number < len(_USUAL) else _written(number)


def signed(number: int) -> str:
    """A number of either sign: 0, -1, 1, -2, 2 stand as 0, 1, 2, 3, 4."""
    return fives(2 * number if number >= 0 else -2 * number - 1)


def listed(numbers: Iterable[int]) -> str:
    """Some numbers, and before them how many they are."""
    letters = [fives(number) for number in numbers]
    return fives(len(letters)) + "".join(letters)
