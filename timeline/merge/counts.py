"""How many dead, and how many injured, the words of one mention say there were: only where nothing else can be meant.

A number counts in a clause that has just one, and one deed, and says it of people: "12 people were killed", "killed 12",
"12 dead". Nothing is taken from a sentence that hedges it, dates it anew, or has numbers that are not understood: what
is not taken is never a contradiction.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from timeline.languages import language, served_by, telling
from timeline.merge.wording import undated
from timeline.merge.words import words
from timeline.model.count import Count
from timeline.model.event import Kind, Mention
from timeline.records import dataclass

_DEEDS = {"+die": "dead", "+kill": "dead", "+perish": "dead", "+injure": "injured"}
COUNTED = frozenset(_DEEDS)  # what must be told where people are counted
_DONE_TO = ("+kill", "+injure")  # by somebody to somebody, so that those before the verb may be either
_DATE = "\0"  # stands where the mention's own date stood
_SENTENCE = re.compile(r"[!?;:…\n]|(?<!\d)\.|\.(?!\d)")
_CLAUSE = re.compile(r"[()\[\]–—“”\"«»]|(?<!\d),|,(?!\d)")
_TOKEN = re.compile(r"\0|\d+(?:[.,\u00a0\u202f]\d{3})+(?!\d)|\d[\w.,/%-]*\w|\d|[^\W\d_]+(?:-\w+)*|[$€£%]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+")
_DATED = ("weekday", "weekdayabbr", "monthname", "monthabbr", "dayword", "deictic")  # days of their own …
_HOURS = ("daypart", "dayparts", "noon")  # … what may be by a day's end …
_TIMES = ("unit", "units", "clockunit", "clockunits", "season")  # … and what is counted where no people are
_MODIFIERS = 2  # words between a number and those it counts
_ROUND = 100  # words for as many, and more, are no exact number
_UNREAD = -1


@dataclass(frozen=True, slots=True, eq=False)
class _Counting:
    """The lists of a language in `counted.toml`, as sets of plain words; and what its lexicon calls numbers and dates."""

    code: str
    joins: frozenset[str]
    articles: frozenset[str]
    people: frozenset[str]
    counted: frozenset[str]
    hedged: frozenset[str]
    parts: frozenset[str]
    updated: frozenset[str]
    until: frozenset[str]
    aided: frozenset[str]
    after: frozenset[str]
    far: bool
    numbers: dict[str, int]
    tens: frozenset[str]
    dates: frozenset[str]
    hours: frozenset[str]
    times: frozenset[str]

    def number(self, token: str) -> int | None:
        """The number that a word is, `_UNREAD` where it is one that is not understood; None for any other word."""
        if token[0].isdigit():
            return _figure(token)
        word = _plain(token, self.code)
        if word in self.articles:
            return None
        if (found := self.numbers.get(word)) is not None:
            return found if found < _ROUND else _UNREAD
        first, hyphen, second = word.partition("-")
        if not hyphen or second not in self.numbers or first not in self.numbers:
            return None
        whole = first in self.tens and self.numbers[second] < 10
        return self.numbers[first] + self.numbers[second] if whole else _UNREAD


def counts(mention: Mention, code: str) -> tuple[Count, ...]:
    """What a mention says, in the language of this code; each once, in order.

    The headline goes before its quotation, which may tell of more than one thing. Of what is said with two numbers
    nothing is known; nor of what is planned or a figure.
    """
    if mention.kind in (Kind.PLAN, Kind.STATISTIC) or (known := _counting(code)) is None:
        return ()
    quote = mention.citation.quote
    first, last = undated(mention)
    opening = {_plain(word, known.code) for word in _TOKEN.findall(quote[first:last])[:1]}
    said = _counted(f"{quote[:first]} {_DATE} {quote[last:]}", known)
    if said is None or opening & known.until:
        return ()
    found = {(one.what, one.of): one for one in _single(said)}
    found |= {(one.what, one.of): one for one in _single(_counted(mention.title, known) or ())}
    return tuple(found[key] for key in sorted(found))


def _single(said: Collection[Count]) -> Iterator[Count]:
    """The counts of which no other number is said."""
    for one in said:
        if not any((one.what, one.of) == (n.what, n.of) and one.number != n.number for n in said):
            yield one


def _counted(text: str, known: _Counting) -> set[Count] | None:
    """All counts of a text; None where one is of a time of its own, of which a headline would not tell."""
    found: set[Count] = set()
    for sentence in _SENTENCE.split(text):
        counted = _of_sentence(sentence, known)
        if counted is None:
            return None
        found.update(counted)
    return found


def _of_sentence(sentence: str, known: _Counting) -> list[Count] | None:
    clauses = [clause for part in _CLAUSE.split(sentence) for clause in _clauses(part, known)]
    numbered = [clause for clause in clauses if any(known.number(token) is not None for token in clause)]
    if not numbered:
        return []
    if _of_its_own_time([token for clause in clauses for token in clause], known):
        return None
    found = [_of_clause(clause, known) for clause in numbered]
    return [one for one in found if one] if all(found) else []


def _clauses(text: str, known: _Counting) -> Iterator[list[str]]:
    clause: list[str] = []
    for token in _TOKEN.findall(text):
        if _plain(token, known.code) in known.joins:
            yield clause
            clause = []
        else:
            clause.append(token)
    yield clause


def _of_its_own_time(tokens: Sequence[str], known: _Counting) -> bool:
    """Whether a sentence says of when the count is: by Friday; by nightfall; has risen to."""
    low = [_plain(token, known.code) for token in tokens]
    return (
        not known.updated.isdisjoint(low)
        or not known.dates.isdisjoint(low)
        or any(word in known.until and after in known.hours for word, after in pairwise(low))
    )


def _of_clause(tokens: list[str], known: _Counting) -> Count | None:
    """The count of a clause with a number in it, if there is no doubt."""
    tokens = _without_date(tokens, known)
    numbers = [(at, n) for at, token in enumerate(tokens) if (n := known.number(token)) is not None]
    deed_of = _deeds(known.code)
    deeds = [(at, deed) for at, token in enumerate(tokens) if (deed := deed_of[token])]
    low = [_plain(token, known.code) for token in tokens]
    if len(numbers) != 1 or len(deeds) != 1 or not known.hedged.isdisjoint(low):
        return None
    ((at, number),), ((done, deed),) = numbers, deeds
    if number == _UNREAD or not number or (at and low[at - 1] in known.after):
        return None
    counted = _who(low, at, known)
    last = at if counted is None else counted
    if low[last + 1 : last + 2] and low[last + 1] in known.parts and low[last + 1] not in known.after:
        return None
    if counted is None and (_like_a_year(tokens[at]) or not _beside(low, at, done, known)):
        return None
    if not _said_of(low, (at, last), done, deed, known):
        return None
    if counted is None or low[counted] in known.people:
        return Count(_DEEDS[deed], "", number)
    return Count(_DEEDS[deed], words(known.code).stem(low[counted]), number, tokens[counted].lower())


def _without_date(tokens: list[str], known: _Counting) -> list[str]:
    """A clause without the mention's date and the preposition before it, which says nothing of the number."""
    after = [*tokens[1:], ""]
    return [
        token
        for token, then in zip(tokens, after, strict=True)
        if token != _DATE and not (then == _DATE and _plain(token, known.code) in known.after)
    ]


