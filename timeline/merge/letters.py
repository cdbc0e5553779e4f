"""What letters stand for, where a text says so: "the Ellery Salt Company (ESC)"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline.merge.words import tokens

_GIVEN = re.compile(r"\(([A-Z][A-Za-z]?[A-Z]{1,5})\)")
_BEFORE = 120  # letters of a text in which the name stands before its letters
_SMALL = 3  # words between two of a name that have no letter: "and", "for the"

Letters = Mapping[str, tuple[str, ...]]


def meant(texts: Sequence[str]) -> tuple[Letters, ...]:
    """For each text what letters stand for in it: as it says itself, or as the only other that says it does."""
    own = [_given(text) for text in texts]
    everywhere: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for found in own:
        for letters, name in found.items():
            everywhere[letters].add(name)
    agreed = {letters: next(iter(names)) for letters, names in everywhere.items() if len(names) == 1}
    return tuple({**agreed, **found} if found else agreed for found in own)


def spelt(words: list[str], letters: Letters) -> list[str]:
    """Words with the names that letters among them stand for in their place."""
    if letters.keys().isdisjoint(words):
        return words
    return [part for word in words for part in letters.get(word, (word,))]


def _given(text: str) -> dict[str, tuple[str, ...]]:
    """The names a text gives letters for, each as it is first given.

    >>> _given("The Board of Trade and Harbours (BTH) met.")
    {'BTH': ('Board', 'of', 'Trade', 'and', 'Harbours')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for match in _GIVEN.finditer(text):
        if match[1] not in found and (
            name := _name(text[max(0, match.start() - _BEFORE) : match.start()], match[1])
        ):
            found[match[1]] = name
    return found


def _name(before: str, letters: str) -> tuple[str, ...]:
    """The words before letters whose capitals they are, or none; small words may stand among them, or have a letter."""
    words, left, passed = tokens(before), list(letters.upper()), 0
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word[0].upper() == left[-1] and (word[0].isupper() or len(left) > 1):
            del left[-1]
            passed = 0
            if not left:
                return tuple(words[at:])
        elif word[0].isupper() or passed == _SMALL:
            return ()
        else:
            passed += 1
    return ()
