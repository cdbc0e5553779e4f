"""Headlines: the shortest telling that stands alone, cut only where a phrase ends.

Every part of a clause can be shortened in a few ways, each at a cost; of all combinations within twelve
words the dearest content at the lowest cost wins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.names import without_title
from timeline.extract.phrases import nominal_start, time_phrase
from timeline.extract.verbs import Tense
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

LONGEST = 12
_MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.OPEN, Tag.CLOSE, Tag.QUOTE, Tag.END})
_ARTICLES = frozenset({"the", "a", "an"})
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
_DANGLING = frozenset(
    {Tag.PREPOSITION, Tag.TO, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.THAT, Tag.RELATIVE, Tag.DETERMINER, Tag.POSSESSIVE,
     Tag.COMMA, Tag.STOP, Tag.END, Tag.OPEN}
)  # fmt: skip


_PARTICLES = frozenset({"out", "up", "off", "down", "away"})
_MEASURING = frozenset(
    {("as", "much"), ("as", "many"), ("as", "well"), ("as", "far"), ("as", "long"), ("as", "large")}
)
_NAMING = frozenset({"called", "named", "known", "dubbed", "titled", "entitled", "nicknamed"})
_UNFINISHED = frozenset(
    {("part", "in"), ("order", "in"), ("part", "as"), ("means", "by"), ("favor", "in"), ("terms", "in")}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens in order, or words that stand for them, with the cost of saying it so."""

    tokens: tuple[Token, ...]
    cost: float = 0.0

    @property
    def size(self) -> int:
        """How many words."""
        return sum(t.tag not in _MARKS for t in self.tokens)


def headline(
    sentence: Parsed, index: int, words: EventWords, subject: str | None = None, at: int | None = None
) -> str:
    """A title for a clause; "" where it has no subject. `subject` stands for the clause's own where given.

    `at` is the date it is for, where a clause has several with an object for each.
    """
    clause = sentence.clauses[index]
    if not subject and inverted(sentence, index):
        return _turned(sentence, index, words)
    subjects = [Piece((_word(subject),))] if subject else list(_subjects(sentence, clause, words))
    subjects = [Piece(_opened(piece.tokens), piece.cost) for piece in subjects]
    if not subjects:
        return ""
    verb = _verb(sentence, clause, words)
    owned = list(sentence.owned_by(index, told=True))
    rest = _clean(sentence.tokens, _share(sentence.tokens, owned, at) if at is not None else owned, words)
    rest = [*_object_before(sentence, clause, words), *rest]
    best: tuple[float, str] | None = None
    for piece in subjects:
        for ending in _endings(sentence, index, rest, words):
            for bare in (False, True):
                said = (*piece.tokens, *verb, *ending.tokens)
                kept = _bare(said) if bare else said
                size = sum(len(t.text.split()) for t in kept if t.tag not in _MARKS)
                over = max(0, size - LONGEST)
                score = -piece.cost - ending.cost - (0.4 if bare else 0.0) - 20 * over
                if best is None or score > best[0]:
                    best = (score, written(kept))
    return best[1] if best else ""


def attributed(sentence: Parsed, index: int, words: EventWords) -> str:
    """A title for "…, the ministry said": who told, then what; "" where that is too long."""
    told = headline(sentence, index - 1, words)
    clause = sentence.clauses[index]
    teller = next((_opened(piece.tokens) for piece in _subjects(sentence, clause, words)), ())
    first = sentence.clauses[index - 1].subject
    if not told or not teller or first is None:
        return ""
    if sentence.tokens[first[0]].tag is not Tag.NAME and not told.split()[0].isupper():
        told = told[:1].lower() + told[1:]
    title = f"{written((*teller, *_verb(sentence, clause, words)))} {told}"
    return title if len(title.split()) <= LONGEST + 2 else ""


def _share(tokens: Sequence[Token], owned: list[int], at: int) -> list[int]:
    """The part of what follows a verb that goes with one of its dates: "took Iwo Jima by March, and Okinawa by June"."""
    dates = [i for i in owned if tokens[i].tag is Tag.TIME]
    breaks = [
        cut for one, two in zip(dates, dates[1:], strict=False) for cut in [_break(tokens, one, two)] if cut
    ]
    if not breaks or at not in owned or tokens[owned[0]].tag not in NOMINAL:
        return owned
    start = max((cut for cut in breaks if cut <= at), default=owned[0])
    end = min((cut for cut in breaks if cut > at), default=owned[-1] + 1)
    return [i for i in owned if start <= i < end]


