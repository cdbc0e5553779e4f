"""Subjects: the words that say who did it, where the clause itself only points."""

from timeline.extract import headline
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.names import name_runs
from timeline.extract.phrases import nominal_start
from timeline.extract.reference import Candidate, name_at, named_before, standing_for, subject_name
from timeline.extract.scene import Scene
from timeline.extract.wording import phrase
from timeline.extract.words import NOMINAL, Tag


def subject(scene: Scene, index: int) -> tuple[str | None, bool]:
    """Words that stand for a clause's subject ("" if its own do, None if nothing can), and whether they are sure."""
    sentence, words = scene.sentence, scene.words
    clause = sentence.clauses[index]
    if clause.subject is None:
        return ("", True) if headline.inverted(sentence, index) else (None, False)
    start, end = clause.subject
    tokens = sentence.tokens
    if all(token.tag is Tag.QUOTE for token in tokens[start:end]):
        return None, False  # "…," said the director
    while start + 1 < end and tokens[start].tag is Tag.QUOTE:
        start += 1
    first = tokens[start]
    if clause.role is Role.RELATIVE and clause.antecedent == clause.subject:
        return _antecedent(scene, index), True
    if tokens[end - 1].low in {"latter", "former", "others", "ones"}:
        return None, False
    if tokens[end - 1].low in _UNITS and end - start <= _BEFORE and clause.verb.passive:
        return None, False  # "the year in which …, she was elected": no year was elected
    if first.tag is Tag.PRONOUN and end - start <= 3:
        if first.low == "it" and clause.verb.passive and tokens[clause.verb.head].low in words.claiming:
            return None, False  # "it has been claimed that …" names nobody
        found = _standing_for(scene, first.low, [*_inside(scene, index), *scene.earlier()])
        if found is None and first.low == "it" and tokens[clause.verb.head].tag is Tag.BE:
            return None, False  # "it was not until May that …" names nobody
        if found is None:
            return ("", False) if first.low not in words.first_person else (None, False)
        return found.text, True
    if first.low in {"the", "this", "that"} and end - start == 2 and tokens[end - 1].low in words.anaphors:
        found = named_before(tokens[end - 1].low, scene.earlier(), words)
        return (found.text if found else ""), found is not None
    if first.low in words.first_person:
        return None, False
    if first.low in {"what", "whatever"}:
        return None, False  # "what changed was the weather" names nothing
    comma = next((i for i in range(start, end - 1) if tokens[i].tag is Tag.COMMA), None)
    if first.tag is Tag.POSSESSIVE and comma is not None and tokens[comma + 1].tag is Tag.NAME:
        return "", True  # "his second, Captain Dandolo," has a name of its own
    if first.tag is Tag.POSSESSIVE:
        own = scene.text[first.start : tokens[end - 1].end]
        names = [name for name in [*_inside(scene, index), *scene.earlier()] if name.text not in own]
        found = _standing_for(scene, first.low, names)
        if found is not None:
            return phrase(tokens, start, end, words, found.text), True
    return "", first.tag is not Tag.PRONOUN


def _standing_for(scene: Scene, low: str, names: list[Candidate]) -> Candidate | None:
    """What a pronoun stands for; in a life, "she" is whom it is about, and "he" is not."""
    hero = scene.hero
    if hero is not None and low in hero.pronouns:
        return Candidate(hero.name, person=True, plural=False)
    if hero is not None and hero.other(low):
        names = [name for name in names if hero.last not in name.text.split()]
    return standing_for(low, names)


def owner(scene: Scene, index: int | None, start: int) -> str:
    """Whose "his visit" at token `start` is: after the verb the nearest person before, else the subject."""
    sentence = scene.sentence
    first = sentence.tokens[start].low
    own: Candidate | None = None
    if index is not None and start > sentence.clauses[index].verb.end:
        runs = name_runs(sentence.tokens, 0, start)
        before = [name_at(scene.text, sentence.tokens, *run, scene.words) for run in runs]
        own = _standing_for(scene, first, before[::-1])
    elif index is not None:
        named = subject_name(scene.text, sentence, index, scene.words)
        own = _standing_for(scene, first, [named]) if named is not None else None
    found = own or _standing_for(scene, first, list(scene.earlier()))
    return found.text if found is not None else ""


def speaker(scene: Scene) -> str:
    """Who says the sentence's quotation, by a telling clause whose subject is no first person; "" if unknown."""
    sentence, words = scene.sentence, scene.words
    for index, clause in enumerate(sentence.clauses):
        tells = sentence.tokens[clause.verb.head].low in words.reporting
        said_by = _after(scene, index) if tells else ""
        if said_by:
            return said_by
        if tells and clause.subject and sentence.tokens[clause.subject[0]].low not in words.first_person:
            said, _ = subject(scene, index)
            return said or phrase(sentence.tokens, *clause.subject, words)
    return ""


def _after(scene: Scene, index: int) -> str:
    """The name of who says it, where it stands after the verb: "…, says Ishbel Gunn, 84"."""
    tokens, verb = scene.sentence.tokens, scene.sentence.clauses[index].verb
    if verb.first == 0 or tokens[verb.first - 1].tag not in {Tag.QUOTE, Tag.COMMA}:
        return ""
    names = [i for i in range(verb.end, min(verb.end + 8, len(tokens))) if tokens[i].tag is Tag.NAME]
    stop = next(
        (i for i in range(verb.end, len(tokens)) if tokens[i].tag in {Tag.COMMA, Tag.END, Tag.QUOTE}),
        len(tokens),
    )
    if not names or names[0] >= stop:
        pronoun = tokens[verb.end].low if verb.end < len(tokens) else ""
        found = _standing_for(scene, pronoun, list(scene.earlier())) if pronoun in {"he", "she"} else None
        return found.text if found is not None else ""
    return phrase(tokens, names[0], stop, scene.words)


def _inside(scene: Scene, index: int) -> list[Candidate]:
    """Names of the sentence's own earlier subjects."""
    found = [
        subject_name(scene.text, scene.sentence, other, scene.words)
        for other in range(index)
        if scene.sentence.clauses[other].role is not Role.REDUCED
    ]
    return [name for name in reversed(found) if name is not None]


def _antecedent(scene: Scene, index: int) -> str:
    """The noun phrase a relative clause hangs on; not one that the clause names again as something else."""
    sentence, words = scene.sentence, scene.words
    clause = sentence.clauses[index]
    tokens = sentence.tokens
    if clause.antecedent is None:
        return ""
    start, end = clause.antecedent
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
    start, end = _of_number(sentence, clause, start, end)
    if start > 1 and tokens[start - 1].low in {"in", "at"} and tokens[start - 2].tag in NOMINAL:
        verb = tokens[clause.verb.head]
        if verb.tag is not Tag.BE and tokens[start].tag is Tag.NAME:
            wider = nominal_start(tokens, start - 1)  # "the collapse in Novi Sad that took …"
            if wider < start - 1 and tokens[wider].tag is Tag.DETERMINER:
                start = wider
    whose = ""
    if tokens[start].tag is Tag.POSSESSIVE:
        found = _standing_for(scene, tokens[start].low, list(scene.earlier()))
        whose = found.text if found is not None else ""
    return phrase(tokens, start, end, words, whose)


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


_UNITS = frozenset({"year", "month", "week", "day", "decade", "century"})
_BEFORE = 2  # words there must be before a noun for it to hang on another
