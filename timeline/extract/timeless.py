"""Timeless: clauses that tell of no happening, whatever date stands in them.

What is always so, and what something is called or thought to be; how far back something goes; when a story plays; and
what the words after an insertion gainsay or end.
"""

from timeline.extract.clauses import Clause, Role
from timeline.extract.dating import is_open_ended
from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.extract.words import Tag
from timeline.model.expression import Dated
from timeline.times.when import Date, Grain, When

# Participles that with "is" say what something is, where it is, or what is thought of it: no deed.
# fmt: off
_STATIVE = frozenset([
    "based", "called", "known", "named", "termed", "nicknamed", "cited", "seen", "viewed", "regarded", "considered", "thought",
    "believed", "credited", "located", "situated", "composed", "classified", "characterized", "characterised",
    "recognized", "recognised", "remembered", "celebrated", "commemorated", "observed", "attested", "spelled", "spelt",
    "pronounced", "written", "used", "found", "described", "defined", "associated", "related", "encompassed", "reflected",
])
_STORIES = frozenset([
    "film", "films", "movie", "novel", "novels", "story", "stories", "play", "plays", "series", "opera", "book", "books", "drama",
    "comedy", "musical", "episode", "game", "action", "plot", "tale", "scene", "sequel", "prequel", "miniseries", "novella",
])
# fmt: on
# of a note to figures: "All figures relate to 31 December"
_APPLYING = frozenset(
    [
        "relate",
        "relates",
        "refer",
        "refers",
        "apply",
        "applies",
        "correspond",
        "corresponds",
        "pertain",
        "pertains",
    ]
)
_BACK = frozenset({"from", "to", "back", "at"})
_HEDGES = frozenset(
    {"from", "to", "back", "at", "least", "the", "about", "around", "as", "far", "in", "circa"}
)
_GOING = frozenset({"go", "goes", "went", "stretch", "stretches", "reach", "reaches"})
_DATING = frozenset({"date", "dates", "dated", "dating"})
_BARE = frozenset({"it", "they", "this", "these", "that", "those", "he", "she", "we", "there"})


def is_timeless(scene: Scene, index: int, at: int | None, when: When, dated: Dated) -> bool:
    """Whether a clause tells of no happening with the date at a token (None: elsewhere)."""
    clause = scene.sentence.clauses[index]
    return (
        (at is not None and _how_old(scene, at))
        or _goes_back(scene, clause)
        or _plays(scene, clause)
        or scene.sentence.tokens[clause.verb.head].low in _APPLYING
        or _broken_off(scene, clause)
        or _merely_is(scene, index)
        or (at is not None and _lacks_object(scene, clause, at))
        or (not _lasts(scene, at, dated) and _is_always_so(scene, clause, at, when, dated))
    )


def is_hollow(scene: Scene, index: int, title: str) -> bool:
    """Whether a title has lost what "it" stands for: "it became clear" of "it became clear that the mill made no profit"."""
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    it = clause.subject is not None and tokens[clause.subject[0]].low == "it" and title.startswith("It ")
    that = any(token.tag is Tag.THAT for token in tokens[clause.verb.end :])
    return it and that and len(title.split()) <= _FEW


_FEW = 3  # words of "it became clear"


def _lasts(scene: Scene, at: int | None, dated: Dated) -> bool:
    """Whether a state is said to have begun at a date, or to be so as of it: "since May it is closed"."""
    before = scene.sentence.tokens[at - 1].low if at else ""
    return is_open_ended(dated) or before in {"since", "until", "till", "from", "of"}


def _is_always_so(scene: Scene, clause: Clause, at: int | None, when: When, dated: Dated) -> bool:
    """Whether it is in the general present: "plumage is brown in summer", "the economy is based on trade".

    A chronicle tells its days in the present ("the bridge is open", "contact is lost"), but with the day, and a
    date that heads its line.
    """
    tokens, verb = scene.sentence.tokens, clause.verb
    if at is None or verb.tense is not Tense.PRESENT or tokens[verb.first].low not in {"is", "are"}:
        return False
    if verb.passive:  # but "is known to have left in May"
        infinitive = verb.end < len(tokens) and tokens[verb.end].tag is Tag.TO
        return tokens[verb.head].low in _STATIVE and not infinitive
    bare = tokens[verb.head].tag is Tag.BE
    follows = tokens[verb.end].low if verb.end < len(tokens) else ""
    ahead = follows in scene.words.planning or (verb.end == at - 1 and clause.role is Role.MAIN)
    coarse = isinstance(when, Date) and when.grain in {Grain.YEAR, Grain.DECADE, Grain.CENTURY}
    season = isinstance(when, Date) and when.grain is Grain.SEASON
    season = season and not any(letter.isdigit() for letter in dated.expression.text)  # any summer
    return bare and not ahead and at > verb.first and (coarse or season)


