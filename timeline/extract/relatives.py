"""Relatives: which of the words before it a relative clause is about."""

from collections.abc import Sequence

from timeline.extract.candidate import is_person_noun
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.phrases import nominal_start
from timeline.extract.scene import Scene
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def meant(scene: Scene, index: int) -> tuple[int, int]:
    """The tokens that a relative clause hangs on; not a phrase that the clause names again as something else."""
    sentence, words = scene.sentence, scene.words
    clause = sentence.clauses[index]
    tokens = sentence.tokens
    if clause.antecedent is None:
        return 0, 0
    start, end = _without_age(tokens, clause.antecedent)
    again = {tokens[i].low for i in sentence.owned_by(index) if tokens[i].tag is Tag.NAME}
    for _ in range(3):
        if tokens[end - 1].low not in again:
            break
        before = start - 1
        if before <= 0 or tokens[before].tag not in {Tag.PREPOSITION, Tag.TO}:
            break
        wider = nominal_start(tokens, before)
        if wider >= before:
            break
        start, end = wider, before
    if tokens[clause.opener].low in {"which", "that"} and _is_doer(
        tokens[_noun(tokens, start, end)].low, words
    ):
        start = next((i + 1 for i in range(end - 1, start, -1) if tokens[i].low == "of"), start)
    if tokens[clause.opener].low == "that" and end - start > _BEFORE:
        # "the owner of a mill that burned": what is new is what the clause tells apart
        new = [
            i + 1 for i in range(start, end - 1) if tokens[i].low == "of" and tokens[i + 1].low in {"a", "an"}
        ]
        person = is_person_noun(tokens[_noun(tokens, start, end)].low, words)
        start = new[-1] if new and person else start
    if tokens[clause.opener].low == "who":
        start, end = _in_place(tokens, start, end, words)
        start, end = _of_place(tokens, start, end, words)
        start = _person_from(tokens, start, end, words)
    if tokens[clause.opener].low in {"which", "that"} and _happens(tokens, clause):
        nowhere = any(token.low == "place" for token in tokens[clause.verb.end - 1 : clause.verb.end + 1])
        start = _of_happening(tokens, start, end, words, anywhere=nowhere)
    if clause.role is Role.REDUCED and tokens[clause.verb.head].low in _FOR_A_DAY:
        start = _of_happening(tokens, start, end, words, anywhere=True)
    if (
        clause.role is Role.REDUCED
        and clause.verb.passive
        and tokens[clause.verb.head].low in words.of_papers
    ):
        start = _of_paper(tokens, start, end, words)
    start, end = _of_number(sentence, clause, start, end)
    if tokens[clause.opener].low != "who":
        start = _with_where(tokens, start)
    start = _of_whole(scene, clause, start)
    if tokens[clause.verb.head].tag is not Tag.BE:
        start = with_place(tokens, start)
    return start, end


def with_place(tokens: Sequence[Token], start: int) -> int:
    """Where what lies at a name begins: "the | collapse in Novi Sad that took", "a | school on Broad Street, which she left"."""
    if start < _BEFORE or tokens[start - 1].low not in _PLACES or tokens[start - 2].tag not in NOMINAL:
        return start
    wider = nominal_start(tokens, start - 1) if tokens[start].tag is Tag.NAME else start
    if wider > 1 and [t.tag for t in tokens[wider - 2 : wider]] == [Tag.DETERMINER, Tag.ADVERB]:
        wider -= 2  # "the second bridge"
    return wider if wider < start - 1 and tokens[wider].tag is Tag.DETERMINER else start


def _with_where(tokens: Sequence[Token], start: int) -> int:
    """Where a thing begins that is known by what it stands at: "the | orchard behind the rectory, planted in 1900"."""
    if start < _BEFORE or tokens[start - 1].low not in _WHERE or tokens[start - 2].tag is not Tag.NOUN:
        return start
    wider = nominal_start(tokens, start - 1)
    known = tokens[start].low == "the" and tokens[wider].tag in {Tag.DETERMINER, Tag.NUMBER, Tag.POSSESSIVE}
    return wider if known and wider < start - 1 else start


