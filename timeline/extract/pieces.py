"""Pieces: the ways to say a clause's subject, verb and ending, each with what it costs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.cuts import cut_points, is_name, until_comma
from timeline.extract.names import without_title
from timeline.extract.phrases import nominal_start
from timeline.extract.wording import MARKS, as_particle, as_word, cleaned, trimmed
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens in order, or words that stand for them, with the cost of saying it so."""

    tokens: tuple[Token, ...]
    cost: float = 0.0

    @property
    def size(self) -> int:
        """How many words."""
        return sum(t.tag not in MARKS for t in self.tokens)


def subject_pieces(sentence: Parsed, clause: Clause, words: EventWords) -> Iterator[Piece]:
    """The ways to name a clause's subject: whole, by its name, without what only describes it."""
    if clause.subject is None:
        return
    start, end = clause.subject
    tokens = sentence.tokens
    parts = _comma_parts(tokens, start, end)
    last = parts[-1]
    listed = any(tokens[a].tag is Tag.COORDINATOR for a, _ in parts[1:]) or (
        len(parts) > 1
        and is_name(tokens, parts[0])
        and tokens[end - 1].tag is not Tag.COMMA
        and any(tokens[i].tag is Tag.COORDINATOR for i in range(*last))
    )
    if listed:
        if len(parts) > 2 and is_name(tokens, parts[0]):
            yield Piece((*cleaned(tokens, range(*parts[0]), words), as_word("and"), as_word("others")), 3.0)
        parts = [(start, end)]
    first = parts[0]
    closed = tokens[end - 1].tag in {Tag.COMMA, Tag.STOP}
    called = [(_called(tokens, part), part[1]) for part in parts[1:]]
    named = [part for part in called if closed and part[0] < part[1] and is_name(tokens, _bare(tokens, part))]
    if named and (not _ends_in_name(tokens, first) or _is_office(tokens, first, words)):
        yield Piece(_without_article(trimmed(cleaned(tokens, range(*named[0]), words))))
        yield Piece(trimmed(cleaned(tokens, range(*first), words)), 2.5)
    whole = trimmed(cleaned(tokens, range(*first), words))
    if not whole:
        return
    name = end if clause.verb.first == end else _name_called(tokens, end)  # "the king named Ann Lee regent"
    if name > end + 1:  # "a teacher called Ann Lee"
        yield Piece(trimmed(cleaned(tokens, [*range(*first), *range(end + 1, name)], words)))
    yield Piece(whole, 2.5 if named or name > end + 1 else 0.0)
    bare = first[0]
    if not listed and _ends_in_name(tokens, first) and _titled(tokens, first, words):
        bare = without_title(tokens, *first, words)
    if bare > first[0]:
        yield Piece(trimmed(cleaned(tokens, range(bare, first[1]), words)), 1.5)
    for cut, token in enumerate(whole):
        if (
            cut
            and token.tag in {Tag.PREPOSITION, Tag.TO, Tag.ING, Tag.PARTICIPLE, Tag.PAST_OR_PARTICIPLE}
            and token.low != "of"
        ) and whole[cut - 1].tag in NOMINAL | {Tag.CLOSE}:
            yield Piece(whole[:cut], 2.0)
            break


def _is_office(tokens: Sequence[Token], part: tuple[int, int], words: EventWords) -> bool:
    """Whether a phrase is nobody's name, though it has a capital: "the Minister", "the Lord Mayor"."""
    said = tokens[part[0] : part[1]]
    return said[0].tag in {Tag.DETERMINER, Tag.POSSESSIVE} and all(t.low in words.persons for t in said[1:])


def _bare(tokens: Sequence[Token], part: tuple[int, int]) -> tuple[int, int]:
    """The name at the end of an aside that says with it what it is: "the barque | Ingrid"."""
    start = part[0]
    while start < part[1] and start - part[0] < _KINDS and tokens[start].tag in {Tag.DETERMINER, Tag.NOUN}:
        start += 1
    definite = tokens[part[0]].low == "the" and start - part[0] > 1
    return (start, part[1]) if definite and start < part[1] else part


_KINDS = 4  # words before a name that say what it is


def _called(tokens: Sequence[Token], part: tuple[int, int]) -> int:
    """Where the name begins in an aside that is one, or that tells one: "Ann Lee", "a teacher called | Ann Lee"."""
    return next((i + 1 for i in range(*part) if tokens[i].low in {"called", "named"}), part[0])


