"""Antecedent: what a pronoun stands for, where the text leaves no choice; otherwise nothing.

A wrong name in a title is worse than a pronoun. So a pronoun is only replaced where one phrase alone agrees with it in the
nearest sentence that has any, or where the two sentences are built alike; what is open stays as it was said.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.candidate import Candidate, Standing
from timeline.records import dataclass

_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_IT, _THEY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})


@dataclass(frozen=True, slots=True)
class Use:
    """How a pronoun is used: whether it does what its verb says rather than suffer it, and whether the verb governs more.

    `subject` says that it is the subject; `unmakes` that the verb is one of what befalls things made ("closed",
    "demolished"), `weds` that two do it to each other, `bodily` one of what only befalls bodies ("dissolved"),
    `of_body` that a possessive is of what only bodies have ("its founder").
    """

    active: bool = True
    governs: bool = False
    subject: bool = True
    unmakes: bool = False
    weds: bool = False
    bodily: bool = False
    of_body: bool = False


def same(one: str, other: str) -> bool:
    """Whether two pronouns are of one person and number."""
    return any(one in words and other in words for words in (_HE, _SHE, _IT, _THEY))


def standing_for(low: str, use: Use, groups: Sequence[Sequence[Candidate]]) -> Candidate | None:
    """What a pronoun stands for; `groups` are the phrases of its own sentence before it, then of those before, nearest first."""
    for index, group in enumerate(groups):
        if low == "they" and (both := wedded(group, groups[index + 1 :])) is not None:
            return both
        known = _chained(low, group, groups[index + 1 :])
        if known is None:
            return None
        fitting = _distinct([one for one in known if _agrees(low, one, known)])
        if low in _THEY and _are_two(group, fitting):
            two = [one for one in _persons(known) if one.person and not one.pronoun]
            sure = use.weds and len(two) == len(_persons(group)) == _PAIR
            return (
                Candidate(" and ".join(one.text for one in two), person=True, plural=True) if sure else None
            )
        if fitting:
            found = _certain(low, use, fitting)
            if found is None or found.text.split()[0].lower() in _OWNERS:
                return None  # "her brother" needs her name first
            if found.standing is Standing.OTHER and _told_of(low, found, groups[index + 1 :]):
                return None
            return found
    return None


_OWNERS = frozenset({"his", "her", "its", "their", "my", "our"})


def wedded(group: Sequence[Candidate], before: Sequence[Sequence[Candidate]]) -> Candidate | None:
    """The two that "they" are after "Ann Lee married Tom Rao", where nobody else is many."""
    two = [one for one in group if one.weds]
    if len(two) != _PAIR or any(one.plural for one in group):
        return None
    names: list[str] = []
    for one in two:
        meant = standing_for(one.pronoun, Use(one.active), before) if one.pronoun else one
        if meant is None or meant.person is False or meant.plural:
            return None
        names.append(meant.text)
    return Candidate(" and ".join(names), person=True, plural=True)


_PAIR = 2


def _are_two(group: Sequence[Candidate], fitting: Sequence[Candidate]) -> bool:
    """Whether "they" may be two persons of a sentence, rather than the many that it only tells of besides."""
    subject = any(one.standing is Standing.SUBJECT for one in fitting)
    return not subject and len(_persons(group)) >= _PAIR


def _persons(group: Sequence[Candidate]) -> list[Candidate]:
    """Who in a sentence is one person, or may be one: a name that does something or has it done."""
    named = (
        one
        for one in group
        if not one.plural and (one.person or one.pronoun in {"he", "she"} or _may_be(one))
    )
    return _distinct(list(named))


def _may_be(one: Candidate) -> bool:
    does = one.standing in {Standing.SUBJECT, Standing.OBJECT}
    return one.person is None and does and one.text[:1].isupper() and not one.organization


def _told_of(low: str, found: Candidate, before: Sequence[Sequence[Candidate]]) -> bool:
    """Whether the sentences before tell of somebody else who agrees: a name in passing takes no pronoun from them."""
    return any(
        one.standing is Standing.SUBJECT
        and not one.pronoun
        and _agrees(low, one, group)
        and not _one(one.text, found.text)
        for group in before
        for one in group
    )


def _chained(
    low: str, group: Sequence[Candidate], before: Sequence[Sequence[Candidate]]
) -> list[Candidate] | None:
    """The phrases of a sentence, a pronoun among its subjects as what it stands for; None where that is open."""
    found: list[Candidate] = []
    for one in group:
        if not one.pronoun:
            found.append(one)
        elif same(one.pronoun, low):
            if one.standing is Standing.INNER and _is_of_subject(low, found):
                continue  # "Ann started when she was twelve": Ann
            use = Use(one.active)
            meant = standing_for(one.pronoun, use, before)
            if meant is None:
                return None
            found.append(replace(meant, standing=one.standing, active=one.active))
        else:
            others = standing_for(one.pronoun, Use(one.active), before)
            if others is not None:  # in "she met Rao", Rao is not she, but who she is may not be he either
                person = True if one.pronoun in {"he", "she"} else others.person
                gender = others.gender or (one.pronoun if person else "")
                found.append(replace(others, standing=one.standing, person=person, gender=gender))
    return found


def _is_of_subject(low: str, before: Sequence[Candidate]) -> bool:
    """Whether one alone of a sentence's phrases agrees with a pronoun behind them, its subject."""
    fitting = _distinct([one for one in before if _agrees(low, one, before)])
    return len(fitting) == 1 and fitting[0].standing is Standing.SUBJECT


