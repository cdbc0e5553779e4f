"""Whether a clause tells that something happened on its date: "on 9 November a tank exploded", "the fire of 3 May".

Only what is surely told: a wrong day is worse than none. A date on which something was said, marked or looked into is that of
the saying: "on 9 June he apologised for the fire".
"""

import re

from timeline.languages.happenings import Happenings, Kind
from timeline.model.document import Span
from timeline.records import dataclass

SENTENCE = 600  # characters of a sentence on either side of a date
_STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“„«(]?[^\W\d_a-zа-я])|\n(?![a-zа-я])")
_CUT = re.compile(r"[;:()—–]|\s--?\s")
_PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words before and after a date in its clause, spelled as a language's words are; `fronted` if it opens the clause."""

    left: str
    right: str
    fronted: bool
    sentence: str
    quote: str


def clause(text: str, span: Span, within: tuple[int, int], words: Happenings) -> Clause:
    """The clause of a date, in the stretch `within` which no other date stands."""
    before, after = _before(text, span.start), _after(text, span.end)
    sentence = words.spelled(f"{before} {after}")
    before = before[max(0, within[0] - span.start + len(before)) :]
    after = after[: max(0, within[1] - span.end)]
    left = before[max((cut.end() for cut in _CUT.finditer(before)), default=0) :]
    head = _tail(left, words)
    fronted = all(word in words.fronts for word in words.spelled(head.replace(",", " ")).split())
    right = re.sub(r"^\s*(?:[,:–—]|-\s)", "", after) if fronted else after
    if (cut := _CUT.search(right)) is not None:
        right = right[: cut.start()]
    right = _up_to(right, words, fronted=fronted)
    quote = " ".join(f"{head}{text[span.start : span.end]}{after[: after.find(right) + len(right)]}".split())
    return Clause(words.spelled(head), words.spelled(right), fronted, sentence, quote)


def _before(text: str, at: int) -> str:
    first = max(0, at - SENTENCE)
    start = max((stop.end() for stop in _STOP.finditer(text, first, at)), default=first)
    return text[start:at]


def _after(text: str, at: int) -> str:
    stop = _STOP.search(text, at, at + SENTENCE)
    return text[at : stop.start() if stop else min(len(text), at + SENTENCE)].rstrip(".!? \n")


def _tail(left: str, words: Happenings) -> str:
    """The last clause of what stands before a date; the comma right before a date's preposition ends none."""
    start = 0
    for piece in _PIECE.finditer(left):
        word = words.spelled(piece[0])
        if piece[0] != "," and word not in words.opens:
            continue
        rest = words.spelled(left[piece.end() :]).split()
        if piece[0] == "," and start == 0 and all(one in words.fronts for one in rest):
            continue
        if not (word in words.joins and rest and rest[0] not in words.starts):
            start = piece.end()
    return left[start:]


def _up_to(right: str, words: Happenings, *, fronted: bool) -> str:
    """What stands after a date up to the end of its clause; places and hours at its head are passed over."""
    while fronted and (comma := right.find(",")) >= 0:
        said = words.spelled(right[:comma]).split()
        if (
            not said
            or said[0] not in words.located
            or len(said) > _PLACES
            or words.verbs.search(" ".join(said))
        ):
            break
        right = right[comma + 1 :]
    for piece in _PIECE.finditer(right):
        word = words.spelled(piece[0])
        if piece[0] == "," or (word in words.opens and not (fronted and word in words.joins)):
            return right[: piece.start()]
    return right


def tells(where: Clause, kind: Kind, words: Happenings) -> bool:
    """Whether a clause says that a happening of a kind was on its date."""
    if words.negations.search(where.left) or words.negations.search(where.right):
        return False
    return (
        _verb_before(where.left, kind, words)
        or _noun_before(where.left, kind, words)
        or _verb_after(where, kind, words)
        or _noun_after(where, kind, words)
    )


def turns(where: Clause, kind: Kind, words: Happenings, edge: int) -> bool:
    """Whether a clause says that what lasts began (-1) or ended (+1) on its date."""
    whole = f"{where.left} {where.right}"
    if words.negations.search(whole) or words.reports.search(whole) or not kind.noun.search(where.sentence):
        return False
    turned, other = (words.begins, words.ends) if edge < 0 else (words.ends, words.begins)
    return turned.search(whole) is not None and other.search(whole) is None


