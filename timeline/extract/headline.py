"""Headlines: the shortest telling that stands alone, cut only where a phrase ends.

Every part of a clause can be shortened in a few ways, each at a cost; of all combinations within twelve
words the dearest content at the lowest cost wins.
"""

from collections.abc import Mapping, Sequence

from timeline.extract import shares
from timeline.extract.beyond import unowned, without_described
from timeline.extract.choice import best
from timeline.extract.clauses import Parsed, Role
from timeline.extract.cuts import cut_points
from timeline.extract.particles import as_particle, with_particles
from timeline.extract.pieces import Piece, ending_pieces, subject_pieces
from timeline.extract.predicate import object_before, object_named, verb_words
from timeline.extract.said_of import agreeing
from timeline.extract.wording import (
    LONGEST,
    as_word,
    cleaned,
    trimmed,
    without_articles,
    without_opening,
    word_count,
    written,
)
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def headline(
    sentence: Parsed,
    index: int,
    words: EventWords,
    subject: str | None = None,
    at: int | None = None,
    *,
    known: Mapping[str, str] | None = None,
    whose: Mapping[int, str] | None = None,
) -> str:
    """A title for a clause; "" where it has no subject. `subject` stands for the clause's own where given.

    `at` is the date it is for, where a clause has several with an object for each; `known` says whom an object
    pronoun means, `whose` what stands for possessives, by their offsets.
    """
    clause = sentence.clauses[index]
    if _all_but_did(sentence.tokens[max(clause.verb.first - 2, 0) : clause.verb.end + 3]):
        return ""  # "had all but turned back": they had not
    if not subject and inverted(sentence, index):
        return _turned(sentence, index, words)
    subjects = [Piece((as_word(subject),))] if subject else list(subject_pieces(sentence, clause, words))
    subjects = [
        Piece(_owned(_without_emphasis(without_opening(piece.tokens)), whose), piece.cost)
        for piece in subjects
    ]
    if not subjects:
        return ""
    verb = verb_words(sentence, clause, words)
    subjects = agreeing(sentence, index, subjects, verb, words)
    if not subjects:
        return ""  # whom the verb is said of stands elsewhere
    owned = _with_shared_object(sentence, index, list(sentence.owned_by(index, told=True)))
    owned = shares.without_inserted(sentence.tokens, shares.without_date_apposed(sentence.tokens, owned))
    if sentence.tokens[clause.verb.head].low in {
        "let",
        "lets",
    }:  # "let its head, Ann Lee, go" as "let go its head"
        gone = [i for i in owned if sentence.tokens[i].low == "go"]
        if gone and not any(sentence.tokens[i].tag is Tag.COMMA for i in owned if i < gone[0]):
            gone = []  # "let the furnace go out"
        verb, owned = (
            (*verb, *(sentence.tokens[i] for i in gone[:1])),
            [i for i in owned if i not in gone[:1]],
        )
    rest = cleaned(sentence.tokens, shares.share(sentence.tokens, owned, at), words)
    if (
        rest
        and (rest[0].tag is Tag.ING or rest[0].low in {"having", "according"})
        and (
            comma := next(
                (i for i in owned if i < len(sentence.tokens) and sentence.tokens[i].tag is Tag.COMMA), None
            )
        )
        is not None
        and sentence.tokens[comma].end <= rest[0].start
    ):
        rest = [sentence.tokens[comma], *rest]  # "burst in 1925, killing": its date is gone, its comma is not
    rest = with_particles(rest, words)
    rest = _by_how_much(rest[: next((i for i, token in enumerate(rest) if token.low == ";"), len(rest))])
    stranded = clause.verb.passive and len(rest) == 1 and rest[0].tag is Tag.PREPOSITION
    if stranded and any(
        t.start > rest[0].end and t.tag is Tag.PREPOSITION for t in sentence.tokens[clause.verb.end :][:2]
    ):
        rest = [as_particle(rest[0])]  # "59 changes were asked for | in May"
    if [token.tag for token in rest[-2:]] == [Tag.COORDINATOR, Tag.PRESENT]:
        rest = rest[:-2]  # "brought 2 million in 2004 and now makes up most of it"
    while rest and rest[-1].tag in {Tag.STOP, Tag.COMMA, Tag.COORDINATOR}:
        rest = rest[:-1]  # "opened in 1842; …" says no more than that it opened
    if len(rest) > 1 and rest[0].tag is Tag.COORDINATOR and rest[1].tag in NOMINAL:
        rest = []  # "began in 1999 and the line opened": no object has gone before that another could be joined to
    turn = shares.in_turn(subjects[0].tokens, rest) if at is not None else ()
    if turn and at is not None and rest[0].start > sentence.tokens[at].start:
        turn, rest = (
            (),
            [],
        )  # "the first part appeared in 1912, the second, delayed, …": its verb is still to come
    if turn:
        first = shares.share(
            sentence.tokens, owned, next(i for i in owned if sentence.tokens[i].tag is Tag.TIME)
        )
        subjects, rest = [Piece(turn)], cleaned(sentence.tokens, first, words)
    elif at is not None and shares.gapped(sentence.tokens, owned, at, rest):
        subjects, rest = [Piece(shares.without_owner(rest))], []
    rest = shares.closed(sentence, shares.whole(sentence, index, rest), words)
    bare = clause.verb.end - clause.verb.first == 1 and sentence.tokens[clause.verb.head].tag is Tag.BE
    if bare and all(token.tag is Tag.POSSESSIVE for token in rest):
        return _being(subjects, words)
    rest = shares.told_apart(sentence, index, rest, words)
    rest = _named(object_named(sentence, index, rest, words), known or {}, subject or "")
    rest = _with_object(object_before(sentence, clause, words), _owned(rest, whose))
    rest = without_described(rest)
    endings = list(ending_pieces(sentence, index, rest, words))
    endings += unowned(sentence, index, endings, words)
    ways = (
        ((*piece.tokens, *verb, *ending.tokens), piece.cost + ending.cost)
        for piece in subjects
        for ending in endings
    )
    return written(best(list(ways), sentence, index))


