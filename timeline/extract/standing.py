"""Standing: where a date stands in its sentence, and so what it can date."""

import itertools
from collections.abc import Sequence

from timeline.extract.clauses import Clause, Role
from timeline.extract.kinds import lies_ahead
from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.extract.time_phrase import is_attributive, time_phrase
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.model.expression import Dated
from timeline.times.reading import Hung
from timeline.times.when import extent

_TAKES_UP = frozenset({"spent", "spend", "spends", "lasted", "took", "saw", "ended"})


def in_dateline(scene: Scene, at: int) -> bool:
    """Whether the sentence opens with a place and this date before a dash: "Lisbon, 14 June 2019 -"."""
    tokens = scene.sentence.tokens
    before = tokens[:at]
    after = at + 1
    if after < len(tokens) and tokens[after].tag is Tag.OPEN:  # "(Reuters) -"
        after = next((i + 1 for i in range(after, len(tokens)) if tokens[i].tag is Tag.CLOSE), after)
    return (
        bool(before)
        and after < len(tokens)
        and tokens[after].tag is Tag.STOP
        and all(t.tag in {Tag.NAME, Tag.COMMA, Tag.OPEN} for t in before)
    )


def is_label(scene: Scene, at: int) -> bool:
    """Whether the date heads its line: "1921: …", "4 May – …"."""
    tokens = scene.sentence.tokens
    return at + 2 < len(tokens) and tokens[at + 1].tag is Tag.STOP and _only_links(scene, at)


def beside(scene: Scene, at: int) -> tuple[int, int] | None:
    """The rest of a line that a date opens or closes, as tokens; None if it stands inside."""
    tokens = scene.sentence.tokens
    end = len(tokens)
    while end and tokens[end - 1].tag in {Tag.END, Tag.CLOSE}:
        end -= 1
    if _only_links(scene, at) and at + 1 < end:
        return at + 1, end
    start, _ = time_phrase(tokens, at, scene.words)
    plain = {Tag.TIME, Tag.COMMA, Tag.PREPOSITION}
    if any(t.tag not in plain for t in tokens[at + 1 : end]) and not _is_noted(tokens, start, at, end):
        return None
    while start and tokens[start - 1].tag in {Tag.COMMA, Tag.OPEN, Tag.STOP}:
        start -= 1
    return (0, start) if start else None


def _is_noted(tokens: Sequence[Token], start: int, at: int, end: int) -> bool:
    """Whether a colon leads to the date, and only where it is follows: "Next meeting: Thursday 9 May, same place"."""
    after = next((i for i in range(at + 1, end) if tokens[i].tag is not Tag.TIME), end)
    if start == 0 or tokens[start - 1].text != ":" or tokens[after].low not in {",", "at", "in", "on"}:
        return False
    return not any(token.tag in {Tag.NUMBER, Tag.TIME, Tag.STOP} for token in tokens[after:end])


def _only_links(scene: Scene, at: int) -> bool:
    return all(
        t.tag in {Tag.PREPOSITION, Tag.DETERMINER, Tag.OPEN, Tag.STOP} for t in scene.sentence.tokens[:at]
    )


def is_apart(scene: Scene, index: int, at: int) -> bool:
    """Whether the date stands apart from its clause: after a semicolon, "according to …", ", with … arriving"."""
    tokens = scene.sentence.tokens
    verb = scene.sentence.clauses[index].verb
    between = tokens[verb.end : at]
    if any(t.low in {";", "according"} for t in between) or any(
        t.low == ";" for t in tokens[at : verb.first]
    ):
        return True
    return any(a.tag is Tag.COMMA and b.low == "with" for a, b in itertools.pairwise(between))


def only_counts(scene: Scene, at: int) -> bool:
    """Whether a length of time only says how far the date right before it was from something: "on 3 May, a week before the vote"."""
    dated, before = scene.dated(at), at - 1
    while before >= 0 and scene.sentence.tokens[before].tag in {Tag.COMMA, Tag.ADVERB, Tag.STOP, Tag.OPEN}:
        before -= 1
    other = scene.dated(before) if before >= 0 else None
    return (
        dated is not None
        and other is not None
        and before < at - 1
        and isinstance(dated.expression.reading, Hung)
        and extent(dated.when) == extent(other.when)
    )


