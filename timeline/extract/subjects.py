"""Subjects: the words that say who did it, where the clause itself only points."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract import antecedent, headline, misread
from timeline.extract.antecedent import Use
from timeline.extract.candidate import Candidate, Standing
from timeline.extract.chunks import head_noun
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.counted import in_order, of_what
from timeline.extract.definite import full_name
from timeline.extract.pairs import meant_by_two
from timeline.extract.parts import another, part_of
from timeline.extract.reference import candidates
from timeline.extract.relatives import meant, relative_before
from timeline.extract.scene import Scene
from timeline.extract.those import of_whom
from timeline.extract.wording import phrase
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def subject(scene: Scene, index: int) -> tuple[str | None, bool]:
    """Words that stand for a clause's subject ("" if its own do, None if nothing can), and whether they are sure."""
    sentence, words = scene.sentence, scene.words
    clause = sentence.clauses[index]
    if clause.subject is None:
        return ("", True) if headline.inverted(sentence, index) else (None, False)
    start, end = clause.subject
    tokens = sentence.tokens
    if clause.role is Role.RELATIVE and tokens[end - 1].low in {"which", "whom"} and end - start > _BEFORE:
        return part_of(scene.text, sentence, index), True
    if tokens[start].tag is Tag.NUMBER and (
        counted := of_what(sentence, index, _groups(scene, index), words)
    ):
        return counted, True
    if all(token.tag is Tag.QUOTE for token in tokens[start:end]):
        return None, False  # "…," said the director
    while start + 1 < end and tokens[start].tag is Tag.QUOTE:
        start += 1
    first = tokens[start]
    if (elsewhere := misread.said_of(scene, index)) is not None:
        known, sure = _of_parent(scene, index, elsewhere)
        return known or misread.in_words(scene, elsewhere), sure
    if tokens[clause.opener].low == "whose" and clause.antecedent is not None and start <= clause.opener + 1:
        whose = phrase(tokens, *clause.antecedent, words)
        return (
            f"{whose}{'’' if whose.endswith('s') else '’s'} {scene.text[first.start : tokens[end - 1].end]}",
            True,
        )
    if clause.role is Role.RELATIVE and clause.antecedent == clause.subject:
        return _antecedent(scene, index), True
    head = relative_before(sentence, index)
    if head is not None and tokens[sentence.clauses[head].opener].low == "who":
        return _antecedent(scene, head), True
    if clause.role is Role.REDUCED and clause.antecedent == clause.subject:
        wider, last = meant(scene, index)
        if wider < start < last:
            return phrase(tokens, wider, last, words), True
        if tokens[end - 1].low in words.ordinals:
            return None, False  # "the second, delayed by the war, in 1920": the date is not of the delay
    if (placed := in_order(sentence, index, _groups(scene, index), words)) is not None:
        return (placed, True) if placed else (None, False)  # "the second, delayed by the war"
    if first.tag is Tag.DETERMINER and (two := meant_by_two(tokens[start:end], _groups(scene, index), words)):
        return two, True
    if tokens[end - 1].low in {"latter", "former", "others", "ones"}:
        return None, False
    if tokens[end - 1].low in _UNITS and end - start <= _BEFORE and clause.verb.passive:
        return None, False  # "the year in which …, she was elected": no year was elected
    if first.tag is Tag.PRONOUN and start + 2 < end and tokens[start + 1].low == "and":
        return _with_others(scene, index, start)
    if first.tag is Tag.PRONOUN and end - start <= 3:
        if first.low == "it" and clause.verb.passive and tokens[clause.verb.head].low in words.claiming:
            return None, False  # "it has been claimed that …" names nobody
        if first.low == "it" and _is_impersonal(sentence, clause):
            return ("", True) if clause.verb.passive else (None, False)
        found = known_as(scene, first.low, _use(scene, clause), _groups(scene, index))
        if found is None or scene.is_quoted(index):  # whom a speaker means, those know who hear it
            return ("", False) if first.low not in words.first_person else (None, False)
        if first.low == "it" and found.head in words.accidents and not _befalls(scene, clause):
            return "", False  # "a fire destroyed the inn. It was held for the king": no fire was
        return found.text, True
    if first.low in {"the", "this", "that"} and end - start == 2 and tokens[end - 1].tag is Tag.NOUN:
        groups = _groups(scene, index)
        known = full_name(tokens[end - 1].low, scene.text, first.start, groups, words)
        return known, bool(known) or tokens[end - 1].low not in words.anaphors
    if first.low in {"that", "those"} and end - start > 2 and tokens[start + 1].tag is Tag.PREPOSITION:
        return another(scene.text, sentence, index), True
    if first.low == "those" and (among := of_whom(sentence, index, start, end)):
        return scene.text[first.start : tokens[among - 1].end], True
    if first.low in words.first_person:
        return None, False
    if first.low in {"what", "whatever"}:
        return None, False  # "what changed was the weather" names nothing
    comma = next((i for i in range(start, end - 1) if tokens[i].tag is Tag.COMMA), None)
    if first.tag is Tag.POSSESSIVE and comma is not None and tokens[comma + 1].tag is Tag.NAME:
        return "", True  # "his second, Captain Dandolo," has a name of its own
    if first.tag is Tag.POSSESSIVE:
        own = scene.text[first.start : tokens[end - 1].end]
        groups = [[one for one in group if one.text not in own] for group in _groups(scene, index)]
        of_body = tokens[head_noun(tokens, start, end)].low in _OF_BODIES
        found = known_as(scene, first.low, Use(active=False, subject=False, of_body=of_body), groups)
        if found is not None:
            stop = comma if comma is not None and tokens[end - 1].tag is Tag.COMMA else end
            return phrase(tokens, start, stop, words, _without_place(found.text, words)), True
    return "", first.tag is not Tag.PRONOUN


