"""Cuts: where what follows a verb may end and still be whole."""

from collections.abc import Sequence

from timeline.extract.clauses import Parsed, Role
from timeline.extract.shares import left_open
from timeline.extract.tense import VerbGroup
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_ENDS = NOMINAL | {Tag.CLOSE, Tag.QUOTE, Tag.ADVERB}


_VERBS = frozenset(
    {
        Tag.PAST,
        Tag.PAST_OR_PARTICIPLE,
        Tag.PARTICIPLE,
        Tag.BASE,
        Tag.ING,
        Tag.PRESENT,
        Tag.BE,
        Tag.HAVE,
        Tag.DO,
    }
)


_PARTICLES = frozenset({"out", "up", "off", "down", "away"})


_MEASURING = frozenset(
    {("as", "much"), ("as", "many"), ("as", "well"), ("as", "far"), ("as", "long"), ("as", "large")}
)


_NAMING = frozenset({"called", "named", "known", "dubbed", "titled", "entitled", "nicknamed"})


_UNFINISHED = frozenset(
    {("part", "in"), ("order", "in"), ("part", "as"), ("means", "by"), ("favor", "in"), ("terms", "in")}
)


# Words that a preposition completes: "together | with nine neighbours".
_HALVES = frozenset(
    {"together", "along", "because", "instead", "due", "thanks", "owing", "prior", "according", "such"}
)


def cut_points(sentence: Parsed, index: int, rest: Sequence[Token], words: EventWords) -> list[int]:
    """Lengths at which what follows the verb is a whole, shortest first."""
    clause = sentence.clauses[index]
    told_until = _told_until(sentence, index, words)
    unfinished = _unfinished(sentence, index)
    found: list[int] = []
    complete_without = not rest or (
        rest[0].tag in {Tag.PREPOSITION, Tag.TO, Tag.COMMA, Tag.SUBORDINATOR, Tag.ING, Tag.COORDINATOR}
        and sentence.tokens[clause.verb.head].tag is not Tag.BE
        and told_until == 0
        and (sentence.clauses[index].verb.passive or not _infinitive(rest))
    )
    if complete_without:
        found.append(0)
    limit = _reach(rest)
    for point in range(1, limit):
        before, token = rest[point - 1], rest[point]
        if before.end <= told_until or not _opens_chunk(rest, point):
            continue
        if (
            any(start <= before.start < end for start, end in unfinished)
            or left_open(sentence, rest[:point]) is not None
        ):
            continue
        if before.tag in _ENDS or (
            before.tag in _VERBS - {Tag.BE, Tag.HAVE} and token.tag in {Tag.PREPOSITION, Tag.TO}
        ):
            found.append(point)
    if limit and (not found or (found[-1] != limit and _whole(sentence, rest[limit - 1]))):
        found.append(limit)
    return found


def _infinitive(rest: Sequence[Token]) -> bool:
    return len(rest) > 1 and rest[0].tag is Tag.TO and rest[1].tag in {Tag.BASE, Tag.BE, Tag.HAVE, Tag.DO}


def _whole(sentence: Parsed, last: Token) -> bool:
    """Whether a clause may end with this word: not with a verb whose complement was left out."""
    following = next((t for t in sentence.tokens if t.start >= last.end), None)
    if following is not None and following.low in _NAMING | {"than"}:
        return False
    if last.tag not in {Tag.ING, Tag.BASE}:
        return True
    return following is None or following.tag not in NOMINAL | {Tag.THAT, Tag.QUOTE}


def _opens_chunk(rest: Sequence[Token], point: int) -> bool:
    token, before = rest[point], rest[point - 1]
    after = rest[point + 1].low if point + 1 < len(rest) else ""
    if (before.low, rest[point - 2].low if point > 1 else "") in _UNFINISHED or (
        token.low,
        after,
    ) in _MEASURING:
        return False
    if token.tag is Tag.PREPOSITION and before.low in _HALVES:
        return False
    if token.tag is Tag.ADVERB and token.low in _HALVES:
        return True
    if token.tag is Tag.PREPOSITION:
        return token.low not in {"of", "than"} and not (token.low in _PARTICLES and before.tag in _VERBS)
    if token.tag is Tag.COORDINATOR:
        pairs = any(t.low in {"between", "both", "either"} for t in rest[:point])
        pairs = pairs or (before.tag is Tag.NAME and _names(rest, point))
        return not pairs and not any(t.tag is Tag.COMMA for t in rest[:point])
    if token.tag in {Tag.PARTICIPLE, Tag.PAST_OR_PARTICIPLE, Tag.ING}:
        return before.tag in NOMINAL and token.low not in _NAMING
    if token.tag is Tag.COMMA:
        return not _of_adjectives(rest, point) and not any(t.tag is Tag.COMMA for t in rest[:point])
    return token.tag in {Tag.TO, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.STOP}


def _names(rest: Sequence[Token], link: int) -> bool:
    """Whether an "and" links two names, both of which did it or had it done: "by Ann and Tom Lee"."""
    return rest[link].low == "and" and link + 1 < len(rest) and rest[link + 1].tag is Tag.NAME


def _unfinished(sentence: Parsed, index: int) -> list[tuple[int, int]]:
    """Stretches of text, from the opening of what is told to its verb, in which nothing may be cut."""
    tokens = sentence.tokens
    return [
        (tokens[max(other.opener - 1, 0)].start + 1, tokens[other.verb.end - 1].end)
        for position, other in enumerate(sentence.clauses)
        if position > index and other.role is Role.TOLD
    ]


