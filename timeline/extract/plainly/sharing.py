"""Sharing: clauses without a date of their own that tell of what happened at the date of the clause they are joined to.

"Sie starb 1961 und wurde in Jena beigesetzt"; "En 1899, quand la ville rasa le quartier, elle le photographia"; "Als die
Stadt 1998 das Theater schloss, gingen 2.000 Bürger auf die Straße".
"""

from collections.abc import Iterator

from timeline.extract.plainly.roles import Clause, Role
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.subjects import is_verbal, lacks_subject
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.wording import told_tokens
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag
from timeline.languages.telling import TellingWords
from timeline.model.expression import Dated
from timeline.times.when import Date, Grain, Interval, Limit

_JOINED = frozenset({Role.JOINED, Role.ELLIPTIC})
_FEWEST = 2  # words of a clause that tells something


def sharing(scene: PlainScene, index: int, at: int) -> Iterator[int]:
    """The clauses that share the date at a token with the clause it is told of, in order."""
    dated = scene.dated(at)
    if dated is None or not _is_one(dated) or sum(map(scene.is_time, scene.clauses[index].tokens)) > 1:
        return
    group = {index}
    grown = True
    while grown:
        grown = False
        for other in range(len(scene.clauses)):
            if other not in group and _joins(scene, other, group, at) and happens(scene, other, index):
                group.add(other)
                grown = True
    yield from sorted(group - {index})


def ending(scene: PlainScene, index: int, at: int) -> int | None:
    """The clause right behind a date up to which, or from which, something was so, that says what happened then.

    "Das Haus stand bis 1944, als Bomben es trafen"; "fue maestra hasta 1913, cuando una beca la llevó a Berlín".
    """
    dated = scene.dated(at)
    if dated is None or _is_one(dated):
        return None
    _, end = scene.time_phrase(at)
    while end < len(scene.tokens) and scene.tokens[end].tag is Tag.COMMA:
        end += 1
    for other, clause in enumerate(scene.clauses):
        opens = clause.role is Role.ADVERBIAL and clause.tokens[0] == end and _at_once(scene, clause)
        if opens and not any(map(scene.is_time, clause.tokens)) and happens(scene, other, index):
            return other
    return None


def _is_one(dated: Dated) -> bool:
    """Whether a date is said as one, no bound and no span between two: what is done in a span is done once in it."""
    when = dated.range.when if dated.range else dated.when
    return dated.range is None and not (isinstance(when, Interval) and Limit.OPEN in (when.start, when.end))


def _joins(scene: PlainScene, other: int, group: set[int], at: int) -> bool:
    """Whether a clause hangs on those that have the date so that it has it, too."""
    clause = scene.clauses[other]
    if any(scene.is_time(i) for i in clause.tokens) or _parted(scene, other, at):
        return False
    before = scene.clauses[other - 1] if other else None
    if clause.role in _JOINED:
        told = before is not None and before.role in {Role.TOLD, Role.CONDITIONAL} and other - 1 not in group
        return (
            clause.parent in group and not told and not _quotes(scene, clause) and _in_scope(scene, other, at)
        )
    if clause.role is Role.RELATIVE:
        anew = scene.tokens[clause.tokens[0]].low in scene.words.relatives  # "et dont elle eut deux fils"
        return other - 1 in group and not anew and _again(clause, before)
    if clause.role is Role.ADVERBIAL:
        return clause.parent in group and _at_once(scene, clause)
    hangs = (scene.clauses[i] for i in group if scene.clauses[i].parent == other)
    return clause.role is Role.MAIN and any(c.role is Role.ADVERBIAL and _at_once(scene, c) for c in hangs)


def _in_scope(scene: PlainScene, other: int, at: int) -> bool:
    """Whether a date reaches a joined clause: it opens its own; or else it is not its last word, or a whole year's.

    "Am 3. Mai starb er, und der Rat trat ab"; "starb am 3. Mai in Jena und wurde dort beigesetzt"; not "heirateten am 3. Mai
    und zogen nach Jena", nor "starb am 3. Mai in Jena, und Anna folgte ihm".
    """
    words = scene.words
    link = scene.tokens[scene.clauses[other].tokens[0] - 1].low
    if link in words.but:
        return False
    mine = next((c for c in scene.clauses if at in c.tokens), scene.clauses[other])
    start, end = scene.time_phrase(at)
    opens = not any(is_word(scene.tokens[i]) for i in mine.tokens[mine.opener :] if i < start)
    if opens:
        return True
    dated = scene.dated(at)
    long = dated is not None and not (isinstance(dated.when, Date) and dated.when.grain < Grain.YEAR)
    own = told_tokens(scene, scene.clauses[other])
    acted_on = any(token.low in words.object_clitics for token in own[:3])  # "y las ganó Ana"
    verb_first = words.null_subject and bool(own) and is_verbal(own, 0, words) and not acted_on
    if not verb_first and not lacks_subject(scene, other):
        return long and link in words.coordinators
    return long or any(is_word(scene.tokens[i]) for i in mine.tokens if i >= end)


