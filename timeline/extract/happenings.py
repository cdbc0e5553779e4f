"""Happenings: the nouns that name one."""

from timeline.extract.words import Tag, open_class
from timeline.languages.events import EventWords

_OF_DEEDS = ("tion", "sion", "ment", "ency", "ancy", "ruptcy", "eding")


def tells_alone(title: str, words: EventWords) -> bool:
    """Whether a lone word beside a date says what happened then: "Strike", "Insolvency", "Relegated", "Rebuilt"."""
    low = title.lower()
    done = open_class(low, words) in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}
    return " " not in low and (happens(low, words) or low.endswith((*_OF_DEEDS, "ed")) or done)


def happens(low: str, words: EventWords) -> bool:
    """Whether a noun names a happening, or one that came again: "rediscovery"."""
    noun = low.rstrip("'").replace("isation", "ization")
    return noun in words.happenings or (noun.startswith("re") and noun[2:].lstrip("-") in words.happenings)
