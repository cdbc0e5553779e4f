"""Subject phrase: which noun phrase, of those before a verb, is its subject."""

from collections.abc import Sequence

from timeline.extract.phrases import closing_name, closing_noun, comma_parts, fresh_phrase, is_plain_time
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


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
    parts = comma_parts(tokens, start, end)
    if objects and parts:
        parts = _without_object(tokens, parts)
    if not parts:
        return None
    closed = tokens[end - 1].tag in {Tag.COMMA, Tag.STOP}
    candidates = parts if closed else _last_list(tokens, parts)
    for begin, stop in candidates:
        found = _after_adjuncts(tokens, begin, stop)
        if found is not None:
            return _fresh(tokens, found, stop, words), end
    return None


def _fresh(tokens: Sequence[Token], begin: int, stop: int, words: EventWords) -> int:
    """Where the last of two phrases side by side begins: "told the board | a vote had been held"."""
    for at in range(stop - 2, begin, -1):
        before, token = tokens[at - 1], tokens[at]
        if token.tag is not Tag.DETERMINER or token.low not in {"a", "an", "the"}:
            continue
        if token.low != "the" and tokens[at + 1].low in words.rate_units:
            continue  # "some 31,400 trips a day were made"
        if before.tag is Tag.NOUN and tokens[begin].tag is Tag.DETERMINER and before.low not in _HALVES:
            return at
    return begin


_HALVES = frozenset({"half", "twice", "double", "quarter", "third"})


def _without_object(tokens: Sequence[Token], parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Only what follows the last conjunction: "attacked Poland and | the war"; all where there is none."""
    begin, stop = parts[-1]
    links = [i for i in range(begin, stop - 1) if tokens[i].tag is Tag.COORDINATOR]
    if not links:
        return parts
    # "… the forces and | the guard and the fleet took": a new phrase begins with its article
    fresh = (i for i in links if tokens[i + 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE})
    return [(next(fresh, links[-1]) + 1, stop)]


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
        if first > 1 and tokens[parts[first - 1][0]].tag is Tag.PREPOSITION and first < len(parts) - 1:
            named = tokens[parts[first - 1][1] - 1].tag is Tag.NAME and _nominal_part(
                tokens, parts[first - 2]
            )
            if named:
                return [parts[first - 2]]  # "the institute, | together with Ashby, Lorne and Tarn, | built"
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
        elif token.tag is Tag.PREPOSITION and index + 1 < stop and is_plain_time(tokens[index + 1]):
            index += 2
        elif token.tag is Tag.PREPOSITION or token.tag is Tag.TO:
            fresh = fresh_phrase(tokens, index + 1, stop) or closing_name(tokens, index + 1, stop)
            if fresh is None and token.low in {"in", "at"}:
                fresh = closing_noun(tokens, index + 1, stop)
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