_WHERE = frozenset(
    {
        "in",
        "at",
        "on",
        "behind",
        "beside",
        "above",
        "below",
        "opposite",
        "outside",
        "near",
        "beyond",
        "under",
        "over",
        "from",
    }
)
_PLACES = frozenset({"in", "at", "on", "across", "over", "near", "under"})


def _is_doer(low: str, words: EventWords) -> bool:
    """Whether a noun is of who does something, so that "which" behind "the | owner of a ferry" is not about him."""
    stem = low[:-2] if low.endswith(("er", "or")) else ""
    return is_person_noun(low, words) or (bool(stem) and (stem in words.base or stem + "e" in words.base))


def _person_from(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> int:
    """Where the person begins whom "who" means: "the conviction of the | former captain of the ferry, who"."""
    if is_person_noun(tokens[_noun(tokens, start, end)].low, words):
        return start
    parts = [i + 1 for i in range(start, end) if tokens[i].low == "of"]
    person = next((i for i in parts if is_person_noun(tokens[_noun(tokens, i, end)].low, words)), start)
    named = bool(parts) and all(token.tag is Tag.NAME for token in tokens[end - _BEFORE : end])
    if person == start and named and tokens[parts[0] - 2].low in _OF_SOMEBODY:
        return parts[-1]  # "the hometown of the former mayor Ann Lee, who"
    return person


# What a person has that cannot be meant by "who".
_OF_SOMEBODY = frozenset(
    [
        "hometown", "home", "house", "birthplace", "death", "birth", "arrest", "murder", "killing", "life", "work", "works", "grave",
        "body", "funeral", "name", "memory", "statue", "portrait", "election", "appointment", "trial", "resignation", "marriage",
    ]
)  # fmt: skip


def relative_before(sentence: Parsed, index: int) -> int | None:
    """The relative clause that a joined one shares its subject with: "who came in May | and opened a mill"."""
    subject = sentence.clauses[index].subject
    at: int | None = index
    while at is not None and sentence.clauses[at].role is Role.JOINED:
        at = sentence.clauses[at].parent
    if at is None or at == index:
        return None
    clause = sentence.clauses[at]
    return at if clause.role is Role.RELATIVE and clause.antecedent == clause.subject == subject else None


def _of_place(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> tuple[int, int]:
    """Who "who" means behind where they are from: "a weaver from Tarn, who", "Ann Bell, a weaver from Tarn, who"."""
    place = start > 1 and all(token.tag is Tag.NAME for token in tokens[start:end])
    place = place and tokens[start - 1].low in {"from", "in", "at", "near"}
    first = nominal_start(tokens, start - 1) if place else start
    name = first - 1
    while name > 0 and tokens[name - 1].tag is Tag.NAME:
        name -= 1
    if tokens[first].low in {"a", "an"} and tokens[first - 1].tag is Tag.COMMA and 0 <= name < first - 1:
        return name, first - 1
    person = first < start and is_person_noun(tokens[_noun(tokens, first, start - 1)].low, words)
    return (first, end) if person else (start, end)


def _in_place(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> tuple[int, int]:
    """Who "who" means behind what is nobody: "the first doctor in the valley who"."""
    thing = tokens[end - 1].tag is Tag.NOUN and not is_person_noun(
        tokens[_noun(tokens, start, end)].low, words
    )
    if thing and start >= _BEFORE and tokens[start - 1].low == "from" and tokens[start - 2].low.endswith("s"):
        return nominal_start(tokens, start - 1), end  # "two inspectors from the ministry, who"
    if not thing or start < _BEFORE or tokens[start - 1].tag is not Tag.PREPOSITION:
        return start, end
    wider = nominal_start(tokens, start - 1)
    person = wider < start - 1 and is_person_noun(tokens[_noun(tokens, wider, start - 1)].low, words)
    return (wider, start - 1) if person else (start, end)


def _happens(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause says of something that it happened, as no place and nobody does: "took place", "began"."""
    head, end = tokens[clause.verb.head].low, clause.verb.end
    place = end < len(tokens) and head in {"took", "taken", "take", "takes"} and tokens[end].low == "place"
    return (
        place
        or head in {"began", "begun", "ended", "lasted"}
        or (head == "held" and clause.verb.passive and not (end < len(tokens) and tokens[end].low == "by"))
    )


# What is done to a happening, and not to those it is for: "a | concert for the victims planned for 3 May".
_FOR_A_DAY = frozenset({"planned", "scheduled", "arranged"})


def _of_happening(tokens: Sequence[Token], start: int, end: int, words: EventWords, *, anywhere: bool) -> int:
    """Where the happening begins behind whose name a clause stands: "the | entry of Tarn into the Union, which began".

    `anywhere` says that no noun could do so, and not only a name: "the | riot in the prison, which took place".
    """
    here = tokens[start:end]
    named = anywhere or here[-1].tag is Tag.NAME
    if start < _BEFORE or tokens[_noun(tokens, start, end)].low in words.happenings or not named:
        return start
    first = start
    for _ in range(_BEFORE):  # "the | attack on the office in Corrin"
        if first < 1 or tokens[first - 1].tag not in {Tag.PREPOSITION, Tag.TO}:
            break
        wider = nominal_start(tokens, first - 1)
        if wider >= first - 1:
            break
        if tokens[_noun(tokens, wider, first - 1)].low in words.happenings:
            return wider
        first = wider
    return start


def _of_paper(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> int:
    """Where the paper begins that is signed, rather than with whom: "an | agreement with the unions signed in May"."""
    head = tokens[end - 1].low
    somebody = head in words.organizations or is_person_noun(head, words) or tokens[end - 1].tag is Tag.NAME
    if (
        not somebody
        or start < _BEFORE
        or tokens[start - 1].low not in {"with", "between", "by", "from", "to"}
    ):
        return start
    wider = nominal_start(tokens, start - 1)
    thing = wider < start - 1 and tokens[start - 2].tag is Tag.NOUN
    return wider if thing and not is_person_noun(tokens[start - 2].low, words) else start


def _without_age(tokens: Sequence[Token], part: tuple[int, int]) -> tuple[int, int]:
    """Whom an age is of: "Joan Brice, 83, who …"."""
    start, end = part
    age = end - start == 1 and tokens[start].tag is Tag.NUMBER and start > _BEFORE
    if not age or tokens[start - 1].tag is not Tag.COMMA:
        return part
    name = nominal_start(tokens, start - 1)
    while name < start - 1 and tokens[name].tag is not Tag.NAME:
        name += 1
    return (name, start - 1) if name < start - 1 else part


def _noun(tokens: Sequence[Token], start: int, end: int) -> int:
    """The noun that a phrase is about: the last before its first "of"."""
    return next((i for i in range(start + 1, end) if tokens[i].low == "of"), end) - 1


def _of_whole(scene: Scene, clause: Clause, start: int) -> int:
    """Where the phrase begins that the sentence opens with, if "which" may mean all of it: "the grant from the trust, which"."""
    tokens = scene.sentence.tokens
    opening = 0 if clause.opener and tokens[clause.opener].low == "which" else start
    while opening < start and tokens[opening].tag is Tag.QUOTE:
        opening += 1
    inside = tokens[opening:start]
    linked = start - 1 > opening and tokens[start - 1].low in {"from", "by", "to", "for", "with", "of"}
    plain = all(t.tag in NOMINAL | {Tag.PREPOSITION, Tag.TO} for t in inside)
    if not linked or not plain or not inside or tokens[clause.opener - 1].tag is not Tag.COMMA:
        return start
    head = next((i for i in range(opening, start) if tokens[i].tag in {Tag.PREPOSITION, Tag.TO}), start) - 1
    thing = tokens[head].tag is Tag.NOUN and not is_person_noun(tokens[head].low, scene.words)
    return opening if thing else start


def _of_number(sentence: Parsed, clause: Clause, start: int, end: int) -> tuple[int, int]:
    """The plural before a preposition where the verb is plural and the nearer noun is not: "six schools near the port, which were"."""
    tokens = sentence.tokens
    if tokens[clause.verb.first].low not in {"were", "are", "have"} or start < _BEFORE:
        return start, end
    if tokens[end - 1].low.endswith("s") or any(t.tag is Tag.COORDINATOR for t in tokens[start:end]):
        return start, end
    if tokens[start - 1].tag is not Tag.PREPOSITION or not tokens[start - 2].low.endswith("s"):
        return start, end
    wider = nominal_start(tokens, start - 1)
    return (wider, end) if wider < start - 1 else (start, end)


_BEFORE = 2  # words there must be before a noun for it to hang on another