def _break(tokens: Sequence[Token], one: int, two: int) -> int | None:
    """Where a second object with its own date begins between two dates."""
    index = one + 1
    while index < two and tokens[index].tag in {Tag.COMMA, Tag.COORDINATOR}:
        index += 1
    linked = index > one + 1
    return index if linked and index < two and tokens[index].tag in NOMINAL else None


def phrase(tokens: Sequence[Token], start: int, end: int, words: EventWords, owner: str = "") -> str:
    """A noun phrase as a title: no article before it, no date in it; `owner` stands for a possessive pronoun."""
    kept = list(_clean(tokens, range(start, end), words))
    while kept and kept[0].tag in {Tag.DETERMINER, Tag.QUOTE, Tag.COMMA}:
        kept = kept[1:]
    if kept and kept[0].tag is Tag.POSSESSIVE:
        kept = [_word(owner + ("'" if owner.endswith("s") else "'s")), *kept[1:]] if owner else kept[1:]
    while kept and _count(kept) > LONGEST:
        cut = max(
            (i for i, t in enumerate(kept) if t.tag in {Tag.PREPOSITION, Tag.TO} and t.low != "of"), default=0
        )
        if not cut:
            kept = list(_bare(kept))
            break
        kept = kept[:cut]
    return written(kept)


def written(tokens: Sequence[Token]) -> str:
    """Tokens as a line of text, tidy at both ends, its first letter a capital."""
    kept = list(tokens)
    while kept and kept[-1].tag in _DANGLING:
        kept.pop()
    while kept and kept[0].tag in {Tag.COMMA, Tag.STOP, Tag.COORDINATOR, Tag.END, Tag.CLOSE}:
        kept.pop(0)
    kept = _quotes_closed(kept)
    line = ""
    open_marks: list[str] = []
    glue = True
    for before, token in zip([None, *kept], kept, strict=False):
        glued = glue or token.tag in {Tag.COMMA, Tag.CLOSE, Tag.END} or token.low in {";", ":"}
        glue = token.tag is Tag.OPEN
        if token.tag is Tag.QUOTE:
            if open_marks and token.text in {open_marks[-1], _CLOSING.get(open_marks[-1], "")}:
                open_marks.pop()
                glued = True
            else:
                open_marks.append(token.text)
                glue = True
        elif before is not None and before.end == token.start and before.end > 0:
            glued = True
        line += token.text if glued else " " + token.text
    return line[:1].upper() + line[1:]


_CLOSING = {"“": "”", "„": "“", "«": "»", "‘": "’"}


def _quotes_closed(tokens: list[Token]) -> list[Token]:
    """A quotation that was cut short is closed where it was cut; a closing mark alone goes."""
    marks = [i for i, t in enumerate(tokens) if t.tag is Tag.QUOTE]
    if len(marks) % 2 == 0:
        return tokens
    last = marks[-1]
    if last == len(tokens) - 1 or tokens[last].text in {"”", "’", "»"}:
        return tokens[:last] + tokens[last + 1 :]
    mark = _CLOSING.get(tokens[last].text, tokens[last].text)
    return [*tokens, Token(-1, -1, mark, mark, Tag.QUOTE)]


# the parts of a clause


def _subjects(sentence: Parsed, clause: Clause, words: EventWords) -> Iterator[Piece]:
    if clause.subject is None:
        return
    start, end = clause.subject
    tokens = sentence.tokens
    parts = _comma_parts(tokens, start, end)
    listed = any(tokens[a].tag is Tag.COORDINATOR for a, _ in parts[1:])
    if listed:
        if len(parts) > 2 and _is_name(tokens, parts[0]):
            yield Piece((*_clean(tokens, range(*parts[0]), words), _word("and"), _word("others")), 3.0)
        parts = [(start, end)]
    first = parts[0]
    named = [part for part in parts[1:] if _is_name(tokens, part)]
    if named and not _ends_in_name(tokens, first):
        yield Piece(_trimmed(_clean(tokens, range(*named[0]), words)))
        yield Piece(_trimmed(_clean(tokens, range(*first), words)), 2.5)
    whole = _trimmed(_clean(tokens, range(*first), words))
    if not whole:
        return
    yield Piece(whole, 0.0 if not named else 2.5)
    bare = first[0]
    if not listed and _ends_in_name(tokens, first) and _titled(tokens, first, words):
        bare = without_title(tokens, *first, words)
    if bare > first[0]:
        yield Piece(_trimmed(_clean(tokens, range(bare, first[1]), words)), 1.5)
    for cut, token in enumerate(whole):
        if (
            cut
            and token.tag in {Tag.PREPOSITION, Tag.TO, Tag.ING, Tag.PARTICIPLE, Tag.PAST_OR_PARTICIPLE}
            and token.low != "of"
        ):
            if whole[cut - 1].tag in NOMINAL | {Tag.CLOSE}:
                yield Piece(whole[:cut], 2.0)
                break


