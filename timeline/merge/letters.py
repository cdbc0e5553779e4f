"""What letters stand for, where a text says so: "the Ellery Salt Company (ESC)"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from timeline.merge.words import tokens

_GIVEN = re.compile(r"\(([A-Z][A-Za-z]?[A-Z]{1,5})\)")
_BEFORE = 120  # letters of a text in which the name stands before its letters
_TRIES = 5  # times that letters are given, at which their name is looked for
_SMALL = 3  # words between two of a name that have no letter: "and", "for the"

Letters = Mapping[str, tuple[str, ...]]


def meant(texts: Iterable[str]) -> tuple[Letters, ...]:
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
    looked: Counter[str] = Counter()
    for match in _GIVEN.finditer(text):
        letters, start = match[1], match.start()
        if letters not in found and looked[letters] < _TRIES:
            looked[letters] += 1
            if name := _name(text[max(0, start - _BEFORE) : start], letters):
                found[letters] = name
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
