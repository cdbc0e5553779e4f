"""The words of a mention as they stand: its headline, and its quotation without the date; which of them are names."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from timeline.merge.letters import Letters, spelt
from timeline.merge.stems import Stems
from timeline.merge.words import DEED, Words, folded, tokens
from timeline.model.event import Mention
from timeline.records import dataclass

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_OPENS_AMOUNT = re.compile(r"[1-9]\d{0,2}")
_NOTHING = frozenset([""])
_DIED = "†"
_DEATH = frozenset([f"{DEED}die"])
_NOWHERE: frozenset[str] = frozenset()
_NO_LETTERS: Letters = {}
_NO_NUMBERS: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a headline, and of a quotation before and after its date; the stems of the first, and of all.

    `letters` are those that stand for names in its document, `where` the stems of what stands before a colon.
    """

    headline: list[str]
    before: list[str]
    after: list[str]
    title: frozenset[str]
    all: frozenset[str]
    undated: tuple[int, int]
    letters: Letters
    where: frozenset[str] = frozenset()


def said(mention: Mention, known: Stems, letters: Letters = _NO_LETTERS) -> Said:
    """A mention's words and stems; of a headline that tells a second thing only the first part.

    What stands before a colon ("Port Ellery: Council backed the plan") says where, not what, unless nothing is told behind
    it ("Tour of Ulm: 1st"). `letters` count as the names they stand for.
    """
    first, last = undated(mention)
    quote = mention.citation.quote
    place, _, what = mention.title.partition(";")[0].rpartition(": ")
    headline = spelt(tokens(what), letters) if letters else tokens(what)
    before, after = tokens(quote[:first]), tokens(quote[last:])
    title = stems(headline, known)
    if place and not title:
        headline, place = tokens(place), ""
        title = stems(headline, known)
    if mention.title.endswith(_DIED):
        title |= _DEATH
    if meant := known.meanings(headline):
        title |= meant
    told = stems(chain(tokens(place), before, after) if place else chain(before, after), known)
    if letters and not (letters.keys().isdisjoint(before) and letters.keys().isdisjoint(after)):
        told |= stems(spelt([*before, *after], letters), known)
    if meant := known.meanings(before):
        told |= meant
    where = stems(tokens(place), known) if place else _NOWHERE
    return Said(headline, before, after, title, title | told, (first, last), letters, where)


def undated(mention: Mention) -> tuple[int, int]:
    """Where in the quotation its date, or the range that belongs to, begins and ends; widened to whole words."""
    start, quote = mention.citation.span.start, mention.citation.quote
    span = mention.dated.range.span if mention.dated.range else mention.dated.span
    first, last = max(0, span.start - start), max(0, span.end - start)
    while 0 < first < len(quote) and quote[first - 1].isalnum() and quote[first].isalnum():
        first -= 1
    while 0 < last < len(quote) and quote[last - 1].isalnum() and quote[last].isalnum():
        last += 1
    return first, last


def stems(found: Iterable[str], known: Stems) -> frozenset[str]:
    """The stems of words, but for those that tell nothing; "2,000" and "12 500" are a number each."""
    found = list(found)
    told = frozenset(filter(None, map(known.__getitem__, found)))
    return told if known.thousands.isdisjoint(found) else _with_amounts(found, told, known)


def _with_amounts(found: Sequence[str], told: frozenset[str], known: Stems) -> frozenset[str]:
    """The stems with the numbers that stand in groups of three figures, in place of these."""
    amounts: list[str] = []
    goes_on = False
    for before, word in pairwise(found):
        if word in known.thousands and (goes_on or _OPENS_AMOUNT.fullmatch(before)):
            amounts.append(f"{amounts.pop() if goes_on else before},{word}")
            goes_on = True
        else:
            goes_on = False
    groups = frozenset(part for amount in amounts for part in amount.split(","))
    return (told - groups).union(amounts)


def names(found: Sequence[str], known: Stems, common: frozenset[str], *, opens: bool = True) -> list[str]:
    """The stems of the proper names: of what is capitalised, and not only as it stands first where a sentence `opens`."""
    proper = known.proper
    named = [proper[word] for word in found if word in proper]
    if opens and named and found[0] in proper and found[0].casefold() in common:
        del named[0]
    return named


def small(told: Iterable[Said], text: str) -> set[str]:
    """The words at the start of a headline or quotation that their text has without a capital, too; in small letters."""
    opening = {words[0] for one in told for words in (one.headline, one.before or one.after) if words}
    return {word.casefold() for word in opening if word[0].isupper() and _stands(word.casefold(), text)}


def _stands(word: str, text: str) -> bool:
    """Whether a text has a whole word after a space."""
    at = text.find(f" {word}")
    while at >= 0 and text[at + 1 + len(word) : at + 2 + len(word)].isalpha():
        at = text.find(f" {word}", at + 1)
    return at >= 0


def common(told: Iterable[Said], known: Stems, written_small: Collection[str] = ()) -> frozenset[str]:
    """The words at the start of a headline or quotation that are no names though they are capitalised.

    Their own text has them `written_small` (in small letters), some mention writes them small, or has them nowhere but at its start and writes another form of them small
    ("Resignation" beside "resigned").
    """
    first: set[str] = set()
    inside: set[str] = set()
    for one in told:
        for words in (one.headline, one.before or one.after):
            first.update(words[:1])
            inside.update(words[1:])
    small_stems = {stem for word, stem in known.items() if word[0].islower()} - _NOTHING
    return frozenset(
        word.casefold()
        for word in first
        if word in known.capital
        and (
            word.casefold() in written_small
            or word.casefold() in known
            or (word not in inside and known[word] in small_stems)
        )
    )


def identities(one: Said, known: Stems, language: Words) -> frozenset[tuple[str, str]]:
    """Numbers that name what stands before them ("Resolution 1244") or after ("the 17th summit", "second quake")."""
    counting = known.counting
    parts = [part for part in (one.headline, one.before, one.after) if part and not counting.isdisjoint(part)]
    return (
        frozenset(chain.from_iterable(_identities(part, known, language) for part in parts))
        if parts
        else _NO_NUMBERS
    )


def _identities(found: Sequence[str], known: Stems, language: Words) -> Iterator[tuple[str, str]]:
    for before, word in pairwise(found):
        if word[0].isdigit() and known[before] in language.numbered:
            yield known[before], folded(word)
        elif before[0].isdigit() and _ORDINAL.fullmatch(before) and not word[0].isdigit():
            yield language.stem(word), before[:-2]
        elif before in language.ordinals:
            yield language.stem(word), language.ordinals[before]
