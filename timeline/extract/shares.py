"""Shares: what of a verb's company goes with which of its dates, and what a title needs of it to be whole."""

import itertools
from collections.abc import Sequence

from timeline.extract.clauses import Parsed, Role
from timeline.extract.wording import cleaned, without_opening
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def share(tokens: Sequence[Token], owned: list[int], at: int | None) -> list[int]:
    """The part of what follows a verb that goes with one of its dates: "took Iwo Jima by March, and Okinawa by June"."""
    owned = _one_infinitive(tokens, owned, at)
    parted = _parted(tokens, owned)
    later = parted is not None and any(tokens[i].tag is Tag.TIME for i in owned if i > parted[2])
    if parted is not None and not later:
        link, date, rest = parted
        first, second = [i for i in owned if i < link], [i for i in owned if i >= rest]
        return _led_up(tokens, first, second) if at == date else first
    if at is None:
        return owned
    dates = [i for i in owned if tokens[i].tag is Tag.TIME]
    breaks = [cut for one, two in itertools.pairwise(dates) for cut in [_break(tokens, one, two)] if cut]
    if (
        not breaks
        or at not in owned
        or tokens[owned[0]].tag not in NOMINAL | {Tag.PREPOSITION, Tag.ING, Tag.TIME}
    ):
        return owned
    start = max((cut for cut in breaks if cut <= at), default=owned[0])
    cut = min((cut for cut in breaks if cut > at), default=None)
    end = owned[-1] + 1 if cut is None else max(date for date in dates if date < cut) + 1
    return _led_up(tokens, [i for i in owned if i < start], [i for i in owned if start <= i < end])


def _one_infinitive(tokens: Sequence[Token], owned: list[int], at: int | None) -> list[int]:
    """What one date is of, where a verb governs several: "hoped to start in 2025 and to finish in 2027"."""
    if at not in owned or at is None or tokens[owned[0]].tag is not Tag.TO:
        return owned
    joins = [
        i
        for i, after in itertools.pairwise(owned)
        if tokens[i].tag is Tag.COORDINATOR and after == i + 1 and tokens[after].tag is Tag.TO
    ]
    start = max((i + 1 for i in joins if i < at), default=owned[0])
    stop = min((i for i in joins if i > at), default=owned[-1] + 1)
    others = (i for i in owned if not start <= i < stop)
    return (
        [i for i in owned if start <= i < stop] if any(tokens[i].tag is Tag.TIME for i in others) else owned
    )


def without_inserted(tokens: Sequence[Token], owned: list[int]) -> list[int]:
    """Without what stands between commas before a verb's object: "offered on 3 May, | without comment, | 500 crowns"."""
    first = next((n for n, i in enumerate(owned) if tokens[i].tag is Tag.COMMA), None)
    if first is None or any(tokens[i].tag not in {Tag.TIME, Tag.PREPOSITION} for i in owned[:first]):
        return owned
    last = next((n for n in range(first + 1, len(owned)) if tokens[owned[n]].tag is Tag.COMMA), None)
    if last is None or last + 1 >= len(owned) or tokens[owned[first + 1]].low not in _AROUND:
        return owned
    governed = tokens[owned[last + 1]].tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER}
    return [*owned[:first], *owned[last + 1 :]] if governed else owned


_AROUND = frozenset(
    {"without", "after", "before", "despite", "during", "following", "with", "under", "because", "against"}
)


def without_date_apposed(tokens: Sequence[Token], owned: list[int]) -> list[int]:
    """Without what a last date is besides: "won on 27 April, | the last day of the season"."""
    date = next((i for i in reversed(owned) if tokens[i].tag is Tag.TIME), None)
    if date is None or date + 2 not in owned or tokens[date + 1].tag is not Tag.COMMA:
        return owned
    rest = tokens[date + 2 : owned[-1] + 1]
    unit = next((t.low for t in rest if t.tag is Tag.NOUN and t.low in _UNITS), "")
    plain = all(t.tag in NOMINAL | {Tag.END, Tag.ADVERB} or t.low == "of" for t in rest)
    return [i for i in owned if i <= date] if unit and plain and rest[0].tag is Tag.DETERMINER else owned


