"""Phrases: how far a noun phrase or a date phrase reaches, and which noun phrase is a verb's subject."""

from collections.abc import Sequence

from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_PHRASE = NOMINAL | {Tag.CLOSE, Tag.QUOTE}
_LINKS = frozenset({"of"})


def nominal_start(tokens: Sequence[Token], end: int) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself where there is none.

    An "of" links two into one: "the declaration of independence" is one phrase, "soldiers in the town" two.
    """
    index = end
    depth = 0
    while index > 0:
        token = tokens[index - 1]
        if token.tag is Tag.CLOSE:
            depth += 1
        elif token.tag is Tag.OPEN and depth:
            depth -= 1
        elif depth:
            pass
        elif token.tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
            index -= 1
            if (
                index > 0
                and tokens[index - 1].low in _LINKS
                and index - 1 > 0
                and tokens[index - 2].tag in _PHRASE
            ):
                index -= 1
                continue
            if index > 0 and tokens[index - 1].tag is Tag.DETERMINER:  # "all the"
                index -= 1
            break
        elif token.tag is Tag.PREPOSITION and token.low in _LINKS:
            if index - 1 == 0 or tokens[index - 2].tag not in _PHRASE | {Tag.ING}:
                break
        elif token.tag is Tag.COORDINATOR:
            if not (
                index > 1
                and tokens[index - 2].tag is Tag.NAME
                and index < end
                and tokens[index].tag is Tag.NAME
            ):
                break
        elif token.tag is Tag.TIME:
            if index == end or tokens[index].tag not in NOMINAL:
                break
        elif token.tag not in _PHRASE:
            break
        index -= 1
    while index < end and tokens[index].tag in {Tag.PREPOSITION, Tag.COORDINATOR, Tag.CLOSE}:
        index += 1
    return index


_BEFORE_A_DATE = frozenset(
    {
        "early",
        "late",
        "mid",
        "prior",
        "back",
        "around",
        "about",
        "only",
        "as",
        "just",
        "later",
        "same",
        "very",
    }
)


def time_phrase(tokens: Sequence[Token], at: int, words: EventWords) -> tuple[int, int]:
    """The tokens that place something in time with the expression at `at`: its prepositions and links too."""
    start = at
    if _attributive(tokens, at):
        return at, at + 1
    while start > 0:
        token = tokens[start - 1]
        if token.tag is Tag.PREPOSITION and token.low in words.time_prepositions:
            start -= 1
            if token.low == "as" and start and tokens[start - 1].low == "of":
                start -= 1
        elif (
            (token.tag is Tag.TO and start > 1 and tokens[start - 2].tag is Tag.TIME)
            or token.low in _BEFORE_A_DATE
            or (token.low in {"least", "latest"} and start > 1 and tokens[start - 2].low in {"at", "the"})
            or (token.low == "at" and start < at and tokens[start].low == "least")
            or _unit_named(tokens, start - 1, at)
            or (token.tag in {Tag.DETERMINER, Tag.THAT} and token.low in {"the", "this", "that"})
        ):
            start -= 1
        else:
            break
    if start > 1 and tokens[start].low == "from" and tokens[start - 1].low == "effect":
        start -= 2  # "with effect from 1 October"
    if start > 1 and tokens[start].low in {"after", "before"}:
        how_far = tuple(token.low for token in tokens[start - 2 : start])
        start -= 2 if how_far in _HOW_FAR else 0  # "they came a little after midnight"
    return _before_comparison(tokens, start, words), at + 1


_HOW_FAR = frozenset({("a", "little"), ("a", "bit"), ("not", "long"), ("a", "while")})


def _unit_named(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether a word only says what sort of date follows: "over the years 1751-1777"."""
    if index + 1 != at or tokens[index].low not in {"year", "years", "month", "months", "days"}:
        return False
    return index > 0 and tokens[index - 1].tag is Tag.DETERMINER and tokens[at].text[:1].isdigit()