def _again(clause: Clause, before: Clause | None) -> bool:
    """Whether a clause goes on with the noun of the one before it: "der 1847 eine Bahn pachtete und dort spann"."""
    return before is not None and before.role is Role.RELATIVE and clause.antecedent == before.antecedent


def _at_once(scene: PlainScene, clause: Clause) -> bool:
    """Whether a clause is opened by a word that says "when"."""
    first = next((scene.tokens[i].low for i in clause.tokens if is_word(scene.tokens[i])), "")
    return first in scene.words.at_once


def _quotes(scene: PlainScene, clause: Clause) -> bool:
    """Whether a clause says whose words stand before it: "„…“, sagte Kern"."""
    before = next((t for t in reversed(scene.tokens[: clause.tokens[0]]) if t.tag is not Tag.COMMA), None)
    return before is not None and before.tag is Tag.QUOTE


def _parted(scene: PlainScene, other: int, at: int) -> bool:
    """Whether another date stands between a date and a clause."""
    own = scene.clauses[other].tokens
    between = range(at + 1, own[0]) if own[0] > at else range(own[-1] + 1, at)
    return any(scene.is_time(i) for i in between)


def happens(scene: PlainScene, other: int, index: int) -> bool:
    """Whether a clause tells that something happened: no state, no lack, no toll, nothing of another time or tense."""
    words, tokens = scene.words, scene.tokens
    own = scene.clauses[other].tokens
    said = [tokens[i].low for i in own if is_word(tokens[i])]
    if len(said) < _FEWEST or _lacks(said, scene) or _is_toll(scene, own):
        return False
    if any("_".join(said[n : n + size]) in words.elsewhen for size in (1, 2) for n in range(len(said))):
        return False
    elliptic = scene.clauses[other].role is Role.ELLIPTIC
    done = elliptic or any(
        is_participle(tokens, i, words) and tokens[i].low not in words.abiding for i in own
    )
    verbs = [tokens[i].low for i in own if finite_at(tokens, i, words)]
    if any(_abides(low, words) for low in verbs) or (
        not done and all(_is_state(low, words) for low in verbs)
    ):
        return False
    return done or any(is_past(low, scene) for low in verbs) or not _is_told_as_past(scene, index)


def _abides(low: str, words: TellingWords) -> bool:
    """Whether a verb that is no auxiliary says that something stayed or went on: "blieb erhalten"."""
    return low in words.abiding and not any(
        low in group for group in (words.having, words.being, words.copulas)
    )


def _is_state(low: str, words: TellingWords) -> bool:
    """Whether a verb says how things were."""
    groups = words.copulas, words.being, words.having, words.lasting, words.abiding, words.existing
    return any(low in group for group in groups)


def _lacks(said: list[str], scene: PlainScene) -> bool:
    return any(low in scene.words.negations or low in scene.words.nobody for low in said)


def _is_toll(scene: PlainScene, own: tuple[int, ...]) -> bool:
    """Whether a clause only counts whom it cost: "zwei Arbeiter wurden verletzt"."""
    if not any(scene.tokens[i].low in scene.words.toll for i in own):
        return False
    words = scene.words
    counted = (words.cardinals, words.small_cardinals, words.indefinites)
    return any(
        scene.tokens[i].tag is Tag.NUMBER or any(scene.tokens[i].low in group for group in counted)
        for i in own
    )


def is_past(low: str, scene: PlainScene) -> bool:
    """Whether a verb's form is a past one, or may be."""
    words = scene.words
    return low in words.past if words.past else low not in words.now


def _is_told_as_past(scene: PlainScene, index: int) -> bool:
    words, own = scene.words, scene.clauses[index].tokens
    done = any(is_participle(scene.tokens, i, words) for i in own)
    return done or any(is_past(scene.tokens[i].low, scene) for i in own if finite_at(scene.tokens, i, words))
