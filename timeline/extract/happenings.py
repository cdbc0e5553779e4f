"""Happenings: the nouns that name one."""

from timeline.languages.events import EventWords


def happens(low: str, words: EventWords) -> bool:
    """Whether a noun names a happening, or one that came again: "rediscovery"."""
    noun = low.rstrip("'")
    return noun in words.happenings or (noun.startswith("re") and noun[2:].lstrip("-") in words.happenings)
