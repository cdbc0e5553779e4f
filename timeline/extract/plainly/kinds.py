"""Kinds: whether a clause, plainly read, tells of what happened, is planned, or is a figure."""

from itertools import pairwise

from timeline.extract.kinds import lies_ahead, lies_behind
from timeline.extract.plainly.roles import Role
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.verbs import is_participle
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords
from timeline.model.event import Kind
from timeline.times.when import When, extent

_MONEY = "$€£¥%‰"


def kind(scene: PlainScene, index: int, at: int, when: When) -> Kind | None:
    """What a clause tells with the date at token `at`; None if it tells of no happening."""
    clause, words = scene.clauses[index], scene.words
    if _conditional(scene, index):
        return None
    said = [scene.tokens[i] for i in clause.tokens if not scene.is_time(i)]
    if clause.role is Role.TOLD and clause.tokens[0] > 1:
        said += [t for t in scene.tokens[clause.tokens[0] - 2 : clause.tokens[0]] if t.low in words.planned]
    if clause.role is not Role.TOLD and any(t.low in words.unreal for t in said):
        return None
    if is_figure(said, words):
        return Kind.STATISTIC
    if lies_ahead(when, scene.written):
        return Kind.PLAN
    if _promised(scene, index, at):
        return Kind.PLAN
    bounded = scene.written is not None and extent(scene.written).start is not None
    behind = bounded and lies_behind(when, scene.written)
    if any(t.low in words.planned for t in said):
        claimed = any(t.low in words.reported for t in said) or _is_done(said, words)
        return Kind.EVENT if behind and claimed else Kind.PLAN
    ahead = any(t.low in words.future or t.text.lower() in words.marked for t in said)
    if ahead and _looks_ahead(said, words):
        return Kind.EVENT if behind else Kind.PLAN
    return Kind.EVENT


def _is_done(said: list[Token], words: TellingWords) -> bool:
    """Whether a clause ends in what is over: "soll Geld angenommen haben"."""
    low = [token.low for token in said if token.tag in {Tag.NOUN, Tag.NAME}]
    return len(low) > 2 and low[-1] in words.perfect and low[-2].endswith(("t", "en"))


def _looks_ahead(said: list[Token], words: TellingWords) -> bool:
    """Whether a future verb is one: in German "wird" needs an infinitive, and else makes a passive."""
    return not words.verb_second or any(t.low in words.infinitives for t in said[1:])


def _conditional(scene: PlainScene, index: int) -> bool:
    at: int | None = index
    while at is not None:
        clause = scene.clauses[at]
        if clause.role is Role.CONDITIONAL:
            return True
        if clause.role in {Role.MAIN, Role.JOINED}:
            return False
        at = clause.parent
    return False


def _promised(scene: PlainScene, index: int, at: int) -> bool:
    """Whether the date stands with an infinitive that the verb looks ahead to: "versprach, 1934 zurückzukehren"."""
    words, tokens = scene.words, scene.tokens
    own = scene.clauses[index].tokens
    verb = next((i for i in own if tokens[i].low in words.planning), None)
    if verb is None or at < verb:
        return False
    between = [i for i in own if verb < i < at and tokens[i].tag is not Tag.COMMA]
    ahead = any(tokens[i].low in words.infinitives for i in between)
    set_off = any(tokens[i].tag is Tag.COMMA for i in own if verb < i < at)
    return ahead or (set_off and any(tokens[i].low in words.infinitives for i in own if i > at))


def is_figure(said: list[Token], words: TellingWords) -> bool:
    """Whether a clause gives an amount for a time rather than a deed."""
    if not _amount(said, words):
        return False
    if any(t.low in words.amounting for t in said):
        return True
    if any(t.low in words.having for t in said) and _counts(said, words):
        return True
    named = [t for t in said if t.tag is Tag.NAME]
    return any(t.low in words.figures for t in said) and (words.verb_second or len(named) < 2)


def _counts(said: list[Token], words: TellingWords) -> bool:
    """Whether a number stands right before what it counts: "hatte 3.400 Mitglieder"."""
    done = any(is_participle(said, i, words) for i in range(len(said)))
    return not done and any(
        one.tag is Tag.NUMBER and two.low in words.measures for one, two in pairwise(said)
    )


def _amount(said: list[Token], words: TellingWords) -> bool:
    for index, token in enumerate(said):
        if token.tag is not Tag.NUMBER and token.low not in words.numbers:
            continue
        if token.text[0] in _MONEY or token.text[-1] in _MONEY:
            return True
        following = said[index + 1 : index + 4]
        if any(t.low in words.measures or t.text in _MONEY for t in following):
            return True
        if sum(map(str.isdigit, token.text)) >= 4:
            return True
    return False