def _parted(tokens: Sequence[Token], owned: Sequence[int]) -> tuple[int, int, int] | None:
    """Where an "and" with a date of its own parts what follows a verb: the conjunction, the date, what comes behind.

    "has a mill in Ashby and, | since 1911, | a second in Tarn"; "fled to Ashby and from there, | in May, | to Tarn".
    """
    for date in (i for i in owned if tokens[i].tag is Tag.TIME):
        link = date - 1
        while link in owned and tokens[link].tag in {Tag.PREPOSITION, Tag.COMMA, Tag.ADVERB}:
            link -= 1
        if link not in owned or tokens[link].tag is not Tag.COORDINATOR or link == owned[0]:
            continue
        rest = date + 1 + any(token.tag is Tag.COMMA for token in tokens[date + 1 : date + 2])
        beside = rest + (tokens[rest].tag in {Tag.PREPOSITION, Tag.TO}) if rest in owned else rest
        apart = tokens[link - 1].tag not in {Tag.TIME, Tag.COMMA}
        if apart and beside in owned and tokens[beside].tag in NOMINAL:
            return link, date, rest
    return None


def _led_up(tokens: Sequence[Token], first: list[int], second: list[int]) -> list[int]:
    """The second part with what the first has before the same preposition: "gave work to 90 in May and to 60 in June"."""
    if not second or tokens[second[0]].tag not in {Tag.PREPOSITION, Tag.TO}:
        placed = bool(second and first) and tokens[second[0]].tag is Tag.NAME
        placed = placed and tokens[first[0]].low in _PLACING and tokens[first[0] + 1].tag is not Tag.TIME
        return [first[0], *second] if placed else second  # "served at Lorne in 1942 and Tarn in 1945"
    low = tokens[second[0]].low
    same = next((n for n, i in enumerate(first) if tokens[i].low == low), 0)
    lead = first[:same]
    return [*lead, *second] if all(tokens[i].tag in NOMINAL for i in lead) else second


_PLACING = frozenset({"at", "in", "on", "for", "with", "against", "from", "under"})


def whole(sentence: Parsed, index: int, rest: Sequence[Token]) -> list[Token]:
    """What follows a verb without the beginning of something that its title leaves out."""
    found = _one_named(sentence, index, [] if _set_apart(sentence, index, rest) else list(rest))
    found = _without_time_of_another(sentence, index, found)
    said = [token.low for token in found[-3:]]
    if said[-2:] == ["to", "do"] or said == ["to", "do", "so"]:  # ", the first to do so"
        comma = next((i for i in range(len(found) - 1, -1, -1) if found[i].tag is Tag.COMMA), None)
        found = found[:comma]
    after = next((t.low for t in sentence.tokens if found and t.start >= found[-1].end), "")
    if len(found) > 1 and after in {"after", "before"} and found[-1].low in _UNITS:
        found = found[:-2]  # "closed in 1849, three years after …"
    return found


def _without_time_of_another(sentence: Parsed, index: int, rest: list[Token]) -> list[Token]:
    """Without an "after" and the thing of which a clause of its own goes on to tell: "closed after the line | sold in 1904"."""
    tokens = sentence.tokens
    for clause in sentence.clauses[index + 1 :]:
        first, end = clause.antecedent or (0, 0)
        timed = clause.role in {Role.REDUCED, Role.RELATIVE} and first and tokens[first - 1].low in _OF_TIME
        if timed and rest and rest[-1].start == tokens[end - 1].start:
            return [token for token in rest if token.start < tokens[first - 1].start]
    return rest


_OF_TIME = frozenset({"after", "before", "until", "till", "since"})