def _agrees(low: str, one: Candidate, group: Sequence[Candidate]) -> bool:
    if low in _HE | _SHE:
        wanted = "he" if low in _HE else "she"
        if one.ship:
            return wanted == "she" and not any(other.person for other in group if other is not one)
        return one.person is not False and not one.plural and one.gender in {"", wanted}
    if low in _IT:
        return one.person is not True and not one.plural
    return (one.plural or one.several) if low in _THEY else False


def _distinct(found: list[Candidate]) -> list[Candidate]:
    """Each thing once: "Lee" and "Ann Lee" are one; a subject's standing wins."""
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda c: _RANK[c.standing]):
        again = next((i for i, other in enumerate(kept) if _one(one.text, other.text)), None)
        if again is None:
            kept.append(one)
        elif len(one.text) > len(kept[again].text) and one.standing is kept[again].standing:
            kept[again] = one
    return kept


_RANK = {Standing.SUBJECT: 0, Standing.INNER: 1, Standing.OBJECT: 2, Standing.OTHER: 3}


def _one(text: str, other: str) -> bool:
    one, two = text.lower().split(), other.lower().split()
    return one[-len(two) :] == two or two[-len(one) :] == one


def _certain(low: str, use: Use, fitting: Sequence[Candidate]) -> Candidate | None:
    if len(fitting) == 1:
        alone = fitting[0]
        if alone.standing is Standing.OTHER and alone.person is None and not alone.ship:
            return None  # "it was moved to Leeds": a town, for all we know
        return alone if alone.standing is not Standing.OTHER or low not in _IT | _THEY else None
    subjects = [one for one in fitting if one.standing is Standing.SUBJECT]
    objects = [one for one in fitting if one.standing is Standing.OBJECT]
    inner = [one for one in fitting if one.standing is Standing.INNER]
    if len(subjects) != 1 or inner:
        return None
    first = subjects[0]
    if (use.of_body or use.bodily) and _is_body(first) and not any(_is_body(one) for one in objects):
        return first
    if not objects:
        return first if use.subject or low not in _IT | _THEY else None
    if low in _HE | _SHE:
        surely = [one for one in fitting if one.person]
        owned = not use.subject and not any(one.person for one in objects)
        return first if surely == [first] or owned else None
    if len(objects) > 1:
        return None
    return _of_two(use, first, objects[0])


def _is_body(one: Candidate) -> bool:
    """Whether a phrase is of a body, or may be by its name and by what it does: "the Aske Gazette"."""
    named = one.text[:1].isupper() and " " in one.text and one.standing is Standing.SUBJECT and one.active
    return one.organization or (named and one.person is not True and not one.ship and not one.plural)


def _of_two(use: Use, subject: Candidate, thing: Candidate) -> Candidate | None:
    """Which of a sentence's subject and object the next sentence's "it" or "they" goes on with."""
    if thing.made and use.unmakes and not (use.governs and use.active):
        return thing  # "The council opened the harbour. It was closed …"
    if use.active and use.governs and use.subject and _is_body(subject) and not _is_body(thing):
        return subject  # a body does, a thing does not: "The firm bought the mill. It cut 300 jobs"
    return None
