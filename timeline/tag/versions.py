"""Three figures between full stops that are no day: a version's, a section's ("Linux 2.6.32", "section 3.1.14").

A day in figures with two figures of its year looks the same. It is led in by a preposition, a weekday, an article or
a mark, or opens its line; a version stands right behind the name of what has it, and no figure of it begins with a nought.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from timeline.languages import telling
from timeline.tag.place import Place


def is_version(place: Place) -> bool:
    """Whether three figures between full stops, the last of two digits, are named by the words before them."""
    figures = _figures(place, place.start)
    if place.end - place.start != _LONG or figures is None or len(figures[2]) != _SHORT_YEAR:
        return False
    if _is_numbered(place):
        return True
    if figures[0][0] == "0" or figures[1][0] == "0":
        return False
    return _is_kin(place) or (_names(place) and not _is_of_list(place, figures))


_LONG: Final = 5  # tokens: three figures and two full stops
_SHORT_YEAR: Final = 2  # digits


def _figures(place: Place, at: int) -> tuple[str, str, str] | None:
    """The three figures that begin at a token, if they do and no fourth follows."""
    tokens = place.tokens[max(at, 0) : at + _LONG]
    if at < 0 or len(tokens) < _LONG or tokens[1] != "." or tokens[3] != ".":
        return None
    first, second, third = tokens[0], tokens[2], tokens[4]
    return (first, second, third) if first.isdigit() and second.isdigit() and third.isdigit() else None


def _is_numbered(place: Place) -> bool:
    """Whether they are the number of a thing that has one, over an abbreviation's full stop: "section 3.1.14", "no. 3.1.14"."""
    owner = place.word(-2) if place.word(-1) == "." else place.word(-1) if _apart(place) else ""
    return place.cue("numbered", owner) or owner.lower() in place.language.lexicon.values.get("numbered", {})


def _apart(place: Place) -> bool:
    return place.start > 1 and place.tokens[place.start - 1] in (" ", "\u00a0")


def _names(place: Place) -> bool:
    """Whether the word right before is the name of a thing, or a noun behind its article: "Linux 2.6.32", "the kernel 2.6.32"."""
    word, before = place.word(-1), place.word(-2)
    if not _apart(place) or not word.isalnum() or not word[0].isalpha() or _may_lead_in(place, word):
        return False
    if word.islower():
        return _is_one(place, "determiners", before)
    if not word[0].isupper():
        return False  # a script without capitals shows no name
    if not _opens(place) or not word.istitle():
        return True
    after = place.word(1)
    return after.islower() and not _may_lead_in(place, after)


_HEADS: Final = (".", "!", "?", ":", ";", "(", "–", "—", "*", "|", "•", '"', "“", "„", "«")


def _may_lead_in(place: Place, word: str) -> bool:
    """Whether a word is one of time, or a preposition, an article, or says when a thing was written or born."""
    times = word in place.language.lexicon.classes
    cues = any(place.cue(kind, word) for kind in ("before_year", "before_month", "published", "births"))
    return times or cues or _is_one(place, "prepositions", word) or _is_one(place, "determiners", word)


def _is_one(place: Place, kind: str, word: str) -> bool:
    """Whether a word is a preposition or a determiner; English has these among its cues, the others where they parse."""
    if place.language.code == "en":
        return place.cue(kind, word)
    return word.lower() in getattr(telling.words(place.language.code), kind)


def _opens(place: Place) -> bool:
    """Whether the word before opens its sentence or its line, where every word has a capital."""
    at = place.start - 3
    if at < 0 or "\n" in place.tokens[at]:
        return True
    return place.tokens[at] != "-" and place.word(-2) in (*_HEADS, "-")


def _is_kin(place: Place) -> bool:
    """Whether figures joined to them by a word can be no day, or are a version: "7.0.56 and 5.5.42", "Linux 4.11.13 and 4.10.12"."""
    before, after = place.start - _LONG - _JOIN, place.end + _JOIN
    for at, side in ((before, -1), (after, 1)):
        figures = _figures(place, at) if _joins(place, side) else None
        if figures is not None and not _can_be_day(figures):
            return True
        if figures is not None and side < 0:
            other = replace(place, start=at, end=at + _LONG)
            return _is_numbered(other) or (_names(other) and not _is_of_list(other, figures))
    return False


_JOIN: Final = 3  # tokens of " and "


def _joins(place: Place, side: int) -> bool:
    """Whether a word that joins, between blanks, parts them from the figures on that side."""
    return (
        place.cue("links", place.word(side))
        and place.glued(side).isspace()
        and place.glued(3 * side).isspace()
    )


def _can_be_day(figures: tuple[str, str, str]) -> bool:
    first, second, third = (int(one[:4]) for one in figures)
    return (
        0 < min(first, second) <= 12 and max(first, second) <= 31 and len(figures[2]) in (2, 4) and third >= 0
    )


def _is_of_list(place: Place, own: tuple[str, str, str]) -> bool:
    """Whether the lines around list days: two more in figures, of the same year or the one beside it, on other days."""
    near = [one for one in _around(place) if _can_be_day(one) and abs(int(one[2][-2:]) - int(own[2])) <= 1]
    return len(near) >= _LISTED and len({one[0] for one in [own, *near]}) > _LISTED


_LISTED: Final = 2  # other days that make a list
_NEAR: Final = 120  # tokens to each side


def _around(place: Place) -> Iterator[tuple[str, str, str]]:
    for at in range(max(0, place.start - _NEAR), min(len(place.tokens), place.end + _NEAR)):
        if at != place.start and (at == 0 or place.tokens[at - 1] != ".") and place.tokens[at].isdigit():
            figures = _figures(place, at)
            if figures is not None:
                yield figures