def closed(sentence: Parsed, rest: list[Token], words: EventWords) -> list[Token]:
    """What follows a verb, with the verb of what its "that" opens: "meant that large estates | were sold"."""
    whereby = next((i for i, token in enumerate(rest) if token.low in _WHEREBY), len(rest))
    if whereby < len(rest):
        return rest[:whereby]
    if left_open(sentence, rest) is None or rest[-1].end <= 0:
        return rest
    tokens = sentence.tokens
    start = next((i for i, token in enumerate(tokens) if token.start >= rest[-1].end), len(tokens))
    end = next((i for i in range(start, len(tokens)) if tokens[i].tag in _ENDS), len(tokens))
    more = cleaned(tokens, range(start, end), words)
    return [*rest, *more] if left_open(sentence, [*rest, *more]) is None else rest


def told_apart(sentence: Parsed, index: int, rest: list[Token], words: EventWords) -> list[Token]:
    """What follows a verb with the participle that tells its last noun from others: "a memorial to the people | drowned in the flood"."""
    head = len(rest)
    while head and rest[head - 1].tag in {Tag.NOUN, Tag.NAME} and not rest[head - 1].owns:
        head -= 1
    known = 0 < head < len(rest) and (
        rest[head - 1].low in {"the", "those"} or rest[head - 1].tag is Tag.POSSESSIVE
    )
    if not known:
        return rest  # "burnt by rebels led by Lee": whoever led them
    for number, clause in enumerate(sentence.clauses[index + 1 :], index + 1):
        first = sentence.tokens[clause.verb.first]
        before = sentence.tokens[clause.verb.first - 1]
        if clause.role is not Role.REDUCED or not clause.verb.passive or before.start != rest[-1].start:
            continue
        said = [i for i in range(clause.verb.first, len(sentence.tokens)) if sentence.owner[i] == number]
        end = next((n for n, i in enumerate(said) if sentence.tokens[i].tag in _ENDS), len(said))
        dated = any(sentence.tokens[i].tag is Tag.TIME for i in said[:end])
        more = cleaned(sentence.tokens, said[:end], words)
        whole = len(more) > 1 or (len(more) == 1 and not dated)
        return [*rest, *more] if whole and more[0].start == first.start else rest
    return rest


def left_open(sentence: Parsed, rest: Sequence[Token]) -> int | None:
    """Where a "that" stands right behind a verb and has no verb of its own behind it; None if there is none."""
    if len(rest) <= 1 or rest[0].tag is not Tag.THAT:
        return None
    finite = {sentence.tokens[c.verb.head].start for c in sentence.clauses if c.verb.finite}
    return None if any(token.start in finite for token in rest) else 0


_WHEREBY = frozenset({"whereby", "wherein", "whereupon", "wherewith"})
_ENDS = frozenset({Tag.COMMA, Tag.STOP, Tag.END})


def _set_apart(sentence: Parsed, index: int, rest: Sequence[Token]) -> bool:
    """Whether a comma behind a date begins what only describes: "opened in 1842, | the first of its kind"."""
    tokens, end = sentence.tokens, sentence.clauses[index].verb.end
    at = next((i for i in range(end, len(tokens)) if rest and tokens[i].start == rest[0].start), end)
    between = [token.tag for token in tokens[end:at]]
    plain = set(between) <= {Tag.TIME, Tag.PREPOSITION, Tag.ADVERB, Tag.COMMA}
    of_them = [token.low for token in tokens[at + 1 : at + 3]] in (["of", "them"], ["of", "whom"])
    if plain and of_them and between[-1:] == [Tag.COMMA]:
        return True  # "Seven men died, | four of them from one street"
    return plain and between[-2:] == [Tag.TIME, Tag.COMMA] and tokens[at].tag in NOMINAL


_UNITS = frozenset(["years", "year", "months", "month", "weeks", "week", "days", "day", "hours", "minutes"])


