"""Happenings: the nouns that name one."""

from collections.abc import Sequence

from timeline.extract.words import Tag, open_class
from timeline.languages.events import EventWords

_OF_DEEDS = ("tion", "sion", "ment", "ency", "ancy", "ruptcy", "eding")


def tells_alone(title: str, words: EventWords) -> bool:
    """Whether a lone word beside a date says what happened then: "Strike", "Insolvency", "Relegated", "Rebuilt"."""
    low = title.lower()
    done = open_class(low, words) in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}
    return " " not in low and (happens(low, words) or low.endswith((*_OF_DEEDS, "ed")) or done)


def names_deed(low: Sequence[str]) -> bool:
    """Whether a line opens with a noun made of a verb, and what was done: "Adoption of the act", "Crossing of the river"."""
    at = next(
        (i for i, word in enumerate(low) if word not in {"the", "a", "an", "first", "last", "final", "new"}),
        len(low),
    )
    of = list(low[at + 1 : at + 2])
    return of in (["of"], ["by"], ["to"], ["from"]) and low[at].endswith(
        (*_OF_DEEDS, "ing", "al", "ure", "age")
    )


def happens(low: str, words: EventWords) -> bool:
    """Whether a noun names a happening, or one that came again: "rediscovery"."""
    noun = low.rstrip("'").replace("isation", "ization")
    return noun in words.happenings or (noun.startswith("re") and noun[2:].lstrip("-") in words.happenings)