def _name_called(tokens: Sequence[Token], end: int) -> int:
    """Where the name ends that right behind a noun says what it is called; `end` if there is none."""
    if end >= len(tokens) or tokens[end].low not in {"called", "named"}:
        return end
    at = end + 1
    while at < len(tokens) and tokens[at].tag is Tag.NAME:
        at += 1
    return at


def _without_article(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tokens[1:] if len(tokens) > 1 and tokens[0].tag is Tag.DETERMINER else tokens


def object_before(sentence: Parsed, clause: Clause, words: EventWords) -> list[Token]:
    """What a relative clause with a subject of its own governs: "the treaty that Bush signed" as "signed the treaty"."""
    tokens, opener = sentence.tokens, clause.opener
    while tokens[opener].tag in {Tag.PREPOSITION, Tag.TO} and opener + 1 < clause.verb.first:
        opener += 1  # "the court | to which he appealed"
    relative = tokens[opener].tag in {Tag.THAT, Tag.RELATIVE} and tokens[opener].low != "whose"
    if clause.role is not Role.RELATIVE or not relative or clause.antecedent in {None, clause.subject}:
        return []
    if clause.verb.passive:
        return []  # "notified the council that the limit had been passed"
    first = opener
    while first and tokens[first - 1].tag in {Tag.PREPOSITION, Tag.TO}:
        first -= 1
    start, end = clause.antecedent or (0, 0)
    if first == opener and clause.verb.end < len(tokens) and tokens[clause.verb.end].tag in NOMINAL:
        return []  # it has its object already
    governed = cleaned(tokens, range(start, end), words)
    if governed and governed[0].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:  # it may have opened the sentence
        head = governed[0]
        governed[0] = Token(head.start, head.end, head.low, head.low, head.tag)
    return [*tokens[first:opener], *governed]


def object_named(sentence: Parsed, index: int, rest: Sequence[Token], words: EventWords) -> list[Token]:
    """What follows a verb, "it" or "them" as the object of the verb it is joined to: "took Brund and lost it"."""
    clause, tokens = sentence.clauses[index], sentence.tokens
    if (
        not rest
        or rest[0].low not in {"it", "them"}
        or clause.role is not Role.JOINED
        or clause.parent is None
    ):
        return list(rest)
    if len(rest) > 1 and rest[1].tag in NOMINAL:
        return list(rest)  # "granted it a subsidy"
    parent = sentence.clauses[clause.parent]
    start = parent.verb.end
    end = start
    while end < len(tokens) and (tokens[end].tag in NOMINAL or tokens[end].low == "of"):
        end += 1
    named = tokens[start:end]
    person = any(token.low in words.persons for token in named)
    if parent.role is not Role.MAIN or (person and rest[0].low == "it"):
        return list(rest)
    if not named or named[0].tag is Tag.PRONOUN or named[-1].tag not in {Tag.NAME, Tag.NOUN}:
        return list(rest)
    if named[0].low in {"a", "an"}:
        named = (Token(named[0].start, named[0].end, "the", "the", Tag.DETERMINER), *named[1:])
    return [*named, *rest[1:]]


def verb_words(sentence: Parsed, clause: Clause, words: EventWords) -> tuple[Token, ...]:
    """A clause's verb as it reads in a title."""
    group = clause.verb
    tokens = [
        t
        for t in sentence.tokens[group.first : group.end]
        if t.low not in words.droppable and t.tag is not Tag.TIME
    ]
    if group.first == 0 and not group.finite and tokens and tokens[0].tag is not Tag.NAME:
        tokens[0] = replace(tokens[0], text=tokens[0].low)  # "Founded in 1926, the orchestra …"
    tokens = [as_particle(t) if t.tag is Tag.PREPOSITION else t for t in tokens]
    if sentence.tokens[group.head].tag is Tag.ING and not group.finite:
        return (_past(sentence.tokens[group.head], words), *tokens[1:])
    if clause.role is Role.REDUCED and [t.low for t in tokens] == ["born"]:
        return (as_word("was"), *tokens)  # "born in Oslo, she …"
    if clause.role is Role.JOINED and clause.parent is not None:
        parent = sentence.clauses[clause.parent]
        while parent.role is Role.JOINED and parent.parent is not None and not parent.verb.passive:
            parent = sentence.clauses[parent.parent]
        before = parent.verb
        first = sentence.tokens[before.first]
        head = sentence.tokens[group.head]
        if first.tag is Tag.MODAL and head.tag is Tag.BASE and group.first == group.head:
            return (first, *tokens)  # "will close in May and reopen in June"
        if (
            group.first == group.head
            and before.passive
            and before.finite
            and first.tag is Tag.BE
            and head.tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}
            and head.low not in words.intransitive
        ):
            following = sentence.tokens[group.end] if group.end < len(sentence.tokens) else None
            if following is None or following.tag not in NOMINAL:
                return (first, *tokens)  # "was signed in May, ratified in June"
    return tuple(tokens)