def _one_named(sentence: Parsed, index: int, rest: list[Token]) -> list[Token]:
    """With what "one" stands for, if the same verb governs it just before: "opened a mill, and Rao opened one in Tarn"."""
    verb = sentence.tokens[sentence.clauses[index].verb.head].low
    if not rest or rest[0].low != "one" or (len(rest) > 1 and rest[1].tag in NOMINAL) or not index:
        return rest
    before = sentence.clauses[index - 1].verb
    end = before.end
    while end < len(sentence.tokens) and sentence.tokens[end].tag in NOMINAL:
        end += 1
    named = sentence.tokens[before.end : end]
    same = sentence.tokens[before.head].low == verb
    return [*named, *rest[1:]] if same and len(named) > 1 and named[0].low in {"a", "an"} else rest


def gapped(tokens: Sequence[Token], owned: list[int], at: int, rest: Sequence[Token]) -> bool:
    """Whether a second date has a subject of its own, and the verb is left to be understood: "… and the tower in 1895".

    So it is where the verb has nothing beside its first date: what has no object the first time has none the second.
    """
    own = share(tokens, owned, at)
    date = next((i for i in owned if tokens[i].tag is Tag.TIME), at)
    before = [tokens[i].tag for i in owned if own and i < own[0] and i <= date + 1]
    if not rest or not before or not set(before) <= {Tag.PREPOSITION, Tag.TIME, Tag.COMMA, Tag.COORDINATOR}:
        return False
    return rest[0].start == tokens[own[0]].start and all(
        token.tag in NOMINAL or token.low == "of" for token in rest
    )


def in_turn(subject: Sequence[Token], rest: Sequence[Token]) -> tuple[Token, ...]:
    """The subject of a second date that is only numbered: "the first mill opened in 1902, | the second in 1905"; () if none."""
    ordinal = rest[1] if len(rest) > 1 and rest[0].low == "the" else None
    if ordinal is None or ordinal.low not in _ORDINALS or any(t.tag in NOMINAL for t in rest[2:]):
        return ()
    first = next((i for i, token in enumerate(subject[:2]) if token.low in _ORDINALS), None)
    if first is None or subject[first].low == ordinal.low:
        return ()
    return (*subject[:first], ordinal, *subject[first + 1 :])


_ORDINALS = frozenset(["first", "second", "third", "fourth", "fifth", "sixth", "last"])


def without_owner(rest: Sequence[Token]) -> tuple[Token, ...]:
    """The second subject by itself: "its tower" as "tower"."""
    return without_opening(tuple(rest[1:] if rest[0].tag is Tag.POSSESSIVE else rest))


def _break(tokens: Sequence[Token], one: int, two: int) -> int | None:
    """Where a second object with its own date begins between two dates."""
    index = one + 1
    while index < two and tokens[index].tag in {Tag.COMMA, Tag.COORDINATOR, Tag.ADVERB}:
        index += 1
    linked = any(t.tag in {Tag.COMMA, Tag.COORDINATOR} for t in tokens[one + 1 : index])
    if not linked or index + 1 >= two:
        return None
    if tokens[index].low.endswith("able") and tokens[index + 1].tag is Tag.PREPOSITION:
        return None  # "a dividend of 4p, payable in May"
    comma = next((i for i in range(index, two) if tokens[i].tag is Tag.COMMA), None)
    set_off = [t.tag for t in tokens[index - 2 : index]] == [Tag.COORDINATOR, Tag.COMMA]
    if set_off and comma and tokens[index].tag is Tag.PREPOSITION and tokens[comma + 1].tag in NOMINAL:
        return comma + 1  # "a mill in 1892 and, after a gift, | a bath in 1903"
    if tokens[index].tag in {Tag.PREPOSITION, Tag.TO} and tokens[index + 1].tag in NOMINAL:
        return index  # "in Vienna in 2010, and again in Rome in 2011"
    return index if tokens[index].tag in NOMINAL else None