def _told_until(sentence: Parsed, index: int, words: EventWords) -> int:
    """The offset before which what a telling verb tells may not be cut."""
    head = sentence.tokens[sentence.clauses[index].verb.head].low
    if head not in words.reporting and head not in words.claiming:
        return 0
    for position, other in enumerate(sentence.clauses):
        if position > index and other.role is Role.TOLD and other.parent == index:
            if other.opener and sentence.tokens[other.opener - 1].tag is Tag.COORDINATOR:
                return 0  # "reiterated its support and that …"
            return _complement_end(sentence, other.verb)
        if position > index and other.parent == index:
            break
    return 0


def _complement_end(sentence: Parsed, verb: VerbGroup) -> int:
    """The offset at which a told verb has what it needs: a first word, or the whole phrase that an article opens."""
    tokens = sentence.tokens
    end = verb.end
    if end < len(tokens) and tokens[end].tag is Tag.DETERMINER:
        while end < len(tokens) and (tokens[end].tag in NOMINAL or tokens[end].low in {"of", "than"}):
            end += 1
        return tokens[end - 1].end - 1  # a cut right there is whole
    if end < len(tokens) and tokens[end].tag in NOMINAL | {Tag.ADVERB, Tag.QUOTE, Tag.ING}:
        end += 1
    if tokens[verb.head].tag is Tag.BE and end < len(tokens):
        end += 1
    return tokens[min(end, len(tokens)) - 1].end


def _reach(rest: Sequence[Token]) -> int:
    """How far a clause's words may go into its title: up to the first comma that begins an aside."""
    index = 0
    while index < len(rest):
        token = rest[index]
        if token.tag is Tag.STOP:
            return index
        if token.tag is Tag.COORDINATOR and index + 1 < len(rest) and rest[index + 1].tag is Tag.THAT:
            return index  # "told that the mill had closed | and that the land"
        if token.tag is Tag.COMMA and (_is_clausal(rest, index) or not _list_goes_on(rest, index)):
            return index
        index += 1
    return len(rest)


def _is_clausal(rest: Sequence[Token], comma: int) -> bool:
    """Whether a comma with an "and" or "but" begins another clause: no list has its first comma there with an article behind."""
    after = [t.tag for t in rest[comma + 1 : comma + 3]]
    first = not any(t.tag is Tag.COMMA for t in rest[:comma])
    fresh = after[:1] == [Tag.COORDINATOR] and after[1:] in ([Tag.DETERMINER], [Tag.PREPOSITION])
    return first and fresh and rest[comma + 2].low in {"the", "in", "on", "at", "from", "by"}


def _list_goes_on(rest: Sequence[Token], comma: int) -> bool:
    """Whether a comma separates the members of a list, or a name from what it names."""
    after = rest[comma + 1 :]
    if not after:
        return False
    if _of_adjectives(rest, comma):
        return True
    if (
        len(after) > 1
        and after[0].low in {"many", "most", "some", "all", "both", "several", "none"}
        and after[1].low == "of"
    ):
        return False
    if after[0].low in {"up", "down"} and len(after) > 1 and after[1].tag is Tag.NUMBER:
        return True
    if is_name(after, (0, until_comma(after))):
        return True
    for token in after:
        if token.tag is Tag.COORDINATOR:
            return True
        if token.tag in _VERBS | {
            Tag.PREPOSITION,
            Tag.TO,
            Tag.SUBORDINATOR,
            Tag.RELATIVE,
            Tag.THAT,
            Tag.STOP,
            Tag.PRONOUN,
        }:
            return token.low == "of"
    return False


def _of_adjectives(rest: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands between two adjectives: "a small, quiet town", "the first large, open market"."""
    first = comma - 1
    while first > 0 and (rest[first].tag is Tag.NOUN or rest[first].low in _RANKING):
        first -= 1
    return (
        0 <= first < comma - 1
        and comma + 1 < len(rest)
        and rest[first].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
        and comma - first <= _ADJECTIVES
        and (rest[comma + 1].tag is Tag.NOUN or _is_of_noun(rest, comma + 1))
    )


def _is_of_noun(rest: Sequence[Token], at: int) -> bool:
    """Whether a participle stands before its noun: "a single, | centralized database"."""
    return (
        rest[at].tag in {Tag.PARTICIPLE, Tag.PAST_OR_PARTICIPLE}
        and at + 1 < len(rest)
        and rest[at + 1].tag is Tag.NOUN
    )


_RANKING = frozenset({"first", "second", "third", "last", "only", "largest", "new"})
_ADJECTIVES = 3  # tokens from an article to the comma behind its adjectives


def until_comma(tokens: Sequence[Token]) -> int:
    """How many tokens stand before the first comma or stop."""
    return next((i for i, t in enumerate(tokens) if t.tag in {Tag.COMMA, Tag.END, Tag.STOP}), len(tokens))


def is_name(tokens: Sequence[Token], part: tuple[int, int]) -> bool:
    """Whether a part is names and nothing else: "Ana Quispe and Luis Rojas"."""
    inside = tokens[part[0] : part[1]]
    return (
        bool(inside)
        and inside[0].tag is Tag.NAME
        and inside[-1].tag is Tag.NAME
        and all(t.tag in {Tag.NAME, Tag.COORDINATOR} or t.low == "of" for t in inside)
    )