def _object_before(sentence: Parsed, clause: Clause, words: EventWords) -> list[Token]:
    """What a relative clause with a subject of its own governs: "the treaty that Bush signed" as "signed the treaty"."""
    tokens = sentence.tokens
    relative = tokens[clause.opener].tag in {Tag.THAT, Tag.RELATIVE} and tokens[clause.opener].low != "whose"
    if clause.role is not Role.RELATIVE or not relative or clause.antecedent in {None, clause.subject}:
        return []
    first = clause.opener
    while first and tokens[first - 1].tag in {Tag.PREPOSITION, Tag.TO}:
        first -= 1
    start, end = clause.antecedent or (0, 0)
    if first == clause.opener and clause.verb.end < len(tokens) and tokens[clause.verb.end].tag in NOMINAL:
        return []  # it has its object already
    return [*tokens[first : clause.opener], *_clean(tokens, range(start, end), words)]


def _verb(sentence: Parsed, clause: Clause, words: EventWords) -> tuple[Token, ...]:
    group = clause.verb
    tokens = [
        t
        for t in sentence.tokens[group.first : group.end]
        if t.low not in words.droppable and t.tag is not Tag.TIME
    ]
    tokens = [_as_particle(t) if t.tag is Tag.PREPOSITION else t for t in tokens]
    if sentence.tokens[group.head].tag is Tag.ING and not group.finite:
        return (_past(sentence.tokens[group.head], words), *tokens[1:])
    if clause.role is Role.JOINED and clause.parent is not None:
        before = sentence.clauses[clause.parent].verb
        first = sentence.tokens[before.first]
        head = sentence.tokens[group.head]
        if (
            before.passive
            and before.finite
            and first.tag is Tag.BE
            and head.tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}
        ):
            following = sentence.tokens[group.end] if group.end < len(sentence.tokens) else None
            if following is None or following.tag not in NOMINAL:
                return (first, *tokens)  # "was signed in May, ratified in June"
    return tuple(tokens)


def _as_particle(token: Token) -> Token:
    """ "off" of "broke off": it may end a title, as a preposition may not."""
    return Token(token.start, token.end, token.text, token.low, Tag.ADVERB)


def _past(token: Token, words: EventWords) -> Token:
    """ "taking" as "took"."""
    text = words.irregular.get(token.low)
    if text is None:
        stem = token.low.removesuffix("ing")
        text = stem + "ed"
        if stem + "e" in words.base or stem not in words.base and stem[-1:] in "csvguz":
            text = stem + "ed"
        if stem.endswith("y") and stem[-2:-1] not in "aeiou":
            text = stem[:-1] + "ied"
    return Token(token.start, token.end, text, text, Tag.PAST)


def _endings(sentence: Parsed, index: int, rest: Sequence[Token], words: EventWords) -> Iterator[Piece]:
    """What follows the verb, cut at each place where it is whole; the more is lost the higher the cost."""
    for tokens, cost in ((tuple(rest), 0.0), (_without_measure(rest), 0.6)):
        if cost and len(tokens) == len(rest):
            continue
        points = _cuts(sentence, index, tokens, words)
        named = _named_object(tokens)
        for number, point in enumerate(points):
            missing = len(points) - 1 - number
            lost = 0.0 if not missing else sum(_weight(k) for k in range(number + 1, len(points)))
            unnamed = 3.0 if named is not None and point <= _comma(tokens) else 0.0
            yield Piece(_trimmed(tokens[:point]), cost + lost + unnamed)
        if named is not None:
            yield Piece(named, cost + 0.3)
    if not rest:
        yield Piece(())


def _weight(position: int) -> float:
    """What the chunk at a position is worth: the first after the verb most."""
    return {0: 10.0, 1: 6.0, 2: 2.2}.get(position, 1.0 / position)


