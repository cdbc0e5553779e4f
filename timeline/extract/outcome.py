"""Outcome: a sentence without a date that tells what came of what the one right before tells of a day.

How many it killed or hurt ("The dam failed on 5 May. Nine people died."), how it was answered ("The cabinet resigned on
Thursday. President Lee accepted the resignation."), or how it ended ("… on 4 October. She finished eleventh."). Nothing says
that it was the same day: the date is marked as uncertain. What else opens with its subject behind a dated sentence and tells of a
deed is of its day hardly more often than not: nothing is told of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.extract.by_clause import of_clause
from timeline.extract.carried import happens_newly
from timeline.extract.clauses import Clause, Parsed
from timeline.extract.clauses import Role as ClauseRole
from timeline.extract.names import participants
from timeline.extract.reader import Reader
from timeline.extract.scene import Scene
from timeline.extract.telling import Told
from timeline.extract.tense import Tense
from timeline.extract.words import Tag
from timeline.languages.events import EventWords
from timeline.model.document import Role, Span
from timeline.model.event import Kind, Mention
from timeline.model.expression import Dated, Undated
from timeline.times.when import Date, Grain, Qualifier, extent, qualified

_LONGEST = 240  # characters of a sentence that only goes on
_QUOTED = frozenset('"“”«»?!')
_WORD = re.compile(r"[a-z]+")
_MAIN = frozenset({ClauseRole.MAIN, ClauseRole.JOINED})
# Words for another time, or for no one time.
_APART = re.compile(
    r"\b(?:again|still|never|ever|often|subsequently|soon|meanwhile|gradually|next|finally|now|since|years?|months?|weeks?|days?|recently)\b"
)
_HEDGES = frozenset(
    ["about", "some", "around", "nearly", "almost", "at", "least", "more", "than", "over", "up", "to"]
)
_BEFALLING = frozenset(
    [
        "affected",
        "evacuated",
        "rescued",
        "arrested",
        "detained",
        "stranded",
        "destroyed",
        "flooded",
        "damaged",
    ]
)
_ANSWERS = frozenset(
    [
        "accepted",
        "rejected",
        "refused",
        "declined",
        "approved",
        "vetoed",
        "ratified",
        "confirmed",
        "welcomed",
        "condemned",
    ]
)
_ENDING = frozenset({"finished", "came", "placed"})
_TAKEN_UP = frozenset({"them", "it"})


def with_outcomes(
    reader: Reader, inner: Sequence[Sequence[Dated | Undated]], told: Sequence[Mention]
) -> list[Mention]:
    """What is told of a document, with what came of it; `inner` are the expressions of each passage."""
    by_span: dict[Span, list[Mention]] = {}
    for mention in told:
        by_span.setdefault(mention.citation.span, []).append(mention)
    added = [
        mention
        for number, passage in enumerate(reader.document.passages)
        if passage.role is Role.PROSE and (inner[number] or (number and inner[number - 1]))
        for mention in _outcomes(reader, number, inner, by_span)
    ]
    return sorted([*told, *added], key=lambda one: one.citation.span.start) if added else list(told)


def _outcomes(
    reader: Reader,
    number: int,
    inner: Sequence[Sequence[Dated | Undated]],
    told: Mapping[Span, Sequence[Mention]],
) -> Iterator[Mention]:
    """What sentences of a passage tell of what came of the sentence before.

    A paragraph goes on from the one before if that is a single sentence, as in news.
    """
    passages, text = reader.document.passages, reader.document.text
    whole = passages[number].span
    if not _has_verb(text[whole.start : whole.end].lower(), reader.words):
        return
    spans = reader.split(number, inner[number])
    above: list[Span] = []
    if number and passages[number - 1].role is Role.PROSE and inner[number - 1]:
        above = reader.split(number - 1, inner[number - 1])
    places = [(number - 1, above, 0, 0)] if len(above) == 1 and spans else []
    places += [(number, spans, index - 1, index) for index in range(1, len(spans))]
    for where, those, one, two in places:
        span, mine = those[one], spans[two]
        inside = any(mine.holds(t.span) for t in inner[number])
        if (
            inside
            or span not in told
            or mine in told
            or not _may_go_on(text[mine.start : mine.end], reader.words)
        ):
            continue
        first = reader.scene(where, those, one, [t for t in inner[where] if span.holds(t.span)])
        dated = _settled(first, told[span])
        if dated is not None:
            second = reader.scene(number, spans, two, ())
            yield from (reader.mention(mine, it) for it in _continued(second, first.sentence, dated))


def _settled(scene: Scene, told: Sequence[Mention]) -> Dated | None:
    """The one time of which a sentence tells what happened, in its last main clause; None if that is not plain."""
    sentence = scene.sentence
    last = max((i for i, c in enumerate(sentence.clauses) if c.role in _MAIN), default=None)
    if last is None or sentence.clauses[last].verb.tense is not Tense.PAST:
        return None
    mine = {scene.dated(at) for at in range(len(sentence.tokens)) if sentence.owner[at] == last} - {None}
    main = [one for one in told if one.dated in mine]
    quoted = any(token.tag is Tag.QUOTE for token in sentence.tokens)
    if quoted or not main or any(one.kind is not Kind.EVENT for one in main):
        return None
    dated = main[0].dated
    plain = isinstance(dated.when, Date) and dated.when.qualifier is Qualifier.NONE and dated.range is None
    return dated if plain and len({extent(one.when) for one in main}) == 1 else None


def _may_go_on(text: str, words: EventWords) -> bool:
    """Whether a sentence is worth reading for it: short, with such a verb, without words for a time and quotation marks."""
    low = text.lower()
    if len(text) > _LONGEST or not _QUOTED.isdisjoint(text) or _APART.search(low):
        return False
    return words.other_times.isdisjoint(_WORD.findall(low)) and _has_verb(low, words)


def _has_verb(low: str, words: EventWords) -> bool:
    """Whether one of the verbs of what comes of something is among words."""
    return not (words.toll | _BEFALLING | _ANSWERS | _ENDING).isdisjoint(_WORD.findall(low))


def _continued(scene: Scene, before: Parsed, dated: Dated) -> Iterator[Told]:
    """What a sentence tells of what came of the sentence before, about when that was."""
    clauses = scene.sentence.clauses
    grain = dated.when.grain if isinstance(dated.when, Date) else Grain.MILLENNIUM
    if not clauses or clauses[0].role is not ClauseRole.MAIN or not _opens(scene, clauses[0]):
        return
    counted = grain <= Grain.MONTH and _counts(scene, clauses[0])
    answered = grain <= Grain.DAY and _answers(scene, clauses[0], before)
    if not (counted or answered or (grain <= Grain.YEAR and _ends(scene, clauses[0]))):
        return
    step = "carried over from the sentence before, which this goes on from"
    when = qualified(dated.when, Qualifier.UNCERTAIN)
    other = replace(dated, when=when, steps=(*dated.steps, step))
    for title, kind, _, _ in of_clause(scene, 0, None, other):
        if len(title.split()) > 1 and kind in {Kind.EVENT, Kind.STATISTIC}:
            names = participants(scene.text, scene.sentence.tokens, scene.words)
            yield Told(title, kind, when, other, names, 0.4)


def _opens(scene: Scene, clause: Clause) -> bool:
    """Whether a sentence opens with its subject and says in the simple past what was done."""
    opens = clause.subject is not None and clause.subject[0] == 0
    had = any(token.low == "had" or token.tag is Tag.MODAL for token in scene.sentence.tokens)
    return opens and clause.verb.tense is Tense.PAST and not had and happens_newly(scene, 0)


def _counts(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says how many people or things something befell: "Nine people died", "About 900 homes were flooded"."""
    tokens = scene.sentence.tokens
    start, end = clause.subject or (0, 0)
    while start < end and tokens[start].low in _HEDGES and tokens[start + 1].tag is not Tag.NOUN:
        start += 1
    inside = tokens[start:end]
    plain = bool(inside) and inside[0].tag is Tag.NUMBER
    plain = plain and not any(t.low in {"of", "percent", "per"} or t.tag is Tag.COMMA for t in inside)
    return plain and tokens[clause.verb.head].low in scene.words.toll | _BEFALLING


def _answers(scene: Scene, clause: Clause, before: Parsed) -> bool:
    """Whether a clause says who accepted or refused what was done: "President Lee accepted the resignation"."""
    tokens, end = scene.sentence.tokens, clause.verb.end
    if tokens[clause.verb.head].low not in _ANSWERS or clause.verb.passive or end >= len(tokens):
        return False
    if tokens[end].low in _TAKEN_UP:
        return True
    stems = {t.low[:_STEM] for t in before.tokens if len(t.low) >= _STEM}
    points = tokens[end].low in {"the", "this", "their", "his", "her", "its"}
    return points and any(t.tag is Tag.NOUN and t.low[:_STEM] in stems for t in tokens[end + 1 : end + 2])


_STEM = 5  # letters that a noun and its verb have in common: "resigned", "resignation"


def _ends(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says how somebody fared in a contest: "She finished second"."""
    tokens, end = scene.sentence.tokens, clause.verb.end
    after = tokens[end].low if end < len(tokens) else ""
    return tokens[clause.verb.head].low in _ENDING and after in _PLACES


_PLACES = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "last",
    ]
)
