"""Elliptic: "Relegated in 1949, promoted in 1952" says what was done, and leaves out to whom.

Who or what is meant is what the text is about. Each part has a date of its own; a sentence with a part that has a subject, or
no date, is none.
"""

from collections.abc import Iterator

from timeline.extract.by_clause import Telling
from timeline.extract.by_phrase import of_phrase
from timeline.extract.dating import whole_time
from timeline.extract.happenings import tells_alone
from timeline.extract.imprint import is_of_text
from timeline.extract.scene import Scene
from timeline.extract.words import Tag, open_class
from timeline.model.expression import Dated

_DONE = frozenset({Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE})
_MARKS = frozenset({Tag.END, Tag.CLOSE, Tag.QUOTE})
# What is done to pictures is a caption's: "Seen from the north in 1931."
_SHOWN = frozenset(
    ["seen", "shown", "pictured", "photographed", "taken", "drawn", "engraved", "painted", "based"]
)
_MARKED = frozenset({"signed", "dated", "stamped", "inscribed"})  # … and, alone, to what a catalogue lists


def of_deeds(scene: Scene, *, listed: bool) -> Iterator[tuple[Dated, Telling]]:
    """What the parts of such a sentence tell, each by its own date; only an item of a list (`listed`) needs no full stop."""
    last = scene.sentence.tokens[-1]
    parts = _parts(scene) if listed or last.tag in _MARKS else []
    found = [_dated(scene, start, end) for start, end in parts]
    if not parts or any(dated is None for dated in found):
        return
    for (start, end), dated in zip(parts, found, strict=True):
        if dated is None:
            continue
        when = whole_time(dated)
        for title, what in of_phrase(scene, start, end, when):
            if " " in title or tells_alone(title, scene.words):
                yield dated, (title, what, when, 0.5)


def is_shown(title: str) -> bool:
    """Whether a title says no more than what a caption or a catalogue does of its picture: "Signed"."""
    return title.lower() in _SHOWN | _MARKED


def _parts(scene: Scene) -> list[tuple[int, int]]:
    """The parts of a sentence up to its colon, if each opens with what was done; else none."""
    tokens = scene.sentence.tokens
    end = next((i for i, token in enumerate(tokens) if token.low == ":" or token.tag in _MARKS), len(tokens))
    if any(token.tag is Tag.TIME for token in tokens[end:]):
        return []
    starts = [0, *(at + 1 for at in range(1, end) if _parts_at(scene, at))]
    parts = list(zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True))
    parts = [(start, last) for start, last in parts if start < last]
    return (
        parts
        if all(
            _opens(scene, start) and not _has_subject(scene, *part) for part in parts for start in part[:1]
        )
        else []
    )


def _parts_at(scene: Scene, at: int) -> bool:
    """Whether a mark or an "and" parts what was done from what was done next."""
    token = scene.sentence.tokens[at]
    return token.low == ";" or (token.tag in {Tag.COMMA, Tag.COORDINATOR} and _opens(scene, at + 1))


def _opens(scene: Scene, at: int) -> bool:
    """Whether what was done stands at a place, and nobody who did it."""
    tokens = scene.sentence.tokens
    if at + 1 >= len(tokens):
        return False
    word, after = tokens[at], tokens[at + 1]
    tag = open_class(word.low, scene.words) if word.tag is Tag.NAME else word.tag
    if tag not in _DONE or word.low in _SHOWN or is_of_text(word.low):
        return False
    named = after.tag in {Tag.NAME, Tag.NOUN, Tag.NUMBER}
    return word.low == "born" or not named  # "Revised rules", "Reed Ltd"


def _has_subject(scene: Scene, start: int, end: int) -> bool:
    return any(
        start <= clause.verb.first < end and clause.subject is not None for clause in scene.sentence.clauses
    )


def _dated(scene: Scene, start: int, end: int) -> Dated | None:
    """The only date of a part; None if it has more, or an hour or a length of time that is none."""
    times = [at for at in range(start, end) if scene.sentence.tokens[at].tag is Tag.TIME]
    return scene.dated(times[0]) if len(times) == 1 else None