def is_taken_up(scene: Scene, index: int, at: int) -> bool:
    """Whether the date is what a verb takes up, not when it happens: "spent the summer"."""
    verb = scene.sentence.clauses[index].verb
    head = scene.sentence.tokens[verb.head].low
    if at == verb.end and scene.sentence.tokens[verb.head].tag is Tag.BE:
        return True  # "his great years were the early thirties"
    if at == verb.end and head in {"has", "have", "had", "uses", "used", "takes", "covers", "covered"}:
        return True  # "the index has 2015 as its base"
    if (
        at + 1 == verb.first
        and head in {"saw", "brought", "marked", "witnessed"}
        and _is_subject(scene, index, at)
    ):
        return True  # "the next day saw the surrender"
    return at == verb.end and head in _TAKES_UP and not (verb.finite and head == "ended")


def _is_subject(scene: Scene, index: int, at: int) -> bool:
    """Whether a clause has nothing else for its subject than a date: not "a fair on 3 May | brought in £90"."""
    clause, tokens = scene.sentence.clauses[index], scene.sentence.tokens
    if clause.subject is None or clause.role is Role.JOINED:
        return clause.subject is None or tokens[at - 1].tag is not Tag.PREPOSITION
    things = {Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.NUMBER}
    return not any(token.tag in things for token in tokens[clause.subject[0] : at])


def is_aside(scene: Scene, index: int, at: int) -> bool:
    """Whether the date only describes what something is said to be: "rumours in the press last week are false"."""
    clause, tokens = scene.sentence.clauses[index], scene.sentence.tokens
    verb = clause.verb
    still = verb.tense is Tense.PRESENT and not verb.passive and tokens[verb.head].tag is Tag.BE
    return still and clause.subject is not None and clause.subject[0] < at < clause.subject[1]


def is_inserted(scene: Scene, index: int, at: int) -> bool:
    """Whether the date stands between commas before the verb: "the fort, under siege since April, fell"."""
    clause, tokens = scene.sentence.clauses[index], scene.sentence.tokens
    if clause.subject is None or not clause.subject[0] < at < clause.verb.first:
        return False
    before = [i for i in range(clause.subject[0], at) if tokens[i].tag is Tag.COMMA]
    return bool(before) and any(t.tag is Tag.COMMA for t in tokens[at + 1 : clause.verb.first])


def is_context(scene: Scene, at: int) -> bool:
    """Whether a finer date in the same clause says it better: "In 2014 … on 5 May 2014"."""
    dated = scene.dated(at)
    if dated is None:
        return False
    mine, apart = extent(dated.when), not is_attributive(scene.sentence.tokens, at)
    for other, token in enumerate(scene.sentence.tokens):
        finer = scene.dated(other)
        if other == at or finer is None or (apart and is_attributive(scene.sentence.tokens, other)):
            continue  # "in the New Year honours of 1946"
        if scene.sentence.owner[other] != scene.sentence.owner[at]:
            continue
        theirs = extent(finer.when)
        if mine.start is None or mine.end is None or theirs.start is None or theirs.end is None:
            continue
        if theirs != mine and mine.start <= theirs.start and theirs.end <= mine.end and token.time >= 0:
            return True
    return False


_UNITS = frozenset(
    {"day", "night", "morning", "evening", "afternoon", "week", "month", "year", "summer", "winter"}
)


def opens_clause(scene: Scene, at: int) -> int | None:
    """The clause that a "when" right after the date opens: "2019, when the value was …"."""
    tokens = scene.sentence.tokens
    after = at + 1
    if after < len(tokens) and tokens[after].tag is Tag.COMMA:
        after += 1
    if after + 1 < len(tokens) and tokens[after].low == "the" and tokens[after + 1].low in _UNITS:
        day = (after, after + 2)  # "on 3 May, the day on which …"
        return next((i for i, c in enumerate(scene.sentence.clauses) if c.antecedent == day), None)
    if after >= len(tokens) or tokens[after].low != "when":
        return None
    return next((i for i, c in enumerate(scene.sentence.clauses) if c.opener == after), None)