def _is_attribute(before: str, words: Happenings) -> bool:
    """Whether a verb form right after a determiner is none: "the burned mill"."""
    last = before.split()[-1:]
    return bool(last) and (
        last[0] in words.determiners or last[0] in words.indefinite or last[0] in words.owned
    )


def _verb_before(left: str, kind: Kind, words: Happenings) -> bool:
    for verb in kind.verb.finditer(left):
        between = left[verb.end() :]
        if (
            not _is_attribute(left[: verb.start()], words)
            and not words.reports.search(between)
            and not any(word in words.auxiliaries for word in between.split())
            and not words.reports.search(left, 0, verb.start())
        ):
            return True
    return False


def _verb_after(where: Clause, kind: Kind, words: Happenings) -> bool:
    for verb in kind.verb.finditer(where.right):
        before = where.right[: verb.start()]
        if where.fronted:
            if not words.reports.search(before) and not _is_attribute(before, words):
                return True
        elif not before.strip() or all(word in words.auxiliaries for word in before.split()):
            return True
        elif _is_last(where, verb.end(), words) and not words.reports.search(before):
            return True  # "wurde am 3. Mai in Halle unterzeichnet"
    return False


def _is_last(where: Clause, end: int, words: Happenings) -> bool:
    """Whether a verb form closes a clause that an auxiliary has opened before the date."""
    return not where.right[end:].strip() and any(word in words.auxiliaries for word in where.left.split())


def _noun_before(left: str, kind: Kind, words: Happenings) -> bool:
    for noun in kind.noun.finditer(left):
        before, between = left[: noun.start()], left[noun.end() :]
        if _is_mentioned(before, words) or words.reports.search(before) or words.reports.search(between):
            continue
        if between[:1] in ("-", "'") or before[-1:] == "-":
            continue
        if words.occurs.search(between) or _only_places(between, words) or _is_during(before, words):
            return True
    return False


def _is_during(before: str, words: Happenings) -> bool:
    """Whether something else is told of what was going on: "in a fire at the mill four were killed on"."""
    said = before.split()[-2:]
    return (
        len(said) == 2
        and said[0] in words.during
        and (said[1] in words.indefinite or said[1] in words.determiners)
    )


def _only_places(between: str, words: Happenings) -> bool:
    """Whether nothing but where it was stands between a noun and its date: "the fire at our works on"."""
    said = between.replace(",", " ").split()
    if not said:
        return True
    if said[0] not in words.located and said[0] not in words.of and said[0] not in words.fronts:
        return False
    return (
        len(said) <= _PLACES
        and not any(word in words.auxiliaries for word in said)
        and not words.verbs.search(between)
    )


_PLACES = 9  # words of where it was


def _noun_after(where: Clause, kind: Kind, words: Happenings) -> bool:
    right = where.right
    for noun in kind.noun.finditer(right):
        before, after = right[: noun.start()], right[noun.end() :]
        if (
            after[:1] in ("-", "'")
            or before[-1:] == "-"
            or words.reports.search(before)
            or _is_mentioned(before, words)
        ):
            continue
        said, following = before.split(), after.split()
        goes_on = not following or following[0] in words.stops or not following[0][0].isalpha()
        occurs = words.occurs.match(after.lstrip()) is not None
        if len(said) <= 1 and not any(word in words.stops or word in words.determiners for word in said):
            if goes_on or occurs:
                return True  # "the 3 May raid", "3 May: fire at the mill"
            continue
        if not where.fronted and not words.occurs.search(where.left):
            continue
        indefinite = any(word in words.indefinite for word in said[-4:])
        if (indefinite and (goes_on or occurs)) or (len(said) <= 4 and occurs):
            return True
        if words.bare and words.occurs.search(right):
            return True
    return False


def _is_mentioned(before: str, words: Happenings) -> bool:
    """Whether a noun is only spoken of: "about the fire", "the inquiry into the deadly fire"."""
    for word in reversed(before.split()[-4:]):
        if word in words.mentions:
            return True
        if (
            word in words.stops
            and word not in words.determiners
            and word not in words.indefinite
            and word not in words.owned
        ):
            return False
    return False
