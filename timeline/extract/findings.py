"""Findings: a study made or published on a day is news for what it found, or for who made it.

"A survey conducted last month by the Northern Institute found that the lake is clean" dates the survey: its title is what it
found, where that can be said whole; else who did it, as a sentence.
"""

from timeline.extract import headline
from timeline.extract.clauses import Clause, Role
from timeline.extract.scene import Scene
from timeline.extract.wording import LONGEST, cleaned, without_opening, word_count, written
from timeline.extract.words import Tag, Token

_BY = 4  # words of a name that stands before "survey" as whose it is


def finding(scene: Scene, index: int) -> str:
    """A title for the day on which a study was made that a clause only describes; "" where that is no such clause."""
    sentence, words = scene.sentence, scene.words
    tokens, clause = sentence.tokens, sentence.clauses[index]
    verb = clause.verb
    if clause.role is not Role.REDUCED or not verb.passive or verb.negated or clause.subject is None:
        return ""
    start, end = clause.subject
    plain = clause.subject == clause.antecedent and all(t.tag is not Tag.COMMA for t in tokens[start:end])
    head = next((i for i in range(start, end) if tokens[i].low in words.studies), None)
    if not plain or head is None or any(t.tag is Tag.PREPOSITION for t in tokens[start:head]):
        return ""  # "a copy of the report"
    who = _agent(scene, index)
    host = _host(scene, clause)
    if host is not None:
        study = written(without_opening(tuple(cleaned(tokens, range(start, end), words))))
        short = tokens[head].text
        name = written(who)
        body = bool(who) and len(who) <= _BY and who[0].low not in words.male_names | words.female_names
        own = [f"{name} {short}"] if body and end == head + 1 else []
        for subject in (*own, study, short.capitalize()):
            title = headline.headline(sentence, host, words, subject)
            if title and _is_whole(scene, host, title):
                return title
    return _made_by(scene, clause, who)


def _host(scene: Scene, clause: Clause) -> int | None:
    """The clause that tells what the study of a reduced clause found; None where none does."""
    sentence, words = scene.sentence, scene.words
    for index, other in enumerate(sentence.clauses):
        if (
            other.verb.finite
            and not other.verb.negated
            and other.subject == clause.subject
            and sentence.tokens[other.verb.head].low in words.reporting
            and (
                any(c.role is Role.TOLD and c.parent == index for c in sentence.clauses[index + 1 :])
                or any(token.tag is Tag.THAT for token in sentence.tokens[other.verb.end :][:1])
            )
        ):
            return index
    return None


def _is_whole(scene: Scene, host: int, title: str) -> bool:
    """Whether a title has all the verbs of what was found, and is short enough."""
    sentence = scene.sentence
    inside, heads = {host}, []
    for index, clause in enumerate(sentence.clauses):
        if clause.role is Role.TOLD and clause.parent in inside:
            inside.add(index)
            heads.append(sentence.tokens[clause.verb.head].text)
    said = title.replace(",", " ").split()
    return len(said) <= LONGEST and all(head in said for head in heads)


def _agent(scene: Scene, index: int) -> tuple[Token, ...]:
    """The name by whom a clause says it was done; empty where no name stands there."""
    tokens = scene.sentence.tokens
    owned = [*scene.sentence.owned_by(index), len(tokens)]
    undated = cleaned(tokens, owned[:-1], scene.words)
    by = next((i for i in owned[:-1] if tokens[i].low == "by"), None)
    if by is None or not undated or undated[0] is not tokens[by]:
        return ()
    start = by + 1 + any(token.low == "the" for token in tokens[by + 1 :][:1])
    end = start
    of = {"of", "for", "the"}
    while end < len(tokens) and (
        tokens[end].tag is Tag.NAME or (tokens[end].low in of and end > start and _named_behind(tokens, end))
    ):
        end += 1
    return tokens[start:end]


def _named_behind(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name goes on behind a small word: "Institute | of the North"."""
    behind = [token for token in tokens[at : at + 3] if token.low not in {"of", "for", "the"}]
    return bool(behind) and behind[0].tag is Tag.NAME


def _made_by(scene: Scene, clause: Clause, who: tuple[Token, ...]) -> str:
    """Who made it, as a sentence: "Northern Institute conducted a survey"; "" where that would be another word or too long."""
    tokens = scene.sentence.tokens
    verb, (start, end) = tokens[clause.verb.head], clause.subject or (0, 0)
    if not who or verb.tag is not Tag.PAST_OR_PARTICIPLE:
        return ""
    said = cleaned(tokens, range(start, end), scene.words)
    said = [Token(t.start, t.end, t.low, t.low, t.tag) if t.tag is Tag.DETERMINER else t for t in said]
    whole = (*who, verb, *said)
    return written(whole) if word_count(whole) <= LONGEST else ""
