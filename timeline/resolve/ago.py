"""Ago: where "three years ago" is counted from what is told of and not from the day of writing.

Some languages say "ago" and "before" alike, and others say "ago" of what had been: "it was built in 1927 by Treska, who had
come back three years ago". The verb of its clause tells which is meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.wordings import forms
from timeline.model.expression import Expression
from timeline.times.reading import Anchor, Shifted


def told_of(expressions: Sequence[Expression], text: str, language: Language) -> Sequence[Expression]:
    """The expressions, where those that are counted from another of their sentence say so."""
    before, after = _had(language, "had_before_ago"), _had(language, "had_behind_ago")
    return tuple(_told_of(expressions, text, before, after)) if before or after else expressions


def _told_of(
    expressions: Sequence[Expression],
    text: str,
    before: re.Pattern[str] | None,
    after: re.Pattern[str] | None,
) -> Iterator[Expression]:
    last: Expression | None = None
    for expression in expressions:
        reading = expression.reading
        if (
            last is not None
            and isinstance(reading, Shifted)
            and reading.anchor is Anchor.SPEECH
            and reading.bare
            and reading.by < 0
            and _NEW_SENTENCE.search(text, last.span.end, expression.span.start) is None
            and _is_of_what_had_been(expression, text, before, after)
        ):
            yield replace(expression, reading=replace(reading, anchor=Anchor.NARRATIVE))
        else:
            yield expression
        last = expression


def _is_of_what_had_been(
    expression: Expression, text: str, before: re.Pattern[str] | None, after: re.Pattern[str] | None
) -> bool:
    start, end = expression.span.start, expression.span.end
    left = _CUT.split(text[max(0, start - _REACH) : start].lower())[-1]
    right = _CUT.split(text[end : end + _REACH].lower(), maxsplit=1)[0]
    return bool((before and before.search(left)) or (after and after.search(right)))


_REACH = 120  # characters of a clause on either side
_CUT = re.compile(r"[,;:()\n]|[.!?]\s|[.!?]$")
_NEW_SENTENCE = re.compile(r"[.!?]\s|\n")


@lru_cache(maxsize=16)
def _had(language: Language, kind: str) -> re.Pattern[str] | None:
    """The forms of verbs of what had been, before such words or behind them."""
    said = language.cues.get(kind, ())
    return re.compile(rf"\b(?:{forms(said)})\b") if said else None