def _who(low: Sequence[str], at: int, known: _Counting) -> int | None:
    """Where those stand whom a number counts; None where it does not say."""
    for place in range(at + 1, min(at + 2 + _MODIFIERS, len(low))):
        if low[place] in known.people or low[place] in known.counted:
            return place
        if low[place] in known.times or low[place] in known.parts or low[place] in words(known.code).stop:
            return None
    return None


def _beside(low: Sequence[str], at: int, done: int, known: _Counting) -> bool:
    """Whether a number that says of nobody what it counts can count none but those of the deed: "12 dead", "killed 12"."""
    if done > at:
        return known.aided.issuperset(low[at + 1 : done])
    return done == at - 1 and _ends(low, at + 1, known)


def _said_of(low: Sequence[str], counted: tuple[int, int], done: int, deed: str, known: _Counting) -> bool:
    """Whether a deed is said of those counted, who stand from the one place to the other."""
    at, last = counted
    if done > last:
        between = low[last + 1 : done]
        aided = known.far or known.aided.issuperset(between)
        return aided and (bool(between) or deed not in _DONE_TO or _ends(low, done + 1, known))
    between = low[done + 1 : at]
    aided = known.far or known.aided.issuperset(between)
    return aided and (deed not in _DONE_TO or _ends(low, last + 1, known))


def _ends(low: Sequence[str], place: int, known: _Counting) -> bool:
    """Whether no more than a circumstance follows."""
    return place >= len(low) or low[place] in known.after


def _like_a_year(token: str) -> bool:
    return len(token) == 4 and token.isdecimal()


def _figure(token: str) -> int:
    if _GROUPED.fullmatch(token):
        return int(re.sub(r"\D", "", token))
    return int(token) if token.isdecimal() and len(token) < 8 else _UNREAD


@lru_cache(maxsize=64)
def _counting(code: str) -> _Counting | None:
    """What is known of counting in a language; None where nothing is."""
    base = served_by(code.partition("-")[0])
    lists = _data().get(base)
    if lists is None:
        return None

    def listed(name: str) -> frozenset[str]:
        return frozenset(_plain(word, base) for word in str(lists.get(name, "")).split())

    values = language(base).lexicon.values

    def named(*categories: str) -> frozenset[str]:
        return frozenset(_plain(word, base) for name in categories for word in values.get(name, ()))

    return _Counting(
        code=base,
        joins=listed("joins"),
        articles=listed("articles"),
        people=listed("people"),
        counted=listed("counted"),
        hedged=listed("hedged"),
        parts=listed("parts"),
        updated=listed("updated"),
        until=listed("until"),
        aided=listed("aided"),
        after=listed("after"),
        far=bool(lists.get("far")),
        numbers={_plain(word, base): int(value) for word, value in values.get("spelled", {}).items()},
        tens=named("tens"),
        dates=named(*_DATED),
        hours=named(*_HOURS) | listed("hours") | {_DATE},
        times=named(*_TIMES),
    )


class _Deeds(dict[str, str]):
    """Word → the deed that it names, if it is one of those of which people are counted, else nothing; looked into once."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._words = words(code)

    def __missing__(self, token: str) -> str:
        stem = self._words.stem(token) if token[0].isalpha() else ""
        deed = self[token] = stem if stem in _DEEDS else ""
        return deed


@lru_cache(maxsize=16)
def _deeds(code: str) -> _Deeds:
    return _Deeds(code)


def _plain(word: str, code: str) -> str:
    """A word as the lists have it, in one spelling."""
    return word.casefold() if code == "en" else telling.words(code).plain(word)


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, object]]:
    return tomllib.loads((files("timeline.merge") / "counted.toml").read_text("utf-8"))