def _attributive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the expression stands before its noun: "the 2022 Games", "Kosovo's 2008 declaration"."""
    after = at + 1
    while after < len(tokens) and tokens[after].tag is Tag.TIME:
        after += 1
    if at == 0 or after >= len(tokens) or tokens[after].tag not in {Tag.NAME, Tag.NOUN, Tag.ING}:
        return False
    before = tokens[at - 1]
    if before.tag is Tag.TIME:
        return _attributive(tokens, at - 1)
    if "-" in tokens[at].text.rstrip("-") and before.tag is Tag.PREPOSITION and tokens[after].tag is Tag.NOUN:
        return True  # "in third-quarter profit"
    if tokens[at].low in {"recent", "current", "present", "former", "future", "past"}:
        return True
    return before.owns or before.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN} or tokens[at].owns


def _before_comparison(tokens: Sequence[Token], start: int, words: EventWords) -> int:
    """As in "in comparison to the previous year", "compared with 2019": what compares goes with the date."""
    index = start
    links = {"to", "with", "in", "the", "that", "those", "by"}
    while index > 0 and (tokens[index - 1].low in links or tokens[index - 1].low in words.comparing):
        index -= 1
        if tokens[index].low in words.comparing:
            return index - 1 if index and tokens[index - 1].low in {"in", "by"} else index
    return start


def subject_in(
    tokens: Sequence[Token], start: int, end: int, words: EventWords, *, objects: bool = False
) -> tuple[int, int] | None:
    """The subject of a verb at `end`, among the tokens from `start`: its whole stretch, insertions included.

    With `objects`, the stretch begins with what an earlier verb governs, and "and" or "but" ends that.

    >>> # "On 5 May, the king, during his visit," gives "the king, during his visit,"
    """
    last = end - 1
    while last >= start and tokens[last].tag is Tag.ADVERB:
        last -= 1
    pronoun = last >= start and tokens[last].low in words.subject_pronouns
    governed = last > start and tokens[last - 1].tag is Tag.BASE  # "a campaign to save it"
    if (
        last > start + 1
        and tokens[last].low in {"it", "you"}
        and tokens[last - 1].low not in words.either_way
    ):
        beside = tokens[last - 1].tag in {Tag.PREPOSITION, Tag.TO} and tokens[last - 2].tag in NOMINAL
        governed = governed or beside  # "contact with it was lost"
    if pronoun and not governed and tokens[last].tag is Tag.PRONOUN:
        return last, last + 1
    parts = _parts(tokens, start, end)
    if objects and parts:
        parts = _without_object(tokens, parts)
    if not parts:
        return None
    closed = tokens[end - 1].tag in {Tag.COMMA, Tag.STOP}
    candidates = parts if closed else _last_list(tokens, parts)
    for begin, stop in candidates:
        found = _after_adjuncts(tokens, begin, stop)
        if found is not None:
            return found, end
    return None


def _without_object(tokens: Sequence[Token], parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Only what follows the last conjunction: "attacked Poland and | the war"; all where there is none."""
    begin, stop = parts[-1]
    links = [i for i in range(begin, stop - 1) if tokens[i].tag is Tag.COORDINATOR]
    if not links:
        return parts
    # "… the forces and | the guard and the fleet took": a new phrase begins with its article
    fresh = (i for i in links if tokens[i + 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE})
    return [(next(fresh, links[-1]) + 1, stop)]


