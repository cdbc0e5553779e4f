"""The people and organisations a document names, told by how it speaks of them.

A person has a title ("President Ana Kos"), or a name of two or three words that comes again, whole or by its last
word, and does what people do ("Ana Kos, who …", "said"). An organisation is named by its kind ("Halmstrand
Council", "Ministry of Ports"), or has its abbreviation beside it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from timeline.names.tokens import Token, runs
from timeline.names.words import Words

_LONGEST = 3  # words of a person's name
_ABBREVIATION = re.compile(r"\s?\(([A-Z][A-Z&.-]{1,7})\)")
_WHO = re.compile(r",? (?:who\b|aged\b|\d\d,)")


def people(text: str, found: Sequence[Token], known: Words, places: Collection[str]) -> dict[str, str]:
    """From what is written to a person's name: "Kos" and "Ana Kos" to "Ana Kos"."""
    titled: set[str] = set()
    counts: Counter[str] = Counter()
    acting: set[str] = set()
    things: set[str] = set()
    alone: Counter[str] = Counter()
    for start, end in runs(list(found)):
        first, name = _titled(found, start, end, known)
        if first == start and not name:
            first = _opening(found, start, end, known)
        last = first
        while last < end and _may_be_of_a_person(found[last].text, known):
            last += 1
        whole = " ".join(token.text for token in found[first:last])
        if last != end or not whole or whole in places or last - first > _LONGEST:
            continue
        if name:
            titled.add(name if name != "-" else whole)
        if last - first == 1:
            alone[whole] += 1
            continue
        counts[whole] += 1
        before = found[first - 1].text.casefold() if first and found[first].joined else ""
        if before in known.locative:
            things.add(whole)
        elif _acts(text, found, last, known):
            acting.add(whole)
    surnames: dict[str, set[str]] = defaultdict(set)
    sure = {
        name
        for name in counts.keys() - things
        if name in titled or (name in acting and (counts[name] > 1 or alone[name.split()[-1]]))
    }
    for name in sure:
        surnames[name.split()[-1]].add(name)
    result = {name: name for name in sorted(sure)}
    for surname, names in surnames.items():
        if len(names) == 1 and surname not in places:
            result[surname] = next(iter(names))
    result |= {
        name: name for name in sorted(titled) if name not in result and name.split()[-1] not in surnames
    }
    return result


def _titled(found: Sequence[Token], start: int, end: int, known: Words) -> tuple[int, str]:
    """Where a name begins after its title, and what it is called: "-" for the words that follow, or with the title.

    In small letters a title needs a whole name: "president Ana Kos", not "the general Chinese view".
    """
    if start and found[start].joined and found[start - 1].text.casefold() in known.titles and end - start > 1:
        return start, "-"
    number = next(
        (n for n in range(start, end) if found[n].text.casefold() in known.titles | known.royal), end
    )
    if number + 2 == end and found[number].text.casefold() in known.royal:
        return number + 1, f"{found[number].text} {found[number + 1].text}"
    titles = number
    while titles < end and found[titles].text.casefold() in known.titles:
        titles += 1
    return (titles, "-") if number < titles < end else (start, "")


def _opening(found: Sequence[Token], start: int, end: int, known: Words) -> int:
    """Where a row begins without the small words that are capitalised only because a sentence begins."""
    while start < end and found[start].text.casefold() in known.never:
        start += 1
    return start


def _may_be_of_a_person(word: str, known: Words) -> bool:
    small = word.casefold()
    return (
        len(word) > 1
        and not word.isupper()
        and small not in known.never
        and small not in known.titles
        and small not in known.heads
        and small not in known.before_titles
    )


def _acts(text: str, found: Sequence[Token], after: int, known: Words) -> bool:
    """Whether what follows a name is what people do."""
    if _WHO.match(text, found[after - 1].end):
        return True
    following = [token.text.casefold() for token in found[after : after + 2] if token.joined]
    if not following:
        return False
    return following[0] in known.persons or (
        following[0] in {"was", "is", "had", "has"} and following[-1] in known.was | known.persons
    )


def organisations(text: str, found: Sequence[Token], known: Words, places: Collection[str]) -> dict[str, str]:
    """From what is written to an organisation's name; an abbreviation leads to the whole."""
    result: dict[str, str] = {}
    for start, end in runs(list(found)):
        first = _opening(found, start, end, known)
        while first < end and found[first].text.casefold() in known.titles | known.before_titles:
            first += 1
        last = end
        if first == end:
            continue
        if found[last - 1].text.casefold() in known.first and _of(found, last):
            last = _of(found, last)
        name = text[found[first].start : found[last - 1].end]
        is_one = last - first > 1 and (last > end or found[last - 1].text.casefold() in known.heads)
        short = _ABBREVIATION.match(text, found[last - 1].end)
        if short and _abbreviates(short[1], name):
            is_one = True
            result[short[1]] = name
        owns = text[found[last - 1].end : found[last - 1].end + 2] in {"'s", "’s"} and last > end
        if is_one and not owns and name not in places:
            result[name] = name
    return result


def _of(found: Sequence[Token], at: int) -> int:
    """Where "of the Interior", "of Port Ellery" ends; 0 if no such words follow."""
    number = at
    for word in ("of", "the"):
        if number < len(found) and found[number].text == word and found[number].joined:
            number += 1
        elif word == "of":
            return 0
    start = number
    while number < len(found) and found[number].capital and found[number].joined:
        number += 1
    return number if number > start else 0


def _abbreviates(short: str, name: str) -> bool:
    """Whether a name's capitals are the letters of an abbreviation."""
    return _letters(short) == "".join(
        word[0] for word in re.findall(r"[^\W\d_]\w*", name) if word[0].isupper()
    )


def _letters(short: str) -> str:
    return "".join(character for character in short if character.isalpha())
