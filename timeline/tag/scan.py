"""One scan over a document: tokens to classes, windows of classes to matches, matches to findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, repeat

from timeline.languages import Language
from timeline.languages.lexicon import UNKNOWN
from timeline.languages.rule import Match, PartMatch, Slot
from timeline.tag.numerals import PHRASES
from timeline.tag.prune import kept
from timeline.tag.readings import reading
from timeline.tag.wanting import Wanting
from timeline.times.reading import Reading

_CHUNK = 1 << 16  # so many characters are held as tokens at a time, and memory stays flat


@dataclass(slots=True)
class Finding:
    """What a rule found: its characters, where the words it needed end, what they mean, and the rule's name."""

    start: int
    end: int
    reach: int
    reading: Reading | Wanting
    rule: str


def findings(text: str, language: Language) -> Iterator[Finding]:
    """All findings in a text, in order."""
    get, token = language.lexicon.classes.get, language.lexicon.token
    parsed, windows = language.grammar.parsed, language.grammar.windows
    for offset, chunk in _chunks(text):
        tokens = token.findall(chunk)
        classes = "".join(map(get, tokens, repeat(UNKNOWN)))
        counted, start = 0, offset  # the tokens up to a window, and where they end
        for first, window in windows.within(classes):
            start += sum(map(len, tokens[counted:first]))
            counted = first
            for match in parsed(window):
                if kept(match, tokens, first, language):
                    words = tuple(tokens[first : first + match.end])
                    yield from _found(match, words, start, language)


def _found(match: Match, words: tuple[str, ...], start: int, language: Language) -> Iterator[Finding]:
    """The findings of a match; `words` are the tokens from its window's start on, which is at `start`."""
    places = list(accumulate(map(len, words), initial=start))
    for part, meant in zip(match.parts, _readings(language, match, words[match.start :]), strict=True):
        if meant is not None:
            end = part.end if part is not match.parts[-1] else match.end
            yield Finding(places[part.start], places[part.end], places[end], meant, match.rule.name)


@lru_cache(maxsize=65536)
def _readings(
    language: Language, match: Match, words: tuple[str, ...]
) -> tuple[Reading | Wanting | None, ...]:
    """What the parts of a match mean; the same words by the same rule always mean the same."""
    return tuple(
        reading(constructor, {**match.rule.given, **_values(language, match, part, words)})
        for part, constructor in zip(match.parts, match.rule.readings[: len(match.parts)], strict=True)
    )


def _values(
    language: Language, match: Match, part: PartMatch, words: Sequence[str]
) -> dict[str, int | float | str]:
    return {
        slot.name: _value(language, slot, words[slot.start - match.start : slot.end - match.start])
        for slot in part.slots
    }


def _value(language: Language, slot: Slot, tokens: Sequence[str]) -> int | float | str:
    if slot.kind in PHRASES:
        return PHRASES[slot.kind](tokens, language.lexicon)
    word = tokens[0].lower()
    categories = slot.kind.split("_OR_")
    for category in categories:
        value = language.lexicon.values[category].get(word)
        if value is not None:
            return value
    folded = word.casefold()  # "DREISSIGERJAHRE" is "Dreißigerjahre", which lower case alone does not show
    for category in categories:
        for known, value in language.lexicon.values[category].items():
            if known.casefold() == folded:
                return value
    raise KeyError(f"{tokens} is no {slot.kind}")


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """The text in stretches that end where a line or at least a word does."""
    start = 0
    while start < len(text):
        end = start + _CHUNK
        if end < len(text):
            for separator in ("\n", ". ", " "):
                cut = text.rfind(separator, start + _CHUNK // 2, end)
                if cut >= 0:
                    end = cut + len(separator)
                    break
        yield start, text[start:end]
        start = end
