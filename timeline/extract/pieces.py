"""Pieces: the ways to say a clause's subject and its ending, each with what it costs."""

from collections.abc import Iterator, Sequence

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.cuts import cut_points, is_name, until_comma
from timeline.extract.marks import MARKS
from timeline.extract.names import without_title
from timeline.extract.phrases import comma_parts, nominal_start
from timeline.extract.wording import as_word, cleaned, trimmed
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
    if start > 1 and tokens[start - 1].low == "than" and tokens[start - 2].low in {"less", "more", "fewer"}:
        start -= 2  # "less than | a million came in"
    parts = comma_parts(tokens, start, end)
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
    where = () if listed or named else _where(sentence, clause)
    if where:
        yield Piece((*whole, *where))
    bare = first[0]
    together = any(
        tokens[i].tag is Tag.COORDINATOR and tokens[i + 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
        for i in range(first[0], first[1] - 1)
    )  # "the minister Ann Lee and her deputy Bo Dahl"
    if not (listed or together) and _ends_in_name(tokens, first) and _titled(tokens, first, words):
        bare = without_title(tokens, *first, words)
    long = sum(t.tag in {Tag.NOUN, Tag.COORDINATOR} for t in tokens[first[0] : bare]) >= _DESCRIBED
    yield Piece(whole, 2.5 if named or name > end + 1 or long else 0.5 if where else 0.0)
    if bare > first[0]:
        yield Piece(trimmed(cleaned(tokens, range(bare, first[1]), words)), 0.0 if long else 1.5)
    if not listed and (owned := _owned(whole, words)):
        yield Piece(owned, 0.2)
    for cut, token in enumerate(whole):
        if (
            cut
            and token.tag in {Tag.PREPOSITION, Tag.TO, Tag.ING, Tag.PARTICIPLE, Tag.PAST_OR_PARTICIPLE}
            and token.low != "of"
        ) and whole[cut - 1].tag in NOMINAL | {Tag.CLOSE}:
            yield Piece(whole[:cut], 2.0)
            break


def _owned(whole: tuple[Token, ...], words: EventWords) -> tuple[Token, ...]:
    """A body as its land's: "the government of Tarn" as "Tarn's government", which is shorter; empty for what is no body of one name."""
    said = whole[1:] if whole[0].tag is Tag.DETERMINER else whole
    if [t.tag for t in said] != [Tag.NOUN, Tag.PREPOSITION, Tag.NAME]:
        return ()
    body, of, name = said
    known = body.low in words.generic & words.organizations and of.low == "of"
    return (as_word(f"{name.text}'s"), body) if known and not name.low.endswith("s") else ()


def _where(sentence: Parsed, clause: Clause) -> tuple[Token, ...]:
    """The place that an aside says a subject to be in: "the congress, held | in Oslo, | had to move"."""
    tokens = sentence.tokens
    aside = next((c for c in sentence.clauses if c.antecedent == clause.subject and c is not clause), None)
    if aside is None or clause.subject is None or aside.verb.end - aside.verb.first != 1:
        return ()
    start, end = aside.verb.end, clause.verb.first
    bare = aside.verb.first == clause.subject[1] + 1 and tokens[aside.verb.first].low in _LYING
    inside = tokens[start : end - 1]
    closed = bare and start < end and tokens[end - 1].tag is Tag.COMMA
    names = closed and len(inside) > 1 and all(t.tag is Tag.NAME for t in inside[1:])
    return inside if names and inside[0].low in {"in", "at"} else ()


_LYING = frozenset({"held", "based", "situated", "located", "staged", "hosted", "headquartered"})


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


_DESCRIBED = 4  # small words before a name, more than a title is: "Danish food and drinks giant Lund"
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


def ending_pieces(sentence: Parsed, index: int, rest: Sequence[Token], words: EventWords) -> Iterator[Piece]:
    """What follows the verb, cut at each place where it is whole; the more is lost the higher the cost."""
    for tokens, cost in ((tuple(rest), 0.0), (_without_measure(rest), 0.6)):
        if cost and len(tokens) == len(rest):
            continue
        points = cut_points(sentence, index, tokens, words)
        named = _named_object(tokens, words)
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


def _named_object(rest: Sequence[Token], words: EventWords) -> tuple[Token, ...] | None:
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
    if start > 1 and rest[start - 1].low in {"in", "at"} and rest[start].tag is Tag.NAME:
        office = nominal_start(rest, start - 1)  # "the head of the office in Tarn, Ann Lee"
        start = office if office + 1 < start and rest[office + 1].low in words.persons else start
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
    if any(t.low == "under" for t in inside):
        return False  # "the general government under the Articles"
    return (
        not linked or inside[0].low in words.persons or (len(inside) > 1 and inside[1].low in words.persons)
    )
