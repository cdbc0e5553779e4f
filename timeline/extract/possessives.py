"""Possessives: whose "its surrender" or "a festival bearing his name" is, inside a title, where that is certain."""

from collections.abc import Mapping

from timeline.extract import antecedent
from timeline.extract.candidate import BODY, VESSEL, is_person_noun
from timeline.extract.clauses import Role
from timeline.extract.scene import Scene
from timeline.extract.subjects import owner
from timeline.extract.words import Tag

_OWNED = frozenset({"its", "his", "her"})


def possessors(scene: Scene, index: int) -> Mapping[int, str]:
    """By the offsets of possessives in a clause, the words in their place: "the garrison's".

    One that means the clause's own subject stays, and so does one that may mean several; one that opens the subject is
    named with it.
    """
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    subject = range(*clause.subject) if clause.subject else range(0)
    if clause.role in {Role.RELATIVE, Role.REDUCED} and scene.hero is None:
        return {}  # mostly that of what it hangs on
    places = [*subject[1:], *scene.sentence.owned_by(index, told=True)]
    found: dict[int, str] = {}
    for at in places:
        token = tokens[at]
        if token.tag is Tag.POSSESSIVE and token.low in _OWNED and (whose := _whose(scene, index, at)):
            found[token.start] = whose
            break  # a second one may mean the first one's thing
    return found


def _whose(scene: Scene, index: int, at: int) -> str:
    tokens, clause, hero = scene.sentence.tokens, scene.sentence.clauses[index], scene.hero
    subject = range(*clause.subject) if clause.subject else range(0)
    said = " ".join(tokens[i].text for i in subject)
    if hero is not None and tokens[at].low in hero.pronouns:
        name = "" if _does(scene, subject) and at not in subject else hero.name
    elif subject and antecedent.same(tokens[subject[0]].low, tokens[at].low):
        return ""  # "it built its last warship"
    else:
        name = owner(scene, index, at) if _not_its(scene, subject, tokens[at].low) else ""
    last = name.rsplit(maxsplit=1)[-1:]
    if not name or (last and last[0] in said.split()) or name in said or name.lower() in said.lower():
        return ""
    if any(word.lower() in scene.words.prepositions for word in name.split()):
        return ""  # "the harbour at Ashby's wall" is no better
    whole = name if name[:1].isupper() else f"the {name}"
    return whole + ("'" if whole.endswith("s") else "'s")


def _not_its(scene: Scene, subject: range, low: str) -> bool:
    """Whether a subject can surely not be whom a possessive means: a person has no "its", nor have several."""
    inside = [scene.sentence.tokens[i] for i in subject]
    head = next((t for t in reversed(inside) if t.tag in {Tag.NOUN, Tag.NAME}), None)
    if head is None or any(t.tag is Tag.PREPOSITION for t in inside):
        return False
    named = head.tag is Tag.NAME
    if low != "its":
        return not named and not is_person_noun(head.low, scene.words)
    person = scene.people().get(head.text.removesuffix("'s"), VESSEL) not in {VESSEL, BODY}
    return person if named else is_person_noun(head.low, scene.words) or head.low.endswith("s")


def _does(scene: Scene, subject: range) -> bool:
    """Whether a subject is somebody, whose own the possessive may be."""
    inside = [scene.sentence.tokens[i] for i in subject]
    heads = [t for t in inside if t.tag in {Tag.NOUN, Tag.NAME, Tag.PRONOUN}]
    return any(t.tag in {Tag.PRONOUN, Tag.NAME} or is_person_noun(t.low, scene.words) for t in heads)
