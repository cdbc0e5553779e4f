"""The participants and places of a document's mentions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.model.document import Document
from timeline.model.event import Mention
from timeline.names.learnt import organisations, people
from timeline.names.places import places
from timeline.names.tokens import Token, tokens
from timeline.names.words import Words, words

_LONGEST_PREFIX = 16  # letters before a hyphen


def named(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, each with the people and organisations, and the places, that its headline and quotation name."""
    if not mentions:
        return ()
    known = words(document.language)
    where = places(document.language)
    found = tokens(document.text)
    who = {name: name for name in known.abbreviations.values()} | dict(known.abbreviations)
    if known.titles:
        who |= organisations(document.text, found, known, where)
        who |= people(document.text, found, known, where)
    finder = _Finder(who, where, _by_first_word(document.language), known)
    return tuple(_with(mention, finder) for mention in mentions)


class _Finder:
    """Finds names that are known already, the longest first."""

    def __init__(
        self,
        who: Mapping[str, str],
        where: Mapping[str, str],
        placed: Mapping[str, Sequence[str]],
        known: Words,
    ) -> None:
        self._who, self._where, self._known = who, where, known
        names = {**placed}
        for first, some in _indexed(who).items():
            names[first] = sorted({*some, *placed.get(first, ())}, key=_longest_first)
        self._names = names

    def found(self, text: str) -> tuple[list[str], list[str]]:
        """The participants and the places that a text names, as they are called."""
        who: list[str] = []
        where: list[str] = []
        words_of = tokens(text)
        until = 0
        for number, token in enumerate(words_of):
            if not token.capital or token.start < until:
                continue
            name = self._at(text, words_of, number)
            if name:
                until = token.start + len(name)
                if name in self._who:
                    who.append(self._who[name])
                elif not _in_adjective(text, token.start, until):
                    where.append(self._where[name])
        return who, where

    def _at(self, text: str, words_of: Sequence[Token], number: int) -> str:
        start = words_of[number].start
        for name in self._names.get(words_of[number].text, ()):
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                whole = " " in name and name in self._who
                return name if whole or name.isupper() or self._stands_alone(words_of, number, end) else ""
        return ""

    def _stands_alone(self, words_of: Sequence[Token], number: int, end: int) -> bool:
        """Whether a name is no part of a longer one: "Paris Hilton", "New Mexico", "Bank of China"."""
        if self._known.capital_nouns:
            return True
        after = next((token for token in words_of[number + 1 :] if token.start >= end), None)
        if (
            after is not None
            and after.capital
            and after.joined
            and after.text.casefold() not in self._known.never
        ):
            return False
        if not number or not words_of[number].joined:
            return True
        before = words_of[number - 1]
        if before.text == "of" and number > 1 and before.joined:
            before = words_of[number - 2]
        small = before.text.casefold()
        return not before.capital or small in self._known.never or small in self._known.titles


_BEHIND = re.compile(r"[-\u2010\u2011][^\W\d_]+(?![-\u2010\u2011\w])")
_BEFORE = re.compile(r"(?<![-\u2010\u2011\w])[^\W\d_]+[-\u2010\u2011]$")


def _in_adjective(text: str, start: int, end: int) -> bool:
    """Whether a place only tells of what kind something is: "Danish-built", "anti-Norway"; not "Paris-to-Rome", "Oslo-Bergen"."""
    behind = _BEHIND.match(text, end)
    before = _BEFORE.search(text, max(0, start - _LONGEST_PREFIX), start)
    return bool(behind and behind[0][1:].islower()) or bool(before and before[0][:-1].islower())


def _indexed(names: Iterable[str]) -> dict[str, list[str]]:
    """Names by their first words, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=_longest_first):
        found[_first_word(name)].append(name)
    return found


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


@lru_cache(maxsize=64)
def _by_first_word(language: str) -> Mapping[str, Sequence[str]]:
    """A language's places by their first words: some thousand, the same for each document."""
    return _indexed(places(language))


def _first_word(name: str) -> str:
    return next(iter(tokens(name))).text


def _with(mention: Mention, finder: _Finder) -> Mention:
    titled, quoted = finder.found(mention.title), finder.found(mention.citation.quote)
    return replace(
        mention,
        participants=_each((*titled[0], *quoted[0])),
        places=_each((*titled[1], *quoted[1])),
    )


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