def _cuts(sentence: Parsed, index: int, rest: Sequence[Token], words: EventWords) -> list[int]:
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
        if any(start <= before.start < end for start, end in unfinished):
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
    if token.tag is Tag.PREPOSITION:
        return token.low not in {"of", "than"} and not (token.low in _PARTICLES and before.tag in _VERBS)
    if token.tag is Tag.COORDINATOR:
        pairs = any(t.low in {"between", "both", "either"} for t in rest[:point])
        return not pairs and not any(t.tag is Tag.COMMA for t in rest[:point])
    if token.tag in {Tag.PARTICIPLE, Tag.PAST_OR_PARTICIPLE, Tag.ING}:
        return before.tag in NOMINAL and token.low not in _NAMING
    if token.tag is Tag.COMMA:
        return not _of_adjectives(rest, point) and not any(t.tag is Tag.COMMA for t in rest[:point])
    return token.tag in {Tag.TO, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.STOP}


def inverted(sentence: Parsed, index: int) -> bool:
    """Whether the subject follows: "among the imports were cameras"."""
    clause = sentence.clauses[index]
    tokens = sentence.tokens
    first = clause.opener + 1 if clause.role is not Role.MAIN else clause.opener
    if clause.subject is None and existential(sentence, index):
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
    subject = _trimmed(_clean(sentence.tokens, sentence.owned_by(index), words))
    if existential(sentence, index):
        whole = _opened(subject)
        points = [p for p in _cuts(sentence, index, whole, words) if _count(whole[:p]) <= LONGEST]
        return written(whole[: points[-1]] if points else whole)
    place = _clean(sentence.tokens, range(first, clause.verb.first), words, keep=first)
    said = (*subject, sentence.tokens[clause.verb.head], *place)
    return written(said if _count(said) <= LONGEST else _bare(said))


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
    if sentence.tokens[sentence.clauses[index].verb.head].low not in words.reporting | words.claiming:
        return 0
    verb = sentence.clauses[index].verb
    for position, other in enumerate(sentence.clauses):
        if position > index and other.role is Role.TOLD and other.parent == index:
            if other.opener and sentence.tokens[other.opener - 1].tag is Tag.COORDINATOR:
                return 0  # "reiterated its support and that …"
            end = other.verb.end
            if end < len(sentence.tokens) and sentence.tokens[end].tag in NOMINAL | {
                Tag.ADVERB,
                Tag.QUOTE,
                Tag.ING,
            }:
                end += 1
            if sentence.tokens[other.verb.head].tag is Tag.BE and end < len(sentence.tokens):
                end += 1
            return sentence.tokens[min(end, len(sentence.tokens)) - 1].end
        if position > index and other.parent == index:
            break
    return 0 if verb.finite else 0


def _reach(rest: Sequence[Token]) -> int:
    """How far a clause's words may go into its title: up to the first comma that begins an aside."""
    index = 0
    while index < len(rest):
        token = rest[index]
        if token.tag is Tag.STOP:
            return index
        if token.tag is Tag.COMMA and not _list_goes_on(rest, index):
            return index
        index += 1
    return len(rest)


def _list_goes_on(rest: Sequence[Token], comma: int) -> bool:
    """Whether a comma separates the members of a list, or a name from what it names."""
    after = rest[comma + 1 :]
    if not after:
        return False
    if _of_adjectives(rest, comma):
        return True
    if after[0].low in {"up", "down"} and len(after) > 1 and after[1].tag is Tag.NUMBER:
        return True
    if _is_name(after, (0, _until_comma(after))):
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
    """Whether a comma stands between two adjectives: "a small, quiet town"."""
    return (
        comma > 1
        and comma + 1 < len(rest)
        and rest[comma - 1].tag is Tag.NOUN
        and rest[comma - 2].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
        and rest[comma + 1].tag is Tag.NOUN
    )


def _until_comma(tokens: Sequence[Token]) -> int:
    return next((i for i, t in enumerate(tokens) if t.tag in {Tag.COMMA, Tag.END, Tag.STOP}), len(tokens))


def _comma(tokens: Sequence[Token]) -> int:
    return next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA), len(tokens))


def _named_object(rest: Sequence[Token]) -> tuple[Token, ...] | None:
    """An object told by its name alone: "received the head of the office, Ann Lee" as "received Ann Lee"."""
    comma = next((i for i, t in enumerate(rest) if t.tag is Tag.COMMA), None)
    if comma is None:
        return None
    after = rest[comma + 1 :]
    end = _until_comma(after)
    if not end or not _is_name(after, (0, end)):
        return None
    start = nominal_start(rest, comma)
    while start > 1 and rest[start - 1].low == "of":
        start = nominal_start(rest, start - 1)
    if start >= comma or rest[start].tag is not Tag.DETERMINER:
        return None
    return (*rest[:start], *after[:end])


