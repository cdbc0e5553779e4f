"""Imprint: lines that only say when a text was published or changed: "Last updated 8 June 2018."."""

from collections.abc import Sequence

from timeline.extract.words import Tag, Token

_CHANGED = frozenset(
    [
        "updated", "changed", "modified", "edited", "revised", "reviewed", "published", "retrieved", "accessed", "released",
        "posted", "printed", "issued", "corrected", "checked", "viewed", "archived", "consulted", "generated", "update",
        "version", "edition", "printing", "impression",
    ]
)  # fmt: skip
_AROUND = frozenset(
    [
        "last", "first", "page", "site", "website", "document", "text", "article", "on", "of", "in", "this", "the", "date", "was",
        "originally", "and", "at", "report", "story", "entry", "online", "as", "content", "list", "table", "file",
    ]
)  # fmt: skip
_MARKS = frozenset({Tag.TIME, Tag.COMMA, Tag.END, Tag.STOP, Tag.OPEN, Tag.CLOSE, Tag.QUOTE})


def is_imprint(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says no more than when its text was written, changed or read."""
    words = [token.low for token in tokens if token.tag not in _MARKS]
    return any(word in _CHANGED for word in words) and all(word in _CHANGED | _AROUND for word in words)


def is_of_text(low: str) -> bool:
    """Whether a participle says what was done to a text: "updated", "retrieved"."""
    return low in _CHANGED