def _with_others(scene: Scene, index: int, start: int) -> tuple[str | None, bool]:
    """What stands for a subject of which a pronoun is the first: "he and his family"."""
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    low, end = tokens[start].low, clause.subject[1] if clause.subject else start + 1
    if low in scene.words.first_person:
        return None, False
    found = known_as(scene, low, _use(scene, clause), _groups(scene, index))
    if found is None or scene.is_quoted(index):
        return "", False
    return f"{found.text} {scene.text[tokens[start + 1].start : tokens[end - 1].end]}", True


def _of_parent(scene: Scene, index: int, part: tuple[int, int]) -> tuple[str | None, bool]:
    """What stands for a subject that is another clause's."""
    clauses = scene.sentence.clauses
    other = next((i for i, clause in enumerate(clauses[:index]) if clause.subject == part), None)
    return subject(scene, other) if other is not None else (None, True)


def known_as(scene: Scene, low: str, use: Use, groups: Sequence[Sequence[Candidate]]) -> Candidate | None:
    """What a pronoun stands for; in a life, "she" is whom it is about, and "he" is not."""
    hero = scene.hero
    if hero is not None and low in hero.pronouns:
        return Candidate(hero.name, person=True, plural=False)
    if hero is not None:
        himself = Candidate(hero.name, person=True, plural=False)
        groups = [
            [_as(one, himself) if one.pronoun in hero.pronouns else one for one in group] for group in groups
        ]
    if hero is not None and hero.other(low):
        groups = [[one for one in group if hero.last not in one.text.split()] for group in groups]
    return antecedent.standing_for(low, use, groups)


def _as(one: Candidate, meant: Candidate) -> Candidate:
    """A pronoun as whom it means, in its own place in the sentence."""
    return replace(meant, standing=one.standing, active=one.active, weds=one.weds)