def _goes_back(scene: Scene, clause: Clause) -> bool:
    """Whether it only says how old something is: "dates from", "is dated to", "can be traced back to", "goes back to"."""
    tokens, verb = scene.sentence.tokens, clause.verb
    end = verb.end
    while end < len(tokens) and tokens[end].tag is Tag.ADVERB and tokens[end].low != "back":
        end += 1
    low, follows = tokens[verb.head].low, tokens[end].low if end < len(tokens) else ""
    back = "back" in (tokens[verb.end - 1].low, follows)
    if low in _DATING:
        return (back or follows in _BACK) and (low != "dated" or _old(scene, end))
    if low in {"traced", "trace", "traces"}:
        return (back or follows == "to") and _old(scene, end)
    to = any(token.low in {"to", "as"} for token in tokens[end : end + 2])
    return low in _GOING and back and to and _old(scene, end)


def _old(scene: Scene, end: int) -> bool:
    """Whether a date follows "back to", or "back to at least": nobody goes to it."""
    tokens = scene.sentence.tokens
    after = next((token for token in tokens[end:] if token.low not in _HEDGES), None)
    return after is not None and after.tag is Tag.TIME


def _how_old(scene: Scene, at: int) -> bool:
    """Whether a date only says how old a thing is: "a bowl dating from", "dated to about"."""
    tokens = scene.sentence.tokens
    before = [token for token in tokens[max(at - 6, 0) : at] if token.low not in _HEDGES]
    linked = at > 0 and tokens[at - 1].low in _HEDGES
    return linked and bool(before) and before[-1].low in {"dating", "dates"}


def _plays(scene: Scene, clause: Clause) -> bool:
    """Whether it says when a story plays: "the film is set in 1944"."""
    tokens, verb = scene.sentence.tokens, clause.verb
    if tokens[verb.head].low != "set" or not verb.passive or clause.subject is None:
        return False
    follows = tokens[verb.end].low if verb.end < len(tokens) else ""
    start, end = clause.subject
    head = next((i for i in range(start + 1, end) if tokens[i].low == "of"), end) - 1
    story = tokens[head].low in _STORIES
    return story and follows in {"in", "during", "against", "between", "before", "after", "around"}


def _broken_off(scene: Scene, clause: Clause) -> bool:
    """Whether what was not so stands behind an insertion: "it was not, except for a reading in May, staged"."""
    tokens, verb = scene.sentence.tokens, clause.verb
    be = tokens[verb.head].tag is Tag.BE and verb.negated
    return be and verb.end < len(tokens) and tokens[verb.end].tag is Tag.COMMA


def _merely_is(scene: Scene, index: int) -> bool:
    """Whether a pronoun alone is, was, exists or must exist: nothing is told of anything."""
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    if clause.subject is None or clause.subject[1] - clause.subject[0] > 1:
        return False
    head = tokens[clause.verb.head]
    exists = head.low in {"exist", "exists", "existed"}
    be = head.tag is Tag.BE and not clause.verb.passive
    said = [i for i in scene.sentence.owned_by(index) if tokens[i].tag in {Tag.NOUN, Tag.NAME, Tag.ING}]
    bare = tokens[clause.subject[0]].low in _BARE
    return bare and ((exists and not said) or (be and not said and not _who(scene, clause)))


def _who(scene: Scene, clause: Clause) -> bool:
    """Whether somebody is said to be somehow, by a word no list has: "she was ill"."""
    tokens, end = scene.sentence.tokens, clause.verb.end
    return end < len(tokens) and tokens[end].tag not in {
        Tag.NUMBER, Tag.TIME, Tag.PREPOSITION, Tag.COMMA, Tag.END, Tag.STOP, Tag.ADVERB, Tag.CLOSE,
    }  # fmt: skip


def _lacks_object(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether what a verb governs stands before its subject, and is another verb's: "the mill he built in 1990 burned"."""
    tokens, start = scene.sentence.tokens, clause.subject[0] if clause.subject else 0
    if (
        not start
        or tokens[start].low not in scene.words.subject_pronouns
        or tokens[start - 1].tag is not Tag.NOUN
    ):
        return False
    follows = tokens[at + 1].tag if at + 1 < len(tokens) else None
    between = {token.tag for token in tokens[clause.verb.end : at]}
    return not clause.verb.passive and between <= {Tag.PREPOSITION} and follows is Tag.PAST_OR_PARTICIPLE
