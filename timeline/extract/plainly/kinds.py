"""Kinds: whether a clause, plainly read, tells of what happened, is planned, or is a figure."""

from itertools import pairwise

from timeline.extract.kinds import lies_ahead, lies_behind
from timeline.extract.plainly.figures import is_figure
from timeline.extract.plainly.roles import Role
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords
from timeline.model.event import Kind
from timeline.times.when import Interval, Limit, When, extent


def kind(scene: PlainScene, index: int, at: int, when: When) -> Kind | None:
    """What a clause tells with the date at token `at`; None if it tells of no happening."""
    clause, words = scene.clauses[index], scene.words
    if _conditional(scene, index):
        return None
    said = [scene.tokens[i] for i in clause.tokens if not scene.is_time(i)]
    if said and _was_meant(said, words):
        return Kind.PLAN
    if clause.role is Role.TOLD and clause.tokens[0] > 1:
        before = scene.tokens[clause.tokens[0] - 2 : clause.tokens[0]]
        said += [t for t in before if t.low in words.planned or t.low in words.obliging]
    if clause.role is not Role.TOLD and any(t.low in words.unreal for t in said):
        return None
    ahead = lies_ahead(when, scene.written) or _goes_on(scene, when)
    if is_figure(said, words, long=_is_long(when)):
        return Kind.PLAN if ahead else Kind.STATISTIC
    if ahead or _promised(scene, index, at) or _put_off(scene, index, at):
        return Kind.PLAN
    if _is_deadline(when) and any(t.low in words.obliging for t in said):
        return Kind.PLAN  # "mussten bis Ende 2021 abgeschlossen sein"
    bounded = scene.written is not None and extent(scene.written).start is not None
    behind = bounded and lies_behind(when, scene.written)
    if _is_planned(said, words):
        claimed = any(t.low in words.reported for t in said) or _is_done(said, words)
        return Kind.EVENT if behind and claimed else Kind.PLAN
    will = any(t.low in words.future or t.text.lower() in words.marked for t in said)
    if will and _looks_ahead(said, words):
        return Kind.EVENT if behind else Kind.PLAN
    return Kind.EVENT


def _was_meant(said: list[Token], words: TellingWords) -> bool:
    """Whether a clause ends in what somebody only meant or ought to do: "habe den Ofen im Juni abschalten wollen"."""
    last = next((token for token in reversed(said) if token.tag is not Tag.END), None)
    ended = words.verb_second and len(said) > 2 and last is not None and last.low in words.meaning
    return ended or any(f"{one.low}_{two.low}" in words.meaning for one, two in pairwise(said))


def _is_planned(said: list[Token], words: TellingWords) -> bool:
    """Whether a word says that it was, or is, to be; not what only bounds it: "früher als geplant", "antes de lo previsto"."""
    before = [None, *said[:-1]]
    ought = next((i for i, token in enumerate(said) if token.low in words.prospective), len(said))
    if any(token.low in words.infinitives for token in said[ought:]):
        return True  # "devait ouvrir", not "devait sa fortune à une loterie"
    if any(f"{one.low}_{two.low}" in words.planned for one, two in pairwise(said)):
        return True
    return any(
        two.low in words.planned and (one is None or one.low not in words.than)
        for one, two in zip(before, said, strict=True)
    )


def _put_off(scene: PlainScene, index: int, at: int) -> bool:
    """Whether it was put off to the date: "wurde auf den 3. Mai verschoben"."""
    if at < 0 or not any(scene.tokens[i].low in scene.words.put_off for i in scene.clauses[index].tokens):
        return False
    start, _ = scene.time_phrase(at)
    return any(scene.tokens[i].low in scene.words.put_off_to for i in range(max(start - 1, 0), at))


def _goes_on(scene: PlainScene, when: When) -> bool:
    """Whether it is to be so up to a date to come: "bis Ende 2026 wird gemessen"."""
    if scene.written is None or not _is_deadline(when):
        return False
    end, now = extent(when).end, extent(scene.written).end
    return end is not None and now is not None and end > now


def _is_deadline(when: When) -> bool:
    return isinstance(when, Interval) and when.start is Limit.OPEN


def _is_long(when: When) -> bool:
    """Whether a date is a year or more."""
    days = extent(when)
    return days.start is not None and days.end is not None and days.end - days.start >= _YEAR


_YEAR = 365  # days


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