def _use(scene: Scene, clause: Clause, *, subject: bool = True) -> Use:
    """How a clause's verb uses its subject, or its object."""
    tokens, end = scene.sentence.tokens, clause.verb.end
    governs = subject and end < len(tokens) and tokens[end].tag in NOMINAL
    low = tokens[clause.verb.head].low
    active = subject and not clause.verb.passive
    weds = active and not governs and low in scene.words.wedding
    bodily = subject and (low in scene.words.bodily | _BODILY or _fails(tokens[clause.verb.head : end + 3]))
    return Use(active, governs, subject, low in scene.words.unmaking, weds, bodily)


def _fails(said: Sequence[Token]) -> bool:
    """Whether a verb says what befalls bodies only with what follows it: "went into administration", "changed hands"."""
    low = [token.low for token in said]
    return any(low[: len(words)] == words for words in _FAILS)


_FAILS = (
    ["went", "bankrupt"], ["went", "into", "administration"], ["went", "into", "liquidation"], ["went", "into", "receivership"],
    ["went", "out", "of"], ["ceased", "trading"], ["changed", "hands"], ["changed", "its", "name"], ["stopped", "publication"],
    ["ceased", "publication"], ["ceased", "operations"], ["filed", "for"], ["suspended", "operations"], ["split", "in", "two"],
)  # fmt: skip
# What befalls bodies: no thing is relegated.
_BODILY = frozenset(
    ["banned", "outlawed", "folded", "merged", "relegated", "liquidated", "privatised", "privatized", "suppressed", "delisted",
     "amalgamated", "disbanded", "dissolved", "promoted", "renamed", "suspended", "prosecuted", "raided"]
)  # fmt: skip
# What only bodies have.
_OF_BODIES = frozenset(
    ["founder", "founders", "headquarters", "treasurer", "chairman", "chairwoman", "chair", "members", "staff", "archive", "archives",
     "licence", "license", "shareholders", "directors", "board", "leader", "leaders", "assets", "accounts", "charter", "employees",
     "partners", "players", "spokesman", "spokeswoman", "president", "secretary", "director", "manager", "shares", "offices"]
)  # fmt: skip


