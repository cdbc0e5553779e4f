"""Prepositions: a language's words before a first end, between two ends, and before or after an open side, as patterns."""

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.wordings import words as spelled
from timeline.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Prepositions:
    """Patterns of a language's prepositions, each with the article or adverb that may follow it."""

    first: re.Pattern[str]
    between: re.Pattern[str]
    both: re.Pattern[str]
    either_of: re.Pattern[str]
    from_named: re.Pattern[str]
    until_named: re.Pattern[str]
    sided: re.Pattern[str]
    onwards: re.Pattern[str]
    inside: re.Pattern[str]
    article: re.Pattern[str]
    starting: re.Pattern[str]
    present: re.Pattern[str]
    and_present: re.Pattern[str]
    dated_thing: re.Pattern[str]
    since: re.Pattern[str]
    leading: re.Pattern[str]  # what `first` and `sided` find, from right to left
    onwards_words: tuple[str, ...]

    def lead(self, before: str) -> bool:
        """Whether the words before a date end with a preposition; read backwards, which tells it at the first letter."""
        return self.leading.match(before[::-1]) is not None


@lru_cache(maxsize=64)
def prepositions(language: Language) -> Prepositions:
    """The prepositions of a language."""

    def either(*kinds: str) -> str:
        return spelled(word for kind in kinds for word in language.cues.get(kind, ()))

    def backwards(*kinds: str) -> str:
        return spelled(word[::-1] for kind in kinds for word in language.cues.get(kind, ()))

    article = rf"\s+(?:(?:{either('articles')})\s+)?"
    sides = "|".join(
        rf"(?P<{side}>{either('range_' + side)})" for side in ("since", "after", "until", "before")
    )
    opening = r"(?:^|[\s(\"“])"
    present = rf"(?:{either('range_present')})\b"
    leading = ("range_first", "range_since", "range_after", "range_until", "range_before")

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return Prepositions(
        first=compiled(rf"{opening}(?P<word>{either('range_first')}){article}$"),
        between=compiled(rf"\s*[-–—~]\s*|/|,?\s+(?:{either('range_to')}){article}"),
        both=compiled(rf",?\s+(?:{either('range_and')}){article}"),
        either_of=compiled(rf"\s+(?:{either('range_or')})\s+(?:(?:{either('range_or_after')})\s+)?"),
        from_named=compiled(rf"{opening}(?P<word>{either('range_first', 'range_from_named')}){article}$"),
        until_named=compiled(rf"\.?\s+(?:{either('range_until_named')})\s?[^,;:.!?()\n]+\s"),
        sided=compiled(rf"{opening}(?:{sides}){article}$"),
        onwards=compiled(rf",?\s+(?P<word>{either('range_onwards')})\b"),
        inside=compiled(rf"\s(?:{either('range_onwards')})$"),
        article=compiled(rf"\b(?:{either('articles')})\s$"),
        starting=compiled(rf",?\s+(?:{either('range_starting')}){article}"),
        present=compiled(rf"(?:,?\s+(?:{either('range_to')})\s+|\s*[-–—]\s*){present}"),
        and_present=compiled(rf"(?:,?\s+(?:{either('range_to', 'range_and')})\s+|\s*[-–—]\s*){present}"),
        dated_thing=compiled(rf"\b(?:{either('dated_things')})\s+(?:{either('range_from')}){article}$"),
        since=compiled(rf"\b(?:{either('looking_back')}){article}$"),
        leading=compiled(rf"\s+(?:(?:{backwards('articles')})\s+)?(?:{backwards(*leading)})(?:$|[\s(\"“])"),
        onwards_words=tuple(
            word.lower().rsplit("_", 1)[-1] for word in language.cues.get("range_onwards", ())
        ),
    )