def _without_measure(rest: Sequence[Token]) -> tuple[Token, ...]:
    """ "39,000 euros' worth of cameras" as "cameras"."""
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


# token work


def _clean(
    tokens: Sequence[Token],
    indices: Sequence[int] | Iterator[int] | range,
    words: EventWords,
    *,
    keep: int = -1,
) -> list[Token]:
    """The tokens at `indices` without dates, brackets, asides between dashes and words that only place the telling."""
    chosen = list(indices)
    drop: set[int] = set()
    for index in chosen:
        if tokens[index].tag is Tag.TIME:
            start, end = time_phrase(tokens, index, words)
            if tokens[index].owns:
                start = index
            start = max(start, keep + 1)
            drop.update(range(start, end))
            before = start and tokens[start - 1].tag is Tag.COMMA
            after = end < len(tokens) and tokens[end].tag is Tag.COMMA
            if after and (
                before or end + 1 == len(tokens) or tokens[end + 1].tag in {Tag.TO, Tag.PREPOSITION}
            ):
                drop.add(end)  # the comma that closed the date
            if before and (end == len(tokens) or tokens[end].tag is not Tag.COMMA):
                drop.add(start - 1)
    depth = 0
    dashes = [i for i in chosen if tokens[i].tag is Tag.STOP and tokens[i].low not in {";", ":"}]
    inserted = range(dashes[0], dashes[1] + 1) if len(dashes) > 1 else range(0)
    kept: list[Token] = []
    for index in chosen:
        token = tokens[index]
        depth += token.tag is Tag.OPEN
        if token.low == "moment" and index > 1 and tokens[index - 2].low == "at":
            kept = kept[:-2]  # "at the moment" is a date
            continue
        if (
            depth == 0
            and index not in drop
            and index not in inserted
            and not _droppable(tokens, index, words)
        ):
            kept.append(token)
        depth -= token.tag is Tag.CLOSE and depth > 0
    return _tidy(kept)


def _droppable(tokens: Sequence[Token], index: int, words: EventWords) -> bool:
    token = tokens[index]
    if token.tag is Tag.END and token.text == ".":
        return True
    return token.low in words.droppable and not (
        token.tag is Tag.NAME and index + 1 < len(tokens) and tokens[index + 1].tag is Tag.NAME
    )


def _tidy(tokens: list[Token]) -> list[Token]:
    """No two commas in a row, none where it opens."""
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        beyond = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if token.tag is Tag.COMMA and (kept[-1].tag is Tag.COMMA if kept else beyond not in {"up", "down"}):
            continue
        kept.append(token)
    return kept


def _trimmed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    kept = list(tokens)
    while kept and kept[-1].tag in _DANGLING:
        kept.pop()
    return tuple(kept)


def _first_word(token: Token) -> Token:
    """ "Then-President" as "President"."""
    if token.low.startswith("then-") and len(token.text) > 5:
        return Token(token.start, token.end, token.text[5:], token.low[5:], token.tag)
    return token


def _opened(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the article a headline does not begin with; "The Hague" keeps its own."""
    if len(tokens) > 1 and tokens[0].low in _ARTICLES | {"this", "these"} and tokens[1].low != "hague":
        return tokens[1:]
    return (_first_word(tokens[0]), *tokens[1:]) if tokens else tokens


def _bare(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without articles and without the "that" of telling, as headlines go."""
    return tuple(
        t for t in tokens if not (t.low in _ARTICLES and t.tag is Tag.DETERMINER) and t.tag is not Tag.THAT
    )


def _count(tokens: Sequence[Token]) -> int:
    return sum(t.tag not in _MARKS for t in tokens)


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


def _is_name(tokens: Sequence[Token], part: tuple[int, int]) -> bool:
    inside = tokens[part[0] : part[1]]
    return (
        bool(inside)
        and inside[0].tag is Tag.NAME
        and inside[-1].tag is Tag.NAME
        and all(t.tag in {Tag.NAME, Tag.COORDINATOR} or t.low == "of" for t in inside)
    )


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


def _word(text: str) -> Token:
    return Token(0, 0, text, text.lower(), Tag.NAME)


def modal(clause: Clause) -> bool:
    """Whether the clause tells of what may or will be."""
    return clause.verb.tense in {Tense.FUTURE, Tense.POSSIBLE}