def _parts(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut at its commas, brackets kept whole."""
    parts: list[tuple[int, int]] = []
    begin = start
    depth = 0
    for index in range(start, end):
        tag = tokens[index].tag
        depth += (tag is Tag.OPEN) - (tag is Tag.CLOSE)
        if depth <= 0 and tag in {Tag.COMMA, Tag.STOP}:
            if index > begin:
                parts.append((begin, index))
            begin = index + 1
    if end > begin:
        parts.append((begin, end))
    return parts


def _last_list(tokens: Sequence[Token], parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last part, with those before it where it ends a list: "A, B and C"."""
    begin, stop = parts[-1]
    if tokens[begin].tag is Tag.COORDINATOR and len(parts) > 1:
        after = tokens[begin + 1] if begin + 1 < stop else None
        if after is None or after.tag not in NOMINAL | {Tag.ADVERB, Tag.TIME}:
            return []
        if len(parts) == 2 and not _nominal_part(tokens, parts[0]):
            return [(begin + 1, stop)]
        first = len(parts) - 1
        while first and _nominal_part(tokens, parts[first - 1]):
            first -= 1
        return [*parts[first : first + 1], (begin + 1, stop)]
    if len(parts) > 1 and any(tokens[i].tag is Tag.COORDINATOR for i in range(begin, stop)):
        first = len(parts) - 1
        while first and all(tokens[i].tag is Tag.NAME for i in range(*parts[first - 1])):
            first -= 1
        return [parts[first]]  # "Poland, Hungary and the Czech Republic"
    if len(parts) > 1 and _place(tokens, parts[-2], parts[-1]):
        return [parts[-2]]
    # an inserted phrase between commas right before the last part is rare; the last part decides
    return [parts[-1]] if _nominal_part(tokens, parts[-1]) else [parts[-1], *parts[-2::-1]]


def _place(tokens: Sequence[Token], before: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether the last part only says where the place before it lies: "the arsenal in Liberty, Missouri"."""
    return (
        _nominal_part(tokens, before)
        and tokens[before[1] - 1].tag is Tag.NAME
        and any(tokens[i].low in {"in", "at", "of", "near"} for i in range(*before))
        and all(tokens[i].tag is Tag.NAME for i in range(*last))
    )


def _nominal_part(tokens: Sequence[Token], part: tuple[int, int]) -> bool:
    return tokens[part[0]].tag in NOMINAL | {Tag.QUOTE}


def _after_adjuncts(tokens: Sequence[Token], begin: int, stop: int) -> int | None:
    """Where the noun phrase of a part begins, its fronted adverbs, dates and prepositional phrases left off."""
    index = begin
    while index < stop:
        token = tokens[index]
        if token.tag in {Tag.ADVERB, Tag.COORDINATOR, Tag.STOP, Tag.END, Tag.CLOSE} or (
            token.tag is Tag.TIME and not token.owns
        ):
            index += 1
        elif token.tag is Tag.OPEN:
            index = next((i + 1 for i in range(index, stop) if tokens[i].tag is Tag.CLOSE), stop)
        elif token.tag is Tag.QUOTE and index + 1 < stop and tokens[index + 1].tag not in NOMINAL:
            index += 1
        elif token.tag is Tag.PREPOSITION and index + 1 < stop and _plain_time(tokens[index + 1]):
            index += 2
        elif token.tag is Tag.PREPOSITION or token.tag is Tag.TO:
            fresh = fresh_phrase(tokens, index + 1, stop) or _closing_name(tokens, index + 1, stop)
            if fresh is None:
                return None
            index = fresh
        elif token.tag in NOMINAL | {Tag.QUOTE, Tag.TIME, Tag.THAT}:
            return index
        elif token.tag is Tag.ING or token.tag is Tag.PAST_OR_PARTICIPLE:
            fresh = fresh_phrase(tokens, index + 1, stop)
            return index if fresh is None and token.tag is Tag.ING and index == begin else fresh
        else:
            index += 1
    return None


def fresh_phrase(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Where a second noun phrase begins right after a first: "in the battle | the army"."""
    for index in range(start + 1, stop):
        if tokens[index].tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN} and tokens[index - 1].tag in {
            Tag.NOUN, Tag.NAME, Tag.TIME, Tag.CLOSE, Tag.NUMBER, Tag.PRONOUN,
        }:  # fmt: skip
            return index
        dated = tokens[index].tag in NOMINAL and _plain_time(tokens[index - 1])
        if dated and not _attributive(tokens, index - 1):  # "in 1999 | the mill", not "after the 1999 | war"
            return index
        last = index == stop - 1 and tokens[index].tag is tokens[index - 1].tag is Tag.NOUN
        if last and tokens[index].low.endswith("s") and tokens[index - 1].low.endswith("s"):
            return index  # "under its terms wages will rise"
    return None


def _closing_name(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Where a name begins that ends the stretch behind a noun, the only subject there can be: "under the treaty | Spain"."""
    index = stop
    while index > start and tokens[index - 1].tag is Tag.NAME:
        index -= 1
    return index if start < index < stop and tokens[index - 1].tag is Tag.NOUN else None


def _plain_time(token: Token) -> bool:
    return token.tag is Tag.TIME and not token.owns
