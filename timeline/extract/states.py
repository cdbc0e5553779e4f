"""States: what a list of things to do says of each: "Alert rule removed. Done 12 March.", "Automatic renewal. Due 30 April."."""

from collections.abc import Iterator

from timeline.extract.names import participants
from timeline.extract.scene import Scene
from timeline.extract.telling import Told
from timeline.extract.tense import ED
from timeline.extract.wording import LONGEST, phrase
from timeline.extract.words import Tag, open_class
from timeline.model.event import Kind
from timeline.model.expression import Dated

_DONE = frozenset(["done", "complete", "achieved", "implemented"])
_DONE_SO = frozenset(
    [
        "sent", "ordered", "delivered", "paid", "approved", "adopted", "received", "submitted", "shipped", "filed", "closed",
        "rejected", "cancelled", "completed", "finished", "resolved", "fixed",
    ]
)  # fmt: skip
_DUE = frozenset(["due", "deadline", "target", "planned", "scheduled", "expected", "pending", "outstanding"])
_LINKS = frozenset({Tag.PREPOSITION, Tag.STOP, Tag.COMMA, Tag.DETERMINER, Tag.OPEN})
_CLOSING = frozenset({Tag.END, Tag.COMMA, Tag.STOP, Tag.CLOSE})


def state(scene: Scene) -> tuple[str, Dated] | None:
    """The word for how a thing stands, and its date, where a line opens with nothing else: "Done 12 March; two coats"."""
    tokens = scene.sentence.tokens
    if not tokens or tokens[0].low not in _DONE | _DONE_SO | _DUE:
        return None
    at = 1
    while at < len(tokens) and tokens[at].tag in _LINKS:
        at += 1
    dated = scene.dated(at) if at < len(tokens) else None
    if dated is None or (at + 1 < len(tokens) and tokens[at + 1].tag not in _CLOSING):
        return None
    return tokens[0].low, dated


def told_of(thing: Scene, stands: Scene) -> Iterator[Told]:
    """What is told of a thing by how it stands; nothing if the thing says a date of its own."""
    found = state(stands)
    tokens = thing.sentence.tokens
    if found is None or any(thing.dated(at) is not None for at in range(len(tokens))):
        return
    low, dated = found
    said = phrase(tokens, 0, len(tokens), thing.words)
    when = dated.when
    if not any(token.tag in ED for token in tokens) and low not in _DUE:  # "Alert rule removed" says all
        plain = low in _DONE_SO and open_class(tokens[0].low, thing.words) is not Tag.BASE
        said = f"{said} {low}" if plain else f"{said}: {low}"  # "Replace the valve" was only asked for
    if 1 < len(said.split()) <= LONGEST:
        kind = Kind.PLAN if low in _DUE else Kind.EVENT
        yield Told(said, kind, when, dated, participants(thing.text, tokens, thing.words), 0.5)
