"""One scan over a document: tokens to classes, windows to matches, matches to expressions."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, repeat

from timeline.languages import Language
from timeline.languages.grammar import Match, PartMatch, Slot
from timeline.languages.lexicon import TOKEN, UNKNOWN, Value
from timeline.model.document import Document, Span
from timeline.model.expression import Expression, TimexType
from timeline.tag.complete import completed
from timeline.tag.numerals import PHRASES
from timeline.tag.prune import kept
from timeline.tag.readings import reading
from timeline.times.reading import Clock, Lasting, Reading, Recurring

_CHUNK = 1 << 16  # tokens of so many characters are held at a time, so that memory stays flat


def expressions(document: Document, language: Language) -> tuple[Expression, ...]:
    """The temporal expressions of a document, in order, none overlapping another."""
    return tuple(_found(document.text, language))


def _found(text: str, language: Language) -> Iterator[Expression]:
    get = language.lexicon.classes.get
    parsed = language.grammar.parsed
    for offset, chunk in _chunks(text):
        tokens = TOKEN.findall(chunk)
        classes = "".join(map(get, tokens, repeat(UNKNOWN)))
        starts = [offset, *accumulate(map(len, tokens), initial=offset)][1:]
        for window in language.grammar.windows.finditer(classes):
            first = window.start()
            for match in parsed(window[0]):
                if kept(match, tokens, first, language):
                    yield from _expressions(match, tokens, starts, first, text, language)


def _expressions(
    match: Match, tokens: Sequence[str], starts: Sequence[int], first: int, text: str, language: Language
) -> Iterator[Expression]:
    words = tuple(tokens[first + match.start : first + match.end])
    for part, meant in zip(match.parts, _readings(language, match, words), strict=True):
        start, end = starts[first + part.start], starts[first + part.end]
        yield Expression(Span(start, end), text[start:end], _type(match, meant), meant, match.rule.name)


@lru_cache(maxsize=65536)
def _readings(language: Language, match: Match, words: tuple[str, ...]) -> tuple[Reading, ...]:
    """What the parts of a match mean; the same words by the same rule always mean the same."""
    made = []
    for part, constructor in zip(match.parts, match.rule.readings[: len(match.parts)], strict=True):
        slots = {**match.rule.given, **_values(language, match, part, words)}
        made.append(reading(constructor, slots))
    return completed(made)


def _values(language: Language, match: Match, part: PartMatch, words: Sequence[str]) -> dict[str, Value]:
    return {
        slot.name: _value(language, slot, words[slot.start - match.start : slot.end - match.start])
        for slot in part.slots
    }


def _value(language: Language, slot: Slot, tokens: Sequence[str]) -> Value:
    if slot.kind in PHRASES:
        return PHRASES[slot.kind](tokens, language.lexicon)
    if slot.kind == "apm":
        return tokens[0].lower()
    for category in slot.kind.split("_OR_"):
        value = language.lexicon.values[category].get(tokens[0].lower())
        if value is not None:
            return value
    raise KeyError(f"{tokens} is no {slot.kind}")


def _type(match: Match, meant: Reading) -> TimexType:
    if isinstance(meant, Clock):
        return TimexType.TIME
    if isinstance(meant, Lasting):
        return TimexType.DURATION
    if isinstance(meant, Recurring):
        return TimexType.SET
    return TimexType.DATE


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """The text in stretches that end where a line or at least a word does."""
    start = 0
    while start < len(text):
        end = start + _CHUNK
        if end < len(text):
            for separator in ("\n", " "):
                cut = text.rfind(separator, start + _CHUNK // 2, end)
                if cut >= 0:
                    end = cut + 1
                    break
        yield start, text[start:end]
        start = end
