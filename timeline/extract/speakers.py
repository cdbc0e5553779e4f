"""Speakers: who says what a sentence quotes."""

from timeline.extract.antecedent import Use
from timeline.extract.scene import Scene
from timeline.extract.subjects import known_as, subject
from timeline.extract.wording import phrase
from timeline.extract.words import Tag


def speaker(scene: Scene) -> str:
    """Who says the sentence's quotation, by a telling clause whose subject is no first person; "" if unknown."""
    sentence, words = scene.sentence, scene.words
    for index, clause in enumerate(sentence.clauses):
        tells = sentence.tokens[clause.verb.head].low in words.reporting and not clause.verb.passive
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
        says = Use(governs=True)
        found = known_as(scene, pronoun, says, scene.earlier()) if pronoun in {"he", "she"} else None
        return found.text if found is not None else ""
    return phrase(tokens, names[0], stop, scene.words)
