"""Definite: which full name "the bridge" has, where the text gives that noun to one thing alone."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from timeline.extract.candidate import Candidate
from timeline.extract.introduced import introduced
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
    near = {said for said in near if said.split()[0].lower() not in words.possessives}
    if near:
        return near.pop() if len(near) == 1 else ""
    if noun in words.persons:
        told = {one.text for group in groups for one in group if one.person}
        return _titled(noun, text, told, words)
    if noun in words.generic or len(text) > _LONGEST_TEXT:
        return ""
    named = _named(noun, text, words)
    forms = {_plain(form) for _, form in named}
    if not forms:
        return introduced(noun, text, before, words)
    return named[0][1] if len(forms) == 1 and named[0][0] < before else ""


def _titled(noun: str, text: str, told: Collection[str], words: EventWords) -> str:
    """The one name that the whole text gives with a title, if the sentences right before have it: "King Leo"."""
    said = _titles(noun, text) if len(text) <= _LONGEST_TEXT else ()
    if len(set(said)) != 1 or said[0].lower() in words.calendar:
        return ""
    return f"{noun.capitalize()} {said[0]}" if any(said[0].endswith(name) for name in told) else ""


@lru_cache(maxsize=64)
def _titles(noun: str, text: str) -> tuple[str, ...]:
    """The names that the text says right behind a title with a capital."""
    found = re.finditer(rf"\b{re.escape(noun.capitalize())}\s+((?:[A-ZÀ-Þ][\w’-]+\s?)+)", text)
    return tuple(match[1].strip() for match in found)


# What any ship may be called.
_VESSELS = frozenset({"vessel", "ship", "boat"})


_FIRM = frozenset(
    [
        "holdings",
        "ltd",
        "limited",
        "inc",
        "plc",
        "gmbh",
        "ag",
        "sa",
        "company",
        "corporation",
        "corp",
        "co",
        "group",
        "industries",
        "motors",
        "airways",
    ]
)
_PAPERS = frozenset(
    [
        "gazette",
        "times",
        "herald",
        "tribune",
        "post",
        "chronicle",
        "mercury",
        "courier",
        "echo",
        "journal",
        "telegraph",
        "observer",
    ]
)
# The last words of names by which a body is known to be of a kind.
_TAILS = {
    "company": _FIRM,
    "firm": _FIRM,
    "airline": frozenset({"airways", "airlines", "air"}),
    "newspaper": _PAPERS,
    "paper": _PAPERS,
    "club": frozenset(["fc", "afc", "united", "rovers", "rangers", "athletic", "wanderers", "city", "town"]),
    "carmaker": frozenset({"motors"}),
}


def _is(noun: str, one: Candidate, words: EventWords) -> bool:
    said = one.text.lower().split()
    if one.pronoun:
        return False
    if one.plural:
        return one.head == noun and len(said) > 1 and (said[0][0].isdigit() or said[0] in words.numbers)
    if noun in _VESSELS:
        return one.ship
    if said[-1] == noun and one.text[:1].isupper() and one.text.rsplit(maxsplit=1)[-1][0].isupper():
        return len(said) > 1  # "the Ludden Miners' Party. The party"
    if one.text[:1].isupper() and len(said) > 1 and said[-1].rstrip(".") in _TAILS.get(noun, ()):
        return True  # "Dellow Airways. The airline"
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
    own = rf"(?:\A|[.!?\n][\"”]?\s*)(?P<full>(?:{name}\s+){{1,4}}{capital})\b(?P<after>\s+\w+)"
    found += [
        (match.start("full"), match["full"])
        for match in re.finditer(own, text)  # "Lowe's Bakery opened", of which a text tells
        if _ends(match["after"], words) and _proper(match["full"], words)
    ]
    place = (
        rf"\b[Tt]he\s+(?P<full>(?:[a-z-]+\s+){{0,2}}{re.escape(noun)}\s+(?:{_WHERE})\s+{name}(?:\s+{name})*)"
    )
    found += [
        (match.start(), match["full"]) for match in re.finditer(place, text) if _thing(match["full"], words)
    ]
    if noun in words.anaphors:
        beside = rf"(?P<full>{name}(?:\s+{name})*),\s+(?:the|an?)\s+(?:[a-z-]+\s+){{0,2}}{re.escape(noun)}(?=[,.]|\s+(?:that|which|of|in|behind|from)\b)"
        found += [(match.start(), match["full"]) for match in re.finditer(beside, text)]
        front = rf"\b[Tt]he\s+(?:[a-z]+\s+)?(?P<full>{re.escape(noun)}\s+{name}(?:\s+{name})*)"
        found += [
            (match.start(), match["full"])
            for match in re.finditer(front, text)
            if not words.calendar & {word.lower() for word in match["full"].split()}
        ]
    return tuple(sorted(found))


def _proper(said: str, words: EventWords) -> bool:
    """Whether words with capitals at the head of a sentence are a name: not "In London School"."""
    low = said.lower().split()
    return closed_class(low[0], words) is None and not words.calendar & set(low)


_WHERE = "at|above|over|near|under|behind|off"


def _thing(said: str, words: EventWords) -> bool:
    """Whether words with a place tell one thing from others by it, not by "old" or "second"."""
    low = said.lower().split()
    return not words.calendar & set(low) and low[0] not in words.telling_apart


def _ends(after: str | None, words: EventWords) -> bool:
    """Whether the word behind a noun shows that no other noun follows: not "the Danish ship owner"."""
    if after is None:
        return True
    low = after.strip()
    return (closed_class(low.lower(), words) or open_class(low, words)) in _GOES_ON


def _plain(form: str) -> str:
    return " ".join(form.lower().split())
