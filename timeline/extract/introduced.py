"""Introduced: the words with which a text first speaks of a thing, where it speaks of one such thing alone.

"A treaty of friendship was drafted … The treaty was shelved": of all the text's treaties there is one, and that was it.
"""

import re
from functools import lru_cache

from timeline.extract.chunks import noun_phrases
from timeline.extract.tokens import tokens
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords
from timeline.model.document import Span

_AHEAD = 120  # characters in which what tells a thing from others stands
_BEHIND = frozenset(
    {"for", "on", "about", "around", "near", "between", "against", "over", "to", "with", "into"}
)
_OF_NAMES = frozenset({"at", "in", "from"})  # where a thing is, only if a name says it
_LONGEST = 7  # words that may stand for it
_APART = frozenset(
    ["another", "other", "second", "new", "third", "further", "every", "each", "any", "no", "similar", "such"]
)
_VERBAL = frozenset({Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.ING})


def introduced(noun: str, text: str, before: int, words: EventWords) -> str:
    """What "the `noun`" at an offset is by its first mention: "treaty of friendship"; "" if there are more, or it says no more."""
    if noun in words.chronicles:
        return ""  # a text's own meeting or report is none that it speaks of
    at, said = _first(noun, text, words)
    return said if at < before else ""


@lru_cache(maxsize=64)  # it is asked of each "the mill"; a text stays in memory as long as it is among these
def _first(noun: str, text: str, words: EventWords) -> tuple[int, str]:
    """Where a text first speaks of such a thing, and in which words; none where it speaks of several."""
    first = list(re.finditer(rf"\b[Aa]n?\s+(?:[^\W\d_][\w’'-]*\s+){{0,3}}?{re.escape(noun)}\b", text))
    if len(first) != 1:
        return 0, ""
    # from the start of a word only: what has no spaces may be as long as the text
    each = rf"(?<![\w’'-])([\w’'-]+)\s+([\w’'-]+\s+)??{re.escape(noun)}(s|es)?\b"
    if any(
        m[3] or {w.lower() for w in (m[1], (m[2] or "").strip())} & _APART or _owned(m, words)
        for m in re.finditer(each, text, re.IGNORECASE)
    ):
        return 0, ""
    at = first[0].start()
    found = tokens(text, Span(at, min(len(text), first[0].end() + _AHEAD)), (), words)
    return at, _phrase(found, noun, text)


def _owned(match: re.Match[str], words: EventWords) -> bool:
    """Whether it is somebody's: "her treaty", "Ashby's old treaty"."""
    before = [word.strip().lower() for word in (match[1], match[2] or "")]
    return any(word in words.possessives or word.endswith(("'s", "’s")) for word in before if word)


def _phrase(found: tuple[Token, ...], noun: str, text: str) -> str:
    head = next((i for i, token in enumerate(found) if token.low == noun), 0)
    if (
        not head
        or found[0].tag is not Tag.DETERMINER
        or any(t.tag not in NOMINAL for t in found[1 : head + 1])
    ):
        return ""
    end = next((stop for start, stop in noun_phrases(found, len(found)) if start <= head < stop), head + 1)
    if found[end - 1].tag is Tag.PRONOUN or (end > head + 1 and found[head + 1].low != "of"):
        return ""  # "a treaty port": another thing
    after = found[end : end + 2]
    if len(after) > 1 and after[1].tag in NOMINAL - {Tag.PRONOUN, Tag.POSSESSIVE}:
        stop = next((stop for start, stop in noun_phrases(found, len(found)) if start == end + 1), end + 1)
        named = found[stop - 1].tag is Tag.NAME
        if (after[0].low in _BEHIND and after[0].low != "to") or (
            after[0].low in _OF_NAMES and named and end == head + 1
        ):
            end = stop
    kept = text[found[1].start : found[end - 1].end]
    many = len(kept.split())
    return " ".join(kept.split()) if 1 < many <= _LONGEST else ""