def _befalls(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what fires and floods do."""
    tokens, head = scene.sentence.tokens, scene.sentence.tokens[clause.verb.head]
    return head.low in scene.words.of_accidents and not (
        head.tag is Tag.BE and clause.verb.end >= len(tokens)
    )


def _is_impersonal(sentence: Parsed, clause: Clause) -> bool:
    """Whether "it" only stands for what follows: "it was agreed that", "it was not until May that"."""
    end = clause.verb.end
    if end < len(sentence.tokens) and sentence.tokens[end].low in _WEATHER:
        return True  # "it's raining"
    while end < len(sentence.tokens) and sentence.tokens[end].tag in {Tag.ADVERB, Tag.NOUN}:
        end += 1
    following = sentence.tokens[end : end + 1]
    be = sentence.tokens[clause.verb.head].tag is Tag.BE
    done = following and following[0].tag is Tag.TO and sentence.tokens[end + 1 : end + 2]
    if done and done[0].tag in NOMINAL:
        return False  # "it was moved to the coast"
    if following and following[0].tag in {Tag.THAT, Tag.TO} and (be or clause.verb.passive):
        return True
    return be and any(token.tag is Tag.THAT for token in sentence.tokens[end:])


def _groups(scene: Scene, index: int) -> list[Sequence[Candidate]]:
    """What a clause's subject may point back to: the phrases of the clauses before it, then the sentences before."""
    sentence = scene.sentence
    while sentence.clauses[index].role is Role.JOINED and sentence.clauses[index].parent is not None:
        index = sentence.clauses[index].parent or 0
    clause = sentence.clauses[index]
    before = any(
        other.verb.finite and other.verb.end <= clause.verb.first for other in sentence.clauses[:index]
    )
    start = clause.subject[0] if clause.subject else clause.verb.first
    inside = candidates(scene.text, sentence, scene.words, scene.people(), start) if before else ()
    return [inside, *scene.earlier()] if inside else list(scene.earlier())


def meant_by_object(scene: Scene, index: int, low: str) -> str:
    """Whom or what the pronoun that a clause's verb governs stands for, or ""."""
    sentence = scene.sentence
    clause = sentence.clauses[index]
    groups = _groups(scene, index)
    end = clause.subject[1] if clause.subject else clause.verb.first
    own = candidates(scene.text, sentence, scene.words, scene.people(), end)
    who = [one for one in own if one.standing is not Standing.OTHER][-1:]
    if clause.role is Role.JOINED:  # "the police arrested Ann Lee and released her"
        before = candidates(scene.text, sentence, scene.words, scene.people(), clause.verb.first)
        groups = [before, *scene.earlier()]
    taken = {one.text for one in who} | {
        found.text for one in who if (found := _of_subject(scene, one, groups))
    }
    groups = [[one for one in group if not taken & {one.text}] for group in groups]
    found = known_as(scene, low, _use(scene, clause, subject=False), groups)
    return found.text if found is not None and found.text not in taken else ""


def _of_subject(scene: Scene, one: Candidate, groups: Sequence[Sequence[Candidate]]) -> Candidate | None:
    return known_as(scene, one.pronoun, Use(), groups) if one.pronoun else None


def owner(scene: Scene, index: int | None, start: int) -> str:
    """Whose "his visit" at token `start` is: after the verb the nearest person before, else the subject."""
    sentence, words = scene.sentence, scene.words
    low = sentence.tokens[start].low
    after = index is None or start > sentence.clauses[index].verb.end
    end = start if index is None or after else sentence.clauses[index].verb.first
    before = candidates(scene.text, sentence, words, scene.people(), end)
    if not after:
        before = tuple(one for one in before if one.standing in {Standing.SUBJECT, Standing.INNER})
    found = known_as(scene, low, Use(active=False), [before, *scene.earlier()])
    if found is None and low in {"his", "her"} and start < _FRONT:
        return _host(scene, low)
    return found.text if found is not None else ""


def _host(scene: Scene, low: str) -> str:
    """Whose it is that opens a sentence, where that is who the sentence is about: "during her visit, | Ann Lee"."""
    sentence = scene.sentence
    main = next((clause for clause in sentence.clauses if clause.role is Role.MAIN), None)
    if main is None or main.subject is None:
        return ""
    said = candidates(scene.text, sentence, scene.words, scene.people(), main.subject[1])
    own = [one for one in said if one.standing is Standing.SUBJECT and one.person]
    wanted = "he" if low == "his" else "she"
    return own[0].text if len(own) == 1 and own[0].gender == wanted else ""


def _antecedent(scene: Scene, index: int) -> str:
    """The noun phrase a relative clause hangs on, as a title's subject."""
    sentence, words = scene.sentence, scene.words
    tokens = sentence.tokens
    if sentence.clauses[index].antecedent is None:
        return ""
    start, end = meant(scene, index)
    whose = ""
    if tokens[start].tag is Tag.POSSESSIVE and tokens[start].low in words.first_person:
        return scene.text[tokens[start].start : tokens[end - 1].end]  # "my mother, who"
    if tokens[start].tag is Tag.POSSESSIVE:
        inside = candidates(scene.text, sentence, words, scene.people(), start)
        use = Use(active=False, subject=False)
        found = known_as(scene, tokens[start].low, use, [inside, *scene.earlier()])
        whose = _without_place(found.text, words) if found is not None else ""
    return phrase(tokens, start, end, words, whose)


def _without_place(text: str, words: EventWords) -> str:
    """Whose something is, without where they are from: "two inspectors | from the ministry"."""
    said = text.split()
    place = words.prepositions - {"of"}
    return " ".join(said[: next((i for i, word in enumerate(said) if word.lower() in place), len(said))])


_FRONT = 3  # words that may stand before a possessive that opens a sentence
_WEATHER = frozenset({"raining", "snowing", "pouring", "drizzling", "freezing"})
_UNITS = frozenset({"year", "month", "week", "day", "decade", "century"})
_BEFORE = 2  # words there must be before a noun for it to hang on another
