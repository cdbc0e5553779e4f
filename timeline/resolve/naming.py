"""How a happening is named after a length of time: of "two days after the deadly fire at the mill" a fire, at the mill."""

import re

from timeline.languages.happenings import Happenings, Kind
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A happening as a text names it.

    `said` are the words; `kind` is what shows that a clause tells of it; `needs` are words that its sentence must have
    ("Halden" of "the fall of Halden"), `around` those that its paragraph must have ("the fire in Lorne"). `lasts` says that
    it begins and ends, and `edge` which of the two is meant (-1, +1; 0 where that is not said); `near` that it is told of
    shortly before ("his arrest").
    """

    said: str
    kind: Kind
    needs: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    lasts: bool = False
    edge: int = 0
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The words from a place on, as they are written and in the spelling of a language's words."""

    written: tuple[str, ...]
    low: tuple[str, ...]
    words: Happenings

    def is_over(self, at: int) -> bool:
        """Whether a name cannot go on at a word: a mark, a number, a name, a word such as "and"."""
        if at >= len(self.low):
            return True
        first = self.written[at][0]
        return not first.isalpha() or first.isupper() or self.low[at] in self.words.stops

    def names(self, at: int) -> tuple[str, ...]:
        """The capitalised words from one on."""
        end = at
        while end < len(self.low) and self.written[end][0].isupper():
            end += 1
        return self.low[at:end]


_REACH = 120  # characters in which a happening is named
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|['’]s\b|\n\n|\S")
_MOST = 5  # words between a determiner and its noun, or a subject and its verb
_LEADS = 3  # words such as "after", "de la"


def named(text: str, at: int, words: Happenings, what: str = "") -> Named | None:
    """The happening that is named from a place on, or by the words of a compound; None if it could be anything."""
    if what:
        kind = words.kind(words.spelled(what))
        return Named(what, kind) if kind is not None else None
    written = tuple(found[0] for found in _TOKEN.finditer(text, at, at + _REACH))
    if at + _REACH < len(text):
        written = written[:-1]  # perhaps cut
    phrase = _Words(written, tuple(words.spelled(word) or word for word in written), words)
    start = 0
    while start < min(_LEADS, len(written)) and phrase.low[start] in words.leads:
        start += 1
    if start >= len(written) or (start == 0 and not words.bare):
        return None
    return _told(phrase, start)


def _told(phrase: _Words, at: int) -> Named | None:
    """What is named from a word on, which may be a determiner, somebody's name or a pronoun."""
    low, words = phrase.low, phrase.words
    if low[at] in words.pronouns:
        return _by_verb(phrase, at + 1, near=True)
    if low[at] in words.owned:
        return _by_noun(phrase, at + 1, near=True)
    if low[at] in words.determiners or (at and low[at - 1] in words.determiners):
        first = at + (low[at] in words.determiners)
        first += low[first : first + 1] == ("'",)
        return _by_verb(phrase, first) or _by_noun(phrase, first)
    if (whose := phrase.names(at)) and low[at + len(whose) : at + len(whose) + 1] == ("'s",):
        return _by_noun(phrase, at + len(whose) + 1, owners=whose)
    if whose and (found := _by_verb(phrase, at)) is not None:
        return found
    return _by_noun(phrase, at, listed=True) if words.bare else None


def _by_noun(
    phrase: _Words, first: int, *, owners: tuple[str, ...] = (), near: bool = False, listed: bool = False
) -> Named | None:
    """The noun that names it, with what tells it apart from others of its kind."""
    low, words = phrase.low, phrase.words
    for end in range(first, min(first + _MOST, len(low))):
        if not low[end][0].isalpha() or low[end] in words.stops:
            return None
        turned = _turned(phrase, end)
        kind = words.kind(low[end])
        if not turned and not phrase.is_over(end + 1) and not (words.loose and kind in words.kinds):
            continue
        which, last = _which(phrase, end + 1)
        if kind is None or which is None or (listed and kind not in words.kinds):
            return None
        needs = (*owners, *(word for word in low[first:end] if word not in words.plain), *which)
        said = " ".join(phrase.written[_start(phrase, first) : last])
        said = re.sub(r"\s*(['’])\s*(s\b)?", r"\1\2", said)
        if turned:
            return Named(said, kind, needs, lasts=True, edge=turned, near=near)
        edge = 1 if words.ends.fullmatch(low[end]) else -1 if words.begins.fullmatch(low[end]) else 0
        if edge and which and words.lasting.fullmatch(which[-1]) and (whole := words.kind(which[-1])):
            return Named(said, whole, needs, lasts=True, edge=edge, near=near)
        lasts = words.lasting.fullmatch(low[end]) is not None
        return Named(said, kind, needs, _around(phrase, end + 1), lasts=lasts, near=near)
    return None


def _start(phrase: _Words, first: int) -> int:
    """Where the words are quoted from: with their determiner."""
    at = 0
    while (
        at < first and phrase.low[at] in phrase.words.leads and phrase.low[at] not in phrase.words.determiners
    ):
        at += 1
    return at


def _turned(phrase: _Words, at: int) -> int:
    """Whether what lasts is said to have begun (-1) or ended (1) right after its name: "the war began"; else 0."""
    low, words = phrase.low, phrase.words
    if not words.lasting.fullmatch(low[at]):
        return 0
    rest = " ".join(low[at + 1 : at + 4])
    return 1 if words.ends.match(rest) else -1 if words.begins.match(rest) else 0


def _which(phrase: _Words, at: int) -> tuple[tuple[str, ...] | None, int]:
    """What is said of it after "of", and where that ends: "the fall of Halden"; None if nobody knows where."""
    low, words = phrase.low, phrase.words
    if words.loose and at < len(low) and words.adjective.fullmatch(low[at]):
        return (low[at],), at + 1
    if not words.of and (names := phrase.names(at)):
        return names, at + len(names)
    if at >= len(low) or low[at] not in words.of:
        return (), at
    while at < len(low) and (
        low[at] in words.of or low[at] in words.determiners or low[at] in words.owned or low[at] == "'"
    ):
        at += 1
    if names := phrase.names(at):
        return names, at + len(names)
    for end in range(at, min(at + _MOST, len(low))):
        if not low[end][0].isalpha() or low[end] in words.stops:
            return None, at
        if phrase.is_over(end + 1):
            return tuple(word for word in low[at : end + 1] if word not in words.plain), end + 1
    return None, at


def _around(phrase: _Words, at: int) -> tuple[str, ...]:
    """The names of where it was, or with whom: "the fire in Lorne"."""
    low, words = phrase.low, phrase.words
    if at >= len(low) or low[at] not in words.located:
        return ()
    at += 1
    while at < len(low) and low[at] in words.determiners:
        at += 1
    return phrase.names(at)


def _by_verb(phrase: _Words, first: int, *, near: bool = False) -> Named | None:
    """What is told by a verb: "the tank exploded", "she had died"."""
    low, words = phrase.low, phrase.words
    for at in range(first if near else first + 1, min(first + _MOST, len(low))):
        if not low[at][0].isalpha() or (low[at] in words.stops and low[at] not in words.auxiliaries):
            return None
        rest = " ".join(low[at : at + 4])
        kind = next((kind for kind in words.kinds if kind.verb.match(rest)), None)
        if kind is not None:
            needs = tuple(w for w in low[first:at] if w not in words.plain and w not in words.auxiliaries)
            said = " ".join(phrase.written[_start(phrase, first) : at + 1])
            return Named(said, kind, needs, near=near)
    return None