def _with_object(before: Sequence[Token], rest: Sequence[Token]) -> list[Token]:
    """An object that stood before its verb, behind the infinitive that governs it: "promised to leave | the forts"."""
    done = [t.tag for t in rest[:2]] == [Tag.TO, Tag.BASE]
    at = 2 if done and before and before[0].tag not in {Tag.PREPOSITION, Tag.TO} else 0
    return [*rest[:at], *before, *rest[at:]]


def _by_how_much(rest: list[Token]) -> list[Token]:
    """What follows a verb of rising without the comma before how much: "has increased, | up 41 per cent"."""
    up = [t.low for t in rest[:2]] in ([",", "up"], [",", "down"])
    return rest[2:] if up and [t.tag for t in rest[2:3]] == [Tag.NUMBER] else rest


def _all_but_did(tokens: Sequence[Token]) -> bool:
    """Whether it was not quite done: "had all but given up", but not "took all but one"."""
    done = {Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return any(one.low == "all" and two.low == "but" and three.tag in done for one, two, three in triples)


def _named(rest: Sequence[Token], known: Mapping[str, str], subject: str) -> list[Token]:
    """The tokens with an object pronoun's name in its place, once, unless the subject bears it: "made her a doctor"."""
    found = list(rest)
    for index, token in enumerate(found):
        name = known.get(token.low)
        after = found[index + 1] if index + 1 < len(found) else None
        object_ = after is None or after.tag not in NOMINAL - {Tag.DETERMINER} | {Tag.ING, Tag.QUOTE}
        if name and name not in subject and token.tag in {Tag.PRONOUN, Tag.POSSESSIVE} and object_:
            found[index] = as_word(name)
            break
    return found


def _owned(tokens: Sequence[Token], whose: Mapping[int, str] | None) -> tuple[Token, ...]:
    """The tokens with the words that stand for some of them in their place, "" for those that go with the one before."""
    if not whose:
        return tuple(tokens)
    return tuple(
        as_word(whose[t.start]) if t.start in whose else t for t in tokens if whose.get(t.start) != ""
    )


def _being(subjects: Sequence[Piece], words: EventWords) -> str:
    """A title where a verb only says when: "the next meeting is on 8 April" is "Next meeting"; "the bridge was his" is none."""
    title = written(subjects[0].tokens)
    return title if any(word.lower() in words.happenings for word in title.split()) else ""


def _without_emphasis(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A subject without its "itself": "the dam itself was built"."""
    return tokens[:-1] if len(tokens) > 1 and tokens[-1].low.endswith(("self", "selves")) else tokens


def attributed(sentence: Parsed, index: int, words: EventWords) -> str:
    """A title for "…, the ministry said": who told, then what; "" where that is too long."""
    before = next((i for i in range(index - 1, -1, -1) if sentence.clauses[i].role is Role.MAIN), index - 1)
    if any(clause.role is Role.CONDITIONAL for clause in sentence.clauses[:index]):
        return ""
    told = headline(sentence, before, words)
    clause = sentence.clauses[index]
    teller = next((without_opening(piece.tokens) for piece in subject_pieces(sentence, clause, words)), ())
    first = sentence.clauses[before].subject
    if not told or not teller or first is None:
        return ""
    if sentence.tokens[first[0]].tag is not Tag.NAME and not told.split()[0].isupper():
        told = told[:1].lower() + told[1:]
    title = f"{written((*teller, *verb_words(sentence, clause, words)))} {told}"
    return title if len(title.split()) <= LONGEST + 2 else ""


def _with_shared_object(sentence: Parsed, index: int, owned: list[int]) -> list[int]:
    """What follows a verb; where nothing does, the verb joined to it, which governs the object of both."""
    following = sentence.clauses[index + 1] if index + 1 < len(sentence.clauses) else None
    end = sentence.clauses[index].verb.end
    if owned or following is None or following.role is not Role.JOINED or following.parent != index:
        return owned
    if sentence.tokens[end].tag is not Tag.COORDINATOR or following.verb.first > end + 2:
        return owned
    return [*range(end, following.verb.end), *sentence.owned_by(index + 1)]


def inverted(sentence: Parsed, index: int) -> bool:
    """Whether the subject follows: "among the imports were cameras"."""
    clause = sentence.clauses[index]
    tokens = sentence.tokens
    first = clause.opener + 1 if clause.role is not Role.MAIN else clause.opener
    if existential(sentence, index):
        return True
    return (
        clause.subject is None
        and clause.verb.end - clause.verb.first == 1
        and tokens[clause.verb.head].tag is Tag.BE
        and first < clause.verb.first
        and tokens[first].tag is Tag.PREPOSITION
        and clause.verb.end < len(tokens)
        and tokens[clause.verb.end].tag in NOMINAL
    )


def existential(sentence: Parsed, index: int) -> bool:
    """Whether the clause says that there is something: "there were riots"."""
    verb = sentence.clauses[index].verb
    return (
        sentence.tokens[verb.head].tag is Tag.BE
        and verb.first > 0
        and sentence.tokens[verb.first - 1].low == "there"
    )


def _turned(sentence: Parsed, index: int, words: EventWords) -> str:
    clause = sentence.clauses[index]
    first = clause.opener + 1 if clause.role is not Role.MAIN else clause.opener
    subject = trimmed(cleaned(sentence.tokens, sentence.owned_by(index), words))
    if existential(sentence, index):
        whole = without_opening(subject)
        if word_count(whole) == 1 and word_count(subject) > 1:
            return written((as_word("There"), *verb_words(sentence, clause, words), *subject))
        points = [p for p in cut_points(sentence, index, whole, words) if word_count(whole[:p]) <= LONGEST]
        return written(whole[: points[-1]] if points else whole)
    place = cleaned(sentence.tokens, range(first, clause.verb.first), words, keep=first)
    said = (*subject, sentence.tokens[clause.verb.head], *place)
    return written(said if word_count(said) <= LONGEST else without_articles(said))