def attributes(scene: Scene, index: int) -> bool:
    """Whether a clause only says who told what came before it: "…, the ministry said on Monday"."""
    sentence = scene.sentence
    clause = sentence.clauses[index]
    if index == 0 or sentence.tokens[clause.verb.head].low not in scene.words.reporting:
        return False
    if clause.opener > sentence.clauses[index - 1].verb.end and clause.parent is not None:
        return False
    start = clause.subject[0] if clause.subject else clause.verb.first
    if clause.role is Role.TOLD and sentence.tokens[clause.opener].tag is Tag.THAT:
        return False  # "reported that the board had decided on Monday to close" tells what was decided
    if clause.verb.passive or sentence.tokens[start - 1].tag is Tag.COORDINATOR:
        return False  # "…, and peace was concluded in May" tells of its own
    owned = list(sentence.owned_by(index, told=True))
    rest = [sentence.tokens[i].tag for i in owned]
    if any(a is Tag.TO and b in {Tag.BASE, Tag.NOUN} for a, b in itertools.pairwise(rest[:6])):
        return False  # "had decided on Monday to leave"
    return not any(tag in NOMINAL | {Tag.THAT, Tag.QUOTE} for tag in rest[:4])


_DESCRIBING = frozenset(
    [
        "led",
        "called",
        "named",
        "known",
        "headed",
        "commanded",
        "owned",
        "based",
        "located",
        "chaired",
        "nicknamed",
    ]
)


def dated_clause(scene: Scene, index: int, dated: Dated | None = None) -> int:
    """The clause that a date in this one tells of: one that only describes leaves it to its own ("rebels led by Kruk").

    So does one of those for whom something will be done on a day to come: "will meet those who wish it on 3 May".
    """
    clause = scene.sentence.clauses[index]
    if dated is not None and clause.parent is not None and _leaves_it(scene, clause, clause.parent, dated):
        return clause.parent
    describes = clause.verb.first > 0 and scene.sentence.tokens[clause.verb.head].low in _DESCRIBING
    if clause.role is Role.REDUCED and clause.verb.passive and describes and clause.parent is not None:
        return clause.parent
    if clause.parent is not None and _is_asked(scene, clause):
        return clause.parent
    return index


def _leaves_it(scene: Scene, clause: Clause, parent: int, dated: Dated) -> bool:
    """Whether a relative clause cannot be of a day to come, or only says who wishes it, and what it hangs on is to be then."""
    if clause.role is not Role.RELATIVE or clause.subject != clause.antecedent or dated.range is not None:
        return False
    if scene.sentence.clauses[parent].verb.tense is not Tense.FUTURE:
        return False
    wishes = scene.sentence.tokens[clause.verb.head].low in scene.words.stative | _WISHING
    now = clause.verb.tense is Tense.PRESENT and wishes
    was = clause.verb.tense is Tense.PAST and lies_ahead(dated.when, scene.written)
    return now or was


_WISHING = frozenset({"wish", "wishes", "work", "works", "qualify", "attend", "apply", "care", "cares"})


def _is_asked(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what somebody learned, and nothing of its own behind its verb: "learned where he was in June"."""
    tokens, parent = scene.sentence.tokens, clause.parent
    if parent is None or tokens[clause.opener].low not in {"where", "who", "what", "how", "why"}:
        return False
    links = {Tag.ADVERB, Tag.PREPOSITION, Tag.TIME, Tag.END, Tag.COMMA}
    bare = all(token.tag in links for token in tokens[clause.verb.end :])
    return bare and scene.sentence.clauses[parent].verb.end == clause.opener


def cleft(scene: Scene, index: int, at: int | None) -> int | None:
    """The clause that tells what happened where "it was in 1902 that …" only points at its date; None elsewhere."""
    sentence = scene.sentence
    clause, tokens = sentence.clauses[index], sentence.tokens
    if at is None or clause.subject is None or tokens[clause.subject[0]].low != "it":
        return None
    if tokens[clause.verb.first].tag is not Tag.BE or index + 1 >= len(sentence.clauses):
        return None
    child = sentence.clauses[index + 1].opener
    return index + 1 if child == at + 1 and tokens[child].tag is Tag.THAT else None


def ends_a_lack(scene: Scene, index: int, at: int) -> bool:
    """Whether the date ends what was not: "did not arrive until 11 June", which is when they came."""
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    return clause.verb.negated and at > clause.verb.end and tokens[at - 1].low in {"until", "till"}
