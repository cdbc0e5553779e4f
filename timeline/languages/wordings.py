"""Wordings: the lists of words and forms in a language's `[cues]`, as sets to ask and as regular expressions to search."""

import re
from collections.abc import Iterable
from itertools import chain, groupby

NEVER = "(?!)"


def forms(patterns: Iterable[str]) -> str:
    r"""A regular expression for any of some patterns of words in lower case, in their order; `_` is a blank.

    It must be followed by the end of a word. Neighbouring plain words are tried by their first letter, which spares most tries.

    >>> forms(["will(?:_be)?", "was", "met", "were"])
    'will(?:\\s+be)?|m(?:et)|w(?:as|ere)'
    """
    runs = ((plain, list(run)) for plain, run in groupby(patterns, key=str.isalpha))
    either = (_by_letter(run) if plain else [one.replace("_", r"\s+") for one in run] for plain, run in runs)
    return "|".join(chain.from_iterable(either)) or NEVER


def words(texts: Iterable[str]) -> str:
    """A regular expression for any of some texts as they are written; `_` is a blank."""
    return "|".join(re.escape(text).replace("_", r"\s+") for text in texts) or NEVER


def _by_letter(plain: Iterable[str]) -> list[str]:
    by_letter: dict[str, list[str]] = {}
    for word in sorted(plain):
        by_letter.setdefault(word[0], []).append(word[1:])
    return [f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]