def _past(token: Token, words: EventWords) -> Token:
    """The past tense of an -ing form: "taking" as "took"."""
    text = words.irregular.get(token.low)
    if text is None:
        stem = token.low.removesuffix("ing")
        text = stem + "ed"
        if stem + "e" in words.base or (stem not in words.base and stem[-1:] in "csvguz"):
            text = stem + "ed"
        if stem.endswith("y") and stem[-2:-1] not in "aeiou":
            text = stem[:-1] + "ied"
    return Token(token.start, token.end, text, text, Tag.PAST)


def ending_pieces(sentence: Parsed, index: int, rest: Sequence[Token], words: EventWords) -> Iterator[Piece]:
    """What follows the verb, cut at each place where it is whole; the more is lost the higher the cost."""
    for tokens, cost in ((tuple(rest), 0.0), (_without_measure(rest), 0.6)):
        if cost and len(tokens) == len(rest):
            continue
        points = cut_points(sentence, index, tokens, words)
        named = _named_object(tokens)
        for number, point in enumerate(points):
            missing = len(points) - 1 - number
            lost = 0.0 if not missing else sum(_weight(k) for k in range(number + 1, len(points)))
            unnamed = 3.0 if named is not None and point <= _comma(tokens) else 0.0
            yield Piece(trimmed(tokens[:point]), cost + lost + unnamed)
        if named is not None:
            yield Piece(named, cost + 0.3)
    if not rest:
        yield Piece(())


def _weight(position: int) -> float:
    """What the chunk at a position is worth: the first after the verb most."""
    return {0: 10.0, 1: 6.0, 2: 2.2}.get(position, 1.0 / position)


def _named_object(rest: Sequence[Token]) -> tuple[Token, ...] | None:
    """An object told by its name alone: "received the head of the office, Ann Lee" as "received Ann Lee"."""
    comma = next((i for i, t in enumerate(rest) if t.tag is Tag.COMMA), None)
    if comma is None:
        return None
    after = rest[comma + 1 :]
    end = until_comma(after)
    if not end or not is_name(after, (0, end)):
        return None
    start = nominal_start(rest, comma)
    while start > 1 and rest[start - 1].low == "of":
        start = nominal_start(rest, start - 1)
    if start >= comma or rest[start].tag is not Tag.DETERMINER:
        return None
    return (*rest[:start], *after[:end])


def _without_measure(rest: Sequence[Token]) -> tuple[Token, ...]:
    """A thing without its measure: "39,000 euros' worth of cameras" as "cameras"."""
    for index in range(1, len(rest) - 1):
        if (
            rest[index].low == "worth"
            and rest[index + 1].low == "of"
            and rest[index - 1].low.endswith(("'", "'s"))
        ):
            start = index
            while start and (rest[start - 1].tag in {Tag.NUMBER, Tag.NOUN} or rest[start - 1].low == "of"):
                start -= 1
            return (*rest[:start], *rest[index + 2 :])
    return tuple(rest)


def _comma(tokens: Sequence[Token]) -> int:
    return next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA), len(tokens))


def _comma_parts(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    begin = start
    depth = 0
    for index in range(start, end):
        depth += (tokens[index].tag is Tag.OPEN) - (tokens[index].tag is Tag.CLOSE)
        if depth <= 0 and tokens[index].tag in {Tag.COMMA, Tag.STOP}:
            if index > begin:
                parts.append((begin, index))
            begin = index + 1
    if begin < end:
        parts.append((begin, end))
    return parts


def _ends_in_name(tokens: Sequence[Token], part: tuple[int, int]) -> bool:
    last = tokens[part[1] - 1]
    if last.tag is not Tag.NAME:
        return False
    index = part[1] - 1
    while index > part[0] and tokens[index - 1].tag is Tag.NAME:
        index -= 1
    return (
        index == part[0]
        or tokens[index - 1].tag in {Tag.NOUN, Tag.DETERMINER, Tag.NAME}
        or index + 2 < part[1]
    )


def _titled(tokens: Sequence[Token], part: tuple[int, int], words: EventWords) -> bool:
    """Whether what stands before a phrase's last name is that name's title, not a place it lies in."""
    inside = tokens[part[0] : part[1]]
    linked = any(t.tag in {Tag.PREPOSITION, Tag.TO} for t in inside)
    return (
        not linked or inside[0].low in words.persons or (len(inside) > 1 and inside[1].low in words.persons)
    )
