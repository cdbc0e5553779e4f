"""Lead: the line above a list that says what its items are: "Visits to Oslo:", or a heading that names what came several times."""

import re

from timeline.extract.happenings import happens
from timeline.languages.events import EventWords
from timeline.model.document import Document, Role

_SHORT = 40  # characters of such a line
_NUMBERED = re.compile(r"^[#\s]*(?:\d+(?:\.\d+)*\.?\s+)?")


def lead(document: Document, number: int, words: EventWords) -> str:
    """The line with a colon above the list that a passage is an item of, or a heading of visits, meetings or the like; or ""."""
    passages = document.passages
    while number > 0 and passages[number].role is Role.ITEM:
        number -= 1
    span = passages[number].span
    said = document.text[span.start : span.end].strip()
    if len(said) > _SHORT:
        return ""
    if said.endswith(":"):
        return said[:-1]
    head = _NUMBERED.sub("", said)
    last = head.lower().split()[-1:]
    several = passages[number].role is Role.HEADING and bool(last) and last[0].endswith("s")
    return head if several and happens(last[0], words) else ""
