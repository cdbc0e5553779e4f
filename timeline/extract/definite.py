"""Definite: which full name "the bridge" has, where the text gives that noun to one thing alone."""

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.extract.reference import Candidate
from timeline.extract.words import Tag, closed_class, open_class
from timeline.languages.events import EventWords

_LONGEST_TEXT = 100_000  # characters; in a longer one a noun stands for more than one thing
_GOES_ON = frozenset(
    [Tag.PREPOSITION, Tag.TO, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.RELATIVE, Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.COORDINATOR,
     Tag.ADVERB, Tag.SUBORDINATOR, Tag.DO, Tag.PARTICIPLE, Tag.THAT]
)  # fmt: skip


def full_name(
    noun: str, text: str, before: int, groups: Sequence[Sequence[Candidate]], words: EventWords
) -> str:
    """The words that stand for "the `noun`" at offset `before`, or "" where they are not certain.

    They are those of the sentences just before (`groups`), or the one name that the whole text joins with the noun.
    """
    near = {one.text for group in groups for one in group if _is(noun, one, words)}
    if near:
        return near.pop() if len(near) == 1 else ""
    if noun in words.persons:
        return _titled(noun, text, before, words)
    if noun in words.generic or len(text) > _LONGEST_TEXT:
        return ""
    named = _named(noun, text, words)
    forms = {_plain(form) for _, form in named}
    return named[0][1] if len(forms) == 1 and named[0][0] < before else ""


def _titled(noun: str, text: str, before: int, words: EventWords) -> str:
    """The one name that the sentences right before give with a title, if the whole text gives no other: "King Leo"."""
    said = _titles(noun, text) if len(text) <= _LONGEST_TEXT else ()
    near = [name for at, name in said if before - _NEAR <= at < before]
    if not near or {name for _, name in said} != {near[-1]}:
        return ""
    return f"{noun.capitalize()} {near[-1]}" if near[-1].lower() not in words.calendar else ""


@lru_cache(maxsize=64)
def _titles(noun: str, text: str) -> tuple[tuple[int, str], ...]:
    """Where the text says a title with a capital right before a name, and which."""
    found = re.finditer(rf"\b{re.escape(noun.capitalize())}\s+((?:[A-ZÀ-Þ][\w’-]+\s?)+)", text)
    return tuple((match.start(), match[1].strip()) for match in found)


_NEAR = 500  # characters before a noun in which its name must stand


def _is(noun: str, one: Candidate, words: EventWords) -> bool:
    if one.plural or one.pronoun:
        return False
    said = one.text.lower().split()
    if one.role == noun and said[-1] != noun and one.head != noun:
        return True  # "the company Nordlys Shipping"
    return (
        noun not in words.generic
        and one.head == noun
        and len(said) > 1
        and said[0] not in words.telling_apart
    )


@lru_cache(maxsize=64)  # a text stays in memory as long as it is among these
def _named(noun: str, text: str, words: EventWords) -> tuple[tuple[int, str], ...]:
    """Where the text says the noun with a name, and how: "the Tarn Valley reservoir", "the ferry Alcyone"."""
    name = r"(?:[^\W\d_a-zà-ÿ][\w’'&-]*)"
    capital = re.escape(noun.capitalize())
    behind = rf"\b(?:[Tt]he|[Aa]n?)\s+(?:[a-z]+\s+)?(?P<full>(?:{name}\s+){{1,4}}(?:{re.escape(noun)}|{capital}))\b(?P<after>\s+\w+)?"
    found = [
        (match.start(), match["full"])
        for match in re.finditer(behind, text)
        if _ends(match["after"], words)
        and not words.calendar & {word.lower() for word in match["full"].split()}
    ]
    if noun in words.anaphors:
        front = rf"\b[Tt]he\s+(?:[a-z]+\s+)?(?P<full>{re.escape(noun)}\s+{name}(?:\s+{name})*)"
        found += [
            (match.start(), match["full"])
            for match in re.finditer(front, text)
            if not words.calendar & {word.lower() for word in match["full"].split()}
        ]
    return tuple(sorted(found))


def _ends(after: str | None, words: EventWords) -> bool:
    """Whether the word behind a noun shows that no other noun follows: not "the Danish ship owner"."""
    if after is None:
        return True
    low = after.strip()
    return (closed_class(low.lower(), words) or open_class(low, words)) in _GOES_ON


def _plain(form: str) -> str:
    return " ".join(form.lower().split())
